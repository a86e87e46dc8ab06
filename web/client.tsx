/**
 * What the browser runs: wakes each island when it comes into view, and keeps the last view for offline.
 *
 * A new island: a file in `web/islands/` whose default export takes the element and its props; one line in ISLANDS; and
 * `<Island name="…" props={…}>` on the screen, with what stands there without JavaScript inside. Its language comes
 * in its props.
 */
import type { Language } from "../functions/present/views/chrome.ts";
import { keepDrafts } from "./drafts.ts";
import { sayWhatWentWell } from "./islands/said.ts";
import { offlineWords } from "./language/offline.ts";
import { whenLoaded } from "./when-loaded.ts";

type Wake = (root: HTMLElement, props: never) => void;

const ISLANDS: Record<string, () => Promise<{ default: Wake }>> = {
  backup: () => import("./islands/backup.ts"),
  chart: () => import("./chart.tsx"),
  followers: () => import("./islands/followers.ts"),
  form: () => import("./islands/form.ts"),
  import: () => import("./islands/import.tsx"),
  restore: () => import("./islands/restore.ts"),
  push: () => import("./islands/push.ts"),
  send: () => import("./islands/send.ts"),
  report: () => import("./islands/report.ts"),
  share: () => import("./islands/share.ts"),
};

async function wake(root: HTMLElement): Promise<void> {
  const load = ISLANDS[root.dataset.island ?? ""];
  const props = root.querySelector(":scope > script[type='application/json']")?.textContent;
  if (!load || !props) return;
  const island = await load();
  island.default(root, JSON.parse(props) as never);
  awake.add(root);
}

const awake = new WeakSet<Element>();
const waking = new WeakMap<Element, Promise<void>>();

/** Each island once. */
function wakeOnce(root: HTMLElement): Promise<void> {
  const begun = waking.get(root) ?? wake(root).catch((error) => failed(root, error));
  waking.set(root, begun);
  return begun;
}

/** The version of the app that this page is of; what was typed outlives the reload (`drafts.ts`), but not these. */
const RELOADED = "reloaded";
const NOT_KEPT = "input[type=password],input[type=file]";

/**
 * Its file did not come. Without a line it is asked for again when it is wanted. With one, another version of the app was put up
 * meanwhile and its files have other names, or the browser asks no second time: then the page is fetched anew, once, but not
 * where it would lose what was typed or chosen.
 */
function failed(root: HTMLElement, error: unknown): never {
  waking.delete(root);
  const typed = [...document.querySelectorAll<HTMLInputElement>(NOT_KEPT)].some(
    ({ value }) => value !== "",
  );
  if (navigator.onLine && !typed && sessionStorage.getItem(RELOADED) !== import.meta.url) {
    sessionStorage.setItem(RELOADED, import.meta.url);
    location.reload();
  } else if (navigator.onLine) sayNotThere(root);
  throw error;
}

function sayNotThere(root: Element): void {
  const place = root.querySelector(".said");
  const words = offlineWords[document.documentElement.lang as Language];
  if (place) place.textContent = navigator.onLine ? words.not_whole : words.not_loaded;
}

/** Forms that wait for their island, by what was pressed last: pressed twice one is sent once. */
const pressed = new Map<HTMLFormElement, HTMLElement | null>();

// whoever is quicker than the line: the form is sent when its island is awake
addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const root = form.closest<HTMLElement>("[data-island]");
  if (!root || awake.has(root)) return;
  event.preventDefault();
  const waits = pressed.has(form);
  pressed.set(form, event.submitter);
  if (waits) return;
  wakeOnce(root)
    .then(
      () => form.requestSubmit(pressed.get(form)),
      () => sayNotThere(form),
    )
    .finally(() => pressed.delete(form));
});

/**
 * When somebody logged out here last. A browser that shows a page as it was left asks nobody; one that was loaded before
 * the logout is asked for anew, and answered as whoever looks now may see it.
 */
const LOGGED_OUT = "logged_out";
addEventListener("submit", (event) => {
  const { pathname } = new URL((event.target as HTMLFormElement).action);
  if (pathname === "/logout") localStorage.setItem(LOGGED_OUT, String(Date.now()));
});
addEventListener("pageshow", ({ persisted }) => {
  const at = Number(localStorage.getItem(LOGGED_OUT));
  if (persisted && at > performance.timeOrigin) location.reload();
});

/** Islands a screen's height away are fetched already. */
const inView = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      inView.unobserve(entry.target);
      wakeOnce(entry.target as HTMLElement).catch(() => {});
    }
  },
  { rootMargin: "100% 0%" },
);

for (const root of document.querySelectorAll("[data-island]")) inView.observe(root);

sayWhatWentWell();
keepDrafts();

// an address of when the Data tab was one long page: its anchor is on another now
const anchor = location.hash.slice(1);
if (anchor && !document.getElementById(anchor)) {
  const moved = [...document.querySelectorAll<HTMLAnchorElement>("a[data-was]")].find((link) =>
    link.dataset.was?.split(" ").includes(anchor),
  );
  if (moved) location.replace(`${moved.href}#${anchor}`);
}

const offline = document.querySelector<HTMLElement>("#offline");
const sayOffline = () => {
  if (offline && !navigator.onLine) offline.hidden = false;
};
sayOffline();
addEventListener("offline", sayOffline);

// after everything else: the first view has the line to itself
whenLoaded(() => void navigator.serviceWorker?.register("/sw.js"));
