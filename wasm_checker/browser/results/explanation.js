// Why a verdict came out, and which facts it hangs on. Nothing here is to read as advice on what to answer.
import { h, list, section } from "../kit/dom.js";
import { isAgainst, quoted } from "../kit/wording.js";
import { treeView } from "./tree.js";

const SHORT = 3; // answers that are named in one sentence

/**
 * @param {OrRefused<Data.Explanation>} found @param {Data.Words} words @param {(provision: string) => HTMLElement} link
 */
export function explanation(found, words, link) {
  if (found.error !== undefined) return h("p", {}, found.error);
  return h("div", {}, proof(found), near(found, words, link), changes(found, words), treeView(found, words, link));
}

/** @param {Data.Explanation} found */
function proof({ certificate, certificate_said: said }) {
  if (!said) return null;
  if (certificate.length <= SHORT) return h("p", {}, said);
  const [title, ...rest] = said.split("：");
  return h("details", {}, h("summary", {}, title), h("p", {}, rest.join("：")));
}

/**
 * The listed grounds that a single answer keeps from holding. Which answer it would take is said only where it can still be brought about.
 * @param {Data.Explanation} found @param {Data.Words} words @param {(provision: string) => HTMLElement} link
 */
function near({ near_misses: misses }, words, link) {
  if (!misses.length) return null;
  const items = misses.map(({ provision, fact, needs_said: needed }) =>
    h(
      "span",
      {},
      link(provision),
      `：只有${quoted(words, [fact])}与您的回答不合`,
      needed === undefined ? null : inHandNote(),
    ),
  );
  return section("条文还列了这些情形，只有一项不合（期限、条件、排除另看）", list(items));
}

/**
 * What the verdict hangs on; of what can still be brought about the nearest other verdicts, but none against the person.
 * @param {Data.Explanation} found @param {Data.Words} words
 */
function changes({ changes: others, hangs_on: facts }, words) {
  const named = facts.map((id) => h("span", {}, quoted(words, [id])));
  const items = others
    .filter(({ verdict }) => !isAgainst(words, verdict))
    .map(({ verdict, flips }) =>
      h(
        "span",
        {},
        `如果${flips.map(({ fact, to_said: to }) => `${quoted(words, [fact])}${wanted(words, fact, to)}`).join("，并且")}，结论是“${words.verdicts[verdict].title}”`,
        inHandNote(),
      ),
    );
  if (!named.length && !items.length) return null;
  return section(
    "哪些事实会改变结论",
    named.length ? h("p", {}, "这几项答得不同，结论就不同。事情已经如此，如实回答：") : null,
    named.length ? list(named) : null,
    items.length ? list(items) : null,
  );
}

/** A number's bound reads by itself: 不超过 7. @param {Data.Words} words @param {string} fact @param {string} said */
const wanted = (words, fact, said) => (words.facts[fact].type === "int" ? said : `为“${said}”`);

function inHandNote() {
  return h("small", {}, "（也许还来得及做，算不算由组织认定）");
}
