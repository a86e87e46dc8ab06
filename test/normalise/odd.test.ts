/** What no platform documents and every one may send: an odd item costs itself alone, never the others. */
import { describe, expect, test } from "vitest";
import type { Answer } from "../../functions/model/answer.ts";
import type { Seen } from "../../functions/model/visit.ts";
import { fromFacebook } from "../../functions/normalise/facebook.ts";
import { fromInstagram } from "../../functions/normalise/instagram.ts";
import { fromTikTok } from "../../functions/normalise/tiktok.ts";
import { fromTikTokBusiness } from "../../functions/normalise/tiktok-business.ts";
import { fromX } from "../../functions/normalise/x.ts";
import { answer, at, known, seenAt } from "./answers.ts";

const NOW = at("2026-11-23T05:00:00Z");
const ISO = "2026-11-22T05:00:00+0000";
const SECONDS = at("2026-11-22T05:00:00Z");

type From = (answers: readonly Answer[], seen: Seen) => ReturnType<typeof fromX>;
/** The ids of the posts and comments of a visit to an account that has one post, 9_1, already. */
function idsOf(from: From, ...answers: Answer[]) {
  const seen = { ...seenAt(NOW, [known("9_1", SECONDS, { due: false })]), external_id: "9" };
  const found = from(answers, seen);
  return {
    posts: found?.posts.map(({ external_id }) => external_id),
    comments: found?.comments.map(({ external_id }) => external_id),
  };
}

describe("posts without an id or a time are left out", () => {
  test.each<[string, From, Answer]>([
    [
      "Facebook",
      fromFacebook,
      answer("posts", {
        data: [{ id: "9_2", created_time: ISO }, { created_time: ISO }, { id: "9_3" }, null],
      }),
    ],
    [
      "Instagram",
      fromInstagram,
      answer("posts", {
        data: [{ id: "9_2", timestamp: ISO }, { timestamp: ISO }, { id: "9_3" }, 5],
      }),
    ],
    [
      "TikTok",
      fromTikTok,
      answer("posts", {
        data: {
          videos: [
            { id: "9_2", create_time: SECONDS },
            { create_time: SECONDS },
            { id: "9_3" },
            [],
          ],
        },
      }),
    ],
    [
      "TikTok's Business API",
      fromTikTokBusiness,
      answer("posts", {
        data: {
          videos: [
            { item_id: "9_2", create_time: SECONDS },
            { create_time: SECONDS },
            { item_id: "9_3" },
          ],
        },
      }),
    ],
    [
      "X",
      fromX,
      answer("posts", {
        data: [
          { id: "9_2", created_at: "2026-11-22T05:00:00Z" },
          { created_at: "2026-11-22T05:00:00Z" },
          { id: "9_3" },
          "x",
        ],
      }),
    ],
  ])("%s", (_, from, posts) => expect(idsOf(from, posts).posts).toEqual(["9_2"]));

  test("stories too, on both of Meta's platforms", () => {
    const page = answer("stories", {
      data: [
        { post_id: "2", creation_time: SECONDS },
        { post_id: "8_3", creation_time: SECONDS },
        { creation_time: SECONDS },
        { post_id: "4" },
      ],
    });
    // an id that came bare is completed by the page's
    expect(idsOf(fromFacebook, page).posts).toEqual(["9_2", "8_3"]);
    const nameless = fromFacebook([page], seenAt(NOW));
    expect(nameless?.posts.map(({ external_id }) => external_id)).toEqual(["2", "8_3"]);
    const media = answer("stories", {
      data: [{ id: "2", timestamp: ISO }, { timestamp: ISO }, { id: "4" }],
    });
    expect(idsOf(fromInstagram, media).posts).toEqual(["2"]);
  });

  test("an answer about something else holds no videos", () =>
    expect(
      idsOf(
        fromTikTok,
        answer("profile", { data: { videos: [{ id: "9_2", create_time: SECONDS }] } }),
      ),
    ).toEqual({ posts: [], comments: [] }));
});

describe("comments without an id or a time are left out, and those on posts that nobody knows", () => {
  const on = (of: string, body: unknown, post: string | null = "9_1") => answer(of, body, post);

  test("Facebook", () => {
    const data = [{ id: "c", created_time: ISO }, { created_time: ISO }, { id: "d" }];
    expect(idsOf(fromFacebook, on("comments", { data })).comments).toEqual(["c"]);
    expect(idsOf(fromFacebook, on("comments", { data }, "9_7")).comments).toEqual([]);
  });

  test("a comment whose writer is not told is not the page's, though the page is not known either", () => {
    const data = [{ id: "c", created_time: ISO }];
    const seen = seenAt(NOW, [known("9_1", SECONDS)]);
    expect(fromFacebook([on("comments", { data })], seen)?.comments[0]?.ours).toBe(false);
    const instagram = [{ id: "c", timestamp: ISO }];
    expect(fromInstagram([on("comments", { data: instagram })], seen)?.comments[0]?.ours).toBe(
      false,
    );
  });

  test("Instagram: with their replies, and replies asked for apart", () => {
    const data = [
      { id: "c", timestamp: ISO, replies: { data: [{ id: "r", timestamp: ISO }, { id: "s" }] } },
      { timestamp: ISO },
      { id: "d" },
    ];
    expect(idsOf(fromInstagram, on("comments", { data })).comments).toEqual(["c", "r"]);
    expect(
      idsOf(fromInstagram, on("replies", { data: [{ id: "r", timestamp: ISO }] })).comments,
    ).toEqual(["r"]);
    expect(idsOf(fromInstagram, on("comments", { data }, "9_7")).comments).toEqual([]);
    expect(idsOf(fromInstagram, on("comments", { data }, null)).comments).toEqual([]);
    expect(idsOf(fromInstagram, on("insights", { data })).comments).toEqual([]);
  });

  test("TikTok's Business API, which says whose each is", () => {
    const comment = (of: object) => ({
      comment_id: "c",
      create_time: SECONDS,
      owner: false,
      ...of,
    });
    const body = (...comments: object[]) => ({ data: { comments } });
    const good = body(
      comment({ reply_list: [comment({ comment_id: "r" })] }),
      comment({ comment_id: null }),
      comment({ comment_id: "d", create_time: null }),
      comment({ comment_id: "e", owner: null }),
    );
    expect(idsOf(fromTikTokBusiness, on("comments", good)).comments).toEqual(["c", "r"]);
    expect(idsOf(fromTikTokBusiness, on("replies", good)).comments).toEqual(["c", "r"]);
    expect(idsOf(fromTikTokBusiness, on("insights", good)).comments).toEqual([]);
    expect(idsOf(fromTikTokBusiness, on("comments", good, "9_7")).comments).toEqual([]);
    expect(idsOf(fromTikTokBusiness, on("comments", good, null)).comments).toEqual([]);
  });

  test.each([
    // on TikTok a comment that answers none names itself, its post, or 0
    ["another comment", "b", "b"],
    ["itself", "c", null],
    ["the post", "9_1", null],
    ["0", "0", null],
    ["nobody", null, null],
  ])("TikTok: a comment whose parent is %s", (_, parent_comment_id, reply_to) => {
    const body = {
      data: {
        comments: [{ comment_id: "c", create_time: SECONDS, owner: true, parent_comment_id }],
      },
    };
    const seen = seenAt(NOW, [known("9_1", SECONDS)]);
    expect(fromTikTokBusiness([on("comments", body)], seen)?.comments[0]?.reply_to).toBe(reply_to);
  });

  test("X: replies without a conversation, or without an id or a time", () => {
    const reply = (of: object) => ({
      id: "c",
      conversation_id: "9_1",
      created_at: "2026-11-22T05:00:00Z",
      ...of,
    });
    const data = [
      reply({}),
      reply({ id: null }),
      reply({ id: "d", created_at: null }),
      reply({ id: "e", conversation_id: null }),
      reply({ id: "f", conversation_id: "9_7" }),
    ];
    expect(idsOf(fromX, answer("replies", { data })).comments).toEqual(["c"]);
  });
});

describe("days of figures that nobody asked for are none", () => {
  const total = (name: string) => ({ name, total_value: { value: 5 } });

  test("Instagram: an unknown metric, and totals of no day", () => {
    const of = (body: unknown, until: number | null) =>
      fromInstagram([{ ...answer("days_totals", body), until }], seenAt(NOW))?.days;
    expect(of({ data: [total("likes")] }, SECONDS)).toEqual([]);
    expect(of({ data: [total("views")] }, null)).toEqual([]);
    expect(
      of({ data: [total("reach"), total("views"), total("profile_views")] }, SECONDS),
    ).toMatchObject([{ reach: 5, views: 5, profile_views: 5 }]);
  });

  test("Instagram: a split of follows that is empty", () => {
    const days = fromInstagram(
      [{ ...answer("days_follows", {}), until: SECONDS }],
      seenAt(NOW),
    )?.days;
    expect(days).toEqual([]);
  });

  test("Instagram: another metric in the series of reach", () => {
    const series = { data: [{ name: "views", values: [{ value: 5, end_time: ISO }] }] };
    expect(fromInstagram([answer("days_reach", series)], seenAt(NOW))?.days).toEqual([]);
  });

  test("Facebook: an unknown metric, and those who left", () => {
    const series = (name: string) => ({ data: [{ name, values: [{ value: 5, end_time: ISO }] }] });
    const of = (name: string) => fromFacebook([answer("days", series(name))], seenAt(NOW))?.days;
    expect(of("page_fans")).toEqual([]);
    expect(of("page_daily_unfollows_unique")).toMatchObject([{ followers_lost: 5, reach: null }]);
  });

  test("TikTok: a day that is none, and one that is not complete", () => {
    const of = (date: unknown, now = NOW) =>
      fromTikTokBusiness(
        [answer("account", { data: { metrics: [{ date, video_views: 5 }] } })],
        seenAt(now),
      )?.days.length;
    expect(of("2026-02-30")).toBe(0);
    expect(of(null)).toBe(0);
    // complete a day after its end
    expect(of("2026-11-20", at("2026-11-22T00:00:00Z"))).toBe(1);
    expect(of("2026-11-20", at("2026-11-21T23:59:59Z"))).toBe(0);
  });
});

test("Facebook: a video's format that is known already is not guessed again", () => {
  const video = (id: string) => ({
    id,
    created_time: ISO,
    attachments: { data: [{ media_type: "video", target: { id: `v${id}` } }] },
  });
  const seen = seenAt(NOW, [known("1", SECONDS, { format: "live" }), known("2", SECONDS)]);
  const answers = [
    answer("posts", { data: [video("1"), video("2"), video("3")] }),
    answer("reels", { data: [{ id: "v3" }] }),
  ];
  const formats = fromFacebook(answers, seen)?.posts.map(({ format }) => format);
  expect(formats).toEqual([null, "video", "short_video"]);
});
