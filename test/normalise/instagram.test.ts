import { describe, expect, test } from "vitest";
import type { Answer } from "../../functions/model/answer.ts";
import { NO_FIGURES } from "../../functions/model/metric.ts";
import type { Seen } from "../../functions/model/visit.ts";
import { fromInstagram } from "../../functions/normalise/instagram.ts";

const NOW = Date.parse("2026-11-23T09:00:00Z") / 1000;
const ACCOUNT = "17841400000000000";

const seen: Seen = { handle: "perpus", external_id: ACCOUNT, name: null, now: NOW, posts: [] };

const answer = (of: string, body: unknown, rest: Partial<Answer> = {}): Answer => ({
  of,
  post: null,
  asked: [],
  since: null,
  until: null,
  body,
  ...rest,
});

const medium = (more: object = {}) => ({
  id: "17860",
  media_type: "VIDEO",
  media_product_type: "REELS",
  timestamp: "2026-11-19T09:30:00+0000",
  permalink: "https://www.instagram.com/reel/ABC/",
  caption: "Cara mendaftar",
  like_count: 31,
  comments_count: 2,
  ...more,
});

const lifetime = (name: string, value: number) => ({
  name,
  period: "lifetime",
  values: [{ value }],
});

describe("the account", () => {
  test("through the page", () => {
    const profile = {
      id: ACCOUNT,
      username: "Perpustakaan.Pasuruan",
      name: "Perpustakaan",
      followers_count: 1204,
    };
    expect(fromInstagram([answer("profile", profile)], seen)).toMatchObject({
      platform: "instagram",
      account: "perpustakaan.pasuruan",
      external_id: ACCOUNT,
      name: "Perpustakaan",
      followers: 1204,
    });
    expect(fromInstagram([], seen)).toBeNull();
  });

  test("Instagram's own login has another id for each app: user_id is the account's", () => {
    const profile = { id: "26841400000000000", user_id: ACCOUNT, username: "perpus" };
    const snapshot = fromInstagram([answer("profile", profile)], { ...seen, external_id: null });
    expect(snapshot?.external_id).toBe(ACCOUNT);
  });
});

describe("days", () => {
  const end = Date.parse("2026-11-21T08:00:00Z") / 1000;
  const window = { since: end - 86_400, until: end };

  test("a series, totals of one day, and the split of follows meet in one day", () => {
    const snapshot = fromInstagram(
      [
        answer("days_reach", {
          data: [
            {
              name: "reach",
              period: "day",
              values: [{ value: 412, end_time: "2026-11-21T08:00:00+0000" }],
            },
          ],
        }),
        answer(
          "days_totals",
          { data: [{ name: "views", period: "day", total_value: { value: 61_000 } }] },
          window,
        ),
        answer(
          "days_follows",
          {
            data: [
              {
                name: "follows_and_unfollows",
                period: "day",
                total_value: {
                  breakdowns: [
                    {
                      dimension_keys: ["follow_type"],
                      results: [
                        { dimension_values: ["FOLLOWER"], value: 19 },
                        { dimension_values: ["NON_FOLLOWER"], value: 6 },
                      ],
                    },
                  ],
                },
              },
            ],
          },
          window,
        ),
      ],
      seen,
    );
    expect(snapshot?.days).toEqual([
      {
        date: "2026-11-20",
        end_time: end,
        time_zone: "America/Los_Angeles",
        reach: 412,
        views: 61_000,
        profile_views: null,
        followers_gained: 19,
        followers_lost: 6,
      },
    ]);
  });

  test("empty data sets are no zeros", () => {
    const empty = { data: [] };
    const answers = [
      answer("days_reach", empty),
      answer("days_totals", empty, window),
      answer("days_follows", { data: [{ name: "follows_and_unfollows", period: "day" }] }, window),
    ];
    expect(fromInstagram(answers, seen)?.days).toEqual([]);
  });
});

describe("media", () => {
  const postsOf = (...answers: Answer[]) => fromInstagram(answers, seen)?.posts;
  const formatOf = (more: object) =>
    postsOf(answer("posts", { data: [medium(more)] }))?.[0]?.format;

  test("a reel with everything", () => {
    const posts = postsOf(
      answer("posts", { data: [medium()] }),
      answer(
        "insights",
        {
          data: [
            lifetime("reach", 900),
            { name: "views", period: "lifetime", total_value: { value: 1200 } },
            lifetime("shares", 4),
            lifetime("saved", 5),
            lifetime("ig_reels_video_view_total_time", 587_024),
          ],
        },
        { post: "17860" },
      ),
    );
    expect(posts).toEqual([
      {
        ...NO_FIGURES,
        external_id: "17860",
        url: "https://www.instagram.com/reel/ABC/",
        published_at: Date.parse("2026-11-19T09:30:00Z") / 1000,
        published_precision: "second",
        format: "short_video",
        caption: "Cara mendaftar",
        paid: null,
        removed_at: null,
        likes: 31,
        comments: 2,
        shares: 4,
        saves: 5,
        reach: 900,
        views: 1200,
        watch_seconds: 587,
      },
    ]);
  });

  test("the product type decides the format, then the media type", () => {
    expect(formatOf({})).toBe("short_video");
    expect(formatOf({ media_product_type: "FEED" })).toBe("video");
    expect(formatOf({ media_product_type: "FEED", media_type: "IMAGE" })).toBe("image");
    expect(formatOf({ media_product_type: "FEED", media_type: "CAROUSEL_ALBUM" })).toBe("carousel");
    expect(formatOf({ media_product_type: "FEED", media_type: "HOLOGRAM" })).toBe("other");
  });

  test("hidden likes, an empty data set, an advertisement", () => {
    const posts = postsOf(
      answer("posts", { data: [medium({ like_count: undefined, media_product_type: "AD" })] }),
      answer("insights", { data: [] }, { post: "17860" }),
    );
    expect(posts).toMatchObject([
      { likes: null, reach: null, shares: null, saves: null, paid: true },
    ]);
  });

  test("an address that a browser would run is none", () => {
    const posts = postsOf(
      answer("posts", { data: [medium({ permalink: "javascript:alert(1)" })] }),
    );
    expect(posts?.map(({ url }) => url)).toEqual([null]);
  });

  test("a story", () => {
    const story = medium({
      id: "180",
      media_type: "IMAGE",
      media_product_type: "STORY",
      like_count: undefined,
      comments_count: undefined,
      caption: undefined,
    });
    const posts = postsOf(
      answer("stories", { data: [story] }),
      answer(
        "insights",
        { data: [lifetime("reach", 40), lifetime("views", 52), lifetime("shares", 1)] },
        { post: "180" },
      ),
    );
    expect(posts).toMatchObject([
      {
        external_id: "180",
        format: "story",
        reach: 40,
        views: 52,
        shares: 1,
        likes: null,
        comments: null,
        caption: null,
      },
    ]);
  });
});

describe("comments", () => {
  test("with their answers, whose they are by id or by name, and answers of a page of their own", () => {
    const snapshot = fromInstagram(
      [
        answer("profile", { id: ACCOUNT, username: "perpus" }),
        answer("posts", { data: [medium()] }),
        answer(
          "comments",
          {
            data: [
              {
                id: "1",
                timestamp: "2026-11-19T10:02:11+0000",
                text: "Kapan buka",
                username: "warga",
                from: { id: "8412", username: "warga" },
                replies: {
                  data: [
                    {
                      id: "2",
                      timestamp: "2026-11-19T11:40:00+0000",
                      text: "?",
                      username: "Perpus",
                    },
                    { id: "4", timestamp: "2026-11-19T11:40:30+0000", text: "Asyik!" },
                  ],
                },
              },
            ],
          },
          { post: "17860" },
        ),
        answer(
          "replies",
          { data: [{ id: "3", timestamp: "2026-11-19T11:41:00+0000", from: { id: ACCOUNT } }] },
          { post: "17860", asked: ["1"] },
        ),
      ],
      seen,
    );
    const at = (time: string) => Date.parse(`2026-11-19T${time}Z`) / 1000;
    expect(snapshot?.comments).toEqual([
      {
        external_id: "1",
        post: "17860",
        at: at("10:02:11"),
        ours: false,
        reply_to: null,
        asks: true,
      },
      {
        external_id: "2",
        post: "17860",
        at: at("11:40:00"),
        ours: true,
        reply_to: "1",
        asks: null,
      },
      {
        external_id: "4",
        post: "17860",
        at: at("11:40:30"),
        ours: false,
        reply_to: "1",
        asks: false,
      },
      {
        external_id: "3",
        post: "17860",
        at: at("11:41:00"),
        ours: true,
        reply_to: "1",
        asks: null,
      },
    ]);
    expect(JSON.stringify(snapshot)).not.toMatch(/warga|buka|Asyik/);
  });
});
