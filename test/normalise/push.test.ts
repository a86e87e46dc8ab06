import { describe, expect, test } from "vitest";
import type { Problem } from "../../functions/model/problem.ts";
import { snapshotsFromJson, snapshotsFromNdjson } from "../../functions/normalise/push.ts";
import { instagramCode, tiktokId, xId } from "./ids.ts";
import { refusal } from "./refusal.ts";

const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
const CONTEXT = { now: NOW, time_zone: "Asia/Jakarta" };

const POST = { external_id: "1", published_at: "2026-11-19T09:30:00Z" };
const SNAPSHOT = {
  platform: "instagram",
  account: "@Perpustakaan.Pasuruan",
  read_at: "2026-11-23T05:00:00Z",
};

const read = (value: unknown) => snapshotsFromJson(JSON.stringify(value), CONTEXT);
const withPost = (post: object) => read({ ...SNAPSHOT, posts: [{ ...POST, ...post }] });

describe("a Snapshot", () => {
  test("whole, every field", () => {
    const wire = {
      ...SNAPSHOT,
      external_id: " 178 ",
      name: "Perpustakaan\0 Kota",
      read_at: "2026-11-23T12:00:00+07:00",
      followers: 1204,
      days: [
        {
          date: "2026-11-22",
          reach: 412,
          views: 1800,
          profile_views: 33,
          followers_gained: 6,
          followers_lost: 1,
          end_time: "2026-11-23T08:00:00Z",
          time_zone: "America/Los_Angeles",
        },
      ],
      posts: [
        {
          ...POST,
          url: "https://www.instagram.com/p/A/",
          format: "short_video",
          caption: "Halo",
          paid: true,
          removed_at: "2026-11-22T00:00:00Z",
          likes: 31,
          comments: 2,
          shares: 4,
          saves: 5,
          reach: 900,
          views: 1200,
          clicks: 7,
          watch_seconds: 60,
        },
      ],
      comments: [
        { external_id: "c1", post: "1", at: "2026-11-19T10:02:11Z", ours: false, reply_to: null },
      ],
    };
    expect(read(wire)).toEqual([
      {
        platform: "instagram",
        account: "perpustakaan.pasuruan",
        external_id: "178",
        name: "Perpustakaan Kota",
        read_at: NOW,
        followers: 1204,
        days: [{ ...wire.days[0], end_time: Date.parse("2026-11-23T08:00:00Z") / 1000 }],
        posts: [
          {
            ...wire.posts[0],
            published_at: Date.parse("2026-11-19T09:30:00Z") / 1000,
            published_precision: "second",
            removed_at: Date.parse("2026-11-22T00:00:00Z") / 1000,
          },
        ],
        comments: [
          { ...wire.comments[0], at: Date.parse("2026-11-19T10:02:11Z") / 1000, asks: null },
        ],
      },
    ]);
  });

  test.each([
    ["nothing is said", {}, null],
    ["by its text", { text: "Kapan buka" }, true],
    ["by its text, which asks nothing", { text: "Keren" }, false],
    ["by the bit", { asks: true }, true],
    ["the bit decides, where both are given", { asks: false, text: "Kapan buka" }, false],
    ["null is nothing", { asks: null, text: null }, null],
    ["of the account's own nothing", { ours: true, asks: true, text: "?" }, null],
  ])("does a comment ask: %s", (_, said, asks) => {
    const comment = { external_id: "c1", post: "1", at: "2026-11-19T10:02:11Z", ours: false };
    const [snapshot] = read({ ...SNAPSHOT, comments: [{ ...comment, ...said }] });
    expect(snapshot?.comments).toMatchObject([{ external_id: "c1", asks }]);
    expect(JSON.stringify(snapshot)).not.toMatch(/Kapan|Keren/);
  });

  test("refuses what is no bit or no text, and repeats none of it", () => {
    const comment = { external_id: "c1", post: "1", at: "2026-11-19T10:02:11Z", ours: false };
    const refusedOf = (said: object): unknown => {
      try {
        return read({ ...SNAPSHOT, comments: [{ ...comment, ...said }] });
      } catch (error) {
        const { message, problems } = error as Problem;
        expect(message + JSON.stringify(problems)).not.toContain("rahasia");
        return problems.map(({ path, code }) => [path, code]);
      }
    };
    expect(refusedOf({ asks: "rahasia" })).toEqual([["comments[0].asks", "wrong_type"]]);
    expect(refusedOf({ text: "rahasia".repeat(2000) })).toEqual([["comments[0].text", "too_long"]]);
    expect(refusedOf({ text: ["rahasia"] })).toEqual([["comments[0].text", "wrong_type"]]);
  });

  test.each(['{"comments":[{"text":"rahasia" oh', "rahasia", '{"text": rahasia}', '"rahasia'])(
    "repeats nothing of what is no JSON: %s",
    (text) => {
      let message = "";
      try {
        snapshotsFromJson(text, { now: NOW, time_zone: "Asia/Jakarta" });
      } catch (error) {
        message = `${(error as Problem).message}${JSON.stringify((error as Problem).problems)}`;
      }
      expect(message).toContain("is not JSON");
      expect(message).not.toContain("ahasia");
    },
  );

  test("bare: what is not said is unknown", () => {
    expect(withPost({ published_at: "2026-11-19" })).toEqual([
      {
        platform: "instagram",
        account: "perpustakaan.pasuruan",
        external_id: null,
        name: null,
        read_at: NOW,
        followers: null,
        days: [],
        comments: [],
        posts: [
          {
            external_id: "1",
            url: null,
            published_at: Date.parse("2026-11-19T00:00:00+07:00") / 1000,
            published_precision: "day",
            format: null,
            caption: null,
            paid: null,
            removed_at: null,
            likes: null,
            comments: null,
            shares: null,
            saves: null,
            reach: null,
            views: null,
            clicks: null,
            watch_seconds: null,
          },
        ],
      },
    ]);
  });

  test("Facebook's posts are {page}_{post} everywhere", () => {
    const page = { ...SNAPSHOT, platform: "facebook", external_id: "100" };
    const [said] = read({
      ...page,
      posts: [POST],
      comments: [{ external_id: "c", post: "1", at: "2026-11-19T10:02:11Z", ours: true }],
    });
    expect(said?.posts[0]?.external_id).toBe("100_1");
    expect(said?.comments[0]?.post).toBe("100_1");
  });

  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["a formula", '=HYPERLINK("https://example.org","x")'],
    ["emoji", "📚👩🏽‍🏫"],
    ["10,000 characters", "x".repeat(10_000)],
    ["SQL", "'); drop table posts; --"],
  ])("harmless: a caption with %s stays as it is", (_what, caption) => {
    expect(withPost({ caption })[0]?.posts[0]?.caption).toBe(caption);
  });

  test("a NUL and half a surrogate pair, which no text can hold, go", () => {
    expect(withPost({ caption: "a\0b\ud800c" })[0]?.posts[0]?.caption).toBe("ab\ufffdc");
  });
});

describe("what is refused, with its path", () => {
  test.each([
    [
      "a platform nobody knows",
      { ...SNAPSHOT, platform: "myspace" },
      ["platform", "unknown_platform"],
    ],
    ["no platform", { ...SNAPSHOT, platform: undefined }, ["platform", "required"]],
    ["no account", { ...SNAPSHOT, account: " @ " }, ["account", "empty"]],
    ["a NUL in a handle", { ...SNAPSHOT, account: "a\0b" }, ["account", "control_character"]],
    [
      "a handle that is twice as long in lower case",
      { ...SNAPSHOT, account: "İ".repeat(101) },
      ["account", "too_long"],
    ],
    ["no instant", { ...SNAPSHOT, read_at: undefined }, ["read_at", "required"]],
    [
      "an instant without a zone",
      { ...SNAPSHOT, read_at: "2026-11-23T05:00:00" },
      ["read_at", "no_time_zone"],
    ],
    [
      "a time that is none",
      { ...SNAPSHOT, read_at: "2026-13-45T05:00:00Z" },
      ["read_at", "not_an_instant"],
    ],
    [
      "the far future",
      { ...SNAPSHOT, read_at: "2062-11-23T05:00:00Z" },
      ["read_at", "in_the_future"],
    ],
    [
      "eleven minutes ahead",
      { ...SNAPSHOT, read_at: "2026-11-23T05:11:00Z" },
      ["read_at", "in_the_future"],
    ],
    [
      "the last century",
      { ...SNAPSHOT, read_at: "1999-11-23T05:00:00Z" },
      ["read_at", "too_early"],
    ],
    ["a field nobody knows", { ...SNAPSHOT, likes: 3 }, ["likes", "unknown_field"]],
    ["a wrong type", { ...SNAPSHOT, posts: {} }, ["posts", "wrong_type"]],
    ["a number alone", 3, ["", "wrong_type"]],
    [
      "a wrong type deep inside",
      { ...SNAPSHOT, posts: [POST, { ...POST, likes: "31" }] },
      ["posts[1].likes", "wrong_type"],
    ],
    [
      "a day that does not exist",
      { ...SNAPSHOT, days: [{ date: "2026-02-30" }] },
      ["days[0].date", "not_a_day"],
    ],
    [
      "a day ahead",
      { ...SNAPSHOT, days: [{ date: "2026-11-25" }] },
      ["days[0].date", "in_the_future"],
    ],
    [
      "a zone nobody knows",
      { ...SNAPSHOT, days: [{ date: "2026-11-22", time_zone: "Mars/Base" }] },
      ["days[0].time_zone", "unknown_time_zone"],
    ],
  ])("%s", (_what, value, problem) => {
    expect(refusal(() => read(value))).toEqual({ code: "invalid", problems: [problem] });
  });

  test.each([
    ["a negative count", { likes: -1 }, ["posts[0].likes", "not_a_count"]],
    ["a fractional count", { likes: 1.5 }, ["posts[0].likes", "not_a_count"]],
    ["a huge count", { likes: 1e15 }, ["posts[0].likes", "too_large_a_count"]],
    ["a count beyond all numbers", { likes: 1e300 }, ["posts[0].likes", "too_large_a_count"]],
    [
      "no time of publishing",
      { published_at: undefined },
      ["posts[0].published_at", "no_published_at"],
    ],
    [
      "published tomorrow",
      { published_at: "2026-11-25" },
      ["posts[0].published_at", "in_the_future"],
    ],
    ["a format nobody knows", { format: "hologram" }, ["posts[0].format", "unknown_format"]],
    [
      "a precision that is none",
      { published_precision: "hour" },
      ["posts[0].published_precision", "not_one_of"],
    ],
    [
      "no word for a precision",
      { published_precision: 1 },
      ["posts[0].published_precision", "wrong_type"],
    ],
    ["no address", { url: "javascript:alert(1)" }, ["posts[0].url", "bad_url"]],
    ["nothing that identifies it", { external_id: null }, ["posts[0].external_id", "no_post_id"]],
    [
      "a caption longer than any",
      { caption: "x".repeat(20_001) },
      ["posts[0].caption", "too_long"],
    ],
  ])("a post with %s", (_what, post, problem) => {
    expect(refusal(() => withPost(post))).toEqual({ code: "invalid", problems: [problem] });
  });

  describe("a post that was published after it was read", () => {
    const TWEET = "2076937302695018752"; // made on 14 July 2026, at 07:50:15 UTC
    const at = (read_at: string, post: object, platform = "instagram") =>
      read([SNAPSHOT, { ...SNAPSHOT, platform, read_at, posts: [POST, { ...POST, ...post }] }]);
    test.each([
      ["a day later", "2026-11-22T00:00:00Z", { published_at: "2026-11-23T00:00:00Z" }],
      ["eleven minutes later", "2026-11-22T00:00:00Z", { published_at: "2026-11-22T00:11:00Z" }],
      ["on the day after the next", "2026-11-20T10:00:00Z", { published_at: "2026-11-22" }],
    ])("%s", (_what, read_at, post) => {
      expect(refusal(() => at(read_at, post))).toEqual({
        code: "invalid",
        problems: [["[1].posts[1].published_at", "after_read_at"]],
      });
    });

    test("on a day whose hour is in its id", () => {
      const post = { external_id: TWEET, published_at: "2026-07-14" };
      const old = { ...SNAPSHOT, platform: "x", posts: [post] };
      expect(refusal(() => read({ ...old, read_at: "2026-07-14T07:30:00Z" })).problems).toEqual([
        ["posts[0].published_at", "after_read_at"],
      ]);
      expect(read({ ...old, read_at: "2026-07-14T08:00:00Z" })).toHaveLength(1);
    });

    test.each([
      [
        "by a clock that runs behind",
        "2026-11-22T00:00:00Z",
        { published_at: "2026-11-22T00:10:00Z" },
      ],
      [
        "on a day that may be another zone's",
        "2026-11-20T20:00:00Z",
        { published_at: "2026-11-21" },
      ],
      [
        "on a day that is said as an instant",
        "2026-11-20T20:00:00Z",
        { published_at: "2026-11-21T12:00:00Z", published_precision: "day" },
      ],
    ])("is taken %s", (_what, read_at, post) => {
      expect(at(read_at, post)).toHaveLength(2);
    });
  });

  test.each([
    ["nothing", "", ["", "empty"]],
    ["JSON cut off", '{"platform":', ["", "not_json"]],
  ])("%s", (_what, text, problem) => {
    expect(refusal(() => snapshotsFromJson(text, CONTEXT))).toEqual({
      code: "invalid",
      problems: [problem],
    });
    expect(refusal(() => snapshotsFromNdjson(text, CONTEXT)).problems[0]?.[1]).toBe(problem[1]);
  });

  test("every fault of an array, with its place in it; a good one beside them does not get in", () => {
    const bad = { ...SNAPSHOT, posts: [{ ...POST, likes: -1 }] };
    expect(refusal(() => read([SNAPSHOT, bad, { ...bad, platform: "x", followers: 0.5 }]))).toEqual(
      {
        code: "invalid",
        problems: [
          ["[1].posts[0].likes", "not_a_count"],
          ["[2].followers", "not_a_count"],
          ["[2].posts[0].likes", "not_a_count"],
        ],
      },
    );
  });

  test("a hundred faults: fifty are listed, the others counted, among them those of posts that come later", () => {
    const keys = Object.fromEntries(Array.from({ length: 98 }, (_, index) => [`k${index}`, 1]));
    const bad = {
      ...SNAPSHOT,
      posts: [
        { ...POST, likes: -1 },
        { ...POST, likes: -1 },
      ],
    };
    const run = () => read([{ ...SNAPSHOT, ...keys }, bad]);
    expect(refusal(run).problems).toHaveLength(50);
    expect(run).toThrow(/^\[0\]\.k0 is not a known field, and 99 more; nothing was stored$/);
  });

  test("more than 5,000 readings", () => {
    const posts = Array.from({ length: 5_000 }, (_, index) => ({
      ...POST,
      external_id: `${index}`,
    }));
    expect(refusal(() => read({ ...SNAPSHOT, posts }))).toEqual({
      code: "too_large",
      problems: [["", "too_many"]],
    });
    expect(read({ ...SNAPSHOT, posts: posts.slice(1) })[0]?.posts).toHaveLength(4_999);
  });
});

describe("NDJSON", () => {
  const lines = (count: number) => Array.from({ length: count }, () => JSON.stringify(SNAPSHOT));

  test("is one Snapshot a line, with a mark, blank lines and CRLF passed over", () => {
    const text = `\uFEFF${lines(3).join("\r\n\r\n")}\r\n`;
    expect(snapshotsFromNdjson(text, CONTEXT)).toHaveLength(3);
  });

  test("of more lines than one request takes readings is refused before it is read", () => {
    expect(refusal(() => snapshotsFromNdjson("x\n".repeat(2_500_000), CONTEXT))).toEqual({
      code: "too_large",
      problems: [["", "too_many"]],
    });
    expect(refusal(() => snapshotsFromNdjson("x\n".repeat(5_001), CONTEXT)).code).toBe("too_large");
  });

  test("of which no line is JSON: fifty are listed, all are counted, blank ones are none", () => {
    const run = () => snapshotsFromNdjson("x\n\n \r\n".repeat(5_000), CONTEXT);
    const { code, problems } = refusal(run);
    expect([code, problems.length]).toEqual(["invalid", 50]);
    expect(problems.slice(0, 2)).toEqual([
      ["line 1", "not_json"],
      ["line 4", "not_json"],
    ]);
    expect(run).toThrow(/, and 4999 more; nothing was stored$/);
  });

  test("names the line of each fault: the bad 700th of 800, and the next", () => {
    const body = lines(800);
    body[699] = JSON.stringify({ ...SNAPSHOT, followers: -1 });
    body[700] = "{";
    expect(refusal(() => snapshotsFromNdjson(body.join("\n"), CONTEXT))).toEqual({
      code: "invalid",
      problems: [
        ["line 700: followers", "not_a_count"],
        ["line 701", "not_json"],
      ],
    });
  });
});

describe("when a pushed post was published", () => {
  const MADE = "2026-11-19T09:30:00Z";
  const at = (iso: string) => Date.parse(iso) / 1000;
  const LINK = `https://www.instagram.com/p/${instagramCode(MADE)}/`;
  test.each([
    ["its id decides", "x", { external_id: xId(MADE) }, "2026-11-19T16:30:00Z", MADE, "second"],
    [
      "and its address",
      "tiktok",
      { url: `https://www.tiktok.com/@p/video/${tiktokId(MADE)}` },
      "2026-11-19T02:30:00Z",
      MADE,
      "second",
    ],
    [
      "and its short code",
      "instagram",
      { external_id: "179", url: LINK },
      "2026-11-18T19:30:00Z",
      MADE,
      "second",
    ],
    [
      "a stated time within ten minutes stands",
      "instagram",
      { url: LINK },
      "2026-11-19T09:36:00Z",
      "2026-11-19T09:36:00Z",
      "second",
    ],
    ["a day is the id's instant", "x", { external_id: xId(MADE) }, "2026-11-20", MADE, "second"],
    [
      "so is what is known to the day",
      "x",
      { external_id: xId(MADE), published_precision: "day" },
      "2026-11-18T17:00:00Z",
      MADE,
      "second",
    ],
    [
      "an id of the future is of another make",
      "x",
      { external_id: xId("2026-12-19T09:30:00Z") },
      MADE,
      MADE,
      "second",
    ],
    [
      "an id that holds none",
      "instagram",
      { external_id: "17860000000000001" },
      MADE,
      MADE,
      "second",
    ],
  ])("%s", (_, platform, post, stated, instant, precision) => {
    const [one] = read({ ...SNAPSHOT, platform, posts: [{ ...post, published_at: stated }] });
    expect(one?.posts).toMatchObject([
      { published_at: at(instant), published_precision: precision },
    ]);
  });
});

describe("the account of a push", () => {
  test.each([
    ["instagram", "https://www.instagram.com/Perpus.Kota/", "perpus.kota"],
    ["tiktok", "tiktok.com/@Perpus", "perpus"],
    ["x", "@PerpusKota", "perpuskota"],
  ])("%s %s", (platform, account, handle) =>
    expect(read({ ...SNAPSHOT, platform, account })[0]?.account).toBe(handle),
  );

  test.each([
    ["another platform's address", "x", "https://www.instagram.com/perpus/"],
    ["a post's address", "instagram", "https://www.instagram.com/p/DfzXBPDgAAD/"],
  ])("%s is refused", (_, platform, account) =>
    expect(refusal(() => read({ ...SNAPSHOT, platform, account }))).toEqual({
      code: "invalid",
      problems: [["account", "not_a_handle"]],
    }),
  );
});
