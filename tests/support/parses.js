// Whether a script can be read by a browser of a given year of the language: in on stdin [[text, year]], out the first complaint
// about each, or null. Usage: node parses.js
import { Linter } from "eslint";

const linter = new Linter();
let given = "";
for await (const chunk of process.stdin) given += chunk;
const complaint = (/** @type {[string, any]} */ [text, year]) => {
  const found = linter
    .verify(text, [{ languageOptions: { ecmaVersion: year, sourceType: "script" } }])
    .find(({ fatal }) => fatal);
  return found ? `${found.message} (line ${found.line}, column ${found.column})` : null;
};
process.stdout.write(JSON.stringify(JSON.parse(given).map(complaint)));
