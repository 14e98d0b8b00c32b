// What a reader chooses from a comparison: rows, columns, paper. It is kept in the page's address.
{
  /** @typedef {ComparedRow} Row */
  /** @typedef {ReturnType<typeof chosen>} Choice */

  const form = /** @type {HTMLFormElement} */ (document.querySelector(".choose"));
  const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparison"));
  const body = table.tBodies[0];
  const briefs = /** @type {HTMLElement} */ (table.parentElement);
  const compared = globalThis.comparedColumns(table);
  const { ids, documents, rows, set } = compared;
  const { basket, unfolded, chosenAddress: written } = globalThis;
  const large = /** @type {HTMLLinkElement} */ (document.querySelector("link[href$='print-a3.css']"));
  const boxes = [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[name=cols]"))];
  const offered = boxes.map(({ value }) => value);
  const usual = boxes.filter(({ defaultChecked }) => defaultChecked).map(({ value }) => value);
  const FIT = 5; // columns that a narrow window holds
  let told = false; // whether the place was chosen for this page, and not merely kept from another

  // What the list above the table calls it: its group where all are shown, or else itself.
  /** @type {(row: HTMLTableRowElement) => string | undefined} */
  const named = (row) => row.querySelector(".row-group, strong")?.textContent;
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
    };
  };

  // Chosen rows stand in the order in which they were put together: alone, or above the others as addresses of old have it.
  /** @type {(choice: Choice) => void} */
  const arrange = (choice) => {
    const { rows: picked, view } = basket;
    const top = view ? picked.flatMap((id) => rows.find((one) => one.id === id) ?? []) : [];
    const rest = rows.filter((one) => !top.includes(one));
    const order = [...top, ...rest].map((one) => one.row);
    if (order.some((row, index) => body.rows[index] !== row)) body.append(...order);
    for (const one of rest) one.row.hidden = view === "only" || !globalThis.rowMatches(one, choice, compared);
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
      basket.view === "only" && `只看已选 ${basket.rows.length} 行`,
      basket.view === "top" && `已选 ${basket.rows.length} 行在最前`,
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

  /** All rows again, whatever they hold. */
  const unfilter = () => {
    /** @type {HTMLInputElement} */ (form.querySelector("[name=show]")).checked = true;
    field("status").value = field("q").value = "";
  };

  const show = () => {
    if (basket.view === "only") unfilter();
    const choice = chosen();
    setColumns(choice);
    arrange(choice);
    sets(choice);
    large.media = choice.paper === "a3" ? "print" : "not all";
    say(choice);
    const jump = /** @type {HTMLElement | null} */ (document.querySelector(".jump"));
    if (jump) jump.hidden = basket.view === "only";
    for (const item of document.querySelectorAll(".jump li")) {
      const link = /** @type {HTMLAnchorElement} */ (item.firstElementChild);
      const first = [...body.rows].find((row) => !row.hidden && named(row) === link.textContent);
      item.hidden = !first;
      if (first) link.href = `#${first.cells[0].id}`;
    }
  };

  const said = () => {
    const choice = chosen();
    return {
      show: choice.show,
      status: choice.status,
      q: choice.q,
      cols: alike(choice.cols, usual) ? "" : choice.cols.join(",") || "-",
      mine: told ? choice.mine : "", // what is merely kept here is nobody else's business
      ...basket.written(),
      open: unfolded.said(),
      paper: choice.paper === "a4" ? "" : choice.paper,
    };
  };

  const keep = () => written.keep(said());

  const read = () => {
    const query = new URLSearchParams(location.search);
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
    const named = written.listed("cols").filter((id) => offered.includes(id) || id === "-");
    for (const box of boxes) box.checked = named.length ? named.includes(box.value) : box.defaultChecked;
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
      const there = written.of(said(), `${form.dataset.whole}${file}`) + location.hash;
      for (const each of boxes) each.checked = each.defaultChecked;
      basket.leaving = true;
      location.assign(there);
      return;
    }
    show();
    keep();
  };
  form.addEventListener("input", ({ target }) => {
    const { name } = /** @type {HTMLInputElement} */ (target);
    if (["mine", "kept"].includes(name)) keepPlace();
    if (["show", "status", "q"].includes(name) && basket.view === "only") basket.look("");
    if (name === "mine") {
      told = true;
      if (awaited) takeOwn();
    }
    changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    setTimeout(() => {
      keepPlace();
      basket.look("");
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
  basket.changed = changed;
  unfolded.changed = keep;

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
  const NAMES = ["show", "status", "q", "cols", "paper", "mine"];
  const asked = NAMES.some((name) => query.has(name)) || basket.view || kept();
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
  const more = ["status", "q", "cols", "paper"].some((name) => query.has(name));
  if (more && !basket.view && matchMedia("(min-width: 45em)").matches) box.open = true;
  const lost = [
    ...basket.lost,
    ...written.listed("cols").filter((id) => !offered.includes(id) && id !== "-"),
    ...unfolded.open(written.listed("open")),
    ...written.listed("slide").filter((id) => !document.getElementById(id.split(".")[0])),
  ];
  if (lost.length) {
    /** @type {HTMLElement} */ (document.querySelector(".choose__lost")).textContent =
      `网址里的 ${lost.join("、")} 本站没有，略过；其余照网址打开。`;
  }
}
