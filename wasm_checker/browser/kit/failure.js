// What went wrong: written to the console for whoever keeps the site, and told to the person without blaming what is not to blame.

/** Python does not run, which the status line tells. */
export class NotRunning extends Error {}

// What browsers say where a file does not arrive: Chromium, Firefox, WebKit.
const NETWORK =
  /dynamically imported module|Importing a module script failed|Failed to fetch|NetworkError|Load failed|HTTP \d/;

/**
 * Logs an error that was caught, and says whether it was the network. An error of ours is logged as one; what the network or the
 * browser refuses is a warning, since nobody can mend it here.
 * @param {any} error
 */
export function noted(error) {
  const network = NETWORK.test(String(error?.message ?? error));
  console[network || error instanceof NotRunning ? "warn" : "error"](error);
  return network;
}

/**
 * Logs an error, and why it happened, in words.
 * @param {unknown} error
 */
export const because = (error) =>
  noted(error) ? "网络断了，有的文件没有载入，过一会儿再试" : "这是网页的错，不是您的网络；换一个浏览器也许可以";

/**
 * Why no explanation can be shown.
 * @param {unknown} error @returns {Data.Refused & {[key in keyof Data.Explanation]?: undefined}}
 */
export function unexplained(error) {
  noted(error);
  const why = error instanceof NotRunning ? "核对用的程序没有运行" : "算的时候出了错，是网页的错";
  return { error: `${why}，看不到一步步怎么来的；结论和依据的条款见上。` };
}
