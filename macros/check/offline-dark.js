// In the single file: dark where the system is, as the site is by itself; on paper never. In ES5, for a browser of any age.
(function () {
  var dark = "matchMedia" in window && matchMedia("(prefers-color-scheme: dark)");

  /** @param {boolean} wanted */
  function set(wanted) {
    document.body.setAttribute("data-md-color-scheme", wanted ? "slate" : "default");
  }

  function scheme() {
    set(Boolean(dark && dark.matches));
  }

  scheme();
  if (dark && dark.addListener) dark.addListener(scheme);
  window.addEventListener("beforeprint", function () {
    set(false);
  });
  window.addEventListener("afterprint", scheme);
})();
