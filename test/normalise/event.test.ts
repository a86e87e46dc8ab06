import { describe, expect, test } from "vitest";
import { Problem } from "../../functions/model/problem.ts";
import { eventChange, newEvent } from "../../functions/normalise/event.ts";
import { sourceOf } from "../../functions/normalise/short-link.ts";

const EVENT = {
  kind: "discussion",
  title: "Bedah buku",
  starts_at: "2026-12-05T13:00:00+07:00",
};

/** What is refused, each fault as `path: code`. */
function refused(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error.problems.map(({ path, code }) => `${path}: ${code}`);
    throw error;
  }
  return [];
}

test("what a person said is written in one way", () => {
  expect(
    newEvent({
      ...EVENT,
      title: "  Bedah buku ",
      ends_at: "2026-12-05T08:00:00Z",
      place: " ",
      hashtags: ["#BedahBuku", "bedahbuku", "Laut_2026"],
      url: " https://example.org/daftar ",
      note: "Penulis\r\ndatang",
      visitors: 0,
      cost: 750_000,
    }),
  ).toEqual({
    kind: "discussion",
    title: "Bedah buku",
    starts_at: Date.parse("2026-12-05T06:00:00Z") / 1000,
    ends_at: Date.parse("2026-12-05T08:00:00Z") / 1000,
    place: null,
    hashtags: ["bedahbuku", "laut_2026"],
    url: "https://example.org/daftar",
    note: "Penulis\ndatang",
    visitors: 0,
    cost: 750_000,
  });
});

test("what is left out is unknown", () => {
  expect(newEvent(EVENT)).toMatchObject({
    ends_at: null,
    place: null,
    hashtags: [],
    url: null,
    visitors: null,
    cost: null,
  });
});

test.each<[string, object, string]>([
  ["an unknown kind", { kind: "party" }, "kind: not_one_of"],
  ["no title", { title: " \u200b" }, "title: empty"],
  ["a title of 201 letters", { title: "a".repeat(201) }, "title: too_long"],
  ["a line break in the title", { title: "a\nb" }, "title: control_character"],
  ["half a letter", { title: "a\ud800" }, "title: control_character"],
  ["an instant without a zone", { starts_at: "2026-12-05T13:00:00" }, "starts_at: no_time_zone"],
  ["a day alone", { starts_at: "2026-12-05" }, "starts_at: not_an_instant"],
  ["a day that is none", { starts_at: "2026-02-30T00:00:00Z" }, "starts_at: not_an_instant"],
  ["long before", { starts_at: "1999-01-01T00:00:00Z" }, "starts_at: too_early"],
  ["long after", { starts_at: "2100-01-01T00:00:00Z" }, "starts_at: too_late"],
  ["an end before the start", { ends_at: "2026-12-05T05:59:59Z" }, "ends_at: ends_before_start"],
  ["a place too long", { place: "a".repeat(201) }, "place: too_long"],
  ["a hashtag of two words", { hashtags: ["bedah buku"] }, "hashtags[0]: not_a_hashtag"],
  ["an empty hashtag", { hashtags: ["#"] }, "hashtags[0]: not_a_hashtag"],
  ["too many hashtags", { hashtags: Array(21).fill("a") }, "hashtags: too_long"],
  ["http", { url: "http://example.org" }, "url: not_https"],
  ["a script", { url: "javascript:alert(1)" }, "url: bad_url"],
  ["a note too long", { note: "a".repeat(2001) }, "note: too_long"],
  ["a bell in the note", { note: "a\u0007" }, "note: control_character"],
  ["visitors below nought", { visitors: -1 }, "visitors: not_a_count"],
  ["half a visitor", { visitors: 1.5 }, "visitors: not_a_count"],
  ["a cost below nought", { cost: -1 }, "cost: not_a_count"],
  ["a cost in words", { cost: "750 ribu" }, "cost: wrong_type"],
  ["a field that there is not", { guests: 4 }, "guests: unknown_field"],
])("refuses %s", (_, more, fault) => {
  expect(refused(() => newEvent({ ...EVENT, ...more }))).toEqual([fault]);
});

test("an event that ends when it starts is one", () => {
  expect(refused(() => newEvent({ ...EVENT, ends_at: "2026-12-05T06:00:00Z" }))).toEqual([]);
});

describe("a change", () => {
  test("names what it changes, and null takes it away", () => {
    expect(eventChange({ version: 3, visitors: 85, place: null, hashtags: ["#A"] })).toEqual({
      version: 3,
      fields: { visitors: 85, place: null, hashtags: ["a"] },
    });
  });

  test("says the version that was seen", () => {
    expect(refused(() => eventChange({ visitors: 1 }))).toEqual(["version: required"]);
  });
});

test.each<[string, string | undefined, string | undefined, string]>([
  ["the path", "ig", "https://t.co/a", "ig"],
  ["the path in small letters", "Poster-2", undefined, "poster-2"],
  ["the page that was left", undefined, "https://www.Example.org/a?b", "example.org"],
  ["a path that is too long says nothing", "x".repeat(21), "https://t.co/a", "t.co"],
  ["nor does one with a space", "a b", undefined, "direct"],
  ["our own page says nothing", undefined, "https://denyut.example.org/events", "direct"],
  ["nor what is no address", undefined, "android-app", "direct"],
  ["nor a number's odd spelling", undefined, "https://[::1]/", "direct"],
])("where a click came from: %s", (_, path, referrer, source) => {
  expect(sourceOf(path, referrer, "denyut.example.org")).toBe(source);
});
