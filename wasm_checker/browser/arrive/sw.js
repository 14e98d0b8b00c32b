// The check page without a network. The page carries the rules: it comes from the network, so that nobody is judged by old ones, and
// from the cache only where the network does not bring it. What has the hash of its content in its name cannot be old, and comes from
// the cache; what the cache does not know, such as the files of a newer page, comes from the network. Each version has a cache of its
// own, named by the hash of all its files; a new one is filled whole before the old one goes, and takes over once no page uses the old.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const PAGE = worker.registration.scope;
const VERSION = "VERSION";
const FILES = { FILES: "" }; // each address with the SHA-256 of what belongs there
const PREFIX = `check ${PAGE} `;
const CACHE = PREFIX + VERSION;
const NAMED_BY_CONTENT = /\.([0-9a-f]{8,}|[0-9A-Z]{8})\.[^/]+$/;
// Milliseconds. On a line of 1.6 Mbit/s the page, some 70 KB, has arrived whole after one second. One that takes thrice that is about
// to break off, and whoever waits longer before a blank page leaves. A network that is gone says so at once.
const PATIENCE = 3000;

const hashes = new Map(Object.entries(FILES).map(([name, hash]) => [new URL(name, worker.location.href).href, hash]));

// A host may be half-way through an update, or something between may keep an older file: then nothing is installed, and the browser
// tries again another time. "no-cache": its own cache is asked whether what it has still is the same.
/** @param {Cache} cache @param {string} address */
async function fill(cache, address) {
  const response = await fetch(new Request(address, { cache: "no-cache" }));
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const found = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || found !== hashes.get(address)) throw new Error(`${address} is not of this version`);
  await cache.put(address, response);
}

async function install() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all([...hashes.keys()].map((address) => fill(cache, address)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

worker.addEventListener("install", (event) => event.waitUntil(install()));

worker.addEventListener("activate", (event) => {
  const old = (/** @type {string} */ name) => name.startsWith(PREFIX) && name !== CACHE;
  const clean = async () => Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
  event.waitUntil(clean().then(() => worker.clients.claim()));
});

/** @type {(address: string) => Promise<Response | undefined>} */
const kept = async (address) => (await caches.open(CACHE)).match(address);

/**
 * From the network, whole and in time; undefined where it does not come so. "no-cache" as above. A host that leads elsewhere is
 * followed: else whoever has visited would stay with the old page for ever.
 * @param {Request} request
 */
async function arriving(request) {
  const line = new AbortController();
  const bell = setTimeout(() => line.abort(), PATIENCE);
  try {
    const response = await fetch(new Request(request, { cache: "no-cache", signal: line.signal }));
    if (response.type === "opaqueredirect") return response;
    await response.clone().arrayBuffer();
    return response.ok ? response : undefined;
  } catch (error) {
    console.warn(error); // no network, or too slow a one
    return undefined;
  } finally {
    clearTimeout(bell);
  }
}

/**
 * The page out of the cache, marked, so that it can say so (age.js).
 * @param {Response} response
 */
async function marked(response) {
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name); // of what was sent, not of this text
  const text = await response.text();
  return new Response(text.replace(" data-edition=", ' data-kept="device" data-edition='), { headers });
}

worker.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const address = url.split(/[?#]/)[0];
  if (method !== "GET" || !hashes.has(address)) return;
  // By a request of its own the page asks what the newest is: only the network knows.
  if (mode !== "navigate" && address === PAGE) return;
  const answer = async () => {
    const arrived = NAMED_BY_CONTENT.test(address) ? undefined : await arriving(event.request);
    if (arrived) return arrived;
    const found = await kept(address);
    return found && address === PAGE ? marked(found) : found;
  };
  event.respondWith(
    answer().then(
      (found) => found ?? fetch(event.request),
      () => fetch(event.request),
    ),
  );
});
