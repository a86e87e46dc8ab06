import { describe, expect, test } from "vitest";
import { DAY, type Json, NOW, platforms, TIKTOK } from "./asking.ts";

describe("TikTok's Display API", () => {
  const { ask, clock, tiktokToken } = platforms();
  const videos = (token: string, json: object, fields = "id,create_time,view_count") =>
    ask("/tiktok/v2/video/list/", { token, query: { fields }, json });

  test("takes a refresh token once, and gives another with every access", async () => {
    const first = await tiktokToken("rft-branch");
    expect(first).toEqual({
      access_token: "act.000001",
      refresh_token: "rft.000001",
      expires_in: 7_200,
      open_id: "7100000000000000001",
      refresh_expires_in: 15_552_000,
      scope: "user.info.basic,user.info.profile,user.info.stats,video.list",
      token_type: "Bearer",
    });
    expect(await tiktokToken("rft-branch")).toEqual({
      error: "invalid_grant",
      error_description: expect.any(String),
      log_id: expect.any(String),
    });
    expect((await tiktokToken(first.refresh_token)).access_token).toBe("act.000002");
    await clock(NOW + 7_200);
    const { status, body } = await videos(first.access_token, {});
    expect([status, body.error.code]).toEqual([401, "access_token_invalid"]);
    await clock(NOW);
  });

  test("tells of the user and pages through the videos", async () => {
    const { access_token } = await tiktokToken();
    const user = await ask("/tiktok/v2/user/info/", {
      token: access_token,
      query: { fields: "open_id,username,follower_count" },
    });
    expect(user.body).toEqual({
      data: {
        user: { open_id: TIKTOK, username: "perpustakaan.pasuruan", follower_count: 2_060 },
      },
      error: { code: "ok", message: "", log_id: expect.any(String) },
    });
    const all: Json[] = [];
    let cursor: number | undefined;
    for (;;) {
      const { body } = await videos(access_token, { max_count: 20, ...(cursor ? { cursor } : {}) });
      all.push(...body.data.videos);
      cursor = body.data.cursor;
      if (!body.data.has_more) break;
      // seconds in a video, milliseconds in the cursor
      expect(cursor).toBe(body.data.videos.at(-1).create_time * 1000);
    }
    expect(all.length).toBeGreaterThan(25);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, create_time } of all) expect(Number(BigInt(id) >> 32n)).toBe(create_time);
    const ids = all.slice(0, 3).map(({ id }) => id);
    const queried = await ask("/tiktok/v2/video/query/", {
      token: access_token,
      query: { fields: "id,create_time,view_count" },
      json: { filters: { video_ids: ids } },
    });
    expect(queried.body.data.videos).toEqual(all.slice(0, 3));
  });

  test("refuses in its own words", async () => {
    const { access_token } = await tiktokToken("rft.000003");
    const refusal = async (answer: Promise<Json>) => {
      const { status, body } = await answer;
      return [status, body.error.code];
    };
    const invalid = [400, "invalid_params"];
    expect(await refusal(videos(access_token, { max_count: 21 }))).toEqual(invalid);
    expect(await refusal(videos(access_token, {}, "id,favorites"))).toEqual(invalid);
    expect(await refusal(videos(access_token, { cursor: "1" }))).toEqual(invalid);
    expect(await refusal(videos("act.nonsense", {}))).toEqual([401, "access_token_invalid"]);
    const lame = await tiktokToken("rft-without-videos");
    expect(await refusal(videos(lame.access_token, {}))).toEqual([401, "scope_not_authorized"]);
  });
});

describe("TikTok's Business API", () => {
  const { ask, business, businessToken, clock } = platforms();
  const list = (fields: string[], more: Record<string, string> = {}) => ({
    fields: JSON.stringify(fields),
    ...more,
  });

  test("tells of UTC days that ended a day ago", async () => {
    const { access_token } = await businessToken();
    const { body } = await business(
      "get/",
      access_token,
      list(
        ["username", "followers_count", "video_views", "unique_video_views", "daily_new_followers"],
        {
          start_date: "2026-11-20",
          end_date: "2026-11-24",
        },
      ),
    );
    expect(body).toMatchObject({ code: 0, message: "OK", data: { followers_count: 2_060 } });
    expect(body.data.metrics.map(({ date }: Json) => date)).toEqual([
      "2026-11-20",
      "2026-11-21",
      "2026-11-22",
    ]);
    expect(Object.keys(body.data.metrics[0]).sort()).toEqual([
      "daily_new_followers",
      "date",
      "followers_count",
      "unique_video_views",
      "video_views",
    ]);
  });

  test("tells of saves and watching, and empties it when nobody watches any more", async () => {
    const { access_token } = await businessToken("rft.000001");
    const fields = [
      "item_id",
      "create_time",
      "media_type",
      "reach",
      "favorites",
      "total_time_watched",
    ];
    const { body } = await business("video/list/", access_token, list(fields, { max_count: "20" }));
    const [first] = body.data.videos;
    expect(first).toMatchObject({ reach: expect.any(Number), favorites: expect.any(Number) });
    expect(first.create_time).toMatch(/^\d{10}$/);
    const old = body.data.videos.find((one: Json) => NOW - Number(one.create_time) > 25 * DAY);
    expect(Object.keys(old).sort()).toEqual(["create_time", "favorites", "item_id", "media_type"]);
    expect(new Set(body.data.videos.map((one: Json) => one.media_type))).toEqual(
      new Set(["VIDEO", "PHOTO"]),
    );
    const filters = JSON.stringify({ video_ids: [first.item_id] });
    const one = await business("video/list/", access_token, list(fields, { filters }));
    expect(one.body.data).toEqual({ videos: [first], cursor: 0, has_more: false });
  });

  test("says which comments are the owner's", async () => {
    const { access_token } = await businessToken("rft.000002");
    const videos = await business(
      "video/list/",
      access_token,
      list(["item_id"], { max_count: "20" }),
    );
    const comments: Json[] = [];
    for (const { item_id } of videos.body.data.videos) {
      const { body } = await business("comment/list/", access_token, {
        video_id: item_id,
        include_replies: "true",
        sort_field: "create_time",
        max_count: "30",
      });
      comments.push(...body.data.comments);
    }
    expect(comments.length).toBeGreaterThan(10);
    for (const one of comments)
      expect([one.owner, one.parent_comment_id]).toEqual([false, undefined]);
    const answered = comments.find(({ replies }) => replies > 0);
    expect(answered.reply_list).toMatchObject([
      { owner: true, parent_comment_id: answered.comment_id },
    ]);
    const { body } = await business("comment/reply/list/", access_token, {
      video_id: answered.video_id,
      comment_id: answered.comment_id,
    });
    expect(body.data.comments).toEqual(answered.reply_list);
  });

  test("refuses with HTTP 200 and a code", async () => {
    const { access_token } = await businessToken("rft.000003");
    const code = async (path: string, query: Record<string, string>, token = access_token) => {
      const { status, body } = await business(path, token, query);
      expect(status).toBe(200);
      return body.code;
    };
    expect(await code("get/", list(["username"]), "act.nonsense")).toBe(40105);
    expect(await code("get/", list(["username"]), `Bearer ${access_token}`)).toBe(40105);
    expect(await code("get/", list(["likes_of_cats"]))).toBe(40002);
    expect(await code("get/", list(["likes"], { start_date: "2026-09-24" }))).toBe(40002);
    expect(await code("get/", list(["username"], { business_id: "1" }))).toBe(40001);
    expect(await code("video/list/", list(["likes"]))).toBe(40002);
    expect(await code("video/list/", list(["item_id"], { max_count: "21" }))).toBe(40002);
    expect(await code("comment/list/", { video_id: "1" })).toBe(40002);
    const lame = await businessToken("rft-business-without-insights");
    const { body } = await business("video/list/", lame.access_token, list(["item_id", "reach"]));
    expect(body.code).toBe(40001);
    const used = await businessToken("rft-business-library");
    expect(used).toEqual({});
    await clock(NOW + DAY);
    expect(await code("get/", list(["username"]))).toBe(40105);
  });

  test("tokens of one product do not open the other", async () => {
    const { access_token } = await businessToken("rft-business-branch");
    const { status } = await ask("/tiktok/v2/user/info/", {
      token: access_token,
      query: { fields: "open_id" },
    });
    expect(status).toBe(401);
  });
});
