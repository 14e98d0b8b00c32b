// Reads the answers as the rule core does: checked, dates turned into working days, what follows filled in.

export class InputError extends Error {}

function fail(message) {
  throw new InputError(message);
}

/** `published`: the content of diagrams.json. The result reads facts; it throws InputError with one line in Chinese. */
export function reader({ facts, implications, expected, dates: [started, applied, sinceStart], calendar: published }) {
  const numbers = new Map(facts.map(({ id }, index) => [id, index]));
  const isWorkday = calendar(published);

  function position({ id, type, values = [] }, value) {
    if (type === "bool" && typeof value === "boolean") return Number(value);
    if (type === "enum" && typeof value === "string" && values.includes(value)) return values.indexOf(value);
    if (type === "int" && Number.isInteger(value) && value >= 0) return values.filter((bound) => bound < value).length;
    if (type === "date" && dayNumber(value) !== null) return dayNumber(value);
    return fail(`事实 ${id} 的值应为${expected[type] || `${values.join("、")} 之一`}，这里是 ${JSON.stringify(value)}`);
  }

  /** The positions of the answered facts, those left to the organ, and contradictory pairs; what follows is filled in. */
  return function read(raw) {
    const [known, organ, dates, contradictions] = [new Map(), new Set(), new Map(), []];
    for (const [id, value] of Object.entries(raw)) {
      if (!numbers.has(id)) fail(`没有“${id}”这个事实`);
      const fact = numbers.get(id);
      if (value === "organ") organ.add(fact);
      else if (value !== null) (facts[fact].type === "date" ? dates : known).set(fact, position(facts[fact], value));
    }
    for (const [cause, given, consequence, then, forced, unless] of implications) {
      if (known.get(cause) !== given) continue;
      if (known.has(unless) || dates.has(unless)) {
        contradictions.push([facts[cause].id, facts[unless].id]);
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
      if (known.has(consequence) && known.get(consequence) !== then) contradictions.push([facts[cause].id, facts[consequence].id]);
      if (!forced && (known.has(consequence) || organ.has(consequence))) continue;
      known.set(consequence, then);
      organ.delete(consequence);
    }
    if (dates.has(started) && dates.has(applied)) {
      const { id } = facts[sinceStart];
      const days = elapsedWorkdays(isWorkday, dates.get(started), dates.get(applied));
      if (Number.isInteger(raw[id]) && raw[id] !== days) fail(`直接填的第 ${raw[id]} 个工作日，与两个日期推算的第 ${days} 个不同，请只留一种`);
      known.set(sinceStart, position(facts[sinceStart], days));
      organ.delete(sinceStart);
    }
    return { known, organ, contradictions };
  };
}

const DAY = 864e5;
const written = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** Days since 1970 of a date written year-month-day; null if there is none such. */
function dayNumber(value) {
  const day = typeof value === "string" && /^(?!0000)\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) / DAY : NaN;
  return Number.isInteger(day) && written(day) === value ? day : null;
}

/** Whether a day is worked: weekdays are but for the days that are otherwise. Nothing is known outside first..last. */
function calendar({ first, last, other }) {
  let day = dayNumber(first);
  const otherwise = new Set(other.map((step) => (day += step)));
  return (asked) => {
    if (asked < dayNumber(first) || asked > dayNumber(last)) {
      fail(`${written(asked)} 超出工作日历（${first} 至 ${last}），国务院尚未公布或本站没有数据，不能推算`);
    }
    return ((asked + 3) % 7 < 5) !== otherwise.has(asked);
  };
}

/** The working day, counted from the day after `start`, on or by which `end` falls. */
function elapsedWorkdays(isWorkday, start, end) {
  if (end < start) fail(`申请日 ${written(end)} 早于启动日 ${written(start)}`);
  isWorkday(start); // both must lie within the calendar
  let days = Number(!isWorkday(end) && end !== start);
  for (let day = start + 1; day <= end; day += 1) days += Number(isWorkday(day));
  return days;
}
