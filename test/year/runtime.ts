/**
 * The Worker with a meter on its database, straight in workerd. The harness of the other tests takes every call to a
 * platform out through Node: half of a year's time.
 */
import { sha256 } from "../../functions/model/token.ts";
import type { MeteredTick } from "../../tools/bench/meter.ts";
import { buildMetered } from "../../tools/bench/metered.ts";
import { startWorkerd } from "../../tools/bench/workerd.ts";

export const ADMIN_TOKEN = "the-admin-token-of-a-year-0123456789abcdef";
export const EXPORT_TOKEN = "the-export-token-of-a-year-0123456789abcde";

export type Runtime = Awaited<ReturnType<typeof startRuntime>>;

/** @param vars more of the environment: where the platforms are */
export async function startRuntime(vars: Record<string, string>) {
  const worker = await startWorkerd({
    dir: await buildMetered(),
    vars: {
      TIME_ZONE: "Asia/Jakarta",
      ADMIN_TOKEN,
      CREDENTIALS_KEY: btoa("0123456789abcdef0123456789abcdef"),
      ...vars,
    },
  });
  await worker.migrate();
  await worker.db
    .prepare("insert into links (kind, name, hash, created_at) values ('export', 'year', ?1, 0)")
    .bind(await sha256(EXPORT_TOKEN))
    .run();

  return {
    db: worker.db,
    fetch: worker.fetch,
    /** What each of the cron's events cost since this was last called. */
    ticks: async () => (await (await worker.fetch("/bench/ticks")).json()) as MeteredTick[],
    scheduled: worker.scheduled,
    close: worker.close,
  };
}
