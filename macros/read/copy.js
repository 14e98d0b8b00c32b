// Copies a provision's citation, alone or with its words and its address.
{
  const status = document.querySelector(".copied");

  const lines = (/** @type {HTMLElement} */ block) => {
    const label = block.querySelector(".p__label")?.textContent ?? "";
    const text = [...block.querySelectorAll(".p__text p")].map((line) => line.textContent);
    return label + text.join("\n");
  };

  // An article is copied with its paragraphs and items.
  const words = (/** @type {HTMLElement} */ block) => {
    const anchor = block.dataset.anchor;
    const inside = [...document.querySelectorAll("[data-anchor]")].filter((other) =>
      /** @type {string} */ (other.dataset.anchor).startsWith(`${anchor}-`),
    );
    const own = lines(block) || (inside.length ? "" : block.dataset.label);
    return [own, ...inside.map(lines)].filter(Boolean).join("\n");
  };

  const address = (/** @type {HTMLElement} */ block) => `${location.href.split("#")[0]}#${block.dataset.anchor}`;

  const content = (/** @type {HTMLElement} */ block, /** @type {string | undefined} */ kind) => {
    const { citation } = block.dataset;
    return kind === "full" ? `${citation}：“${words(block)}”\n${address(block)}` : /** @type {string} */ (citation);
  };

  // Where the clipboard is closed to us (a file, some phone browsers): select and copy, the old way.
  const byHand = (/** @type {string} */ text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    area.setSelectionRange(0, text.length);
    try {
      return document.execCommand("copy");
    } catch (error) {
      console.warn(error);
      return false;
    } finally {
      area.remove();
    }
  };

  const write = async (/** @type {string} */ text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      console.warn(error); // forbidden, or no secure context
      return byHand(text);
    }
  };

  globalThis.copyText = write;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const say = (/** @type {string} */ text) => {
    if (!status) return;
    status.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = ""), 4000);
  };

  document.addEventListener("click", async (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-copy]");
    const block = button?.closest("[data-citation]");
    if (!button || !block) return;
    const done = await write(content(block, button.dataset.copy));
    button.focus();
    const what = button.dataset.copy === "full" ? "引用和原文" : block.dataset.citation;
    say(done ? `已复制：${what}` : `没能复制，请手工选取：${block.dataset.citation}`);
  });
}
