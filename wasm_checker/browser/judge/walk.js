// Judges answers by the compiled rules, exactly as the rule core does; the rules come as data, and nothing here knows a policy.
import { InputError, reader } from "./read-answers.js";
import { diagram, levelsOf, startsOf } from "./diagram.js";
import { assumed, path } from "./path.js";

/** @type {<T>(items: Iterable<T>) => T[]} */
const unique = (items) => [...new Set(items)];
/** @type {(a: number, b: number) => number} */
const ascending = (a, b) => a - b;
const [OPEN, LEFT_TO_ORGAN] = ["insufficient_information", "needs_judgement"];

/**
 * `published`: the content of diagrams.json. The result judges facts: {fact: true | false | member | number | date | "organ"}.
 * @param {Judging.Published} published @returns {Walk}
 */
export function walker(published) {
  const [{ facts, rules }, [, , sinceStart]] = [published, published.dates];
  const read = reader(published);
  const sizes = facts.map(
    ({ type, values = /** @type {any[]} */ ([false, true]) }) => values.length + (type === "int" ? 1 : 0),
  );
  const stores = new Map(
    rules.map(({ id, nodes, order }) => [id, { nodes, starts: startsOf(nodes, sizes), level: levelsOf(order) }]),
  );

  /** @type {WeakMap<Judging.Known, Map<string, Judging.Looked>>} */
  const looks = new WeakMap(); // by the answers, and within by the rule: its versions are looked at together

  /**
   * A rule under answers: what is left of a tree (0, 1, or the number of a node), and the facts that still matter to it.
   * @type {Judging.LookFn}
   */
  function look(rule, answers) {
    const { known, within } = answers;
    const seen = /** @type {Map<string, Judging.Looked>} */ (
      looks.get(answers) || looks.set(answers, new Map()).get(answers)
    );
    const before = seen.get(rule.id);
    if (before) return before;
    const { level, ...store } = /** @type {Judging.Stored} */ (stores.get(rule.id));
    /** @type {[number, number][]} */
    const silent = rule.stated.filter((fact) => !known.has(fact)).map((fact) => [fact, 0]);
    const left = diagram(store, level, new Map([...known, ...silent]), within);
    const state = (/** @type {Judging.Tree} */ tree) => left.fix(typeof tree === "number" ? tree : tree.node);
    const looked = { ...left, state, support: (/** @type {Judging.Tree} */ tree) => [...left.asked(state(tree))] };
    seen.set(rule.id, looked);
    return looked;
  }

  /**
   * The verdict that the answers settle, and of which tree; or the open trees. `version`: the rule, or another reading of it.
   * @type {Judging.SettledFn}
   */
  function settled({ scope, timing, merits, outcomes, aggravating }, { state }) {
    /** @type {[string, Judging.Tree][]} */
    const failures = [
      ["out_of_scope", scope],
      ["too_late", timing],
      [outcomes.fails, merits],
    ];
    const failed = failures.find(([, tree]) => state(tree) === 0);
    if (failed) return { verdict: failed[0], trees: [failed[1]], failed: true };
    const open = [scope, timing, merits].filter((tree) => state(tree) > 1);
    if (open.length) return { trees: open };
    const held = aggravating.filter((clause) => state(clause) === 1);
    return { verdict: held.length ? outcomes.aggravated : outcomes.holds, trees: [scope, timing, merits, ...held] };
  }

  /**
   * Of the contradictions those on which the verdict would rest: with one of the two right it is not what it is with neither.
   * @type {Judging.DisputedFn}
   */
  function disputed(version, rule, { contradictions, either }, verdict) {
    return contradictions.filter((_, at) =>
      either[at].some((answers) => settled(version, look(rule, answers)).verdict !== verdict),
    );
  }

  /** @type {(answers: Judging.Answers) => (fact: number) => boolean} */
  const theirs =
    ({ organ, disputed: named }) =>
    (fact) =>
      (facts[fact].known_by === "organ" || organ.has(fact)) && !named.has(fact);

  /**
   * Where the organ's facts stay open: for which of the person's answers a part is sure to fail, and all are sure to hold.
   * @type {Judging.HangingFn}
   */
  function hanging({ scope, timing, merits }, looked, answers) {
    looked.open = looked.open || looked.quantified(theirs(answers));
    const { possible, certain } = looked.open;
    const parts = [scope, timing, merits].map(looked.state);
    return {
      hangs: () => parts.some((node) => possible(node) !== 1) || parts.map(certain).reduce(looked.both) !== 0,
      needed() {
        const found = [];
        let before = 1;
        for (const node of parts.map(possible)) {
          found.push(looked.both(before, looked.negate(node)));
          before = looked.both(before, node);
        }
        found.push(parts.map(certain).reduce(looked.both));
        return unique([].concat(...found.map((node) => [...looked.asked(node)])));
      },
    };
  }

  /**
   * The verdict with the facts on which it hangs for the person, `missing`, and those that are not his to answer, `organ`.
   * @type {Judging.JudgedFn}
   */
  function judged(version, rule, looked, answers) {
    const found = settled(version, looked);
    const pairs = disputed(version, rule, answers, found.verdict);
    const { verdict } = found;
    if (verdict && !pairs.length) return { ...found, verdict, missing: [], organ: [] };
    const matter = found.verdict ? [] : found.trees.map(looked.support);
    const [asked, organ] = [unique([].concat(...matter)), unique([].concat(...matter)).filter(theirs(answers))];
    const overlap = asked.length < [].concat(...matter).length;
    let missing = asked.filter((fact) => !organ.includes(fact));
    if (missing.length && (organ.length || overlap)) missing = hanging(version, looked, answers).needed();
    missing = unique([...missing, ...[].concat(...pairs).map((id) => facts.findIndex((fact) => fact.id === id))]).sort(
      ascending,
    );
    const trees = found.verdict ? explaining(version, looked) : found.trees;
    return {
      trees,
      verdict: missing.length ? OPEN : LEFT_TO_ORGAN,
      missing,
      organ: organ.sort(ascending),
      failed: false,
    };
  }

  /**
   * What an open verdict hangs on: the parts that are open, or all of them and what aggravates.
   * @type {Judging.ExplainingFn}
   */
  function explaining({ scope, timing, merits, aggravating }, { state }) {
    const open = [scope, timing, merits].filter((tree) => state(tree) > 1);
    return open.length ? open : [scope, timing, merits, ...aggravating.filter((clause) => state(clause) === 1)];
  }

  /** The verdict alone, sooner than what it hangs on. @type {Judging.VerdictOfFn} */
  function verdictOf(version, rule, looked, answers) {
    const found = settled(version, looked);
    if (answers.contradictions.length && disputed(version, rule, answers, found.verdict).length) return OPEN;
    if (found.verdict) return found.verdict;
    const asked = unique([].concat(...found.trees.map(looked.support)));
    const mine = asked.filter((fact) => !theirs(answers)(fact));
    return mine.length && (mine.length === asked.length || hanging(version, looked, answers).hangs())
      ? OPEN
      : LEFT_TO_ORGAN;
  }

  /** The clauses that settle the tree, or that keep it open. @type {Judging.BlamedFn} */
  function blamed(rule, state, tree) {
    const within = (/** @type {any} */ part) => blamed(rule, state, part);
    const whole = state(tree);
    if (tree.clause !== undefined) {
      const { against = [], part = 0, ...clause } = rule.clauses[tree.clause];
      const weighed =
        whole > 1 ? against.map((index) => rule.clauses[index]).filter((ground) => state(ground) !== 0) : [];
      return [clause, ...weighed, ...within(part)];
    }
    if (tree.not) return whole === 1 ? [] : within(tree.not);
    const alike = (tree.parts || []).filter((part) => (whole > 1 ? state(part) > 1 : state(part) === whole));
    return [].concat(...(alike.length ? alike : tree.parts || []).map(within));
  }

  /** The readings that are not adopted under which the verdict would be another now. @type {Judging.OtherReadingsFn} */
  function otherReadings(rule, looked, answers, adopted) {
    if (!answers.known.size && !answers.organ.size) return []; // nothing is said, nothing is decided otherwise
    return rule.other_readings
      .map((other) => ({ reading: other.reading, says: other.says, verdict: verdictOf(other, rule, looked, answers) }))
      .filter((other) => ![adopted, OPEN].includes(other.verdict));
  }

  /**
   * Where the adopted reading asks for no more: those under which some answer not given would decide otherwise, and one to ask.
   * @type {Judging.OpenReadingsFn}
   */
  function openReadings(rule, looked, answers, adopted, raw) {
    if (adopted === OPEN || (!answers.known.size && !answers.organ.size)) return [];
    /** @type {[Data.OtherReadingData, number[]][]} */
    const asking = rule.other_readings.map((other) => [
      other,
      judged(other, rule, looked, answers).missing.filter((fact) => !answers.disputed.has(fact)),
    ]);
    return asking
      .filter(([, missing]) => missing.length)
      .map(([other, missing]) => ({
        reading: other.reading,
        says: other.says,
        ...firstToAsk(rule, other, answers, missing, adopted, raw),
      }));
  }

  /** @type {Judging.FirstToAskFn} */
  function firstToAsk(rule, other, answers, missing, adopted, raw) {
    const { holds, aggravated } = rule.outcomes;
    const against = (/** @type {string} */ verdict) => ![OPEN, LEFT_TO_ORGAN, holds, aggravated].includes(verdict);
    const found = [];
    for (const fact of missing) {
      for (let at = 0; at < sizes[fact]; at += 1) {
        const then = read(raw, new Map([[fact, at]]));
        if (JSON.stringify(then.contradictions) !== JSON.stringify(answers.contradictions)) continue;
        const verdict = verdictOf(other, rule, look(rule, then), then);
        if (![adopted, OPEN].includes(verdict)) {
          found.push({ fact: facts[fact].id, value: valueAt(facts[fact], at), verdict });
        }
      }
    }
    const turning = found.find(({ verdict }) => against(verdict) !== against(adopted));
    return turning || found[0] || { fact: facts[missing[0]].id };
  }

  /**
   * The value at a place of the fact's domain; of a number the upper end of its interval, or one past the last bound.
   * @type {Judging.ValueAtFn}
   */
  function valueAt({ type, values = /** @type {any[]} */ ([false, true]) }, at) {
    if (at < values.length) return values[at];
    return type === "int" && values.length ? values[values.length - 1] + 1 : 0;
  }

  /** @type {Judging.AssessmentFn} */
  function assessment(rule, answers, raw) {
    const looked = look(rule, answers);
    const { trees, failed, ...found } = judged(rule, rule, looked, answers);
    const { outcomes } = rule;
    const clauses = [].concat(...trees.map((/** @type {any} */ tree) => blamed(rule, looked.state, tree)));
    const way = path(rule, looked.state, (tree) => blamed(rule, looked.state, tree));
    const used = new Set(
      [].concat(...clauses.map((clause) => clause.facts || []), found.verdict === outcomes.holds ? rule.not_hit : []),
    );
    const met = looked.state(rule.scope) === 1 && looked.state(rule.merits) === 1;
    /** @type {(item: Data.ReminderData) => boolean} */
    const hidden = ({ unless, while_possible: possible, once_met: once }) =>
      looked.state(unless) === 1 || (failed && possible) || (once && !met);
    const said = rule.reminders
      .filter((item) => looked.state(item.when) === 1 && !hidden(item))
      .map((item) => item.said);
    /** @type {(name: "provision" | "readings" | "also", items: Partial<Data.ClauseData>[]) => string[]} */
    const all = (name, items) => [].concat(...items.map((item) => item[name] || []));
    const ids = (/** @type {number[]} */ list) => list.map((fact) => facts[fact].id);
    const aggravating =
      found.verdict === outcomes.holds
        ? unique([].concat(...rule.aggravating.map(looked.support))).sort(ascending)
        : [];
    const confirm = [...used].filter((fact) => answers.known.has(fact)).sort(ascending);
    const pairs = answers.contradictions.filter((pair) => pair.some((id) => ids(found.missing).includes(id)));
    const word = [outcomes.holds, outcomes.aggravated].includes(found.verdict)
      ? confirm.filter((fact) => facts[fact].known_by === "organ")
      : [];
    const assumes = rule.assumes && assumed(rule.assumes, looked.state);
    return {
      verdict: found.verdict,
      provisions: unique(all("provision", clauses)),
      grounds_met: way.path.grounds.met,
      grounds_open: way.path.grounds.open,
      missing: ids(found.missing),
      organ: ids(found.organ),
      to_confirm: ids(confirm),
      readings: unique(all("readings", [...clauses, ...said])),
      also: unique(all("also", clauses)),
      ...way,
      reminders: said,
      caveat: rule.caveat,
      on_own_word: ids(word),
      at_will: ids(
        rule.stated.filter((fact) => !answers.known.has(fact) && facts[fact].known_by !== "organ").sort(ascending),
      ),
      ...(assumes ? { assumes } : {}),
      ...(pairs.length ? { contradictions: pairs } : {}),
      ...(aggravating.length ? { aggravating_open: ids(aggravating) } : {}),
      ...(found.organ.includes(sinceStart) && answers.elapsed ? { calendar_unannounced: answers.elapsed } : {}),
      other_readings: otherReadings(rule, looked, answers, found.verdict),
      open_readings: openReadings(rule, looked, answers, found.verdict, raw),
    };
  }

  /** {verdicts: {rule: assessment}, contradictions, unwritten, needed: the facts still worth asking}, or {error}. @type {(raw: Facts) => Answer} */
  function assess(raw) {
    try {
      const answers = read(raw);
      const verdicts = Object.fromEntries(rules.map((rule) => [rule.id, assessment(rule, answers, raw)]));
      const missing = new Set([].concat(...Object.values(verdicts).map((found) => found.missing)));
      const needed = facts.map(({ id }) => id).filter((id) => missing.has(id));
      const unwritten = facts.filter((fact, at) => fact.unwritten && answers.known.get(at)).map(({ id }) => id);
      return { verdicts, contradictions: answers.contradictions, unwritten, needed };
    } catch (error) {
      if (error instanceof InputError) return { error: error.message };
      throw error;
    }
  }
  return Object.assign(assess, { calendar: published.calendar });
}
