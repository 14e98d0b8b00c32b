// Several provisions as one citation: from one to another in two taps, or whatever words are selected.
{
  const { citing } = window;
  const root = document.documentElement;
  const openers = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".p__more"))];
  const FEWEST = 2; // characters; fewer are selected by accident

  /** @type {(text: string, does: string) => HTMLButtonElement} */
  const button = (text, does) => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "tool";
    element.textContent = text;
    element.dataset.does = does;
    return element;
  };
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const copies = [button("复制引用", "citation"), button("连同原文", "full")];
  const box = document.createElement("div");
  box.className = "range";
  box.hidden = true;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", "选一段");
  box.append(said, ...copies, button("取消", "cancel"));
  const toast = /** @type {HTMLElement} */ (document.querySelector(".copied"));
  toast.before(box);

  /** `words`: what is selected, where it is not the whole. @type {{from: HTMLElement, to?: HTMLElement, words?: string} | null} */
  let chosen = null;

  const draw = () => {
    const ends = chosen?.to && citing.ordered(chosen.from, chosen.to);
    box.hidden = !chosen;
    for (const copy of copies) copy.hidden = !ends;
    if (!chosen) said.textContent = "";
    else if (ends) said.textContent = `${chosen.words ? "选中" : "选了"}：${citing.place(...ends)}`;
    else said.textContent = `从${chosen.from.dataset.place}选起。点另一条的“到这里”。`;
    const marked = chosen && !chosen.words ? citing.between(...(ends || [chosen.from, chosen.from])) : [];
    for (const block of citing.blocks) block.classList.toggle("is-chosen", marked.includes(block));
  };

  // In two taps -------------------------------------------------------------------------------------------------------

  const naming = (/** @type {string} */ text) => {
    for (const opener of openers) {
      const block = /** @type {HTMLElement} */ (opener.closest("[data-anchor]"));
      opener.textContent = text;
      opener.setAttribute("aria-label", `${text}：${block.dataset.place}`);
    }
  };

  const end = () => {
    if (root.hasAttribute("data-ranging")) naming("旁注");
    root.removeAttribute("data-ranging");
    chosen = null;
    draw();
  };

  window.rangeFrom = (block) => {
    getSelection()?.removeAllRanges();
    root.setAttribute("data-ranging", "");
    naming("到这里");
    chosen = { from: block };
    draw();
    block.scrollIntoView({ block: "nearest" });
    /** @type {HTMLElement} */ (block.querySelector(".p__more")).focus({ preventScroll: true });
  };

  // Before the panel, which would open.
  document.addEventListener(
    "click",
    (event) => {
      if (!chosen || !root.hasAttribute("data-ranging")) return;
      const target = /** @type {Element} */ (event.target);
      const block = /** @type {HTMLElement | null} */ (
        target.closest(".p__more, .p__label") && target.closest("[data-anchor]")
      );
      if (!block) return;
      event.preventDefault();
      chosen.to = block;
      draw();
    },
    true,
  );

  box.addEventListener("click", (event) => {
    const does = /** @type {HTMLElement} */ (event.target).dataset?.does;
    if (does === "cancel") {
      const from = chosen?.from;
      getSelection()?.removeAllRanges();
      end();
      /** @type {HTMLElement | null | undefined} */ (from?.querySelector(".p__more"))?.focus({ preventScroll: true });
    }
    if (!chosen?.to || !does) return;
    const [from, to] = citing.ordered(chosen.from, chosen.to);
    if (does === "citation") window.copied(citing.citation(from, to), citing.citation(from, to));
    if (does === "full") window.copied(citing.full(from, to, chosen.words), "引用和原文");
  });
  // A press must not undo the selection it is about.
  box.addEventListener("mousedown", (event) => event.preventDefault());

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !root.hasAttribute("data-ranging") || event.defaultPrevented) return;
    event.preventDefault();
    end();
  });

  // By selecting words ------------------------------------------------------------------------------------------------

  /** What of a range lies within an element. @type {(range: Range, element: Element) => string} */
  const within = (range, element) => {
    if (!range.intersectsNode(element)) return "";
    const part = document.createRange();
    part.selectNodeContents(element);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
      part.setStart(range.startContainer, range.startOffset);
    }
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    return part.toString();
  };

  const selected = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const lines = citing.blocks.flatMap((block) => {
      const parts = [...block.querySelectorAll(".p__text p")].map((line) => within(range, line)).filter(Boolean);
      // The number of an item, the heading of an article: where they are selected too.
      const number = block.querySelector(".p__label");
      const heading = block.classList.contains("p--headed") && document.getElementById(block.dataset.anchor ?? "");
      let own = number ? within(range, number) : "";
      if (heading && within(range, heading)) own = `${heading.textContent}\u3000`;
      return parts.length ? [{ block, text: own + parts.join("\n") }] : [];
    });
    const words = lines.map(({ text }) => text).join("\n");
    if (words.trim().length < FEWEST) return null;
    return { from: lines[0].block, to: lines[lines.length - 1].block, words };
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  document.addEventListener("selectionchange", () => {
    if (root.hasAttribute("data-ranging")) return;
    clearTimeout(timer);
    // A tap on a phone may undo the selection before it presses the button.
    timer = setTimeout(() => {
      chosen = selected();
      draw();
    }, 300);
  });
}
