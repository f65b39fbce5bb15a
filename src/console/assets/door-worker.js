// Answers for the pages of the door (/console/door/…) and their files when there is no network. Nothing else of the console is kept.
const kept = 'ban-hoc-door';
const patience = 4000;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

/** The network, for as long as people at a door wait; then what was kept. A network that answers late is no network. */
async function pageOf(request) {
  const cache = await caches.open(kept);
  const memory = await cache.match(request, { ignoreSearch: true });
  const late = new AbortController();
  const timer = memory && setTimeout(() => late.abort(), patience);
  try {
    const response = await fetch(request, { signal: late.signal });
    // A way to the sign-in is followed, but not kept in the page's place.
    if (response.ok && !response.redirected) await cache.put(new URL(request.url).pathname, response.clone());
    return response.status >= 500 && memory ? memory : response;
  } catch (error) {
    if (memory) return memory;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Files have their content in their address: what was kept is right for ever. */
async function fileOf(request) {
  const cache = await caches.open(kept);
  const memory = await cache.match(request);
  if (memory) return memory;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && /^\/console\/door\/[^/]+$/.test(pathname)) event.respondWith(pageOf(request));
  else if (pathname.startsWith('/console/tep/')) event.respondWith(fileOf(request));
});
