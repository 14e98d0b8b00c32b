// How provisions are cited and quoted: one, or from one to another.
{
  const blocks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-anchor]")]);
  const byAnchor = new Map(blocks.map((block) => [anchor(block), block]));
  const cited = /** @type {HTMLElement} */ (document.querySelector("[data-cited]")).dataset.cited;
  // A folder's name is nobody else's business: from a disk the address is the published one, if the site has one.
  const published = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  const page = location.protocol.startsWith("http") ? location.href.split("#")[0] : published?.href || "";

  function anchor(/** @type {HTMLElement} */ block) {
    return /** @type {string} */ (block.dataset.anchor);
  }
  const placeOf = (/** @type {HTMLElement} */ block) => /** @type {string} */ (block.dataset.place);
  const index = (/** @type {HTMLElement} */ block) => blocks.indexOf(block);
  const inside = (/** @type {HTMLElement} */ block) =>
    blocks.filter((other) => anchor(other).startsWith(`${anchor(block)}-`));
  const last = (/** @type {HTMLElement} */ block) => inside(block).pop() || block;
  const parent = (/** @type {HTMLElement} */ block) => byAnchor.get(anchor(block).replace(/-?[^-]+$/, ""));

  /** @type {typeof citing.ordered} */
  const ordered = (one, other) => {
    const [from, end] = index(one) <= index(other) ? [one, other] : [other, one];
    let to = end;
    for (let up = parent(to); up && last(up) === last(to) && index(up) >= index(from); up = parent(to)) to = up;
    return [from, to];
  };

  /** @type {typeof citing.between} */
  const between = (from, to) => blocks.slice(index(from), index(last(to)) + 1);

  // What both stand in need be said once.
  const shared = (/** @type {HTMLElement} */ from, /** @type {HTMLElement} */ to) => {
    /** @type {HTMLElement | undefined} */
    let up = from;
    while (up && !anchor(to).startsWith(`${anchor(up)}-`)) up = parent(up);
    return up ? placeOf(up) : "";
  };

  /** @type {typeof citing.place} */
  const place = (one, other) => {
    const [from, to] = ordered(one, other);
    if (from === to) return placeOf(from);
    const before = shared(from, to);
    const [first, second] = [from, to].map((block) => placeOf(block).slice(before.length));
    const [a, b] = [first, second].map((text) => /^第(（.{1,3}）|\d+)项$/.exec(text)?.[1]);
    return before + (a && b ? `第${a}至${b}项` : `${first}至${second}`);
  };

  const citation = (/** @type {HTMLElement} */ from, to = from) => `${cited}${place(from, to)}`;

  const text = (/** @type {HTMLElement} */ block) => {
    const label = block.querySelector(".p__label")?.textContent ?? "";
    return label + [...block.querySelectorAll(".p__text p")].map((line) => line.textContent).join("\n");
  };
  // Where several are quoted, each article says which it is.
  const named = (/** @type {HTMLElement} */ block) => {
    const label = /** @type {string} */ (block.dataset.label);
    const own = text(block);
    if (!block.classList.contains("p--headed")) return own;
    return own ? `${label}\u3000${own}` : label;
  };

  /** @type {typeof citing.words} */
  const words = (one, other = one) => {
    const [from, to] = ordered(one, other);
    const all = between(from, to);
    if (from !== to) return all.map(named).join("\n");
    const own = text(from) || (all.length > 1 ? "" : from.dataset.label);
    return [own, ...all.slice(1).map(text)].filter(Boolean).join("\n");
  };

  /** @type {typeof citing.address} */
  const address = (block) => page && `${page}#${block.dataset.anchor}`;

  window.citing = {
    blocks,
    blockOf: (id) => byAnchor.get(id.replace(/^about-|-fix\d+$/g, "")),
    ordered,
    between,
    place,
    citation,
    words,
    full: (from, to = from, said = words(from, to)) =>
      [`${citation(from, to)}：“${said}”`, address(from)].filter(Boolean).join("\n"),
    address,
  };

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy=address]"))) {
    button.hidden = !page;
  }
}
