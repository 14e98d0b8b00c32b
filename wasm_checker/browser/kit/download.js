// Hands a file to the person. Every object URL is remembered, so that leaving can take all of them back.
import { inWeChat } from "./wechat.js";

/** @type {Set<string>} */
const urls = new Set();

/**
 * `content`: text or a Blob. Returns whether the browser takes it; where it does not, CANNOT_DOWNLOAD says what to do.
 * @param {string | Blob} content @param {string} name
 */
export function download(content, name, type = "application/octet-stream") {
  if (inWeChat()) return false;
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const url = URL.createObjectURL(blob);
  urls.add(url);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => release(url), 60_000); // some browsers read the file only after a while
  return true;
}

/** @param {string} url */
function release(url) {
  URL.revokeObjectURL(url);
  urls.delete(url);
}

export function releaseAll() {
  urls.forEach(release);
}
