// The page has within what it uses of its styles; the theme may add more, such as its search. All of them are for print until the page
// has come to rest or somebody reaches for what lies around it. Like watch.js in ES5, and apart from the other scripts.
(function () {
  var REST = 3000; // milliseconds after loading
  var all = /** @type {HTMLLinkElement} */ (document.getElementById("late-style"));

  function use() {
    if (all.media === "all") return;
    // Some browsers would show nothing new while a sheet for all media is on its way.
    if (!all.sheet) {
      all.addEventListener("load", use);
      return;
    }
    all.media = "all";
    document.removeEventListener("pointerdown", reach, true);
    document.removeEventListener("focusin", reach, true);
  }

  /** @param {any} event */
  function reach(event) {
    if (!event.target.closest || !event.target.closest("article")) use();
  }

  document.addEventListener("pointerdown", reach, true);
  document.addEventListener("focusin", reach, true);
  window.addEventListener("load", function () {
    setTimeout(use, REST);
  });
})();
