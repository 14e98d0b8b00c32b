// A case that was read from a link or a file: answers that are there already are replaced when a button says so, not before.
import { canonical } from "./casefile.js";

/** @typedef {Record<string, () => void>} Choices what each button does, by its text */
/** @typedef {(lines: Line[], choices?: Choices) => void} Tell */
/**
 * @typedef {{state: () => CaseState, restore: (read: NotedCase) => Line[], since: (read: NotedCase) => Line[],
 *   say: (...lines: Line[]) => void, tell: Tell}} Receiver
 */

/**
 * Fills the form with what was read, or asks first. `source`: what it was read from; `opened`: what is said when it is in the form;
 * `told`: where that is said besides `say`.
 * @param {Receiver} receiver @param {NotedCase} read @param {{source: string, opened: string, told: Tell}} how
 */
export function offer({ state, restore, since, say, tell }, read, { source, opened, told }) {
  const take = () => {
    const lines = [opened, ...restore(read)];
    say(...lines);
    return lines.map(again);
  };
  const mine = state();
  if (same(mine, read)) told([`${source}里的回答和现有的一样，没有改动。`, ...read.notes, ...since(read)]);
  else if (count(mine)) {
    const question = `${source}里有 ${count(read)} 项回答，和现有的 ${count(mine)} 项不一样，现在还没有换。换了，现有的就找不回来；要留，先点“保留现有的回答”，存下来，再打开${source}。`;
    tell([question, ...read.notes], {
      保留现有的回答: () => say(`没有打开${source}，现有的回答没有变。`),
      [`换成${source}里的回答`]: take,
    });
  } else told(take());
}

/**
 * How much has been answered and chosen; some answers, such as 不清楚, fill no fact.
 * @param {ReadCase} given
 */
export function count({ facts, choices = {}, place, further = [] }) {
  return Object.keys(facts).length + Number(Boolean(place)) + further.length || Object.keys(choices).length;
}

/**
 * Whether opening the one where the other stands would change nothing. What a link of old does not name is kept.
 * @param {CaseState} mine @param {NotedCase} read
 */
function same(mine, { facts, place, choices = {}, further = mine.further }) {
  return (
    canonical([mine.facts, mine.choices ?? {}, mine.place, mine.further]) ===
    canonical([facts, choices, place, further])
  );
}

/**
 * An element stands in one place only.
 * @param {Line} line
 */
function again(line) {
  return line instanceof HTMLElement ? /** @type {HTMLElement} */ (line.cloneNode(true)) : line;
}
