// The way through a rule for one case, exactly as the rule core makes it: which conditions hold, which do not, and which are open.

/**
 * `state`: what is left of a tree, 0, 1 or more; `blamed`: the clauses that settle a tree or keep it open.
 * @param {Data.RuleData} rule
 * @param {Judging.Looked["state"]} state
 * @param {(tree: any) => Partial<Data.ClauseData>[]} blamed
 * @returns {Pick<Data.Assessment, "path" | "counts">}
 */
export function path(rule, state, blamed) {
  const { clauses } = rule;
  /** @type {(tree: Judging.Tree) => Data.ClauseState["state"]} */
  const stateOf = (tree) => (state(tree) > 1 ? "open" : state(tree) ? "true" : "false");
  const part = (/** @type {Judging.Tree} */ tree) => ({
    state: stateOf(tree),
    provisions: [...new Set(blamed(tree).map(({ provision }) => /** @type {string} */ (provision)))],
  });
  const each = (/** @type {number[]} */ list) =>
    list.map((index) => ({ provision: clauses[index].provision, state: stateOf(clauses[index]) }));
  const grounds = each(rule.grounds);
  const of = (/** @type {string} */ wanted) =>
    grounds.filter((ground) => ground.state === wanted).map(({ provision }) => provision);

  const way = {
    scope: part(rule.scope),
    timing: rule.timing === 1 ? null : part(rule.timing),
    gates: each(rule.gates),
    grounds: {
      state: stateOf(clauses[rule.listed]),
      mode: rule.mode,
      met: of("true"),
      open: of("open"),
      of: grounds.length,
    },
    exclusions: each(rule.exclusions),
  };
  const asked = [way.scope, ...(way.timing ? [way.timing] : []), ...way.gates, way.grounds];
  /** @type {(list: {state: string}[], wanted: string) => number} */
  const count = (list, wanted) => list.filter((one) => one.state === wanted).length;
  return {
    path: way,
    counts: {
      met: count(asked, "true") + count(way.exclusions, "false"),
      open: count([...asked, ...way.exclusions, ...each(rule.barring)], "open"),
    },
  };
}

/**
 * What a verdict takes for granted of the person; null once he has said that it is so.
 * @param {Data.AssumptionData} assumption @param {Judging.Looked["state"]} state
 * @returns {Data.Assumed | null}
 */
export function assumed({ unless, said }, state) {
  const left = state(unless);
  return left === 1 ? null : { ...said, state: left ? "open" : "false" };
}
