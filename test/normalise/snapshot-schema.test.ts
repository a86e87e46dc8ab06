import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { handleFault, handleOf } from "../../functions/normalise/handle.ts";
import { snapshotsFromJson } from "../../functions/normalise/push.ts";
import { faultCode, faultsOf } from "../../functions/normalise/schema-faults.ts";
import {
  handle,
  identifier,
  snapshotsWire,
  typedText,
} from "../../functions/normalise/snapshot-schema.ts";
import { refusal } from "./refusal.ts";

/** The code of what a schema finds wrong; `null`: nothing. */
function faultIn(schema: z.ZodType, value: unknown): string | null {
  const { error } = schema.safeParse(value, { error: faultCode });
  return error ? (faultsOf(error, value, [])[0]?.code ?? "") : null;
}

describe("a handle", () => {
  test.each([
    ["Perpus", "perpus"],
    ["@Perpus", "perpus"],
    [" @ Perpus ", "perpus"],
    ["per@pus", "per@pus"],
    ["@@perpus", "@perpus"],
    [" @ ", ""],
  ])("%o is %o", (text, known) => expect(handleOf(text)).toBe(known));

  test.each([
    ["perpus", null],
    [" @ ", "empty"],
    ["", "empty"],
    ["per\u0007pus", "control_character"],
    ["per\ud800", "control_character"],
    ["x".repeat(200), null],
    [`@${"x".repeat(200)}`, null],
    ["x".repeat(201), "too_long"],
    // a letter that becomes two in lower case
    ["\u0130".repeat(101), "too_long"],
  ])("%o: %o", (text, fault) => expect(handleFault(text)).toBe(fault));

  test("on the wire is as long as it is written", () => {
    expect(faultIn(handle, "x".repeat(200))).toBeNull();
    expect(faultIn(handle, "x".repeat(201))).toBe("too_long");
    expect(faultIn(handle, "@")).toBe("empty");
  });
});

test.each([
  ["17", null],
  [" 17 ", null],
  ["x".repeat(200), null],
  ["x".repeat(201), "too_long"],
  ["  ", "empty"],
  ["", "empty"],
  ["a\u0000b", "control_character"],
  [17, "wrong_type"],
  // Facebook's pairs, short codes, TikTok's, and those of a cron's own make
  ["104500000000000_2201", null],
  ["DRq4v1Zk9-_", null],
  ["-000abcDEF~1.2=", null],
  ["n1-3", null],
  ["urn:perpus:é", null],
  ["..", "unsafe_id"],
  [" . ", "unsafe_id"],
  ["../me", "unsafe_id"],
  ["a\\b", "unsafe_id"],
  ["1?method=delete", "unsafe_id"],
  ["1#2", "unsafe_id"],
  ["%2e%2e", "unsafe_id"],
  ["1 OR from:x", "unsafe_id"],
  ["1,2", "unsafe_id"],
  ["1&2", "unsafe_id"],
  ["\u202e17", "unsafe_id"],
])("an id %o: %o", (id, fault) => expect(faultIn(identifier, id)).toBe(fault));

test.each([
  ["Ramadan", null],
  ["", null],
  ["  abcde  ", null],
  ["abcdef", "too_long"],
  ["a\u0007b", "control_character"],
])("a text of five letters that a person types %o: %o", (text, fault) => {
  const schema = typedText(text === "Ramadan" ? 7 : 5);
  expect(faultIn(schema, text)).toBe(fault);
  if (fault === null) expect(schema.parse(text)).toBe(text.trim());
});

describe("the wire", () => {
  const SNAPSHOT = { platform: "x", account: "perpus", read_at: "2026-11-23T05:00:00Z" };
  test("is one Snapshot or an array of them, and nothing else", () => {
    expect(faultIn(snapshotsWire, SNAPSHOT)).toBeNull();
    expect(faultIn(snapshotsWire, [SNAPSHOT, SNAPSHOT])).toBeNull();
    expect(faultIn(snapshotsWire, "text")).toBe("wrong_type");
  });

  test.each([
    [5, "wrong_type"],
    [undefined, "required"],
    ["youtube", "unknown_platform"],
  ])("the platform %o: %o", (platform, fault) =>
    expect(faultIn(snapshotsWire, { ...SNAPSHOT, platform })).toBe(fault),
  );

  const CONTEXT = { now: Date.parse("2026-11-23T05:00:00Z") / 1000, time_zone: "Asia/Jakarta" };
  const read = (of: object) =>
    snapshotsFromJson(JSON.stringify({ ...SNAPSHOT, ...of }), CONTEXT)[0];

  test("an id beats the one in an address, which stands in where there is none", () => {
    const published_at = "2026-11-19T09:30:00Z";
    const url = "https://x.com/perpus/status/123";
    const posts = [
      { url, published_at },
      { url, external_id: " 5 ", published_at },
      { external_id: "6", published_at, published_precision: "second" },
    ];
    expect(read({ posts })?.posts).toMatchObject([
      { external_id: "123", url, published_precision: "second" },
      { external_id: "5", url },
      { external_id: "6", url: null, published_precision: "second" },
    ]);
  });

  test.each([
    ["external_id", { external_id: "../me" }],
    ["posts[0].external_id", { posts: [{ external_id: "..", published_at: "2026-11-19" }] }],
    ["comments[0].external_id", { comments: [{ external_id: "1/2", post: "5" }] }],
    ["comments[0].post", { comments: [{ external_id: "7", post: "5?x=1" }] }],
    ["comments[0].reply_to", { comments: [{ external_id: "7", post: "5", reply_to: "8#" }] }],
  ])("an id that leads elsewhere in an address is refused in %s", (path, of) => {
    const comments = "comments" in of ? of.comments : [];
    const at = comments.map((one) => ({ at: "2026-11-19T10:02:11Z", ours: false, ...one }));
    expect(refusal(() => read({ ...of, comments: at }))).toEqual({
      code: "invalid",
      problems: [[path, "unsafe_id"]],
    });
  });

  test("ids of comments come without the spaces round them", () => {
    const comment = { external_id: " 7 ", post: " 5 ", at: "2026-11-19T09:30:00Z", ours: true };
    expect(read({ comments: [comment, { ...comment, reply_to: " 8 " }] })?.comments).toMatchObject([
      { external_id: "7", post: "5", reply_to: null },
      { external_id: "7", post: "5", reply_to: "8" },
    ]);
  });
});
