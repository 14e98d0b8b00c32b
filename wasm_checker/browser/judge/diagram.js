// One rule's compiled conditions under one case's answers: what is left of them, joined, and with the organ's facts left open.
// A node is a number: 0 and 1 are the ends, any other has a fact and a branch for each of its values. Equal functions are one node.

/**
 * Where each node of a published list begins: its fact, then its branches up to where the next begins. The ends have nothing.
 * @param {number[]} nodes @param {number[]} sizes
 */
export function startsOf(nodes, sizes) {
  const list = [0, 0, 0];
  for (let at = 0; at < nodes.length;) list.push((at += 1 + sizes[nodes[at]]));
  return list;
}

/**
 * Each fact's place in the order of the diagrams.
 * @param {number[]} order
 */
export function levelsOf(order) {
  /** @type {number[]} */
  const list = [];
  order.forEach((fact, level) => (list[fact] = level));
  return list;
}

/**
 * `published`: {nodes, starts}; `level`: each fact's place in the order of the diagrams; `known`: fact → position of its value;
 * `within`: fact → the first and the last position that it can have.
 * @param {{nodes: number[], starts: number[]}} published
 * @param {number[]} level
 * @param {Map<number, number>} known
 * @param {Map<number, [number, number]>} within
 */
export function diagram({ nodes, starts }, level, known, within = new Map()) {
  /** @type {number[][]} */
  const own = [[], []];
  /** @type {[Map<string, number>, number[], Map<number, number>[], number[]]} */
  const [unique, left, joined, seenBy] = [new Map(), [0, 1], [new Map(), new Map()], [1, 0]];

  /** @param {number} fact @param {number[]} branches @returns {number} */
  function make(fact, branches) {
    if (branches.every((branch) => branch === branches[0])) return branches[0];
    const key = `${fact}:${branches}`;
    if (!unique.has(key)) unique.set(key, own.push([fact, ...branches]) - 1);
    return /** @type {number} */ (unique.get(key));
  }

  /**
   * What the answers leave of a published node.
   * @param {number} node @returns {number}
   */
  function fix(node) {
    if (left[node] !== undefined) return left[node];
    let end = node;
    while (end > 1 && known.has(nodes[starts[end]])) {
      end = nodes[starts[end] + 1 + /** @type {number} */ (known.get(nodes[starts[end]]))];
    }
    if (left[end] === undefined) {
      const branches = nodes.slice(starts[end] + 1, starts[end + 1]);
      const [first, last] = within.get(nodes[starts[end]]) || [0, branches.length];
      const possible = branches.map((_, at) => branches[Math.min(Math.max(at, first), last)]);
      left[end] = make(nodes[starts[end]], possible.map(fix));
    }
    return (left[node] = left[end]);
  }

  /**
   * Both of two nodes where `end` is 0, either of them where it is 1: the end that decides alone.
   * @param {number} end @param {number} a @param {number} b @returns {number}
   */
  function join(end, a, b) {
    if (a === b || b === 1 - end) return a;
    if (a === 1 - end) return b;
    if (a === end || b === end) return end;
    const key = a < b ? a * 2 ** 26 + b : b * 2 ** 26 + a;
    const done = joined[end];
    if (!done.has(key)) {
      const [one, two] = [own[a], own[b]];
      const apart = level[one[0]] - level[two[0]];
      const [first] = apart <= 0 ? one : two;
      const branches = (apart <= 0 ? one : two)
        .slice(1)
        .map((_, at) => join(end, apart <= 0 ? one[at + 1] : a, apart >= 0 ? two[at + 1] : b));
      done.set(key, make(first, branches));
    }
    return /** @type {number} */ (done.get(key));
  }

  /** @param {number} node @returns {number} */
  function negate(node) {
    if (seenBy[node] === undefined) seenBy[node] = make(own[node][0], own[node].slice(1).map(negate));
    return seenBy[node];
  }

  /**
   * The facts a node still asks.
   * @param {number} node @param {Set<number>} found @param {Set<number>} seen
   */
  function asked(node, found = new Set(), seen = new Set()) {
    if (node < 2 || seen.has(node)) return found;
    seen.add(node);
    found.add(own[node][0]);
    for (const branch of own[node].slice(1)) asked(branch, found, seen);
    return found;
  }

  /**
   * Functions of a node: where the organ can still make it true, and where it is true whatever the organ finds.
   * @param {(fact: number) => boolean} theirs
   */
  function quantified(theirs) {
    /** @type {(end: number) => (node: number) => number} */
    const over = (end) => {
      const done = [0, 1];
      /** @type {(node: number) => number} */
      const project = (node) => {
        if (done[node] === undefined) {
          const [fact, ...branches] = own[node];
          const below = branches.map(project);
          done[node] = theirs(fact) ? below.reduce((a, b) => join(end, a, b)) : make(fact, below);
        }
        return done[node];
      };
      return project;
    };
    return { possible: over(1), certain: over(0) };
  }

  return {
    fix,
    asked,
    negate,
    quantified,
    both: /** @type {(a: number, b: number) => number} */ ((a, b) => join(0, a, b)),
  };
}
