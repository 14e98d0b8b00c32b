// The words of a 情况说明, for who holds that what was reported of him is not so. It applies for nothing, and it concedes nothing: of the
// answers it states none.
import { chinese } from "../kit/wording.js";
import { speaker } from "./application.js";
import { filled, plain, withWritten } from "./sentences.js";

/**
 * Whether one may be of use, as the draft's words say.
 * @param {Data.Words} words @param {Facts} facts
 */
export function wanted(words, facts) {
  const { when, unless } = words.draft.explanation;
  /** @type {(entry: [string, FactValue]) => boolean} */
  const holds = ([fact, value]) => facts[fact] === value;
  return Object.entries(when).every(holds) && !Object.entries(unless).some(holds);
}

/**
 * As `application` gives it.
 * @param {{words: Data.Words, facts: Facts, written?: import("./sentences.js").Written}} given @returns {Content}
 */
export function explanation({ words, facts, written = {} }) {
  const texts = words.draft;
  const { explanation: own } = texts;
  const who = speaker(texts, facts);
  const { values, lines } = withWritten(texts, written);
  /** @type {[string, string[]][]} */
  const parts = [
    [own.facts, lines],
    ...own.parts.map(({ heading, text }) => /** @type {[string, string[]]} */ ([heading, [text]])),
  ];
  return {
    note: own.note,
    title: filled(own.title, values),
    to: own.to,
    body: [
      plain(filled(own.opening, { ...who, ...values })),
      ...parts.flatMap(([heading, paragraphs], index) => [
        { level: 1, text: filled(texts.part, { number: chinese(index + 1), heading }) },
        ...paragraphs.map(plain),
      ]),
    ],
    signature: [who === texts.unit ? own.signs.unit : own.signs.person, texts.date],
  };
}
