/** Loads the demo library through the same door as everybody's figures. */

import { dayOf, USUAL_ZONE } from "../../functions/model/day.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { requestsOf } from "../../test/demo/requests.ts";
import { DEMO_NAME, demoSnapshots } from "../../test/demo/snapshots.ts";
import {
  DEMO_MIX,
  demoEvents,
  demoNotes,
  demoPlans,
  demoPromotion,
  demoTargets,
} from "../../test/demo/week.ts";
import { type Api, apiOf } from "./api.ts";
import { type State, saveState } from "./state.ts";

/** There is no CPU limit here: larger requests than a cron's are quicker. */
const READINGS_A_REQUEST = 1000;

export type Demo = NonNullable<State["demo"]>;

export const newDemo = (): Demo => ({ now: Math.floor(Date.now() / 1000), sent: 0, done: false });

type Load = {
  origin: string;
  admin: Api;
  /** May push. */
  token: string;
  folder: string;
  state: State;
  demo: Demo;
  say: (done: number, of: number) => void;
};

/** Goes on where an interrupted load ended: a snapshot that is in already changes nothing. */
export async function loadDemo({
  origin,
  admin,
  token,
  folder,
  state,
  demo,
  say,
}: Load): Promise<void> {
  await admin("PATCH", "/api/settings", { name: DEMO_NAME, demo: true });
  const push = apiOf(origin, token);
  const requests = requestsOf(demoSnapshots(demo.now), READINGS_A_REQUEST);
  for (; demo.sent < requests.length; demo.sent++) {
    say(demo.sent, requests.length);
    saveState(folder, state);
    await push("POST", "/api/snapshots", requests[demo.sent]);
  }
  await loadWeek(origin, admin, demo);
  say(requests.length, requests.length);
  demo.done = true;
  saveState(folder, state);
}

/** A post as the API lists it. */
type Listed = Parameters<typeof demoPlans>[2][number] & { id: number };

/** What is planned and noted, once: an interrupted load goes on behind it. */
async function loadWeek(origin: string, admin: Api, demo: Demo): Promise<void> {
  const { events: known } = await admin<{ events: unknown[] }>("GET", "/api/events");
  if (known.length > 0) return;
  const [{ accounts }, { posts }] = await Promise.all([
    admin<{ accounts: { id: number; platform: Platform }[] }>("GET", "/api/accounts"),
    admin<{ posts: Listed[] }>("GET", "/api/posts"),
  ]);
  const ids = Object.fromEntries(accounts.map(({ id, platform }) => [platform, id])) as Ids;
  const today = dayOf(demo.now, USUAL_ZONE);
  for (const plan of demoPlans(today, ids, posts)) await admin("POST", "/api/plans", plan);
  for (const note of demoNotes(today)) await admin("POST", "/api/notes", note);
  for (const target of demoTargets(today, ids)) await admin("POST", "/api/targets", target);
  await admin("POST", "/api/target-mix", DEMO_MIX);
  await loadMismatch(admin, ids, posts);
  await loadCorrections(admin, posts);
  await loadEvents(origin, admin, today, ids);
}

type Ids = Readonly<Record<Platform, number>>;

/** What was planned for a day on which something else came: a person said so. */
async function loadMismatch(admin: Api, { facebook }: Ids, posts: readonly Listed[]) {
  const other = posts.find(({ platform }) => platform === "facebook");
  if (!other) return;
  const on = dayOf(Math.floor(Date.parse(other.published_at) / 1000), USUAL_ZONE);
  const { plans } = await admin<{ plans: { id: number; version: number }[] }>(
    "POST",
    "/api/plans",
    { on, accounts: [facebook], title: "Kuis Jumat", topic: "interactive", person: "Budi" },
  );
  const [plan] = plans;
  if (!plan) return;
  const said = { version: plan.version, account: facebook, post: null };
  await admin("POST", `/api/plans/${plan.id}/post`, said);
}

/** People look through the newest posts now and then, and mostly agree. */
async function loadCorrections(admin: Api, posts: readonly Listed[]): Promise<void> {
  for (const [index, { id, topic }] of posts.slice(0, 8).entries()) {
    const said = index % 4 === 3 ? "community" : (topic ?? "institutional");
    await admin("PATCH", `/api/posts/${id}`, { topic: said });
  }
}

/** From where a short link was followed how often, and by what: a phone's browser. */
const CLICKS = { ig: 9, wa: 14, qr: 3 } as const;
const PHONE =
  "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";

async function loadEvents(origin: string, admin: Api, today: string, ids: Ids): Promise<void> {
  const numbers: number[] = [];
  for (const event of demoEvents(today)) {
    const made = await admin<{ event: { id: number } }>("POST", "/api/events", event);
    numbers.push(made.event.id);
  }
  const [first] = numbers;
  if (first === undefined) return;
  for (const plan of demoPromotion(today, ids, first)) await admin("POST", "/api/plans", plan);
  await admin("POST", "/api/short-links", {
    slug: "malam-puisi",
    target: "https://perpustakaan.pasuruankota.go.id/malam-puisi",
    name: "Pendaftaran Malam Puisi",
    event: first,
  });
  for (const [source, times] of Object.entries(CLICKS)) {
    for (let click = 0; click < times; click += 1) {
      await fetch(`${origin}/e/malam-puisi/${source}`, {
        headers: { "user-agent": PHONE },
        redirect: "manual",
      });
    }
  }
}
