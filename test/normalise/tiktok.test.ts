import { describe, expect, test } from "vitest";
import { fromTikTok } from "../../functions/normalise/tiktok.ts";
import { answer, at, known, seenAt } from "./answers.ts";

const PUBLISHED = 1_763_450_000; // 2025-11-18T07:13:20Z
const NOW = PUBLISHED + 3 * 86_400;
const OK = { code: "ok", message: "", log_id: "2026" };
const PROFILE = {
  data: {
    user: {
      open_id: "723f",
      display_name: "Perpustakaan",
      username: "Perpus",
      follower_count: 1204,
      following_count: 3,
      likes_count: 20411,
      video_count: 96,
    },
  },
  error: OK,
};
const page = (video: object) => ({
  data: {
    videos: [
      {
        id: "7301",
        create_time: PUBLISHED,
        duration: 31,
        share_url: "https://www.tiktok.com/@perpus/video/7301",
        like_count: 12,
        comment_count: 0,
        share_count: 1,
        view_count: 530,
        ...video,
      },
    ],
    cursor: 1763450000000,
    has_more: true,
  },
  error: OK,
});

const VIDEO = {
  external_id: "7301",
  url: "https://www.tiktok.com/@perpus/video/7301",
  published_at: PUBLISHED,
  published_precision: "second",
  format: "short_video",
  caption: null,
  paid: null,
  removed_at: null,
  likes: 12,
  comments: 0,
  shares: 1,
  saves: null,
  reach: null,
  views: 530,
  clicks: null,
  watch_seconds: null,
};

describe("TikTok's Display API", () => {
  test("the documented answers", () => {
    const answers = [answer("profile", PROFILE), answer("posts", page({}))];
    expect(fromTikTok(answers, seenAt(NOW))).toEqual({
      platform: "tiktok",
      account: "perpus",
      external_id: "723f",
      name: "Perpustakaan",
      read_at: NOW,
      followers: 1204,
      days: [],
      posts: [VIDEO],
      comments: [],
    });
  });

  test("without the permission for it the profile tells no handle and no followers", () => {
    const profile = { data: { user: { open_id: "723f" } }, error: OK };
    const snapshot = fromTikTok([answer("profile", profile)], seenAt(NOW));
    expect(snapshot).toMatchObject({ account: "perpus", external_id: "723f", followers: null });
  });

  test("nothing read is nothing to store; an empty list is no fault", () => {
    expect(fromTikTok([], seenAt(NOW))).toBeNull();
    const empty = { data: { videos: [], has_more: false }, error: OK };
    expect(fromTikTok([answer("posts", empty)], seenAt(NOW))?.posts).toEqual([]);
    expect(fromTikTok([answer("posts", { data: {}, error: OK })], seenAt(NOW))?.posts).toEqual([]);
  });

  test.each([
    ["the description", { video_description: "Koleksi baru", title: "Judul" }, "Koleksi baru"],
    ["else the title", { video_description: "", title: "Judul" }, "Judul"],
    ["else nothing", {}, null],
  ])("the caption is %s", (_name, texts, caption) => {
    const posts = fromTikTok([answer("posts", page(texts))], seenAt(NOW))?.posts;
    expect(posts).toEqual([{ ...VIDEO, caption }]);
  });

  test("a photo post is told by its address", () => {
    const share_url = "https://www.tiktok.com/@perpus/photo/7301";
    const posts = fromTikTok([answer("posts", page({ share_url }))], seenAt(NOW))?.posts;
    expect(posts).toEqual([{ ...VIDEO, url: share_url, format: "carousel" }]);
  });

  test("an address that a browser would run is none", () => {
    const share_url = "javascript://www.tiktok.com/@perpus/video/7301";
    const posts = fromTikTok([answer("posts", page({ share_url }))], seenAt(NOW))?.posts;
    expect(posts).toEqual([{ ...VIDEO, url: null }]);
  });

  test("a figure of another kind is unknown and costs nothing else", () => {
    const odd = { like_count: null, share_count: -1, view_count: "many" };
    const posts = fromTikTok([answer("posts", page(odd))], seenAt(NOW))?.posts;
    expect(posts).toEqual([{ ...VIDEO, likes: null, shares: null, views: null }]);
  });

  test.each([
    ["a known video that is due is read", "posts", true, 0, 1],
    ["a known video that is not due is not", "posts", false, 0, 0],
    ["a new one is read", "posts", null, 0, 1],
    ["one too old to be read again is not", "posts", null, 91, 0],
    ["the back-fill takes everything", "older_posts", null, 91, 1],
  ])("of a page: %s", (_name, of, due, ageDays, count) => {
    const seen = seenAt(
      PUBLISHED + ageDays * 86_400,
      due === null ? [] : [known("7301", PUBLISHED, { due })],
    );
    expect(fromTikTok([answer(of, page({}))], seen)?.posts).toHaveLength(count);
  });

  test("a video that is gone says only that", () => {
    const seen = seenAt(NOW, [known("7300", at("2025-11-17T00:00:00Z"))]);
    expect(fromTikTok([answer("gone", null, "7300")], seen)?.posts).toEqual([
      {
        ...VIDEO,
        external_id: "7300",
        url: null,
        published_at: at("2025-11-17T00:00:00Z"),
        format: null,
        removed_at: NOW,
        likes: null,
        comments: null,
        shares: null,
        views: null,
      },
    ]);
  });
});
