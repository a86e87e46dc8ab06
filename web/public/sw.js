/**
 * What the installed app keeps on the phone, so that it opens without a line: the last views of every tab with their date, the
 * forms, the files that pages are made with, and a page that says what there is where a view was never kept.
 *
 * The network is asked first, always: the browser's own cache turns a 304 into the page it has. Never kept: logins, links
 * and settings, whatever holds a token, what is downloaded, and the answers to forms.
 */

// what is pushed to the phone has a file of its own
importScripts("/sw-push.js");

const VIEWS = "views-1";
const FILES = "files-1";
const OFFLINE = "offline-1";

/** By what their paths begin with: how many views of a tab are kept, so that no tab pushes another out. */
const TABS = [
  ["/posts", "/topics", "/works", "/trials"],
  ["/calendar", "/plans", "/events", "/notes", "/almanac"],
  ["/data", "/targets"],
  ["/", "/trend", "/streaks", "/report", "/method", "/answers"],
];
const KEPT_VIEWS = 8;
/** Those of the version before among them: a page that is open still asks for its own. */
const KEPT_FILES = 60;

/**
 * Pages that show figures and plans, and their forms. Of the Data tab only what holds no token; of the report no form, which
 * holds the numbers of officials.
 */
const KEPT =
  /^\/$|^\/(trend|method|answers|calendar|almanac|topics|works|works\/posts|targets|data|data\/bring)$|^\/(posts|streaks|events)(\/[\w-]+)?$|^\/report(\/\d{4}-\d\d)?$|^\/(plans|notes|trials)\/[\w-]+$/;

const isKept = ({ pathname }) => KEPT.test(pathname);

/** What was just changed is said once. */
const isView = (url) => isKept(url) && !url.searchParams.has("changed");

/** From here on the phone sees by another link. */
const isLink = ({ pathname }) => pathname.startsWith("/v/");

const startsWith = (path, start) =>
  start === "/" ? path === "/" : path === start || path.startsWith(`${start}/`);

const tabOf = (address) => {
  const { pathname } = new URL(address);
  return TABS.findIndex((paths) => paths.some((start) => startsWith(pathname, start)));
};

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePages().catch(() => {}));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (![VIEWS, FILES, OFFLINE].includes(name)) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && request.mode === "navigate") {
    if (/^\/log(in|out)$/.test(url.pathname)) event.waitUntil(caches.delete(VIEWS));
    else event.respondWith(sent(request));
    return;
  }
  if (request.method !== "GET") return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(file(event));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
});

/** A name with a hash never changes what it holds. A phone that is full keeps none, and gets it all the same. */
async function file(event) {
  const { request } = event;
  const kept = await caches.match(request, { cacheName: FILES }).catch(() => undefined);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) event.waitUntil(keepFile(request, answer.clone()).catch(() => {}));
  return answer;
}

async function keepFile(request, answer) {
  const cache = await caches.open(FILES);
  await cache.put(request, answer);
  await forget(cache, () => true, KEPT_FILES);
}

/**
 * A form. Without a line the person goes back to where it stands, and what was typed is filled in again there
 * (`web/drafts.ts`); nothing is sent by itself later.
 */
async function sent(request) {
  const known = navigator.onLine;
  try {
    return await fetch(request);
  } catch {
    const back = new URL(request.referrer || "/", location.origin);
    back.hash = known ? "unsure" : "not-sent";
    return Response.redirect(back.href, 303);
  }
}

async function page(event, url) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    // what the one before could see is not for who comes now; before the answer, which leads to views that are kept again
    if (isLink(url)) await caches.delete(VIEWS);
    if (isView(url)) event.waitUntil(remember(request, answer.clone()).catch(() => {}));
    return answer;
  } catch (error) {
    const kept = (isView(url) && (await lastView(request))) || (await offlinePage(url));
    if (kept) return kept;
    throw error;
  }
}

async function remember(request, answer) {
  // who may not see the page any more shall not see it without a line either
  // (404: a link that has expired)
  if ([401, 403, 404, 410].includes(answer.status)) await caches.delete(VIEWS);
  if (answer.status !== 200 || answer.redirected) return;
  const cache = await caches.open(VIEWS);
  const html = await answer.clone().text();
  const before = await cache.match(request);
  await cache.delete(request);
  try {
    await cache.put(request, answer);
  } catch (full) {
    // what it held until now it has room for
    if (before) await cache.put(request, before);
    throw full;
  }
  const tab = tabOf(request.url);
  await forget(cache, ({ url }) => tabOf(url) === tab, KEPT_VIEWS);
  await renewOfflinePages(html);
}

/** The newest stand last; the oldest go. */
async function forget(cache, among, most) {
  const keys = (await cache.keys()).filter(among);
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
}

/**
 * The same address, else the same page as it was asked for last; its note about the line is shown, which says so where it is
 * not what was asked for.
 */
async function lastView(request) {
  const cache = await caches.open(VIEWS);
  const { pathname } = new URL(request.url);
  const last = (await cache.keys()).findLast(({ url }) => new URL(url).pathname === pathname);
  const same = await cache.match(request);
  const kept = same ?? (last && (await cache.match(last)));
  if (!kept) return null;
  const html = (await kept.text()).replace('id="offline" hidden', 'id="offline"');
  const said = same ? html : html.replace('id="another" hidden', 'id="another"');
  return new Response(said, { headers: kept.headers });
}

/** In the library's language, and in each. */
const OFFLINE_PAGES = ["/offline", "/offline?lang=id", "/offline?lang=en"];

/** As nobody in particular sees them: they say the library's name and nothing else. */
async function keepOfflinePages() {
  const cache = await caches.open(OFFLINE);
  for (const path of OFFLINE_PAGES) {
    const answer = await fetch(path, { credentials: "omit" });
    if (answer.ok) await cache.put(path, answer);
  }
}

/** That the page's loader fetches (`web/loader.ts`). */
const scriptOf = (html) => /import\("([^"]+)"\)/.exec(html)?.[1];

/** Another version of the app has other files. */
async function renewOfflinePages(html) {
  const cache = await caches.open(OFFLINE);
  const kept = await cache.match("/offline");
  if (!kept || scriptOf(await kept.text()) !== scriptOf(html)) {
    await keepOfflinePages().catch(() => {});
  }
}

/**
 * In the language of what was seen last, with the views that can be opened, the newest first. It says whether the page was
 * not opened here before, or is one that never stays on the phone.
 */
async function offlinePage(asked) {
  const views = await caches.open(VIEWS);
  const seen = [];
  for (const { url } of (await views.keys()).reverse()) {
    const html = await (await views.match(url)).text();
    const part = (pattern) => pattern.exec(html)?.[1] ?? "";
    const { pathname, search } = new URL(url);
    seen.push({
      path: pathname + search,
      language: part(/<html lang="(\w+)"/),
      // already escaped where it stood
      title: part(/<title>(.*?)(?: · [^<]*)?<\/title>/),
      at: part(/id="offline" hidden data-at="([^"]*)"/),
    });
  }
  const cache = await caches.open(OFFLINE);
  const [newest] = seen;
  const kept = await cache.match(newest ? `/offline?lang=${newest.language}` : "/offline");
  if (!kept) return null;
  const list = seen
    .map(
      ({ path, title, at }) =>
        `<li><a class="line" href="${path.replaceAll("&", "&amp;").replaceAll('"', "%22")}"><span class="link">${title}</span><small>${at}</small></a></li>`,
    )
    .join("");
  const text = await kept.text();
  const reasoned = isKept(asked)
    ? text
    : text
        .replace('id="unseen"', 'id="unseen" hidden')
        .replace('id="unkept" hidden', 'id="unkept"');
  const html = reasoned.replace(
    /(<section id="kept") hidden>(.*?<ul class="rows">)/,
    (whole, part, before) => (list === "" ? whole : `${part}>${before}${list}`),
  );
  return new Response(html, { status: 503, headers: kept.headers });
}
