import "./folder-links.js";

// The theme's menu button is a label, which no key reaches: put a real button in its place.
{
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const label = document.querySelector(".md-header label[for='__drawer']");
  const drawer = document.querySelector(".md-sidebar--primary");

  /** @type {(label: HTMLElement, drawer: HTMLElement) => HTMLButtonElement} */
  const made = (label, drawer) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.classList.add("menu-button");
    button.setAttribute("aria-label", "菜单");
    button.setAttribute("aria-controls", drawer.id);
    button.append(...label.childNodes);
    label.replaceWith(button);
    return button;
  };

  if (toggle && label && drawer) {
    drawer.id = "menu";
    const button = made(label, drawer);
    const show = () => button.setAttribute("aria-expanded", String(toggle.checked));
    const set = (/** @type {boolean} */ open) => {
      toggle.checked = open;
      toggle.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const enter = () => {
      if (toggle.checked) drawer.querySelector("a[href]")?.focus();
    };
    show();
    toggle.addEventListener("change", show);
    button.addEventListener("click", (event) => {
      set(!toggle.checked);
      // Asked for by a key: go in.
      if (toggle.checked && event.detail === 0) setTimeout(enter, 300);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked || event.defaultPrevented) return;
      event.preventDefault();
      set(false);
      button.focus();
    });
  }
}

// The pages behind a tab are made from the data and stand in no menu: mark their tab here.
{
  const base = (/** @type {string} */ url) => new URL(url, location.href).pathname.replace(/index\.html$/, "");
  const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".md-tabs__link"))].filter(
    (link) => base(link.href).length > 1,
  );
  const here = links.find(
    (link) => location.pathname.startsWith(base(link.href)) && base(link.href) !== base(links[0].href),
  );
  here?.parentElement?.classList.add("md-tabs__item--active");
}

// The theme says the bar's colour itself once it runs, and follows the reader's choice: the two for the system's schemes give way.
if (document.querySelector("meta[name='theme-color']:not([media])")) {
  document.querySelectorAll("meta[name='theme-color'][media]").forEach((one) => one.remove());
}
