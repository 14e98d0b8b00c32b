// The switch that shows words that bind (its state is in the address, nowhere else), and the meaning of a word at a tap.
{
  const root = document.documentElement;
  const button = document.querySelector("[data-switch=modality]");

  const remember = (/** @type {boolean} */ on) => {
    const url = new URL(location.href);
    if (on) url.searchParams.set("modality", "on");
    else url.searchParams.delete("modality");
    try {
      history.replaceState(history.state, "", url);
    } catch (error) {
      console.warn(error);
      // On a page opened from a disk some browsers keep the address as it is.
    }
  };

  /** @type {(button: HTMLElement, on: boolean) => void} */
  const show = (button, on) => {
    if (on) root.dataset.modality = "on";
    else delete root.dataset.modality;
    button.setAttribute("aria-pressed", String(on));
  };

  if (button) {
    show(button, new URLSearchParams(location.search).get("modality") === "on");
    button.addEventListener("click", () => {
      const on = root.dataset.modality !== "on";
      show(button, on);
      remember(on);
    });
  }
}

{
  /** @type {{link: HTMLAnchorElement, box: HTMLElement} | null} */
  let open = null;

  const meaning = (/** @type {HTMLAnchorElement} */ link) => {
    const text = document.querySelector(`[data-meaning="${link.dataset.term}"]`)?.textContent;
    if (!text) return null;
    const box = document.createElement("div");
    box.className = "meaning";
    box.id = "meaning";
    box.setAttribute("role", "status");
    const name = document.createElement("strong");
    name.textContent = link.textContent;
    const more = document.createElement("a");
    more.href = link.href;
    more.textContent = "出处";
    const line = document.createElement("p");
    line.append(name, `：${text} `, more);
    box.append(line);
    return box;
  };

  const close = () => {
    if (!open) return;
    open.link.setAttribute("aria-expanded", "false");
    open.box.remove();
    open = null;
  };

  const toggle = (/** @type {HTMLAnchorElement} */ link) => {
    const again = open?.link === link;
    close();
    if (again) return;
    const box = meaning(link);
    if (!box) return;
    link.closest(".p__words")?.after(box);
    link.setAttribute("aria-expanded", "true");
    open = { link, box };
  };

  /** @type {(target: any) => HTMLAnchorElement | null} */
  const termOf = (target) => target.closest?.(".p__text a.term") ?? null;

  const terms = document.querySelectorAll(".p__text a.term");
  for (const link of terms) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", "meaning");
  }

  document.addEventListener("click", (event) => {
    const link = termOf(event.target);
    // With a key held, the reader wants the page of the glossary itself.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    toggle(link);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open && !event.defaultPrevented) {
      event.preventDefault();
      open.link.focus();
      close();
    }
    const link = termOf(event.target);
    if (event.key === " " && link) {
      event.preventDefault();
      toggle(link);
    }
  });
}
