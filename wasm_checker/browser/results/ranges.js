// Lists of provisions, short: items of one article that follow each other stand as a range, 第五条第（一）至（十三）项.
import { address } from "../kit/wording.js";
import { h } from "../kit/dom.js";

const FEWEST = 3; // two that follow each other are named both
const NUMBERED = /^(.*)\/([a-z]*)(\d+)$/; // an id's last step
const PLACE = /^(.*第)([（(]?[\d一二三四五六七八九十百]+[）)]?)([项款条])$/;

/**
 * Whether one provision is the next of the same article.
 * @param {string} before @param {string} after
 */
function follows(before, after) {
  const [one, other] = [NUMBERED.exec(before), NUMBERED.exec(after)];
  return Boolean(one && other && one[1] === other[1] && one[2] === other[2] && Number(other[3]) === Number(one[3]) + 1);
}

/**
 * The ids in runs, each in the order of its text: [[a5/i1, a5/i2, a5/i3], [a9/p1]]. `provisions`: those of words.json.
 * @param {Record<string, Pick<Data.ProvisionWords, "place">>} provisions @param {string[]} ids @returns {string[][]}
 */
export function runs(provisions, ids) {
  /** @type {string[][]} */
  const found = [];
  const order = Object.keys(provisions);
  for (const id of [...new Set(ids)].sort((one, other) => order.indexOf(one) - order.indexOf(other))) {
    const last = found[found.length - 1];
    if (last && PLACE.test(provisions[id].place) && follows(last[last.length - 1], id)) last.push(id);
    else found.push([id]);
  }
  return found.flatMap((run) => (run.length < FEWEST ? run.map((id) => [id]) : [run]));
}

/**
 * How a run is named: its only place, or from where to where.
 * @param {Record<string, Pick<Data.ProvisionWords, "place">>} provisions @param {string[]} run
 */
export function placeOf(provisions, run) {
  const [first, last] = [run[0], run[run.length - 1]].map((id) => provisions[id].place);
  const [from, to] = [PLACE.exec(first), PLACE.exec(last)];
  return run.length > 1 && from && to ? `${from[1]}${from[2]}至${to[2]}${to[3]}` : first;
}

/**
 * A link to a run: to its first provision.
 * @param {Pick<Data.Words, "provisions">} words @param {string | null} root @param {string[]} run
 */
export function runLink({ provisions }, root, run) {
  const { citation, page } = provisions[run[0]];
  return h("a", { href: address(root, page), title: run.length > 1 ? null : citation }, placeOf(provisions, run));
}

/**
 * Links to all of them, in a line.
 * @param {Pick<Data.Words, "provisions">} words @param {string | null} root @param {string[]} ids
 */
export function placeLinks(words, root, ids) {
  return runs(words.provisions, ids).flatMap((run, index) => [index ? "、" : "", runLink(words, root, run)]);
}
