// Says so where the page's scripts cannot run, or only the first of them: browsers that are too old refuse a script whole, and
// nothing in it could tell. In ES5, therefore, within the page, and apart from all it watches.
(function () {
  "use strict";
  var page = /** @type {CheckerPage} */ (document.querySelector("[data-checker]"));
  var line = page.querySelector("[data-role=status]");
  var sheet = /** @type {HTMLElement} */ (document.getElementById("checker-watch")).getAttribute("data-sheet"); // none where there is no site around

  /** @param {string} before @param {string} after */
  function say(before, after) {
    page.setAttribute("data-failed", "");
    line.textContent = before;
    var link = document.createElement(sheet ? "a" : "span");
    link.textContent = "自查表";
    if (sheet) /** @type {HTMLAnchorElement} */ (link).href = sheet;
    line.appendChild(link);
    line.appendChild(document.createTextNode(after));
  }

  function look() {
    if (page.hasAttribute("data-followed") || page.hasAttribute("data-ready")) return;
    if (document.documentElement.hasAttribute("data-misserved")) {
      say(
        "网页没有载入完整，原因是服务器的设置，见最上面一行。现在只看得到结论；依据、提示、另一读法和下一步都看不到，先不要只照它办。可以打印",
        "。"
      );
    } else if (!page.questionnaire) say("这个浏览器太旧，不能自动判断；可以打印", "，或者换一个浏览器。");
    else {
      say(
        "网页没有载入完整（浏览器太旧，网络断了，或者是从文件夹打开的）。现在只看得到结论；依据、提示、另一读法和下一步都看不到，先不要只照它办。可以刷新再试，也可以打印",
        "，或者换一个浏览器。"
      );
    }
  }

  window.addEventListener("misserved", look); // macros/face/misserved.js
  // Everything has loaded or failed by then; a little later, since what comes last begins after a painting.
  window.addEventListener("load", function () {
    setTimeout(look, 3000);
  });
})();
