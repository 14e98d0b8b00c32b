// Reads the answers as the rule core does: checked, dates turned into working days, what follows filled in.

/** @typedef {Omit<Data.DiagramsFile, "data">} Published */
/**
 * Facts by number: at which place of its values each known one is, those left to the organ, the days since 1970 of dates.
 * @typedef {{known: Map<number, number>, organ: Set<number>, dates: Map<number, number>} & Waiting} Given
 */
/**
 * What is known of a number of working days that waits for a calendar: see `read`.
 * @typedef {{elapsed?: Data.Elapsed, within?: Map<number, [number, number]>}} Waiting
 */
/**
 * @typedef {Omit<Given, "dates"> & {contradictions: Pair[], disputed: Set<number>, either: Given[][]}} Answers
 */

export class InputError extends Error {}

/** @param {string} message @returns {never} */
function fail(message) {
  throw new InputError(message);
}

/**
 * `published`: the content of diagrams.json. The result reads facts; it throws InputError with one line in Chinese.
 * @param {Published} published
 */
export function reader({ facts, implications, expected, dates: [started, applied, sinceStart], calendar: published }) {
  const numbers = new Map(facts.map(({ id }, index) => [id, index]));
  const days = calendar(published);

  /** @param {Data.FactData} fact @param {FactValue} value @returns {number} */
  function position({ id, type, values = [] }, value) {
    if (type === "bool" && typeof value === "boolean") return Number(value);
    if (type === "enum" && typeof value === "string" && values.includes(value)) return values.indexOf(value);
    if (type === "int" && Number.isInteger(value) && /** @type {number} */ (value) >= 0) {
      return values.filter((bound) => bound < /** @type {any} */ (value)).length;
    }
    if (type === "date" && dayNumber(value) !== null) return /** @type {number} */ (dayNumber(value));
    return fail(`事实 ${id} 的值应为${expected[type] || `${values.join("、")} 之一`}，这里是 ${JSON.stringify(value)}`);
  }

  /**
   * Fills in what follows; the pairs of answers that do not agree, each once, as they were answered.
   * @param {Given} given
   */
  function follow({ known, organ, dates }) {
    /** @type {[Map<number, number>, Map<string, [number, number]>]} */
    const [origin, pairs] = [new Map(), new Map()];
    /** @type {(fact: number) => number} */
    const from = (fact) => /** @type {number} */ (origin.has(fact) ? origin.get(fact) : fact); // `??` is too new for some
    /** @type {(cause: number, other: number) => void} */
    const against = (cause, other) => {
      /** @type {[number, number]} */
      const pair = [from(cause), from(other)];
      const key = [...pair].sort((a, b) => a - b).join();
      if (pair[0] !== pair[1] && !pairs.has(key)) pairs.set(key, pair);
    };
    for (const [cause, given, consequence, then, forced, unless] of implications) {
      if (known.get(cause) !== given) continue;
      if (known.has(unless) || dates.has(unless)) {
        against(cause, unless);
        continue;
      }
      if (then < 0) {
        // The organ's to find, unless it was answered yes.
        if (!known.get(consequence)) {
          known.delete(consequence);
          organ.add(consequence);
        }
        continue;
      }
      if (known.has(consequence) && known.get(consequence) !== then) {
        against(cause, consequence);
        continue;
      }
      if (!forced && (known.has(consequence) || organ.has(consequence))) continue;
      if (!known.has(consequence)) origin.set(consequence, from(cause));
      known.set(consequence, then);
      organ.delete(consequence);
    }
    return [...pairs.values()];
  }

  /**
   * Two dates become the number of working days between them. `given`: the number that was written as well, which must be that.
   * Where the number waits for a calendar and the rules tell what it can be apart, it is left to the organ; one that was given stands.
   * @param {Given} answers @param {FactValue | null} [given] @returns {Given}
   */
  function counted(answers, given) {
    const { known, organ, dates } = answers;
    if (!dates.has(started) || !dates.has(applied)) return answers;
    const [start, end] = [started, applied].map((fact) => /** @type {number} */ (dates.get(fact)));
    const elapsed = elapsedWorkdays(days, start, end);
    const { fewest, most } = elapsed;
    if (typeof given === "number" && Number.isInteger(given) && (given < fewest || given > most)) {
      const said = fewest === most ? most : `${fewest} 至 ${most}`;
      fail(`直接填的是第 ${given} 个工作日，按两个日期算是第 ${said} 个，对不上，请只留一种`);
    }
    const [first, last] = [fewest, most].map((number) => position(facts[sinceStart], number));
    if (first < last) {
      const said = /** @type {number} */ (known.has(sinceStart) ? known.get(sinceStart) : -1);
      if (said >= first && said <= last) return answers;
      known.delete(sinceStart);
      organ.add(sinceStart);
      return Object.assign(answers, { elapsed, within: new Map([[sinceStart, [first, last]]]) });
    }
    known.set(sinceStart, last);
    organ.delete(sinceStart);
    return answers;
  }

  /**
   * The positions of the answered facts and those left to the organ, with what follows filled in. Two answers that do not agree are
   * disputed, neither is known; `either` has for each pair the case as it is if the one answer is right, and if the other is.
   * `elapsed`: the working days between the two dates where their number matters and is not known yet; `within`: for such a fact
   * the first and the last position that it can have.
   * `otherwise`: facts that are answered otherwise than in `raw`, by their numbers and positions.
   * @param {Facts} raw @param {Map<number, number>} otherwise @returns {Answers}
   */
  return function read(raw, otherwise = new Map()) {
    /** @type {Given} */
    const given = { known: new Map(), organ: new Set(), dates: new Map() };
    for (const [id, value] of Object.entries(raw)) {
      if (!numbers.has(id)) fail(`没有“${id}”这个事实`);
      const fact = /** @type {number} */ (numbers.get(id));
      if (value === "organ") given.organ.add(fact);
      else if (value !== null) {
        (facts[fact].type === "date" ? given.dates : given.known).set(fact, position(facts[fact], value));
      }
    }
    for (const [fact, at] of otherwise) {
      given.known.set(fact, at);
      given.organ.delete(fact);
    }
    /** @type {(answers: Given, number?: FactValue | null) => Given} */
    const count = (answers, number) => (otherwise.has(sinceStart) ? answers : counted(answers, number));
    /** @type {(without: Iterable<number>) => Given} */
    const copy = (without) => {
      const kept = { known: new Map(given.known), organ: new Set(given.organ), dates: new Map(given.dates) };
      for (const fact of without) for (const held of [kept.known, kept.organ, kept.dates]) held.delete(fact);
      return kept;
    };
    const whole = copy([]);
    const contradictions = follow(whole);
    /** @type {Set<number>} */
    const disputed = new Set([].concat(...contradictions));
    /** @type {(without: Set<number>) => Given} */
    const taken = (without) => {
      const kept = copy(without);
      follow(kept);
      return count(kept);
    };
    /** @type {(fact: number) => Set<number>} */
    const but = (fact) => new Set([...disputed].filter((other) => other !== fact));
    const either = contradictions.map(([one, two]) => [taken(but(one)), taken(but(two))]);
    const written = sinceStart < 0 || otherwise.size ? null : raw[facts[sinceStart].id];
    const { known, organ, elapsed, within } = contradictions.length
      ? count(taken(disputed), written)
      : count(whole, written);
    const pairs = contradictions.map((pair) => /** @type {Pair} */ (pair.map((fact) => facts[fact].id)));
    return { known, organ, elapsed, within, contradictions: pairs, disputed, either };
  };
}

const DAY = 864e5;
/** @type {(day: number) => string} */
export const written = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/**
 * Days since 1970 of a date written year-month-day; null if there is none such.
 * @param {unknown} value
 */
export function dayNumber(value) {
  const day = typeof value === "string" && /^(?!0000)\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) / DAY : NaN;
  return Number.isInteger(day) && written(day) === value ? day : null;
}

/** @typedef {ReturnType<typeof calendar>} Days */
/**
 * What is known of days: weekdays are worked but for the days that are otherwise. Nothing is known outside first..last.
 * @param {Data.CalendarData} published
 */
export function calendar({ first, last, other, undecided, unannounced }) {
  const [begin, end] = /** @type {number[]} */ ([dayNumber(first), dayNumber(last)]);
  const listed = (/** @type {number[]} */ steps) => {
    let day = begin;
    return new Set(steps.map((step) => (day += step)));
  };
  const [otherwise, open] = [listed(other), listed(undecided)];
  return {
    /** Whether a day is worked; null if nobody knows yet. @param {number} day */
    worked(day) {
      if (day < begin || day > end) {
        fail(`${written(day)} 超出本站的放假安排（${first} 至 ${last}），算不出来`);
      }
      return open.has(day) ? null : (day + 3) % 7 < 5 !== otherwise.has(day);
    },
    /** The year whose announcement decides whether the day is worked: New Year reaches into December. @param {number} day */
    awaited(day) {
      const year = Number(written(day).slice(0, 4));
      return unannounced.includes(year) ? year : year + 1;
    },
  };
}

/**
 * The working day, counted from the day after `start`, on or by which `end` falls: one more than those between the two.
 * @param {Days} days @param {number} start @param {number} end @returns {Data.Elapsed}
 */
export function elapsedWorkdays({ worked, awaited }, start, end) {
  if (end < start) fail(`申请的日子（${written(end)}）比启动的日子（${written(start)}）还早，请改一个`);
  [start, end].forEach(worked); // both must lie within the calendar
  if (end === start) return { fewest: 0, most: 0, years: [] };
  /** @type {Data.Elapsed} */
  const found = { fewest: 1, most: 1, years: [] };
  for (let day = start + 1; day < end; day += 1) {
    const is = worked(day);
    found.fewest += Number(is === true);
    found.most += Number(is !== false);
    if (is === null && !found.years.includes(awaited(day))) found.years.push(awaited(day));
  }
  return found;
}
