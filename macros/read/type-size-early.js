// Stands in the page, before its words: the size that type-size.js has kept is theirs when they are first painted.

try {
  if (location.protocol !== "file:") {
    document.documentElement.setAttribute("data-size", localStorage.getItem("rongcuo-type-size") || "");
  }
} catch (error) {
  console.warn(error);
}
