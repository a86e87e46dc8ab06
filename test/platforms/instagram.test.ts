import { describe, expect, test } from "vitest";
import { DAY, HOUR, INSTAGRAM, type Json, NOW, platforms } from "./asking.ts";

const { instagram, page, ask, clock } = platforms();

const errorOf = ({ status, body }: Json) => [
  status,
  body.error?.code,
  body.error?.error_subcode ?? null,
];

const media = async (): Promise<Json[]> =>
  (
    await instagram("me/media", {
      fields: "id,media_type,media_product_type,timestamp",
      limit: "50",
    })
  ).body.data;
const newest = async (product: string, type?: string) =>
  (await media()).find(
    (one) =>
      one.media_product_type === product &&
      (type === undefined || one.media_type === type) &&
      Date.parse(one.timestamp) / 1000 < NOW - DAY,
  );

describe("an Instagram account", () => {
  test("has two doors and two ids", async () => {
    const { body } = await instagram("me", { fields: "user_id,username,followers_count" });
    expect(body).toEqual({
      user_id: INSTAGRAM,
      username: "perpustakaan.pasuruan",
      followers_count: 2_480,
      id: "26841400000000000",
    });
    const other = await page(INSTAGRAM, { fields: "id,username,followers_count" });
    expect(other.body).toEqual({
      id: INSTAGRAM,
      username: "perpustakaan.pasuruan",
      followers_count: 2_480,
    });
    expect(errorOf(await page(INSTAGRAM, { fields: "user_id" }))).toEqual([400, 100, null]);
    const extras = { fields: "saved_count,shares_count", limit: "1" };
    expect((await page(`${INSTAGRAM}/media`, extras)).status).toBe(200);
    expect(errorOf(await instagram("me/media", extras))).toEqual([400, 100, null]);
  });

  test("never calls a reel a reel in media_type", async () => {
    const kinds = new Set(
      (await media()).map((one) => `${one.media_product_type} ${one.media_type}`),
    );
    expect(kinds).toEqual(new Set(["FEED IMAGE", "FEED CAROUSEL_ALBUM", "REELS VIDEO"]));
  });

  test("tells the totals of a window, one day of it and in follows and unfollows", async () => {
    const day = { period: "day", since: "2026-11-21", until: "2026-11-22" };
    const total = await instagram("me/insights", {
      metric: "views,reach",
      metric_type: "total_value",
      ...day,
    });
    expect(total.body.data).toMatchObject([
      { name: "views", period: "day", total_value: { value: expect.any(Number) } },
      { name: "reach", period: "day", total_value: { value: expect.any(Number) } },
    ]);
    const series = await instagram("me/insights", { metric: "reach", ...day });
    expect(series.body.data[0].values).toEqual([
      { value: total.body.data[1].total_value.value, end_time: "2026-11-22T08:00:00+0000" },
    ]);
    const asked = { metric: "follows_and_unfollows", metric_type: "total_value", ...day };
    expect((await instagram("me/insights", asked)).body.data).toEqual([]);
    const split = await instagram("me/insights", { ...asked, breakdown: "follow_type" });
    const [{ results }] = split.body.data[0].total_value.breakdowns;
    expect(results.map(({ dimension_values }: Json) => dimension_values)).toEqual([
      ["FOLLOWER"],
      ["NON_FOLLOWER"],
    ]);
  });

  test("lists comments with their answers inside", async () => {
    const fields = "id,timestamp,from{id,username},replies{id,timestamp,from{id,username}}";
    const comments: Json[] = [];
    for (const { id } of (await media()).slice(5, 30)) {
      comments.push(...(await instagram(`${id}/comments`, { fields })).body.data);
    }
    expect(comments.length).toBeGreaterThan(10);
    const answers = comments.flatMap(({ replies }) => replies?.data ?? []);
    expect(answers.length).toBeGreaterThan(5);
    for (const { from } of answers) expect(from.username).toBe("perpustakaan.pasuruan");
    expect(comments.some(({ replies }) => replies === undefined)).toBe(true);
    const asked = comments.find(({ replies }) => replies);
    const direct = await instagram(`${asked.id}/replies`, { fields: "id" });
    expect(direct.body.data.map(({ id }: Json) => id)).toEqual(
      asked.replies.data.map(({ id }: Json) => id),
    );
  });

  test("shows a story for 24 hours, then the object is gone", async () => {
    const [story] = (await instagram("me/stories", { fields: "id,media_product_type,timestamp" }))
      .body.data;
    expect(story.media_product_type).toBe("STORY");
    const metric = "reach,views,replies,navigation";
    const { body } = await instagram(`${story.id}/insights`, { metric });
    expect(body.data.map(({ name }: Json) => name)).toEqual(metric.split(","));
    await clock(Date.parse(story.timestamp) / 1000 + 24 * HOUR);
    expect(errorOf(await instagram(`${story.id}/insights`, { metric }))).toEqual([400, 100, 33]);
    const left = await instagram("me/stories", { fields: "id" });
    expect(left.body.data.map(({ id }: Json) => id)).not.toContain(story.id);
    await clock(NOW);
  });

  test("tells nothing of a story that fewer than five people saw", async () => {
    const { body } = await instagram("me/stories", { fields: "id,timestamp" });
    const [{ id, timestamp }] = body.data;
    await clock(Date.parse(timestamp) / 1000 + 601);
    const young = await instagram(`${id}/insights`, { metric: "reach" });
    expect([...errorOf(young), young.body.error.message]).toEqual([
      400,
      10,
      null,
      "(#10) Not enough viewers for the media to show insights",
    ]);
    await clock(NOW);
  });

  test("has an empty data set for media of a few minutes", async () => {
    const far = NOW + 30 * DAY;
    await clock(far);
    const [one] = await media();
    await clock(Date.parse(one.timestamp) / 1000 + 60);
    const young = await instagram(`${one.id}/insights`, { metric: "reach" });
    expect([young.status, young.body]).toEqual([200, { data: [] }]);
    await clock(NOW);
  });

  test("refreshes a token that is a day old, and no other", async () => {
    const refresh = (access_token: string) =>
      ask("/instagram/refresh_access_token", {
        query: { grant_type: "ig_refresh_token", access_token },
      });
    const { body } = await refresh("IGAA-library");
    expect(body).toEqual({
      access_token: "IGAA-long-000001",
      token_type: "bearer",
      expires_in: 5_183_944,
      permissions: expect.stringContaining("instagram_business_manage_insights"),
    });
    expect(errorOf(await refresh(body.access_token))).toEqual([400, 10, null]);
    expect(errorOf(await refresh("IGAA-expired"))).toEqual([401, 190, 463]);
    await clock(NOW + 61 * DAY);
    const late = await ask("/instagram/v26.0/me", { token: body.access_token });
    expect(errorOf(late)).toEqual([401, 190, 463]);
    await clock(NOW);
  });
});

describe("what Instagram refuses", () => {
  test("metrics that do not suit the product", async () => {
    const [picture, reel] = [await newest("FEED", "IMAGE"), await newest("REELS")];
    const ask = async ({ id }: Json, metric: string) =>
      errorOf(await instagram(`${id}/insights`, { metric }));
    const watch = "ig_reels_avg_watch_time,ig_reels_video_view_total_time";
    expect((await instagram(`${reel.id}/insights`, { metric: watch })).status).toBe(200);
    for (const metric of [watch, "navigation", "facebook_views", "total_views", "plays"]) {
      expect(await ask(picture, `reach,${metric}`)).toEqual([400, 100, null]);
    }
    expect(await ask(reel, "profile_visits")).toEqual([400, 100, null]);
    const through = await page(`${picture.id}/insights`, { metric: "total_views" });
    expect(through.status).toBe(200);
  });

  const day = { period: "day", since: String(NOW - 3 * DAY), until: String(NOW) };
  test.each<[string, Record<string, string>]>([
    ["impressions", { metric: "impressions", ...day }],
    ["views as a series", { metric: "views", ...day }],
    ["more than 30 days", { metric: "reach", ...day, since: String(NOW - 32 * DAY) }],
    ["profile_views, which left the table of metrics", { metric: "profile_views", ...day }],
  ])("%s", async (_, query) => {
    expect(errorOf(await instagram("me/insights", query))).toEqual([400, 100, null]);
  });

  test("insights without the scope, and another account's media", async () => {
    const query = { metric: "reach", ...day };
    const token = "IGAA-without-insights";
    expect(errorOf(await ask("/instagram/v26.0/me/insights", { token, query }))).toEqual([
      403,
      10,
      null,
    ]);
    const [{ id }] = await media();
    const foreign = await ask(`/instagram/v26.0/${id}`, { token: "IGAA-branch" });
    expect(errorOf(foreign)).toEqual([403, 10, null]);
  });
});
