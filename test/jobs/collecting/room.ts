/** A database of its own and the fake platforms beside it, under one clock: what collecting is tested in. */

import type { CollectEnv } from "../../../functions/jobs/collecting/adapters.ts";
import { collectTick } from "../../../functions/jobs/collecting/collect-tick.ts";
import { connectAccount } from "../../../functions/jobs/collecting/connect-account.ts";
import type { Platform } from "../../../functions/model/platform.ts";
import type { Run } from "../../../functions/model/run.ts";
import type { Instant } from "../../../functions/model/snapshot.ts";
import { listCollections } from "../../../functions/store/collections.ts";
import { openDatabase, wipe } from "../../database.ts";
import { startPlatforms } from "../../platforms/start.ts";
import type { Call } from "../../platforms/state.ts";
import type { AccountTruth, PostTruth, Truth } from "../../platforms/truth.ts";

export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** 32 bytes that open nothing. */
const CREDENTIALS_KEY = btoa("0123456789abcdef0123456789abcdef");

export type ReadPost = { external_id: string; read_at: Instant };

export type Room = Awaited<ReturnType<typeof openRoom>>;

/** @param began where the demo's history ends and the clock starts */
export async function openRoom(began: Instant, days: number) {
  const opened = await openDatabase();
  const db = opened.databases[0] as D1Database;
  const platforms = await startPlatforms({ clock: { now: began }, ended: began, days });
  const env: CollectEnv = {
    CREDENTIALS_KEY,
    TIME_ZONE: "Asia/Jakarta",
    FACEBOOK_URL: `${platforms.origin}/facebook`,
    INSTAGRAM_URL: `${platforms.origin}/instagram`,
    X_URL: `${platforms.origin}/x`,
    TIKTOK_URL: `${platforms.origin}/tiktok`,
    TIKTOK_BUSINESS_URL: `${platforms.origin}/tiktok-business`,
  };
  let now = began;

  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${platforms.origin}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as T;
  };
  const setClock = async (at: Instant) => {
    now = at;
    await control("POST", "/clock", { now: at });
  };

  const truth = async (account: string, query = ""): Promise<AccountTruth> => {
    const { accounts } = await control<Truth>("GET", `/truth?account=${account}${query}`);
    const [found] = accounts;
    if (!found) throw new Error(`no account ${account}`);
    return found;
  };

  return {
    db,
    env,
    now: () => now,
    /** Everything as it was at the start; the platforms with other options. */
    reset: async (options: object = {}) => {
      await wipe(db);
      await control("DELETE", "/faults");
      await setClock(began);
      await control("POST", "/reset", options);
    },
    connect: (platform: Platform, credentials: object, external_id: string | null = null) =>
      connectAccount(db, env, { now }, { platform, external_id, credentials }),
    tick: (): Promise<Run | null> => collectTick(db, env, { now, timeoutMs: 2000 }),
    /** Moves the clock on and ticks. */
    tickAfter: async (seconds: number): Promise<Run | null> => {
      await setClock(now + seconds);
      return collectTick(db, env, { now, timeoutMs: 2000 });
    },
    wait: (seconds: number) => setClock(now + seconds),
    fault: (fault: object) => control("POST", "/faults", fault),
    noFaults: () => control("DELETE", "/faults"),
    calls: async (query = "") =>
      await control<{ requests: number; cost_usd: number; calls: Call[] }>("GET", `/calls${query}`),
    forgetCalls: () => control("DELETE", "/calls"),
    truth,
    /**
     * What the platform showed of each of these posts at the instant at which it was last read, in their order.
     * @param query more of the question: `&business=true`
     */
    shownWhenRead: async (account: string, posts: readonly ReadPost[], query = "") => {
      const read = [...new Set(posts.map(({ read_at }) => read_at))];
      const told = new Map<string, PostTruth>();
      for (const at of read) {
        const { posts: all } = await truth(account, `&at=${at}${query}`);
        for (const post of all) told.set(`${at} ${post.external_id}`, post);
      }
      return posts.map(({ external_id, read_at }) => told.get(`${read_at} ${external_id}`) ?? null);
    },
    standing: async (external_id: string) => {
      const row = (await listCollections(db)).find((one) => one.external_id === external_id);
      if (!row) throw new Error(`no collection of ${external_id}`);
      return row;
    },
    rows: async <T>(sql: string, ...values: unknown[]): Promise<T[]> =>
      (
        await db
          .prepare(sql)
          .bind(...values)
          .all<T>()
      ).results,
    close: async () => {
      await platforms.close();
      await opened.close();
    },
  };
}
