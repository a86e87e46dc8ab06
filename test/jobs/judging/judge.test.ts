import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createNote, removeNote } from "../../../functions/jobs/planning/notes.ts";
import { addAccount, openChange } from "../../../functions/jobs/writing/change.ts";
import { closed } from "../../../functions/jobs/writing/closed.ts";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import { excusePost } from "../../../functions/jobs/writing/excuse.ts";
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { untilWritten } from "../../../functions/jobs/writing/until-written.ts";
import { dayOf } from "../../../functions/model/day.ts";
import type { PostReading, Snapshot } from "../../../functions/model/snapshot.ts";
import { listAccounts } from "../../../functions/store/accounts.ts";
import { listMonths } from "../../../functions/store/months.ts";
import { listLeftOut } from "../../../functions/store/notes.ts";
import { listStreaksBetween } from "../../../functions/store/streaks.ts";
import { random } from "../../../tools/streaks/random.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import { DAY, HOUR, post, snapshot, ZONE } from "../writing/snapshots.ts";

const START = Date.parse("2026-01-01T02:00:00Z") / 1000;
const CONTEXT = { now: START + 1000 * DAY, time_zone: ZONE, import: null };
const PLANNING = {
  now: CONTEXT.now,
  time_zone: ZONE,
  author: { link: null, who: "" },
  allowed: null,
};

let db: D1Database;
let other: D1Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await openDatabase(["DB", "OTHER"]);
  close = opened.close;
  [db, other] = opened.databases as [D1Database, D1Database];
});
afterAll(() => close());
beforeEach(() => Promise.all([wipe(db), wipe(other)]));

const pushed = (read_at: number, posts: PostReading[], followers: number | null = 1000) =>
  snapshot(read_at, { posts, followers });

/** What a judgement leaves behind. */
const judgedIn = async (database: D1Database) => {
  const { norms, streaks } = await dump(database, ["norms", "streaks"]);
  const { results } = await database
    .prepare("select account_id, month, verdicts from months")
    .all();
  return { norms, streaks, verdicts: results };
};

/** What is said of posts and streaks, by the platform's own ids: row numbers follow the order of arrival. */
async function tellingOf(database: D1Database) {
  const { results: posts } = await database
    .prepare("select id, external_id from posts")
    .all<{ id: number; external_id: string }>();
  const names = new Map(posts.map(({ id, external_id }) => [id, external_id]));
  const months = await listMonths(database, [1], { from: "2026-01", to: "2027-12" });
  const verdicts = months
    .flatMap((month) => month.posts)
    .map(({ id, judgement, score, weak }) => [names.get(id), judgement, score, weak]);
  const streaks = (await listStreaksBetween(database, [1], 0, CONTEXT.now))
    .filter(({ state }) => state !== "withdrawn")
    .map((row) => ({
      kind: row.kind,
      state: row.state,
      first: names.get(row.first_post),
      last: names.get(row.last_post),
      posts: row.posts,
      severity: row.severity,
      peak: row.peak,
    }));
  expect(streaks.length).toBeGreaterThan(0);
  return { verdicts, streaks };
}

/** Something that happens to an account, a few days after what happened before. */
type Happening =
  | { kind: "publish"; posts: number; days: number; times: number; seed: number }
  | { kind: "read_again"; posts: number; days: number; grown: number }
  | { kind: "late_post"; daysAgo: number; likes: number }
  | { kind: "late_reading"; which: number; likes: number }
  | { kind: "correction"; which: number; likes: number }
  | { kind: "deletion" | "paid"; which: number }
  | { kind: "retyped"; which: number; format: "short_video" | "story" | null }
  | { kind: "hidden"; which: number; hidden: boolean }
  | { kind: "excused"; which: number; reason: string | null }
  | { kind: "left_out"; daysAgo: number; days: number; all: boolean }
  | { kind: "taken_in"; which: number }
  | { kind: "late_followers"; daysAgo: number; followers: number };

const which = fc.nat(1000);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("publish" as const),
      posts: fc.integer({ min: 1, max: 14 }),
      days: fc.constantFrom(0.01, 1, 3),
      times: fc.constantFrom(1, 1, 0.15, 6),
      seed: fc.nat(1000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("read_again" as const),
      posts: fc.integer({ min: 1, max: 12 }),
      days: fc.integer({ min: 1, max: 9 }),
      grown: fc.double({ min: 1, max: 4, noNaN: true }),
    }),
  },
  fc.record({
    kind: fc.constant("late_post" as const),
    daysAgo: fc.nat(250),
    likes: fc.nat(300),
  }),
  fc.record({ kind: fc.constant("late_reading" as const), which, likes: fc.nat(300) }),
  fc.record({ kind: fc.constant("correction" as const), which, likes: fc.nat(300) }),
  fc.record({ kind: fc.constantFrom("deletion" as const, "paid" as const), which }),
  fc.record({
    kind: fc.constant("retyped" as const),
    which,
    format: fc.constantFrom("short_video" as const, "story" as const, null),
  }),
  fc.record({ kind: fc.constant("hidden" as const), which, hidden: fc.boolean() }),
  fc.record({
    kind: fc.constant("excused" as const),
    which,
    reason: fc.constantFrom("Ramadan", null),
  }),
  fc.record({
    kind: fc.constant("left_out" as const),
    daysAgo: fc.nat(200),
    days: fc.integer({ min: 1, max: 40 }),
    all: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("taken_in" as const), which }),
  fc.record({
    kind: fc.constant("late_followers" as const),
    daysAgo: fc.nat(250),
    followers: fc.integer({ min: 500, max: 2000 }),
  }),
);

/** An account to which things happen, and the clock that they happen by. */
function world(seed: number) {
  const { normal } = random(seed);
  let now = START;
  let count = 0;
  const published: { id: string; at: number; likes: number }[] = [];
  const reading = (times: number): PostReading => {
    const format = count % 4 === 3 ? "short_video" : "image";
    const likes = Math.round(80 * times * Math.exp(0.4 * normal()));
    published.push({ id: `p${count}`, at: now, likes });
    return post(`p${count++}`, now, { format, likes, comments: 0, shares: 0 });
  };
  const pick = (index: number) => published[index % published.length] as (typeof published)[number];
  const push = (read: Snapshot) => ingest(db, [read], CONTEXT);
  const rowOf = async (index: number) => {
    const row = await db
      .prepare("select id from posts where external_id = ?1")
      .bind(pick(index).id)
      .first<{ id: number }>();
    return row?.id ?? 0;
  };
  return {
    publish: async (posts: number, days: number, times: number) => {
      const batch: PostReading[] = [];
      for (let index = 0; index < posts; index++) {
        now += Math.round(days * DAY);
        batch.push(reading(times));
      }
      now += 9 * HOUR;
      await push(pushed(now, batch, 1000 + count));
    },
    /** What is read so many days later: one new post. */
    later: (days: number): Snapshot => {
      const at = now + days * DAY;
      const one = post("later", at - DAY, { likes: 80, comments: 0, shares: 0 });
      return pushed(at, [one], 1500);
    },
    happen: async (one: Happening): Promise<void> => {
      now += HOUR;
      switch (one.kind) {
        case "read_again": {
          now += one.days * DAY;
          const again = published.slice(-one.posts).map(({ id, at, likes }) =>
            post(id, at, {
              // as they were but for the count: a format that is not said stays
              format: null,
              likes: Math.round(likes * one.grown),
              comments: 0,
              shares: 0,
            }),
          );
          return void (await push(pushed(now, again, null)));
        }
        case "late_post": {
          const at = now - one.daysAgo * DAY - HOUR;
          published.push({ id: `p${count}`, at, likes: one.likes });
          return void (await push(
            pushed(now, [post(`p${count++}`, at, { likes: one.likes })], null),
          ));
        }
        case "late_reading": {
          const { id, at } = pick(one.which);
          return void (await push(
            pushed(Math.min(now, at + 2 * HOUR), [post(id, at, { likes: one.likes })], null),
          ));
        }
        case "correction": {
          const { id, at } = pick(one.which);
          return void (await push(pushed(now, [post(id, at, { likes: one.likes })], null)));
        }
        case "deletion": {
          const { id, at } = pick(one.which);
          return void (await push(pushed(now, [post(id, at, { removed_at: now })], null)));
        }
        case "paid": {
          const { id, at } = pick(one.which);
          return void (await push(pushed(now, [post(id, at, { paid: true })], null)));
        }
        case "late_followers":
          return void (await push(pushed(now - one.daysAgo * DAY, [], one.followers)));
        case "retyped":
          return correctPost(db, await rowOf(one.which), { format: one.format }, CONTEXT);
        case "hidden":
          return correctPost(db, await rowOf(one.which), { hidden: one.hidden }, CONTEXT);
        case "excused":
          return excusePost(db, await rowOf(one.which), one.reason, CONTEXT);
        case "left_out": {
          const from = now - one.daysAgo * DAY;
          return void (await createNote(db, PLANNING, {
            from_on: dayOf(from, ZONE),
            to_on: dayOf(from + one.days * DAY, ZONE),
            text: "akun diretas",
            accounts: one.all ? null : [1],
            left_out: true,
          }));
        }
        case "taken_in": {
          const notes = await listLeftOut(db);
          const note = notes[one.which % notes.length];
          return note && removeNote(db, PLANNING, note.id, note.version);
        }
        default:
          throw new Error("publish goes by itself");
      }
    },
  };
}

/** The account judged from its first post, whatever is kept. */
const judgeAnew = (id: number): Promise<void> =>
  untilWritten(db, async () => {
    const account = (await listAccounts(db)).find((one) => one.id === id);
    if (!account) throw new Error(`no account ${id}`);
    const change = openChange(ZONE);
    addAccount(change, account, account);
    return { result: undefined, statements: await closed(db, change, { judge: "anew" }) };
  });

describe("judging what changed", () => {
  test("comes to the same as judging everything, whatever happened in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1000),
        fc.array(happening, { minLength: 4, maxLength: 8 }),
        async (seed, happenings) => {
          await wipe(db);
          const { publish, happen } = world(seed);
          await publish(30, 4, 1);
          await publish(20, 3, 1);
          for (const one of happenings) {
            if (one.kind === "publish") await publish(one.posts, one.days, one.times);
            else await happen(one);
          }
          const before = await judgedIn(db);
          await judgeAnew(1);
          expect(await judgedIn(db)).toEqual(before);
        },
      ),
      { numRuns: 8, seed: 4 },
    );
  });

  const first: [string, Happening][] = [
    ["a follower count", { kind: "late_followers", daysAgo: 240, followers: 1500 }],
    ["a post", { kind: "late_post", daysAgo: 200, likes: 300 }],
    ["a correction", { kind: "correction", which: 20, likes: 300 }],
    ["a deletion", { kind: "deletion", which: 20 }],
    ["another format", { kind: "retyped", which: 20, format: "story" }],
  ];
  test.each(first)("takes up %s from before the checkpoint", async (_, one) => {
    const { publish, happen } = world(7);
    await publish(40, 4, 1);
    await publish(40, 3, 1);
    const { norms } = await judgedIn(db);
    expect(norms).toMatchObject([{ checkpoint: expect.any(Object) }]);
    await happen(one);
    const after = await judgedIn(db);
    expect(after.verdicts).not.toEqual([]);
    await judgeAnew(1);
    expect(after).toEqual(await judgedIn(db));
  });

  test("an undone file takes the checkpoint back with it", async () => {
    const { publish, later } = world(7);
    await publish(60, 4, 1);
    const before = await judgedIn(db);
    const file = await storeImport(db, [later(150)], {
      ...CONTEXT,
      import: {
        id: null,
        kind: "instagram_posts",
        name: null,
        created_at: CONTEXT.now,
        read_at: CONTEXT.now,
        time_zone: ZONE,
        rows: 1,
        skipped: 0,
        hash: "file",
      },
    });
    expect((await judgedIn(db)).norms).not.toEqual(before.norms);
    while (!(await undoImport(db, file.import ?? 0, CONTEXT)).done);
    const after = await judgedIn(db);
    await judgeAnew(1);
    expect(after).toEqual(await judgedIn(db));
  });

  test("comes to the same in whatever order the readings arrive", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1000),
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        async (seed, order) => {
          await Promise.all([wipe(db), wipe(other)]);
          const { normal } = random(seed);
          // a month a snapshot: two of them go badly
          const snapshots = order.map((_, month) => {
            const posts = Array.from({ length: 10 }, (_, index) => {
              const at = START + (30 * month + 3 * index) * DAY;
              const times = month === 5 || month === 9 ? 0.15 : 1;
              const likes = Math.round(80 * times * Math.exp(0.4 * normal()));
              return post(`p${month}-${index}`, at, { likes });
            });
            return pushed(START + (30 * month + 29) * DAY, posts, 1000 + 10 * month);
          });
          for (const one of snapshots) await ingest(db, [one], CONTEXT);
          const shuffled = snapshots
            .map((one, index) => ({ one, key: order[index] ?? 0 }))
            .sort((a, b) => a.key - b.key);
          for (const { one } of shuffled) await ingest(other, [one], CONTEXT);
          expect(await tellingOf(other)).toEqual(await tellingOf(db));
        },
      ),
      { numRuns: 2, seed: 8 },
    );
  });
});
