/**
 * Keeps the app for when there is no network.
 *
 * The build writes the list of files before this script: `self.precache = { version, files }`; readers of files come when they are used. A new version is
 * fetched beside the old one and takes over when no page uses the old one any more, or when a page asks for it.
 */

/**
 * The part of a service worker's world that is used here; the library of types has either a page or a worker.
 *
 * @typedef {object} ServiceWorld
 * @property {{ version: string, files: string[] }} precache
 * @property {{ scope: string }} registration
 * @property {{ claim(): Promise<void> }} clients
 * @property {() => Promise<void>} skipWaiting
 * @property {(name: string, hear: (event: ServiceEvent) => void) => void} addEventListener
 *
 * @typedef {object} ServiceEvent
 * @property {unknown} data
 * @property {Request} request
 * @property {(work: Promise<unknown>) => void} waitUntil
 * @property {(answer: Promise<Response>) => void} respondWith
 */

const worker = /** @type {ServiceWorld} */ (/** @type {unknown} */ (self));
const { version, files } = worker.precache;
const PREFIX = 'whereas-app-';
const cacheName = PREFIX + version;

/** Readers of files, which few need and which are large. */
const LATER = /\/whereas_(import|pdf)[^/]*\.wasm$/;

/** Where the site lists its archives. */
const catalogue = new URL('archives/catalogue.json', worker.registration.scope).href;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(cacheName).then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))),
  );
});

worker.addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await caches.keys())
      if (name.startsWith(PREFIX) && name !== cacheName) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(old());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(worker.registration.scope)) return;
  event.respondWith(request.url === catalogue ? offered(request) : answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.mode === 'navigate' ? './' : request, { ignoreSearch: true });
  if (kept) return kept;
  const fetched = await fetch(request);
  // What is not fetched before it is needed is kept from then on.
  if (fetched.ok && LATER.test(request.url)) await cache.put(request, fetched.clone()).catch(() => {});
  return fetched;
}

/** The list of archives as it is now, else as it was last; without both, none. @param {Request} request */
async function offered(request) {
  const cache = await caches.open(cacheName);
  try {
    const now = await fetch(request);
    if (now.ok) await cache.put(request, now.clone()).catch(() => {});
    return now;
  } catch {
    return (await cache.match(request)) ?? Response.json({ schema: 'whereas-catalogue/1', packs: [] });
  }
}
