/** Snapshots for the tests of the write road: by hand, and at random. */
import fc from "fast-check";
import { DAY_METRICS, NO_FIGURES } from "../../../functions/model/metric.ts";
import type {
  DayReading,
  Instant,
  PostReading,
  Snapshot,
} from "../../../functions/model/snapshot.ts";
import { dump } from "../../database.ts";

export const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
export const HOUR = 3600;
export const DAY = 24 * HOUR;
export const ZONE = "Asia/Jakarta";

export const post = (
  id: string,
  published_at: Instant,
  rest: Partial<PostReading> = {},
): PostReading => ({
  external_id: id,
  url: null,
  published_at,
  published_precision: "second",
  format: "image",
  caption: "Koleksi baru",
  paid: null,
  removed_at: null,
  ...NO_FIGURES,
  ...rest,
});

export const day = (date: string, rest: Partial<DayReading> = {}): DayReading => ({
  date,
  reach: null,
  views: null,
  profile_views: null,
  followers_gained: null,
  followers_lost: null,
  end_time: null,
  time_zone: null,
  ...rest,
});

export const snapshot = (read_at: Instant, rest: Partial<Snapshot> = {}): Snapshot => ({
  platform: "instagram",
  account: "perpustakaan.pasuruan",
  external_id: "178414",
  name: "Perpustakaan Kota Pasuruan",
  read_at,
  followers: 1204,
  days: [],
  posts: [],
  comments: [],
  ...rest,
});

const HANDLES = ["perpustakaan.pasuruan", "taman.baca"];

/** When the random posts were published: before, within and across the months of the random readings. */
const PUBLISHED = [-40, -33, -24, -23, -9, -1].map((days) => NOW + days * DAY);

const figure = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });

const randomPost = fc
  .record({
    index: fc.nat(PUBLISHED.length - 1),
    likes: figure,
    comments: figure,
    shares: fc.constantFrom(null, 1),
    reach: figure,
    caption: fc.constantFrom(null, "Koleksi baru", "Lomba bercerita"),
    format: fc.constantFrom(null, "image" as const, "video" as const),
  })
  .map(({ index, ...rest }) => post(`p${index}`, PUBLISHED[index] ?? NOW, rest));

const randomDay = fc
  .record({
    date: fc.constantFrom("2026-10-31", "2026-11-01", "2026-11-20"),
    ...Object.fromEntries(DAY_METRICS.map((metric) => [metric, figure])),
  })
  .map(({ date, ...rest }) => day(date, rest));

/** One arrival: a push (`file` is null) or a piece of a file. */
export type Arrival = { file: number | null; snapshot: Snapshot };

/**
 * Arrivals in the order of time: figures that rise and fall and stay, names that change, days and months that turn.
 * @param files how many different files there are at most
 * @param instants each arrival's own (what wins at one instant depends on the order), or shared by several
 */
export const randomArrivals = (
  files: number,
  instants: "own" | "shared" = "own",
): fc.Arbitrary<Arrival[]> =>
  fc
    .uniqueArray(
      fc.record({
        hour: instants === "own" ? fc.nat(24 * 34) : fc.nat(5).map((fifth) => fifth * 24 * 7),
        file: files === 0 ? fc.constant(null) : fc.option(fc.nat(files - 1), { nil: null }),
        handle: fc.constantFrom(...HANDLES),
        followers: fc.option(fc.integer({ min: 1200, max: 1203 }), { nil: null }),
        name: fc.constantFrom("Perpustakaan Kota Pasuruan", "Perpustakaan Pasuruan", null),
        posts: fc.uniqueArray(randomPost, { maxLength: 4, selector: (one) => one.external_id }),
        days: fc.uniqueArray(randomDay, { maxLength: 2, selector: (one) => one.date }),
      }),
      { minLength: 1, maxLength: 10, selector: (one) => (instants === "own" ? one.hour : one) },
    )
    .map((arrivals) =>
      arrivals
        .sort((a, b) => a.hour - b.hour)
        .map(({ hour, file, handle, ...rest }): Arrival => {
          const read_at = NOW - (24 * 34 - hour) * HOUR;
          const posts = rest.posts.filter(({ published_at }) => published_at <= read_at);
          const days = rest.days.filter(({ date }) => Date.parse(date) / 1000 + DAY <= read_at);
          const external_id = `1784${HANDLES.indexOf(handle)}`;
          return {
            file,
            snapshot: snapshot(read_at, {
              ...rest,
              account: handle,
              external_id,
              days,
              posts,
            }),
          };
        }),
    );

/** A property of the write road is tried on the same cases every time, and elsewhere or more with `SEED=7 RUNS=200`. */
export const tries = (seed: number) => ({
  seed,
  numRuns: Number(process.env.RUNS ?? 1),
  endOnFailure: true,
});

/** A test each: one that fails says which, and none takes long on a busy machine. */
export const SEEDS = process.env.SEED ? [Number(process.env.SEED)] : [20, 21, 22, 23, 24];

/** What a job asks of the database: a batch counts each of its statements. */
export async function counting<Result>(
  db: D1Database,
  run: (counted: D1Database) => Promise<Result>,
): Promise<{ result: Result; queries: number; batches: number }> {
  let queries = 0;
  let batches = 0;
  const counted = new Proxy(db, {
    get(target, name) {
      if (name === "prepare") {
        return (sql: string) => {
          queries += 1;
          return target.prepare(sql);
        };
      }
      if (name === "batch") {
        return (statements: D1PreparedStatement[]) => {
          batches += 1;
          return target.batch(statements);
        };
      }
      return Reflect.get(target, name);
    },
  });
  const result = await run(counted);
  return { result, queries, batches };
}

type Rows = Record<string, unknown>[];

/** What was derived, without the numbers that depend on who came first, and without how the raw readings are packed. */
export async function derived(db: D1Database) {
  const { accounts, posts, days, months, streaks } = await dump(db, [
    "accounts",
    "posts",
    "days",
    "months",
    "streaks",
  ]);
  const handles = new Map((accounts as Rows).map((row) => [row.id, row.handle]));
  const names = new Map((posts as Rows).map((row) => [row.id, `${row.external_id}`]));
  /** A month's texts with the times that its account's row knows better. */
  const seenIn = ({ account_id, month, texts }: Record<string, unknown>) => {
    const account = (accounts as Rows).find(({ id }) => id === account_id);
    const seen = JSON.parse(String(account?.posts_seen))[String(month)] ?? {};
    return JSON.stringify(
      (JSON.parse(String(texts)) as [number, ...unknown[]][]).map(
        ([id, external_id, url, read_at, removed_at]) => [
          id,
          external_id,
          url,
          seen[id] ?? read_at,
          removed_at,
        ],
      ),
    );
  };
  const account = (row: Record<string, unknown>) => handles.get(row.account_id);
  const renumbered = (json: unknown) =>
    (JSON.parse(String(json)) as [number, ...unknown[]][]).map(([id, ...rest]) => [
      names.get(id),
      ...rest,
    ]);
  const named = (json: unknown) => {
    const [days, [ids = [], ...lists] = []] = JSON.parse(String(json)) as [unknown, [number[]]];
    return [days, [ids.map((id) => names.get(id)), ...lists]];
  };
  return {
    accounts: sorted(
      (accounts as Rows).map(
        ({
          id: _i,
          version: _v,
          held: _h,
          days_seen: _d,
          posts_seen: _p,
          import_id: _m,
          created_at: _c,
          ...row
        }) => row,
      ),
    ),
    posts: sorted(
      (posts as Rows).map(({ id: _i, account_id, held: _h, fold: _f, ...row }) => ({
        ...row,
        account: handles.get(account_id),
      })),
    ),
    days: sorted(
      (days as Rows).map(({ account_id, ...row }) => ({
        ...row,
        account: account({ account_id }),
      })),
    ),
    months: sorted(
      (months as Rows).map((row) => ({
        ...row,
        account_id: account(row),
        posts: renumbered(row.posts),
        figures: named(row.figures),
        texts: renumbered(seenIn(row)),
        verdicts: renumbered(row.verdicts),
      })),
    ),
    streaks: sorted(
      // one that history took back stays, as what was once told
      (streaks as Rows)
        .filter(({ state }) => state !== "withdrawn")
        .map(({ kind, state, started_at, posts, account_id }) => ({
          kind,
          state,
          started_at,
          posts,
          account: account({ account_id }),
        })),
    ),
  };
}

const sorted = (rows: object[]): object[] =>
  rows
    .map((row) => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
