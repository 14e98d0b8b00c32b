// What a reader chooses from a comparison: rows, columns, what stands on top, paper. It is kept in the page's address.
{
  /** @typedef {ComparedRow} Row */
  /** @typedef {ReturnType<typeof chosen>} Choice */
  /** @typedef {{status: string[], concerned: string[], own: string[]}} Shown */

  const form = /** @type {HTMLFormElement} */ (document.querySelector(".choose"));
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison"));
  const body = table.tBodies[0];
  const briefs = /** @type {HTMLElement} */ (table.parentElement);
  const { ids, documents, rows, set } = globalThis.comparedColumns(table);
  const large = /** @type {HTMLLinkElement} */ (document.querySelector("link[href$='print-a3.css']"));
  const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=cols]"))];
  const offered = boxes.map(({ value }) => value);
  const usual = boxes.filter(({ defaultChecked }) => defaultChecked).map(({ value }) => value);
  const FIT = 5; // columns that a narrow window holds
  /** @type {string[]} */
  let pinned = [];
  let told = false; // whether the place was chosen for this page, and not merely kept from another

  // What the list above the table calls it: its group where all are shown, or else itself.
  /** @type {(row: HTMLTableRowElement) => string | undefined} */
  const named = (row) => row.querySelector(".row-group, strong")?.textContent;
  const plain = (/** @type {string} */ text) => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const only = (/** @type {string[]} */ values) => new Set(values).size <= 1;

  // The codes of the columns shown (macros/compare/tones.py); where an instrument is not concerned, it neither agrees nor differs.
  /** @type {Record<string, (shown: Shown) => boolean>} */
  const tests = {
    "": () => true,
    differ: ({ concerned }) => !only(concerned),
    same: ({ concerned }) => concerned.length > 1 && only(concerned),
    silent: ({ concerned }) => concerned.includes("s"),
    other: ({ concerned, own }) => own.length > 0 && concerned.some((code) => !own.includes(code)),
  };
  const ELSEWHERE = ["b", "n"];

  /** @type {(name: string) => HTMLSelectElement} */
  const field = (name) => /** @type {any} */ (form.elements.namedItem(name));

  const chosen = () => {
    const data = new FormData(form);
    const given = (/** @type {string} */ name) => /** @type {string} */ (data.get(name));
    return {
      show: given("show"),
      status: given("status"),
      q: given("q").trim(),
      cols: /** @type {string[]} */ (data.getAll("cols")),
      paper: given("paper"),
      mine: given("mine"),
      pin: pinned,
    };
  };

  /** @type {(one: Row, choice: Choice) => boolean} */
  const matches = (one, choice) => {
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

  // Pinned rows stand on top, in the order they were pinned, whatever else is chosen.
  /** @type {(choice: Choice) => void} */
  const arrange = (choice) => {
    const named = new Map(rows.map((one) => [one.id, one]));
    const top = choice.pin.map((id) => /** @type {Row} */ (named.get(id)));
    const rest = rows.filter((one) => !choice.pin.includes(one.id));
    const order = [...top, ...rest].map((one) => one.row);
    if (order.some((row, index) => body.rows[index] !== row)) body.append(...order);
    for (const { row, id } of rows) {
      const up = choice.pin.includes(id);
      const button = /** @type {HTMLElement} */ (row.querySelector(".pin"));
      row.classList.toggle("is-pinned", up);
      button.setAttribute("aria-pressed", String(up));
    }
    for (const one of rest) one.row.hidden = !matches(one, choice);
    for (const one of top) one.row.hidden = false;
  };

  /** @type {(choice: Choice) => void} */
  const setColumns = ({ cols, mine }) => {
    set(cols, mine);
    briefs.classList.toggle("briefs--many", cols.length > FIT);
  };

  /** @type {(choice: Choice) => string} */
  const words = (choice) => {
    const checked = form.querySelector("[name=show]:checked")?.parentElement?.textContent;
    const status = field("status").selectedOptions[0].textContent;
    return [
      choice.show && checked,
      choice.status && `其中有“${status}”`,
      choice.q && `含有“${choice.q}”`,
      !alike(choice.cols, usual) && `所选文书 ${choice.cols.length} 份`,
      choice.pin.length && `置顶 ${choice.pin.length} 行`,
    ]
      .filter(Boolean)
      .join("；");
  };

  /** @type {(choice: Choice) => void} */
  const say = (choice) => {
    const shown = rows.filter((one) => !one.row.hidden).length;
    const counted = `显示 ${shown} 行（共 ${rows.length} 行），${choice.cols.length} 份文书（共 ${offered.length} 份）。`;
    /** @type {HTMLElement} */ (document.querySelector(".choose__count")).textContent = shown
      ? counted
      : `没有符合的行（共 ${rows.length} 行）。`;
    const said = words(choice);
    /** @type {HTMLElement} */ (document.querySelector(".chosen")).textContent = said
      ? `照选择打印：${said}。${counted}`
      : "";
  };

  const show = () => {
    const choice = chosen();
    setColumns(choice);
    arrange(choice);
    sets(choice);
    large.media = choice.paper === "a3" ? "print" : "not all";
    say(choice);
    for (const item of document.querySelectorAll(".jump li")) {
      const link = /** @type {HTMLAnchorElement} */ (item.firstElementChild);
      const first = [...body.rows].find((row) => !row.hidden && named(row) === link.textContent);
      item.hidden = !first;
      if (first) link.href = `#${first.cells[0].id}`;
    }
  };

  // Only what is not as usual is written down.
  const address = () => {
    const choice = chosen();
    const query = new URLSearchParams(location.search);
    const written = {
      show: choice.show,
      status: choice.status,
      q: choice.q,
      cols: alike(choice.cols, usual) ? "" : choice.cols.join(",") || "-",
      mine: told ? choice.mine : "", // what is merely kept here is nobody else's business
      pin: choice.pin.join(","),
      paper: choice.paper === "a4" ? "" : choice.paper,
    };
    for (const [name, value] of Object.entries(written)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const text = query.toString().replace(/%2C/g, ",");
    return (text ? `?${text}` : location.pathname) + location.hash;
  };

  const keep = () => {
    try {
      history.replaceState(history.state, "", address());
    } catch (error) {
      console.warn(error);
      // Some browsers let no page on a disk change its address: the choice then lasts as long as the page.
    }
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    const listed = (/** @type {string} */ name) => (query.get(name) ?? "").split(",").filter(Boolean);
    const wanted = query.get("show") === "agree" ? "same" : (query.get("show") ?? "");
    const show = /** @type {HTMLInputElement | null} */ (
      form.querySelector(`[name=show][value="${CSS.escape(wanted)}"]`)
    );
    if (show) show.checked = true;
    field("mine").value = query.get("mine") ?? kept() ?? "";
    if (field("mine").selectedIndex < 0) field("mine").value = "";
    told = query.has("mine");
    if (show?.value === "other" && !field("mine").value) {
      /** @type {HTMLInputElement} */ (form.querySelector("[name=show]")).checked = true;
    }
    field("status").value = query.get("status") ?? "";
    if (field("status").selectedIndex < 0) field("status").value = "";
    field("q").value = query.get("q") ?? "";
    field("paper").value = query.get("paper") === "a3" ? "a3" : "a4";
    const named = listed("cols").filter((id) => offered.includes(id) || id === "-");
    for (const box of boxes) box.checked = named.length ? named.includes(box.value) : box.defaultChecked;
    pinned = [...new Set(listed("pin"))].filter((id) => rows.some((one) => one.id === id));
  };

  const pin = (/** @type {HTMLTableRowElement} */ row) => {
    const { id } = row.cells[0];
    pinned = pinned.includes(id) ? pinned.filter((other) => other !== id) : [...pinned, id];
  };

  /** @type {(one: string[], other: string[]) => boolean} */
  const alike = (one, other) => one.length === other.length && one.every((id) => other.includes(id));

  /** @type {(choice: Choice) => void} */
  const sets = (choice) => {
    const own = /** @type {HTMLElement} */ (form.querySelector(".choose__own"));
    own.hidden = !choice.mine;
    /** @type {HTMLElement} */ (form.querySelector(".choose__kept")).hidden = !choice.mine || !globalThis.keptPlace.can;
    for (const button of form.querySelectorAll("[data-set]")) {
      const { ids } = button.dataset;
      if (ids) button.setAttribute("aria-pressed", String(alike(choice.cols, ids.split(" "))));
    }
  };

  const kept = () => globalThis.keptPlace.read();
  const keepPlace = () => globalThis.keptPlace.write(/** @type {any} */ (field("kept")).checked ? chosen().mine : "");

  const changed = () => {
    const choice = chosen();
    if (choice.show === "other" && !choice.mine) {
      /** @type {HTMLInputElement} */ (form.querySelector("[name=show]")).checked = true;
    }
    // The page of one column a document holds no others; that of all texts does. Who comes back finds what he left.
    if (choice.cols.some((id) => !ids.includes(id))) {
      const file = location.protocol === "file:" ? "index.html" : "";
      const there = `${form.dataset.whole}${file}${address().replace(/^[^?#]*/, "")}`;
      for (const each of boxes) each.checked = each.defaultChecked;
      location.assign(there);
      return;
    }
    show();
    keep();
  };
  form.addEventListener("input", ({ target }) => {
    const { name } = /** @type {HTMLInputElement} */ (target);
    if (["mine", "kept"].includes(name)) keepPlace();
    if (name === "mine") {
      told = true;
      if (awaited) takeOwn();
    }
    changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    pinned = [];
    setTimeout(() => {
      keepPlace();
      changed();
    });
  });
  // 我那里和…: one's own texts, others to be ticked beside them. Without a place that is asked for first.
  let awaited = false;
  const takeOwn = () => {
    const { mine } = chosen();
    awaited = !mine;
    box.open = true;
    if (!mine) {
      field("mine").focus();
      return;
    }
    const own = ids.filter((_, index) => documents[index] === mine);
    for (const each of boxes) each.checked = own.includes(each.value);
    boxes[0].focus();
  };
  form.addEventListener("click", ({ target }) => {
    const { set: name, ids: named } = /** @type {HTMLElement} */ (target).dataset;
    if (!name) return;
    if (named) for (const each of boxes) each.checked = named.split(" ").includes(each.value);
    else takeOwn();
    if (!awaited) changed();
  });
  body.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest(".pin");
    if (!button) return;
    pin(/** @type {HTMLTableRowElement} */ (button.closest("tr")));
    changed();
    button.focus();
  });

  // An address that names a cell shows its column.
  const reveal = () => {
    const named = boxes.find(({ value }) => location.hash.endsWith(`--${value}`));
    if (!named || named.checked) return false;
    named.checked = true;
    return true;
  };
  addEventListener("hashchange", () => reveal() && changed());

  const box = /** @type {HTMLDetailsElement} */ (document.querySelector(".choose-box"));
  const query = new URLSearchParams(location.search);
  const asked = ["show", "status", "q", "cols", "pin", "paper", "mine"].some((name) => query.has(name)) || kept();
  if (asked) {
    read();
    /** @type {any} */ (field("kept")).checked = Boolean(kept()) && kept() === chosen().mine;
    reveal();
    if (chosen().cols.some((id) => !ids.includes(id))) changed();
    else show();
  } else if (reveal()) changed();
  else if (table.querySelector(".is-beside")) show();
  else {
    sets(chosen());
    say(chosen()); // the page is drawn as it came, without waiting for this script
  }
  if (["status", "q", "cols", "paper"].some((name) => query.has(name)) && matchMedia("(min-width: 45em)").matches) {
    box.open = true;
  }
}
