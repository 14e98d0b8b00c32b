// Elements without innerHTML: whatever stands in the data is text.

/** @typedef {Node | string | null | undefined} Child */

/**
 * h("p", {class: "x"}, "words", child): null and undefined children and attributes are left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {...(Child | Child[])} children
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : /** @type {string} */ (value));
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** @param {(HTMLElement | string)[]} items @param {Record<string, string>} attributes */
export function list(items, attributes = {}) {
  return h(
    "ul",
    attributes,
    items.map((item) => (/** @type {HTMLElement} */ (item).tagName === "LI" ? item : h("li", {}, item))),
  );
}

/**
 * A link in brackets, unless its text, such as （三）, has its own.
 * @param {HTMLElement} link @returns {Child[]}
 */
export function bracketed(link) {
  return link.textContent.startsWith("（") ? [link] : ["（", link, "）"];
}

/** @param {string} title @param {...(Child | Child[])} children */
export function section(title, ...children) {
  return h("section", {}, h("h4", {}, title), ...children);
}

/**
 * A disclosure whose content is made when it is first opened; `make` may promise it, and then it says so.
 * @param {string} title
 * @param {() => HTMLElement | Promise<HTMLElement>} make
 * @param {Record<string, string>} attributes
 */
export function unfolding(title, make, attributes = {}) {
  const body = h("div", {});
  const details = h("details", attributes, h("summary", {}, title), body);
  details.addEventListener(
    "toggle",
    async () => {
      body.replaceChildren(h("p", {}, "正在查……"));
      body.replaceChildren(await make());
    },
    { once: true },
  );
  return details;
}
