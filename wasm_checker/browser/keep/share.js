// A link with the answers in its #fragment, which no browser sends to a server; and its QR code.
import { because } from "../kit/failure.js";
import { CaseError, isView, known } from "./casefile.js";
import { BY_HAND, copied } from "../kit/copy.js";
import { h } from "../kit/dom.js";
import { coded, decoded } from "./judged.js";

export const WARNING =
  "链接和二维码里有您的全部回答，谁拿到都能看到。打开过的链接，会留在那台设备的浏览记录里。事情正在核查的，按要求保密，不要转发。";

const MARK = "#case=";
const VERSION = 1;
const LONGEST = 16 * 1024; // characters of a fragment
const LARGEST = 64 * 1024; // bytes once unpacked
const BROKEN = "链接里的回答读不出来（不完整，或者被改过），没有打开，现有的回答没有变。";

/**
 * Facts as short text: those answered 是, those answered 否, those left to the organ, and the others; then what else was chosen, and the verdicts.
 * @param {Case & {version: string, judged?: Record<string, string>}} given
 */
function packed({ facts, choices, place, further, version, judged = {} }) {
  const ids = (/** @type {FactValue} */ given) =>
    Object.keys(facts)
      .filter((id) => facts[id] === given)
      .join(" ");
  const other = Object.entries(facts).filter(([, given]) => typeof given !== "boolean" && given !== "organ");
  return JSON.stringify([
    version.slice(0, 12),
    place,
    ids(true),
    ids(false),
    ids("organ"),
    Object.fromEntries(other),
    further,
    choices,
    coded(judged),
  ]);
}

/** @param {string} text @returns {ReadCase & {version: string, verdicts: string}} */
function unpacked(text) {
  // The last three: not in links of old.
  const [version, place, yes, no, organ, other, further, choices, verdicts = ""] = JSON.parse(text);
  const texts = [version, yes, no, organ, verdicts];
  if (!texts.every((part) => typeof part === "string") || !isView({ place, further, choices })) {
    throw new Error("shape");
  }
  /** @type {Facts} */
  const facts = { ...other };
  const split = (/** @type {string} */ part) => part.split(" ").filter(Boolean);
  for (const [part, given] of /** @type {[string, FactValue][]} */ ([
    [yes, true],
    [no, false],
    [organ, "organ"],
  ])) {
    for (const id of split(part)) facts[id] = given;
  }
  return { version, place, further, facts, choices, verdicts };
}

/**
 * A browser that cannot deflate makes longer links.
 * @param {unknown} error
 */
function without(error) {
  console.warn(error);
  return null;
}

/**
 * The link for a case; `base` is the page's address. Deflated where the browser can.
 * @param {Pick<Case, "facts"> & Partial<Case> & {data: Data.DataVersion, judged?: Record<string, string>}} given
 * @param {string} base
 */
export async function linkFor({ facts, choices = {}, place = "", further = [], judged, data }, base) {
  const bytes = new TextEncoder().encode(packed({ facts, choices, place, further, judged, version: data.version }));
  const deflated = await through("CompressionStream", bytes).catch(without);
  const [kind, body] = deflated ? ["z", deflated] : ["p", bytes];
  return `${base.split("#")[0]}${MARK}${VERSION}${kind}${base64url(body)}`;
}

/** @type {(hash: string) => boolean} */
export const isLink = (hash) => hash.startsWith(MARK);

/**
 * Null where the fragment holds no case; else {facts, choices, place, further, notes, older}. Throws CaseError with one message in Chinese.
 * @param {string} hash @param {Data.Words} words @returns {Promise<NotedCase | null>}
 */
export async function readLink(hash, words) {
  if (!isLink(hash)) return null;
  const found = /^(\d+)([zp])([\w-]+)$/.exec(hash.slice(MARK.length, LONGEST));
  if (!found || hash.length > LONGEST) throw new CaseError(BROKEN);
  const [, version, kind, body] = found;
  if (Number(version) > VERSION) {
    throw new CaseError("这个链接是新版网页做的，现有的回答没有变。请刷新网页，再打开一次收到的链接。");
  }
  if (kind === "z" && !globalThis.DecompressionStream) {
    throw new CaseError("这个浏览器太旧，读不了压缩过的链接，没有打开。请换一个浏览器，或者请对方另存文件给您。");
  }
  let read;
  try {
    const bytes = fromBase64url(body);
    read = unpacked(
      new TextDecoder("utf-8", { fatal: true }).decode(
        kind === "z" ? await through("DecompressionStream", bytes) : bytes,
      ),
    );
  } catch (error) {
    console.warn(error); // cut short, or not a link of ours
    throw new CaseError(BROKEN);
  }
  const { facts, place, dropped, notes: unfit } = known(read, words);
  const same = words.data.version.startsWith(read.version) && read.version.length === 12;
  if (same && dropped.length) throw new CaseError(BROKEN);
  const notes = same ? [] : ["这个链接是按另一版规则做的，结论按现在的重新判断。"];
  if (dropped.length) notes.push(`有 ${dropped.length} 项这里不问，没有放进来。`);
  const older = same ? undefined : { judged: decoded(read.verdicts, words) };
  return { facts, choices: read.choices, place, further: read.further, notes: [...notes, ...unfit], older };
}

/**
 * Bytes through a (de)compressing stream; refuses to unpack more than a case can hold.
 * @param {"CompressionStream" | "DecompressionStream"} stream @param {Uint8Array<ArrayBuffer>} bytes
 */
async function through(stream, bytes) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(new globalThis[stream]("deflate-raw")).getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.byteLength;
    if (size > LARGEST) {
      await reader.cancel();
      throw new Error("too large");
    }
    chunks.push(step.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** @param {string} text */
function fromBase64url(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * The QR code of a link as an SVG with a text for those who cannot see it; its library is loaded here.
 * @param {string} link @param {() => Promise<typeof import("uqr")>} library
 */
export async function qrCode(link, library = () => import("../qr.js")) {
  const { encode } = await library();
  const { size, data } = encode(link, { ecc: "L", border: 4 });
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join(""));
  path.setAttribute("d", rows.join(""));
  const attributes = {
    viewBox: `0 0 ${size} ${size}`,
    role: "img",
    "aria-label": "本页回答的链接的二维码；内容与上面的链接相同",
    "shape-rendering": "crispEdges",
    class: "qr",
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  const ground = document.createElementNS(SVG, "rect");
  ground.setAttribute("width", /** @type {any} */ (size));
  ground.setAttribute("height", /** @type {any} */ (size));
  ground.setAttribute("fill", "#fff");
  svg.append(ground, path);
  return svg;
}

/**
 * The link, to copy, with its warning and its QR code on demand; `link` is what linkFor() promised.
 * @param {string} link
 */
export function shareSection(link) {
  const said = h("span", { role: "status" });
  const field = h("input", { type: "text", readonly: true, value: link, "aria-label": "带有回答的链接" });
  const place = h("div", { "data-role": "qr" });
  /** @type {(text: string, role: string, work: () => Promise<void>) => HTMLElement} */
  const act = (text, role, work) => {
    const made = h("button", { type: "button", "data-role": role }, text);
    made.addEventListener("click", () =>
      work().catch((error) => {
        said.textContent = `没有做成：${because(error)}。可以选中上面的链接，自己复制。`;
      }),
    );
    return made;
  };
  const copy = async () => {
    said.textContent = (await copied(field)) ? "已复制。剪贴板里留着这个链接。" : BY_HAND;
  };
  const draw = async () => {
    try {
      place.replaceChildren(await qrCode(link));
    } catch (error) {
      const why = error instanceof RangeError ? "回答太多，一个二维码放不下" : because(error);
      said.textContent = `没有做成二维码：${why}。可以复制链接，或者另存文件。`;
    }
  };
  return h(
    "section",
    { class: "share", "data-role": "share" },
    h("p", {}, WARNING),
    field,
    h("p", { class: "steps__action" }, act("复制链接", "copy-link", copy), act("显示二维码", "draw-qr", draw), said),
    place,
  );
}
