/** What a person corrects of an account, its id above all; its handle is in `rename.test.ts`. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { correctAccount } from "../../../functions/jobs/writing/correct-account.ts";
import type { Snapshot } from "../../../functions/model/snapshot.ts";
import { type AccountRow, listAccounts } from "../../../functions/store/accounts.ts";
import { connectCollection } from "../../../functions/store/collections.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import { counting, DAY, derived, HOUR, NOW, post } from "./snapshots.ts";
import { CONTEXT, said, twoNames } from "./two-names.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
const { file, merge, merged, push, undone } = twoNames(db);
afterAll(close);
beforeEach(() => wipe(db));

const WRONG = "111";
const RIGHT = "222";

const correct = (correction: Parameters<typeof correctAccount>[2], id = 1) =>
  correctAccount(db, id, correction, CONTEXT);
const refusal = (code: string) => ({
  code: "conflict",
  problems: [{ path: "external_id", code }],
});
const first = async (): Promise<AccountRow | undefined> => (await listAccounts(db))[0];

/** A page's posts of two months, a few hours later each time. @param page `null`: the push knows no id */
function pagePush(page: string | null, daysAgo: number, likes: number): Snapshot {
  const id = (bare: string) => (page === null ? bare : `${page}_${bare}`);
  return said("perpus", NOW - daysAgo * DAY, {
    platform: "facebook",
    external_id: page,
    posts: [
      post(id("7001"), NOW - 40 * DAY, { likes }),
      post(id("7002"), NOW - 12 * DAY, {
        likes,
        url: "https://www.facebook.com/perpus/posts/7002",
      }),
    ],
  });
}
const commentOn = (page: string) =>
  said("perpus", NOW - HOUR, {
    platform: "facebook",
    external_id: page,
    comments: [
      {
        external_id: "9",
        post: `${page}_7001`,
        at: NOW - 2 * DAY,
        ours: false,
        reply_to: null,
        asks: null,
      },
    ],
  });

describe("the id of a page that came in wrong", () => {
  test.each<[string, string | null, { external_id: string | null }]>([
    ["is another", WRONG, { external_id: RIGHT }],
    ["is forgotten, and comes with the next push", WRONG, { external_id: null }],
    ["was not known", null, { external_id: RIGHT }],
  ])("%s: the same posts are the same, as if it had always been right", async (_how, page, id) => {
    await push(pagePush(RIGHT, 9, 1));
    await push(pagePush(RIGHT, 8, 2), commentOn(RIGHT));
    const expected = await derived(db);
    const names = (await dump(db)).post_keys;
    await wipe(db);
    await push(pagePush(page, 9, 1));
    await correct(id);
    expect((await first())?.external_id).toBe(id.external_id);
    expect(await push(pagePush(RIGHT, 8, 2), commentOn(RIGHT))).toMatchObject({
      accounts_added: 0,
      posts_added: 0,
      readings_added: 2,
    });
    expect(await derived(db)).toEqual(expected);
    expect((await dump(db)).post_keys).toEqual(names);
    expect((await dump(db)).comments).toMatchObject([{ post_id: 1 }]);
  });

  test("is in no id, no name, no month and nothing that was said any more", async () => {
    await push(pagePush(WRONG, 9, 1), commentOn(WRONG));
    expect(JSON.stringify(await dump(db, ["threads"]))).toContain(`${WRONG}_7001`);
    await correct({ external_id: RIGHT });
    expect(JSON.stringify(await dump(db, ["threads"]))).toContain(`${RIGHT}_7001`);
    const everything = JSON.stringify(await dump(db));
    expect(everything).not.toContain(`${WRONG}_`);
    expect(everything).toContain(`${RIGHT}_7001`);
  });

  test("leaves a post of another page, and other accounts, as they are", async () => {
    await push(pagePush(WRONG, 9, 1));
    await push(
      said("perpus", NOW - 9 * DAY, {
        platform: "facebook",
        posts: [post("1110_5", NOW - 11 * DAY, { likes: 3 })],
      }),
      said("lain", NOW - 9 * DAY, {
        platform: "facebook",
        external_id: "333",
        posts: [post(`${WRONG}_8001`, NOW - 11 * DAY, { likes: 3 })],
      }),
    );
    await correct({ external_id: RIGHT });
    const ids = (await dump(db)).posts?.map((row) => (row as { external_id: string }).external_id);
    expect(ids).toEqual([`${RIGHT}_7001`, `${RIGHT}_7002`, "1110_5", `${WRONG}_8001`]);
  });

  test("an old push with it is refused", async () => {
    await push(pagePush(WRONG, 9, 1));
    await correct({ external_id: RIGHT });
    const before = await dump(db);
    await expect(push(pagePush(WRONG, 8, 2))).rejects.toMatchObject(refusal("other_account"));
    expect(await dump(db)).toEqual(before);
  });

  test("a file that came before is undone whole after it", async () => {
    await push(pagePush(RIGHT, 9, 1));
    const expected = await derived(db);
    const names = (await dump(db)).post_keys;
    await wipe(db);
    await push(pagePush(WRONG, 9, 1));
    const id = await file(
      said("perpus", NOW - 7 * DAY, {
        platform: "facebook",
        external_id: WRONG,
        posts: [
          post(`${WRONG}_7001`, NOW - 40 * DAY, { likes: 9, caption: "Lain" }),
          post(`${WRONG}_7003`, NOW - 20 * DAY, { likes: 9 }),
        ],
      }),
    );
    await correct({ external_id: RIGHT });
    await undone(id);
    expect(await derived(db)).toEqual(expected);
    expect((await dump(db)).post_keys).toEqual(names);
  });
});

test("on Instagram the posts go by their own ids", async () => {
  const posts = (likes: number) => [post("900", NOW - 12 * DAY, { likes })];
  await push(said("perpus", NOW - 9 * DAY, { external_id: WRONG, posts: posts(1) }));
  const { post_keys } = await dump(db);
  await correct({ external_id: RIGHT });
  expect(
    await push(said("perpus", NOW - 8 * DAY, { external_id: RIGHT, posts: posts(2) })),
  ).toMatchObject({ accounts_added: 0, posts_added: 0 });
  expect((await dump(db)).post_keys).toEqual(post_keys);
});

describe("a correction", () => {
  const two = () =>
    push(
      said("satu", NOW - DAY, { external_id: WRONG, followers: 1 }),
      said("dua", NOW - DAY, { external_id: "333", followers: 1 }),
      said("dua", NOW - DAY, { platform: "x", external_id: RIGHT, followers: 1 }),
    );
  const connect = (account_id: number) =>
    connectCollection(db, {
      account_id,
      sealed: "",
      connected_at: NOW,
      expires_at: null,
      memory: {},
    }).run();

  test("says all that it says in one batch", async () => {
    await two();
    const all = { handle: "baru", external_id: RIGHT, given_name: "Kami", hidden_at: NOW };
    const { batches } = await counting(db, (counted) => correctAccount(counted, 1, all, CONTEXT));
    expect(batches).toBe(1);
    expect(await first()).toMatchObject({ ...all, old_handles: [{ handle: "satu" }] });
  });

  test("with a fault in one thing writes none", async () => {
    await two();
    const before = await dump(db);
    const said = { handle: "baru", external_id: "333", given_name: "Kami" };
    await expect(correct(said)).rejects.toMatchObject(refusal("id_taken"));
    expect(await dump(db)).toEqual(before);
  });

  test("several at once lose none", async () => {
    await two();
    await Promise.all([
      correct({ given_name: "Kami" }),
      correct({ handle: "baru" }),
      correct({ external_id: RIGHT }),
      correct({ hidden_at: NOW }),
    ]);
    expect(await first()).toMatchObject({
      given_name: "Kami",
      handle: "baru",
      external_id: RIGHT,
      hidden_at: NOW,
    });
  });

  test("of the id of an account that is collected is refused, unless it stays", async () => {
    await two();
    await connect(1);
    await expect(correct({ external_id: RIGHT })).rejects.toMatchObject(
      refusal("told_by_platform"),
    );
    await expect(correct({ external_id: null })).rejects.toMatchObject(refusal("told_by_platform"));
    await correct({ external_id: WRONG, given_name: "Kami" });
    expect(await first()).toMatchObject({ external_id: WRONG, given_name: "Kami" });
  });

  test("of the id waits until a merge is over", async () => {
    await push(said("lama", NOW - DAY, { external_id: WRONG, followers: 1 }));
    await push(said("baru", NOW - DAY, { followers: 1 }));
    await merge(1, 2);
    await expect(correct({ external_id: RIGHT }, 2)).rejects.toMatchObject(refusal("being_merged"));
  });

  test("stays with the account when a merge is undone, and an id that another has now is not given back", async () => {
    await push(said("lama", NOW - DAY, { external_id: WRONG, followers: 1 }));
    await push(said("baru", NOW - DAY, { followers: 1 }));
    await push(said("lain", NOW - DAY, { followers: 1 }));
    const id = await merged(1, 2);
    await correct({ external_id: RIGHT }, 2);
    await correct({ external_id: WRONG }, 3);
    await expect(undone(id)).rejects.toMatchObject(refusal("id_taken"));
    await correct({ external_id: null }, 3);
    await undone(id);
    expect((await listAccounts(db)).map((one) => [one.handle, one.external_id])).toEqual([
      ["lama", WRONG],
      ["baru", RIGHT],
      ["lain", null],
    ]);
  });

  test("of nobody is not found", () =>
    expect(correct({ external_id: RIGHT }, 9)).rejects.toMatchObject({ code: "not_found" }));
});
