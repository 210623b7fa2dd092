// For one thing only: a board that is fetched while there is no network. Then a page of ours says so and shows what is written in this
// browser, instead of the browser's own page that shows nothing. It keeps that page and its files, and never anything somebody wrote.
const kept = 'dip-offline';
const page = new URL('uten-nett', location).href;
const longestWait = 15_000;
const files = /\.(css|js|woff2|svg)$/;

addEventListener('install', event => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.mode === 'navigate') {
    event.respondWith(inTime(fetch(request)).catch(() => caches.match(page)));
  } else if (request.method === 'GET' && origin === location.origin && files.test(pathname)) {
    event.respondWith(fetch(request).catch(async fault => await caches.match(request) ?? Promise.reject(fault)));
  }
});

// A cell that has been left does not say no; it says nothing.
function inTime(answer) {
  return Promise.race([answer, new Promise((_, reject) => setTimeout(reject, longestWait))]);
}

async function fill() {
  const answer = await fetch(page, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${page} answered ${answer.status}.`);
  const html = await answer.clone().text();
  const named = [...html.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, address]) => new URL(address.replaceAll('&amp;', '&'), page))
    .filter(({ origin, pathname }) => origin === location.origin && files.test(pathname));
  const cache = await caches.open(kept);
  await cache.addAll([...new Set(named.map(({ href }) => href))]);
  await cache.put(page, answer);
}
