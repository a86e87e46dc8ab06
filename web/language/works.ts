/**
 * What is said of what works: the names of what posts are compared by, and the sentences of claims. A claim is a difference
 * that was seen, not a cause, and what gets less is said without blame.
 */
import type { Claim, Entanglement, Factor } from "../../functions/model/claim.ts";
import type { Format } from "../../functions/model/format.ts";
import type { LevelSeen } from "../../functions/model/look.ts";
import type { Topic } from "../../functions/model/topic.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { names } from "./names.ts";
import { numeral } from "./numerals.ts";
import { count, english, type Spoken, speechOf } from "./speech.ts";

/** Where one of two things done together could be changed. */
type Tied = "format" | "topic" | "hours";

const id = {
  /** By what posts are compared: the list's headings. */
  factors: {
    format: "Jenis",
    topic: "Topik",
    hours: "Jam terbit",
    weekday: "Hari terbit",
    length: "Panjang teks unggahan",
    hashtags: "Jumlah tagar",
    hashtag: "Tagar",
    question: "Pertanyaan",
    rhythm: "Kerapatan",
  } as Record<Factor, string>,
  /** In "whether it is the … or the …". */
  which: {
    format: "jenisnya",
    topic: "topiknya",
    hours: "jamnya",
    weekday: "harinya",
    length: "panjang teksnya",
    hashtags: "jumlah tagarnya",
    hashtag: "tagarnya",
    question: "pertanyaannya",
    rhythm: "kerapatannya",
  } as Record<Factor, string>,
  lengths: { short: "pendek", medium: "sedang", long: "panjang" } as Record<string, string>,
  hashtags: {
    "0": "tanpa tagar",
    "1-3": "1–3 tagar",
    "4-10": "4–10 tagar",
    "11+": "11 tagar atau lebih",
  } as Record<string, string>,
  asks: "bertanya",
  rhythm: "lebih banyak unggahan seminggu",
  /** The posts at a level, inside a sentence. */
  subject: {
    format: (level: string) => (level === "lainnya" ? "unggahan jenis lain" : level),
    topic: (level: string) => `unggahan bertopik “${level}”`,
    hours: (level: string) => `unggahan pukul ${level}`,
    weekday: (level: string) => `unggahan hari ${level}`,
    length: (level: string) => `unggahan berteks ${level}`,
    hashtags: (level: string) =>
      level.startsWith("tanpa") ? `unggahan ${level}` : `unggahan dengan ${level}`,
    hashtag: (level: string) => `unggahan dengan ${level}`,
    question: (_level: string) => "unggahan yang bertanya",
    rhythm: (_level: string) => "unggahan pada minggu yang ramai unggahan",
  } as Record<Factor, (level: string) => string>,
  claim: (subject: string, ratio: string, low: string, high: string, posts: number) =>
    `${subject} mendapat sekitar *${ratio} kali* unggahan lain (antara ${low} dan ${high}; ${count("id", posts)} unggahan).`,
  /** Without interval and number: where a line has to do. */
  claim_short: (subject: string, ratio: string) =>
    `${subject} mendapat sekitar *${ratio} kali* unggahan lain`,
  busier: {
    1: (posts: number) =>
      `Pada minggu dengan lebih banyak unggahan, tiap unggahan mendapat *lebih banyak* (${count("id", posts)} unggahan).`,
    [-1]: (posts: number) =>
      `Pada minggu dengan lebih banyak unggahan, tiap unggahan mendapat *lebih sedikit* (${count("id", posts)} unggahan).`,
  } as Record<1 | -1, (posts: number) => string>,
  busier_short: {
    1: "Pada minggu dengan lebih banyak unggahan, tiap unggahan mendapat *lebih banyak*",
    [-1]: "Pada minggu dengan lebih banyak unggahan, tiap unggahan mendapat *lebih sedikit*",
  } as Record<1 | -1, string>,
  chance: {
    rare: "Kebetulan sekuat ini, di antara semua yang dibandingkan, muncul pada kurang dari 1 dari 50 penilaian.",
    other: (looks: number) =>
      `Kebetulan sekuat ini, di antara semua yang dibandingkan, muncul pada sekitar 1 dari ${count("id", looks)} penilaian.`,
  },
  tied: {
    format: (here: string, of: string, subject: string, level: string) =>
      `${here} dari ${of} ${subject} berupa ${level}`,
    topic: (here: string, of: string, subject: string, level: string) =>
      `${here} dari ${of} ${subject} bertopik “${level}”`,
    hours: (here: string, of: string, subject: string, level: string) =>
      `${here} dari ${of} ${subject} terbit pukul ${level}`,
  } satisfies Record<Tied, unknown>,
  untold: (one: string, other: string) => `: tidak bisa dipastikan ${one} atau ${other}.`,
  untie: {
    format: "Coba beberapa dengan jenis lain.",
    topic: "Coba beberapa dengan topik lain.",
    hours: "Coba beberapa pada jam lain.",
  } satisfies Record<Tied, string>,
  nothing:
    "Tidak ada yang berbeda secara meyakinkan. Selisih yang ada di antara jenis, topik, dan jam Anda masih bisa karena kebetulan.",
  learning: (posts: number) =>
    posts === 0
      ? "Belum ada unggahan yang cukup umur untuk dibandingkan; mulai 30 unggahan perbedaannya dinilai."
      : `Baru ${count("id", posts)} unggahan yang bisa dibandingkan; mulai 30 unggahan perbedaannya dinilai.`,
  too_few:
    "Kebanyakan unggahan mendapat kurang dari 4 interaksi: terlalu sedikit untuk melihat apa yang berbeda.",
  few: (posts: number, subject: string, needed: number) =>
    `Baru ${count("id", posts)} ${subject}; sekitar ${count("id", needed)} diperlukan untuk melihat selisih dua kali lipat.`,
  few_ever: (posts: number, subject: string) =>
    `Baru ${count("id", posts)} ${subject}; belum cukup untuk melihat selisih dua kali lipat.`,
  gone: (month: string) => `Sejak ${month} tidak lagi terlihat berbeda.`,
  /** What to do next, by a claim. */
  try: {
    format: (level: string, ratio: string) =>
      `Buat lagi ${level}: di akun ini terlihat mendapat sekitar ${ratio} kali unggahan lain.`,
    topic: (level: string, ratio: string) =>
      `Angkat lagi topik “${level}”: di akun ini terlihat mendapat sekitar ${ratio} kali unggahan lain.`,
    hours: (level: string, ratio: string) =>
      `Terbitkan pukul ${level}: di akun ini terlihat mendapat sekitar ${ratio} kali unggahan lain.`,
  } satisfies Record<Tied, unknown>,
  all_accounts: "Di semua akun",
  difference: "Ini perbedaan yang terlihat, bukan bukti sebabnya.",
};

const en: typeof id = {
  factors: {
    format: "Format",
    topic: "Topic",
    hours: "Hour of day",
    weekday: "Day of the week",
    length: "Length of the caption",
    hashtags: "Number of hashtags",
    hashtag: "Hashtag",
    question: "Question",
    rhythm: "Pace",
  },
  which: {
    format: "the format",
    topic: "the topic",
    hours: "the hour",
    weekday: "the day",
    length: "the length",
    hashtags: "the number of hashtags",
    hashtag: "the hashtag",
    question: "the question",
    rhythm: "the pace",
  },
  lengths: { short: "short", medium: "medium", long: "long" },
  hashtags: {
    "0": "no hashtag",
    "1-3": "1–3 hashtags",
    "4-10": "4–10 hashtags",
    "11+": "11 hashtags or more",
  },
  asks: "asks a question",
  rhythm: "more posts a week",
  subject: {
    format: (level) => (level === "other kinds" ? "posts of other kinds" : level),
    topic: (level) => `posts on “${level}”`,
    hours: (level) => `posts at ${level}`,
    weekday: (level) => `posts on a ${level}`,
    length: (level) => `posts with a ${level} caption`,
    hashtags: (level) => `posts with ${level}`,
    hashtag: (level) => `posts with ${level}`,
    question: () => "posts that ask a question",
    rhythm: () => "posts of busy weeks",
  },
  claim: (subject, ratio, low, high, posts) =>
    `${subject} get about *${ratio} times* your other posts (between ${low} and ${high}; ${english(posts, "post", "posts")}).`,
  claim_short: (subject, ratio) => `${subject} get about *${ratio} times* your other posts`,
  busier: {
    1: (posts) =>
      `In weeks with more posts each post gets *more* (${english(posts, "post", "posts")}).`,
    [-1]: (posts) =>
      `In weeks with more posts each post gets *less* (${english(posts, "post", "posts")}).`,
  },
  busier_short: {
    1: "In weeks with more posts each post gets *more*",
    [-1]: "In weeks with more posts each post gets *less*",
  },
  chance: {
    rare: "Counting everything that is compared, luck alone would show something this strong in fewer than 1 of 50 monthly comparisons.",
    other: (looks) =>
      `Counting everything that is compared, luck alone would show something this strong in about 1 of ${count("en", looks)} monthly comparisons.`,
  },
  tied: {
    format: (here, of, subject, level) => `${here} of ${of} ${subject} were ${level}`,
    topic: (here, of, subject, level) => `${here} of ${of} ${subject} were on “${level}”`,
    hours: (here, of, subject, level) => `${here} of ${of} ${subject} went out at ${level}`,
  },
  untold: (one, other) => `: it cannot be told whether it is ${one} or ${other}.`,
  untie: {
    format: "Try some in another format.",
    topic: "Try some on another topic.",
    hours: "Try some at another hour.",
  },
  nothing:
    "Nothing differs convincingly. The gaps between your formats, topics and hours may still be chance.",
  learning: (posts) =>
    posts === 0
      ? "No post is old enough to be compared yet; from 30 posts on differences are judged."
      : `Only ${english(posts, "post", "posts")} can be compared so far; from 30 posts on differences are judged.`,
  too_few: "Most posts draw fewer than 4 interactions: too few to see what differs.",
  few: (posts, subject, needed) =>
    `Only ${count("en", posts)} ${subject} so far; about ${count("en", needed)} are needed to see a doubling.`,
  few_ever: (posts, subject) =>
    `Only ${count("en", posts)} ${subject} so far: not enough to see a doubling.`,
  gone: (month) => `No longer seen to differ since ${month}.`,
  try: {
    format: (level, ratio) =>
      `Make ${level} again: on this account they have been getting about ${ratio} times as much as other posts.`,
    topic: (level, ratio) =>
      `Take up “${level}” again: on this account it has been getting about ${ratio} times as much as other posts.`,
    hours: (level, ratio) =>
      `Publish at ${level}: on this account posts at that time have been getting about ${ratio} times as much as others.`,
  },
  all_accounts: "On all accounts",
  difference: "This is a difference that was seen, not proof of a cause.",
};

export const worksWords: Record<Language, typeof id> = { id, en };

/** 1 January 2024 was a Monday. */
const mondayAnd = (weekday: string): string => `2024-01-0${weekday}`;

/** A level as a list names it: `video pendek`, `Literasi`, `18–21`, `Senin`, `#bukubaru`. */
export function levelName(chrome: Spoken, factor: Factor, level: string): string {
  const words = worksWords[chrome.language];
  const { formats, topics } = names[chrome.language];
  switch (factor) {
    case "format":
      return formats[level as Format] ?? level;
    case "topic":
      return topics[level as Topic] ?? level;
    case "hours":
      return level.replace("-", "–");
    case "weekday":
      return speechOf(chrome).weekday(mondayAnd(level));
    case "length":
      return words.lengths[level] ?? level;
    case "hashtags":
      return words.hashtags[level] ?? level;
    case "hashtag":
      return `#${level}`;
    case "question":
      return words.asks;
    case "rhythm":
      return words.rhythm;
  }
}

/** The posts at a level, inside a sentence: `unggahan pukul 18–21`. */
export const levelPosts = (chrome: Spoken, factor: Factor, level: string): string =>
  worksWords[chrome.language].subject[factor](levelName(chrome, factor, level));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `1,6`; what one place would call 1,0 gets two. */
export function ratioInWords(language: Language, ratio: number): string {
  const places = Math.abs(ratio - 1) < 0.05 || ratio < 0.1 ? 2 : 1;
  return numeral(language, ratio, places);
}

/** Near 1 a tenth is too coarse. */
const NEAR_ONE = { low: 0.95, high: 1.05 };

/**
 * A size with its range, all three with as many places: `1,6`, `1,2`, `2,1`. Two places where one lies near 1, or is smaller than
 * a tenth, and where one place would make two of them alike.
 */
export function sizesInWords(
  language: Language,
  { ratio, low, high }: { ratio: number; low: number; high: number },
): { ratio: string; low: string; high: string } {
  const sizes = [ratio, low, high];
  const coarse = sizes.map((size) => numeral(language, size, 1));
  const fine =
    sizes.some((size) => (size >= NEAR_ONE.low && size <= NEAR_ONE.high) || size < 0.1) ||
    new Set(coarse).size < sizes.length;
  const said = (size: number) => numeral(language, size, fine ? 2 : 1);
  return { ratio: said(ratio), low: said(low), high: said(high) };
}

/** The whole claim; `*…*` marks what counts. */
export function claimSentence(chrome: Spoken, claim: Claim): string {
  const words = worksWords[chrome.language];
  const { factor, level, direction, posts } = claim;
  if (factor === "rhythm") return words.busier[direction](posts);
  const { ratio, low, high } = sizesInWords(chrome.language, claim);
  const subject = capital(levelPosts(chrome, factor, level));
  return words.claim(subject, ratio, low, high, posts);
}

/** In a line, without interval and full stop. */
export function claimLine(
  chrome: Spoken,
  claim: Pick<Claim, "factor" | "level" | "direction" | "ratio">,
): string {
  const words = worksWords[chrome.language];
  const { factor, level, direction, ratio } = claim;
  if (factor === "rhythm") return words.busier_short[direction];
  const subject = capital(levelPosts(chrome, factor, level));
  return words.claim_short(subject, ratioInWords(chrome.language, ratio));
}

/** The first thing to try, by a claim. */
export const tryInWords = (
  chrome: Spoken,
  { factor, level, ratio }: { factor: Tied; level: string; ratio: number },
): string =>
  worksWords[chrome.language].try[factor](
    levelName(chrome, factor, level),
    ratioInWords(chrome.language, ratio),
  );

/** How sure a claim is. */
export function chanceOfClaim(language: Language, chance: number): string {
  const { rare, other } = worksWords[language].chance;
  return chance < 0.02 ? rare : other(Math.round(1 / chance));
}

/** What a level nearly always comes with, and what would tell them apart. */
export function tieSentence(
  chrome: Spoken,
  { factor, level, posts }: Pick<LevelSeen, "factor" | "level" | "posts">,
  tie: Entanglement,
): string {
  const words = worksWords[chrome.language];
  const held = tie.factor as Tied;
  const said = words.tied[held](
    count(chrome.language, Math.round(tie.share * posts)),
    count(chrome.language, posts),
    levelPosts(chrome, factor, level),
    levelName(chrome, tie.factor, tie.level),
  );
  return `${said}${words.untold(words.which[factor], words.which[held])} ${words.untie[held]}`;
}
