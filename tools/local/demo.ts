/** Loads the demo library through the same door as everybody's figures. */
import { requestsOf } from "../../test/demo/requests.ts";
import { DEMO_NAME, demoSnapshots } from "../../test/demo/snapshots.ts";
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
  say(requests.length, requests.length);
  demo.done = true;
  saveState(folder, state);
}
