/** Two accounts that are one become one, whatever each was told, and two again when that is undone. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import { excusePost, excuseSpan } from "../../../functions/jobs/writing/excuse.ts";
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { type Merging, mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { beginRebuild, rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import { renameAccount } from "../../../functions/jobs/writing/rename.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import type { Snapshot } from "../../../functions/model/snapshot.ts";
import { eraseAccounts, listAccounts, listMergedWith } from "../../../functions/store/accounts.ts";
import { listCollections } from "../../../functions/store/collections.ts";
import { listImports } from "../../../functions/store/imports.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import {
  type Arrival,
  counting,
  DAY,
  day,
  derived,
  HOUR,
  NOW,
  post,
  randomArrivals,
  SEEDS,
  snapshot,
  tries,
  ZONE,
} from "./snapshots.ts";

const CONTEXT = { now: NOW, time_zone: ZONE };
let db: D1Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await openDatabase();
  close = opened.close;
  db = opened.databases[0] as D1Database;
});
afterAll(() => close());
beforeEach(() => wipe(db));

const said = (account: string, read_at: number, rest: Partial<Snapshot> = {}): Snapshot =>
  snapshot(read_at, { account, external_id: null, name: null, followers: null, ...rest });
const push = (...snapshots: Snapshot[]) => ingest(db, snapshots, { ...CONTEXT, import: null });

let files = 0;
const file = async (one: Snapshot): Promise<number> => {
  files += 1;
  const { import: id } = await storeImport(db, [one], {
    ...CONTEXT,
    import: {
      id: null,
      kind: "instagram_posts",
      name: null,
      created_at: NOW,
      read_at: one.read_at,
      time_zone: ZONE,
      rows: 1,
      skipped: 0,
      hash: `file of a merge ${files}`,
    },
  });
  return id ?? 0;
};

const merge = (id: number, into: number) => mergeAccounts(db, id, into, CONTEXT);
async function merged(id: number, into: number): Promise<number> {
  for (let slices = 1; slices < 200; slices += 1) {
    const { done, import: import_id } = await merge(id, into);
    if (done) return import_id;
  }
  throw new Error("never done");
}
async function undone(id: number): Promise<number> {
  for (let slices = 1; slices < 200; slices += 1) {
    if ((await undoImport(db, id, CONTEXT)).done) return slices;
  }
  throw new Error("never done");
}

/** Everything but what counts writes and ids, and what was learned. */
async function dumped(without: readonly string[] = ["imports"]) {
  const { norms: _norms, ...tables } = await dump(db);
  return Object.fromEntries(
    Object.entries(tables as Record<string, Record<string, unknown>[]>)
      .filter(([table]) => !without.includes(table))
      .map(([table, rows]) => [
        table,
        rows.map(({ version: _version, last_post: _last, ...row }) => row),
      ]),
  );
}

/** The account called `lama` is 1, `baru` is 2: two posts of their own, two that both know. */
const HISTORY = [
  said("lama", NOW - 20 * DAY, { followers: 1000, name: "Perpustakaan" }),
  said("baru", NOW - 19 * DAY, { followers: 1001 }),
  said("lama", NOW - 12 * DAY, {
    followers: 1010,
    days: [day("2026-11-09", { views: 5 })],
    posts: [
      post("p1", NOW - 13 * DAY, { likes: 5, reach: 90 }),
      post("p2", NOW - 14 * DAY, { likes: 2, caption: "Lomba bercerita" }),
      post("p3", NOW - 15 * DAY, { likes: 9 }),
    ],
    comments: [
      { external_id: "c1", post: "p1", at: NOW - 12 * DAY, ours: false, reply_to: null },
      { external_id: "c2", post: "p3", at: NOW - 12 * DAY, ours: true, reply_to: "c0" },
    ],
  }),
  said("baru", NOW - 11 * DAY, {
    followers: 1012,
    days: [day("2026-11-09", { views: 6 }), day("2026-11-10", { reach: 3 })],
    posts: [
      post("p1", NOW - 13 * DAY, { likes: 6, reach: 95 }),
      post("p2", NOW - 14 * DAY, { likes: 2 }),
      post("p4", NOW - 16 * DAY, { likes: 4 }),
    ],
    comments: [{ external_id: "c1", post: "p1", at: NOW - 12 * DAY, ours: false, reply_to: null }],
  }),
  // seen again unchanged, and changed again
  said("lama", NOW - 11 * DAY + HOUR, {
    followers: 1010,
    posts: [post("p3", NOW - 15 * DAY, { likes: 9 })],
  }),
  said("lama", NOW - 9 * DAY, {
    followers: 1013,
    posts: [post("p1", NOW - 13 * DAY, { likes: 7, reach: 99 })],
  }),
  said("baru", NOW - 8 * DAY, {
    followers: 1012,
    posts: [post("p4", NOW - 16 * DAY, { likes: 4 })],
  }),
];
async function doubled(): Promise<void> {
  for (const one of HISTORY) await push(one);
}

/** What the account of a handle shows, without whose import brought what and how it was called. */
async function shown(handle: string) {
  const { accounts, posts, days, months, streaks } = await derived(db);
  const of = (rows: object[]) =>
    rows.filter((row) => Object.values(row).includes(handle)) as Record<string, unknown>[];
  return {
    accounts: of(accounts).map(({ name, named_at, followers, followers_at, last_read_at }) => ({
      name,
      named_at,
      followers,
      followers_at,
      last_read_at,
    })),
    posts: of(posts),
    days: of(days),
    months: of(months),
    streaks: of(streaks),
  };
}

describe("two accounts that are one", () => {
  test("show after it what one account would have had from the start", async () => {
    await push(said("baru", NOW - 30 * DAY, { followers: 999 }));
    for (const one of HISTORY) await push({ ...one, account: "baru" });
    const expected = await shown("baru");
    await wipe(db);
    await push(said("baru", NOW - 30 * DAY, { followers: 999 }));
    await doubled();
    await merged(2, 1);
    expect(await shown("baru")).toEqual(expected);
    expect(await listAccounts(db)).toMatchObject([{ handle: "baru" }]);
    const { comments } = await dump(db, ["comments"]);
    expect(comments?.map((row) => Object.values(row as object).slice(0, 2))).toEqual([
      [1, "c1"],
      [1, "c2"],
      [2, "c1"],
      [2, "c2"],
    ]);
  });

  test("are two again when it is undone, as if it had never been", async () => {
    await doubled();
    const before = await dumped();
    const id = await merged(1, 2);
    expect(await listImports(db, 1)).toMatchObject([
      { kind: "merged", name: "Instagram · @lama → @baru", posts_added: 1, undone_at: null },
    ]);
    await undone(id);
    expect(await dumped()).toEqual(before);
    expect(await undone(id)).toBe(1);
    // and one again
    expect(await merged(1, 2)).toBe(id + 1);
  });

  test("never show a post twice, and go on where they stopped", async () => {
    await doubled();
    const posts = Array.from({ length: 25 }, (_, index) =>
      post(`q${index}`, NOW - (index + 100) * 5 * HOUR, { likes: index }),
    );
    await push(said("lama", NOW - 7 * DAY, { posts }), said("baru", NOW - 7 * DAY, { posts }));
    const before = await dumped();
    const progress: Merging[] = [];
    for (;;) {
      const { result, queries } = await counting(db, (counted) =>
        mergeAccounts(counted, 1, 2, CONTEXT),
      );
      expect(queries).toBeLessThanOrEqual(40);
      progress.push(result);
      expect(await postsShown()).toEqual([]);
      if (result.done) break;
    }
    // parked, followers, days, 28 posts by ten, judged
    expect(progress.map(({ remaining }) => remaining)).toEqual([32, 31, 30, 20, 10, 1, 0]);
    expect(await merge(1, 2)).toEqual({ import: 1, done: true, remaining: 0 });
    for (;;) {
      const { result, queries } = await counting(db, (counted) => undoImport(counted, 1, CONTEXT));
      expect(queries).toBeLessThanOrEqual(40);
      if (result.done) break;
      expect(await postsShown()).toEqual([]);
    }
    expect(await dumped()).toEqual(before);
  });

  test("have the counts of every day, of however many readings, and give them back", async () => {
    const hourly = (account: string, minute: number, count: (hour: number) => number) =>
      Array.from({ length: 450 }, (_, hour) =>
        said(account, NOW - 20 * DAY + hour * HOUR + minute * 60, { followers: count(hour) }),
      );
    // one moves every hour, the other is seen unchanged for days
    const readings = [
      ...hourly("lama", 0, (n) => 1000 + n),
      ...hourly("baru", 30, (n) => 900 + (n >> 7)),
    ];
    const posts = [post("p1", NOW - 9 * DAY, { likes: 1 }), post("p2", NOW - 2 * DAY)];
    const more = said("lama", NOW - DAY + 60, { posts });
    await push(...readings.map((one) => ({ ...one, account: "baru" })), {
      ...more,
      account: "baru",
    });
    const expected = await shown("baru");
    for (const [id, into] of [[1, 2] as const, [2, 1] as const]) {
      await wipe(db);
      await push(...readings, more);
      const before = await dumped();
      const [account] = (await listAccounts(db)).filter((one) => one.id === into);
      await merged(id, into);
      if (account?.handle === "baru") expect((await shown("baru")).days).toEqual(expected.days);
      // the posts, then two hundred counts a slice; of the quiet one a count a day
      expect(await undone(1)).toBe(id === 1 ? 4 : 1);
      expect(await dumped()).toEqual(before);
    }
  });

  test.each([1, 2, 3, 4])("may be undone after slice %i", async (slices) => {
    await doubled();
    const before = await dumped();
    for (let slice = 0; slice < slices; slice += 1) await merge(1, 2);
    await undone(1);
    expect(await dumped()).toEqual(before);
  });

  test("take in what comes under the old name, during it and after, and keep it", async () => {
    await doubled();
    await merge(1, 2);
    await push(
      said("lama", NOW - DAY, {
        followers: 2000,
        posts: [post("p1", NOW - 13 * DAY, { likes: 50 })],
      }),
    );
    const id = await merged(1, 2);
    await push(said("lama", NOW, { posts: [post("p9", NOW - DAY, { likes: 1 })] }));
    await file(
      said("lama", NOW - 2 * HOUR, { posts: [post("p3", NOW - 15 * DAY, { likes: 11 })] }),
    );
    expect(await listAccounts(db)).toMatchObject([{ id: 2, handle: "baru", followers: 2000 }]);
    const known = await db
      .prepare("select external_id, likes from posts where account_id = 2 order by 1")
      .all();
    expect(known.results.map((row) => Object.values(row))).toEqual([
      ["p1", 50],
      ["p2", 2],
      ["p3", 11],
      ["p4", 4],
      ["p9", 1],
    ]);
    await undone(id);
    await wipe(db);
    await doubled();
    const own = await shown("lama");
    await wipe(db);
    await doubled();
    await merged(1, 2);
    await push(said("lama", NOW, { followers: 3000 }));
    await undone(1);
    expect(await shown("lama")).toEqual(own);
    expect(await listAccounts(db)).toMatchObject([
      { handle: "lama", followers: 1013 },
      { handle: "baru", followers: 3000, old_handles: [] },
    ]);
  });

  test("take the id of the one that has one, and the platform's newer name", async () => {
    await push(said("lama", NOW - 9 * DAY, { followers: 1 }));
    await push(said("baru", NOW - 9 * DAY, { external_id: "178414", followers: 2 }));
    const before = await dumped();
    await merged(2, 1);
    await push(said("baru", NOW, { external_id: "178414", followers: 3 }));
    expect(await listAccounts(db)).toMatchObject([
      { id: 1, handle: "baru", external_id: "178414", followers: 3 },
    ]);
    await undone(1);
    expect(await listAccounts(db)).toMatchObject([
      { id: 1, handle: "lama", external_id: null, old_handles: [] },
      { id: 2, handle: "baru", external_id: "178414", old_handles: [] },
    ]);
    expect((await dumped()).post_keys).toEqual(before.post_keys);
  });

  test("give back the names of Facebook's posts, which hold the page's id", async () => {
    const facebook = { platform: "facebook" as const };
    const posts = [post("77", NOW - 12 * DAY, { likes: 1 })];
    await push(said("lama", NOW - 9 * DAY, { ...facebook, external_id: "104", followers: 1 }));
    await push(said("baru", NOW - 9 * DAY, { ...facebook, followers: 1 }));
    await push(said("lama", NOW - 8 * DAY, { ...facebook, external_id: "104", posts }));
    await push(said("baru", NOW - 8 * DAY, { ...facebook, posts }));
    const before = await dumped();
    const id = await merged(1, 2);
    const { results } = await db
      .prepare("select external_id from posts where account_id = 2")
      .all();
    expect(results).toEqual([{ external_id: "104_77" }]);
    await undone(id);
    expect(await dumped()).toEqual(before);
  });

  test("keep what a person said of either, the one that stays first", async () => {
    await doubled();
    // 1 to 3 are lama's p1 to p3, 4 to 6 baru's p1, p2 and p4
    await correctPost(db, 1, { format: "video", topic: "events" }, CONTEXT);
    await correctPost(db, 4, { format: "carousel" }, CONTEXT);
    await correctPost(db, 3, { hidden: true, paid: true }, CONTEXT);
    await excusePost(db, 2, "mati lampu", CONTEXT);
    await excuseSpan(
      db,
      { account_id: 1, from_on: "2026-11-20", to_on: "2026-11-21" },
      "libur",
      CONTEXT,
    );
    const before = await dumped();
    const id = await merged(1, 2);
    const { results } = await db
      .prepare(
        "select external_id, person_format, person_topic, person_paid, hidden_at, excused from posts where account_id = 2 order by 1",
      )
      .all();
    expect(results.map((row) => Object.values(row))).toEqual([
      ["p1", "carousel", "events", null, null, null],
      ["p2", null, null, null, null, "mati lampu"],
      ["p3", null, null, 1, NOW, null],
      ["p4", null, null, null, null, null],
    ]);
    expect((await dump(db, ["excused"])).excused).toMatchObject([
      { account_id: 1 },
      { account_id: 2, from_on: "2026-11-20", reason: "libur" },
    ]);
    await undone(id);
    expect(await dumped()).toEqual(before);
  });

  test("are opened by the links of either", async () => {
    await doubled();
    const link = (accounts: string | null, hash: string) =>
      db
        .prepare(
          "insert into links (kind, name, hash, accounts, created_at) values ('push', 'l', ?1, ?2, 0)",
        )
        .bind(hash, accounts);
    await db.batch([link("[1]", "a"), link("[2]", "b"), link("[1,2]", "c"), link(null, "d")]);
    const opens = async () =>
      (await dump(db, ["links"])).links?.map((row) => (row as { accounts: string }).accounts);
    const id = await merged(1, 2);
    expect(await opens()).toEqual(["[1,2]", "[2]", "[1,2]", null]);
    await undone(id);
    expect(await opens()).toEqual(["[1]", "[2]", "[1,2]", null]);
  });

  test("are derived anew together, and stand apart as derived anew", async () => {
    await doubled();
    const anew = async () => {
      const context = { now: NOW, time_zone: "UTC" };
      for (let at = await beginRebuild(db, context); !at.done; at = await rebuild(db, context));
    };
    const id = await merged(1, 2);
    await anew();
    await undone(id);
    const parted = await shown("lama");
    await wipe(db);
    await doubled();
    await anew();
    expect(parted).toEqual(await shown("lama"));
  });

  test("are erased together", async () => {
    await doubled();
    await merged(1, 2);
    await db.batch(eraseAccounts(db, await listMergedWith(db, 2)));
    const { accounts, posts, account_readings } = await dump(db);
    expect([accounts, posts, account_readings]).toEqual([[], [], []]);
    await undone(1);
    expect((await dump(db)).accounts).toEqual([]);
  });
});

describe("a merge that is refused", () => {
  const refusal = (path: string, code: string, problem = "conflict") => ({
    code: problem,
    problems: [{ path, code }],
  });

  test.each<[string, [number, number], object]>([
    ["into itself", [1, 1], refusal("into", "same_account")],
    ["across platforms", [1, 3], refusal("into", "across_platforms")],
    ["into nothing", [1, 9], refusal("into", "unknown_account", "not_found")],
    ["of nothing", [9, 1], { code: "not_found" }],
    ["of two ids", [2, 4], refusal("into", "other_id")],
  ])("%s", async (_how, [id, into], problem) => {
    await push(
      said("lama", NOW - DAY, { followers: 1 }),
      said("baru", NOW - DAY, { external_id: "1", followers: 1 }),
      said("lama", NOW - DAY, { platform: "x", followers: 1 }),
      said("lain", NOW - DAY, { external_id: "2", followers: 1 }),
    );
    const before = await dump(db);
    await expect(merge(id, into)).rejects.toMatchObject(problem);
    expect(await dump(db)).toEqual(before);
  });

  test("while either is not at rest", async () => {
    await doubled();
    await push(said("ketiga", NOW - DAY, { followers: 1 }));
    await beginRebuild(db, CONTEXT);
    await expect(merge(1, 2)).rejects.toMatchObject(refusal("id", "being_rebuilt"));
    while (!(await rebuild(db, CONTEXT)).done);
    await merge(1, 2);
    await expect(merge(1, 3)).rejects.toMatchObject(refusal("id", "merged_already"));
    await expect(merge(3, 1)).rejects.toMatchObject(refusal("into", "merged_already"));
    await expect(merge(2, 3)).rejects.toMatchObject(refusal("id", "being_merged"));
    const id = await merged(1, 2);
    await merged(2, 3);
    // what is in the last of them came by the second
    await expect(undoImport(db, id, CONTEXT)).rejects.toMatchObject(refusal("", "merged_already"));
  });

  test("while it is being undone, or another import is", async () => {
    const posts = Array.from({ length: 60 }, (_, n) => post(`f${n}`, NOW - (n + 40) * HOUR));
    await doubled();
    await push(said("lama", NOW - HOUR, { posts }));
    const id = await merged(1, 2);
    await undoImport(db, id, CONTEXT);
    await expect(merge(1, 2)).rejects.toMatchObject(refusal("", "being_undone"));
    await undone(id);
    const other = await file(said("baru", NOW, { posts }));
    await undoImport(db, other, CONTEXT);
    await expect(merge(1, 2)).rejects.toMatchObject(refusal("", "being_undone"));
  });

  test("where the only connection would end; it is none's while it is parked", async () => {
    await doubled();
    const connect = (id: number) =>
      db
        .prepare(
          "insert into collections (account_id, sealed, connected_at, next_due_at) values (?1, 's', 0, 0)",
        )
        .bind(id)
        .run();
    await connect(1);
    await expect(merge(1, 2)).rejects.toMatchObject(refusal("into", "only_connection"));
    await connect(2);
    const id = await merged(1, 2);
    expect(await listCollections(db)).toMatchObject([{ account_id: 2 }]);
    await undone(id);
    expect(await listCollections(db)).toHaveLength(2);
  });

  test("so is undoing a file that it copied from, until it is undone itself", async () => {
    await doubled();
    const brought = await file(
      said("lama", NOW, { posts: [post("p8", NOW - 9 * DAY, { likes: 1 })] }),
    );
    const id = await merged(1, 2);
    await expect(undoImport(db, brought, CONTEXT)).rejects.toMatchObject(
      refusal("", "merged_already"),
    );
    await undone(id);
    await undone(brought);
    expect((await dump(db)).posts).toHaveLength(6);
  });

  test("so is undoing it while another account has its name", async () => {
    await push(said("lama", NOW - DAY, { external_id: "1", followers: 1 }));
    await push(said("baru", NOW - DAY, { followers: 1 }));
    const id = await merged(1, 2);
    await push(said("lama", NOW, { external_id: "2", followers: 7 }));
    await expect(undoImport(db, id, CONTEXT)).rejects.toMatchObject(
      refusal("handle", "handle_taken"),
    );
    await renameAccount(db, 3, "lain", CONTEXT);
    await undone(id);
    expect((await listAccounts(db)).map(({ handle }) => handle)).toEqual(["lama", "baru", "lain"]);
  });
});

describe.each(SEEDS)("any history that two handles share (%i)", (seed) => {
  const split = fc
    .tuple(randomArrivals(2), fc.infiniteStream(fc.boolean()))
    .map(([arrivals, sides]) =>
      arrivals.map((arrival): Arrival => {
        const account = sides.next().value ? "lama" : "baru";
        const { snapshot: one } = arrival;
        return { ...arrival, snapshot: { ...one, account, external_id: null } };
      }),
    );
  const start = async () => {
    // both are known before their posts could prove them one
    await push(said("lama", NOW - 60 * DAY, { name: "Nama lama" }));
    await push(said("baru", NOW - 60 * DAY + 1, { name: "Nama baru" }));
  };
  const arrive = ({ file: kind, snapshot: one }: Arrival) =>
    kind === null ? push(one) : file({ ...one });

  test("merged is as the same under one, and undone as before", async () => {
    await fc.assert(
      fc.asyncProperty(split, async (arrivals) => {
        await wipe(db);
        await push(said("baru", NOW - 60 * DAY, { name: "Nama lama" }));
        await push(said("baru", NOW - 60 * DAY + 1, { name: "Nama baru" }));
        for (const one of arrivals) {
          await push({ ...one.snapshot, account: "baru" });
        }
        const expected = await shown("baru");
        await wipe(db);
        await start();
        for (const one of arrivals) await arrive(one);
        const before = await dumped();
        const id = await merged(1, 2);
        expect(await shown("baru")).toEqual(expected);
        await undone(id);
        expect(await dumped()).toEqual(before);
      }),
      tries(seed),
    );
  });
});

/** The posts that more than one account shows. */
async function postsShown(): Promise<unknown[]> {
  const { results } = await db
    .prepare(
      `select p.external_id from posts p join accounts a on a.id = p.account_id and a.merged_into is null
       group by p.external_id having count(*) > 1`,
    )
    .all();
  return results;
}
