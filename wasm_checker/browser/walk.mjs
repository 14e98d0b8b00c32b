// Judges answers by the compiled rules, exactly as the rule core does; the rules come as data, and nothing here knows a policy.
import { InputError, reader } from "./given.mjs";

const unique = (items) => [...new Set(items)];

/** `published`: the content of diagrams.json. The result judges facts: {fact: true | false | member | number | date | "organ"}. */
export function walker(published) {
  const { facts, rules } = published;
  const read = reader(published);
  const sizes = facts.map(({ type, values = [false, true] }) => values.length + (type === "int" ? 1 : 0));

  /** Each node with the known facts fixed: 0, 1, or a node of its own number, and `facts` that still matter to it. */
  function restrict(nodes, known) {
    const [left, support, made] = [[0, 1], [[], []], new Map()];
    for (let at = 0; at < nodes.length;) {
      const fact = nodes[at];
      const branches = nodes.slice(at + 1, (at += 1 + sizes[fact])).map((branch) => left[branch]);
      if (known.has(fact)) left.push(branches[known.get(fact)]);
      else if (branches.every((branch) => branch === branches[0])) left.push(branches[0]);
      else {
        const key = `${fact}:${branches}`;
        if (!made.has(key)) {
          made.set(key, support.length);
          support.push([...new Set([fact].concat(...branches.map((branch) => support[branch])))]);
        }
        left.push(made.get(key));
      }
    }
    const state = (tree) => left[typeof tree === "number" ? tree : tree.node];
    return { state, support: (tree) => support[state(tree)] };
  }

  function verdict(rule, { state, support }, organ) {
    const { scope, timing, merits, outcomes } = rule;
    const failures = [["out_of_scope", scope], ["too_late", timing], [outcomes.fails, merits]];
    const failed = failures.find(([, tree]) => state(tree) === 0);
    if (failed) return { verdict: failed[0], trees: [failed[1]], failed: true, missing: [], organ: [] };
    const open = [scope, timing, merits].filter((tree) => state(tree) > 1);
    if (!open.length) {
      const aggravating = rule.aggravating.filter((index) => state(rule.clauses[index]) === 1).map((clause) => ({ clause, node: 1 }));
      return { verdict: aggravating.length ? outcomes.aggravated : outcomes.holds, trees: [scope, timing, merits, ...aggravating], missing: [], organ: [] };
    }
    const matter = unique([].concat(...open.map(support))).sort((a, b) => a - b);
    const theirs = (fact) => facts[fact].known_by === "organ" || organ.has(fact);
    const missing = matter.filter((fact) => !theirs(fact));
    return { verdict: missing.length ? "insufficient_information" : "needs_judgement", trees: open, missing, organ: matter.filter(theirs) };
  }

  /** The clauses that settle the tree, or that keep it open. */
  function blamed(rule, state, tree) {
    const within = (part) => blamed(rule, state, part);
    const whole = state(tree);
    if (tree.clause !== undefined) {
      const { against = [], part = 0, ...clause } = rule.clauses[tree.clause];
      const weighed = whole > 1 ? against.map((index) => rule.clauses[index]).filter((ground) => state(ground) !== 0) : [];
      return [clause, ...weighed, ...within(part)];
    }
    if (tree.not) return whole === 1 ? [] : within(tree.not);
    const alike = (tree.parts || []).filter((part) => (whole > 1 ? state(part) > 1 : state(part) === whole));
    return [].concat(...(alike.length ? alike : tree.parts || []).map(within));
  }

  function assessment(rule, answers) {
    const look = restrict(rule.nodes, answers.known);
    const { trees, failed, ...found } = verdict(rule, look, answers.organ);
    const clauses = [].concat(...trees.map((tree) => blamed(rule, look.state, tree)));
    const grounds = rule.grounds.map((index) => rule.clauses[index]);
    const used = new Set([].concat(...clauses.map((clause) => clause.facts || []), found.verdict === rule.outcomes.holds ? rule.not_hit : []));
    const said = rule.reminders.filter((item) => look.state(item.when) === 1 && !(failed && item.while_possible)).map((item) => item.said);
    const all = (name, items) => [].concat(...items.map((item) => item[name] || []));
    const ids = (list) => list.map((fact) => facts[fact].id);
    const otherwise = ({ nodes, ...other }) => verdict(other, restrict(nodes, answers.known), answers.organ).verdict;
    return {
      verdict: found.verdict,
      provisions: unique(all("provision", clauses)),
      grounds_met: all("provision", grounds.filter((ground) => look.state(ground) === 1)),
      grounds_open: all("provision", grounds.filter((ground) => look.state(ground) > 1)),
      missing: ids(found.missing),
      organ: ids(found.organ),
      to_confirm: ids([...used].filter((fact) => answers.known.has(fact)).sort((a, b) => a - b)),
      readings: unique(all("readings", [...clauses, ...said])),
      also: unique(all("also", clauses)),
      reminders: said,
      caveat: rule.caveat,
      other_readings: rule.other_readings
        .map((other) => ({ reading: other.reading, says: other.says, verdict: otherwise(other) }))
        .filter((other) => other.verdict !== found.verdict),
    };
  }

  /** {verdicts: {rule: assessment}, contradictions, needed: the facts still worth asking}, or {error}. */
  return function assess(raw) {
    try {
      const answers = read(raw);
      const verdicts = Object.fromEntries(rules.map((rule) => [rule.id, assessment(rule, answers)]));
      const missing = new Set([].concat(...Object.values(verdicts).map((found) => found.missing)));
      const needed = facts.map(({ id }) => id).filter((id) => missing.has(id));
      return { verdicts, contradictions: answers.contradictions, needed };
    } catch (error) {
      if (error instanceof InputError) return { error: error.message };
      throw error;
    }
  };
}
