import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createNote } from "../../../functions/jobs/planning/notes.ts";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { excusePost } from "../../../functions/jobs/writing/excuse.ts";
import { beginRebuild, rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import { listAccounts } from "../../../functions/store/accounts.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import { DAY, NOW, post } from "./snapshots.ts";
import { CONTEXT, said, twoNames } from "./two-names.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
const { doubled, dumped, merged, push, shown, undone } = twoNames(db);
afterAll(close);
beforeEach(() => wipe(db));
const PLANNING = { ...CONTEXT, author: { link: null, who: "" }, allowed: null };

describe("two accounts that are one", () => {
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
    // p4 was published on 7 November
    await createNote(db, PLANNING, {
      from_on: "2026-11-06",
      to_on: "2026-11-07",
      text: "libur",
      accounts: [1],
      left_out: true,
    });
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
      // what an account was merged into counts as that account
      ["p4", null, null, null, null, "libur"],
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
    while (!(await eraseAccount(db, 2)).done);
    const { accounts, posts, account_readings } = await dump(db);
    expect([accounts, posts, account_readings]).toEqual([[], [], []]);
    await undone(1);
    expect((await dump(db)).accounts).toEqual([]);
  });
});
