/** One account that was collected under two names, and what is asked of merging the two. */
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import type { Snapshot } from "../../../functions/model/snapshot.ts";
import { dump } from "../../database.ts";
import { DAY, day, derived, HOUR, NOW, post, snapshot, ZONE } from "./snapshots.ts";

export const CONTEXT = { now: NOW, time_zone: ZONE };

export const said = (account: string, read_at: number, rest: Partial<Snapshot> = {}): Snapshot =>
  snapshot(read_at, { account, external_id: null, name: null, followers: null, ...rest });

/** The account called `lama` is 1, `baru` is 2: two posts of their own, two that both know. */
export const HISTORY = [
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
      {
        external_id: "c1",
        post: "p1",
        at: NOW - 12 * DAY,
        ours: false,
        reply_to: null,
        asks: null,
      },
      { external_id: "c2", post: "p3", at: NOW - 12 * DAY, ours: true, reply_to: "c0", asks: null },
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
    comments: [
      {
        external_id: "c1",
        post: "p1",
        at: NOW - 12 * DAY,
        ours: false,
        reply_to: null,
        asks: null,
      },
    ],
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

export function twoNames(db: D1Database) {
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

  return { push, file, merge, merged, undone, dumped, doubled, shown, postsShown };
}
