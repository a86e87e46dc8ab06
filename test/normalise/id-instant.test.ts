import { describe, expect, test } from "vitest";
import {
  decidedInstant,
  instantOfCode,
  instantOfId,
  instantOfPost,
} from "../../functions/normalise/id-instant.ts";
import { instagramCode, tiktokId, xId } from "./ids.ts";

const at = (iso: string) => Date.parse(iso) / 1000;

describe("the instant in a post's id", () => {
  test.each([
    // X's own example: https://github.com/twitter-archive/snowflake
    ["x", "1212092628029698048", at("2019-12-31T19:26:16Z")],
    ["tiktok", "7300000000000000001", 1_699_663_698],
    ["instagram", "17860000000000001", null],
    ["facebook", "1827720132094663", null],
    ["x", "12345", null],
    ["x", "100000000000000", at("2010-11-04T08:20:16Z")],
    ["x", "10000000000000", null],
    ["x", "123456789012345678901", null],
    ["x", "1212092628029698048x", null],
    ["x", "x1212092628029698048", null],
  ] as const)("%s %s", (platform, id, instant) => expect(instantOfId(platform, id)).toBe(instant));
});

describe("the instant in a short code of Instagram", () => {
  test.each([
    // "Jam buka" of a library that nobody knows: made of 2026-11-16T12:30:20Z
    ["eleven digits", "DfzXBPDgAAD", at("2026-11-16T12:30:20Z")],
    ["ten, until 2016", instagramCode("2015-03-04T05:06:07Z"), at("2015-03-04T05:06:07Z")],
    ["a private post's", `DfzXBPDgAAD${"x".repeat(28)}`, at("2026-11-16T12:30:20Z")],
    ["nine: older than the time in them", "abcdefghi", null],
    ["twelve", "DfzXBPDgAADx", null],
    ["something else in it", "DfzXBPDg.AD", null],
    ["nothing", "", null],
  ])("%s", (_, code, instant) => expect(instantOfCode(code)).toBe(instant));
});

describe("the instant of a post by its id or its address", () => {
  const NOW = at("2026-11-20T00:00:00Z");
  const MADE = "2026-11-16T12:30:20Z";
  const CODE = instagramCode(MADE);
  test.each([
    ["X by its id", "x", xId(MADE), null, at(MADE)],
    ["by its address", "x", null, `https://x.com/perpus/status/${xId(MADE)}`, at(MADE)],
    ["TikTok", "tiktok", tiktokId(MADE), null, at(MADE)],
    ["a photo of TikTok", "tiktok", null, `tiktok.com/@p/photo/${tiktokId(MADE)}`, at(MADE)],
    ["Instagram by its address", "instagram", "179", `https://instagram.com/p/${CODE}/`, at(MADE)],
    ["a reel", "instagram", null, `https://www.instagram.com/perpus/reel/${CODE}?x=1`, at(MADE)],
    [
      "a story",
      "instagram",
      null,
      "https://www.instagram.com/stories/cerita.x/4026488037029445637",
      at("2026-11-09T09:00:00Z"),
    ],
    ["a short number is none", "instagram", null, "https://instagram.com/stories/p/1", null],
    [
      "nor is one of Meta's interface, or of a highlight",
      "instagram",
      null,
      "https://www.instagram.com/stories/highlights/17900000000000101/",
      null,
    ],
    ["nor does Instagram's id", "instagram", "17900000000000101", null, null],
    [
      "nor Facebook",
      "facebook",
      "1827720132094663",
      "https://fb.com/p/posts/1827720132094663",
      null,
    ],
    [
      "an address elsewhere",
      "instagram",
      null,
      `https://instagram.com.evil.example/p/${CODE}`,
      null,
    ],
    ["the very last instant", "tiktok", tiktokId("2026-11-20T00:00:00Z"), null, NOW],
    ["a later one is of another make", "tiktok", tiktokId("2026-11-20T00:00:01Z"), null, null],
    ["so is one before all platforms", "tiktok", "17900000000000101", null, null],
    ["nothing", "x", null, null, null],
  ] as const)("%s", (_, platform, id, url, instant) =>
    expect(instantOfPost(platform, id, url, NOW)).toBe(instant),
  );
});

test.each([
  ["the same", 1000, 1000, 1000],
  ["ten minutes later stands", 1600, 1000, 1600],
  ["ten minutes before too", 400, 1000, 400],
  ["more than that gives way", 1601, 1000, 1000],
  ["on either side", 399, 1000, 1000],
  ["nothing contradicts it", 1000, null, 1000],
])("a stated time, %s", (_, stated, made, instant) =>
  expect(decidedInstant(stated, made)).toBe(instant),
);
