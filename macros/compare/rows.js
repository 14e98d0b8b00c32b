// Which rows a choice leaves: by the codes of the columns shown (macros/compare/tones.py), by their statuses, and by words.
{
  /** @typedef {{status: string[], concerned: string[], own: string[]}} Shown */

  const plain = (/** @type {string} */ text) => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const only = (/** @type {string[]} */ values) => new Set(values).size <= 1;

  // Where an instrument is not concerned, or has no answer yet, it neither agrees nor differs.
  const ELSEWHERE = ["b", "n", "p", "m"];
  /** @type {Record<string, (shown: Shown) => boolean>} */
  const tests = {
    "": () => true,
    differ: ({ concerned }) => !only(concerned),
    same: ({ concerned }) => concerned.length > 1 && only(concerned),
    silent: ({ concerned }) => concerned.includes("s"),
    other: ({ concerned, own }) => own.length > 0 && concerned.some((code) => !own.includes(code)),
  };

  globalThis.rowMatches = (one, choice, { ids, documents }) => {
    const at = ids.flatMap((id, index) => (choice.cols.includes(id) ? [index] : []));
    const status = at.map((index) => one.status[index]);
    const concerned = at.map((index) => one.codes[index]).filter((code) => !ELSEWHERE.includes(code));
    const own = one.codes.filter((code, index) => documents[index] === choice.mine && !ELSEWHERE.includes(code));
    if (!tests[choice.show]({ status, concerned, own }) || (choice.status && !status.includes(choice.status))) {
      return false;
    }
    const cells = [one.row.cells[0], ...at.map((index) => one.cells[index])];
    return !choice.q || plain(cells.map((cell) => cell.textContent).join("\n")).includes(plain(choice.q));
  };
}
