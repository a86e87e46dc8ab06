/**
 * A library's life on the platforms, as fast as it goes: the real Worker in workerd, its cron's events, its export, and
 * the imitated platforms under the same clock.
 */
import { isoInstant, SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { TICK_SECONDS } from "../../functions/model/run.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import { ACCOUNT_IDS, CREDENTIALS } from "../platforms/credentials.ts";
import type { Change } from "../platforms/shown.ts";
import { startPlatforms } from "../platforms/start.ts";
import { worldOf } from "../platforms/world.ts";
import type { AccountRow, DayRow, Exported, PostRow, ReadingRow } from "./exported.ts";
import { ADMIN_TOKEN, EXPORT_TOKEN, type Runtime, startRuntime } from "./runtime.ts";

/** A Monday at noon in Jakarta: a full hour, so that a tick falls on it. */
export const START: Instant = Date.parse("2026-11-23T05:00:00Z") / 1000;
export const HOUR = 3600;
/** From one of the cron's events to the next. */
export const QUARTER = TICK_SECONDS;
export const DAY = SECONDS_A_DAY;
/** How far back the platforms tell: what is filled in at first contact. */
export const HISTORY_DAYS = 60;

const WAYS_IN = ["facebook", "instagram", "x", "tiktok"] as const satisfies Platform[];

export type Life = Awaited<ReturnType<typeof openLife>>;

export async function openLife() {
  const clock = { now: START };
  const world = { ended: START, days: HISTORY_DAYS };
  const platforms = await startPlatforms({ clock, ...world });
  const { origin } = platforms;
  const worker = await startRuntime({
    FACEBOOK_URL: `${origin}/facebook`,
    INSTAGRAM_URL: `${origin}/instagram`,
    X_URL: `${origin}/x`,
    TIKTOK_URL: `${origin}/tiktok`,
    TIKTOK_BUSINESS_URL: `${origin}/tiktok-business`,
  });
  const changes: Change[] = [];
  const control = async <Answer>(path: string, method = "GET", body?: object) => {
    const answer = await fetch(`${origin}/control/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Answer;
  };

  return {
    now: () => clock.now,
    world: worldOf(START, { days: HISTORY_DAYS }),
    /** What happened to the world on the way. */
    changes,
    pass: (seconds: number) => {
      clock.now += seconds;
    },
    /** Connects an account of the library on each platform, as a person does. */
    connect: async () => {
      for (const platform of WAYS_IN) {
        const external_id = ACCOUNT_IDS.library[platform];
        const credentials = CREDENTIALS.library[platform];
        const answer = await worker.fetch("/api/accounts", {
          method: "POST",
          headers: {
            authorization: `Bearer ${ADMIN_TOKEN}`,
            "content-type": "application/json",
            "bench-now": isoInstant(clock.now),
          },
          body: JSON.stringify({ platform, external_id, credentials }),
        });
        if (answer.status !== 201) throw new Error(`${platform}: ${await answer.text()}`);
      }
    },
    /** The cron's event; at an instant of its own where the platforms are to stand still. */
    tick: async (at: Instant = clock.now): Promise<void> => {
      const { outcome } = await worker.scheduled(at);
      if (outcome !== "ok") throw new Error(`the tick of ${isoInstant(at)}: ${outcome}`);
    },
    /** What each tick cost since this was last looked at. */
    ticks: worker.ticks,
    fault: (fault: object) => control("faults", "POST", fault),
    clearFaults: () => control("faults", "DELETE"),
    /** Something that happens to the world, now. */
    happen: async (change: Change) => {
      changes.push(change);
      await control("faults", "POST", change);
    },
    /** What the platforms were asked since this was last looked at. */
    asked: async () => {
      const made = await control<{ requests: number; cost_usd: number }>("calls");
      await control("calls", "DELETE");
      return made;
    },
    rows: async <Row>(sql: string): Promise<Row[]> =>
      (await worker.db.prepare(sql).all<Row>()).results,
    exported: () => exported(worker, clock.now),
    close: async () => {
      await worker.close();
      await platforms.close();
    },
  };
}

/** A month of readings is the most that one answer holds. */
const STRETCH_DAYS = 31;

/** The whole export, as any tool reads it. */
async function exported(worker: Runtime, now: Instant): Promise<Exported> {
  const file = async (name: string) => {
    const answer = await worker.fetch(`/export/v1/${EXPORT_TOKEN}/${name}`, {
      headers: { "bench-now": isoInstant(now) },
    });
    if (answer.status !== 200) throw new Error(`${name}: ${await answer.text()}`);
    return await answer.text();
  };
  const rowsOf = async <Row>(name: string, query = ""): Promise<Row[]> =>
    JSON.parse(await file(`${name}.json${query}`))[name];
  const readings: ReadingRow[] = [];
  const day = (at: Instant) => isoInstant(at).slice(0, 10);
  for (let from = START - DAY; from <= now; from += STRETCH_DAYS * DAY) {
    const to = from + (STRETCH_DAYS - 1) * DAY;
    const query = `?from=${day(from)}&to=${day(Math.min(to, now + DAY / 2))}`;
    readings.push(...(await rowsOf<ReadingRow>("snapshots", query)));
  }
  return {
    accounts: await rowsOf<AccountRow>("accounts"),
    days: await rowsOf<DayRow>("days"),
    posts: await rowsOf<PostRow>("posts"),
    readings,
  };
}
