// The site's search in the header: loaded only when asked for. On a disk and in old browsers, where it cannot run, it leads to the
// search over provisions.
{
  const header = document.querySelector(".md-header__inner");
  const config = document.getElementById("__config");
  // From where the page's addresses are: 404.html stands for many.
  const root = config ? new URL(JSON.parse(config.textContent).base.replace(/\/?$/, "/"), document.baseURI) : null;
  const tab = [
    .../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".md-tabs__link, .md-nav__link")),
  ].find((link) => link.textContent.trim() === "搜索");

  /** @type {(name: string, attributes: object) => Promise<unknown>} */
  const add = (name, attributes) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(name), attributes);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });
  const at = (/** @type {string} */ path) => new URL(path, /** @type {URL} */ (root)).href;
  const style = (/** @type {string} */ path) => add("link", { rel: "stylesheet", href: at(path) });

  /** @type {Promise<any> | undefined} */
  let loading;
  const load = () => {
    loading ??= Promise.all([
      style("pagefind/pagefind-component-ui.css").then(() => style("assets/find.css")),
      add("script", { src: at("pagefind/pagefind-component-ui.js") }),
    ]).then(() => {
      const modal = document.createElement("pagefind-modal");
      document.body.append(modal);
      return customElements.whenDefined("pagefind-modal").then(() => modal);
    });
    return loading;
  };

  // It runs WebAssembly, which browsers before Chromium 97 refuse every page that allows no eval.
  const capable = () => {
    try {
      return Boolean(new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)));
    } catch (error) {
      console.error(error);
      return false;
    }
  };

  /** @type {(tab: HTMLAnchorElement) => Promise<void>} */
  const open = async (tab) => {
    if (location.protocol === "file:" || !capable()) {
      location.href = `${tab.href}#provisions-only`; // search.js says why
      return;
    }
    try {
      (await load()).open();
    } catch (error) {
      console.error(error);
      location.href = tab.href;
    }
  };

  if (header && root && tab) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "find-button";
    button.textContent = "搜索";
    button.title = "搜索全站（Ctrl K）";
    button.addEventListener("click", () => open(tab));
    header.append(button);
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open(tab);
    });
  }
}
