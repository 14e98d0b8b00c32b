// 已选: the rows that a reader has put together from any pages, in his order. They last as long as the tab, and go with an address.
{
  const bar = /** @type {HTMLElement} */ (document.querySelector(".basket"));
  const said = /** @type {HTMLElement} */ (bar.querySelector(".basket__said"));
  const undo = /** @type {HTMLElement} */ (bar.querySelector("[data-pick=undo]"));
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".choose"));
  const body = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison")).tBodies[0];
  const known = /** @type {string} */ (bar.dataset.rows).split(" ");
  const whole = !bar.dataset.whole; // the rows of all pages are here
  const { listed, of } = globalThis.chosenAddress;
  const disk = location.protocol === "file:";
  const WITHOUT = { only: "", show: "", status: "", q: "", slide: "", do: "" };
  const NAME = "rongcuo-rows"; // 一键清除并离开 forgets it too

  const split = (/** @type {string} */ text) => text.split(",").filter((id) => known.includes(id));

  // The tab's memory, not the disk's: `rows|aside`. Where each file has one of its own, links carry the rows along.
  const stored = () => {
    try {
      const [rows = "", other = ""] = (sessionStorage.getItem(NAME) ?? "").split("|");
      return { rows: split(rows), aside: split(other) };
    } catch (error) {
      console.warn(error);
      return null; // the browser keeps nothing for pages
    }
  };
  const store = () => {
    try {
      sessionStorage.setItem(NAME, `${basket.rows}|${aside}`);
    } catch (error) {
      console.warn(error);
    }
  };

  const given = listed("rows");
  const named = given.length ? given : listed("pin"); // as the addresses of old have it
  /** @type {string[]} What 清空 took away */
  let before = [];
  /** @type {string[]} One's own rows, since an address with others was opened */
  let aside = [];

  /** @type {typeof globalThis.basket} */
  const basket = {
    rows: named.filter((id) => known.includes(id)),
    view: "",
    lost: named.filter((id) => !known.includes(id)),
    leaving: false,
    changed: () => {},
    written: (view = basket.view) => {
      const ids = basket.rows.join(",");
      return {
        rows: view === "top" ? "" : ids,
        pin: view === "top" ? ids : "",
        only: ids && whole && !view ? "no" : "",
      };
    },
    look(view) {
      basket.view = view;
      draw();
      basket.changed();
      if (view && body.getBoundingClientRect().top < 0) body.scrollIntoView(); // from among many rows to the first of few
    },
  };
  globalThis.basket = basket;

  /** @type {(arrow: string, label: string, step: number, row: HTMLTableRowElement) => HTMLButtonElement} */
  const mover = (arrow, label, step, row) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pick";
    button.textContent = arrow;
    button.setAttribute("aria-label", `${label}：${row.querySelector("strong")?.textContent}`);
    button.addEventListener("click", () => {
      const ids = [...basket.rows];
      const at = ids.indexOf(row.cells[0].id);
      if (!ids[at + step]) return;
      ids.splice(at + step, 0, ...ids.splice(at, 1));
      set(ids);
      button.focus();
      row.scrollIntoView({ block: "nearest" });
    });
    return button;
  };
  /** Up and down, where the chosen rows stand alone. */
  const movable = (/** @type {HTMLTableRowElement} */ row) => {
    if (row.querySelector(".pick-moves")) return;
    const moves = document.createElement("span");
    moves.className = "pick-moves";
    moves.append(mover("↑", "上移", -1, row), mover("↓", "下移", 1, row));
    row.cells[0].append(moves);
  };

  const draw = () => {
    if (!basket.rows.length && basket.view) basket.view = "";
    const { rows: ids, view } = basket;
    for (const row of body.rows) {
      const up = ids.includes(row.cells[0].id);
      row.classList.toggle("is-picked", up);
      row.querySelector("[data-pick=row]")?.setAttribute("aria-pressed", String(up));
      if (up && view === "only") movable(row);
    }
    form.classList.toggle("is-only", view === "only");
    body.classList.toggle("is-only", view === "only");
    const cleared = !ids.length && before.length;
    bar.hidden = !ids.length && !cleared && !aside.length;
    bar.classList.toggle("basket--empty", !ids.length);
    said.textContent = cleared ? `已清空 ${before.length} 行` : `已选 ${ids.length} 行`;
    undo.hidden = !cleared && !aside.length;
    undo.textContent = cleared ? "找回" : `换回 ${aside.length} 行`;
    /** @type {HTMLElement} */ (bar.querySelector("[data-pick=only]")).textContent =
      view === "only" ? "看全部问题" : "只看已选";
  };

  const set = (/** @type {string[]} */ ids, /** @type {string[]} */ cleared = []) => {
    before = cleared;
    basket.rows = ids;
    store();
    draw();
    basket.changed();
  };

  /** The address of the chosen rows alone, on the page of all. */
  const alone = (/** @type {Record<string, string>} */ more = {}) => {
    const path = bar.dataset.whole && bar.dataset.whole + (disk ? "index.html" : "");
    return of({ ...basket.written("only"), ...WITHOUT, ...more }, path);
  };
  const go = (/** @type {Record<string, string>} */ more) => location.assign(alone(more));

  const copy = async () => {
    const address = new URL(alone({ open: globalThis.unfolded.said() }), location.href).href;
    said.textContent = (await globalThis.copyText(address)) ? "已复制链接" : "没能复制，请复制地址栏";
    setTimeout(draw, 3000);
  };

  /** @type {Record<string, () => void>} */
  const acts = {
    only: () => (whole ? basket.look(basket.view === "only" ? "" : "only") : go({})),
    link: copy,
    clear: () => set([], basket.rows),
    undo() {
      if (before.length) {
        set(before);
        return;
      }
      const [mine, others] = [aside, basket.rows];
      aside = others;
      set(mine);
    },
  };
  bar.addEventListener("click", ({ target }) => {
    const name = /** @type {HTMLElement} */ (target).dataset.pick;
    if (!name) return;
    if (acts[name]) acts[name]();
    else if (!whole) go(name === "project" ? { slide: basket.rows[0] } : { do: name });
    else {
      if (basket.view !== "only") basket.look("only");
      /** @type {HTMLElement} */ (form.querySelector(`[data-do=${name}]`)).click();
    }
  });
  body.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target);
    if (button.dataset.pick !== "row") return;
    const { id } = /** @type {HTMLTableRowElement} */ (button.closest("tr")).cells[0];
    const { rows: ids } = basket;
    set(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
    button.focus(); // where the row is still there
  });

  // Who comes back to a page finds what he has chosen since.
  const back = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"))[0]?.type;
  const kept = stored();
  aside = kept?.aside ?? [];
  if (kept && (!basket.rows.length || (kept.rows.length && back === "back_forward"))) basket.rows = kept.rows;
  else if (basket.rows.length) {
    // From a disk what a file has kept is only what was chosen when it was last open.
    if (kept?.rows.length && !disk && String(kept.rows) !== String(basket.rows)) aside = kept.rows;
    store();
  }
  if (named.length && !given.length) basket.view = "top";
  else if (whole && given.length && listed("only")[0] !== "no") basket.view = "only";
  draw();
  addEventListener("pageshow", ({ persisted }) => {
    const now = persisted ? stored() : null;
    if (!now) return;
    aside = now.aside;
    set(now.rows);
  });

  if (disk) {
    /** @type {HTMLElement} */ (bar.querySelector("[data-pick=link]")).hidden = true; // nobody else has that folder
    document.addEventListener(
      "click",
      ({ target }) => {
        const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest("a[href]"));
        if (!link || !/\/compare\/[^/]+\/(index\.html)?$/.test(link.pathname) || !basket.rows.length) return;
        // A jump within the page: with another search it would be loaded anew.
        if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
        link.search = `?rows=${basket.rows.join(",")}&only=no`;
      },
      true,
    );
  }

  // Asked for on another page, done on this one.
  addEventListener("load", () => {
    const asked = listed("do")[0];
    if (basket.leaving || !whole || !["print", "xlsx", "docx", "csv"].includes(asked)) return;
    globalThis.chosenAddress.keep({ do: "" });
    /** @type {HTMLElement} */ (form.querySelector(`[data-do=${asked}]`)).click();
  });
}
