/** What may not be merged, or not yet, and what may not be undone while it is. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { correctAccount } from "../../../functions/jobs/writing/correct-account.ts";
import { beginRebuild, rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { listAccounts } from "../../../functions/store/accounts.ts";
import { listCollections } from "../../../functions/store/collections.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import { DAY, HOUR, NOW, post } from "./snapshots.ts";
import { CONTEXT, said, twoNames } from "./two-names.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
const { doubled, file, merge, merged, push, undone } = twoNames(db);
afterAll(close);
beforeEach(() => wipe(db));

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
    await correctAccount(db, 3, { handle: "lain" }, CONTEXT);
    await undone(id);
    expect((await listAccounts(db)).map(({ handle }) => handle)).toEqual(["lama", "baru", "lain"]);
  });
});
