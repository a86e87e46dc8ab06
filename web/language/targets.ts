/** What targets say: on their own page, and in a line on the Overview. */

import type { TargetMetric } from "../../functions/model/target.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { count, english } from "./speech.ts";

const id = {
  title: "Target",
  help: "Yang ingin dicapai dalam setahun. Tampil di Ringkasan, dengan sejauh mana sekarang.",
  none: "Belum ada target.",
  to: "Target",
  to_help: "Pengikut, tingkat keterlibatan, atau unggahan sebulan yang ingin dicapai.",
  year: "Tahun",
  account: "Akun",
  all: "Semua akun",
  metric: "Yang diukur",
  value: "Nilai (persen untuk tingkat keterlibatan)",
  value_alone: "Nilai",
  add: "Tetapkan",
  change: "Ubah",
  save: "Simpan",
  remove: "Hapus",
  metrics: {
    followers: "Pengikut",
    engagement_rate: "Tingkat keterlibatan",
    posts_per_month: "Unggahan sebulan",
  } satisfies Record<TargetMetric, string>,
  values: {
    followers: (value: string) => `${value} pengikut`,
    engagement_rate: (value: string) => value,
    posts_per_month: (value: string) => `${value} unggahan sebulan`,
  } satisfies Record<TargetMetric, (value: string) => string>,
  target: (year: number, value: string) => `Target ${year}: ${value}`,
  now: (value: string) => `sekarang ${value}`,
  so_far: (value: string, posts: number) =>
    `sejauh ini ${value} dari ${count("id", posts)} unggahan`,
  words: {
    on_course: "sesuai arah",
    open: "masih terbuka",
    out_of_reach: "di luar jangkauan bila begini terus",
    above: "di atas target",
    below: "di bawah target",
  },
  by_december: (word: string, low: string, high: string) => `${word}: ${low}–${high} pada Desember`,
  needed: (percent: string) => `perlu +${percent} sebulan`,
  reached: "sudah tercapai",
  no_outlook: "belum ada perkiraan",
  unknown: "belum ada angka",
  months: (kept: number, months: number, mean: string) =>
    `tercapai dalam ${kept} dari ${months} bulan, rata-rata ${mean}`,
  no_month: "belum ada bulan yang utuh",
  refused: "Belum tersimpan. Perbaiki yang ditandai:",
};

const en: typeof id = {
  title: "Targets",
  help: "What the library wants to reach in a year. Shown on the Overview, with how far it is.",
  none: "There is no target yet.",
  to: "Targets",
  to_help: "Followers, an engagement rate or posts a month that you want to reach.",
  year: "Year",
  account: "Account",
  all: "All accounts",
  metric: "What is measured",
  value: "Value (percent for the engagement rate)",
  value_alone: "Value",
  add: "Set it",
  change: "Change",
  save: "Save",
  remove: "Remove",
  metrics: {
    followers: "Followers",
    engagement_rate: "Engagement rate",
    posts_per_month: "Posts a month",
  },
  values: {
    followers: (value) => `${value} followers`,
    engagement_rate: (value) => value,
    posts_per_month: (value) => `${value} posts a month`,
  },
  target: (year, value) => `Target ${year}: ${value}`,
  now: (value) => `now ${value}`,
  so_far: (value, posts) => `so far ${value} of ${english(posts, "post", "posts")}`,
  words: {
    on_course: "on course",
    open: "open",
    out_of_reach: "out of reach at this pace",
    above: "above the target",
    below: "below the target",
  },
  by_december: (word, low, high) => `${word}: ${low}–${high} in December`,
  needed: (percent) => `needs +${percent} a month`,
  reached: "reached already",
  no_outlook: "no outlook yet",
  unknown: "no figures yet",
  months: (kept, months, mean) =>
    `kept in ${kept} of ${english(months, "month", "months")}, ${mean} on average`,
  no_month: "no month is whole yet",
  refused: "Not saved yet. Please mend what is marked:",
};

export const targetWords: Record<Language, typeof id> = { id, en };
