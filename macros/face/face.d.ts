interface Window {
  /** macros/face/misserved.js: whether a file that could not be used is there and sent as something else, which the page then says. */
  misserved: (address: string, kind: "script" | "style") => Promise<boolean>;
}
