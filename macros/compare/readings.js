// Which readings are shown: by whose words they read, and by how sure we are. The address keeps it.
{
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".choose-readings"));
  const selects = [.../** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll("select"))];
  const entries = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("dl.reading")]).map((entry) => {
    const heading = /** @type {HTMLElement} */ (entry.previousElementSibling);
    const link = document.querySelector(`.md-nav--secondary a[href="#${heading.id}"]`);
    const held = /** @type {Record<string, string>} */ ({ ...entry.dataset });
    return {
      heading,
      held,
      parts: /** @type {HTMLElement[]} */ ([heading, entry, link && link.parentElement].filter(Boolean)),
    };
  });
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));

  const show = () => {
    let number = 0;
    for (const { held, parts } of entries) {
      const fits = selects.every(({ name, value }) => !value || held[name].split(" ").includes(value));
      for (const part of parts) part.hidden = !fits;
      number += Number(fits);
    }
    output.textContent = number === entries.length ? `共 ${number} 处` : `${number} 处（共 ${entries.length} 处）`;
  };

  const keep = () => globalThis.chosenAddress.keep(Object.fromEntries(selects.map(({ name, value }) => [name, value])));

  // Whoever is sent to one reading sees it, whatever was chosen.
  const follow = () => {
    const sought = entries.find(({ heading }) => heading.hidden && `#${heading.id}` === location.hash);
    if (!sought) return;
    for (const select of selects) select.value = "";
    show();
    keep();
    sought.heading.scrollIntoView();
  };

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name) || "";
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  form.addEventListener("change", () => {
    show();
    keep();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects) select.value = "";
    show();
    keep();
  });
  window.addEventListener("hashchange", follow);
  form.hidden = false;
  show();
  follow();
}
