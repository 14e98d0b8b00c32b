// For a room: one dimension a screen, or as many screens as its answers need. ← → to turn, Home End, Q for quotes, Esc to leave.
{
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison"));
  const opener = document.querySelector("[data-do=project]");
  const shownRows = () => [...table.tBodies[0].rows].filter((row) => !row.hidden);

  /** @type {<T extends keyof HTMLElementTagNameMap>(name: T, style: string, ...children: (Node | string)[]) => HTMLElementTagNameMap[T]} */
  const make = (name, style, ...children) => {
    const element = document.createElement(name);
    element.className = style;
    element.append(...children);
    return element;
  };
  /** @type {(text: string, label: string, act: () => void) => HTMLButtonElement} */
  const button = (text, label, act) => {
    const made = make("button", "stage__button", text);
    made.type = "button";
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };

  const title = make("h2", "stage__title");
  title.tabIndex = -1;
  title.id = "stage-title";
  const asks = make("p", "stage__asks");
  const cards = make("div", "stage__cards");
  const place = make("p", "stage__place");
  const view = make("div", "stage__view", cards);
  const stage = make("dialog", "stage md-typeset");
  stage.setAttribute("aria-labelledby", title.id);

  /** @type {HTMLTableRowElement[]} */
  let rows = [];
  let at = 0; // which row
  let part = 0; // which screen of its answers

  // The answers flow through columns of one screen's height; what does not fit stands on the next screen to the right.
  const gap = () => parseFloat(getComputedStyle(cards).columnGap);
  const step = () => cards.clientWidth + gap();
  const parts = () => Math.max(1, Math.ceil((cards.scrollWidth + gap()) / step() - 0.02));

  const card = (/** @type {HTMLTableCellElement} */ cell) => {
    const copy = make(
      "section",
      `stage__card ${cell.className}`,
      ...[...cell.childNodes].map((node) => node.cloneNode(true)),
    );
    for (const cell of copy.querySelectorAll("details.cell")) {
      const [said, ...rest] = cell.childNodes;
      cell.replaceWith(...said.childNodes, ...rest);
    }
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const folded of copy.querySelectorAll("details")) {
      folded.replaceWith(make("div", "stage__quotes", ...folded.querySelectorAll("blockquote")));
    }
    /** @type {HTMLElement} */ (copy.querySelector(".who")).after(
      /** @type {HTMLElement} */ (copy.querySelector(".badge")),
    );
    return copy;
  };

  const remember = () => {
    const query = new URLSearchParams(location.search);
    if (stage.open) query.set("slide", rows[at].cells[0].id + (part ? `.${part + 1}` : ""));
    else query.delete("slide");
    const text = query.toString().replace(/%2C/g, ",");
    try {
      history.replaceState(history.state, "", (text ? `?${text}` : location.pathname) + location.hash);
    } catch (error) {
      console.warn(error);
      // A page on a disk may not be allowed to change its address.
    }
  };

  const turn = () => {
    const many = parts();
    part = Math.min(part, many - 1);
    cards.style.transform = `translateX(${-part * step()}px)`;
    place.textContent = `${at + 1}／${rows.length}` + (many > 1 ? ` · 第 ${part + 1} 屏，共 ${many} 屏` : "");
    remember();
  };

  const draw = () => {
    const row = rows[at];
    const said = /** @type {HTMLElement} */ (row.querySelector("strong")).textContent;
    if (title.textContent !== said) title.textContent = said;
    asks.textContent = /** @type {HTMLElement} */ (row.querySelector(".asks")).textContent;
    cards.textContent = "";
    cards.append(
      ...[...row.cells]
        .slice(1)
        .filter((cell) => !cell.hidden)
        .map(card),
    );
    turn();
  };

  const go = (/** @type {number} */ row, screen = 0) => {
    at = Math.min(Math.max(row, 0), rows.length - 1);
    part = screen;
    draw();
  };
  const onward = () => {
    if (part + 1 < parts()) {
      part += 1;
      turn();
    } else if (at + 1 < rows.length) go(at + 1);
  };
  const back = () => {
    if (part) {
      part -= 1;
      turn();
    } else if (at) go(at - 1, Infinity);
  };
  const quotes = () => {
    stage.classList.toggle("stage--quotes");
    part = 0;
    turn();
  };

  const start = (/** @type {string | undefined} */ id = undefined, screen = 0) => {
    rows = shownRows();
    if (!rows.length || stage.open) return;
    const named = rows.findIndex((row) => row.cells[0].id === id);
    document.documentElement.classList.add("is-staged");
    stage.showModal();
    title.focus();
    go(Math.max(named, 0), named < 0 ? 0 : screen);
  };

  stage.addEventListener("close", () => {
    document.documentElement.classList.remove("is-staged");
    if (document.fullscreenElement) document.exitFullscreen();
    remember();
  });

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowRight: onward,
    PageDown: onward,
    ArrowLeft: back,
    PageUp: back,
    Home: () => go(0),
    End: () => go(rows.length - 1),
    q: quotes,
    Q: quotes,
  };
  stage.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  });

  // Out of sight until a hand reaches for them; every key works without.
  const tools = make(
    "div",
    "stage__tools",
    button("‹", "上一屏（←）", back),
    button("›", "下一屏（→）", onward),
    button("原文", "原文（Q）", quotes),
    button("×", "退出（Esc）", () => stage.close()),
  );
  stage.append(title, asks, view, make("div", "stage__foot", tools, place));
  document.body.append(stage);

  // Where the browser fills the screen, leaving that leaves the stage.
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && stage.open) stage.close();
  });
  window.addEventListener("resize", () => {
    if (stage.open) turn();
  });

  opener.addEventListener("click", async () => {
    await document.documentElement.requestFullscreen?.().catch(console.warn);
    start();
  });
  const [named, screen] = (new URLSearchParams(location.search).get("slide") ?? "").split(".");
  if (named) document.fonts.ready.then(() => start(named, Number(screen ?? 1) - 1 || 0));
}
