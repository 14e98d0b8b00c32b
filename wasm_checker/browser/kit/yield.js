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

/**
 * Promises the turn after those that the browser has in its queue for this page already; a timer may overtake them.
 * @returns {Promise<void>}
 */
export function queued() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage("");
  });
}
