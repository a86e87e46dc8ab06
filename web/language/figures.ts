/** What a figure of the Overview says: what it is, how it changed, by which formula, of which numbers. */
import type { Absence, FigurePart, Formula } from "../../functions/model/figure.ts";
import type { HeadlineMetric, RateBase } from "../../functions/model/metric.ts";
import { count, english } from "./speech.ts";

type Explained = Record<Exclude<HeadlineMetric, "engagement_rate">, string> & {
  engagement_rate: Record<RateBase, string>;
};

const id = {
  tap: "Ketuk sebuah angka untuk melihat cara menghitungnya.",
  /** What a figure is, in one line. */
  explained: {
    engagement_rate: {
      followers: "dari 100 pengikut, berapa yang bereaksi",
      reach: "dari 100 orang yang melihat, berapa yang bereaksi",
      views: "dari 100 tayangan, berapa reaksinya",
    },
    reach: "berapa orang yang melihat",
    views: "berapa kali konten tampil di layar (dahulu impresi)",
    followers: "berapa akun yang mengikuti",
  } satisfies Explained,
  compared: (days: number) => `dibanding ${count("id", days)} hari sebelumnya`,
  compared_year: (when: string) => `dibanding setahun sebelumnya (${when})`,
  longer_than_a_year: "lebih dari setahun: tanpa pembanding setahun sebelumnya",
  /** What a figure counts, beside it. */
  units: {
    mean_daily_reach: () => "rata-rata sehari",
    median_post_reach: () => "per unggahan",
    sum_daily_views: (days: number) => `jumlah ${count("id", days)} hari`,
    sum_post_views: (days: number) => `unggahan ${count("id", days)} hari ini`,
  } as Partial<Record<Formula, (days: number) => string>>,
  never_given: (platforms: string) => `${platforms} tidak memberikannya.`,
  together: "Semua",
  absences: {
    not_available: "tidak tersedia",
    not_read: "belum terbaca",
    not_enough: "data belum cukup",
    no_followers: "jumlah pengikut belum diketahui",
    no_data: "belum ada data",
  } satisfies Record<Absence, string>,
  changes: { steady: "tetap", none: "tanpa pembanding" },
  from: (before: string) => `dari ${before}`,
  times_from: (times: string, before: string) => `${times} kali dari ${before}`,
  unsure: "bisa kebetulan",
  few: "data masih sedikit",
  up: "naik",
  down: "turun",
  trend: "Lihat tren",
  formulas: {
    median_post_rate:
      "Dihitung per unggahan, lalu diambil nilai tengahnya (median): (suka + komentar + dibagikan) ÷ pengikut saat terbit, atas unggahan yang sudah berumur 48 jam.",
    median_post_rate_by_reach:
      "Dihitung per unggahan, lalu diambil nilai tengahnya (median): (suka + komentar + dibagikan) ÷ jangkauan, atas unggahan yang sudah berumur 48 jam.",
    median_post_rate_by_views:
      "Dihitung per unggahan, lalu diambil nilai tengahnya (median): (suka + komentar + dibagikan) ÷ tayangan, atas unggahan yang sudah berumur 48 jam.",
    mean_daily_reach:
      "Rata-rata jangkauan harian. Jangkauan adalah orang, jadi hari-harinya tidak dijumlahkan.",
    median_post_reach: "Nilai tengah (median) jangkauan unggahan yang terbit dalam periode ini.",
    sum_daily_views: "Jumlah tayangan harian akun.",
    sum_post_views: "Jumlah tayangan unggahan yang terbit dalam periode ini.",
    last_followers: "Jumlah pengikut terakhir yang diketahui dalam periode ini.",
  } satisfies Record<Formula, string>,
  /** All platforms together, where they are not simply one more platform. */
  formulas_together: {
    views: "Jumlah tayangan unggahan semua akun yang terbit dalam periode ini.",
    followers: "Jumlah pengikut semua platform, menurut angka terakhir yang diketahui.",
  } as Partial<Record<HeadlineMetric, string>>,
  /** A part of a figure by its name; one that has no name here is not shown. */
  parts: {
    posts: "Unggahan dihitung",
    too_early: "Belum 48 jam saat dibaca",
    without_followers: "Tanpa jumlah pengikut",
    without_reach: "Tanpa angka jangkauan",
    without_views: "Tanpa angka tayangan",
    interactions: "Interaksi, jumlah semuanya",
    followers: "Pengikut, median",
    reach: "Jangkauan, median",
    views: "Tayangan, median",
    days: "Hari yang diketahui",
    days_before: "Hari yang diketahui sebelumnya",
    days_year: "Hari yang diketahui setahun lalu",
    median_post_reach: "Jangkauan per unggahan, median",
    followers_before: "Sebelum periode ini",
    followers_change: "Perubahan",
    followers_gained: "Pengikut baru",
    followers_lost: "Berhenti mengikuti",
    accounts: "Akun yang dijumlahkan",
  } satisfies Record<FigurePart, string>,
  befores: { before: "Periode sebelumnya", year: "Setahun sebelumnya" },
  before_as_many: "Sebelumnya, untuk hari sebanyak itu",
  read_at: (when: string, platform: string | null) =>
    `Dibaca ${when}${platform ? ` dari ${platform}` : ""}.`,
  brought_at: (when: string) => `Dari berkas atau ketikan, ${when}.`,
  of_choice: "video pilihan",
  why_of_choice:
    "Berkas TikTok hanya berisi video yang dipilih saat diekspor; video lain dari akun ini tidak diketahui.",
  why: {
    not_available: "Platform ini tidak memberikan angka tersebut.",
    not_read: "Angka ini tidak ada dalam yang sudah dibaca, misalnya berkas tanpa kolomnya.",
    not_enough: "Unggahannya terlalu sedikit untuk angka yang jujur.",
    no_followers: "Tingkat keterlibatan membutuhkan jumlah pengikut saat unggahan terbit.",
    no_data: "Dalam periode ini tidak ada yang terbaca.",
  } satisfies Record<Absence, string>,
};

const en: typeof id = {
  tap: "Tap a figure to see how it is computed.",
  explained: {
    engagement_rate: {
      followers: "of 100 followers, how many reacted",
      reach: "of 100 people who saw it, how many reacted",
      views: "reactions to 100 views",
    },
    reach: "how many people saw it",
    views: "how often it came up on a screen (formerly impressions)",
    followers: "how many accounts follow",
  },
  compared_year: (when) => `against a year before (${when})`,
  longer_than_a_year: "longer than a year: no comparison with a year before",
  compared: (days) => `against the ${english(days, "day", "days")} before`,
  units: {
    mean_daily_reach: () => "daily average",
    median_post_reach: () => "per post",
    sum_daily_views: (days) => `sum of ${english(days, "day", "days")}`,
    sum_post_views: (days) => `posts of these ${english(days, "day", "days")}`,
  },
  never_given: (platforms) => `Not given by ${platforms}.`,
  together: "All",
  absences: {
    not_available: "not available",
    not_read: "not read yet",
    not_enough: "not enough data",
    no_followers: "followers not known yet",
    no_data: "no data yet",
  },
  changes: { steady: "steady", none: "no comparison" },
  from: (before) => `from ${before}`,
  times_from: (times, before) => `${times} times ${before}`,
  unsure: "may be chance",
  few: "little data yet",
  up: "up",
  down: "down",
  trend: "See the trend",
  formulas: {
    median_post_rate:
      "Computed for each post, then the middle one is taken (median): (likes + comments + shares) ÷ followers at publishing, over the posts that are 48 hours old.",
    median_post_rate_by_reach:
      "Computed for each post, then the middle one is taken (median): (likes + comments + shares) ÷ reach, over the posts that are 48 hours old.",
    median_post_rate_by_views:
      "Computed for each post, then the middle one is taken (median): (likes + comments + shares) ÷ views, over the posts that are 48 hours old.",
    mean_daily_reach: "Average of the daily reach. Reach is people, so days are not added up.",
    median_post_reach: "The middle (median) reach of the posts published in this period.",
    sum_daily_views: "Sum of the account's daily views.",
    sum_post_views: "Sum of the views of the posts published in this period.",
    last_followers: "The last follower count known in this period.",
  },
  formulas_together: {
    views: "Sum of the views of all accounts' posts published in this period.",
    followers: "Sum of the followers on all platforms, by the last counts known.",
  },
  parts: {
    posts: "Posts counted",
    too_early: "Not yet 48 hours old when read",
    without_followers: "Without a follower count",
    without_reach: "Without a reach",
    without_views: "Without views",
    interactions: "Interactions, all added up",
    followers: "Followers, median",
    reach: "Reach, median",
    views: "Views, median",
    days: "Days known",
    days_before: "Days known before",
    days_year: "Days known a year ago",
    median_post_reach: "Reach of a post, median",
    followers_before: "Before this period",
    followers_change: "Change",
    followers_gained: "New followers",
    followers_lost: "Unfollows",
    accounts: "Accounts added up",
  },
  befores: { before: "Period before", year: "A year before" },
  before_as_many: "Before, for as many days",
  read_at: (when, platform) => `Read ${when}${platform ? ` from ${platform}` : ""}.`,
  brought_at: (when) => `From a file or typed, ${when}.`,
  of_choice: "chosen videos",
  why_of_choice:
    "A TikTok file holds only the videos that were chosen when it was exported; the account's others are not known.",
  why: {
    not_available: "This platform does not give the figure.",
    not_read: "What was read so far does not hold this figure, such as a file without its column.",
    not_enough: "There are too few posts for an honest figure.",
    no_followers: "The engagement rate needs the follower count at publishing.",
    no_data: "Nothing was read in this period.",
  },
};

export const figureWords = { id, en };
