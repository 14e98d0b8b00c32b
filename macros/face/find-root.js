// In the head of 404.html, before the first address, where nobody has said where the site stands: a host may keep it below its top, and
// sends this page for any depth. The first folder on the way down that has the site's own picture is its root.
{
  const base = /** @type {HTMLBaseElement} */ (document.querySelector("base"));
  const steps = location.pathname.split("/");
  /** @type {(folder: string) => boolean} */
  const has = (folder) => {
    try {
      const request = new XMLHttpRequest();
      request.open("HEAD", `${folder}assets/favicon.svg`, false); // what follows in the page needs the answer
      request.send();
      return request.status === 200 && /svg/.test(request.getResponseHeader("Content-Type") || "");
    } catch (error) {
      console.error(error); // no network, or a page from a disk
      return false;
    }
  };
  const folders = steps.slice(1).map((_, depth) => `${steps.slice(0, depth + 1).join("/")}/`);
  // An address that begins with two strokes would name another host.
  base.href = folders.filter((folder) => !folder.startsWith("//")).find(has) || base.href;
}
