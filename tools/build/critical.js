// What of some style sheets a page can use as it stands, its scripts' words included: the rules none of whose names it has are left
// out. Usage: node critical.js, with {page, styles: [text]} as JSON on stdin and the shorter texts, in the same order, on stdout.
import { text } from "node:stream/consumers";

import { PurgeCSS } from "purgecss";

const { page, styles } = JSON.parse(await text(process.stdin));
// Names that a script puts together, such as `verdict--${verdict}`.
const composed = [...new Set(page.match(/[A-Za-z][\w-]*[-_](?=\$\{)/g))].map((start) => new RegExp(`^${start}`));
const used = await new PurgeCSS().purge({
  content: [{ raw: page, extension: "html" }],
  css: styles.map((/** @type {string} */ raw) => ({ raw })),
  safelist: composed,
});
process.stdout.write(JSON.stringify(used.map(({ css }) => css)));
