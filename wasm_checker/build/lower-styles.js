// Translates style sheets to what the oldest browsers know that pages are for. Usage: node lower-styles.js BREAKPOINTS OUT SHEET...
//   BREAKPOINTS  a sheet of @custom-media, known to all others; OUT gets each under its name
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { bundleAsync, transform } from "lightningcss";
import postcss from "postcss";

/** @type {(major: number, minor?: number) => number} */
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const OLDEST = { chrome: version(80), firefox: version(78), safari: version(14), ios_saf: version(14) };

/**
 * Distances within a flexible row came late (Chromium 84): before that the pieces of a row would touch. Who has no `inset`, which came
 * right after, gets margins instead.
 * @param {import("postcss").Rule} rule
 */
function apart(rule) {
  const own = new Map(
    /** @type {import("postcss").Declaration[]} */ (rule.nodes.filter(({ type }) => type === "decl")).map(
      ({ prop, value }) => [prop, value],
    ),
  );
  const gap = own.get("gap");
  if (!/flex$/.test(own.get("display") ?? "") || !gap) return;
  const [row, column = row] = gap.split(" ");
  const children = rule.selectors.map((selector) => `${selector} > *`).join();
  rule.after(
    `@supports not (inset: 0) { ${children} { margin-right: ${column} !important; margin-bottom: ${row} !important } }`,
  );
}

/**
 * Both sides of a margin in one line, with names in it, are left alone by lightningcss.
 * @param {import("postcss").Declaration} both
 */
function apiece(both) {
  const [start, end = start] = both.value.split(" ");
  both.replaceWith(
    both.clone({ prop: `${both.prop}-start`, value: start }),
    both.clone({ prop: `${both.prop}-end`, value: end }),
  );
}

/**
 * A sheet with those it imports within. The breakpoints follow: an import comes first.
 * @param {string} sheet @param {string} breakpoints
 */
async function whole(sheet, breakpoints) {
  const read = async (/** @type {string} */ path) =>
    (await readFile(path, "utf-8")) + (path === sheet ? breakpoints : "");
  const { code } = await bundleAsync({
    filename: sheet,
    targets: OLDEST,
    drafts: { customMedia: true },
    resolver: { read },
  });
  return code.toString();
}

/** @param {string} sheet @param {string} breakpoints */
async function lowered(sheet, breakpoints) {
  const root = postcss.parse(await whole(sheet, breakpoints));
  root.walkDecls(/^(margin|padding)-(block|inline)$/, apiece);
  root.walkRules(apart); // nothing is nested any more
  return transform({ filename: sheet, code: Buffer.from(root.toString()), targets: OLDEST, minify: true }).code;
}

const [known, out, ...sheets] = process.argv.slice(2);
const breakpoints = await readFile(known, "utf-8");
for (const sheet of sheets) await writeFile(join(out, basename(sheet)), await lowered(sheet, breakpoints));
