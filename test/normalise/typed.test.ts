import { describe, expect, test } from "vitest";
import { NO_FIGURES } from "../../functions/model/metric.ts";
import { fromTyped, type TypedPost } from "../../functions/normalise/typed.ts";
import { refuseContradiction, typedReading } from "../../functions/normalise/typed-post.ts";
import { instagramCode, tiktokId, xId } from "./ids.ts";
import { refusal } from "./refusal.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
/** Noon of the 23rd in Jakarta. */
const CONTEXT = { now: at("2026-11-23T05:00:00Z"), time_zone: "Asia/Jakarta" };
const typed = (body: unknown) => fromTyped(body, CONTEXT);

describe("followers typed by hand", () => {
  test.each([
    ["today, until now", { date: "2026-11-23" }, "2026-11-23", "2026-11-23T05:00:00Z"],
    ["no date is today", {}, "2026-11-23", "2026-11-23T05:00:00Z"],
    ["null too", { date: null }, "2026-11-23", "2026-11-23T05:00:00Z"],
    [
      "a day that is over: its last second",
      { date: "2026-11-20" },
      "2026-11-20",
      "2026-11-20T16:59:59Z",
    ],
    ["the first day of all", { date: "2004-01-01" }, "2004-01-01", "2004-01-01T16:59:59Z"],
  ])("%s", (_, of, date, read_at) =>
    expect(typed({ account: 3, followers: 1204, ...of })).toEqual({
      account: 3,
      date,
      read_at: at(read_at),
      followers: 1204,
      sure: false,
      post: null,
    }),
  );

  test.each<[string, unknown, [string, string][]]>([
    ["of tomorrow", { date: "2026-11-24" }, [["date", "in_the_future"]]],
    ["before any platform", { date: "2003-12-31" }, [["date", "too_early"]]],
    ["of no day", { date: "2026-02-30" }, [["date", "not_a_day"]]],
    ["below nought", { followers: -1 }, [["followers", "not_a_count"]]],
    ["of account 0", { account: 0 }, [["account", "not_a_count"]]],
  ])("are refused: %s", (_, of, problems) =>
    expect(refusal(() => typed({ account: 3, followers: 5, ...(of as object) }))).toEqual({
      code: "invalid",
      problems,
    }),
  );

  test.each([null, "text", 5, []])("%o is no such thing", (body) =>
    expect(refusal(() => typed(body)).code).toBe("invalid"),
  );

  test("the refusal says that nothing was stored", () =>
    expect(() => typed({ account: 3, followers: 5, date: "2026-11-24" })).toThrow(
      "date lies in the future; nothing was stored",
    ));
});

describe("a post's figures typed by hand", () => {
  const post = (of: object) => typed({ account: 3, post: { likes: 5, ...of } });

  test("say what was typed and nothing else", () =>
    expect(
      post({
        id: 12,
        external_id: " 17 ",
        url: " https://x.com/a/status/1 ",
        published_at: "2026-11-19T09:30:00Z",
        views: 0,
      }),
    ).toEqual({
      account: 3,
      read_at: CONTEXT.now,
      followers: null,
      post: {
        ...NO_FIGURES,
        id: 12,
        external_id: "17",
        url: "https://x.com/a/status/1",
        published: { at: at("2026-11-19T09:30:00Z"), precision: "second" },
        format: null,
        caption: null,
        paid: null,
        removed_at: null,
        likes: 5,
        views: 0,
      },
    }));

  test("bare: how it is known is found out later", () =>
    expect(post({}).post).toMatchObject({
      id: null,
      external_id: null,
      url: null,
      published: null,
    }));

  test("a day alone is the library's", () =>
    expect(post({ published_at: "2026-11-19" }).post?.published).toEqual({
      at: at("2026-11-18T17:00:00Z"),
      precision: "day",
    }));

  test("ten minutes ahead is a clock that is off", () =>
    expect(post({ published_at: "2026-11-23T05:10:00Z" }).post?.published?.at).toBe(
      at("2026-11-23T05:10:00Z"),
    ));

  test("the first second of 2004 may be", () =>
    expect(post({ published_at: "2004-01-01T00:00:00Z" }).post?.published).not.toBeNull());

  test.each<[string, object, [string, string][]]>([
    [
      "in the future",
      { published_at: "2026-11-23T05:10:01Z" },
      [["post.published_at", "in_the_future"]],
    ],
    [
      "before any platform",
      { published_at: "2003-12-31T23:59:59Z" },
      [["post.published_at", "too_early"]],
    ],
    ["without a figure", { likes: null }, [["post", "no_figures"]]],
    [
      "both at once",
      { likes: null, published_at: "2062-01-01" },
      [
        ["post.published_at", "in_the_future"],
        ["post", "no_figures"],
      ],
    ],
    ["at no time", { published_at: "yesterday" }, [["post.published_at", "not_an_instant"]]],
    ["with no address", { url: "perpus" }, [["post.url", "bad_url"]]],
    ["with no id", { external_id: "../me" }, [["post.external_id", "unsafe_id"]]],
  ])("are refused: %s", (_, of, problems) =>
    expect(refusal(() => post(of))).toEqual({ code: "invalid", problems }),
  );
});

describe("a typed post as a reading of its account", () => {
  const nothing: TypedPost = {
    ...NO_FIGURES,
    id: null,
    external_id: null,
    url: null,
    published: null,
    format: null,
    caption: null,
    paid: null,
    removed_at: null,
  };
  const published = { at: 1_000_000, precision: "day" as const };
  const CODED = `https://www.instagram.com/p/${instagramCode("2026-11-16T12:30:20Z")}/`;
  const X_ID = "1212092628029698048";
  const made = at("2019-12-31T19:26:16Z");
  const of = (platform: "x" | "facebook" | "instagram", typedPost: Partial<TypedPost>) =>
    typedReading({ ...nothing, ...typedPost }, { platform, external_id: "100" }, CONTEXT);

  test.each([
    ["by its id and time", "x", { external_id: "5", published }, "5", 1_000_000, "day"],
    ["when it was made stands in its id", "x", { external_id: X_ID }, X_ID, made, "second"],
    [
      "or in the id in its address",
      "x",
      { url: `https://x.com/a/status/${X_ID}` },
      X_ID,
      made,
      "second",
    ],
    [
      "which beats what a person said less closely",
      "x",
      { external_id: X_ID, published: { at: at("2019-12-31T17:00:00Z"), precision: "day" } },
      X_ID,
      made,
      "second",
    ],
    [
      "Instagram's code is when the upload began",
      "instagram",
      { url: CODED, published: { at: at("2026-11-16T12:35:00Z"), precision: "second" } },
      null,
      at("2026-11-16T12:35:00Z"),
      "second",
    ],
    [
      "or the instant itself where only a day is said",
      "instagram",
      { url: CODED, published: { at: at("2026-11-15T17:00:00Z"), precision: "day" } },
      null,
      at("2026-11-16T12:30:20Z"),
      "second",
    ],
    [
      "an id that holds a time to come is of another make",
      "x",
      { external_id: xId("2030-01-01T00:00:00Z"), published },
      xId("2030-01-01T00:00:00Z"),
      1_000_000,
      "day",
    ],
    [
      "by an address that holds no id of the API",
      "instagram",
      { url: "https://www.instagram.com/p/AB/", published },
      null,
      1_000_000,
      "day",
    ],
    [
      "a page's post has the page's id before it",
      "facebook",
      { external_id: "7", published },
      "100_7",
      1_000_000,
      "day",
    ],
  ] as const)("%s", (_, platform, typedPost, external_id, published_at, published_precision) => {
    const reading = of(platform, typedPost);
    expect(reading).toMatchObject({ external_id, published_at, published_precision });
    expect(reading).not.toHaveProperty("id");
    expect(reading).not.toHaveProperty("published");
  });

  test.each([
    ["nothing identifies it", "x", { published }, ["post", "no_post_id"]],
    [
      "its address does not",
      "instagram",
      { url: "https://www.instagram.com/perpus/", published },
      ["post.url", "no_post_id"],
    ],
    [
      "nobody says when it was published",
      "instagram",
      { external_id: "1786000000000000" },
      ["post.published_at", "no_published_at"],
    ],
    [
      "nor an address without an id",
      "instagram",
      { url: "https://www.instagram.com/p/AB/" },
      ["post.published_at", "no_published_at"],
    ],
  ] as const)("is refused where %s", (_, platform, typedPost, problem) =>
    expect(refusal(() => of(platform, typedPost))).toEqual({
      code: "invalid",
      problems: [problem],
    }),
  );

  const said = (iso: string, precision: "day" | "second" = "second") => ({
    published: { at: at(iso), precision },
  });
  const contradiction = (
    platform: "x" | "tiktok" | "instagram" | "facebook",
    typedPost: Partial<TypedPost>,
  ) => refuseContradiction({ ...nothing, ...typedPost }, platform, CONTEXT);

  test.each([
    [
      "another day",
      "x",
      { external_id: X_ID, ...said("2019-12-29T17:00:00Z", "day") },
      "2019-12-30 / 2020-01-01",
    ],
    [
      "by its address",
      "x",
      { url: `https://x.com/a/status/${X_ID}`, ...said("2026-11-19T17:00:00Z", "day") },
      "2026-11-20 / 2020-01-01",
    ],
    [
      "an hour later",
      "x",
      { external_id: X_ID, ...said("2019-12-31T20:26:16Z") },
      "2019-12-31T20:26:16Z / 2019-12-31T19:26:16Z",
    ],
    [
      "TikTok's",
      "tiktok",
      { external_id: tiktokId("2026-11-16T12:30:20Z"), ...said("2026-11-17T17:00:00Z", "day") },
      "2026-11-18 / 2026-11-16",
    ],
    [
      "Instagram's code",
      "instagram",
      { url: CODED, ...said("2026-11-20T00:00:00Z") },
      "2026-11-20T00:00:00Z / 2026-11-16T12:30:20Z",
    ],
  ] as const)(
    "a time that its id contradicts is refused by both: %s",
    (_, platform, typedPost, both) => {
      const run = () => contradiction(platform, typedPost);
      expect(refusal(run).problems).toEqual([["post.published_at", "other_time_in_id"]]);
      expect(run).toThrow(`: ${both}; nothing was stored`);
    },
  );

  test("so is an id that is not the address's", () =>
    expect(
      refusal(() => contradiction("x", { external_id: "5", url: `https://x.com/a/status/${X_ID}` }))
        .problems,
    ).toEqual([["post.external_id", "other_id_in_address"]]));

  test("a page's too", () => {
    const url = "https://www.facebook.com/perpus/posts/7";
    contradiction("facebook", { external_id: "100_7", url });
    expect(() => contradiction("facebook", { external_id: "100_8", url })).toThrow("the id");
  });

  test.each([
    ["the library's day", "x", { external_id: X_ID, ...said("2019-12-31T17:00:00Z", "day") }],
    ["the day in UTC", "x", { external_id: X_ID, ...said("2019-12-30T17:00:00Z", "day") }],
    ["ten minutes off", "x", { external_id: X_ID, ...said("2019-12-31T19:36:16Z") }],
    ["nothing said", "x", { external_id: X_ID, url: `https://x.com/a/status/${X_ID}` }],
    ["nothing in the id", "facebook", { external_id: "7", ...said("2019-12-31T19:36:16Z") }],
  ] as const)("what agrees is not: %s", (_, platform, typedPost) =>
    contradiction(platform, typedPost),
  );
});
