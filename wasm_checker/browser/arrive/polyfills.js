// What the classic scripts call that browsers from before 2020 lack. Their syntax is the build's business; this is called first.

/** @param {object} owner @param {Record<string, (this: any, ...args: any[]) => unknown>} methods */
function supply(owner, methods) {
  for (const name of Object.keys(methods)) {
    if (!(name in owner)) {
      Object.defineProperty(owner, name, { value: methods[name], configurable: true, writable: true });
    }
  }
}

supply(Array.prototype, {
  flat() {
    return [].concat(...this);
  },
  flatMap(made) {
    return [].concat(...this.map((/** @type {unknown} */ item, /** @type {number} */ index) => made(item, index)));
  },
});
supply(Object, {
  fromEntries(entries) {
    /** @type {Record<string, unknown>} */
    const made = {};
    for (const [name, value] of entries) made[name] = value;
    return made;
  },
  hasOwn: (data, name) => Object.prototype.hasOwnProperty.call(data, name),
});
supply(String.prototype, {
  replaceAll(text, by) {
    return this.split(text).join(by);
  },
});
supply(Element.prototype, {
  replaceChildren(...children) {
    this.textContent = "";
    this.append(...children);
  },
  toggleAttribute(name, on) {
    if (on) this.setAttribute(name, "");
    else this.removeAttribute(name);
  },
});
