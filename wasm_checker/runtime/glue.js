// Pyodide's glue names every function of its module once, to hand it out. What it names nowhere else, nothing can ask for.

const ASSIGN = "function assignWasmExports(";
const HANDED = /_(\w+)=Module\["_\1"\]=wasmExports\["\1"\](?:\.value>>>0)?/;
const DECLARED = /var (?:_\w+,){100,}\w+/;

/**
 * The exports that the texts ask for, as a test by name.
 * @param {string} glue @param {...string} others
 */
export function wanted(glue, ...others) {
  const [before, , after] = parts(glue);
  const words = new Set([before.replace(DECLARED, ""), after, ...others].join("\n").match(/[\w$]+/g));
  return (/** @type {string} */ name) => words.has(name) || words.has(`_${name}`);
}

/**
 * The glue without the lines that hand out other exports.
 * @param {string} glue @param {(name: string) => boolean} isWanted
 */
export function cut(glue, isWanted) {
  const [before, handing, after] = parts(glue);
  const kept = (/** @type {string} */ line) => isWanted(HANDED.exec(line)?.[1] ?? line) || !HANDED.test(line);
  const declared = (/** @type {string} */ list) =>
    list
      .split(/[ ,]/)
      .slice(1)
      .filter((name) => !name.startsWith("_") || isWanted(name.slice(1)));
  return `${before.replace(DECLARED, (list) => `var ${declared(list).join()}`)}${handing.split(";").filter(kept).join(";")}${after}`;
}

/**
 * What stands before the lines that hand out, those lines, and what follows.
 * @param {string} glue
 */
function parts(glue) {
  const start = glue.indexOf("{", glue.indexOf(ASSIGN)) + 1;
  const end = glue.indexOf("}", start);
  if (!start || !DECLARED.test(glue) || !HANDED.test(glue.slice(start, end))) {
    throw new Error("Pyodide's glue is not as it was");
  }
  return [glue.slice(0, start), glue.slice(start, end), glue.slice(end)];
}
