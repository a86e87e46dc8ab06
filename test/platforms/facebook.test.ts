import { describe, expect, test } from "vitest";
import { DAY, HOUR, type Json, NOW, PAGE, platforms } from "./asking.ts";

const FIELDS =
  "id,created_time,message,permalink_url,status_type,attachments{media_type,type,target{id},subattachments.limit(0)},shares,comments.limit(0).summary(true),reactions.limit(0).summary(total_count),reactions.type(LIKE).limit(0).summary(total_count).as(r_like)";
const { page, ask, clock } = platforms();

const errorOf = async (path: string, query: Record<string, string> = {}, token?: string) => {
  const { status, body } = token
    ? await ask(`/facebook/v26.0/${path}`, { token, query })
    : await page(path, query);
  return [status, body.error?.code, body.error?.error_subcode ?? null];
};

/** Every item of a list, by following `next` with the token in the header. */
async function all(path: string, query: Record<string, string>): Promise<Json[]> {
  const items: Json[] = [];
  let { body } = await page(path, query);
  for (;;) {
    items.push(...body.data);
    if (!body.paging?.next) return items;
    expect(body.paging.next).not.toContain("access_token");
    const next = new URL(body.paging.next);
    expect(next.origin).toBe("http://localhost");
    ({ body } = await ask(`${next.pathname}${next.search}`, { token: "EAAF-page-library" }));
  }
}

describe("a Facebook Page", () => {
  test("tells who it is and how many follow it", async () => {
    const asked = "id,name,username,followers_count,instagram_business_account{id,username}";
    const { status, headers, body } = await page(PAGE, { fields: asked });
    expect(status).toBe(200);
    expect(headers.get("facebook-api-version")).toBe("v26.0");
    expect(body).toEqual({
      id: PAGE,
      name: "Perpustakaan Kota Pasuruan",
      username: "perpustakaanpasuruan",
      followers_count: 5_870,
      instagram_business_account: { id: "17841400000000000", username: "perpustakaan.pasuruan" },
    });
  });

  test("serves another version as the oldest that lives, without a word", async () => {
    for (const version of ["v27.0", "v20.0"]) {
      const { status, headers } = await ask(`/facebook/${version}/${PAGE}`, {
        token: "EAAF-page-library",
      });
      expect([status, headers.get("facebook-api-version")]).toEqual([200, "v21.0"]);
    }
  });

  test("lists its posts in pages, newest first, each once", async () => {
    const posts = await all(`${PAGE}/published_posts`, { fields: FIELDS, limit: "25" });
    expect(posts.length).toBeGreaterThan(50);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
    const times = posts.map(({ created_time }) => created_time);
    expect(times).toEqual(times.toSorted().reverse());
    for (const post of posts) {
      expect(post.id).toMatch(/^104500000000000_\d+$/);
      expect(post.created_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
      expect(post.comments).toEqual({ data: [], summary: expect.any(Object) });
      expect(post.r_like.summary.total_count).toBeLessThanOrEqual(
        post.reactions.summary.total_count,
      );
      expect(post.shares?.count).not.toBe(0);
    }
    const [newest] = posts;
    await clock(Date.parse(newest.created_time) / 1000 + 60);
    const young = await page(newest.id, { fields: "shares,reactions.limit(0).summary(true)" });
    expect(young.body).toEqual({
      reactions: { data: [], summary: { total_count: 0 } },
      id: newest.id,
    });
    await clock(NOW);
    const kinds = posts.map((one) => one.attachments?.data[0].media_type ?? one.status_type);
    expect(new Set(kinds)).toEqual(
      new Set(["photo", "album", "video", "link", "mobile_status_update"]),
    );
    const since = String(NOW - 10 * DAY);
    const recent = await all(`${PAGE}/published_posts`, { fields: "id,created_time", since });
    expect(recent).toEqual(
      posts
        .filter(({ created_time }) => Date.parse(created_time) / 1000 >= Number(since))
        .map(({ id, created_time }) => ({ id, created_time })),
    );
  });

  test("tells of a post in insights, one metric twice when no period is asked for", async () => {
    const [post] = (await page(`${PAGE}/published_posts`, { limit: "1" })).body.data;
    const metric = "post_media_view,post_total_media_view_unique,post_reactions_by_type_total";
    const { body } = await page(`${post.id}/insights`, { metric });
    const told = body.data.map(({ name, period }: Json) => `${name} ${period}`);
    expect(told).toEqual([
      "post_media_view lifetime",
      "post_total_media_view_unique lifetime",
      "post_total_media_view_unique day",
      "post_reactions_by_type_total lifetime",
    ]);
    const once = await page(`${post.id}/insights`, { metric, period: "lifetime" });
    expect(once.body.data).toHaveLength(3);
    expect(once.body.data[0].values).toEqual([{ value: expect.any(Number) }]);
    const nested = await page(`${PAGE}/published_posts`, {
      limit: "1",
      fields: "insights.metric(post_media_view){name,period,values}",
    });
    expect(nested.body.data[0].insights.data).toMatchObject([
      { name: "post_media_view", period: "lifetime", values: once.body.data[0].values },
    ]);
  });

  test("counts its days in California, and only those that are over", async () => {
    const { body } = await page(`${PAGE}/insights`, {
      metric: "page_media_view,page_daily_follows_unique",
      period: "day",
      since: "2026-10-30",
      until: "2026-11-03",
    });
    // the clocks went back on 2026-11-01: that day ended an hour later
    const ends = body.data[0].values.map(({ end_time }: Json) => end_time);
    expect(ends).toEqual([
      "2026-10-31T07:00:00+0000",
      "2026-11-01T07:00:00+0000",
      "2026-11-02T08:00:00+0000",
      "2026-11-03T08:00:00+0000",
    ]);
    expect(body.paging.next).toContain("since=");
    const future = await page(`${PAGE}/insights`, {
      metric: "page_media_view",
      period: "day",
      since: String(NOW - HOUR),
      until: String(NOW),
    });
    expect(future.body.data).toEqual([]);
  });

  test("tells reels, videos and past lives apart, each with metrics of its own", async () => {
    await clock(NOW + 120 * DAY);
    const posts = await all(`${PAGE}/published_posts`, { fields: FIELDS, limit: "100" });
    const reels = await all(`${PAGE}/video_reels`, { fields: "id,post_id,length,views" });
    const lives = await all(`${PAGE}/live_videos`, { fields: "id,total_views,video{id,length}" });
    expect([reels.length > 0, lives.length > 0]).toEqual([true, true]);
    const videoIds = posts.flatMap((post) => {
      const [one] = post.attachments?.data ?? [];
      return one?.media_type === "video" ? one.target.id : [];
    });
    for (const { id } of reels) expect(videoIds).toContain(id);
    for (const live of lives) {
      expect(videoIds).toContain(live.video.id);
      expect(live.total_views).toEqual(expect.any(String));
    }
    const [reel] = reels;
    const metric = "blue_reels_play_count,post_video_view_time,post_video_avg_time_watched";
    expect((await page(`${reel.id}/video_insights`, { metric })).status).toBe(200);
    expect(await errorOf(`${reel.id}/video_insights`, { metric: "total_video_views" })).toEqual([
      400,
      100,
      null,
    ]);
    const [live] = lives;
    expect(
      (await page(`${live.video.id}/video_insights`, { metric: "total_video_views" })).body.data,
    ).toMatchObject([{ name: "total_video_views", period: "lifetime" }]);
    await clock(NOW);
  });

  test("lists comments and answers, whose writer is not always told", async () => {
    const posts = await all(`${PAGE}/published_posts`, { fields: "id", limit: "100" });
    const comments: Json[] = [];
    for (const { id } of posts.slice(0, 30)) {
      const query = {
        filter: "stream",
        order: "reverse_chronological",
        fields: "id,created_time,from{id,name},parent{id}",
      };
      const { body } = await page(`${id}/comments`, query);
      comments.push(...body.data);
      const { body: top } = await page(`${id}/comments`, { fields: "parent{id}" });
      for (const one of top.data) expect(one.parent).toBeUndefined();
    }
    const ours = comments.filter(({ from }) => from?.id === PAGE);
    expect(ours.length).toBeGreaterThan(3);
    for (const one of ours) {
      expect(comments.map(({ id }) => id)).toContain(one.parent.id);
      expect(Object.keys(one).sort()).toEqual(["created_time", "from", "id", "parent"]);
    }
    expect(comments.some(({ from }) => from === undefined)).toBe(true);
  });

  test("shows stories for a day, and keeps them in its archive", async () => {
    const now = (await page(`${PAGE}/stories`)).body.data;
    const archive = await page(`${PAGE}/stories`, {
      status: '["PUBLISHED","ARCHIVED"]',
      since: String(NOW - 5 * DAY),
    });
    expect(archive.body.data.length).toBeGreaterThan(now.length);
    for (const story of now) {
      expect(NOW - Number(story.creation_time)).toBeLessThan(DAY);
      const metric = "STORY_MEDIA_VIEW,STORY_TOTAL_MEDIA_VIEW_UNIQUE";
      const { body } = await page(`${story.post_id}/insights`, { metric });
      expect(body.data.map(({ name }: { name: string }) => name)).toEqual(
        metric.toLowerCase().split(","),
      );
      expect(body.data[0].values[0].value).toBeGreaterThanOrEqual(body.data[1].values[0].value);
    }
  });

  test("answers a batch, part by part", async () => {
    const parts = [
      { method: "GET", relative_url: `v26.0/${PAGE}?fields=followers_count` },
      { method: "GET", relative_url: `v26.0/${PAGE}/insights?metric=page_impressions&period=day` },
    ];
    const send = (batch: unknown) =>
      ask("/facebook/v26.0/", {
        form: { batch: JSON.stringify(batch), include_headers: "true" },
        token: "EAAF-page-library",
      });
    const { body } = await send(parts);
    expect(body.map(({ code }: Json) => code)).toEqual([200, 400]);
    expect(JSON.parse(body[0].body)).toEqual({ id: PAGE, followers_count: 5_870 });
    expect(body[0].headers).toContainEqual({ name: "facebook-api-version", value: "v26.0" });
    expect(JSON.parse(body[1].body).error.message).toBe(
      "(#100) The value must be a valid insights metric",
    );
    expect((await send(Array(50).fill(parts[0]))).status).toBe(200);
    const { status, body: refused } = await send(Array(51).fill(parts[0]));
    expect([status, refused.error.message]).toEqual([
      400,
      "(#100) Too many requests in batch message. Maximum batch size is 50",
    ]);
  });
});

describe("what Facebook refuses", () => {
  const INSIGHTS = `${PAGE}/insights`;
  const day = { period: "day" };
  const window = (days: number) => ({
    metric: "page_follows",
    ...day,
    since: String(NOW - days * DAY),
    until: String(NOW),
  });
  test.each<[string, string, Record<string, string>, (string | null)[] | (number | null)[]]>([
    ["an unknown field", PAGE, { fields: "name,likes_of_cats" }, [400, 100, null]],
    ["post_id on a post", `${PAGE}/published_posts`, { fields: "post_id" }, [400, 100, null]],
    [
      "a dead metric, and all with it",
      INSIGHTS,
      { metric: "page_follows,page_fans", ...day },
      [400, 100, null],
    ],
    ["impressions", INSIGHTS, { metric: "page_impressions_unique", ...day }, [400, 100, null]],
    ["no metric", INSIGHTS, day, [400, 3001, 1504028]],
    ["more than 90 days", INSIGHTS, window(91), [400, 100, null]],
    ["a limit over 100", `${PAGE}/published_posts`, { limit: "101" }, [400, 100, null]],
    ["several ids at the root", "", { ids: PAGE }, [400, 12, null]],
    ["date_format", PAGE, { date_format: "U" }, [400, 12, null]],
    ["an object that is not there", "104500000000000_1", {}, [400, 100, 33]],
    ["a broken list of fields", PAGE, { fields: "id,name{" }, [400, 2500, null]],
  ])("%s", async (_, path, query, expected) => {
    expect(await errorOf(path, query)).toEqual(expected);
  });

  test("90 days are not too many", async () => {
    expect((await page(INSIGHTS, window(90))).status).toBe(200);
  });

  test.each<[string, string, string, Record<string, string>, (number | null)[]]>([
    ["no token that it knows", "nonsense", PAGE, {}, [401, 190, null]],
    ["a dead token", "EAAF-page-dead", PAGE, {}, [401, 190, 460]],
    [
      "a token without read_insights",
      "EAAF-page-without-insights",
      INSIGHTS,
      window(2),
      [403, 10, null],
    ],
    ["a person's token for insights", "EAAF-user", INSIGHTS, window(2), [400, 190, 2069032]],
    ["another page's token", "EAAF-page-branch", INSIGHTS, window(2), [403, 10, null]],
  ])("%s", async (_, token, path, query, expected) => {
    expect(await errorOf(path, query, token)).toEqual(expected);
  });

  test("comments without pages_read_user_content, while their count is open", async () => {
    const token = "EAAF-page-without-comments";
    const [post] = (await page(`${PAGE}/published_posts`, { limit: "1" })).body.data;
    expect(await errorOf(`${post.id}/comments`, {}, token)).toEqual([403, 10, null]);
    const fields = "comments.limit(0).summary(true)";
    const { status } = await ask(`/facebook/v26.0/${post.id}`, { token, query: { fields } });
    expect(status).toBe(200);
  });
});
