import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { oneAnInstant } from "../../../functions/analyse/one-instant.ts";
import { instantsOf } from "../../../functions/analyse/repeats.ts";
import { merged, type Segment, toSegments } from "../../../functions/analyse/timeline.ts";
import { accountSegments } from "../../../functions/jobs/writing/derive-account.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { fromReadingRow } from "../../../functions/jobs/writing/post-rows.ts";
import type { PostReading, Snapshot } from "../../../functions/model/snapshot.ts";
import { listAccountReadings } from "../../../functions/store/account-readings.ts";
import { listAccounts } from "../../../functions/store/accounts.ts";
import { listPostReadings, listReadingsBetween } from "../../../functions/store/post-readings.ts";
import { listPostsAfter } from "../../../functions/store/posts.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import { DAY, day, derived, HOUR, NOW, post, SEEDS, snapshot, tries, ZONE } from "./snapshots.ts";

const CONTEXT = { now: NOW, time_zone: ZONE, import: null };

let db: D1Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await openDatabase();
  close = opened.close;
  db = opened.databases[0] as D1Database;
});
afterAll(() => close());

/** On three days, at intervals that repeat and that do not. */
const INSTANTS = [0, 1, 2, 14, 15, 30, 44].map((hours) => NOW - 2 * DAY + hours * HOUR);
const HANDLES = ["perpustakaan.pasuruan", "taman.baca"];
const POSTS = ["p0", "p1"];
const DATES = ["2026-11-19", "2026-11-20"];
const PUBLISHED = NOW - 3 * DAY;

/** Each at a time of its own: posts of one instant lie in the order in which they came. */
const published = (index: number) => PUBLISHED + index * HOUR;

const one = fc.constantFrom(1, 2);
/** What a reading says of a post, or leaves out. */
const part = fc.record({
  likes: fc.boolean(),
  comments: fc.boolean(),
  caption: fc.boolean(),
  format: fc.boolean(),
  second: fc.boolean(),
});

/** What is there to be read at an instant. */
const truth = fc.record({
  followers: one,
  name: one,
  views: one,
  reach: one,
  posts: fc.tuple(
    ...POSTS.map(() =>
      fc.record({ likes: one, comments: one, caption: one, format: one, second: one, day: one }),
    ),
  ),
});

/** Snapshots that do not contradict each other at one instant: each says a part of what is there. */
const snapshots: fc.Arbitrary<Snapshot[]> = fc
  .tuple(
    fc.tuple(...HANDLES.flatMap(() => INSTANTS.map(() => truth))),
    fc.array(
      fc.record({
        account: fc.constantFrom(0, 0, 0, 1),
        instant: fc.nat(INSTANTS.length - 1),
        followers: fc.boolean(),
        name: fc.boolean(),
        views: fc.boolean(),
        reach: fc.boolean(),
        dates: fc.subarray(DATES),
        posts: fc.tuple(...POSTS.map(() => fc.option(part, { nil: null }))),
      }),
      { minLength: 2, maxLength: 8 },
    ),
  )
  .map(([truths, said]) =>
    said.map(({ account, instant, ...says }) => {
      const is = truths[account * INSTANTS.length + instant] as (typeof truths)[number];
      const told = <Value>(says: boolean, value: Value): Value | null => (says ? value : null);
      const posts = says.posts.flatMap((tells, index): PostReading[] => {
        const there = is.posts[index];
        if (!tells || !there) return [];
        return [
          post(
            `${POSTS[index]}`,
            published(index) + (tells.second ? there.second : there.day * DAY),
            {
              published_precision: tells.second ? "second" : "day",
              likes: told(tells.likes, there.likes),
              comments: told(tells.comments, there.comments),
              caption: told(tells.caption, `${there.caption}`),
              format: told(tells.format, there.format === 1 ? "image" : "video"),
            },
          ),
        ];
      });
      return snapshot(INSTANTS[instant] as number, {
        account: HANDLES[account] as string,
        external_id: `1784${account}`,
        followers: told(says.followers, is.followers),
        name: told(says.name, `${is.name}`),
        days: says.dates.map((date) =>
          day(date, { views: told(says.views, is.views), reach: told(says.reach, is.reach) }),
        ),
        posts,
      });
    }),
  );

/** Cut into requests: at each of these places. */
const inRequests = (all: readonly Snapshot[], cuts: readonly boolean[]): Snapshot[][] => {
  const requests: Snapshot[][] = [[]];
  all.forEach((said, index) => {
    if (index > 0 && cuts[index % cuts.length]) requests.push([]);
    requests.at(-1)?.push(said);
  });
  return requests;
};

const cases = snapshots.chain((all) =>
  fc.record({
    all: fc.constant(all),
    shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
    cuts: fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }),
  }),
);

const instantly = <Values extends Record<string, number | string | null>>(
  segments: readonly Segment<Values>[],
) =>
  segments.map(({ read_at, rows, held }) => [read_at, rows.length, merged(rows), instantsOf(held)]);

/** Does a line say the same as the one of its post before it? */
const repeatsLast = (line: string, index: number, lines: readonly string[]): boolean => {
  const [of, , ...said] = JSON.parse(line) as unknown[];
  const [lastOf, , ...last] = JSON.parse(lines[index - 1] ?? "[]") as unknown[];
  return index > 0 && of === lastOf && JSON.stringify(said) === JSON.stringify(last);
};

/** All that was read, without the numbers that depend on who came first. */
async function stored() {
  const told: Record<string, unknown> = {};
  const accounts = await listAccounts(db);
  const { post_details, day_readings } = (await dump(db, ["post_details", "day_readings"])) as {
    [table: string]: Record<string, unknown>[];
  };
  const without = (rows: Record<string, unknown>[] | undefined, key: string, id: number) =>
    (rows ?? [])
      .filter((row) => row[key] === id)
      .map(({ [key]: _id, version: _version, ...row }) => row);
  for (const account of accounts) {
    const window = { account_id: account.id, from: 0, to: NOW };
    const posts = await listPostsAfter(db, account.id, 0, 100);
    const exported = await listReadingsBetween(db, [account.id], NOW - 40 * HOUR, NOW);
    const lines = oneAnInstant(exported, (a, b) => a.post === b.post)
      .map(({ post: of, read_at, followers, likes, comments }) =>
        JSON.stringify([of, read_at, followers, likes, comments]),
      )
      .sort();
    expect(lines.filter(repeatsLast)).toEqual([]);
    told[account.handle] = {
      readings: instantly(accountSegments(await listAccountReadings(db, [window]), account.held)),
      days: without(day_readings, "account_id", account.id),
      days_seen: account.days_seen,
      exported: lines,
    };
    for (const row of posts) {
      const readings = await listPostReadings(db, [row.id]);
      told[`${account.handle} ${row.external_id}`] = {
        readings: instantly(toSegments(readings.map(fromReadingRow), row.held)),
        details: without(post_details, "post_id", row.id),
        fold: row.fold,
      };
    }
  }
  return { told, derived: await derived(db) };
}

const arrive = async (requests: readonly (readonly Snapshot[])[]) => {
  await wipe(db);
  for (const request of requests) await ingest(db, request, CONTEXT);
  return stored();
};

async function sendAgain(requests: readonly (readonly Snapshot[])[]): Promise<void> {
  const before = await dump(db);
  for (const request of requests) {
    expect(await ingest(db, request, CONTEXT)).toMatchObject({
      accounts_added: 0,
      posts_added: 0,
      readings_added: 0,
      readings_replaced: 0,
    });
  }
  expect(await dump(db)).toEqual(before);
}

describe("snapshots that do not contradict each other at one instant", () => {
  test.each(SEEDS)(
    "are stored alike in whatever order they come, and change nothing when they come again (%i)",
    async (seed) => {
      await fc.assert(
        fc.asyncProperty(cases, async ({ all, shuffled, cuts }) => {
          const inTime = all.toSorted((a, b) => a.read_at - b.read_at);
          const single = (said: readonly Snapshot[]) => said.map((one) => [one]);
          const expected = await arrive([all]);
          await sendAgain(single(all));
          for (const requests of [single(inTime.toReversed()), inRequests(shuffled, cuts)]) {
            expect(await arrive(requests)).toEqual(expected);
            await sendAgain([all]);
          }
        }),
        tries(seed),
      );
    },
  );
});
