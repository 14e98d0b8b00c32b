// On a disk an address that ends with a slash shows what lies in the folder. Links and forms lead to the page in it, those too that a
// script makes later: they are changed when they are used. (Within menu.js.)
if (location.protocol === "file:") {
  /** @type {(element: Element | null | undefined, name: string) => void} */
  const lead = (element, name) => {
    if (!element?.hasAttribute(name)) return;
    const to = new URL(String(element.getAttribute(name)), document.baseURI);
    if (to.protocol !== "file:" || !to.pathname.endsWith("/")) return;
    to.pathname += "index.html";
    element.setAttribute(name, to.href);
  };

  const lookAtLink = (/** @type {Event} */ { target }) =>
    lead(target instanceof Element ? target.closest("a[href]") : null, "href");
  for (const use of ["click", "auxclick", "contextmenu"]) document.addEventListener(use, lookAtLink, true);
  document.addEventListener("submit", ({ target }) => lead(/** @type {Element} */ (target), "action"), true);
}
