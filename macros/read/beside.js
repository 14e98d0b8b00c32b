// 旁注: what the site says of one provision elsewhere, and how to take the provision along. One panel, filled when it is asked for.
{
  const { citing, keptInPlace } = window;
  const store = /** @type {HTMLElement} */ (document.querySelector(".abouts"));

  /** @type {(name: string, attributes: Record<string, string>, ...children: (Node | string)[]) => HTMLElement} */
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const button = (/** @type {string} */ text, /** @type {string} */ does) =>
    make("button", { type: "button", class: "tool", "data-does": does }, text);

  const title = make("p", { class: "beside__name", id: "beside-name" });
  const shut = make("button", { type: "button", class: "tool", "data-does": "close", "aria-label": "关闭旁注" }, "✕");
  const tools = make(
    "div",
    { class: "beside__tools" },
    button("复制引用", "citation"),
    button("连同原文", "full"),
    ...(citing.address(citing.blocks[0]) ? [button("复制网址", "address")] : []),
    button("从这里选到…", "range"),
  );
  const foot = make("p", { class: "beside__foot" }, button("收起旁注", "close"));
  const panel = make("div", { class: "beside", id: "beside", role: "region", "aria-labelledby": "beside-name" });
  panel.append(make("div", { class: "beside__head" }, title, shut), tools, foot);

  /** @type {{block: HTMLElement, section: HTMLElement, opener: HTMLElement} | null} */
  let open = null;

  const close = () => {
    if (!open) return;
    open.opener.setAttribute("aria-expanded", "false");
    open.block.classList.remove("is-open");
    store.append(open.section);
    panel.remove();
    document.documentElement.removeAttribute("data-beside");
    open = null;
  };

  const show = (/** @type {HTMLElement} */ block) => {
    close();
    const opener = /** @type {HTMLElement} */ (block.querySelector(".p__more"));
    const section = document.getElementById(/** @type {string} */ (opener.getAttribute("href")).slice(1));
    if (!section) return;
    title.textContent = /** @type {string} */ (block.dataset.place);
    foot.before(section);
    block.after(panel);
    panel.scrollTop = 0;
    document.documentElement.setAttribute("data-beside", "");
    opener.setAttribute("aria-expanded", "true");
    block.classList.add("is-open");
    open = { block, section, opener };
  };

  const blockOf = (/** @type {Element} */ element) =>
    /** @type {HTMLElement | null} */ (element.closest("[data-anchor]"));

  for (const opener of document.querySelectorAll(".p__more")) {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-expanded", "false");
    opener.setAttribute("aria-controls", "beside");
  }

  const toggle = (/** @type {HTMLElement} */ block) => {
    const again = open?.block === block;
    keptInPlace(again ? close : () => show(block));
  };

  // A mark in the text leads to its note.
  const note = (/** @type {string} */ id) => {
    const block = citing.blockOf(id);
    if (!block) return;
    if (open?.block !== block) show(block);
    for (const item of panel.querySelectorAll(".is-named")) item.classList.remove("is-named");
    const item = document.getElementById(id);
    item?.classList.add("is-named");
    item?.scrollIntoView({ block: "nearest" });
  };

  /** @type {Record<string, (block: HTMLElement) => void>} */
  const does = {
    citation: (block) => void window.copied(citing.citation(block), citing.citation(block)),
    full: (block) => void window.copied(citing.full(block), "引用和原文"),
    address: (block) => void window.copied(citing.address(block), citing.address(block)),
    range(block) {
      keptInPlace(close);
      window.rangeFrom(block);
    },
    close(block) {
      keptInPlace(close);
      const opener = /** @type {HTMLElement} */ (block.querySelector(".p__more"));
      opener.focus({ preventScroll: true });
      block.scrollIntoView({ block: "nearest" });
    },
  };

  panel.addEventListener("click", (event) => {
    const tool = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-does]"));
    if (tool && open) does[/** @type {string} */ (tool.dataset.does)](open.block);
  });

  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = target.closest("a.p__more, a.p__label, a.fix");
    const block = link && blockOf(link);
    if (!link || !block) return;
    event.preventDefault();
    if (link.matches(".fix:not(.p__label)")) note(/** @type {string} */ (link.getAttribute("href")).slice(1));
    else toggle(block);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open && !event.defaultPrevented) {
      event.preventDefault(); // one key, one thing closed
      does.close(open.block);
    }
    const opener = /** @type {Element} */ (event.target).closest?.(".p__more");
    if (event.key === " " && opener) {
      event.preventDefault();
      /** @type {HTMLElement} */ (opener).click();
    }
  });

  // An address that names a note, or a section of the list, opens it beside the words it speaks of.
  const follow = () => {
    const id = location.hash.slice(1);
    if (/-fix\d+$/.test(id)) note(id);
    else if (id.startsWith("about-")) {
      const block = citing.blockOf(id);
      if (block) show(block);
    }
  };
  window.addEventListener("hashchange", follow);
  window.addEventListener("load", follow); // by then the words have come to rest
}
