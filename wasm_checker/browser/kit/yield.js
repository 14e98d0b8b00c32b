// Turns of the page's only thread: what need not be at once leaves room for what the person does.

/** Promises the moment after the next painting; at once where nothing is painted. */
export function painted() {
  if (document.visibilityState === "hidden") return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/**
 * Promises a turn of one's own.
 * @returns {Promise<void>}
 */
export function pause() {
  return (
    /** @type {any} */ (globalThis).scheduler?.yield?.() ??
    new Promise((resolve) => {
      setTimeout(resolve);
    })
  );
}
