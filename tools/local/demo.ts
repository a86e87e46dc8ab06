/** Loads the demo library through the same door as everybody's figures. */

import { dayOf, USUAL_ZONE } from "../../functions/model/day.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { requestsOf } from "../../test/demo/requests.ts";
import { DEMO_NAME, demoSnapshots } from "../../test/demo/snapshots.ts";
import { demoPlans } from "../../test/demo/week.ts";
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
  await loadWeek(admin, demo);
  say(requests.length, requests.length);
  demo.done = true;
  saveState(folder, state);
}

/** What is planned, once: an interrupted load goes on behind it. */
async function loadWeek(admin: Api, demo: Demo): Promise<void> {
  const { plans } = await admin<{ plans: unknown[] }>("GET", "/api/plans");
  if (plans.length > 0) return;
  const [{ accounts }, { posts }] = await Promise.all([
    admin<{ accounts: { id: number; platform: Platform }[] }>("GET", "/api/accounts"),
    admin<{ posts: Parameters<typeof demoPlans>[2] }>("GET", "/api/posts"),
  ]);
  const ids = Object.fromEntries(accounts.map(({ id, platform }) => [platform, id]));
  const today = dayOf(demo.now, USUAL_ZONE);
  for (const plan of demoPlans(today, ids as Record<Platform, number>, posts)) {
    await admin("POST", "/api/plans", plan);
  }
}
