import { describe, expect, test } from "vitest";
import type { Answer } from "../../functions/model/answer.ts";
import { NO_FIGURES } from "../../functions/model/metric.ts";
import type { KnownPost, Seen } from "../../functions/model/visit.ts";
import { fromFacebook } from "../../functions/normalise/facebook.ts";

const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
const PAGE = "1055";

const seen = (posts: KnownPost[] = []): Seen => ({
  handle: "perpus",
  external_id: PAGE,
  name: "Perpustakaan",
  now: NOW,
  posts,
});

const answer = (of: string, body: unknown, rest: Partial<Answer> = {}): Answer => ({
  of,
  post: null,
  asked: [],
  since: null,
  until: null,
  body,
  ...rest,
});

const item = (id: string, more: object = {}) => ({
  id,
  created_time: "2026-11-20T03:12:44+0000",
  message: "Koleksi baru",
  permalink_url: `https://www.facebook.com/1055/posts/${id}`,
  attachments: { data: [{ media_type: "photo" }] },
  comments: { data: [], summary: { order: "ranked", total_count: 7, can_comment: true } },
  reactions: { data: [], summary: { total_count: 31 } },
  ...more,
});

const known = (external_id: string, more: Partial<KnownPost> = {}): KnownPost => ({
  external_id,
  published_at: Date.parse("2026-11-20T03:12:44Z") / 1000,
  format: "image",
  url: null,
  comments: 7,
  due: true,
  ...more,
});

const postsOf = (answers: Answer[], posts: KnownPost[] = []) =>
  fromFacebook(answers, seen(posts))?.posts ?? [];

describe("the page", () => {
  test("no answer at all is no snapshot", () => {
    expect(fromFacebook([], seen())).toBeNull();
  });

  test("profile: who it is and how many follow it", () => {
    const profile = {
      id: PAGE,
      name: "Perpustakaan Kota",
      username: "Perpus.Kota",
      followers_count: 1204,
    };
    expect(fromFacebook([answer("profile", profile)], seen())).toEqual({
      platform: "facebook",
      account: "perpus.kota",
      external_id: PAGE,
      name: "Perpustakaan Kota",
      read_at: NOW,
      followers: 1204,
      days: [],
      posts: [],
      comments: [],
    });
  });

  test("a page without a name in its address goes by its number", () => {
    const snapshot = fromFacebook([answer("profile", { id: PAGE })], seen());
    expect(snapshot).toMatchObject({ account: PAGE, followers: null, name: null });
  });
});

describe("days", () => {
  const days = (values: object[], name = "page_media_view") =>
    fromFacebook([answer("days", { data: [{ name, period: "day", values }] })], seen())?.days;

  test("a value belongs to the Pacific day that ended then, not to the date that stands there", () => {
    expect(days([{ value: 1841, end_time: "2026-11-21T08:00:00+0000" }])).toEqual([
      {
        date: "2026-11-20",
        end_time: Date.parse("2026-11-21T08:00:00Z") / 1000,
        time_zone: "America/Los_Angeles",
        reach: null,
        views: 1841,
        profile_views: null,
        followers_gained: null,
        followers_lost: null,
      },
    ]);
  });

  test("on the days when California's clock moves, too", () => {
    // 2026-03-08 has 23 hours, 2026-11-01 has 25
    expect(days([{ value: 1, end_time: "2026-03-09T07:00:00+0000" }])?.[0]?.date).toBe(
      "2026-03-08",
    );
    expect(days([{ value: 1, end_time: "2026-11-02T08:00:00+0000" }])?.[0]?.date).toBe(
      "2026-11-01",
    );
  });

  test("every metric finds its place, a breakdown is added up, and a metric without values says nothing", () => {
    const end_time = "2026-11-21T08:00:00+0000";
    const metric = (name: string, value: unknown) => ({
      name,
      period: "day",
      values: [{ value, end_time }],
    });
    const snapshot = fromFacebook(
      [
        answer("days", {
          data: [
            metric("page_media_view", { is_from_ads: 40, organic: 60 }),
            metric("page_total_media_view_unique", 80),
            metric("page_views_total", 9),
            metric("page_daily_follows_unique", 3),
            { name: "page_daily_unfollows_unique", period: "day", values: [] },
            metric("page_fans", 5),
          ],
        }),
      ],
      seen(),
    );
    expect(snapshot?.days).toMatchObject([
      { views: 100, reach: 80, profile_views: 9, followers_gained: 3, followers_lost: null },
    ]);
  });

  test("an empty data set is no day, and a day that is not over has no figure yet", () => {
    expect(fromFacebook([answer("days", { data: [] })], seen())?.days).toEqual([]);
    expect(days([{ value: 12, end_time: "2026-11-24T08:00:00+0000" }])).toEqual([]);
  });
});

describe("posts", () => {
  const insights = (data: object[], of = "insights") => answer(of, { data }, { post: "1055_1" });
  const lifetime = (name: string, value: unknown) => ({
    name,
    period: "lifetime",
    values: [{ value }],
  });

  test("a post with everything", () => {
    const posts = postsOf([
      answer("posts", { data: [item("1055_1", { shares: { count: 4 } })] }),
      insights([
        lifetime("post_media_view", 32741),
        lifetime("post_total_media_view_unique", 21105),
        // the same metric again, for a day
        {
          name: "post_total_media_view_unique",
          period: "day",
          values: [{ value: 0, end_time: "2026-11-20T08:00:00+0000" }],
        },
        lifetime("post_clicks", 12),
      ]),
    ]);
    expect(posts).toEqual([
      {
        ...NO_FIGURES,
        external_id: "1055_1",
        url: "https://www.facebook.com/1055/posts/1055_1",
        published_at: Date.parse("2026-11-20T03:12:44Z") / 1000,
        published_precision: "second",
        format: "image",
        caption: "Koleksi baru",
        paid: null,
        removed_at: null,
        likes: 31,
        comments: 7,
        shares: 4,
        reach: 21105,
        views: 32741,
        clicks: 12,
      },
    ]);
  });

  test("an address that a browser would run is none", () => {
    const hostile = { permalink_url: "javascript:alert(1)" };
    const posts = postsOf([answer("posts", { data: [item("1055_1", hostile)] })]);
    expect(posts.map(({ url }) => url)).toEqual([null]);
  });

  test("shares are left out where there are none; what nobody told is unknown", () => {
    const [post] = postsOf([
      answer("posts", { data: [item("1055_1", { reactions: undefined })] }),
      insights([]),
    ]);
    expect(post).toMatchObject({ shares: 0, likes: null, reach: null, views: null, clicks: null });
  });

  test("watching is told in milliseconds; a reel's plays stand in for views", () => {
    const [post] = postsOf([
      answer("posts", { data: [item("1055_1")] }),
      insights(
        [lifetime("post_video_view_time", 61_600), lifetime("fb_reels_total_plays", 812)],
        "reel_insights",
      ),
    ]);
    expect(post).toMatchObject({ watch_seconds: 62, views: 812 });
  });

  test("only what is due is read from the newest page; of the back-fill's also what is old", () => {
    const page = {
      data: [
        item("1055_1"),
        item("1055_2"),
        item("1055_3"),
        item("1055_4", { created_time: "2025-01-01T00:00:00+0000" }),
      ],
    };
    const posts = [known("1055_1"), known("1055_2", { due: false })];
    const ids = (of: string) => postsOf([answer(of, page)], posts).map((post) => post.external_id);
    // 1055_4 is older than what is read again, and was read when the past was fetched
    expect(ids("posts")).toEqual(["1055_1", "1055_3"]);
    expect(ids("older_posts")).toEqual(["1055_1", "1055_3", "1055_4"]);
  });

  test("a post of which something was left unread waits for the next visit, a young one only where calls were short", () => {
    const young = item("1055_2", { created_time: "2026-11-22T20:00:00+0000" });
    const page = answer("posts", { data: [item("1055_1"), young, item("1055_3")] });
    const left = (post: string, why: string) => answer("unread", null, { post, asked: [why] });
    const ids = (...unread: Answer[]) => postsOf([page, ...unread]).map((post) => post.external_id);
    expect(ids(left("1055_1", "fault"), left("1055_2", "fault"))).toEqual(["1055_2", "1055_3"]);
    expect(ids(left("1055_1", "calls"), left("1055_2", "calls"))).toEqual(["1055_3"]);
  });

  test("a post asked by its id, and one that is gone", () => {
    const posts = postsOf(
      [
        answer("post", item("1055_1"), { post: "1055_1" }),
        answer("gone", null, { post: "1055_2" }),
        answer("gone", null, { post: "1055_never" }),
      ],
      [known("1055_1"), known("1055_2")],
    );
    expect(
      posts.map(({ external_id, removed_at, likes }) => [external_id, removed_at, likes]),
    ).toEqual([
      ["1055_1", null, 31],
      ["1055_2", NOW, null],
    ]);
  });
});

describe("formats", () => {
  const format = (more: object, edges: Answer[] = [], posts: KnownPost[] = []) =>
    postsOf([answer("posts", { data: [item("1055_1", more)] }), ...edges], posts)[0]?.format;
  const attached = (media_type: string, id = "9") => ({
    attachments: { data: [{ media_type, target: { id } }] },
  });
  const reels = answer("reels", { data: [{ id: "7", post_id: "3" }] });
  const lives = answer("lives", { data: [{ id: "80", video: { id: "8" } }] });

  test("photo, album, link, text, and what has no name here", () => {
    expect(format(attached("photo"))).toBe("image");
    expect(format(attached("album"))).toBe("carousel");
    expect(format(attached("link"))).toBe("link");
    expect(format(attached("event"))).toBe("other");
    expect(format({ attachments: undefined })).toBe("text");
    expect(format({ attachments: undefined, message: undefined })).toBe("other");
  });

  test("a video is a reel or a broadcast when it stands in their lists", () => {
    expect(format(attached("video", "7"), [reels, lives])).toBe("short_video");
    expect(format(attached("video", "8"), [reels, lives])).toBe("live");
    expect(format(attached("video", "9"), [reels, lives])).toBe("video");
  });

  test("while the lists were not read nothing is said, and what is known stays", () => {
    expect(format(attached("video", "7"))).toBeNull();
    expect(
      format(attached("video", "7"), [], [known("1055_1", { format: "short_video" })]),
    ).toBeNull();
  });
});

describe("stories and comments", () => {
  test("a story is a post without likes, under the page's number", () => {
    const posts = postsOf([
      answer("profile", { id: PAGE }),
      answer("stories", {
        data: [
          {
            post_id: "77",
            status: "PUBLISHED",
            creation_time: "1795400000",
            media_type: "photo",
            url: "https://www.facebook.com/stories/1",
          },
        ],
      }),
      answer(
        "story_insights",
        {
          data: [
            // in small letters, though they are asked for in capitals
            { name: "story_media_view", period: "lifetime", values: [{ value: 40 }] },
            { name: "story_total_media_view_unique", period: "lifetime", values: [{ value: 31 }] },
            { name: "PAGES_FB_STORY_SHARES", period: "lifetime", values: [{ value: 2 }] },
          ],
        },
        { post: "77" },
      ),
    ]);
    expect(posts).toMatchObject([
      {
        external_id: "1055_77",
        format: "story",
        published_at: 1795400000,
        views: 40,
        reach: 31,
        likes: null,
        shares: 2,
      },
    ]);
  });

  test("only when and whose: no name and no text is kept; without a writer it was not the page", () => {
    const comments = answer(
      "comments",
      {
        data: [
          {
            id: "1_2",
            created_time: "2026-11-19T11:40:00+0000",
            from: { id: PAGE, name: "Perpus" },
            parent: { id: "1_1" },
          },
          {
            id: "1_1",
            created_time: "2026-11-19T10:02:11+0000",
            from: { id: "8", name: "Warga" },
            message: "Halo, di mana tempatnya",
          },
          { id: "1_3", created_time: "2026-11-19T12:00:00+0000" },
        ],
      },
      { post: "1055_1" },
    );
    const snapshot = fromFacebook([comments], seen([known("1055_1", { due: false })]));
    const at = (time: string) => Date.parse(`2026-11-19T${time}Z`) / 1000;
    expect(snapshot?.comments).toEqual([
      {
        external_id: "1_2",
        post: "1055_1",
        at: at("11:40:00"),
        ours: true,
        reply_to: "1_1",
        asks: null,
      },
      {
        external_id: "1_1",
        post: "1055_1",
        at: at("10:02:11"),
        ours: false,
        reply_to: null,
        asks: true,
      },
      {
        external_id: "1_3",
        post: "1055_1",
        at: at("12:00:00"),
        ours: false,
        reply_to: null,
        asks: null,
      },
    ]);
    // a comment on a post that nobody knows has no place
    expect(fromFacebook([comments], seen())?.comments).toEqual([]);
  });
});
