import { describe, expect, test } from "vitest";
import type { Answer } from "../../functions/model/answer.ts";
import { fromX } from "../../functions/normalise/x.ts";
import { answer, at, known, seenAt } from "./answers.ts";

const NOW = at("2026-11-23T05:00:00Z");
const PROFILE = {
  data: {
    id: "77",
    username: "Perpus",
    name: "Perpustakaan",
    public_metrics: {
      followers_count: 8123,
      following_count: 55,
      tweet_count: 4120,
      listed_count: 17,
      like_count: 90,
      media_count: 812,
    },
  },
};

/** The example of X's own documentation, in the words of either vocabulary. */
const page = (repost: "retweet_count" | "repost_count", history: string) => ({
  data: [
    {
      id: "1991",
      text: "Jam buka &amp; tutup",
      created_at: "2026-11-20T04:00:00.000Z",
      conversation_id: "1991",
      [history]: ["1991"],
      attachments: { media_keys: ["13_1990"] },
      public_metrics: {
        [repost]: 5,
        reply_count: 2,
        like_count: 23,
        quote_count: 1,
        bookmark_count: 3,
        impression_count: 1543,
      },
    },
  ],
  includes: {
    media: [
      {
        media_key: "13_1990",
        type: "video",
        duration_ms: 31000,
        public_metrics: { view_count: 812 },
      },
    ],
  },
  meta: { result_count: 1, newest_id: "1991", oldest_id: "1991" },
});

const VIDEO = {
  external_id: "1991",
  url: "https://x.com/Perpus/status/1991",
  published_at: at("2026-11-20T04:00:00Z"),
  published_precision: "second",
  format: "video",
  caption: "Jam buka & tutup",
  paid: null,
  removed_at: null,
  likes: 23,
  comments: 2,
  shares: 6,
  saves: 3,
  reach: null,
  views: 1543,
  clicks: null,
  watch_seconds: null,
};

const postsOf = (...answers: Answer[]) =>
  fromX([answer("profile", PROFILE), ...answers], seenAt(NOW))?.posts;

/** A post with these parts and nothing else that is known. */
const bare = (parts: object) =>
  answer("posts", {
    data: [{ id: "1991", created_at: "2026-11-20T04:00:00.000Z", text: "t", ...parts }],
  });

describe("X", () => {
  test.each([
    ["today's vocabulary", page("retweet_count", "edit_history_tweet_ids")],
    ["the new vocabulary", page("repost_count", "edit_history_post_ids")],
  ])("a post in %s", (_name, body) => {
    expect(fromX([answer("profile", PROFILE), answer("posts", body)], seenAt(NOW))).toEqual({
      platform: "x",
      account: "perpus",
      external_id: "77",
      name: "Perpustakaan",
      read_at: NOW,
      followers: 8123,
      days: [],
      posts: [VIDEO],
      comments: [],
    });
  });

  test("an empty timeline has no data, and is no fault", () => {
    expect(postsOf(answer("posts", { meta: { result_count: 0 } }))).toEqual([]);
  });

  test("nothing read is nothing to store", () => {
    expect(fromX([], seenAt(NOW))).toBeNull();
  });

  test("a profile that did not come leaves the account as it was called", () => {
    const seen = { ...seenAt(NOW), external_id: "77" };
    const snapshot = fromX([answer("posts", { meta: { result_count: 0 } })], seen);
    expect(snapshot).toMatchObject({
      account: "perpus",
      external_id: "77",
      name: null,
      followers: null,
    });
  });

  test("what X leaves out is unknown, not zero", () => {
    expect(postsOf(bare({}))).toEqual([
      {
        ...VIDEO,
        format: "text",
        caption: "t",
        likes: null,
        comments: null,
        shares: null,
        saves: null,
        views: null,
      },
    ]);
  });

  test.each([
    ["reposts and quotes", { retweet_count: 5, quote_count: 1 }, 6],
    ["reposts alone", { repost_count: 5 }, 5],
    ["quotes alone", { quote_count: 1 }, 1],
    ["neither", { like_count: 1 }, null],
    ["none of either", { retweet_count: 0, quote_count: 0 }, 0],
  ])("shares of %s", (_name, public_metrics, shares) => {
    expect(postsOf(bare({ public_metrics }))?.[0]?.shares).toBe(shares);
  });

  const link = (expanded_url: string) => ({ entities: { urls: [{ expanded_url }] } });
  test.each([
    ["a poll", { attachments: { poll_ids: ["9"] } }, "poll"],
    ["a video whose kind only its key says", { attachments: { media_keys: ["7_1"] } }, "video"],
    ["a photo whose kind only its key says", { attachments: { media_keys: ["3_1"] } }, "image"],
    ["a moving picture", { attachments: { media_keys: ["16_1"] } }, "image"],
    ["a link", link("https://perpus.example.id/agenda"), "link"],
    ["a quote of another post", link("https://x.com/warga/status/5"), "text"],
    [
      "a picture with a link",
      { attachments: { media_keys: ["3_1"] }, ...link("https://a.id") },
      "image",
    ],
    ["words", {}, "text"],
  ])("%s", (_name, parts, format) => {
    expect(postsOf(bare(parts))?.[0]?.format).toBe(format);
  });

  test("a long post's whole text, in either vocabulary", () => {
    expect(postsOf(bare({ note_tweet: { text: "panjang" } }))?.[0]?.caption).toBe("panjang");
    expect(postsOf(bare({ note_post: { text: "panjang" } }))?.[0]?.caption).toBe("panjang");
  });

  test("clicks come with the private figures, and make no post of their own", () => {
    const private_figures = answer("private_figures", {
      data: [
        { id: "1991", non_public_metrics: { url_link_clicks: 7, impression_count: 9 } },
        { id: "1990", non_public_metrics: { url_link_clicks: 8 } },
      ],
    });
    const body = page("retweet_count", "edit_history_tweet_ids");
    expect(postsOf(answer("posts", body), private_figures)).toEqual([{ ...VIDEO, clicks: 7 }]);
  });

  test("a field that is refused in a 200 leaves the rest standing", () => {
    const refused = {
      data: [{ id: "1991" }],
      errors: [
        {
          resource_type: "tweet",
          field: "non_public_metrics",
          resource_id: "1991",
          title: "Field Authorization Error",
          type: "https://api.x.com/2/problems/not-authorized-for-field",
        },
      ],
    };
    const body = page("retweet_count", "edit_history_tweet_ids");
    expect(postsOf(answer("posts", body), answer("private_figures", refused))).toEqual([VIDEO]);
  });

  test("a reply by the account is an answer, not a post; a reply by others is a comment", () => {
    const ours = {
      id: "2002",
      created_at: "2026-11-20T06:00:00.000Z",
      conversation_id: "1991",
      referenced_tweets: [{ type: "replied_to", id: "2001" }],
    };
    const theirs = {
      id: "2001",
      created_at: "2026-11-20T05:00:00.000Z",
      conversation_id: "1991",
      referenced_posts: [{ type: "replied_to", id: "1991" }],
      text: "@perpus_pasuruan Panjang sekali",
      note_tweet: { text: "@perpus_pasuruan Panjang sekali, lalu kapan" },
    };
    const elsewhere = { ...ours, id: "2003", conversation_id: "5" };
    const body = page("retweet_count", "edit_history_tweet_ids");
    const timeline = { ...body, data: [...body.data, ours, elsewhere] };
    const snapshot = fromX(
      [answer("posts", timeline), answer("replies", { data: [theirs] })],
      seenAt(NOW),
    );
    expect(snapshot?.posts.map((post) => post.external_id)).toEqual(["1991"]);
    expect(snapshot?.comments).toEqual([
      {
        external_id: "2001",
        post: "1991",
        at: at("2026-11-20T05:00:00Z"),
        ours: false,
        reply_to: null,
        asks: true,
      },
      {
        external_id: "2002",
        post: "1991",
        at: at("2026-11-20T06:00:00Z"),
        ours: true,
        reply_to: "2001",
        asks: null,
      },
    ]);
  });

  test("a comment on a post that is stored needs no post in the answers", () => {
    const reply = {
      id: "2001",
      created_at: "2026-11-20T05:00:00.000Z",
      conversation_id: "1980",
    };
    const answers = [answer("replies", { data: [reply] })];
    const seen = seenAt(NOW, [known("1980", at("2026-11-19T05:00:00Z"))]);
    expect(fromX(answers, seen)?.comments.map((comment) => comment.external_id)).toEqual(["2001"]);
    expect(fromX(answers, seenAt(NOW))?.comments).toEqual([]);
  });

  test("a post that is gone says only that", () => {
    const published = at("2026-11-19T05:00:00Z");
    const seen = seenAt(NOW, [known("1980", published)]);
    expect(fromX([answer("gone", null, "1980")], seen)?.posts).toEqual([
      {
        ...VIDEO,
        external_id: "1980",
        url: null,
        published_at: published,
        format: null,
        caption: null,
        removed_at: NOW,
        likes: null,
        comments: null,
        shares: null,
        saves: null,
        views: null,
      },
    ]);
  });
});
