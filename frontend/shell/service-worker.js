/*
 * Keeps the styles, scripts and pictures, whose addresses change with their content, and one page for when there is no network.
 * Nothing else is ever kept: no mail, no page of anyone. The server puts the constants BASE, OFFLINE and SHELL before this.
 */
const CACHE = `restante ${SHELL.join()}`;

self.addEventListener('install', (event) => {
  const first = caches.open(CACHE).then(async (cache) => {
    await cache.put(OFFLINE, await fetch(OFFLINE, { credentials: 'omit' }));
    await cache.addAll(SHELL);
  });
  event.waitUntil(first.then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).pathname.startsWith(`${BASE}assets/`)) {
    event.respondWith(asset(request));
  } else if (request.mode === 'navigate' && request.method === 'GET' && request.destination === 'document') {
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
  }
});

async function asset(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
  }
  return answer;
}
