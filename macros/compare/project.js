// For a room: one dimension a screen, or as many screens as its answers need. Keys, swipes and buttons turn it; ? tells the keys. A text that runs on into a further column says above it whose it is.
{
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison"));
  const TOLD = 8000; // milliseconds
  const SWIPE = 50; // pixels
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
  const runs = make("div", "stage__runs");
  runs.setAttribute("aria-hidden", "true");
  const view = make("div", "stage__view", runs, cards);
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

  /** Over each column that begins within an answer: whose. Where there is any, all columns leave room for it. */
  const nameRuns = () => {
    runs.textContent = "";
    const pieces = (/** @type {Element} */ card) => [...card.getClientRects()].filter(({ height }) => height).slice(1);
    const shown = /** @type {HTMLElement[]} */ ([...cards.children]);
    view.classList.toggle("stage__view--runs", false);
    if (!shown.some((card) => pieces(card).length)) return;
    view.classList.toggle("stage__view--runs", true);
    const from = cards.getBoundingClientRect().left;
    for (const card of shown) {
      for (const { left } of pieces(card)) {
        const name = make("p", "stage__run", `${card.dataset.who}（续）`);
        name.style.left = `${left - from}px`;
        runs.append(name);
      }
    }
  };

  /** An answer that is folded on the page stands open here, its brief first. */
  const unfold = (/** @type {HTMLElement} */ copy) => {
    for (const folded of copy.querySelectorAll("details.cell")) {
      const [summary, ...rest] = folded.children;
      const [who, ...brief] = summary.childNodes;
      folded.replaceWith(make("p", "who", ...who.childNodes), make("p", "stage__brief", ...brief), ...rest);
    }
  };

  const card = (/** @type {HTMLTableCellElement} */ cell) => {
    const copy = make(
      "section",
      `stage__card ${cell.className}`,
      ...[...cell.childNodes].map((node) => node.cloneNode(true)),
    );
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    const head = /** @type {HTMLTableSectionElement} */ (table.tHead).rows[0].cells[cell.cellIndex];
    copy.dataset.who = head.querySelector("a")?.textContent ?? "";
    unfold(copy);
    for (const folded of copy.querySelectorAll("details")) {
      folded.replaceWith(make("div", "stage__quotes", ...folded.querySelectorAll("blockquote")));
    }
    const badge = copy.querySelector(".badge");
    if (badge) copy.querySelector(".who")?.after(badge);
    return copy;
  };

  const remember = () =>
    globalThis.chosenAddress.keep({
      slide: stage.open ? rows[at].cells[0].id + (part ? `.${part + 1}` : "") : "",
    });

  const turn = () => {
    nameRuns();
    const many = parts();
    part = Math.min(part, many - 1);
    for (const layer of [cards, runs]) layer.style.transform = `translateX(${-part * step()}px)`;
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

  /** @type {ReturnType<typeof setTimeout>} */
  let resting;
  /** The keys and the buttons, for some seconds. */
  const tell = () => {
    stage.classList.add("stage--told");
    clearTimeout(resting);
    resting = setTimeout(() => stage.classList.remove("stage--told"), TOLD);
  };

  const dark = (/** @type {boolean} */ on) => {
    stage.classList.toggle("stage--dark", on);
    night.hidden = !on;
  };
  let leaving = false; // the full screen, not the stage
  const full = async () => {
    if (document.fullscreenElement) {
      leaving = true;
      document.exitFullscreen();
      return;
    }
    await document.documentElement.requestFullscreen?.().catch(console.warn);
    if (!document.fullscreenElement) return;
    stage.close(); // what fills the screen later lies above
    stage.showModal();
    title.focus();
  };

  const start = (/** @type {string | undefined} */ id = undefined, screen = 0) => {
    rows = shownRows();
    if (!rows.length || stage.open) return;
    const named = rows.findIndex((row) => row.cells[0].id === id);
    document.documentElement.classList.add("is-staged");
    dark(false);
    stage.showModal();
    title.focus();
    go(Math.max(named, 0), named < 0 ? 0 : screen);
    tell();
  };
  stage.addEventListener("pointermove", tell);

  stage.addEventListener("close", () => {
    if (stage.open) return;
    document.documentElement.classList.remove("is-staged");
    if (document.fullscreenElement) document.exitFullscreen();
    remember();
  });

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowRight: onward,
    ArrowDown: onward,
    PageDown: onward,
    " ": onward,
    Enter: onward,
    ArrowLeft: back,
    ArrowUp: back,
    PageUp: back,
    Home: () => go(0),
    End: () => go(rows.length - 1),
    q: quotes,
    b: () => dark(true),
    ".": () => dark(true),
    f: full,
    "?": tell,
    "？": tell,
  };
  /** On a button these two press it. */
  const pressing = (/** @type {KeyboardEvent} */ { key, target }) =>
    [" ", "Enter"].includes(key) && /** @type {Element} */ (target).closest("button");
  stage.addEventListener("keydown", (event) => {
    const act =
      event.key === " " && event.shiftKey ? back : keys[event.key.replace(/^[A-Z]$/, (key) => key.toLowerCase())];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    if (pressing(event) && night.hidden) return;
    event.preventDefault();
    if (night.hidden) act();
    else dark(false); // the first key only brings the picture back
  });

  // A finger that goes sideways turns; one that goes up and down reads on.
  /** @type {Touch | null} */
  let touched = null;
  stage.addEventListener("touchstart", ({ touches }) => {
    touched = touches.length === 1 ? touches[0] : null;
  });
  stage.addEventListener("touchend", ({ changedTouches }) => {
    if (!touched) return;
    const [across, down] = [changedTouches[0].clientX - touched.clientX, changedTouches[0].clientY - touched.clientY];
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) (across < 0 ? onward : back)();
  });

  // The buttons are always there, the keys are told at first, when a hand moves, and on ?.
  const hint = make(
    "p",
    "stage__hint",
    "空格 → ↓ 下一屏　Shift+空格 ← ↑ 上一屏　Home 头　End 尾　Q 原文　B 黑屏　F 全屏　Esc 退出",
  );
  const night = button("", "黑屏，按任意键或点一下回来", () => dark(false));
  night.className = "stage__night";
  night.hidden = true;
  const tools = make(
    "div",
    "stage__tools",
    button("‹", "上一屏（←）", back),
    button("›", "下一屏（→）", onward),
    button("原文", "原文（Q）", quotes),
    button("?", "按键（?）", tell),
    button("×", "退出（Esc）", () => stage.close()),
  );
  stage.append(title, asks, view, make("div", "stage__foot", tools, hint, place), night);
  document.body.append(stage);

  // Where the browser fills the screen, leaving that leaves the stage.
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && stage.open && !leaving) stage.close();
    leaving = false;
  });
  window.addEventListener("resize", () => {
    if (stage.open) turn();
  });

  opener.addEventListener("click", async () => {
    await document.documentElement.requestFullscreen?.().catch(console.warn);
    start();
  });
  const [named, screen] = (new URLSearchParams(location.search).get("slide") ?? "").split(".");
  if (named) document.fonts.ready.then(() => start(named, Math.max(0, Number(screen ?? 1) - 1 || 0)));
}
