// Reads the answers as the rule core does: checked, dates turned into working days, what follows filled in.

/** @typedef {Omit<Data.DiagramsFile, "data">} Published */
/**
 * Facts by number: at which place of its values each known one is, those left to the organ, the days since 1970 of dates.
 * @typedef {{known: Map<number, number>, organ: Set<number>, dates: Map<number, number>}} Given
 */
/**
 * @typedef {Pick<Given, "known" | "organ"> & {contradictions: Pair[], disputed: Set<number>, either: Given[][]}} Answers
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
  const isWorkday = calendar(published);

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
    const from = (fact) => origin.get(fact) ?? fact;
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
   * @param {Given} answers @param {FactValue | null} [given]
   */
  function counted(answers, given) {
    const { known, organ, dates } = answers;
    if (!dates.has(started) || !dates.has(applied)) return answers;
    const days = elapsedWorkdays(
      isWorkday,
      /** @type {number} */ (dates.get(started)),
      /** @type {number} */ (dates.get(applied)),
    );
    if (Number.isInteger(given) && given !== days) {
      fail(`直接填的第 ${given} 个工作日，与两个日期推算的第 ${days} 个不同，请只留一种`);
    }
    known.set(sinceStart, position(facts[sinceStart], days));
    organ.delete(sinceStart);
    return answers;
  }

  /**
   * The positions of the answered facts and those left to the organ, with what follows filled in. Two answers that do not agree are
   * disputed, neither is known; `either` has for each pair the case as it is if the one answer is right, and if the other is.
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
    const { known, organ } = contradictions.length ? count(taken(disputed), written) : count(whole, written);
    const pairs = contradictions.map((pair) => /** @type {Pair} */ (pair.map((fact) => facts[fact].id)));
    return { known, organ, contradictions: pairs, disputed, either };
  };
}

const DAY = 864e5;
/** @type {(day: number) => string} */
const written = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/**
 * Days since 1970 of a date written year-month-day; null if there is none such.
 * @param {unknown} value
 */
function dayNumber(value) {
  const day = typeof value === "string" && /^(?!0000)\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) / DAY : NaN;
  return Number.isInteger(day) && written(day) === value ? day : null;
}

/**
 * Whether a day is worked: weekdays are but for the days that are otherwise. Nothing is known outside first..last.
 * @param {Data.CalendarData} published @returns {(day: number) => boolean}
 */
function calendar({ first, last, other }) {
  const [begin, end] = /** @type {number[]} */ ([dayNumber(first), dayNumber(last)]);
  let day = begin;
  const otherwise = new Set(other.map((step) => (day += step)));
  return (asked) => {
    if (asked < begin || asked > end) {
      fail(`${written(asked)} 超出工作日历（${first} 至 ${last}），国务院尚未公布或本站没有数据，不能推算`);
    }
    return (asked + 3) % 7 < 5 !== otherwise.has(asked);
  };
}

/**
 * The working day, counted from the day after `start`, on or by which `end` falls.
 * @param {(day: number) => boolean} isWorkday @param {number} start @param {number} end
 */
function elapsedWorkdays(isWorkday, start, end) {
  if (end < start) fail(`申请日 ${written(end)} 早于启动日 ${written(start)}`);
  isWorkday(start); // both must lie within the calendar
  let days = Number(!isWorkday(end) && end !== start);
  for (let day = start + 1; day <= end; day += 1) days += Number(isWorkday(day));
  return days;
}
