import js from "@eslint/js";
import globals from "globals";

export default [
  // Built, installed, or someone else's
  { ignores: ["site/", ".venv/", ".cache/", "docs/assets/", "docs/check/", "docs/data/"] },
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
  // Some browsers let no page on a disk change its address, and throw: macros/compare/address.js.
  {
    files: ["macros/**/*.js"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "CallExpression[callee.property.name='replaceState']:not(TryStatement > BlockStatement CallExpression)",
          message: "A page on a disk may not change its address: catch it, or use chosenAddress.keep.",
        },
      ],
    },
  },
  // Stands in the page for browsers that know nothing newer
  {
    files: [
      "macros/check/offline-dark.js",
      "macros/check/too-old-notice.js",
      "macros/face/misserved.js",
      "macros/read/type-size-early.js",
      "wasm_checker/browser/arrive/late-styles.js",
    ],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
    rules: { "no-var": "off" },
  },
  // What the build and the tests run under node
  {
    files: ["**/*.config.mjs", "tests/**", "tools/**", "wasm_checker/build/**", "wasm_checker/runtime/**"],
    languageOptions: { globals: globals.node },
  },
];
