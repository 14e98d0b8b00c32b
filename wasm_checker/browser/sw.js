// The check page without a network: its files are taken from the cache first. Each version has a cache of its own, named by the
// hash of all its files; a new one is filled whole before the old one goes, and takes over at the next visit, never in the middle.
const VERSION = "VERSION";
const FILES = { "FILES": "" }; // each address with the SHA-256 of what belongs there
const PREFIX = `check ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;

const hashes = new Map(Object.entries(FILES).map(([name, hash]) => [new URL(name, self.location).href, hash]));

// A host may be half-way through an update, or something between may keep an older file: then nothing is installed, and the browser
// tries again another time. "no-cache": its own cache is asked whether what it has still is the same.
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

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== CACHE;
  const clean = async () => Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
  event.waitUntil(clean().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const address = url.split(/[?#]/)[0];
  if (method !== "GET" || !hashes.has(address)) return;
  const answer = async () => (await (await caches.open(CACHE)).match(address)) ?? fetch(event.request);
  event.respondWith(answer().catch(() => fetch(event.request)));
});
