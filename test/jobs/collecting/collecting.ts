/** Collecting as it runs: a real D1, the fake platforms over HTTP, and a clock that both share. */
import { collectNow } from "../../../functions/jobs/collecting/collect.ts";
import { collectTick } from "../../../functions/jobs/collecting/collect-tick.ts";
import { connectAccount } from "../../../functions/jobs/collecting/connect-account.ts";
import type { Run } from "../../../functions/model/run.ts";
import type { Instant } from "../../../functions/model/snapshot.ts";
import { openDatabase, wipe } from "../../database.ts";
import { ACCOUNT_IDS, CREDENTIALS } from "../../platforms/credentials.ts";
import type { Change } from "../../platforms/shown.ts";
import { startPlatforms } from "../../platforms/start.ts";
import type { PlatformsOptions } from "../../platforms/state.ts";
import type { Truth } from "../../platforms/truth.ts";

/** A Monday at noon in Jakarta: a full hour, so that a tick falls on it. */
const START: Instant = Date.parse("2026-11-23T05:00:00Z") / 1000;
export const TICK = 900;
export const HOUR = 3600;
export const DAY = 86_400;

/** Hangs are waited for in real time. */
const TIMEOUT_MS = 400;

export type Which = keyof (typeof CREDENTIALS)["library"];
type Library = "library" | "branch";

/** What can happen to the world, now. */
type Happening = Change extends infer One ? (One extends Change ? Omit<One, "at"> : never) : never;

export async function openCollecting(options: PlatformsOptions = {}) {
  const { databases, close } = await openDatabase();
  const db = databases[0] as D1Database;
  const platforms = await startPlatforms({
    clock: { now: START },
    ended: START,
    days: 20,
    ...options,
  });
  let now = START;
  const control = async <Answer>(path: string, method = "GET", body?: unknown) => {
    const response = await fetch(`${platforms.origin}/control/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Answer;
  };
  const env = {
    CREDENTIALS_KEY: btoa("an old key of thirty-two bytes !"),
    TIME_ZONE: "Asia/Jakarta",
    FACEBOOK_URL: `${platforms.origin}/facebook`,
    INSTAGRAM_URL: `${platforms.origin}/instagram`,
    X_URL: `${platforms.origin}/x`,
    TIKTOK_URL: `${platforms.origin}/tiktok`,
    TIKTOK_BUSINESS_URL: `${platforms.origin}/tiktok-business`,
  };
  const at = () => ({ now, timeoutMs: TIMEOUT_MS });
  const setClock = async (instant: Instant) => {
    now = instant;
    await control("clock", "POST", { now });
  };
  return {
    db,
    env,
    control,
    at,
    now: () => now,
    close: async () => {
      await platforms.close();
      await close();
    },
    /** Everything as new, on both sides. */
    reset: async () => {
      await wipe(db);
      await setClock(START);
      await control("reset", "POST");
    },
    setClock,
    /** Lets time pass. */
    pass: (seconds: number) => setClock(now + seconds),
    connect: (which: Which, library: Library = "library") => {
      const platform = which.split("_")[0] as keyof (typeof ACCOUNT_IDS)["library"];
      const external_id = ACCOUNT_IDS[library][platform];
      const credentials = CREDENTIALS[library][which];
      return connectAccount(db, env, at(), { platform, external_id, credentials });
    },
    tick: (database: D1Database = db): Promise<Run | null> => collectTick(database, env, at()),
    byHand: (account_id: number | null = null) => collectNow(db, env, at(), account_id),
    fault: (fault: object) => control("faults", "POST", fault),
    happen: (change: Happening) => control("faults", "POST", change),
    clearFaults: () => control("faults", "DELETE"),
    /** Requests made since the last time this was asked. */
    calls: async () => {
      const made = await control<{
        requests: number;
        calls: { path: string; status: number; query: Record<string, string> }[];
      }>("calls");
      await control("calls", "DELETE");
      return made;
    },
    truth: (query: string) => control<Truth>(`truth?${query}`),
    rows: async <Row>(sql: string): Promise<Row[]> => (await db.prepare(sql).all<Row>()).results,
  };
}

export type Collecting = Awaited<ReturnType<typeof openCollecting>>;

/** Ticks until nobody has anything more to fetch from the past. */
export async function settle(collecting: Collecting): Promise<void> {
  for (let ticks = 0; ticks < 60; ticks += 1) {
    await collecting.tick();
    const [left] = await collecting.rows<{ left: number }>(
      "select count(*) as left from collections where cursor is not null",
    );
    if (left?.left === 0) break;
    await collecting.pass(TICK);
  }
  await collecting.setClock(Math.ceil((collecting.now() + 1) / HOUR) * HOUR);
  await collecting.calls();
}

/** Lets ticks be lost until it is everybody's turn who is due, however many they are: one tick then visits them all. */
export const loseTicks = (collecting: Collecting): Promise<void> => collecting.pass(HOUR - TICK);

/** The codes of a run's problems. */
export const codesOf = (run: Run | null): string[] => (run?.problems ?? []).map(({ code }) => code);
