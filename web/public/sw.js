/**
 * Keeps the last views, so that they open without a line, with their date. The network is asked first, always: the
 * browser's own cache turns a 304 into the page it has. Never kept: what changes things, what is downloaded, logins,
 * tokens, and the Data tab.
 */
importScripts("/sw-push.js");

const VIEWS = "views-1";
const FILES = "files-1";

const KEPT_VIEWS = 12;
const KEPT_FILES = 24;

/** Only the pages that show figures. */
const isView = ({ pathname }) =>
  pathname === "/" ||
  pathname === "/trend" ||
  pathname === "/method" ||
  /^\/(posts|streaks)(\/|$)/.test(pathname);

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name !== VIEWS && name !== FILES) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname === "/logout" && request.method === "POST")
    event.waitUntil(caches.delete(VIEWS));
  if (request.method !== "GET") return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate" && isView(url)) event.respondWith(view(event));
});

/** A name with a hash never changes what it holds. */
async function file(request) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(cache, request, answer.clone(), KEPT_FILES);
  return answer;
}

async function view(event) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    event.waitUntil(remember(request, answer.clone()));
    return answer;
  } catch (error) {
    const kept = await lastView(request);
    if (kept) return kept;
    throw error;
  }
}

async function remember(request, answer) {
  // who may not see the page any more shall not see it without a line either
  // (404: a link that has expired)
  if ([401, 403, 404, 410].includes(answer.status)) await caches.delete(VIEWS);
  if (answer.status !== 200 || answer.redirected) return;
  await keep(await caches.open(VIEWS), request, answer, KEPT_VIEWS);
}

/** The newest stand last; the oldest go. */
async function keep(cache, request, answer, most) {
  await cache.delete(request);
  await cache.put(request, answer);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
}

/** The same address, else the same page of another period, else the view seen last; its note about the line shown. */
async function lastView(request) {
  const cache = await caches.open(VIEWS);
  const last = (await cache.keys()).at(-1);
  const kept =
    (await cache.match(request)) ??
    (await cache.match(request, { ignoreSearch: true })) ??
    (last && (await cache.match(last)));
  if (!kept) return null;
  const html = (await kept.text()).replace('id="offline" hidden', 'id="offline"');
  return new Response(html, { headers: kept.headers });
}
