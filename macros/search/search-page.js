// The search page: what is sought stands in its address.
{
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".search-box"));
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const out = /** @type {HTMLElement} */ (document.querySelector(".found"));
  const { root = "", folders } = out.dataset;
  const page = folders === "false" ? ".html" : location.protocol === "file:" ? "/index.html" : "/";

  const keep = () => {
    const query = new URLSearchParams({ q: input.value });
    try {
      history.replaceState(history.state, "", input.value ? `?${query}` : location.pathname);
    } catch (error) {
      console.warn(error);
      // A page on a disk may not be allowed to change its address.
    }
  };

  const seek = window.siteSearch(input, out, { root, page });
  input.addEventListener("sought", keep);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    seek();
    keep();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  seek();
}
