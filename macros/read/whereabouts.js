// Which article one is at, said in the bar and marked in the contents; and which provision the address names.
{
  const { citing } = window;
  const root = document.documentElement;
  const bar = /** @type {HTMLElement} */ (document.querySelector(".idbar"));
  const opened = /** @type {HTMLElement} */ (bar.querySelector(".opened"));
  const list = /** @type {HTMLDetailsElement | null} */ (bar.querySelector(".here__list"));
  const name = bar.querySelector(".here__name");
  const contents = name?.textContent ?? "";
  /** @type {HTMLElement[]} */
  const headings = citing.blocks
    .filter((block) => block.classList.contains("p--headed"))
    .flatMap((block) => document.getElementById(/** @type {string} */ (block.dataset.anchor)) ?? []);
  const NEAR = 48; // pixels below the bar: a heading this near is being read

  // The bar's height --------------------------------------------------------------------------------------------------

  // What an address names must come to stand below the bar, whose height is another on every page and at every width.
  const fit = () => root.style.setProperty("--bar", `${bar.offsetHeight}px`);
  if ("ResizeObserver" in window) new ResizeObserver(fit).observe(bar);

  // The article one is at ---------------------------------------------------------------------------------------------

  /** @type {HTMLElement | null | undefined} */
  let marked;
  root.setAttribute("data-marked", "");
  const mark = (/** @type {HTMLElement | null} */ heading) => {
    if (heading === marked) return;
    marked = heading;
    if (name) name.textContent = (heading && citing.blockOf(heading.id)?.dataset.place) || contents;
    for (const link of document.querySelectorAll(".md-nav--secondary a, .here__list a")) {
      const here = heading && link.getAttribute("href") === `#${heading.id}`;
      if (!here) {
        link.removeAttribute("aria-current");
        continue;
      }
      link.setAttribute("aria-current", "location");
      show(/** @type {HTMLElement} */ (link));
    }
  };
  // Within its own box; the page stays.
  const show = (/** @type {HTMLElement} */ link) => {
    const box = /** @type {HTMLElement | null} */ (link.closest(".md-sidebar__scrollwrap, .here__fold"));
    if (!box) return;
    const [inner, outer] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
    }
  };

  // What stands before the first article or after the last belongs to none.
  const holder = (/** @type {HTMLElement} */ block) => {
    const first = /** @type {string} */ (block.dataset.anchor).split("-")[0];
    return headings.find((heading) => heading.id === first) ?? null;
  };

  // The last articles never reach the bar: near the end of the page the line that is read sinks to the window's foot.
  const read = () => {
    const { bottom } = bar.getBoundingClientRect();
    const span = innerHeight - bottom;
    const left = root.scrollHeight - innerHeight - scrollY;
    const line = bottom + NEAR + Math.max(0, 1 - left / span) * (span - NEAR);
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
    return passed[passed.length - 1] ?? null;
  };

  // After a jump it is the article of what was jumped to, wherever that came to stand, until the reader moves on.
  /** @type {{heading: HTMLElement | null, at?: number} | undefined} */
  let jumped;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling;
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (jumped) jumped.at = scrollY;
    }, 200);
  };
  const moved = () => {
    if (jumped && jumped.at === undefined) settle();
    else if (jumped && Math.abs(scrollY - /** @type {number} */ (jumped.at)) > NEAR) jumped = undefined;
    mark(jumped ? jumped.heading : read());
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      moved();
    });
  };
  window.addEventListener("scroll", soon, { passive: true });
  window.addEventListener("resize", soon);

  window.keptInPlace = (change) => {
    const { bottom } = bar.getBoundingClientRect();
    const block = citing.blocks.find((one) => one.getBoundingClientRect().bottom > bottom + NEAR);
    const before = block?.getBoundingClientRect().top ?? 0;
    change();
    fit();
    if (block) scrollBy({ top: block.getBoundingClientRect().top - before, behavior: "instant" });
  };

  // The provision that the address names ------------------------------------------------------------------------------

  const idOf = (/** @type {string} */ hash) => {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch (error) {
      console.warn(error);
      return ""; // not an address of ours, such as a link cut short within a character
    }
  };

  /** @type {HTMLElement | undefined} */
  let named;
  /** @type {(scroll: boolean) => void} */
  const arrive = (scroll) => {
    root.removeAttribute("data-closed");
    const id = idOf(location.hash);
    named = id ? citing.blockOf(id) : undefined;
    opened.hidden = !named;
    const said = /** @type {HTMLElement} */ (opened.querySelector("strong"));
    said.textContent = named?.dataset.place ?? "";
    if (!named) {
      fit();
      return;
    }
    const fold = named.closest("details");
    if (fold) fold.open = true;
    jumped = { heading: holder(named) };
    mark(jumped.heading);
    fit();
    if (scroll) (document.getElementById(/** @type {string} */ (named.dataset.anchor)) ?? named).scrollIntoView();
    settle();
  };

  opened.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button || !named) return;
    const { copy } = button.dataset;
    if (copy === "citation") window.copied(citing.citation(named), citing.citation(named));
    else if (copy) window.copied(citing.address(named), citing.address(named));
    else close(named);
  });
  const close = (/** @type {HTMLElement} */ block) => {
    window.keptInPlace(() => (opened.hidden = true));
    root.setAttribute("data-closed", "");
    try {
      history.replaceState(history.state, "", location.href.split("#")[0]);
    } catch (error) {
      console.warn(error);
      // On a page opened from a disk some browsers keep the address as it is.
    }
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
  };

  // A page that is called back stands where it was left.
  const entry = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType("navigation")[0]);
  const fresh = !entry || entry.type === "navigate";
  arrive(fresh);
  moved();
  window.addEventListener("hashchange", () => arrive(true));
  // The bars above grow until all styles and letters are there.
  window.addEventListener("load", () => {
    fit();
    if (fresh && named && jumped) arrive(true);
  });
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) arrive(true);
  });

  // What folds out of the bar ------------------------------------------------------------------------------------------

  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (bar.querySelectorAll(".here details"));
  list?.addEventListener("toggle", () => {
    const link = /** @type {HTMLElement | null} */ (list.querySelector("[aria-current]"));
    if (list.open && link) show(link);
  });
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    for (const fold of folds) if (!fold.contains(target) || target.closest("a")) fold.open = false;
  });
  for (const fold of folds) {
    fold.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !fold.open) return;
      event.preventDefault();
      fold.open = false;
      fold.querySelector("summary")?.focus();
    });
  }
}
