/**
 * A phone is told: somebody taps, a streak opens by a pushed snapshot, the push service has a message that this browser alone
 * reads, and the service worker shows it. The Chromium of the tests reaches no push service and refuses every notification: the
 * stand-in's subscription takes the place of the one, a list that replaces by tag as phones do that of the other, and what the
 * stand-in decrypted is handed to the service worker by the debugger.
 */
import type { CDPSession, Worker } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../receivers/browser.ts";
import { type Receivers, startReceivers } from "../receivers/start.ts";
import { push, VAPID_KEYS } from "../worker.ts";
import { type Dashboard, hold, NOW, openDashboard, openPhone, type Phone } from "./dashboard.ts";

const AT = Date.parse(NOW) / 1000;
const DAY = 86_400;
const TELL_CRON = "2,17,32,47 * * * *";

let receivers: Receivers;
let dashboard: Dashboard;
let phone: Phone;
let cdp: CDPSession;
let registrationId = "";

beforeAll(async () => {
  receivers = await startReceivers(VAPID_KEYS.split(".")[0] ?? "");
  dashboard = await openDashboard({ demo: false, vars: { RECEIVERS_URL: receivers.origin } });
  const { worker } = dashboard;
  await worker.send("PATCH", "/api/settings", { contact: "perpus@pasuruankota.go.id" });
  await read([...posts(0, 60), ...posts(60, 63, 20)], 62);
  phone = await openPhone(dashboard);
  await phone.context.addInitScript(subscribedAs(receivers.browser()));
  await hold(phone, dashboard, await worker.token("view"));
  cdp = await phone.context.newCDPSession(phone.page);
  cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
    registrationId = registrations[0]?.registrationId ?? registrationId;
  });
  await cdp.send("ServiceWorker.enable");
});
afterAll(() => Promise.all([dashboard.close(), receivers.close()]));

/** In the page: the permission that a person gives, asked for once, and the browser's own push service. */
const subscribedAs = ({ endpoint, keys }: Browser): string => `
  const standing = () => localStorage.getItem("subscribed") ? made : null;
  const made = {
    endpoint: ${JSON.stringify(endpoint)},
    options: { applicationServerKey: null },
    toJSON: () => (${JSON.stringify({ endpoint, keys })}),
    unsubscribe: async () => { localStorage.removeItem("subscribed"); return true; },
  };
  PushManager.prototype.getSubscription = async () => standing();
  PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
    localStorage.setItem("subscribed", [userVisibleOnly, applicationServerKey].join());
    return made;
  };
  let permission = localStorage.getItem("subscribed") ? "granted" : "default";
  Object.defineProperty(Notification, "permission", { get: () => permission });
  Notification.requestPermission = async () => {
    sessionStorage.setItem("asked", "yes");
    return (permission = "granted");
  };`;

/** In the service worker: what the phone shows, by tag. */
const showing = (worker: Worker): Promise<void> =>
  worker.evaluate(`
    self.shown ??= [];
    self.registration.showNotification = async (title, options) => {
      self.shown = self.shown.filter(({ tag }) => !options.tag || tag !== options.tag);
      self.shown.push({ title, ...options, close() { self.shown.splice(self.shown.indexOf(this), 1); } });
    };`);

const START = AT - 200 * DAY;
const USUAL = [100, 80, 125, 90, 112, 70, 140, 96, 88, 104];
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000", "");
const publishedAt = (n: number) => START + 2 * n * DAY;
const posts = (from: number, to: number, likes?: number) =>
  Array.from({ length: to - from }, (_, index) => ({
    external_id: `p${from + index}`,
    published_at: iso(publishedAt(from + index)),
    format: "image" as const,
    likes: likes ?? USUAL[(from + index) % 10] ?? 100,
    comments: 0,
    shares: 0,
  }));
const read = (of: ReturnType<typeof posts>, last: number) =>
  push(dashboard.worker, dashboard.token, [
    {
      platform: "instagram",
      account: "perpus",
      read_at: iso(publishedAt(last) + 1.5 * DAY),
      followers: 1000,
      posts: of,
    },
  ]);

const theWorker = async (): Promise<Worker> => {
  const [running] = phone.context.serviceWorkers();
  return running ?? phone.context.waitForEvent("serviceworker");
};
const deliver = async (data: string) => {
  await showing(await theWorker());
  await cdp.send("ServiceWorker.deliverPushMessage", {
    origin: dashboard.worker.url.origin,
    registrationId,
    data,
  });
};
/** The nth message that the push service has for this browser. */
async function message(nth: number): Promise<string> {
  await expect.poll(() => receivers.received.length).toBeGreaterThan(nth);
  return JSON.stringify(receivers.received[nth]?.body);
}
type Shown = { title: string; body?: string; lang?: string; data: { navigate: string } };
const shown = async () => (await theWorker()).evaluate("self.shown ?? []") as Promise<Shown[]>;
const titles = async () => (await shown()).map(({ title }) => title);

describe("a viewer's phone", () => {
  test("is asked for its permission by a tap alone, and is told then", async () => {
    const { page } = phone;
    await page.goto("/messages?lang=id");
    const on = page.getByRole("button", { name: "Beri tahu saya di sini" });
    await on.waitFor();
    expect(await page.evaluate("sessionStorage.getItem('asked')")).toBeNull();
    await on.click();
    await page.getByText("Perangkat ini diberi tahu.").waitFor();
    expect(await page.evaluate("sessionStorage.getItem('asked')")).toBe("yes");
    expect(await page.evaluate("localStorage.getItem('subscribed')")).toBe(
      `true,${VAPID_KEYS.split(".")[0]}`,
    );
    await page.reload();
    await page.getByText("Perangkat ini diberi tahu.").waitFor();
    expect(phone.complaints).toEqual([]);
    // what is not known is not said to be off, nor written over
    const asked = "**/api/subscriptions?*";
    await page.route(asked, (route) => route.abort());
    await page.reload();
    await page.getByText("Belum diketahui apakah perangkat ini").waitFor();
    expect(await on.isVisible()).toBe(false);
    await page.unroute(asked);
    phone.complaints.length = 0;
  });

  test("shows a streak that opens by a pushed snapshot, once though it comes twice, off the line too", async () => {
    await read(posts(63, 64, 20), 63);
    const first = await message(0);
    await deliver(first);
    await expect.poll(titles).toHaveLength(1);
    const [note] = await shown();
    expect(note).toMatchObject({
      title: expect.stringMatching(/^Instagram melemah sejak /),
      body: expect.stringContaining("4 unggahan terakhir"),
      lang: "id",
      data: { navigate: `${dashboard.worker.url.origin}/streaks/1` },
    });
    await phone.context.setOffline(true);
    await deliver(first);
    await new Promise((go) => setTimeout(go, 500));
    expect(await titles()).toEqual([note?.title]);
    await phone.context.setOffline(false);
  });

  test("shows its end, and a tap leads to the evidence in the window that is open", async () => {
    await read(posts(64, 76), 75);
    await dashboard.worker.scheduled(AT + DAY, TELL_CRON);
    await deliver(await message(1));
    await expect.poll(titles).toEqual([expect.stringContaining("melemah"), "Instagram pulih"]);
    await (await theWorker()).evaluate(`{
      const tap = new ExtendableEvent("notificationclick");
      tap.notification = self.shown[1];
      self.dispatchEvent(tap);
    }`);
    await phone.page.waitForURL("**/streaks/1");
    expect(await titles()).toEqual([expect.stringContaining("melemah")]);
  });

  test("shows something for what it cannot read", async () => {
    await deliver("not json");
    await expect.poll(titles).toContain("Denyut");
  });

  test("is told no more once it is turned off", async () => {
    const { page } = phone;
    await page.goto("/messages?lang=en");
    await page.getByRole("button", { name: "Stop on this device" }).click();
    await page.getByText("This device is told no more.").waitFor();
    const { results } = await dashboard.worker.db.prepare("select id from recipients").all();
    expect(results).toEqual([]);
    expect(phone.complaints).toEqual([]);
  });
});
