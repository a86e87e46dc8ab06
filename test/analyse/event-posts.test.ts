/** Which posts are an event's: each sign, each edge of its time, and a person's word over both. */
import { describe, expect, test } from "vitest";
import { eventPosts } from "../../functions/analyse/event-posts.ts";

const EVENT = { title: "Bedah Buku: Laut Bercerita", hashtags: ["bedahlaut", "café_sastra"] };
const DAYS = { from: "2026-12-05", to: "2026-12-06" };
const post = (id: number, caption: string | null, published_on = "2026-12-01") => ({
  id,
  caption,
  published_on,
});
const linkOf = (caption: string | null, published_on?: string, event = EVENT) =>
  eventPosts(event, DAYS, [post(1, caption, published_on)], [])[0]?.by ?? null;

describe("by rule", () => {
  test.each<[string, string | null, string | null]>([
    ["a hashtag", "Sampai jumpa! #bedahlaut", "hashtag"],
    ["in any case and style", "Sampai jumpa! #𝗕𝗲𝗱𝗮𝗵𝗟𝗮𝘂𝘁", "hashtag"],
    ["with an underscore and an accent", "di #CAFE_sastra.", "hashtag"],
    ["one beside another", "#lain#bedahlaut", "hashtag"],
    ["both signs: the hashtag is named", "Bedah Laut #bedahlaut", "hashtag"],
    ["a hashtag that only begins so is another", "#bedahlaut2", null],
    ["its word without the sign is none", "bedahlaut", null],
    ["two words of the title", "Yang laut dan yang bercerita", "words"],
    ["in any case and order", "BERCERITA tentang LAUT", "words"],
    ["as hashtags of their own", "#laut #bercerita", "words"],
    ["one word alone", "Laut biru", null],
    ["the same word twice is one", "laut, oh laut", null],
    ["a part of a word is none", "Kelautan bercerita", null],
    ["a stop word of the title is none: buku", "Buku laut", null],
    ["no caption", null, null],
    ["an empty one", "", null],
  ])("%s", (_, caption, by) => expect(linkOf(caption)).toBe(by));

  test.each([
    ["words under three letters", "Di IG: AI", "di ig ai"],
    ["stop words in Indonesian", "Yang dan dari untuk", "yang dan dari untuk"],
    ["stop words in English", "The and of for with", "the and of for with"],
    ["numbers", "2026 1945", "2026 1945"],
  ])("%s do not count", (_, title, caption) => {
    expect(linkOf(caption, undefined, { title, hashtags: [] })).toBeNull();
  });

  test("a title of one word is found by its hashtag alone", () => {
    const event = { title: "Kuis", hashtags: ["kuis"] };
    expect(linkOf("Kuis kuis", undefined, event)).toBeNull();
    expect(linkOf("#kuis", undefined, event)).toBe("hashtag");
  });

  test.each([
    ["31 days before its first", "2026-11-04", null],
    ["30 days before", "2026-11-05", "hashtag"],
    ["7 days after its last", "2026-12-13", "hashtag"],
    ["8 days after", "2026-12-14", null],
  ])("published %s", (_, day, by) => expect(linkOf("#bedahlaut", day)).toBe(by));
});

describe("a person's word", () => {
  const posts = [
    post(3, "#bedahlaut"),
    post(1, "Selamat pagi"),
    post(2, "#bedahlaut", "2026-01-01"),
    post(4, "bedah laut"),
  ];

  test("links a post without a sign or long ago, and one that is not among the posts", () => {
    const said = [9, 2, 1].map((id) => ({ post: id, linked: true }));
    expect(eventPosts(EVENT, DAYS, posts, said)).toEqual([
      { post: 1, by: "person" },
      { post: 2, by: "person" },
      { post: 3, by: "hashtag" },
      { post: 4, by: "words" },
      { post: 9, by: "person" },
    ]);
  });

  test("takes one off in spite of its signs", () => {
    expect(eventPosts(EVENT, DAYS, posts, [{ post: 3, linked: false }])).toEqual([
      { post: 4, by: "words" },
    ]);
  });

  test("stands where the rule says the same", () => {
    expect(eventPosts(EVENT, DAYS, posts, [{ post: 3, linked: true }])).toEqual([
      { post: 3, by: "person" },
      { post: 4, by: "words" },
    ]);
  });

  test("does not depend on the order of the posts", () => {
    expect(eventPosts(EVENT, DAYS, posts.toReversed(), [])).toEqual(
      eventPosts(EVENT, DAYS, posts, []),
    );
  });
});
