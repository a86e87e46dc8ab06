import { describe, expect, test } from "vitest";
import { fromTikTokBusiness } from "../../functions/normalise/tiktok-business.ts";
import { answer, at, seenAt } from "./answers.ts";

const PUBLISHED = 1_763_450_000; // 2025-11-18T07:13:20Z
const NOW = at("2025-11-20T05:00:00Z");
const seen = { ...seenAt(NOW), external_id: "723f" };

const day = (date: string, rest: object = {}) => ({
  date,
  video_views: 530,
  unique_video_views: 410,
  profile_views: 7,
  likes: 12,
  comments: 0,
  shares: 1,
  daily_new_followers: 3,
  daily_lost_followers: 1,
  ...rest,
});
const account = (metrics: object[]) => ({
  code: 0,
  message: "OK",
  request_id: "2026",
  data: { username: "Perpus", display_name: "Perpustakaan", followers_count: 1204, metrics },
});
const page = (video: object) => ({
  code: 0,
  message: "OK",
  request_id: "2026",
  data: {
    videos: [
      {
        item_id: "7301",
        create_time: "1763450000",
        media_type: "VIDEO",
        share_url: "https://www.tiktok.com/@perpus/video/7301",
        caption: "Koleksi baru",
        video_views: 603,
        reach: 136,
        likes: 12,
        comments: 2,
        shares: 1,
        favorites: 10,
        total_time_watched: 587.024,
        average_time_watched: 3.862,
        full_video_watched_rate: 0.0395,
        impression_sources: [{ impression_source: "For You", percentage: 0.75 }],
        ...video,
      },
    ],
    cursor: 1763450000000,
    has_more: false,
  },
});

const DAY = {
  date: "2025-11-18",
  end_time: at("2025-11-19T00:00:00Z"),
  time_zone: "UTC",
  reach: 410,
  views: 530,
  profile_views: 7,
  followers_gained: 3,
  followers_lost: 1,
};
const VIDEO = {
  external_id: "7301",
  url: "https://www.tiktok.com/@perpus/video/7301",
  published_at: PUBLISHED,
  published_precision: "second",
  format: "short_video",
  caption: "Koleksi baru",
  paid: null,
  removed_at: null,
  likes: 12,
  comments: 2,
  shares: 1,
  saves: 10,
  reach: 136,
  views: 603,
  clicks: null,
  watch_seconds: 587,
};

const daysOf = (...metrics: object[]) =>
  fromTikTokBusiness([answer("account", account(metrics))], seen)?.days;
const postOf = (video: object) =>
  fromTikTokBusiness([answer("posts", page(video))], seen)?.posts[0];

describe("TikTok's Business API", () => {
  test("the documented answers", () => {
    const answers = [answer("account", account([day("2025-11-18")])), answer("posts", page({}))];
    expect(fromTikTokBusiness(answers, seen)).toEqual({
      platform: "tiktok",
      account: "perpus",
      external_id: "723f",
      name: "Perpustakaan",
      read_at: NOW,
      followers: 1204,
      days: [DAY],
      posts: [VIDEO],
      comments: [],
    });
  });

  test("an address that a browser would run is none", () => {
    expect(postOf({ share_url: "javascript:alert(1)" })).toEqual({ ...VIDEO, url: null });
  });

  test("nothing read is nothing to store", () => {
    expect(fromTikTokBusiness([], seen)).toBeNull();
  });

  test("a day counts once its figures are complete, a day after its end", () => {
    expect(daysOf(day("2025-11-18"), day("2025-11-19"), day("not a day"))).toEqual([DAY]);
  });

  test("what a day does not say is unknown", () => {
    expect(daysOf({ date: "2025-11-18", video_views: 0 })).toEqual([
      {
        ...DAY,
        views: 0,
        reach: null,
        profile_views: null,
        followers_gained: null,
        followers_lost: null,
      },
    ]);
  });

  test.each([
    ["a photo post", { media_type: "PHOTO" }, { format: "carousel" }],
    ["a kind that is new", { media_type: "STORY" }, { format: "other" }],
    ["no kind", { media_type: undefined }, { format: null }],
    ["an ad", { is_ad: true }, { paid: true }],
    ["no ad", { is_ad: false }, { paid: false }],
    ["favourites, misspelt", { favorites: undefined, favorities: 9 }, { saves: 9 }],
    ["nobody's favourite", { favorites: 0 }, { saves: 0 }],
    ["unseen for a week: left out", { reach: undefined }, { reach: null }],
    [
      "unseen for a week: zero",
      { reach: 0, total_time_watched: 0 },
      { reach: null, watch_seconds: null },
    ],
    [
      "never seen",
      { video_views: 0, reach: 0, total_time_watched: 0 },
      { views: 0, reach: 0, watch_seconds: 0 },
    ],
  ])("%s", (_name, video, expected) => {
    expect(postOf(video)).toEqual({ ...VIDEO, ...expected });
  });

  test("comments with their answers; the owner's are ours", () => {
    const comment = {
      comment_id: "73",
      video_id: "7301",
      create_time: "1763453000",
      text: "Buka jam berapa?",
      username: "warga",
      owner: false,
      likes: 0,
      replies: 2,
      status: "PUBLIC",
      reply_list: [
        { comment_id: "74", parent_comment_id: "73", owner: true, create_time: "1763460000" },
      ],
    };
    const later = {
      comments: [
        { comment_id: "75", parent_comment_id: "73", owner: false, create_time: "1763461000" },
        { comment_id: "76", create_time: "1763461000" },
      ],
    };
    const snapshot = fromTikTokBusiness(
      [
        answer("posts", page({})),
        answer("comments", { code: 0, data: { comments: [comment], has_more: false } }, "7301"),
        answer("replies", { code: 0, data: later }, "7301"),
        answer("comments", { code: 0, data: { comments: [comment] } }, "unknown"),
      ],
      seen,
    );
    expect(snapshot?.comments).toEqual([
      {
        external_id: "73",
        post: "7301",
        at: 1_763_453_000,
        ours: false,
        reply_to: null,
        asks: true,
      },
      {
        external_id: "74",
        post: "7301",
        at: 1_763_460_000,
        ours: true,
        reply_to: "73",
        asks: null,
      },
      {
        external_id: "75",
        post: "7301",
        at: 1_763_461_000,
        ours: false,
        reply_to: "73",
        asks: null,
      },
    ]);
  });
});
