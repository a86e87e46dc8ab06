/**
 * The Worker with a meter on its database, straight in workerd. The harness of the other tests takes every call to a
 * platform out through Node: half of a year's time.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { sha256 } from "../../functions/model/token.ts";
import type { MeteredTick } from "../../tools/bench/meter.ts";
import { buildMetered } from "../../tools/bench/metered.ts";
import { ROOT } from "../../tools/build.ts";
import { migrations, statementsOf } from "../database.ts";

export const ADMIN_TOKEN = "the-admin-token-of-a-year-0123456789abcdef";
export const EXPORT_TOKEN = "the-export-token-of-a-year-0123456789abcde";

export type Runtime = Awaited<ReturnType<typeof startRuntime>>;

type Cron = { scheduled: (event: object) => Promise<{ outcome: string }> };

/** @param vars more of the environment: where the platforms are */
export async function startRuntime(vars: Record<string, string>) {
  const built = join(ROOT, await buildMetered(), "worker.js");
  const texts = {
    TIME_ZONE: "Asia/Jakarta",
    ADMIN_TOKEN,
    CREDENTIALS_KEY: btoa("0123456789abcdef0123456789abcdef"),
    ...vars,
  };
  const miniflare = new Miniflare({
    workers: [
      {
        config: {
          name: "denyut",
          compatibilityDate: "2026-10-23",
          env: {
            DB: { type: "d1", id: "DB" },
            ...Object.fromEntries(
              Object.entries(texts).map(([name, value]) => [name, { type: "text", value }]),
            ),
          },
          manifest: {
            mainModule: "worker.js",
            modules: { "worker.js": { type: "esm", contents: readFileSync(built, "utf8") } },
          },
        },
      },
    ],
  });
  const url = await miniflare.ready;
  const db = (await miniflare.getD1Database("DB")) as unknown as D1Database;
  await db.batch(statementsOf(migrations()).map((statement) => db.prepare(statement)));
  await db
    .prepare("insert into links (kind, name, hash, created_at) values ('export', 'year', ?1, 0)")
    .bind(await sha256(EXPORT_TOKEN))
    .run();
  const worker = (await miniflare.getWorker()) as unknown as Cron;
  const ask = (path: string, init: RequestInit = {}) => fetch(new URL(path, url), init);

  return {
    db,
    fetch: ask,
    /** What each of the cron's events cost since this was last called. */
    ticks: async () => (await (await ask("/bench/ticks")).json()) as MeteredTick[],
    /** The cron's event, at an instant in UTC seconds. */
    scheduled: (at: number) =>
      worker.scheduled({ cron: "*/15 * * * *", scheduledTime: new Date(at * 1000) }),
    close: () => miniflare.dispose(),
  };
}
