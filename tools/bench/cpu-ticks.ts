/** The isolate's own JavaScript time of the cron's ticks, against the imitated platforms. */
import { isoInstant } from "../../functions/model/day.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { ACCOUNT_IDS, CREDENTIALS } from "../../test/platforms/credentials.ts";
import { startPlatforms } from "../../test/platforms/start.ts";
import { fresh, timeRow } from "./cpu.ts";
import { END } from "./history.ts";
import { type Isolate, openIsolate, type Work } from "./isolate.ts";
import type { Library } from "./library.ts";
import { BENCH_DIR, VARS } from "./metered.ts";
import type { Table } from "./table.ts";

const HOUR = 3600;
const QUARTER = 900;
/** What the platforms tell of the past at first contact; a day of ticks later all of it is in. */
const HISTORY_DAYS = 60;
const SETTLING_HOURS = 24;
const BUDGET = { warm: 0.5, fresh: 1 };

export async function tickRows(library: Library, table: Table): Promise<void> {
  const clock = { now: END + HOUR };
  const platforms = await startPlatforms({ clock, ended: END, days: HISTORY_DAYS });
  const { origin } = platforms;
  const vars = {
    FACEBOOK_URL: `${origin}/facebook`,
    INSTAGRAM_URL: `${origin}/instagram`,
    X_URL: `${origin}/x`,
    TIKTOK_URL: `${origin}/tiktok`,
    TIKTOK_BUSINESS_URL: `${origin}/tiktok-business`,
  };
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
  const rows = async (what: string, work: (isolate: Isolate) => Work) => {
    const isolate = await openIsolate(options);
    const warm = await isolate.warm(work(isolate)).finally(isolate.close);
    table.row(timeRow(`warm: ${what}`, warm, BUDGET.warm));
    const first = await fresh(() => openIsolate(options), work);
    table.row(timeRow(`fresh isolate: ${what}`, first, BUDGET.fresh));
  };
  const settle = async (connected: readonly (keyof typeof ACCOUNT_IDS.library)[]) => {
    const isolate = await openIsolate(options);
    for (const platform of connected) await connect(isolate, platform, at);
    const { once } = ticking(HOUR)(isolate);
    for (let hour = 0; hour < SETTLING_HOURS; hour++) await once();
    await isolate.close();
  };
  try {
    await settle(["instagram"]);
    await rows("tick that visits an account", ticking(HOUR));
    await settle(["facebook", "x", "tiktok"]);
    await rows("tick that visits four accounts", ticking(HOUR));
    at += QUARTER;
    await rows("tick with nothing due", ticking(0));
  } finally {
    await platforms.close();
  }
}

async function tick(isolate: Isolate, at: number): Promise<void> {
  const { outcome } = await isolate.scheduled(at);
  if (outcome !== "ok") throw new Error(`the tick of ${isoInstant(at)}: ${outcome}`);
}

async function connect({ fetch }: Isolate, platform: Platform, at: number): Promise<void> {
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
