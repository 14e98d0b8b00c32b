// The theme's menu button is a label: give it what a button has, so that keys and screen readers can use it.
{
  const toggle = document.getElementById("__drawer");
  const button = document.querySelector(".md-header label[for='__drawer']");
  const drawer = document.querySelector(".md-sidebar--primary");

  const show = () => button.setAttribute("aria-expanded", String(toggle.checked));

  const set = (open) => {
    toggle.checked = open;
    toggle.dispatchEvent(new Event("change", { bubbles: true }));
  };

  if (toggle && button && drawer) {
    drawer.id = "menu";
    for (const [name, value] of Object.entries({ role: "button", tabindex: "0", "aria-label": "菜单", "aria-controls": "menu" })) {
      button.setAttribute(name, value);
    }
    show();
    toggle.addEventListener("change", show);
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      set(!toggle.checked);
      if (toggle.checked) setTimeout(() => drawer.querySelector("a[href]")?.focus(), 300);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked) return;
      set(false);
      button.focus();
    });
  }
}
