/** What a trend's page says. */
import type { Grain } from "../../functions/model/day.ts";
import type { Formula } from "../../functions/model/figure.ts";
import type { HeadlineMetric } from "../../functions/model/metric.ts";
import { RUNNING_POSTS } from "../../functions/model/trend.ts";
import { count, english } from "./speech.ts";

const id = {
  trend_of: (metric: string) => `Tren: ${metric}`,
  metric_label: "Angka",
  tabs: {
    engagement_rate: "Keterlibatan",
    reach: "Jangkauan",
    views: "Tayangan",
    followers: "Pengikut",
  } satisfies Record<HeadlineMetric, string>,
  grain_label: "Per",
  grains: { day: "hari", week: "minggu", month: "bulan" } satisfies Record<Grain, string>,
  panel: (account: string, metric: string, period: string) => `${account}: ${metric}, ${period}`,
  nothing:
    "Belum ada yang terbaca dalam periode ini. Pilih periode lain, atau masukkan angka di bagian Data.",
  never: (accounts: string) => `${accounts} tidak memberikannya.`,
  none: (accounts: string) => `${accounts}: tidak ada angka dalam periode ini.`,
  /** What the newest value of a panel is of, by how it is made. */
  unit: {
    median_post_rate: () => `${RUNNING_POSTS} unggahan terakhir`,
    median_post_rate_by_reach: () => `${RUNNING_POSTS} unggahan terakhir`,
    median_post_rate_by_views: () => `${RUNNING_POSTS} unggahan terakhir`,
    median_post_reach: () => `orang per unggahan, ${RUNNING_POSTS} unggahan terakhir`,
    mean_daily_reach: (when: string) => `orang, rata-rata sehari, ${when}`,
    sum_daily_views: (when: string) => `tayangan, ${when}`,
    sum_post_views: (when: string) => `tayangan unggahan yang terbit ${when}`,
    last_followers: () => "",
  } satisfies Record<Formula, (when: string) => string>,
  gained: (net: string) => `${net} dalam periode ini`,
  few_posts: (posts: number) =>
    `${count("id", posts)} unggahan: terlalu sedikit untuk sebuah garis`,
  above: (highest: string) => `paling tinggi ${highest}, di atas skala`,
  /** The figure of the whole period; what it was before follows. */
  whole_period: (value: string) => `Seluruh periode: ${value}`,
  break_at: (when: string) => `${when}: platform mengubah arti angka ini.`,
  /** How to read the panels. */
  legend: {
    dots: "Titik: satu unggahan.",
    line: `Garis: nilai tengah ${RUNNING_POSTS} unggahan terakhir.`,
    above: "Coretan di tepi atas: di atas skala.",
    range: "Pita: kisaran biasa akun itu.",
    crowded:
      "Unggahannya terlalu banyak untuk digambar satu per satu; pilih periode yang lebih pendek atau satu platform untuk melihat titiknya.",
    views: "Tayangan dahulu disebut impresi.",
    own_scale: "Setiap akun memakai skalanya sendiri.",
    cut_axis: "Skalanya tidak mulai dari nol.",
    compared: (what: string) => `Angka seluruh periode: ${what}.`,
    pieces: (grain: string) => `Lebih pucat: ${grain} yang tidak utuh.`,
  },
  streak: {
    weak: (account: string, when: string) => `${account}: masa lemah ${when}`,
    strong: (account: string, when: string) => `${account}: masa kuat ${when}`,
  },
  streaks: (streaks: number) => `${count("id", streaks)} masa yang diberi latar`,
  since: (day: string) => `sejak ${day}`,
  /** The slider's name; it moves what is read above the panels. */
  read: {
    day: "Hari yang dibaca",
    week: "Minggu yang dibaca",
    month: "Bulan yang dibaca",
  } satisfies Record<Grain, string>,
  values: "Angka semua akun saat itu",
  bucket: {
    day: (when: string) => when,
    week: (when: string) => `minggu ${when}`,
    month: (when: string) => when,
  } satisfies Record<Grain, (when: string) => string>,
  piece: "tidak utuh",
  posts: (posts: number) => `${count("id", posts)} unggahan`,
  table: "Tabel",
  date: "Tanggal",
  unknown: "–",
};

const en: typeof id = {
  trend_of: (metric) => `Trend: ${metric}`,
  metric_label: "Figure",
  tabs: { engagement_rate: "Engagement", reach: "Reach", views: "Views", followers: "Followers" },
  grain_label: "By",
  grains: { day: "day", week: "week", month: "month" },
  panel: (account, metric, period) => `${account}: ${metric}, ${period}`,
  nothing:
    "Nothing was read in this period. Choose another period, or bring in figures under Data.",
  never: (accounts) => `Not given by ${accounts}.`,
  none: (accounts) => `${accounts}: no figures in this period.`,
  unit: {
    median_post_rate: () => `of the last ${RUNNING_POSTS} posts`,
    median_post_rate_by_reach: () => `of the last ${RUNNING_POSTS} posts`,
    median_post_rate_by_views: () => `of the last ${RUNNING_POSTS} posts`,
    median_post_reach: () => `people a post, of the last ${RUNNING_POSTS} posts`,
    mean_daily_reach: (when) => `people, daily mean, ${when}`,
    sum_daily_views: (when) => `views, ${when}`,
    sum_post_views: (when) => `views of posts published ${when}`,
    last_followers: () => "",
  },
  gained: (net) => `${net} in this period`,
  few_posts: (posts) => `${english(posts, "post", "posts")}: too few for a line`,
  above: (highest) => `highest ${highest}, above the scale`,
  whole_period: (value) => `The whole period: ${value}`,
  break_at: (when) => `${when}: the platform changed what this figure means.`,
  legend: {
    dots: "Dots: one post each.",
    line: `Line: the median of the last ${RUNNING_POSTS} posts.`,
    above: "Strokes at the top edge: above the scale.",
    range: "Band: what is usual for that account.",
    crowded:
      "There are too many posts to draw each; choose a shorter period or one platform to see them as dots.",
    views: "Views were formerly called impressions.",
    own_scale: "Every account has its own scale.",
    cut_axis: "The scale does not begin at zero.",
    compared: (what) => `The figure of the whole period: ${what}.`,
    pieces: (grain) => `Paler: a ${grain} that is not whole.`,
  },
  streak: {
    weak: (account, when) => `${account}: weak streak ${when}`,
    strong: (account, when) => `${account}: strong streak ${when}`,
  },
  streaks: (streaks) => english(streaks, "shaded streak", "shaded streaks"),
  since: (day) => `since ${day}`,
  read: {
    day: "The day that is read",
    week: "The week that is read",
    month: "The month that is read",
  },
  values: "The figures of all accounts then",
  bucket: {
    day: (when) => when,
    week: (when) => `week of ${when}`,
    month: (when) => when,
  },
  piece: "not whole",
  posts: (posts) => english(posts, "post", "posts"),
  table: "Table",
  date: "Date",
  unknown: "–",
};

export const seriesWords = { id, en };
