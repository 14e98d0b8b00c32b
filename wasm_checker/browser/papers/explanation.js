// The words of a 情况说明, for who holds that what was reported of him is not so. It applies for nothing, and it concedes nothing: of the
// answers it states none.
import { chinese } from "../kit/wording.js";
import { speaker } from "./application.js";
import { filled, plain, withWritten } from "./sentences.js";

/**
 * Whether one may be of use: reported, held to be untrue, and not yet found so.
 * @param {Facts} facts
 */
export const wanted = (facts) => facts.believes_report_untrue === true && facts.report_untrue !== true;

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
