/** Posts under which very many people write: their figures stay, and their comments come a few pages at a visit. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Collecting, codesOf, DAY, HOUR, openCollecting, settle, TICK } from "./collecting.ts";

let on: Collecting;
beforeAll(async () => {
  on = await openCollecting({ days: 6 });
});
afterAll(() => on.close());
beforeEach(() => on.reset());

type Stored = { external_id: string; ours: number; reply_to: string | null };

const newestPost = async (): Promise<string> => {
  const [post] = await on.rows<{ external_id: string }>(
    "select external_id from posts where format != 'story' order by published_at desc limit 1",
  );
  return post?.external_id ?? "";
};

const storedOf = (post: string): Promise<Stored[]> =>
  on.rows(
    `select c.external_id, c.ours, c.reply_to from comments c join posts p on p.id = c.post_id
     where p.external_id = '${post}' order by c.external_id`,
  );

/** All that is listed under a post, as it is stored. */
async function truthOf(post: string): Promise<Stored[]> {
  const { accounts } = await on.truth("");
  const found = accounts.flatMap(({ posts }) => posts).find((one) => one.external_id === post);
  return (found?.comments_listed ?? [])
    .map(({ external_id, ours, reply_to }) => ({ external_id, ours: ours ? 1 : 0, reply_to }))
    .sort((a, b) => (a.external_id < b.external_id ? -1 : 1));
}

/** Pages of comments, or of answers to one, that were asked since this was last looked at. */
async function pagesAsked(id: string): Promise<number> {
  const { calls } = await on.calls();
  const edges = [`/${id}/comments`, `/${id}/replies`];
  return calls.filter(({ path }) => edges.some((edge) => path.endsWith(edge))).length;
}

/** Ticks until nothing is to come, each within its calls and pages. */
async function untilRead(post: string): Promise<number> {
  for (let ticks = 1; ticks < 30; ticks += 1) {
    await on.pass(TICK);
    await on.calls();
    const run = await on.tick();
    expect(run?.calls).toBeLessThanOrEqual(45);
    expect(await pagesAsked(post)).toBeLessThanOrEqual(6);
    if (!codesOf(run).includes("partial")) return ticks;
  }
  throw new Error("the comments never end");
}

const WAYS = [
  // a page of comments holds a hundred
  ["facebook", 5000, 700],
  // fifty
  ["instagram", 2500, 400],
  // and a call for each page
  ["instagram_login", 2500, 400],
] as const;

for (const [which, thousands, hundreds] of WAYS) {
  describe(which, () => {
    let post: string;
    const crowd = async (comments: number, under?: string) => {
      const whom = under === undefined ? {} : { under };
      await on.happen({ kind: "crowded", post, comments, seconds: 600, ...whom });
      await on.pass(HOUR);
    };
    beforeEach(async () => {
      await on.connect(which);
      await settle(on);
      await on.tick();
      post = await newestPost();
    });

    test("thousands write: the post's figures are read each hour, its comments little by little", async () => {
      await crowd(thousands);
      const figures = async () =>
        (await on.rows(`select comments, read_at from posts where external_id = '${post}'`))[0];
      const run = await on.tick();
      expect(run?.problems).toEqual([{ account_id: 1, code: "partial", detail: "comments" }]);
      const { accounts } = await on.truth("");
      const truth = accounts.flatMap(({ posts }) => posts).find((one) => one.external_id === post);
      expect(await figures()).toEqual({ comments: truth?.comments, read_at: on.now() });
      expect(await untilRead(post)).toBeLessThan(20);
      expect(await figures()).toMatchObject({ read_at: on.now() - (on.now() % HOUR) });
      expect(await storedOf(post)).toEqual(await truthOf(post));
    });

    test("hundreds write: once they are read only the new end is, and late answers are found", async () => {
      await crowd(hundreds);
      await on.tick();
      await untilRead(post);
      const [first] = await truthOf(post).then((all) => all.filter(({ ours }) => ours === 0));
      await on.happen({ kind: "answered", post, comment: first?.external_id ?? "" });
      await on.happen({ kind: "crowded", post, comments: 20, seconds: 600 });
      for (let hour = 0; hour < 4; hour += 1) {
        await on.pass(HOUR);
        await on.calls();
        expect(codesOf(await on.tick())).toEqual([]);
        // Facebook lists an answer by when it was written, Instagram under its comment
        expect(await pagesAsked(post)).toBeLessThanOrEqual(which === "facebook" ? 1 : 4);
      }
      expect(await storedOf(post)).toEqual(await truthOf(post));
    });

    test("hundreds write while the first ones are still being read: none is left out", async () => {
      await crowd(hundreds);
      await on.tick();
      await crowd(hundreds);
      await on.tick();
      await untilRead(post);
      expect(await storedOf(post)).toEqual(await truthOf(post));
    });

    test("hundreds answer one comment", async () => {
      await crowd(1);
      await on.tick();
      const all = await truthOf(post);
      const comment = all.findLast(({ reply_to }) => reply_to === null)?.external_id ?? "";
      await crowd(hundreds, comment);
      expect(codesOf(await on.tick())).toEqual(["partial"]);
      await untilRead(post);
      expect(await storedOf(post)).toEqual(await truthOf(post));
      await on.pass(HOUR);
      await on.calls();
      expect(codesOf(await on.tick())).toEqual([]);
      expect(await pagesAsked(comment)).toBeLessThanOrEqual(3);
    });

    test("the place in the comments is lost: said, and they are begun again when the post is due", async () => {
      await crowd(hundreds);
      await on.tick();
      await on.fault({ kind: "graph_error", code: 100, path: "after=" });
      await on.pass(TICK);
      expect(codesOf(await on.tick())).toEqual(["begun_again"]);
      await on.clearFaults();
      await on.pass(HOUR - TICK);
      await on.tick();
      await untilRead(post);
      expect(await storedOf(post)).toEqual(await truthOf(post));
    });

    test("a throttle on the way: the place is kept", async () => {
      await crowd(hundreds);
      await on.tick();
      await on.fault({ kind: "throttled", path: `${post}/comments`, regain_minutes: 10 });
      await on.pass(TICK);
      expect(codesOf(await on.tick())).toContain("throttled");
      await on.clearFaults();
      await untilRead(post);
      expect(await storedOf(post)).toEqual(await truthOf(post));
    });

    test("the permission is taken away on the way: nothing is asked for it until it is there", async () => {
      await crowd(hundreds);
      await on.tick();
      const scope = {
        facebook: "pages_read_user_content",
        instagram: "instagram_manage_comments",
        instagram_login: "instagram_business_manage_comments",
      }[which];
      await on.fault({ kind: "scope_missing", scope });
      await on.pass(TICK);
      expect(codesOf(await on.tick())).toEqual(["permission_missing"]);
      await on.pass(TICK);
      expect(await on.tick()).toBeNull();
      await on.clearFaults();
      await on.pass(DAY);
      await on.tick();
      await untilRead(post);
      expect(await storedOf(post)).toEqual(await truthOf(post));
    });
  });
}
