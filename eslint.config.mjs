import js from "@eslint/js";
import globals from "globals";

export default [
  // Built, installed, or someone else's
  { ignores: ["site/", ".venv/", ".cache/", "docs/assets/checker/", "docs/data/", "**/vendor/"] },
  js.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.worker } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-var": "error",
      "prefer-const": "error",
      // Text reaches the page as text, never as markup.
      "no-restricted-properties": ["error", { property: "innerHTML" }, { property: "outerHTML" }],
    },
  },
  // Stands in the page for browsers that know nothing newer
  { files: ["macros/*.js", "wasm_checker/browser/late.js"], languageOptions: { ecmaVersion: 5, sourceType: "script" }, rules: { "no-var": "off" } },
  // What the build and the tests run under node
  { files: ["**/*.config.mjs", "tests/**", "tools/**", "wasm_checker/*.mjs", "wasm_checker/runtime/**"], languageOptions: { globals: globals.node } },
];
