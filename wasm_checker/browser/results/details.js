// What a card unfolds: provisions with their words, what is still open, reminders, effects, readings.
import { bracketed, h, list, section } from "../kit/dom.js";
import { address, quoted, value } from "../kit/wording.js";
import { placeOf, runLink, runs } from "./ranges.js";

/** @typedef {import("../kit/dom.js").Child} Child */
/** @typedef {{words: Data.Words, root: string | null, facts: Facts, toQuestion: (fact: string, text: string) => Child}} View */

/** A link to one provision. @param {Pick<View, "words" | "root">} view @param {string} id */
export const link = ({ words, root }, id) => runLink(words, root, [id]);

/** @param {Pick<View, "root">} view @param {string} id */
export const readingLink = ({ root }, id) =>
  h("a", { href: address(root, `compare/readings/#${id.toLowerCase()}`) }, `读法${id} `);

/** @param {View} view @param {string} title @param {string[]} ids */
export function provisions(view, title, ids) {
  if (!ids.length) return null;
  const items = runs(view.words.provisions, ids).map((run) =>
    run.length > 1 ? range(view, run) : provision(view, run[0]),
  );
  return section(title, list(items, { class: "verdict__provisions" }));
}

/** @param {View} view @param {string} id */
function provision(view, id) {
  const { text, citation } = view.words.provisions[id];
  return h(
    "li",
    { "data-provision": id },
    link(view, id),
    h("details", {}, h("summary", {}, "原文"), h("blockquote", {}, text || citation)),
  );
}

/** Items that follow each other are one line, and unfold into theirs. @param {View} view @param {string[]} run */
function range(view, run) {
  return h(
    "li",
    {},
    runLink(view.words, view.root, run),
    h(
      "details",
      { class: "verdict__range" },
      h("summary", { "aria-label": `${placeOf(view.words.provisions, run)}的原文` }, "原文"),
      h(
        "ul",
        {},
        run.map((id) =>
          h("li", { "data-provision": id }, link(view, id), h("blockquote", {}, view.words.provisions[id].text)),
        ),
      ),
    ),
  );
}

/** @param {View} view @param {string} title @param {string[]} ids @param {boolean} linked */
export function facts({ words, toQuestion }, title, ids, linked) {
  if (!ids.length) return null;
  const item = (/** @type {string} */ id) =>
    h("li", { "data-fact-named": id }, linked ? toQuestion(id, words.facts[id].text) : words.facts[id].text);
  return h("details", { class: "verdict__more" }, h("summary", {}, `${title}（${ids.length}）`), list(ids.map(item)));
}

/** @param {View} view @param {Data.Effect[]} items */
export function effects(view, items) {
  if (!items.length) return null;
  const said = items.map((effect) => h("span", {}, effect.text, bracketed(link(view, effect.provision))));
  return section("如果认定，条文写的结果", list(said));
}

/** @param {View} view @param {Data.Said[]} items */
export function reminders(view, items) {
  if (!items.length) return null;
  return section(
    "请留意",
    list(items.map(({ text, provision: id }) => h("span", {}, text, bracketed(link(view, id))))),
  );
}

/** @param {View} view @param {string[]} ids */
export function readings(view, ids) {
  if (!ids.length) return null;
  const items = ids.map((id) => h("span", {}, readingLink(view, id), view.words.readings[id]));
  return h("details", { class: "verdict__more" }, h("summary", {}, `涉及的读法（${ids.length}）`), list(items));
}

/** Where another reading of the words would decide otherwise, both are named. @param {View} view @param {Data.Assessment} result */
export function otherReadings(view, { other_readings: others }) {
  if (!others.length) return null;
  const items = others.map(({ reading, says, verdict }) =>
    h(
      "span",
      {},
      readingLink(view, reading),
      `若按另一读法（${says}），结论是“${view.words.verdicts[verdict].title}”。`,
    ),
  );
  return h("section", { class: "verdict__other" }, h("h4", {}, "此处有另一读法，结论会不同"), list(items));
}

/**
 * Where another reading would decide otherwise for an answer that was not given: one question, to be answered at will.
 * @param {View} view @param {Data.Assessment} result
 */
export function openReadings(view, { open_readings: others }) {
  const items = others.map(({ reading, says, fact, value: given, verdict }) => {
    const asked = view.words.facts[fact];
    const ends = verdict ? `结论是“${view.words.verdicts[verdict].title}”` : "还要看另外几题怎样答";
    const supposed = verdict
      ? `若${quoted(view.words, [fact])}为“${value(asked, /** @type {FactValue} */ (given))}”，`
      : "";
    return h(
      "span",
      {},
      readingLink(view, reading),
      `${supposed}按另一读法（${says}），${ends}。`,
      view.toQuestion(fact, "去答这一题（可以不答）"),
    );
  });
  return items.length ? list(items) : null;
}
