// Judges answers by the compiled rules, exactly as the rule core does; the rules come as data, and nothing here knows a policy.
import { InputError, reader } from "./given.mjs";

const unique = (items) => [...new Set(items)];

/** `published`: the content of diagrams.json. The result judges facts: {fact: true | false | member | number | date | "organ"}. */
export function walker(published) {
  const { facts, rules } = published;
  const read = reader(published);
  const sizes = facts.map(({ type, values = [false, true] }) => values.length + (type === "int" ? 1 : 0));
  const stores = new Map(rules.map(({ id, nodes }) => [id, { nodes, starts: starts(nodes) }]));

  /** Where each node begins: its fact, then its branches up to where the next begins. The ends have nothing. */
  function starts(nodes) {
    const list = [0, 0, 0];
    for (let at = 0; at < nodes.length; ) list.push((at += 1 + sizes[nodes[at]]));
    return list;
  }

  /** What the known facts leave of a tree: 0, 1, or the number of a node of its own; and the facts that still matter to it. */
  function look(store, known) {
    const [list, left] = known.size ? fixed(store, known) : [store, (node) => node]; // without answers it is left as it stands
    const state = (tree) => left(typeof tree === "number" ? tree : tree.node);
    function support(tree) {
      const [reached, asked] = [[state(tree)], new Set()];
      const seen = new Uint8Array(list.starts.length);
      while (reached.length) {
        const node = reached.pop();
        if (node < 2 || seen[node]) continue;
        seen[node] = 1;
        const [from, to] = [list.starts[node], list.starts[node + 1]];
        asked.add(list.nodes[from]);
        for (let at = from + 1; at < to; at += 1) reached.push(list.nodes[at]);
      }
      return [...asked];
    }
    return { state, support };
  }

  /** The nodes that remain when some facts are known, and which of them each node has become. */
  function fixed({ nodes, starts: from }, known) {
    const [left, made, kept] = [[0, 1], new Map(), { nodes: [], starts: [0, 0, 0] }];
    function fix(node) {
      if (left[node] !== undefined) return left[node];
      let end = node;
      while (end > 1 && known.has(nodes[from[end]])) end = nodes[from[end] + 1 + known.get(nodes[from[end]])];
      if (left[end] === undefined) {
        const branches = nodes.slice(from[end] + 1, from[end + 1]).map(fix);
        const key = `${nodes[from[end]]}:${branches}`;
        if (branches.every((branch) => branch === branches[0])) made.set(key, branches[0]);
        else if (!made.has(key)) {
          made.set(key, kept.starts.length - 1);
          kept.starts.push(kept.nodes.push(nodes[from[end]], ...branches));
        }
        left[end] = made.get(key);
      }
      return (left[node] = left[end]);
    }
    return [kept, fix];
  }

  function verdict(rule, { state, support }, organ) {
    const { scope, timing, merits, outcomes } = rule;
    const failures = [["out_of_scope", scope], ["too_late", timing], [outcomes.fails, merits]];
    const failed = failures.find(([, tree]) => state(tree) === 0);
    if (failed) return { verdict: failed[0], trees: [failed[1]], failed: true, missing: [], organ: [] };
    const open = [scope, timing, merits].filter((tree) => state(tree) > 1);
    if (!open.length) {
      const aggravating = rule.aggravating.filter((clause) => state(clause) === 1);
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
    const looked = look(stores.get(rule.id), answers.known);
    const { trees, failed, ...found } = verdict(rule, looked, answers.organ);
    const clauses = [].concat(...trees.map((tree) => blamed(rule, looked.state, tree)));
    const grounds = rule.grounds.map((index) => rule.clauses[index]);
    const used = new Set([].concat(...clauses.map((clause) => clause.facts || []), found.verdict === rule.outcomes.holds ? rule.not_hit : []));
    const said = rule.reminders.filter((item) => looked.state(item.when) === 1 && !(failed && item.while_possible)).map((item) => item.said);
    const all = (name, items) => [].concat(...items.map((item) => item[name] || []));
    const ids = (list) => list.map((fact) => facts[fact].id);
    const aggravating = found.verdict === rule.outcomes.holds ? unique([].concat(...rule.aggravating.map(looked.support))).sort((a, b) => a - b) : [];
    return {
      verdict: found.verdict,
      provisions: unique(all("provision", clauses)),
      grounds_met: all("provision", grounds.filter((ground) => looked.state(ground) === 1)),
      grounds_open: all("provision", grounds.filter((ground) => looked.state(ground) > 1)),
      missing: ids(found.missing),
      organ: ids(found.organ),
      to_confirm: ids([...used].filter((fact) => answers.known.has(fact)).sort((a, b) => a - b)),
      readings: unique(all("readings", [...clauses, ...said])),
      also: unique(all("also", clauses)),
      reminders: said,
      caveat: rule.caveat,
      ...(aggravating.length ? { aggravating_open: ids(aggravating) } : {}),
      other_readings: rule.other_readings
        .map((other) => ({ reading: other.reading, says: other.says, verdict: verdict(other, looked, answers.organ).verdict }))
        .filter((other) => ![found.verdict, "insufficient_information"].includes(other.verdict)),
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
