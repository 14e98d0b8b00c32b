// Says so where the site's server calls a file what it is not, which every browser refuses to run or to lay on: else readers blame their
// browsers. In ES5, within every page: it must be there before anything fails.
(function () {
  "use strict";
  var told = false;
  /** @type {Record<string, {right: RegExp, name: string}>} */
  var kinds = {
    script: { right: /^(text|application)\/(x-)?(java|ecma)script\s*(;|$)/i, name: "脚本" },
    style: { right: /^text\/css\s*(;|$)/i, name: "样式" },
  };

  /** @param {string} address @param {string} name @param {string} type */
  function tell(address, name, type) {
    if (told) return;
    told = true;
    var file = address.replace(/[?#].*/, "").replace(/.*\//, "");
    var sent = type ? "发成了 " + type : "没有写类型";
    var line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.className = "misserved";
    line.textContent =
      "网站的服务器没有把 " +
      file +
      " 当作" +
      name +
      "发送（" +
      sent +
      "），这一页不全。不是您的浏览器的问题，请告诉网站的维护者。";
    var place = document.querySelector(".md-content__inner") || document.body;
    place.insertBefore(line, place.firstChild);
    document.documentElement.setAttribute("data-misserved", "");
    window.dispatchEvent(new Event("misserved")); // for macros/check/too-old-notice.js
  }

  // Asks about a file that the page could not use; promises whether it is there and called something else. A page in its place is
  // another's doing: of who wants a password first, or of a host that answers everything.
  /** @param {string} address @param {string} kind */
  window.misserved = function (address, kind) {
    return fetch(address, { method: "HEAD" }).then(function (response) {
      var type = response.headers.get("Content-Type") || "";
      if (!response.ok || kinds[kind].right.test(type) || /^text\/html/i.test(type)) return false;
      var say = tell.bind(null, address, kinds[kind].name, type);
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", say);
      else say();
      return true;
    });
  };

  // Of elements that do not load the window hears only on the way down.
  window.addEventListener(
    "error",
    function (event) {
      var failed = /** @type {any} */ (event.target);
      var sheet = failed.tagName === "LINK" && failed.rel === "stylesheet";
      if (!sheet && failed.tagName !== "SCRIPT") return;
      if (!window.fetch || location.protocol === "file:") return;
      window.misserved(failed.src || failed.href, sheet ? "style" : "script")["catch"](function (error) {
        console.warn(error); // the network is gone
      });
    },
    true
  );
})();
