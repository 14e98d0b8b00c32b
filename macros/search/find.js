// The search in the header: its data and its engine are loaded only when it is asked for. Where a browser knows no dialog it leads to
// the search page, which has the same box.
{
  const header = document.querySelector(".md-header__inner");
  const tab = [
    .../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".md-tabs__link, .md-nav__link")),
  ].find((link) => link.textContent.trim() === "搜索");
  // The tab's own address tells where the site's root is, and how pages end.
  const [, root = "", end = ""] =
    /^(.*\/)search(\/|\.html|\/index\.html)$/.exec(tab?.href.split(/[?#]/)[0] ?? "") ?? [];
  const page = end === "/" && location.protocol === "file:" ? "/index.html" : end;

  /** @type {(name: string, attributes: object) => Promise<unknown>} */
  const add = (name, attributes) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(name), attributes);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });

  /** @type {Promise<unknown> | undefined} */
  let loading;
  const load = () => {
    loading ??= Promise.all([
      add("link", { rel: "stylesheet", href: `${root}assets/search.css` }),
      "searchData" in window || add("script", { src: `${root}data/search.js` }),
      "siteSearch" in window || add("script", { src: `${root}assets/search.js` }),
    ]).catch((error) => {
      loading = undefined; // asked for once more, it is tried once more
      throw error;
    });
    return loading;
  };

  /** @type {(name: string, attributes: object, ...children: Node[]) => any} */
  const make = (name, attributes, ...children) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(...children);
    return element;
  };

  /** @type {() => { dialog: HTMLDialogElement, input: HTMLInputElement, out: HTMLElement }} */
  const made = () => {
    const input = make("input", {
      type: "search",
      name: "q",
      placeholder: "问一句，或者输几个字",
      autocomplete: "off",
    });
    input.setAttribute("aria-label", "搜索");
    input.setAttribute("enterkeyhint", "search");
    const close = make("button", { type: "button", className: "button", textContent: "关闭" });
    const form = make("form", { className: "search-box", action: tab?.href, method: "get" }, input, close);
    form.setAttribute("role", "search");
    const out = make("div", { className: "found" });
    // It takes the focus where what is pressed takes none: a key must reach it before the page beneath.
    const dialog = make("dialog", { className: "search-dialog md-typeset", tabIndex: -1 }, form, out);
    dialog.setAttribute("aria-label", "搜索");
    close.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", (/** @type {Event} */ event) => {
      event.preventDefault(); // the results stand below already
      box?.seek?.();
    });
    dialog.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      if (target === dialog || target.closest("a")) dialog.close(); // beside it, or to a place on this page
    });
    dialog.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => step(event, dialog, input));
    document.body.append(dialog);
    return { dialog, input, out };
  };

  /** Arrows go from hit to hit. @type {(event: KeyboardEvent, dialog: HTMLDialogElement, input: HTMLElement) => void} */
  const step = (event, dialog, input) => {
    if (event.isComposing) return; // the key is the input method's
    if (event.key === "Escape") {
      event.preventDefault(); // browsers clear the field first
      event.stopPropagation(); // what is open on the page beneath stays open
      dialog.close();
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const stops = [
      input,
      .../** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll(".found a, .found button")),
    ];
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + by))].focus();
  };

  /** @type {(ReturnType<typeof made> & { seek?: () => unknown }) | undefined} */
  let box;
  const open = async () => {
    if (!tab) return;
    if (!("showModal" in document.createElement("dialog"))) {
      location.href = tab.href;
      return;
    }
    box = box ?? made();
    if (!box.dialog.open) box.dialog.showModal();
    box.input.focus();
    box.input.select();
    if (box.seek) return;
    try {
      await load();
      box.out.textContent = "";
      box.seek = window.siteSearch(box.input, box.out, { root, page });
      box.seek(); // what was typed meanwhile
    } catch (error) {
      console.error(error);
      // One does not leave the page: it may hold answers that are kept nowhere else.
      box.out.textContent = "搜索没有载入，可能是断网了。关掉再打开，就再试一次。";
    }
  };

  if (header && tab && root) {
    const button = make("button", {
      type: "button",
      className: "find-button",
      textContent: "搜索",
      title: "搜索（Ctrl K 或 /）",
    });
    button.addEventListener("click", open);
    header.append(button);
    document.addEventListener("keydown", (event) => {
      const typing = /** @type {HTMLElement} */ (event.target).matches?.("input, textarea, select, [contenteditable]");
      const asked = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!asked && (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey)) return;
      event.preventDefault();
      open();
    });
  }
}
