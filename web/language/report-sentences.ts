/**
 * The sentences of the monthly report's summary: what a head of a library signs, so each says no more than its rule holds.
 * Months, days and names come said; counts as numbers, so that English knows one from many.
 */
import type { HeadlineMetric } from "../../functions/model/metric.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { count, english } from "./speech.ts";

type Direction = "up" | "down";

/** What a figure is called where it moves. */
const id_moved: Record<HeadlineMetric, string> = {
  engagement_rate: "Tingkat keterlibatan",
  reach: "Jangkauan",
  views: "Tayangan",
  followers: "Jumlah pengikut",
};

const en_moved: Record<HeadlineMetric, string> = {
  engagement_rate: "The engagement rate",
  reach: "The reach",
  views: "The views",
  followers: "The number of followers",
};

const id = {
  no_figures: (month: string) => `Untuk ${month} belum ada angka yang diketahui.`,
  posted: {
    none: (month: string) => `Selama ${month} tidak ada unggahan yang terbit`,
    some: (month: string, posts: number, accounts: number) =>
      `Selama ${month} perpustakaan menerbitkan ${count("id", posts)} unggahan di ${count("id", accounts)} akun`,
    before: (posts: number, month: string) =>
      posts === 0
        ? `; pada ${month} tidak ada unggahan`
        : `, dibandingkan ${count("id", posts)} unggahan pada ${month}`,
    none_before: (posts: number, month: string) =>
      posts === 0
        ? `, seperti pada ${month}`
        : `; pada ${month} terbit ${count("id", posts)} unggahan`,
    interactions: (interactions: number, posts: number) =>
      `; ${posts === 1 ? "unggahan itu" : "semuanya"} mendapat ${count("id", interactions)} interaksi`,
  },
  silent_month: (accounts: string, month: string) =>
    `Selama ${month} tidak ada unggahan di ${accounts}.`,
  changed: {
    up: (measure: HeadlineMetric, account: string, before: string, value: string) =>
      `${id_moved[measure]} ${account} naik dari ${before} menjadi ${value}.`,
    down: (measure: HeadlineMetric, account: string, before: string, value: string) =>
      `${id_moved[measure]} ${account} turun dari ${before} menjadi ${value}.`,
  } satisfies Record<Direction, unknown>,
  changed_times: (
    measure: HeadlineMetric,
    account: string,
    times: string,
    before: string,
    value: string,
  ) =>
    `${id_moved[measure]} ${account} naik menjadi ${times} kali lipat, dari ${before} ke ${value}.`,
  steady: (accounts: number) =>
    accounts === 1
      ? "Dibandingkan bulan sebelumnya, tidak ada angka yang berubah melebihi naik-turun biasanya."
      : `Dibandingkan bulan sebelumnya, tidak ada angka di ${count("id", accounts)} akun yang berubah melebihi naik-turun biasanya.`,
  followers: {
    more: (change: string, start: string, end: string) =>
      `Jumlah pengikut seluruh akun bertambah ${change}, dari ${start} menjadi ${end}.`,
    fewer: (change: string, start: string, end: string) =>
      `Jumlah pengikut seluruh akun berkurang ${change}, dari ${start} menjadi ${end}.`,
    same: (end: string) => `Jumlah pengikut seluruh akun tetap ${end}.`,
  },
  weak: (account: string, since: string, posts: number, size: string) =>
    `${account} melemah sejak ${since}: ${count("id", posts)} unggahan mendapat ${size}.`,
  weak_over: (account: string, from: string, posts: number, size: string) =>
    `${account} sempat melemah (${from}): ${count("id", posts)} unggahan mendapat ${size}.`,
  recovered: (account: string, after: string, from: string) =>
    `${account} pulih sesudah ${after}; masa lemahnya bermula ${from}.`,
  best_post: (caption: string | null, account: string, on: string) =>
    `Unggahan terbaik bulan ini${caption === null ? "" : `, “${caption}”,`} terbit di ${account} pada ${on}`,
  best_got: (interactions: number) => ` dan mendapat ${count("id", interactions)} interaksi`,
  best_times: (times: string) => `, ${times} kali biasanya`,
  events: {
    some: (events: number) => `Perpustakaan mengadakan ${count("id", events)} acara`,
    visitors: (visitors: number) =>
      visitors === 0
        ? ", tanpa pengunjung yang tercatat"
        : ` dengan ${count("id", visitors)} pengunjung yang tercatat`,
    unknown: "; jumlah pengunjungnya belum dicatat",
  },
  evidence: {
    posts: "Unggahan",
    accounts: "Akun",
    interactions: "Interaksi (suka + komentar + dibagikan)",
    start: "Pengikut pada awal bulan",
    end: "Pengikut pada akhir bulan",
    last_day: "Pengikut pada hari terakhir",
    change: "Selisih",
    visitors: "Pengunjung",
    events: "Acara",
    from: "Mulai",
    last: "Unggahan terakhirnya",
    chance: "Kalau hanya kebetulan, muncul sekali dalam",
    published: "Terbit",
    score: "Dibandingkan biasanya",
    reach: "Jangkauan",
    views: "Tayangan",
    silent: "Akun tanpa unggahan",
  },
  /** Why such a change is told. */
  sure: "Perubahan ini melebihi naik-turun yang biasa, jadi bukan sekadar kebetulan.",
};

const en: typeof id = {
  no_figures: (month) => `No figures are known yet for ${month}.`,
  posted: {
    none: (month) => `During ${month} nothing was published`,
    some: (month, posts, accounts) =>
      `During ${month} the library published ${english(posts, "post", "posts")} on ${english(accounts, "account", "accounts")}`,
    before: (posts, month) =>
      posts === 0
        ? `; in ${month} there was none`
        : `, against ${english(posts, "post", "posts")} in ${month}`,
    none_before: (posts, month) =>
      posts === 0
        ? `, as in ${month}`
        : `; in ${month} there ${posts === 1 ? "was" : "were"} ${english(posts, "post", "posts")}`,
    interactions: (interactions, posts) =>
      `; ${posts === 1 ? "it" : "together they"} brought ${english(interactions, "interaction", "interactions")}`,
  },
  silent_month: (accounts, month) => `Nothing was published on ${accounts} in ${month}.`,
  changed: {
    up: (measure, account, before, value) =>
      `${en_moved[measure]} of ${account} rose from ${before} to ${value}.`,
    down: (measure, account, before, value) =>
      `${en_moved[measure]} of ${account} fell from ${before} to ${value}.`,
  },
  changed_times: (measure, account, times, before, value) =>
    `${en_moved[measure]} of ${account} rose to ${times} times as much, from ${before} to ${value}.`,
  steady: (accounts) =>
    accounts === 1
      ? "Against the month before, no figure of the account moved by more than its usual ups and downs."
      : `Against the month before, no figure of the ${count("en", accounts)} accounts moved by more than its usual ups and downs.`,
  followers: {
    more: (change, start, end) =>
      `The followers of all accounts grew by ${change}, from ${start} to ${end}.`,
    fewer: (change, start, end) =>
      `The followers of all accounts fell by ${change}, from ${start} to ${end}.`,
    same: (end) => `The followers of all accounts stayed at ${end}.`,
  },
  weak: (account, since, posts, size) =>
    `${account} has been weak since ${since}: ${english(posts, "post", "posts")} got ${size}.`,
  weak_over: (account, from, posts, size) =>
    `${account} was weak for a while (${from}): ${english(posts, "post", "posts")} got ${size}.`,
  recovered: (account, after, from) =>
    `${account} recovered after ${after}; its weak streak began on ${from}.`,
  best_post: (caption, account, on) =>
    `The month’s best post${caption === null ? "" : `, “${caption}”,`} was published on ${account} on ${on}`,
  best_got: (interactions) =>
    ` and brought ${english(interactions, "interaction", "interactions")}`,
  best_times: (times) => `, ${times} times the usual`,
  events: {
    some: (events) => `The library held ${english(events, "event", "events")}`,
    visitors: (visitors) =>
      visitors === 0
        ? ", with no visitor counted"
        : ` with ${english(visitors, "visitor", "visitors")} counted`,
    unknown: "; the visitors are not noted yet",
  },
  evidence: {
    posts: "Posts",
    accounts: "Accounts",
    interactions: "Interactions (likes + comments + shares)",
    start: "Followers when the month began",
    end: "Followers when the month ended",
    last_day: "Followers on the last day",
    change: "Difference",
    visitors: "Visitors",
    events: "Events",
    from: "Since",
    last: "Its last post",
    chance: "By chance alone, once in",
    published: "Published",
    score: "Against the usual",
    reach: "Reach",
    views: "Views",
    silent: "Accounts without a post",
  },
  sure: "This is more than the usual ups and downs, so it is not mere chance.",
};

export const sentenceWords: Record<Language, typeof id> = { id, en };
