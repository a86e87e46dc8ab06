import { describe, expect, test } from "vitest";
import type { Snapshot } from "../../functions/model/snapshot.ts";
import { contextFaults, orderFaults } from "../../functions/normalise/context-faults.ts";

/** Noon of the 23rd in Jakarta; the evening of the 22nd in Los Angeles. */
const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
const CONTEXT = { now: NOW, time_zone: "Asia/Jakarta" };
const faultsOf = (value: unknown, prefix: PropertyKey[] = []) =>
  contextFaults(value, prefix, CONTEXT).map(({ path, code }) => `${path} ${code}`);

describe("the times of a Snapshot", () => {
  test.each<[string, object, string[]]>([
    ["read now", { read_at: "2026-11-23T05:00:00Z" }, []],
    ["ten minutes ahead: a clock that is off", { read_at: "2026-11-23T05:10:00Z" }, []],
    ["a second more", { read_at: "2026-11-23T05:10:01Z" }, ["read_at in_the_future"]],
    ["the first second of 2004", { read_at: "2004-01-01T00:00:00Z" }, []],
    ["the last one before", { read_at: "2003-12-31T23:59:59Z" }, ["read_at too_early"]],
    ["what is no instant is the schema's to refuse", { read_at: "yesterday" }, []],
    ["nor is a number one", { read_at: 9e12 }, []],
    ["a day of today", { days: [{ date: "2026-11-23" }] }, []],
    ["a day of tomorrow", { days: [{ date: "2026-11-24" }] }, ["days[0].date in_the_future"]],
    [
      "a day of tomorrow in its own zone",
      { days: [{ date: "2026-11-23", time_zone: "America/Los_Angeles" }] },
      ["days[0].date in_the_future"],
    ],
    [
      "today in its own zone, tomorrow in the library's",
      { days: [{ date: "2026-11-23", time_zone: "Pacific/Auckland" }] },
      [],
    ],
    [
      "a zone that is none: the library's",
      { days: [{ date: "2026-11-23", time_zone: "Nowhere" }] },
      [],
    ],
    ["a day that is none", { days: [{ date: "2026-02-30" }, {}] }, []],
    ["the first day of 2004", { days: [{ date: "2004-01-01" }] }, []],
    ["a day before", { days: [{ date: "2003-12-31" }] }, ["days[0].date too_early"]],
    // a day's end may lie ahead while the day lasts: two days, and ten minutes for the clock
    ["its end in two days", { days: [{ end_time: "2026-11-25T05:10:00Z" }] }, []],
    [
      "a second more",
      { days: [{}, { end_time: "2026-11-25T05:10:01Z" }] },
      ["days[1].end_time in_the_future"],
    ],
    ["its end long ago is no matter", { days: [{ end_time: "1999-01-01T00:00:00Z" }] }, []],
    [
      "a comment ahead",
      { comments: [{ at: "2026-11-23T05:00:00Z" }, { at: "2026-11-24T05:00:00Z" }] },
      ["comments[1].at in_the_future"],
    ],
  ])("%s", (_, value, faults) => expect(faultsOf(value)).toEqual(faults));

  test.each<[string, object, string[]]>([
    [
      "a post ahead",
      { published_at: "2026-11-24T05:00:00Z" },
      ["posts[0].published_at in_the_future"],
    ],
    ["published tomorrow", { published_at: "2026-11-24" }, ["posts[0].published_at in_the_future"]],
    ["published today", { published_at: "2026-11-23" }, []],
    [
      "published before any platform",
      { published_at: "2003-12-31" },
      ["posts[0].published_at too_early"],
    ],
    [
      "gone ahead of time",
      { removed_at: "2026-11-24T05:00:00Z" },
      ["posts[0].removed_at in_the_future"],
    ],
  ])("%s", (_, of, faults) =>
    expect(faultsOf({ posts: [{ external_id: "1", ...of }] })).toEqual(faults),
  );
});

describe("a post is identified", () => {
  const found = (platform: unknown, post: unknown) => faultsOf({ platform, posts: [post] });
  const NONE = ["posts[0].external_id no_post_id"];

  test.each<[string, unknown, unknown, string[]]>([
    ["by its id", "instagram", { external_id: "1" }, []],
    ["by an address of its platform", "instagram", { url: "https://www.instagram.com/p/AB/" }, []],
    ["not by that of another", "x", { url: "https://www.instagram.com/p/AB/" }, NONE],
    [
      "not by one that holds no post",
      "instagram",
      { url: "https://www.instagram.com/perpus/" },
      NONE,
    ],
    ["not by nothing", "instagram", { external_id: null }, NONE],
    ["not where the platform is none", "youtube", { url: "https://www.instagram.com/p/AB/" }, NONE],
    ["nor a text", 5, { url: "https://www.instagram.com/p/AB/" }, NONE],
    ["not by a number for an address", "instagram", { url: 5 }, NONE],
    ["whatever stands there", "instagram", "post", NONE],
    ["null too", "instagram", null, NONE],
  ])("%s", (_, platform, post, faults) => expect(found(platform, post)).toEqual(faults));
});

test.each([[null], ["text"], [5], [[]], [{ days: {}, posts: "x", comments: 5 }]])(
  "anything may be looked at: %o has no times",
  (value) => expect(faultsOf(value)).toEqual([]),
);

test("a fault's path begins where the Snapshot stands", () =>
  expect(
    faultsOf({ read_at: "2062-01-01T00:00:00Z", days: [{ date: "2062-01-01" }], posts: [{}] }, [7]),
  ).toEqual([
    "[7].read_at in_the_future",
    "[7].days[0].date in_the_future",
    "[7].posts[0].external_id no_post_id",
  ]));

test("posts published after they were read", () => {
  const post = (after: number) => ({ published_at: NOW + after, published_precision: "second" });
  const snapshot = { read_at: NOW, posts: [post(0), post(601), post(600), post(9999)] };
  expect(orderFaults(snapshot as Snapshot, [2])).toMatchObject([
    { path: "[2].posts[1].published_at", code: "after_read_at" },
    { path: "[2].posts[3].published_at", code: "after_read_at" },
  ]);
});
