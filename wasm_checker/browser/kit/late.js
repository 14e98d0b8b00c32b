// Classic scripts that come when they are asked for.

/** A script did not come: the network failed. */
export class Unreached extends Error {}

/** @type {Map<string, Promise<void>>} */
const loading = new Map();

/**
 * Loads a script once; what did not come is asked for again.
 * @param {string} address
 */
export async function once(address) {
  if (!loading.has(address)) loading.set(address, load(address));
  try {
    await loading.get(address);
  } catch (error) {
    loading.delete(address);
    throw error;
  }
}

/** @param {string} address @returns {Promise<void>} */
function load(address) {
  const script = document.createElement("script");
  const arrived = /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      script.onload = () => resolve();
      script.onerror = () => reject(new Unreached(`${address}: Failed to fetch`));
    })
  );
  script.src = address;
  document.head.append(script);
  return arrived;
}
