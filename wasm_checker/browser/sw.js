// The check page without a network: its files are taken from the cache first. Each version has a cache of its own, named by the
// hash of all its files; a new one is filled whole before the old one goes, and takes over at the next visit, never in the middle.
const VERSION = "VERSION";
const FILES = ["FILES"];
const PREFIX = `check ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;

const addresses = new Set(FILES.map((name) => new URL(name, self.location).href));

// "no-cache": the browser's own cache may hold an older file under the same name; it is asked whether it still is the same.
self.addEventListener("install", (event) => {
  const wanted = [...addresses].map((address) => new Request(address, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(wanted)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== CACHE;
  const clean = async () => Promise.all((await caches.keys()).filter(old).map((name) => caches.delete(name)));
  event.waitUntil(clean().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const address = url.split(/[?#]/)[0];
  if (method !== "GET" || !addresses.has(address)) return;
  const answer = async () => (await (await caches.open(CACHE)).match(address)) ?? fetch(event.request);
  event.respondWith(answer().catch(() => fetch(event.request)));
});
