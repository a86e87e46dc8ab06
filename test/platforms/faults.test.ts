import { beforeEach, describe, expect, test } from "vitest";
import { INSTAGRAM, type Json, NOW, PAGE, platforms, TIKTOK, X_USER } from "./asking.ts";

const { app, ask, page, instagram, x, fault, clock, tiktokToken, businessToken, business, xToken } =
  platforms();

beforeEach(() => ask("/control/reset", { json: { clock: { now: NOW } } }));

const used = (headers: Headers) => headers.get("x-business-use-case-usage");

describe("a fault meets", () => {
  test("so many calls, after so many, and then no more", async () => {
    await fault({ kind: "server_error", door: "facebook", after: 1, count: 2 });
    const statuses = [];
    for (let call = 0; call < 5; call++) statuses.push((await page(PAGE)).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
  });

  test("one account, by its id, its posts or its token", async () => {
    const [post] = (await page(`${PAGE}/published_posts`, { limit: "1" })).body.data;
    await fault({ kind: "server_error", account: PAGE });
    expect((await page(post.id)).status).toBe(500);
    expect((await ask("/facebook/v26.0/me", { token: "EAAF-page-library" })).status).toBe(500);
    expect((await page(INSTAGRAM)).status).toBe(500);
    expect((await ask("/facebook/v26.0/me", { token: "EAAF-page-branch" })).status).toBe(200);
    expect((await instagram("me")).status).toBe(200);
    await ask("/control/faults", { method: "DELETE" });
    expect((await page(post.id)).status).toBe(200);
  });

  test("a part of the path", async () => {
    await fault({ kind: "html", path: "/insights", status: 200 });
    const { headers, body } = await page(`${PAGE}/insights`, {
      metric: "page_follows",
      period: "day",
    });
    expect(headers.get("content-type")).toContain("text/html");
    expect(body).toContain("<!doctype html>");
    expect((await page(PAGE)).status).toBe(200);
  });
});

describe("throttled", () => {
  test("Facebook, by code, with and without a time", async () => {
    await fault({ kind: "throttled", door: "facebook", count: 1 });
    const first = await page(PAGE);
    expect([first.body.error.code, used(first.headers)]).toEqual([80001, null]);
    await fault({ kind: "throttled", door: "facebook", code: 4, regain_minutes: 12, count: 1 });
    const second = await page(PAGE);
    expect([second.status, second.body.error.code]).toEqual([403, 4]);
    expect(JSON.parse(used(second.headers) ?? "")).toEqual({
      [PAGE]: [
        {
          type: "pages",
          call_count: 100,
          total_cputime: 25,
          total_time: 25,
          estimated_time_to_regain_access: 12,
        },
      ],
    });
  });

  test("Instagram through either door, by its own code", async () => {
    await fault({ kind: "throttled" });
    expect((await page(INSTAGRAM)).body.error.code).toBe(80002);
    expect((await instagram("me")).body.error.code).toBe(80002);
  });

  test("by a header alone, while the answer is good", async () => {
    await fault({ kind: "usage", percent: 97, regain_minutes: 3 });
    const { status, headers } = await page(PAGE);
    expect(status).toBe(200);
    expect(JSON.parse(used(headers) ?? "")[PAGE][0]).toMatchObject({
      call_count: 97,
      estimated_time_to_regain_access: 3,
    });
    expect((await x(`users/${X_USER}`)).headers.get("x-rate-limit-remaining")).toBe("9");
  });

  test("X and TikTok", async () => {
    const { access_token } = await tiktokToken();
    const pair = await businessToken();
    await fault({ kind: "throttled", regain_minutes: 5 });
    const { status, headers } = await x(`users/${X_USER}`);
    expect([status, headers.get("x-rate-limit-reset")]).toEqual([429, String(NOW + 300)]);
    const display = await ask("/tiktok/v2/user/info/", { token: access_token });
    expect([display.status, display.body.error.code]).toEqual([429, "rate_limit_exceeded"]);
    const { body } = await business("get/", pair.access_token, { fields: '["username"]' });
    expect(body.code).toBe(40100);
  });
});

test("a token is dead, in each host's words", async () => {
  const { access_token } = await tiktokToken();
  await fault({ kind: "token_dead", subcode: 463 });
  expect((await page(PAGE)).body.error).toMatchObject({ code: 190, error_subcode: 463 });
  expect((await x(`users/${X_USER}`)).status).toBe(401);
  const { status, body } = await ask("/tiktok/v2/user/info/", { token: access_token });
  expect([status, body.error.code]).toEqual([401, "access_token_invalid"]);
  expect(await tiktokToken("rft.000001")).toMatchObject({ error: "invalid_grant" });
  expect((await business("get/", "act.1", {})).body.code).toBe(40105);
});

test("an app's secret was changed, in each host's words: nothing is spent", async () => {
  await fault({ kind: "app_refused" });
  expect(await tiktokToken()).toMatchObject({ error: "invalid_client" });
  expect(await xToken()).toMatchObject({ error: "unauthorized_client" });
  // the Business API's answer has no data but what is wrong
  expect(await businessToken()).toEqual({});
  expect((await x(`users/${X_USER}`)).status).toBe(200);
  await ask("/control/faults", { method: "DELETE" });
  expect((await tiktokToken()).access_token).toMatch(/^act\./);
});

test("an answer is cut, is an error under 200, is a page of nothing", async () => {
  await fault({ kind: "truncated", count: 1 });
  expect((await page(PAGE)).body).toMatch(/^\{"name"[^}]*$/);
  await fault({ kind: "error_in_200", count: 1 });
  const { status, body } = await page(PAGE);
  expect([status, body.error.code]).toEqual([200, 1]);
  await fault({ kind: "empty_page", path: "published_posts", count: 1 });
  const empty = await page(`${PAGE}/published_posts`, { limit: "5" });
  expect(empty.body).toEqual({
    data: [],
    paging: expect.objectContaining({ next: expect.any(String) }),
  });
  await fault({ kind: "empty_page", door: "x", count: 1 });
  const timeline = await x(`users/${X_USER}/tweets`, { max_results: "5" });
  expect(timeline.body).toEqual({ meta: { result_count: 0, next_token: expect.any(String) } });
  await fault({ kind: "hanging", ms: 30, count: 1 });
  const began = Date.now();
  await page(PAGE);
  expect(Date.now() - began).toBeGreaterThanOrEqual(25);
});

test("a metric is retired between two calls, and takes the whole call with it", async () => {
  const asked = { metric: "page_follows,page_media_view", period: "day" };
  expect((await page(`${PAGE}/insights`, asked)).status).toBe(200);
  await fault({ kind: "metric_retired", metric: "page_media_view" });
  expect((await page(`${PAGE}/insights`, asked)).body.error.code).toBe(100);
  const left = await page(`${PAGE}/insights`, { ...asked, metric: "page_follows" });
  expect(left.status).toBe(200);
});

test("too much data is asked for", async () => {
  await fault({ kind: "too_much_data", limit: 10 });
  const many = await page(`${PAGE}/published_posts`, { limit: "20" });
  expect([many.status, many.body.error.code]).toEqual([500, 1]);
  expect((await page(`${PAGE}/published_posts`, { limit: "10" })).status).toBe(200);
});

test("a batch holds a null, and a fault of one of its parts", async () => {
  const batch = JSON.stringify([
    { method: "GET", relative_url: `v26.0/${PAGE}` },
    { method: "GET", relative_url: `v26.0/${PAGE}?fields=followers_count` },
  ]);
  const send = () => ask("/facebook/v26.0/", { form: { batch }, token: "EAAF-page-library" });
  await fault({ kind: "batch_null", index: 1, count: 1 });
  expect((await send()).body).toEqual([expect.objectContaining({ code: 200 }), null]);
  await fault({ kind: "throttled", path: "followers_count", method: "GET" });
  expect((await send()).body.map(({ code }: Json) => code)).toEqual([200, 400]);
});

test("X takes no more money", async () => {
  await fault({ kind: "no_credits", door: "x" });
  const { status, body } = await x(`users/${X_USER}`);
  expect([status, body.title]).toEqual([402, "CreditsDepleted"]);
});

test("a refresh succeeds and its answer is lost: the old token is gone", async () => {
  await fault({ kind: "answer_lost", path: "oauth/token", count: 1 });
  expect(await tiktokToken()).toBe("upstream connect error");
  expect(await tiktokToken()).toMatchObject({ error: "invalid_grant" });
});

test("counts fall, a post goes, an account is renamed: from then on, and not before", async () => {
  const read = async () => {
    const { body } = await page(`${PAGE}/published_posts`, {
      limit: "2",
      fields: "reactions.limit(0).summary(true)",
    });
    return body.data.map((one: Json) => [one.id, one.reactions.summary.total_count]);
  };
  await clock(NOW + 3600);
  const [[first], [second, likes]] = await read();
  await fault({ kind: "counts_fall", account: PAGE, times: 0.5 });
  await fault({ kind: "post_deleted", post: first });
  await fault({ kind: "renamed", account: PAGE, handle: "perpuspasuruan" });
  expect((await read())[0]).toEqual([second, Math.floor(likes * 0.5)]);
  expect((await page(first)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  expect((await page(PAGE, { fields: "username" })).body.username).toBe("perpuspasuruan");
  const truth = await ask("/control/truth", { query: { account: PAGE } });
  const [{ handle, posts }] = truth.body.accounts;
  expect(handle).toBe("perpuspasuruan");
  expect(posts.slice(0, 2).map((one: Json) => [one.external_id, one.removed_at])).toEqual([
    [first, NOW + 3600],
    [second, null],
  ]);
  await clock(NOW + 3599);
  expect((await read())[0][0]).toBe(first);
});

test("a crowd writes under a post, and the library answers", async () => {
  const [{ id }] = (await page(`${PAGE}/published_posts`, { limit: "1" })).body.data;
  const read = async (after = {}) => {
    const params = { filter: "stream", order: "reverse_chronological", limit: "100" };
    const fields = "id,from{id},parent{id}";
    return (await page(`${id}/comments`, { ...params, fields, ...after })).body;
  };
  const before = (await read()).data.length;
  await fault({ kind: "crowded", post: id, comments: 150, seconds: 300 });
  await clock(NOW + 600);
  const first = await read();
  const second = await read({ after: first.paging.cursors.after });
  expect(first.data.length + second.data.length).toBeGreaterThanOrEqual(before + 150);
  expect(new Set([...first.data, ...second.data].map((one: Json) => one.id)).size).toBe(
    first.data.length + second.data.length,
  );
  const [comment] = first.data;
  await fault({ kind: "answered", post: id, comment: comment.id });
  expect((await read()).data[0]).toMatchObject({ from: { id: PAGE }, parent: { id: comment.id } });
  const { body } = await ask("/control/truth", { query: { account: PAGE } });
  const [truth] = body.accounts[0].posts;
  expect(truth.comments_listed).toHaveLength(first.data.length + second.data.length + 1);
});

test("calls are counted, those in a batch apart", async () => {
  const batch = JSON.stringify([{ method: "GET", relative_url: `v26.0/${PAGE}/stories?limit=1` }]);
  await ask("/facebook/v26.0/", { form: { batch }, token: "EAAF-page-library" });
  await x(`users/${X_USER}`);
  const { body } = await ask("/control/calls");
  expect([body.requests, body.cost_usd]).toEqual([2, 0.01]);
  expect(body.calls).toMatchObject([
    {
      at: NOW,
      door: "facebook",
      method: "GET",
      path: `/v26.0/${PAGE}/stories`,
      query: { limit: "1" },
      account: PAGE,
      status: 200,
      batched: true,
      cost_usd: 0,
      fault: null,
    },
    { method: "POST", path: "/v26.0", batched: false },
    { door: "x", account: X_USER, cost_usd: 0.01 },
  ]);
  const facebook = await ask("/control/calls", { query: { door: "facebook" } });
  expect(facebook.body.requests).toBe(1);
  await ask("/control/calls", { method: "DELETE" });
  expect((await ask("/control/calls")).body.calls).toEqual([]);
  const { body: held } = await ask("/control/credentials");
  expect(held.accounts.library).toMatchObject({ facebook: PAGE, tiktok: TIKTOK });
  expect((await app.request("/nowhere")).status).toBe(404);
});
