/** The whole of it, as people meet it: the real Worker with a small demo library, and phones that look at it. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "../../tools/browser.ts";
import { requestsOf } from "../demo/requests.ts";
import { DEMO_NAME, demoSnapshots } from "../demo/snapshots.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

export const NOW = "2026-11-23T05:20:00Z";
const DAYS = 120;
/** What takes longer on a phone does not come any more. */
const PATIENCE_MS = 10_000;
/** No cron's CPU to spare here. */
const READINGS_A_REQUEST = 1000;

export type Phone = { context: BrowserContext; page: Page; complaints: string[] };

export type Dashboard = {
  worker: TestWorker;
  browser: Browser;
  /** May push. */
  token: string;
  close: () => Promise<void>;
};

/** @param demo left out: with the demo library */
export async function openDashboard({
  demo = true,
  vars = {},
}: {
  demo?: boolean;
  vars?: Record<string, string>;
} = {}): Promise<Dashboard> {
  const [worker, browser] = await Promise.all([startWorker({ now: NOW, vars }), openBrowser()]);
  const token = await worker.token("push");
  if (demo) {
    await worker.send("PATCH", "/api/settings", { name: DEMO_NAME, demo: true });
    const snapshots = demoSnapshots(Date.parse(NOW) / 1000, { days: DAYS });
    for (const request of requestsOf(snapshots, READINGS_A_REQUEST)) {
      await push(worker, token, request);
    }
  }
  const close = async () => {
    await Promise.all([browser.close(), worker.close()]);
  };
  return { worker, browser, token, close };
}

/**
 * A phone of 360×800 that nobody has logged in on. `complaints` are what its console said, what failed, and every request
 * that left for somewhere else.
 */
export async function openPhone(
  { browser, worker }: Dashboard,
  options: BrowserContextOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    isMobile: true,
    hasTouch: true,
    baseURL: worker.url.href,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      complaints.push(`${message.type()}: ${message.text()} at ${message.location().url}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== worker.url.origin && !["data:", "blob:"].includes(protocol)) {
      complaints.push(`a request to ${request.url()}`);
    }
  });
  return { context, page, complaints };
}

/** The phone holds a token from now on, as after a view link or a login. */
export const hold = ({ context }: Phone, { worker }: Dashboard, token: string): Promise<void> =>
  context.addCookies([{ name: "denyut", value: token, url: worker.url.href }]);

/** Keeps a script on the line. @returns ends that: it comes, or is lost */
export async function holdScript(
  page: Page,
  name: string,
): Promise<(end: "comes" | "is lost") => void> {
  const { promise, resolve } = Promise.withResolvers<"comes" | "is lost">();
  await page.route(`**/assets/${name}-*.js`, async (route) =>
    (await promise) === "comes" ? route.continue() : route.abort(),
  );
  return resolve;
}

/** What a person reads on the page, spaces made alike. */
export const textOf = async (page: Page): Promise<string> =>
  (await page.locator("body").innerText()).replaceAll(/[\s\u00a0\u202f]+/g, " ");
