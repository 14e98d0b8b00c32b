// In harness.html: the page's modules, the words and a place for what they draw, in its window.
const names = [
  "form/answers",
  "form/dates",
  "form/situation",
  "form/why",
  "judge/walk",
  "keep/casefile",
  "keep/clear-and-leave",
  "keep/keep",
  "keep/links",
  "keep/share",
  "kit/copy",
  "kit/download",
  "kit/wording",
  "papers/draft",
  "papers/printed-form",
  "papers/written",
  "results/next-steps",
  "results/offers",
  "results/report",
  "results/results",
];
const tested = /** @type {any} */ (window);
tested.modules = Object.assign({}, ...(await Promise.all(names.map((name) => import(`./${name}.js`)))));
tested.words = await (await fetch("words.json")).json();
tested.place = document.querySelector("#place");
document.body.dataset.ready = "";
export {};
