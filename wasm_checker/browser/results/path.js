// The way through a rule as a picture: six stations, each with its state by shape and colour, its article and its words. The list and
// its text are the content; the marks are drawn beside it.
import { h } from "../kit/dom.js";
import { placeLinks } from "./ranges.js";
import { stations } from "./stations.js";

/** @typedef {import("./stations.js").Mark} Mark */
/** @typedef {import("./stations.js").View} View */
/** @typedef {import("./stations.js").Drawn} Drawn */

const SVG = "http://www.w3.org/2000/svg";
// Within a circle of radius 10 around 12, 12. What is met is full, what fails is a square, what is open is empty.
/** @type {Record<Mark, [string, Record<string, string>][]>} */
const SHAPES = {
  true: [
    ["circle", { cx: "12", cy: "12", r: "11", class: "path__full" }],
    ["path", { d: "M6.5 12.5l3.8 3.8 7.2-8", class: "path__on" }],
  ],
  false: [
    ["rect", { x: "1", y: "1", width: "22", height: "22", class: "path__full" }],
    ["path", { d: "M7 7l10 10M17 7L7 17", class: "path__on" }],
  ],
  own: [
    ["circle", { cx: "12", cy: "12", r: "10", class: "path__ring" }],
    ["path", { d: "M12 2a10 10 0 0 0 0 20z", class: "path__full" }],
  ],
  open: [["circle", { cx: "12", cy: "12", r: "10", class: "path__ring" }]],
  ahead: [["circle", { cx: "12", cy: "12", r: "10", class: "path__ring path__ring--dotted" }]],
  none: [
    ["circle", { cx: "12", cy: "12", r: "9", class: "path__thin" }],
    ["path", { d: "M6 18L18 6", class: "path__thin" }],
  ],
};
/** @type {Record<Mark, string>} */
const SIGNS = { true: "✓", false: "✗", own: "◐", open: "○", ahead: "○", none: "⊘" };

/** @param {Mark} mark */
function drawn(mark) {
  const make = (/** @type {string} */ tag, /** @type {Record<string, string>} */ attributes) => {
    const node = document.createElementNS(SVG, tag);
    for (const [name, given] of Object.entries(attributes)) node.setAttribute(name, given);
    return node;
  };
  const picture = make("svg", { viewBox: "0 0 24 24", class: "path__mark", "aria-hidden": "true", focusable: "false" });
  picture.append(...SHAPES[mark].map(([tag, attributes]) => make(tag, attributes)));
  return picture;
}

/**
 * The path of an assessment that has one.
 * @param {View} view @param {Data.RuleTitle} rule @param {Data.Assessment & {path: Data.Path}} result
 */
export function pathView(view, rule, result) {
  return h(
    "ol",
    { class: "path", "aria-label": `${rule.short}：结论是怎样得出的` },
    stations(view, rule, result).map((station) => stop(view, station)),
  );
}

/** @param {View} view @param {Drawn} station */
function stop(view, { id, title, mark, said, places = [], words: quotes = [], parts = [], notes = [], facts }) {
  return h(
    "li",
    {
      class: `path__stop path__stop--${mark}`,
      "data-station": id,
      "data-state": mark,
      "data-station-facts": facts.join(" "),
    },
    drawn(mark),
    h(
      "p",
      { class: "path__head" },
      h("strong", {}, title),
      " ",
      h("span", { class: "path__said" }, said),
      places.length ? h("span", { class: "path__where" }, placeLinks(view.words, view.root, places)) : null,
    ),
    quotes.map((quote) => h("q", { class: "path__words" }, quote)),
    parts.length
      ? h(
          "ul",
          { class: "path__parts" },
          parts.map((one) => part(view, one)),
        )
      : null,
    notes.map((note) => h("p", { class: "path__note" }, note)),
  );
}

const SHORT = 36; // characters, about two lines on a phone

/** @param {View} view @param {NonNullable<Drawn["parts"]>[number]} part */
function part({ words, root }, { mark, said, place, words: quote }) {
  return h(
    "li",
    { class: `path__part path__part--${mark}` },
    h("span", { class: "path__sign", "aria-hidden": "true" }, SIGNS[mark]),
    h(
      "span",
      {},
      h("span", { class: "visually-hidden" }, `${said}：`),
      h("q", { class: quote.length > SHORT ? "path__words path__words--long" : "path__words" }, quote),
      " ",
      placeLinks(words, root, [place]),
    ),
  );
}

// Who the text is for is the last thing of which one would ask whether it was otherwise.
const TURNS = ["exclusions", "gates", "grounds", "timing", "scope"];
/**
 * Marks the station where the verdict turns most easily: the answer without which, and with the other instead of which, it would not
 * stand. Only a yes or no has another.
 * @param {Element} path @param {Data.Explanation} found @param {Data.Words["facts"]} facts
 */
export function markTurn(path, { hangs_on: hinges, load_bearing: bears }, facts) {
  for (const old of path.querySelectorAll(".path__turn")) old.remove();
  const turning = hinges.filter((fact) => bears.includes(fact) && facts[fact].type === "bool");
  const nearest = TURNS.flatMap((id) => turning.filter((fact) => stationOf(path, fact)?.dataset.station === id))[0];
  if (!nearest) return;
  const said = `“${facts[nearest].text}”这一项若不是这样，结论就不同。事情已经如此，如实回答。`;
  stationOf(path, nearest)?.append(h("p", { class: "path__turn" }, said));
}

/** @param {Element} path @param {string} fact */
function stationOf(path, fact) {
  return [...path.querySelectorAll("[data-station-facts]")].find((stop) =>
    (stop.dataset.stationFacts ?? "").split(" ").includes(fact),
  );
}
