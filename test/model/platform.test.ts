import { expect, test } from "vitest";
import {
  accountUrl,
  isPlatform,
  ownAddress,
  PLATFORM_NAMES,
  PLATFORMS,
  type Platform,
  SUPPLIES,
} from "../../functions/model/platform.ts";

test.each<[Platform, string, string | null]>([
  ["instagram", "https://www.instagram.com/p/AB/", "https://www.instagram.com/p/AB/"],
  ["instagram", "https://instagr.am/p/AB/?igsh=1", "https://instagr.am/p/AB/?igsh=1"],
  ["facebook", "https://id-id.facebook.com/posts/1", "https://id-id.facebook.com/posts/1"],
  ["facebook", "HTTPS://M.Facebook.com/posts/1", "https://m.facebook.com/posts/1"],
  ["x", "http://twitter.com/i/status/1", "http://twitter.com/i/status/1"],
  ["tiktok", "https://www.tiktok.com/@a/video/1", "https://www.tiktok.com/@a/video/1"],
  // each name that a platform goes by, and none that only begins or ends like it
  ["instagram", "https://instagram.com/p/AB/", "https://instagram.com/p/AB/"],
  ["instagram", "https://m.instagram.com/p/AB/", "https://m.instagram.com/p/AB/"],
  ["instagram", "https://wwwxinstagram.com/p/AB/", null],
  ["instagram", "https://instagramxcom/p/AB/", null],
  ["facebook", "https://fb.com/1", "https://fb.com/1"],
  ["facebook", "https://web.facebook.com/1", "https://web.facebook.com/1"],
  ["facebook", "https://mbasic.facebook.com/1", "https://mbasic.facebook.com/1"],
  ["facebook", "https://id.facebook.com/1", null],
  ["facebook", "https://a.id-id.facebook.com/1", null],
  ["facebook", "https://id-id2.facebook.com/1", null],
  ["facebook", "https://fb.com.evil.example/1", null],
  ["x", "https://mobile.twitter.com/i/status/1", "https://mobile.twitter.com/i/status/1"],
  ["x", "https://x.com/i/status/1", "https://x.com/i/status/1"],
  ["x", "https://notx.com/i/status/1", null],
  ["x", "https://x.com.evil.example/i/status/1", null],
  ["tiktok", "https://m.tiktok.com/v/1", "https://m.tiktok.com/v/1"],
  ["tiktok", "https://tiktok.com/@a", "https://tiktok.com/@a"],
  ["tiktok", "https://tiktok.com.evil.example/@a", null],
  ["tiktok", "https://vm.tiktok.com/1", null],
  // another platform's, or nobody's
  ["instagram", "https://x.com/i/status/1", null],
  ["instagram", "http://127.0.0.1:8791/logout", null],
  ["instagram", "https://www.instagram.com.evil.example/p/AB/", null],
  ["instagram", "https://evilinstagram.com/p/AB/", null],
  ["instagram", "https://evil.example/https://www.instagram.com/p/AB/", null],
  // who reads carelessly takes the name before the @ for the host
  ["instagram", "https://www.instagram.com@evil.example/p/AB/", null],
  ["instagram", "https://evil.example@www.instagram.com/p/AB/", null],
  ["instagram", "https://:secret@www.instagram.com/p/AB/", null],
  ["instagram", "https://www.instagram.com:8443/p/AB/", null],
  // a browser reads the backslash as a slash, others take what follows for the host
  [
    "instagram",
    "https://www.instagram.com\\@evil.example/",
    "https://www.instagram.com/@evil.example/",
  ],
  ["instagram", "javascript://www.instagram.com/%0aalert(1)", null],
  ["instagram", "www.instagram.com/p/AB/", null],
  ["instagram", "https://", null],
])("%s: %s", (platform, text, address) => expect(ownAddress(platform, text)).toBe(address));

test("no address is none", () => expect(ownAddress("x", null)).toBeNull());

test("the platforms, in the order in which every screen and export lists them", () => {
  expect(PLATFORMS).toEqual(["instagram", "facebook", "tiktok", "x"]);
  expect(PLATFORMS.map((platform) => PLATFORM_NAMES[platform])).toEqual([
    "Instagram",
    "Facebook",
    "TikTok",
    "X",
  ]);
  expect(isPlatform("x")).toBe(true);
  expect(isPlatform("X")).toBe(false);
  expect(isPlatform("youtube")).toBe(false);
});

test("reach is Meta's alone, views are everybody's", () =>
  expect(SUPPLIES).toEqual({
    reach: ["instagram", "facebook"],
    views: ["instagram", "facebook", "tiktok", "x"],
  }));

test.each<[Platform, string]>([
  ["instagram", "https://www.instagram.com/perpus%2Fpasuruan/"],
  ["facebook", "https://www.facebook.com/perpus%2Fpasuruan"],
  ["tiktok", "https://www.tiktok.com/@perpus%2Fpasuruan"],
  ["x", "https://x.com/perpus%2Fpasuruan"],
])("the public address of an account on %s: no name leads elsewhere", (platform, address) =>
  expect(accountUrl(platform, "perpus/pasuruan")).toBe(address),
);
