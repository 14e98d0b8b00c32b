// The switch that shows words that bind (its state is in the address, nowhere else), and the meaning of a word at a tap.
{
  const root = document.documentElement;
  const button = document.querySelector("[data-switch=modality]");

  const remember = (on) => {
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

  const show = (on) => {
    if (on) root.dataset.modality = "on";
    else delete root.dataset.modality;
    button.setAttribute("aria-pressed", String(on));
  };

  if (button) {
    show(new URLSearchParams(location.search).get("modality") === "on");
    button.addEventListener("click", () => {
      const on = root.dataset.modality !== "on";
      show(on);
      remember(on);
    });
  }
}

{
  let open = null;

  const meaning = (link) => {
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

  const toggle = (link) => {
    const again = open?.link === link;
    close();
    if (again) return;
    const box = meaning(link);
    if (!box) return;
    link.closest(".p__words").after(box);
    link.setAttribute("aria-expanded", "true");
    open = { link, box };
  };

  const terms = [...document.querySelectorAll(".p__text a.term")];
  for (const link of terms) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", "meaning");
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".p__text a.term");
    // With a key held, the reader wants the page of the glossary itself.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    toggle(link);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) {
      open.link.focus();
      close();
    }
    const link = event.target.closest?.(".p__text a.term");
    if (event.key === " " && link) {
      event.preventDefault();
      toggle(link);
    }
  });
}
