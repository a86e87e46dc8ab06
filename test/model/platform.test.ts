import { expect, test } from "vitest";
import { ownAddress, type Platform } from "../../functions/model/platform.ts";

test.each<[Platform, string, string | null]>([
  ["instagram", "https://www.instagram.com/p/AB/", "https://www.instagram.com/p/AB/"],
  ["instagram", "https://instagr.am/p/AB/?igsh=1", "https://instagr.am/p/AB/?igsh=1"],
  ["facebook", "https://id-id.facebook.com/posts/1", "https://id-id.facebook.com/posts/1"],
  ["facebook", "HTTPS://M.Facebook.com/posts/1", "https://m.facebook.com/posts/1"],
  ["x", "http://twitter.com/i/status/1", "http://twitter.com/i/status/1"],
  ["tiktok", "https://www.tiktok.com/@a/video/1", "https://www.tiktok.com/@a/video/1"],
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
