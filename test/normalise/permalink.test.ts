import { describe, expect, test } from "vitest";
import type { Platform } from "../../functions/model/platform.ts";
import {
  addressInCell,
  canonicalPermalink,
  facebookPageInLink,
  facebookPostInLink,
  handleInLink,
  postIdInLink,
  webAddress,
} from "../../functions/normalise/permalink.ts";
import { fullPostId } from "../../functions/normalise/post-id.ts";
import { formatOfType } from "../../functions/normalise/post-type.ts";

test.each([
  ["https://www.instagram.com/p/AB/", "https://www.instagram.com/p/AB/"],
  [" HTTP://x.com/a ", "HTTP://x.com/a"],
  ["javascript:alert(1)", null],
  ["see https://x.com/a", null],
  ["https://", null],
  ["https://x.com/a\u0000b", null],
  ["https://x.com/\ud800", null],
  ["x.com/a", null],
  ["", null],
  [null, null],
])("%o is an address of the web: %o", (text, address) => expect(webAddress(text)).toBe(address));

test.each<[Platform, string | null, string | null]>([
  ["instagram", "https://www.instagram.com/p/AB/", "https://www.instagram.com/p/AB/"],
  ["instagram", " instagram.com/p/AB/ ", "https://instagram.com/p/AB/"],
  ["tiktok", "//www.tiktok.com/@a/video/1", "https://www.tiktok.com/@a/video/1"],
  ["x", "X.com/a/status/1", "https://X.com/a/status/1"],
  ["x", "instagram.com/p/AB/", null],
  ["x", "x.com.evil.example/a/status/1", null],
  ["x", "a@x.com/a/status/1", null],
  ["x", "javascript:alert(1)", null],
  ["tiktok", "javascript://www.tiktok.com/@a/video/1", null],
  ["x", "", null],
  ["x", null, null],
])("the address in a cell of %s, %o: %o", (platform, text, address) =>
  expect(addressInCell(platform, text)).toBe(address),
);

test.each([
  ["https://www.facebook.com/permalink.php?story_fbid=123&id=100064", "100064", "123"],
  ["https://www.facebook.com/100064/posts/123", "100064", "123"],
  ["https://www.facebook.com/100064/videos/123", "100064", null],
  ["https://www.facebook.com/people/Perpus-Kota/100064/posts/123", "100064", "123"],
  ["https://www.facebook.com/perpus/posts/123", null, "123"],
  ["https://www.facebook.com/perpus/posts/pfbid0a", null, null],
  ["https://www.facebook.com/reel/123", null, null],
  ["https://www.facebook.com/100064", null, null],
  ["https://x.com/100064/posts/123", null, null],
])("the page and the post in %s are %o and %o", (url, page, post) => {
  expect(facebookPageInLink(url)).toBe(page);
  expect(facebookPostInLink(url)).toBe(post);
});

describe("one text for all addresses of a post", () => {
  test.each<[Platform, string, string | null]>([
    ["instagram", "https://www.instagram.com/p/Ab_-1/", "instagram.com/p/Ab_-1"],
    ["instagram", "https://www.instagram.com/reel/AB/?igsh=1", "instagram.com/p/AB"],
    ["instagram", "https://www.instagram.com/reels/AB", "instagram.com/p/AB"],
    ["instagram", "https://www.instagram.com/tv/AB", "instagram.com/p/AB"],
    ["instagram", "https://instagr.am/perpus/p/AB/", "instagram.com/p/AB"],
    ["instagram", "www.instagram.com/p/AB/", "instagram.com/p/AB"],
    ["instagram", "https://www.instagram.com/stories/perpus/123/", "instagram.com/stories/123"],
    ["instagram", "https://www.instagram.com/stories/perpus/", null],
    ["instagram", "https://www.instagram.com/perpus/", null],
    ["instagram", "https://www.instagram.com/a/b/p/AB/", null],
    ["instagram", "https://www.instagram.com/x/stories/perpus/123/", null],
    ["instagram", "https://evil.example/p/AB/", null],
    ["instagram", "no address at all", null],
    ["facebook", "https://www.facebook.com/perpus/posts/123", "facebook.com/posts/123"],
    ["facebook", "https://www.facebook.com/perpus/posts/buka-malam/123/", "facebook.com/posts/123"],
    ["facebook", "https://m.facebook.com/story.php?story_fbid=123&id=9", "facebook.com/posts/123"],
    ["facebook", "https://www.facebook.com/perpus/posts/pfbid0abc", null],
    ["facebook", "https://m.facebook.com/story.php?story_fbid=pfbid0abc&id=9", null],
    ["facebook", "https://www.facebook.com/perpus/posts/123/x", null],
    ["facebook", "https://www.facebook.com/watch/?v=123", "facebook.com/videos/123"],
    ["facebook", "https://www.facebook.com/watch?v=123", "facebook.com/videos/123"],
    ["facebook", "https://www.facebook.com/other?v=123", null],
    ["facebook", "https://www.facebook.com/a/watch/?v=123", null],
    ["facebook", "https://www.facebook.com/watch/live/?v=123", null],
    ["facebook", "https://www.facebook.com/reel/123", "facebook.com/videos/123"],
    ["facebook", "https://www.facebook.com/perpus/videos/judul/123/", "facebook.com/videos/123"],
    ["facebook", "https://www.facebook.com/perpus/videos/123/more", null],
    ["facebook", "https://www.facebook.com/photo?fbid=123", "facebook.com/photo/123"],
    ["facebook", "https://www.facebook.com/perpus/photos/a.1/123/", "facebook.com/photo/123"],
    ["facebook", "https://www.facebook.com/photo?fbid=x123", null],
    ["facebook", "https://www.facebook.com/photo?fbid=123x", null],
    ["facebook", "https://www.facebook.com/perpus", null],
    ["x", "https://x.com/perpus/status/123?s=20", "x.com/i/status/123"],
    ["x", "https://twitter.com/perpus/statuses/123", "x.com/i/status/123"],
    ["x", "https://x.com/i/status/123", "x.com/i/status/123"],
    ["x", "https://x.com/perpus", null],
    ["tiktok", "https://www.tiktok.com/@perpus/video/123", "tiktok.com/video/123"],
    ["tiktok", "https://www.tiktok.com/@perpus/photo/123", "tiktok.com/video/123"],
    ["tiktok", "https://m.tiktok.com/v/123.html", "tiktok.com/video/123"],
    ["tiktok", "https://www.tiktok.com/@perpus", null],
  ])("%s: %s", (platform, url, canonical) =>
    expect(canonicalPermalink(platform, url)).toBe(canonical),
  );
});

test.each<[Platform, string, string | null]>([
  ["x", "https://x.com/perpus/status/123", "123"],
  ["x", "https://x.com/perpus/status/abc", null],
  ["x", "https://www.tiktok.com/@perpus/video/123", null],
  ["tiktok", "https://www.tiktok.com/@/video/123", "123"],
  ["tiktok", "https://www.tiktok.com/video/123", "123"],
  ["tiktok", "https://www.tiktok.com/embed/123", "123"],
  ["tiktok", "https://www.tiktok.com/a/video/123", null],
  ["tiktok", "https://www.tiktok.com/@a/b/video/123", null],
  // on Meta's platforms the address holds no id that its API knows
  ["instagram", "https://www.instagram.com/p/123/", null],
  ["facebook", "https://www.facebook.com/perpus/posts/123", null],
])("the id in an address of %s, %s: %o", (platform, url, id) =>
  expect(postIdInLink(platform, url)).toBe(id),
);

test.each<[Platform, string, string | null]>([
  ["x", "https://x.com/PerpusPasuruan/status/123", "perpuspasuruan"],
  ["x", "https://x.com/i/status/123", null],
  ["x", "https://x.com/abcdefghijklmno/status/1", "abcdefghijklmno"],
  ["x", "https://x.com/abcdefghijklmnop/status/1", null],
  ["x", "https://x.com/perpus", null],
  ["x", "https://x.com/a/perpus/status/1", null],
  ["tiktok", "https://www.tiktok.com/@Perpus.Kota/video/1", "perpus.kota"],
  ["tiktok", "https://www.tiktok.com/@perpus", "perpus"],
  ["tiktok", "https://www.tiktok.com/perpus", null],
  ["tiktok", "https://www.tiktok.com/a/@perpus/", null],
  ["tiktok", "https://www.tiktok.com/@per!pus/", null],
  ["facebook", "https://www.facebook.com/Perpus.Kota/posts/1", "perpus.kota"],
  // Facebook's own pages stand where a handle would
  ...[
    "events",
    "groups",
    "photo.php",
    "permalink.php",
    "reel",
    "story.php",
    "stories",
    "watch",
    "videos",
    "people",
    "pages",
    "share",
    "profile.php",
    "hashtag",
    "media",
    "photo",
    "photos",
    "posts",
    "reels",
    "video.php",
  ].map((page): [Platform, string, null] => [
    "facebook",
    `https://www.facebook.com/${page}/1`,
    null,
  ]),
  ["facebook", "https://www.facebook.com/100064000000001/posts/1", null],
  ["facebook", "https://www.facebook.com/perpus/", null],
  ["facebook", "https://www.facebook.com/perpus", null],
  ["instagram", "https://www.instagram.com/perpus/p/AB/", null],
  ["x", "https://evil.example/perpus/status/1", null],
])("the handle in an address of %s, %s: %o", (platform, url, handle) =>
  expect(handleInLink(platform, url)).toBe(handle),
);

test.each([
  ["facebook", "100", "7", "100_7"],
  ["facebook", "100", "100_7", "100_7"],
  ["facebook", null, "7", "7"],
  ["instagram", "100", "7", "7"],
] as const)("a post of %s on the account %s with the id %s is %s", (platform, account, id, full) =>
  expect(fullPostId(platform, account, id)).toBe(full),
);

test.each([
  // as Meta's files call it, in English and Indonesian
  ["IG reel", "short_video"],
  ["Reels", "short_video"],
  ["IG story", "story"],
  ["Stories", "story"],
  ["Cerita", "story"],
  ["IG carousel", "carousel"],
  ["Album", "carousel"],
  ["Multiple photos", "carousel"],
  ["Korsel", "carousel"],
  ["Live", "live"],
  ["Live video", "live"],
  ["Siaran langsung", "live"],
  ["Videos", "video"],
  ["Photos", "image"],
  ["IG image", "image"],
  ["Foto", "image"],
  ["Gambar", "image"],
  ["Links", "link"],
  ["Tautan", "link"],
  ["Poll", "poll"],
  ["Text", "text"],
  ["Status update", "text"],
  ["Teks", "text"],
  ["Hologram", "other"],
  [null, null],
])("the type %s is %s", (type, format) => expect(formatOfType(type)).toBe(format));
