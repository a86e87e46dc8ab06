/** The isolate's own JavaScript time of the cron's ticks, against the imitated platforms. */
import { isoInstant, SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { ACCOUNT_IDS, CREDENTIALS } from "../../test/platforms/credentials.ts";
import { startPlatforms } from "../../test/platforms/start.ts";
import { FRESH, FRESH_RUNS, fresh, timeRow, WARM } from "./cpu.ts";
import { END } from "./history.ts";
import {
  type InvocationPart,
  type Isolate,
  medianOf,
  openIsolate,
  type Time,
  type Work,
} from "./isolate.ts";
import type { Library } from "./library.ts";
import { BENCH_DIR, VARS } from "./metered.ts";
import type { Table } from "./table.ts";
import type { Workerd, WorkerdOptions } from "./workerd.ts";

const HOUR = 3600;
const QUARTER = 900;
/** What the platforms tell of the past at first contact; a day of ticks later all of it is in. */
const HISTORY_DAYS = 60;
const SETTLING_TICKS = SECONDS_A_DAY / QUARTER;
/** In the workroom; handing one on has the Worker's own. */
const BUDGET = { warm: 2, fresh: 5 };
const HANDING_ON = { warm: 0.5, fresh: 1 };
/** The pages are made behind it, in another invocation; here both run in one isolate. */
const WITH_PAGES = { warm: 7, fresh: 12 };
const PAGES = ["/", "/posts", "/calendar"];

export async function tickRows(library: Library, table: Table): Promise<void> {
  const clock = { now: END + HOUR };
  const platforms = await startPlatforms({ clock, ended: END, days: HISTORY_DAYS });
  const vars = imitated(platforms.origin);
  const options = { dir: BENCH_DIR, state: library.copy(), vars };
  let at = clock.now;
  const ticking =
    (seconds: number) =>
    (isolate: Isolate): Work => ({
      once: async () => {
        at += seconds;
        clock.now = at;
        await tick(isolate, at);
      },
    });
  const rows = async (
    what: string,
    work: (isolate: Isolate) => Work,
    part: InvocationPart = "workroom",
    budget = part === "workroom" ? BUDGET : HANDING_ON,
  ) => {
    const open = () => openIsolate({ ...options, part });
    const isolate = await open();
    const warm = await isolate.warm(work(isolate)).finally(isolate.close);
    table.row(timeRow(`${WARM[part]} ${what}`, warm, budget.warm));
    const first = await fresh(open, work);
    table.row(timeRow(`${FRESH[part]} ${what}`, first, budget.fresh));
  };
  const settle = async (connected: readonly (keyof typeof ACCOUNT_IDS.library)[]) => {
    const isolate = await openIsolate(options);
    for (const platform of connected) await connect(isolate, platform, at);
    const { once } = ticking(QUARTER)(isolate);
    for (let tick = 0; tick < SETTLING_TICKS; tick++) await once();
    await isolate.close();
  };
  /** Hourly ticks to the last of a UTC day: what the next one does is done once a day. */
  const untilMidnight = async (isolate: Isolate) => {
    const { once } = ticking(HOUR)(isolate);
    while ((at + HOUR) % SECONDS_A_DAY !== 0) await once();
  };
  const midnightRows = async (what: string) => {
    const isolate = await openIsolate(options);
    const times: Time[] = [];
    for (let day = 0; day < FRESH_RUNS; day++) {
      await untilMidnight(isolate);
      times.push(await isolate.first(ticking(HOUR)(isolate)));
    }
    await isolate.close();
    table.row(timeRow(`${WARM.workroom} ${what}`, medianOf(times), BUDGET.warm));
    const atMidnight = async () => {
      const before = await openIsolate(options);
      await untilMidnight(before).finally(before.close);
      return await openIsolate(options);
    };
    const first = await fresh(atMidnight, ticking(HOUR));
    table.row(timeRow(`${FRESH.workroom} ${what}`, first, BUDGET.fresh));
  };
  try {
    await rows("tick", ticking(HOUR), "worker");
    await settle(["instagram"]);
    await rows("tick that visits an account", ticking(HOUR));
    await midnightRows("tick that visits an account, first of a UTC day");
    at += QUARTER;
    await rows("tick with nothing due", ticking(0));
    at += HOUR - QUARTER;
    await settle(["facebook", "x", "tiktok"]);
    await rows("tick of a library with four accounts, one visited", ticking(QUARTER));
    await opened(options, library.view, at);
    const anew = `tick behind which ${PAGES.length} pages are made anew`;
    await rows(anew, ticking(HOUR), "workroom", WITH_PAGES);
  } finally {
    await platforms.close();
  }
}

/** By somebody who waited for each. */
async function opened(options: WorkerdOptions, view: string, at: number): Promise<void> {
  const { fetch, db, close } = await openIsolate(options);
  const headers = { cookie: `denyut=${view}`, "bench-now": isoInstant(at) };
  try {
    for (const path of PAGES) {
      const answer = await fetch(path, { headers });
      await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    }
    // what is kept behind an answer nobody waits for, but here
    const count = () => db.prepare("select count(*) as n from pages").first<number>("n");
    while ((await count()) !== PAGES.length) await new Promise((go) => setTimeout(go, 50));
  } finally {
    await close();
  }
}

/** Where the collectors find the platforms. */
const imitated = (origin: string): Record<string, string> => ({
  FACEBOOK_URL: `${origin}/facebook`,
  INSTAGRAM_URL: `${origin}/instagram`,
  X_URL: `${origin}/x`,
  TIKTOK_URL: `${origin}/tiktok`,
  TIKTOK_BUSINESS_URL: `${origin}/tiktok-business`,
});

export async function tick(worker: Workerd, at: number, cron?: string): Promise<void> {
  const { outcome } = await worker.scheduled(at, cron);
  if (outcome !== "ok") throw new Error(`the tick of ${isoInstant(at)}: ${outcome}`);
}

async function connect({ fetch }: Workerd, platform: Platform, at: number): Promise<void> {
  const answer = await fetch("/api/accounts", {
    method: "POST",
    headers: {
      authorization: `Bearer ${VARS.ADMIN_TOKEN}`,
      "content-type": "application/json",
      "bench-now": isoInstant(at),
    },
    body: JSON.stringify({
      platform,
      external_id: ACCOUNT_IDS.library[platform],
      credentials: CREDENTIALS.library[platform],
    }),
  });
  if (answer.status !== 201) throw new Error(`${platform}: ${await answer.text()}`);
}
