/**
 * What the browser runs: wakes each island when it comes into view, and keeps the last view for offline.
 *
 * A new island: a file in `web/islands/` whose default export takes the element and its props; one line in ISLANDS; and
 * `<Island name="…" props={…}>` on the screen, with what stands there without JavaScript inside. Its language comes
 * in its props.
 */
import { sayWhatWentWell } from "./islands/said.ts";

type Wake = (root: HTMLElement, props: never) => void;

const ISLANDS: Record<string, () => Promise<{ default: Wake }>> = {
  chart: () => import("./chart.tsx"),
  followers: () => import("./islands/followers.ts"),
  form: () => import("./islands/form.ts"),
  import: () => import("./islands/import.tsx"),
  push: () => import("./islands/push.ts"),
  send: () => import("./islands/send.ts"),
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
  const begun = waking.get(root) ?? wake(root);
  waking.set(root, begun);
  return begun;
}

// whoever is quicker than the line: the form is sent when its island is awake
addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const root = form.closest<HTMLElement>("[data-island]");
  if (!root || awake.has(root)) return;
  event.preventDefault();
  void wakeOnce(root).then(() => form.requestSubmit(event.submitter));
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
      void wakeOnce(entry.target as HTMLElement);
    }
  },
  { rootMargin: "100% 0%" },
);

for (const root of document.querySelectorAll("[data-island]")) inView.observe(root);

sayWhatWentWell();

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
addEventListener("load", () => void navigator.serviceWorker?.register("/sw.js"));
