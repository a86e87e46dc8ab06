import { describe, expect, test } from "vitest";
import { toPostLine } from "../../functions/present/post-line.ts";
import { pageOf, searched, sorted, toPostList } from "../../functions/present/post-list.ts";
import type { ListedPost } from "../../functions/present/views/posts.ts";
import { post } from "../analyse/months.ts";

type Line = ListedPost;
const line = (id: number, of: Partial<Line> = {}): Line => ({
  ...toPostLine(post({ id, published_at: id }), {
    platform: "instagram",
    account: "perpus",
    caption: null,
    engagement_rate: null,
  }),
  against_usual: null,
  ...of,
});
const asItIs = (one: Line): Line => one;
const ids = (posts: readonly Line[]) => posts.map(({ id }) => id);

describe("a post's line", () => {
  const of = { platform: "x", account: "perpus", caption: "Kuis", engagement_rate: 0.02 } as const;

  test("has its figures and what is said of it", () =>
    expect(
      toPostLine(
        post({
          id: 3,
          published_at: 99,
          published_precision: "day",
          format: "video",
          topic: "events",
          paid: true,
          removed: true,
          interactions: 7,
          interactions_partial: true,
          reach: 8,
          views: 9,
          judgement: "judged",
          score: 0.6,
          weak: true,
        }),
        of,
      ),
    ).toEqual({
      id: 3,
      platform: "x",
      account: "perpus",
      published_at: 99,
      precision: "day",
      format: "video",
      topic: "events",
      caption: "Kuis",
      paid: true,
      removed: true,
      young: false,
      likes: null,
      comments: null,
      shares: null,
      interactions: 7,
      interactions_partial: true,
      engagement_rate: 0.02,
      reach: 8,
      views: 9,
      score: 0.6,
      weak: true,
    }));

  test.each([
    ["pending", true],
    ["judged", false],
    [null, false],
  ] as const)("judged %s: young %s", (judgement, young) =>
    expect(toPostLine(post({ judgement }), of).young).toBe(young),
  );
});

describe("a search", () => {
  const POSTS = [
    line(1, { caption: "Bedah Buku  bersama penulis", topic: "events" }),
    line(2, { caption: "BUKU baru", format: "video", topic: "new_books" }),
    line(3, { caption: "ｋｕｉｓ ﬁlm", format: "story" }),
    line(4, { caption: null, format: null }),
  ];
  const all = { q: "", sort: "newest", format: null, topic: null } as const;

  test.each([
    ["nothing asked: all, stories too", {}, [1, 2, 3, 4]],
    ["a word, whatever its case", { q: "buku" }, [1, 2]],
    ["asked in capitals", { q: "BEDAH" }, [1]],
    ["each word somewhere", { q: " penulis   bedah " }, [1]],
    ["one word that is nowhere", { q: "buku kuis" }, []],
    ["a part of a word", { q: "penul" }, [1]],
    ["a post without a caption has no letter", { q: "h" }, [1]],
    ["letters written wide or joined are the same letters", { q: "kuis film" }, [3]],
    ["asked wide", { q: "ｂｕｋｕ" }, [1, 2]],
    ["posts: all but stories", { format: "posts" }, [1, 2, 4]],
    ["one format", { format: "video" }, [2]],
    ["stories alone", { format: "story" }, [3]],
    ["one topic", { topic: "events" }, [1]],
    ["all of it together", { q: "buku", format: "image", topic: "events" }, [1]],
  ] as const)("%s", (_, asked, found) =>
    expect(ids(searched(POSTS, { ...all, ...asked }))).toEqual(found),
  );
});

describe("a list sorted", () => {
  // post 3 and post 4 are of one second
  const POSTS = [
    line(2, { interactions: 9, reach: null, views: 5, engagement_rate: 0.01, score: 0.4 }),
    line(1, { interactions: 9, reach: 0, views: 7, engagement_rate: 0.03, score: 0 }),
    line(3, {
      published_at: 4,
      interactions: null,
      reach: 9,
      views: null,
      engagement_rate: 0.02,
      score: null,
    }),
    line(4, { interactions: 20, reach: 3, views: 6, engagement_rate: null, score: 3.2 }),
    line(5, {
      published_at: 0,
      interactions: 1,
      reach: 1,
      views: 1,
      engagement_rate: 0,
      score: null,
    }),
  ];
  test.each([
    ["newest", [4, 3, 2, 1, 5]],
    ["oldest", [5, 1, 2, 3, 4]],
    ["interactions", [4, 2, 1, 5, 3]],
    // nothing is more than unknown
    ["reach", [3, 4, 5, 1, 2]],
    ["views", [1, 4, 2, 5, 3]],
    ["rate", [1, 3, 2, 5, 4]],
    ["best", [4, 2, 1, 3, 5]],
    // what is not judged is not weak: last again
    ["weakest", [1, 2, 4, 3, 5]],
  ] as const)("by %s: the unknown last, of equals the newest first", (sort, order) => {
    const before = ids(POSTS);
    expect(ids(sorted(POSTS, sort))).toEqual(order);
    expect(ids(POSTS)).toEqual(before);
  });
});

describe("a page of thirty", () => {
  const posts = (count: number) => Array.from({ length: count }, (_, index) => line(index + 1));
  test.each([
    ["no post", 0, undefined, [], null],
    ["fewer", 3, undefined, [1, 3], null],
    ["just thirty: no more", 30, undefined, [1, 30], null],
    ["one more: the next page follows the thirtieth", 31, undefined, [1, 30], "30"],
    ["after the thirtieth", 31, "30", [31, 31], null],
    ["in the middle", 90, "30", [31, 60], "60"],
    ["the last whole page", 60, "30", [31, 60], null],
    ["after the last there is none", 31, "31", [], null],
    ["an old link begins anew", 31, "999", [1, 30], "30"],
  ])("%s", (_, count, cursor, ends, next_cursor) => {
    const found = pageOf(posts(count), cursor);
    const [first, last] = [found.page.at(0)?.id, found.page.at(-1)?.id];
    expect(first === undefined ? [] : [first, last]).toEqual(ends);
    expect(found.next_cursor).toBe(next_cursor);
  });
});

test.each([
  ["best", [40, 39, 38]],
  ["weakest", [1, 2, 3]],
] as const)(
  "sorted by %s, the pages follow each other, those without a score at the end",
  (sort, first) => {
    // forty judged, better each; five that are not
    const lines = Array.from({ length: 45 }, (_, index) =>
      line(index + 1, { score: index < 40 ? (index + 1) / 10 : null }),
    );
    const query = { q: "", sort, format: "posts", topic: null } as const;
    const one = toPostList(lines, query, undefined, asItIs);
    const two = toPostList(lines, query, one.next_cursor ?? undefined, asItIs);
    expect(ids(one.posts).slice(0, 3)).toEqual(first);
    expect(new Set([...ids(one.posts), ...ids(two.posts)]).size).toBe(45);
    expect(ids(two.posts).slice(-5)).toEqual([45, 44, 43, 42, 41]);
    expect(two.next_cursor).toBeNull();
  },
);

test("the list counts all that match, the stories that do not, and offers what there is", () => {
  const lines = [
    line(1, { topic: "events" }),
    line(2, { format: "story" }),
    line(3, { format: "video" }),
    line(4, { format: null }),
  ];
  const query = { q: "", sort: "newest", format: "posts", topic: null } as const;
  const { posts, ...list } = toPostList(lines, query, "4", asItIs);
  expect(ids(posts)).toEqual([3, 1]);
  expect(list).toEqual({
    ...query,
    total: 3,
    stories: 1,
    next_cursor: null,
    formats: ["image", "video", "story"],
    topics: ["events"],
  });
});
