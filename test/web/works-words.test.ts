/** What is said of what works, in both languages. */
import { expect, test } from "vitest";
import { type Claim, FACTORS, type Factor } from "../../functions/model/claim.ts";
import {
  chanceOfClaim,
  claimLine,
  claimSentence,
  levelName,
  levelPosts,
  ratioInWords,
  sizesInWords,
  tieSentence,
  worksWords,
} from "../../web/language/works.ts";
import { worksMethod } from "../../web/language/works-method.ts";
import { worksScreenWords } from "../../web/language/works-screen.ts";

const spoken = (language: "id" | "en") => ({
  language,
  time_zone: "Asia/Jakarta",
  now: 1_796_000_000,
});

const claim = (factor: Factor, level: string, more: Partial<Claim> = {}): Claim => ({
  factor,
  level,
  direction: 1,
  ratio: 1.62,
  low: 1.21,
  high: 2.14,
  posts: 34,
  chance: 0.0067,
  entangled_with: null,
  ...more,
});

test.each<[Claim, string, string]>([
  [
    claim("format", "short_video"),
    "Video pendek mendapat sekitar *1,6 kali* unggahan lain (antara 1,2 dan 2,1; 34 unggahan).",
    "Short videos get about *1.6 times* your other posts (between 1.2 and 2.1; 34 posts).",
  ],
  [
    claim("topic", "literacy", { direction: -1, ratio: 0.63, low: 0.44, high: 0.9, posts: 1234 }),
    "Unggahan bertopik “Literasi” mendapat sekitar *0,6 kali* unggahan lain (antara 0,4 dan 0,9; 1.234 unggahan).",
    "Posts on “Literacy” get about *0.6 times* your other posts (between 0.4 and 0.9; 1,234 posts).",
  ],
  [
    claim("weekday", "7", { ratio: 1.04, low: 0.97, high: 1.2 }),
    "Unggahan hari Minggu mendapat sekitar *1,04 kali* unggahan lain (antara 0,97 dan 1,20; 34 unggahan).",
    "Posts on a Sunday get about *1.04 times* your other posts (between 0.97 and 1.20; 34 posts).",
  ],
  [
    claim("rhythm", "more posts that week", { direction: -1, ratio: 0.7, posts: 240 }),
    "Pada minggu dengan lebih banyak unggahan, tiap unggahan mendapat *lebih sedikit* (240 unggahan).",
    "In weeks with more posts each post gets *less* (240 posts).",
  ],
])("a claim of %j", (one, id, en) => {
  expect([claimSentence(spoken("id"), one), claimSentence(spoken("en"), one)]).toEqual([id, en]);
});

test.each<[Factor, string, string, string]>([
  ["format", "other", "unggahan jenis lain", "posts of other kinds"],
  ["hours", "18-21", "unggahan pukul 18–21", "posts at 18–21"],
  ["weekday", "1", "unggahan hari Senin", "posts on a Monday"],
  ["length", "long", "unggahan berteks panjang", "posts with a long caption"],
  ["hashtags", "0", "unggahan tanpa tagar", "posts with no hashtag"],
  ["hashtags", "11+", "unggahan dengan 11 tagar atau lebih", "posts with 11 hashtags or more"],
  ["hashtag", "bukubaru", "unggahan dengan #bukubaru", "posts with #bukubaru"],
  ["question", "yes", "unggahan yang bertanya", "posts that ask a question"],
])("the posts of %s %s", (factor, level, id, en) => {
  expect([
    levelPosts(spoken("id"), factor, level),
    levelPosts(spoken("en"), factor, level),
  ]).toEqual([id, en]);
});

test("a level that nobody foresaw has its own name", () => {
  expect(levelName(spoken("id"), "topic", "crafts")).toBe("crafts");
  for (const language of ["id", "en"] as const) {
    expect(Object.keys(worksWords[language].factors)).toEqual([...FACTORS]);
  }
});

test("what always comes with something is said as such, and what would tell them apart", () => {
  const level = { factor: "format", level: "video", posts: 22 } as const;
  const tie = { factor: "hours", level: "18-21", share: 18 / 22 } as const;
  expect(tieSentence(spoken("id"), level, tie)).toBe(
    "18 dari 22 video terbit pukul 18–21: tidak bisa dipastikan jenisnya atau jamnya. Coba beberapa pada jam lain.",
  );
  expect(tieSentence(spoken("en"), level, tie)).toBe(
    "18 of 22 videos went out at 18–21: it cannot be told whether it is the format or the hour. Try some at another hour.",
  );
});

test.each([
  [0.0034, "kurang dari 1 dari 50"],
  [0.02, "sekitar 1 dari 50"],
  [0.0967, "sekitar 1 dari 10"],
])("how sure it is at a chance of %d", (chance, said) => {
  expect(chanceOfClaim("id", chance)).toContain(said);
});

test.each([
  [1.62, "1,6"],
  [0.63, "0,6"],
  [1, "1,00"],
  [0.96, "0,96"],
  [0.951, "0,95"],
  [0.949, "0,9"],
  [2, "2,0"],
])("a ratio of %d is %s", (ratio, said) => {
  expect(ratioInWords("id", ratio)).toBe(said);
});

test.each([
  // of one row, each with as many places
  [0.9, 0.9, 1.03, "0,90 0,90 1,03"],
  [1.1, 0.98, 1.1, "1,10 0,98 1,10"],
  [0.88, 0.8, 1, "0,88 0,80 1,00"],
  [1.62, 1.21, 2.14, "1,6 1,2 2,1"],
  [0.63, 0.44, 0.9, "0,6 0,4 0,9"],
  // two that one place would make alike
  [1.22, 1.18, 1.4, "1,22 1,18 1,40"],
  [1.3, 1.12, 1.33, "1,30 1,12 1,33"],
  // on either side of 1, and none near it
  [1.3, 0.9, 1.8, "1,3 0,9 1,8"],
  [1.2, 0.949, 1.5, "1,2 0,9 1,5"],
  [1.2, 0.95, 1.5, "1,20 0,95 1,50"],
  [1.3, 1.05, 1.6, "1,30 1,05 1,60"],
  [1.3, 1.051, 1.6, "1,3 1,1 1,6"],
  [0.2, 0.04, 0.9, "0,20 0,04 0,90"],
])("a size of %d, %d to %d, is %s", (ratio, low, high, said) => {
  const sizes = sizesInWords("id", { ratio, low, high });
  expect([sizes.ratio, sizes.low, sizes.high].join(" ")).toBe(said);
});

test.each(["id", "en"] as const)("what is judged is no screen, in %s", (language) => {
  const said = JSON.stringify([
    chanceOfClaim(language, 0.001),
    chanceOfClaim(language, 0.1),
    worksMethod[language],
    worksScreenWords[language].could_see(60, 30),
    worksScreenWords[language].could_not_see(60),
  ]);
  expect(said).not.toMatch(/\blayar\b|\bscreens?\b/);
});

test("in a line without its interval", () => {
  expect(claimLine(spoken("id"), claim("hours", "12-15"))).toBe(
    "Unggahan pukul 12–15 mendapat sekitar *1,6 kali* unggahan lain",
  );
});
