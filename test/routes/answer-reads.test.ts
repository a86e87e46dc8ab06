/** What the page of answers reads of the database, with two years of busy accounts behind it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Meter } from "../../tools/bench/meter.ts";
import { buildMetered } from "../../tools/bench/metered.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const HOUR = 3_600_000;
const MOST = 300;
const WEEKS = 104;
const COMMENTS_A_POST = 24;

let worker: TestWorker;
let view: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW, dir: await buildMetered() });
  view = await worker.token("view");
  const pusher = await worker.token("push");
  for (const platform of ["instagram", "facebook", "x", "tiktok"] as const) {
    for (let first = 0; first < WEEKS; first += 26) {
      const weeks = Array.from({ length: 26 }, (_, index) => WEEKS - first - index);
      const published = (week: number) => Date.parse(NOW) - week * 7 * 24 * HOUR;
      const iso = (at: number) => new Date(at).toISOString();
      await push(worker, pusher, [
        {
          platform,
          account: "perpus",
          read_at: NOW,
          posts: weeks.map((week) => ({
            external_id: `${week}`,
            published_at: iso(published(week)),
            likes: week,
          })),
          comments: weeks.flatMap((week) =>
            Array.from({ length: COMMENTS_A_POST }, (_, n) => ({
              external_id: `${week}c${n}`,
              post: `${week}`,
              at: iso(published(week) + (n + 1) * HOUR),
              ours: n % 3 === 2,
              reply_to: n % 3 === 2 ? `${week}c${n - 1}` : null,
              ...(n % 3 === 2 ? {} : { asks: n % 2 === 0 }),
            })),
          ),
        },
      ]);
    }
  }
  // as where Denyut reads them, the costlier way: up to when an answer is known lies with their posts' months
  await worker.db
    .prepare(
      "insert into collections (account_id, sealed, connected_at, next_due_at, last_success_at) select id, '', 1, 1, collected_at from accounts",
    )
    .run();
}, 240_000);
afterAll(() => worker.close());

const meter = async () => (await (await worker.fetch("/bench/meter")).json()) as Meter;

test.each(["/answers", "/answers?period=2y", "/api/responses?period=2y&platform=x"])(
  "%s reads at most three hundred rows, in three round trips",
  async (path) => {
    await meter();
    const answer = await worker.send("GET", path, undefined, view);
    expect(answer.status).toBe(200);
    await answer.text();
    const { statements, round_trips, writing_trips } = await meter();
    const read = statements.reduce((sum, { rows_read }) => sum + rows_read, 0);
    expect(read).toBeLessThanOrEqual(MOST);
    expect(round_trips - writing_trips).toBeLessThanOrEqual(3);
  },
);
