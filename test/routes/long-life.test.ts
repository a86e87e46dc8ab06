/** Eight accounts after five years: what every page reads of the database, and that kept years change nothing on any. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { packMonths } from "../../functions/store/months.ts";
import type { Meter } from "../../tools/bench/meter.ts";
import { buildMetered } from "../../tools/bench/metered.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const TODAY = NOW.slice(0, 10);
const MONTHS = Array.from({ length: 60 }, (_, index) => {
  const at = new Date(Date.UTC(2021, 11 + index));
  return at.toISOString().slice(0, 7);
});
const FIRST_DAY = `${MONTHS[0]}-01`;
const PLATFORMS = ["instagram", "facebook", "x", "tiktok"] as const;
const MOST = 300;

let worker: TestWorker;
let view: string;
let pusher: string;
beforeAll(async () => {
  worker = await startWorker({
    now: NOW,
    dir: await buildMetered(),
  });
  view = await worker.token("view");
  pusher = await worker.token("push");
  for (let index = 0; index < 8; index += 1) await push(worker, pusher, [fiveYears(index)]);
  await days();
  await streaks();
  await readings();
}, 300_000);
afterAll(() => worker.close());

const platformOf = (index: number) => PLATFORMS[index % 4] as (typeof PLATFORMS)[number];

/** A post a month, read as it is now. */
const fiveYears = (index: number): SnapshotWire => ({
  platform: platformOf(index),
  account: `akun${index}`,
  read_at: "2026-11-23T05:00:00Z",
  followers: 1000 + index,
  posts: MONTHS.map((month, at) => ({
    external_id: `p${index}x${at}`,
    published_at: `${month}-1${at % 9}T02:00:00Z`,
    format: "image" as const,
    caption: `Buku bulan ${month}`,
    likes: (at * 7 + index) % 40,
    comments: at % 3,
    shares: 0,
    views: 100 + at,
  })),
});

/** Followers of every day, straight into the table that the months are packed from. */
async function days(): Promise<void> {
  await worker.db
    .prepare(
      `with recursive day (date) as (
         select ?1 union all select date(date, '+1 day') from day where date < ?2
       )
       insert into days (account_id, date, followers)
       select a.id, d.date, 500 + 13 * a.id + cast(julianday(d.date) as integer) % 97 from accounts a, day d
       where true on conflict do update set followers = excluded.followers`,
    )
    .bind(FIRST_DAY, TODAY)
    .run();
  for (let id = 1; id <= 8; id += 1) {
    const keys = MONTHS.map((month, at) => ({
      account_id: id,
      month,
      from: Date.parse(`${month}-01`) / 1000 - 7 * 3600,
      to: Date.parse(`${MONTHS[at + 1] ?? "2026-12"}-01`) / 1000 - 7 * 3600,
    }));
    await worker.db.batch(packMonths(worker.db, keys));
  }
}

/** A weak streak a year and account, as one that was told of stands. */
async function streaks(): Promise<void> {
  const evidence = JSON.stringify({ since: 0, posts: [] });
  await worker.db.prepare("delete from streaks").run();
  const row = worker.db.prepare(
    `insert into streaks (account_id, kind, state, first_post, started_at, last_post, ended_at, closed_at, posts, severity,
       peak, false_alarm_every, announced, evidence, told)
     select id, 'weak', 'recovered', 1, ?1, 2, ?2, ?2, 2, 1, 1, 260, 0, ?3, ?3 from accounts`,
  );
  await worker.db.batch(
    [2022, 2023, 2024, 2025, 2026].map((year) => {
      const at = Date.UTC(year, 4) / 1000;
      return row.bind(at, at + 40 * 86_400, evidence);
    }),
  );
}

const READINGS = 12_000;

/** The first post read every few hours for five years, the last hundred times by a file each. */
async function readings(): Promise<void> {
  await worker.db.batch([
    worker.db.prepare(
      `with recursive n (n) as (select 1 union all select n + 1 from n where n < 100)
       insert into imports (id, kind, created_at, read_at, time_zone) select n, 'instagram_posts', 0, 0, 'Asia/Jakarta' from n`,
    ),
    worker.db
      .prepare(
        `with recursive n (n) as (select 1 union all select n + 1 from n where n < ?1 - 1)
         insert into post_readings (post_id, read_at, version, import_id, likes, comments, shares, views)
         select p.id, p.published_at + n * 13000, 1, iif(n >= ?1 - 100, ?1 - n, null), n, iif(n % 5, null, n / 5), null, n / 7
         from n join posts p on p.id = 1`,
      )
      .bind(READINGS),
  ]);
}

const meter = async () => (await (await worker.fetch("/bench/meter")).json()) as Meter;

/** A page, and what was read and asked for it; what is kept after it nobody waits for. */
async function open(path: string) {
  await meter();
  const answer = await worker.send("GET", path, undefined, view);
  const body = await answer.text();
  const { statements, round_trips, writing_trips } = await meter();
  const reading = statements.filter(({ sql }) => /^\s*(select|with)\b/i.test(sql));
  return {
    status: answer.status,
    body,
    read: reading.reduce((sum, { rows_read }) => sum + rows_read, 0),
    trips: round_trips - writing_trips,
  };
}

const count = async (sql: string) =>
  (await worker.db.prepare(`select count(*) as n from ${sql}`).first("n")) as number;

const OWN = [
  `from=${FIRST_DAY}&to=${TODAY}`,
  "from=2021-12-20&to=2026-11-10",
  "from=2024-02-03&to=2026-11-10",
  "from=2023-12-02&to=2025-11-29",
];
const PAGES = [
  "/?t=1",
  "/?period=2y&t=1",
  ...OWN.map((own) => `/?${own}`),
  "/trend?period=2y&t=1",
  ...OWN.map((own) => `/trend?metric=followers&${own}`),
  "/posts?period=2y&t=1",
  ...OWN.map((own) => `/posts?${own}`),
  "/data",
  "/posts/1",
  "/api/overview?period=2y",
  `/api/series?metric=followers&${OWN[0]}`,
  `/download.csv?${OWN[0]}`,
];

/** Each account's years that are over: the first has a month alone. */
const YEARS = 8 * 5;

describe("five years of eight accounts", () => {
  const before = new Map<string, string>();

  test("are read by the month as long as no year is kept", async () => {
    expect(await count("months")).toBe(8 * MONTHS.length);
    // whatever is to be kept is left out
    await worker.db
      .prepare("create trigger none before insert on years BEGIN select raise(ignore); END")
      .run();
    for (const path of PAGES) {
      const { status, body, trips } = await open(path);
      expect([path, status, trips <= 3]).toEqual([path, 200, true]);
      before.set(path, body);
    }
    await worker.db.prepare("drop trigger none").run();
    expect(await count("years")).toBe(0);
  });

  test("a long period keeps the years that are over, and not this one", async () => {
    // no request makes all of them
    for (let turn = 0; turn < 2; turn += 1) {
      await open(`/?${OWN[0]}`);
      await expect.poll(() => count("years")).toBeGreaterThan(20 * (turn + 1) - 8);
    }
    await expect.poll(() => count("years")).toBe(YEARS);
    expect(await count("years where year = '2026'")).toBe(0);
  });

  test.each(PAGES)("%s reads few rows, and says the same as without kept years", async (path) => {
    const { status, body, read, trips } = await open(path);
    expect([status, body === before.get(path)]).toEqual([200, true]);
    expect(read).toBeLessThanOrEqual(MOST);
    expect(trips).toBeLessThanOrEqual(3);
  });

  test("a reading that is late takes its year away, and is seen", async () => {
    const late = { ...fiveYears(2), read_at: "2024-05-31T05:00:00Z", followers: 7, posts: [] };
    await push(worker, pusher, [late]);
    expect(await count("years where year = '2024'")).toBe(7);
    const path = `/trend?metric=followers&${OWN[0]}`;
    const { body } = await open(path);
    expect(body).not.toBe(before.get(path));
    await expect.poll(() => count("years")).toBe(YEARS);
    expect((await open(path)).body).toBe(body);
  });
});

describe("a post of twelve thousand readings", () => {
  const json = async (path: string) =>
    (await worker.send("GET", path, undefined, view)).json() as Promise<{
      readings: { read_at: string; interactions: number; comments: number; shares: number }[];
      next: string | null;
    }>;

  test("is a light page, with a curve of some of them", async () => {
    const { body, read } = await open("/posts/1");
    expect(read).toBeLessThanOrEqual(MOST);
    expect(body.length).toBeLessThan(60_000);
    const points = /<polyline points="([^"]+)"/.exec(body)?.[1]?.split(" ") ?? [];
    expect(points.length).toBeGreaterThan(100);
    expect(points.length).toBeLessThanOrEqual(200);
    expect(body).toContain(`lebih dari ${points.length} pembacaan`);
  });

  test("shows its readings by fifty, newest first, by links that need no script", async () => {
    const older = (body: string) => /href="(\/posts\/1\?readings=[^"#]+)#readings"/.exec(body)?.[1];
    const first = (await open("/posts/1")).body;
    expect(first.match(/<th scope="row">/g)).toHaveLength(50);
    expect(first).not.toContain('<details class="more" open');
    const path = older(first) ?? "";
    const { body, read, trips } = await open(path);
    expect(body.match(/<th scope="row">/g)).toHaveLength(50);
    expect(body).toContain('<details class="more" open');
    expect(body).toContain('href="/posts/1#readings"');
    expect(older(body)).not.toBe(path);
    expect(read).toBeLessThanOrEqual(MOST);
    expect(trips).toBeLessThanOrEqual(3);
  });

  test("gives them over the API alike, with the address of the next", async () => {
    const first = await json("/api/posts/1");
    expect(first.readings).toHaveLength(50);
    const second = await json(first.next ?? "");
    const times = [...first.readings, ...second.readings].map(({ read_at }) => read_at);
    expect(times).toEqual([...new Set(times)].sort().reverse());
    expect(second.readings[0]).toMatchObject({ likes: 11_950, comments: 2390, views: 1707 });
    const oldest = await json("/api/posts/1?readings=2021-12-10T10:00:00Z");
    expect(oldest.readings.map(({ interactions }) => interactions)).toEqual([2, 1]);
    expect(oldest.next).toBeNull();
    expect((await json("/api/posts/2")).next).toBeNull();
  });

  test("refuses what is no instant", async () => {
    const { status, body } = await open("/api/posts/1?readings=kemarin");
    expect(status).toBe(400);
    expect(JSON.parse(body).error.problems).toMatchObject([
      { path: "readings", code: "not_an_instant" },
    ]);
  });
});
