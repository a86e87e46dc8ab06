import { describe, expect, test } from "vitest";
import { DAY, type Json, NOW, platforms, X_USER } from "./asking.ts";

const TIMELINE = {
  max_results: "20",
  "tweet.fields": "created_at,public_metrics,attachments,conversation_id,referenced_tweets",
  expansions: "attachments.media_keys,attachments.poll_ids",
  "media.fields": "type,duration_ms",
};

describe("X", () => {
  const { x, xToken, ask, clock } = platforms();

  test("finds a user by handle, by id and by token", async () => {
    const fields = { "user.fields": "public_metrics" };
    const by = await x("users/by/username/perpus_pasuruan", fields);
    expect(by.body.data).toMatchObject({
      id: X_USER,
      username: "perpus_pasuruan",
      public_metrics: { followers_count: 668, tweet_count: expect.any(Number) },
    });
    expect((await x(`users/${X_USER}`, fields)).body).toEqual(by.body);
    const { access_token } = await xToken();
    expect((await x("users/me", fields, access_token)).body).toEqual(by.body);
    expect((await x("users/me", fields)).status).toBe(403);
    const missing = await x("users/by/username/nobody_here");
    expect(missing.status).toBe(200);
    expect(missing.body).toMatchObject({ errors: [{ title: "Not Found Error" }] });
  });

  test("pages through a timeline, and leaves out what is empty", async () => {
    const posts: Json[] = [];
    let token: string | undefined;
    do {
      const { status, body, headers } = await x(`users/${X_USER}/tweets`, {
        ...TIMELINE,
        exclude: "replies",
        ...(token ? { pagination_token: token } : {}),
      });
      expect(status).toBe(200);
      expect(Number(headers.get("x-rate-limit-remaining"))).toBeLessThan(10_000);
      expect(body.meta.result_count).toBe(body.data.length);
      for (const post of body.data) {
        const keys = post.attachments?.media_keys ?? [];
        const known = (body.includes?.media ?? []).map(({ media_key }: Json) => media_key);
        for (const key of keys) expect(known).toContain(key);
      }
      posts.push(...body.data);
      token = body.meta.next_token;
    } while (token);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
    for (const { id, created_at } of posts) {
      const ms = (BigInt(id) >> 22n) + 1_288_834_974_657n;
      expect(new Date(Number(ms)).toISOString()).toBe(created_at);
    }
    const none = await x(`users/${X_USER}/tweets`, {
      start_time: new Date(NOW * 1000).toISOString(),
    });
    expect(none.body).toEqual({ meta: { result_count: 0 } });
  });

  test("shows answers in recent search, and the library's own in its timeline", async () => {
    await clock(NOW + 200 * DAY);
    const query = "(to:perpus_pasuruan OR from:perpus_pasuruan) is:reply";
    const { body } = await x("tweets/search/recent", {
      query,
      max_results: "100",
      "tweet.fields": "created_at,author_id,conversation_id,referenced_tweets",
    });
    for (const one of body.data ?? []) {
      expect(one.referenced_tweets).toMatchObject([{ type: "replied_to" }]);
      expect(Date.parse(one.created_at) / 1000).toBeGreaterThan(NOW + 193 * DAY);
    }
    const timeline = await x(`users/${X_USER}/tweets`, {
      max_results: "100",
      "tweet.fields": "referenced_tweets",
    });
    const own = timeline.body.data.filter((one: Json) => one.referenced_tweets);
    expect(own.length).toBeGreaterThan(0);
    await clock(NOW);
  });

  test("tells private figures to the author, of posts under 30 days", async () => {
    const { access_token } = await xToken("x-refresh-library").then((one) =>
      one.access_token ? one : xToken("x-refresh-000001"),
    );
    const posts = await x(`users/${X_USER}/tweets`, {
      max_results: "100",
      exclude: "replies",
      "tweet.fields": "created_at",
    });
    const age = ({ created_at }: Json) => NOW - Date.parse(created_at) / 1000;
    const young = posts.body.data.find((one: Json) => age(one) < 20 * DAY);
    const old = posts.body.data.find((one: Json) => age(one) > 31 * DAY);
    const ids = `${young.id},${old.id},1`;
    const asked = { ids, "tweet.fields": "public_metrics,non_public_metrics" };
    const { body } = await x("tweets", asked, access_token);
    expect(body.data.map((one: Json) => one.non_public_metrics !== undefined)).toEqual([
      true,
      false,
    ]);
    expect(body.errors.map(({ title }: Json) => title).sort()).toEqual([
      "Field Authorization Error",
      "Not Found Error",
    ]);
    const app = await x("tweets", asked);
    expect(app.body.errors).toHaveLength(3);
  });

  test.each<[string, string, Record<string, string>]>([
    ["a field it does not know", `users/${X_USER}/tweets`, { "tweet.fields": "likes" }],
    ["the other vocabulary", `users/${X_USER}/tweets`, { "post.fields": "created_at" }],
    ["too many at once", `users/${X_USER}/tweets`, { max_results: "101" }],
    ["more than 100 ids", "tweets", { ids: Array(101).fill("1").join() }],
    [
      "a search before the last 7 days",
      "tweets/search/recent",
      {
        query: "is:reply",
        start_time: new Date((NOW - 8 * DAY) * 1000).toISOString(),
      },
    ],
    ["a search that it cannot read", "tweets/search/recent", { query: "(is:reply" }],
  ])("refuses %s", async (_, path, query) => {
    const { status, body } = await x(path, query);
    expect([status, body.title]).toEqual([400, "Invalid Request"]);
  });

  test("takes a refresh token once", async () => {
    const again = await xToken("x-refresh-branch");
    expect(again.access_token).toMatch(/^x-access-/);
    expect(await xToken("x-refresh-branch")).toMatchObject({ error: "invalid_request" });
    const next = await xToken(again.refresh_token);
    await clock(NOW + 7_200);
    expect((await x("users/me", {}, next.access_token)).status).toBe(401);
    await clock(NOW);
    const lame = await xToken("x-refresh-without-posts");
    expect((await x("users/me", {}, lame.access_token)).status).toBe(403);
    const wrong = await ask("/x/2/oauth2/token", {
      form: { grant_type: "refresh_token", refresh_token: next.refresh_token },
      headers: { authorization: `Basic ${btoa("x-client-id:wrong")}` },
    });
    expect(wrong.status).toBe(401);
  });
});

test("X speaks either vocabulary, as it is told", async () => {
  const { x } = platforms({ x_vocabulary: "post" });
  const asked = { max_results: "5", "post.fields": "created_at,public_metrics" };
  const { body } = await x(`users/${X_USER}/tweets`, asked);
  expect(body.data[0].edit_history_post_ids).toEqual([body.data[0].id]);
  expect(Object.keys(body.data[0].public_metrics)).toContain("repost_count");
  expect((await x(`users/${X_USER}/tweets`, { "tweet.fields": "created_at" })).status).toBe(400);
  const user = await x(`users/${X_USER}`, { "user.fields": "public_metrics" });
  expect(user.body.data.public_metrics.post_count).toBeGreaterThan(0);
});

test("X takes money for what is read, once a UTC day, less for what is one's own", async () => {
  const { x, xToken, ask, clock } = platforms();
  const cost = async () => (await ask("/control/calls", { query: { door: "x" } })).body.cost_usd;
  const { access_token } = await xToken();
  await x(`users/${X_USER}`, {}, access_token);
  expect(await cost()).toBe(0.01);
  await x(`users/${X_USER}/tweets`, { max_results: "10" }, access_token);
  expect(await cost()).toBe(0.02);
  await x(`users/${X_USER}/tweets`, { max_results: "10" });
  expect(await cost()).toBe(0.02);
  await clock(NOW + DAY);
  await x(`users/${X_USER}/tweets`, { max_results: "10" });
  expect(await cost()).toBe(0.07);
  const usage = await x("usage/tweets", { days: "2" });
  expect(usage.body.data.daily_project_usage.usage).toEqual([
    { date: "2026-11-24T00:00:00.000Z", usage: "11" },
    { date: "2026-11-25T00:00:00.000Z", usage: "10" },
  ]);
});

test.each([
  ["tweet", "tweet.fields", "referenced_tweets.id", "tweets"],
  ["post", "post.fields", "referenced_posts", "posts"],
] as const)(
  "X takes the price of anyone's post for what comes along (%s)",
  async (x_vocabulary, fields, expansions, included) => {
    const { x, xToken, ask, clock } = platforms({ x_vocabulary });
    const cost = async () => (await ask("/control/calls", { query: { door: "x" } })).body.cost_usd;
    await clock(NOW + 200 * DAY);
    const { access_token } = await xToken();
    const asked = { max_results: "100", [fields]: "conversation_id" };
    const own = await x(`users/${X_USER}/tweets`, asked, access_token);
    expect(own.body.includes).toBeUndefined();
    const alone = await cost();
    expect(alone).toBe(0.1);
    const { body } = await x(`users/${X_USER}/tweets`, { ...asked, expansions }, access_token);
    const along = body.includes[included].map(({ id }: Json) => id);
    const read = new Set(own.body.data.map(({ id }: Json) => id));
    const others = along.filter((id: string) => !read.has(id));
    expect(others.length).toBeGreaterThan(0);
    expect(await cost()).toBeCloseTo(alone + others.length * 0.005, 6);
  },
);
