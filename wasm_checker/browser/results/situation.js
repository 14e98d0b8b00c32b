// What the texts write for where the person stands: each statement with its words or with the row that shows a silence; whom to ask.
import { bracketed, h, list } from "../kit/dom.js";
import { address } from "../kit/wording.js";

/** @typedef {Pick<Data.Words, "situations" | "documents" | "provisions" | "rules">} Told */

/**
 * The panel of a situation; empty where none is chosen. `place`: the document chosen, "" for all; `folds`: whether verdicts follow it, which
 * a long panel would push out of sight.
 * @param {Told} words @param {string | null} root @param {{situation: string, place: string, folds?: boolean}} chosen
 */
export function situationPanel(words, root, { situation, place, folds = false }) {
  const found = words.situations[situation];
  if (!found) return [];
  const said = found.says.filter(({ documents }) => !place || documents.length !== 1 || documents[0] === place);
  const general = said.filter(({ documents }) => documents.length !== 1);
  const own = Object.keys(words.documents).map((document) => ({
    document,
    says: said.filter(({ documents }) => documents.length === 1 && documents[0] === document),
  }));
  const body = [
    statements(words, root, general),
    ...own.filter(({ says }) => says.length).map((each) => ofDocument(words, root, each, place)),
    found.rows.length ? rows(root, found.rows) : null,
    found.ask ? askBox(found.ask) : null,
  ];
  return [
    h(
      "section",
      { class: "situation", "aria-labelledby": "situation-title" },
      h("h3", { id: "situation-title" }, found.title),
      // Who has no case of his own has no place either.
      said.length || place ? null : h("p", {}, "各份并排列在下面；只看一处的，在第二题选地方。"),
      folds ? fold(place ? said : general, body) : body,
    ),
  ];
}

/** Whether the person has unfolded it or folded it: each answer draws the panel anew. @type {boolean | undefined} */
let unfolded;

const LINES = 40; // characters, about two lines on a phone

/**
 * The first statement, and those after it that still have room.
 * @param {string[]} texts
 */
export function leading(texts) {
  let [lead = "各处的条文怎样写，这件事问谁："] = texts;
  for (const text of texts.slice(1)) {
    if (lead.length + text.length > LINES) break;
    lead += text;
  }
  return lead;
}

/**
 * Its first lines, the rest unfolds; open where there is room. `said`: of which the first are shown, whole: none loses its condition.
 * @param {Data.SaidWords[]} said @param {(HTMLElement | null)[]} body
 */
function fold(said, body) {
  const wide = globalThis.matchMedia("(min-width: 60em)").matches;
  const lead = leading(said.map(({ text }) => text));
  const all = h(
    "details",
    { class: "situation__fold", open: unfolded ?? wide },
    h(
      "summary",
      {},
      h("span", { class: "situation__lead" }, lead),
      h("span", { class: "situation__more" }, "展开"),
      h("span", { class: "situation__less" }, "收起"),
    ),
    body,
  );
  all.addEventListener("toggle", () => {
    unfolded = all.open;
  });
  return all;
}

/**
 * Of the chosen place it stands open, of all places each is opened by who wants it.
 * @param {Told} words @param {string | null} root @param {{document: string, says: Data.SaidWords[]}} own @param {string} place
 */
function ofDocument(words, root, { document, says }, place) {
  const rule = words.rules.find((each) => each.document === document);
  const draft = rule && !rule.in_force ? [" ", h("span", { class: "chip chip--draft" }, "未施行")] : [];
  const area = words.documents[document];
  const body = statements(words, root, says);
  return place
    ? h("div", { "data-of": document }, h("h4", {}, area, draft), body)
    : h("details", { "data-of": document }, h("summary", {}, `${area}怎样写`, draft), body);
}

/** @param {Pick<Data.Words, "provisions">} words @param {string | null} root @param {Data.SaidWords[]} says */
export function statements(words, root, says) {
  return says.length ? list(says.map((said) => h("span", {}, said.text, ...proof(words, root, said)))) : null;
}

/** @param {Pick<Data.Words, "provisions">} words @param {string | null} root @param {Data.SaidWords} said */
function proof(words, root, { provision, quote, dimension, reading }) {
  if (provision) {
    const { citation, place, page } = words.provisions[provision];
    return [
      ...bracketed(h("a", { href: address(root, page), title: citation }, place)),
      h("details", {}, h("summary", {}, "原文"), h("blockquote", {}, `${citation}：“${quote}”`)),
    ];
  }
  if (dimension) return bracketed(h("a", { href: address(root, dimension.page) }, `对照：${dimension.title}`));
  const page = `compare/readings/#${/** @type {string} */ (reading).toLowerCase()}`;
  return bracketed(h("a", { href: address(root, page) }, `读法${reading}`));
}

/** @param {string | null} root @param {Data.RowWords[]} found */
function rows(root, found) {
  const links = found.map(({ title, page }) => h("a", { href: address(root, page) }, title));
  return h("p", {}, "各处怎样写，比一比：", ...links.flatMap((link, index) => (index ? ["、", link] : [link])), "。");
}

/** Whom to ask, and in what words. @param {Data.Ask} ask */
export function askBox({ whom, words, note }) {
  return h(
    "div",
    { class: "situation__ask" },
    h("p", {}, h("strong", {}, "问谁"), `：${whom}。`),
    h("p", {}, h("strong", {}, "这样问"), `：“${words}”`),
    note ? h("p", {}, note) : null,
  );
}

/**
 * Who has named none of the places: what is here does not bind him, and whom to ask.
 * @param {Pick<Data.Words, "instead">} words
 */
export function elsewhere({ instead: { elsewhere: found } }) {
  return h("div", { class: "checker__unwritten" }, h("p", {}, found.text), askBox(found.ask));
}

/**
 * Whose text is not in force: that nothing is offered by it, what it writes, and whom to ask. `alone`: it is the place chosen.
 * @param {Data.Words} words @param {string | null} root @param {Data.RuleWords} rule @param {boolean} alone
 */
export function draftBox(words, root, { document, short, status }, alone) {
  const found = words.instead.drafts[document];
  if (!found) {
    return h("p", { class: "steps__none" }, `${short}：${status[0]}，不能作为申请的依据，不列步骤，也不写申请草稿。`);
  }
  const said = [h("p", {}, found.text), statements(words, root, found.says), askBox(found.ask)];
  return alone
    ? h("section", { class: "steps__none", "data-draft": document }, h("h3", {}, `${short}：现在能做什么`), said)
    : h(
        "details",
        { class: "steps__none", "data-draft": document },
        h("summary", {}, `${short}：${found.text}`),
        said.slice(1),
      );
}
