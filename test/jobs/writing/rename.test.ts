/** One account stays one, whatever it is called: its posts, its id, its old handles and a person tell who it is. */
import { beforeEach, describe, expect, test } from "vitest";
import { correctAccount } from "../../../functions/jobs/writing/correct-account.ts";
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { preview } from "../../../functions/jobs/writing/preview.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import type { Platform } from "../../../functions/model/platform.ts";
import type { Snapshot } from "../../../functions/model/snapshot.ts";
import { listAccounts } from "../../../functions/store/accounts.ts";
import { dump } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, NOW, post, snapshot, ZONE } from "./snapshots.ts";

const CONTEXT = { now: NOW, time_zone: ZONE };

const db = await ownDatabase();

/** Four posts, one a day; `shared` of them, the oldest, under ids that are known. */
const posts = (shared: number, likes: number) =>
  [0, 1, 2, 3].map((n) =>
    post(n < shared ? `900${n}` : `other${n}`, NOW - (20 - n) * DAY, { likes }),
  );
const said = (account: string, daysAgo: number, rest: Partial<Snapshot> = {}): Snapshot =>
  snapshot(NOW - daysAgo * DAY, {
    account,
    external_id: null,
    name: null,
    followers: null,
    ...rest,
  });

const push = (...snapshots: Snapshot[]) => ingest(db, snapshots, { ...CONTEXT, import: null });
let files = 0;
const file = async (...snapshots: Snapshot[]) => {
  files += 1;
  return storeImport(db, snapshots, {
    ...CONTEXT,
    import: {
      id: null,
      kind: "instagram_posts",
      name: null,
      created_at: NOW,
      read_at: snapshots[0]?.read_at ?? NOW,
      time_zone: ZONE,
      rows: 1,
      skipped: 0,
      hash: `file ${files}`,
    },
  });
};
const accounts = async () =>
  (await listAccounts(db)).map(({ handle, old_handles }) => [
    handle,
    ...old_handles.map((old) => old.handle),
  ]);

describe("an account under a new name", () => {
  test.each<[string, Platform]>([
    ["instagram", "instagram"],
    ["x", "x"],
    ["tiktok", "tiktok"],
    ["facebook", "facebook"],
  ])("is known by its posts on %s, by push and by file", async (_name, platform) => {
    const ids = (likes: number) =>
      posts(4, likes).map((one) => ({ ...one, external_id: `104_${one.external_id}` }));
    const own = (likes: number) => (platform === "facebook" ? ids(likes) : posts(4, likes));
    await push(said("lama", 9, { platform, posts: own(1) }));
    expect(await push(said("baru", 8, { platform, posts: own(2) }))).toMatchObject({
      accounts_added: 0,
      posts_added: 0,
      readings_added: 4,
    });
    expect(await accounts()).toEqual([["baru", "lama"]]);
    expect(await file(said("terbaru", 7, { platform, posts: own(3) }))).toMatchObject({
      accounts_added: 0,
      posts_added: 0,
    });
    expect(await accounts()).toEqual([["terbaru", "lama", "baru"]]);
    expect((await dump(db)).posts).toHaveLength(4);
  });

  // of the four posts that it tells of
  test.each([
    ["all", 4, 1],
    ["half", 2, 1],
    ["less than half, as of a partner", 1, 2],
    ["none", 0, 2],
  ])("has %s of the posts in common", async (_what, shared, expected) => {
    await push(said("lama", 9, { posts: posts(4, 1) }));
    await push(said("baru", 8, { posts: posts(shared, 2) }));
    expect(await accounts()).toHaveLength(expected);
  });

  // no two accounts there have a post in common, and the next month's file overlaps by a few days
  test.each<Platform>(["x", "tiktok"])("is proven on %s by a single post", async (platform) => {
    await push(said("lama", 9, { platform, posts: posts(4, 1) }));
    const next = Array.from({ length: 11 }, (_, n) => post(`new${n}`, NOW - (n + 1) * 3600));
    await file(said("baru", 0, { platform, posts: [...posts(1, 2).slice(0, 1), ...next] }));
    expect(await accounts()).toEqual([["baru", "lama"]]);
    expect((await dump(db)).posts).toHaveLength(4 + 11);
  });

  describe("that a file tells by the platform's id", () => {
    const ID = "17841400000000777";
    const told = (account: string, daysAgo: number) =>
      said(account, daysAgo, { external_id: ID, posts: [post("77", NOW - 12 * DAY)] });
    beforeEach(() => push(told("lama", 9)));

    test.each([
      ["takes the newer name", "baru", 8, ["baru", "lama"]],
      ["keeps its name where the file is older", "baru", 10, ["lama"]],
      ["keeps its name where the file knows a number alone", ID, 8, ["lama"]],
    ])("%s", async (_what, account, daysAgo, expected) => {
      await file(told(account, daysAgo));
      expect(await accounts()).toEqual([expected]);
    });

    test("is not called again what it was before by an old file that was saved again", async () => {
      await push(told("baru", 8));
      await file(told("lama", 1));
      expect(await accounts()).toEqual([["baru", "lama"]]);
      expect(await preview(db, [told("lama", 0)], CONTEXT)).toMatchObject({
        accounts: [{ handle: "baru", state: "known", was: null, called: "lama" }],
      });
    });

    test("is called as before once that file is undone", async () => {
      const { import: id } = await file(told("baru", 8));
      while (!(await undoImport(db, id ?? 0, CONTEXT)).done);
      expect(await accounts()).toEqual([["lama"]]);
    });
  });

  test.each<[string, number, number]>([
    ["one post alone proves nothing", 1, 0],
    ["two beside five of its own, newer than all that is known, neither", 2, 5],
  ])("%s: a partner's account is another", async (_what, shared, own) => {
    await push(said("lama", 9, { posts: posts(4, 1) }));
    const later = Array.from({ length: own }, (_, n) => post(`new${n}`, NOW - (n + 1) * 3600));
    await push(said("partner", 0, { posts: [...posts(4, 2).slice(0, shared), ...later] }));
    expect(await accounts()).toEqual([["lama"], ["partner"]]);
  });

  test("what is older than all that is known of it does not speak against it", async () => {
    await push(said("lama", 9, { posts: posts(4, 1) }));
    const older = Array.from({ length: 9 }, (_, n) => post(`before${n}`, NOW - (30 + n) * DAY));
    await file(said("baru", 8, { posts: [...older, ...posts(4, 2)] }));
    expect(await accounts()).toEqual([["baru", "lama"]]);
  });

  test("nobody is renamed whose own name comes in the same request", async () => {
    await push(said("lama", 9, { posts: posts(4, 1) }));
    await push(said("lama", 8, { posts: posts(4, 2) }), said("partner", 8, { posts: posts(4, 2) }));
    expect(await accounts()).toEqual([["lama"], ["partner"]]);
  });

  test("keeps its name where the reading is older than what is known", async () => {
    await push(said("baru", 5, { posts: posts(4, 2) }));
    await push(said("lama", 9, { posts: posts(4, 1) }));
    expect(await accounts()).toEqual([["baru"]]);
    expect((await dump(db)).post_readings).toHaveLength(8);
  });

  test("is another account where the platform gives it another id: two may publish together", async () => {
    await push(said("lama", 9, { external_id: "178414", posts: posts(4, 1) }));
    await push(said("baru", 8, { external_id: "999", posts: posts(4, 2) }));
    expect(await accounts()).toEqual([["lama"], ["baru"]]);
  });

  test("is no account of another platform", async () => {
    await push(said("lama", 9, { platform: "x", posts: posts(4, 1) }));
    await push(said("baru", 8, { platform: "tiktok", posts: posts(4, 2) }));
    expect(await accounts()).toEqual([["lama"], ["baru"]]);
  });
});

describe("the old name", () => {
  test("still finds it, and does not come back by a cron that was not told", async () => {
    await push(said("lama", 9, { posts: posts(4, 1) }));
    await push(said("baru", 8, { posts: posts(4, 2) }));
    expect(await push(said("lama", 7, { followers: 12 }))).toMatchObject({ accounts_added: 0 });
    expect(await file(said("lama", 10, { posts: posts(4, 0) }))).toMatchObject({
      accounts_added: 0,
    });
    expect(await accounts()).toEqual([["baru", "lama"]]);
  });

  test("comes back by the platform's word", async () => {
    const id = { external_id: "178414" };
    await push(said("lama", 9, id), said("lama", 9, { ...id, followers: 1 }));
    await push(said("baru", 8, { ...id, followers: 2 }));
    await push(said("lama", 7, { ...id, followers: 3 }));
    expect(await accounts()).toEqual([["lama", "baru"]]);
  });

  test("is another account's once that has an id of its own", async () => {
    await push(said("lama", 9, { external_id: "1", followers: 1 }));
    await push(said("baru", 8, { external_id: "1", followers: 2 }));
    await push(said("lama", 7, { external_id: "2", followers: 3 }));
    expect(await accounts()).toEqual([["baru", "lama"], ["lama"]]);
  });
});

describe("undoing the file that renamed it", () => {
  test("gives the old name back, and forgets that it was another", async () => {
    await push(said("lama", 9, { posts: posts(4, 1) }));
    const { import: id } = await file(said("baru", 8, { posts: posts(4, 2) }));
    expect(await accounts()).toEqual([["baru", "lama"]]);
    while (!(await undoImport(db, id ?? 0, CONTEXT)).done);
    expect(await accounts()).toEqual([["lama"]]);
  });

  test("leaves a name that a push gave since", async () => {
    await push(said("lama", 9, { posts: posts(4, 1) }));
    const { import: id } = await file(said("baru", 8, { posts: posts(4, 2) }));
    await push(said("terbaru", 7, { posts: posts(4, 3) }));
    while (!(await undoImport(db, id ?? 0, CONTEXT)).done);
    expect((await accounts())[0]?.[0]).toBe("terbaru");
  });
});

describe("a person", () => {
  test("corrects a handle; the old one is remembered and the history stays", async () => {
    await push(said("salah", 9, { posts: posts(4, 1) }));
    await correctAccount(db, 1, { handle: "benar" }, CONTEXT);
    expect(await accounts()).toEqual([["benar", "salah"]]);
    expect(await push(said("salah", 8, { posts: posts(4, 2) }))).toMatchObject({ posts_added: 0 });
  });

  test("does not take another account's handle", async () => {
    await push(said("satu", 9, { followers: 1 }), said("dua", 9, { followers: 1 }));
    await expect(correctAccount(db, 1, { handle: "dua" }, CONTEXT)).rejects.toMatchObject({
      code: "conflict",
      problems: [{ path: "handle", code: "handle_taken" }],
    });
  });

  test("may take a handle that is another platform's too", async () => {
    await push(said("satu", 9, { followers: 1 }), said("dua", 9, { platform: "x", followers: 1 }));
    await correctAccount(db, 1, { handle: "dua" }, CONTEXT);
    expect(await accounts()).toEqual([["dua", "satu"], ["dua"]]);
  });
});

describe("a preview", () => {
  test("tells what storing would do, and does none of it", async () => {
    await push(said("lama", 9, { posts: posts(4, 1) }));
    const before = await dump(db);
    const newer = said("baru", 8, {
      followers: 12,
      posts: [...posts(3, 2).slice(0, 3), post("9003", NOW - 17 * DAY, { likes: 1 })],
    });
    const other = said("tetangga", 8, { posts: [post("77", NOW - 12 * DAY)] });
    expect(await preview(db, [newer, other], CONTEXT)).toMatchObject({
      accounts: [
        { handle: "baru", state: "renamed", was: "lama" },
        { handle: "tetangga", state: "new", was: null },
      ],
      posts_added: 1,
      days: 0,
      followers: 1,
      from: "2026-11-03",
      to: "2026-11-15",
      first: [{ external_id: "9000" }, { external_id: "9001" }, { external_id: "9002" }],
    });
    expect(await dump(db)).toEqual(before);
  });

  test("of what is in already says so", async () => {
    await file(said("lama", 9, { posts: posts(4, 1) }));
    expect(await preview(db, [said("lama", 9, { posts: posts(4, 1) })], CONTEXT)).toMatchObject({
      accounts: [{ handle: "lama", state: "known" }],
      posts_added: 0,
      posts_updated: 0,
      posts_unchanged: 4,
    });
  });
});
