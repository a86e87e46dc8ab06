/** What the report's table for a spreadsheet says. */
import type { Language } from "../../functions/present/views/chrome.ts";
import type { ReportTableWords } from "../../functions/present/views/report-table.ts";
import { names } from "./names.ts";

type Words = Omit<ReportTableWords, "formats" | "topics" | "measures"> & {
  posts: string;
};

const words: Record<Language, Words> = {
  id: {
    columns: {
      part: "Bagian",
      platform: "Platform",
      account: "Akun",
      detail: "Rincian",
      measure: "Ukuran",
      value: "Nilai",
      before: "Bulan sebelumnya",
      year: "Bulan sama tahun lalu",
      target: "Target",
      reached: "Tercapai",
    },
    parts: {
      figures: "Capaian",
      targets: "Target",
      formats: "Jenis",
      topics: "Topik",
      events: "Acara",
      service: "Layanan di media sosial",
      notes: "Catatan dan kendala",
    },
    all: "Semua",
    posts: "Unggahan",
    targets: {
      followers: "Pengikut",
      engagement_rate: "Tingkat keterlibatan",
      posts_per_month: "Unggahan sebulan",
    },
    units: {
      median_post_rate: "nilai tengah per unggahan",
      mean_daily_reach: "rata-rata sehari",
      median_post_reach: "nilai tengah per unggahan",
      sum_daily_views: "jumlah hari-harinya",
      sum_post_views: "jumlah unggahan bulan ini",
      last_followers: "pada akhir bulan",
    },
    per_post: "Interaksi per unggahan (nilai tengah)",
    none: "tidak diketahui",
    event: {
      posts: "Unggahan",
      reach: "Jangkauan unggahan terluas",
      interactions: "Interaksi",
      clicks: "Klik",
      visitors: "Pengunjung",
      cost: "Biaya",
    },
    event_steps: {
      done: "Langkah promosi yang dilakukan",
      due: "Langkah promosi yang semestinya",
    },
    service: {
      comments: "Komentar",
      questions: "Pertanyaan",
      within_day: "Dijawab dalam 24 jam",
      old_enough: "Komentar yang diikuti sedikitnya 24 jam",
      median_all_hours: "Separuhnya dijawab dalam (menit, semua jam)",
      low_all_hours: "Kisaran 95%, bawah (menit, semua jam)",
      high_all_hours: "Kisaran 95%, atas (menit, semua jam)",
      median_working_hours: "Separuhnya dijawab dalam (menit, jam kerja)",
      low_working_hours: "Kisaran 95%, bawah (menit, jam kerja)",
      high_working_hours: "Kisaran 95%, atas (menit, jam kerja)",
      waiting: "Belum dijawab pada akhir bulan",
    },
    note: "Catatan",
    outage: "Angka tidak terkumpul",
  },
  en: {
    columns: {
      part: "Part",
      platform: "Platform",
      account: "Account",
      detail: "Detail",
      measure: "Measure",
      value: "Value",
      before: "Month before",
      year: "Same month last year",
      target: "Target",
      reached: "Reached",
    },
    parts: {
      figures: "Figures",
      targets: "Targets",
      formats: "Formats",
      topics: "Topics",
      events: "Events",
      service: "Service on social media",
      notes: "Notes and obstacles",
    },
    all: "All",
    posts: "Posts",
    targets: {
      followers: "Followers",
      engagement_rate: "Engagement rate",
      posts_per_month: "Posts a month",
    },
    units: {
      median_post_rate: "a post (median)",
      mean_daily_reach: "a day, on average",
      median_post_reach: "a post (median)",
      sum_daily_views: "sum of its days",
      sum_post_views: "sum of this month's posts",
      last_followers: "at the month's end",
    },
    per_post: "Interactions a post (median)",
    none: "unknown",
    event: {
      posts: "Posts",
      reach: "Reach of the post that reached most",
      interactions: "Interactions",
      clicks: "Clicks",
      visitors: "Visitors",
      cost: "Cost",
    },
    event_steps: { done: "Promotion steps done", due: "Promotion steps due" },
    service: {
      comments: "Comments",
      questions: "Questions",
      within_day: "Answered within 24 hours",
      old_enough: "Comments followed for 24 hours at least",
      median_all_hours: "Half are answered within (minutes, all hours)",
      low_all_hours: "95% interval, low (minutes, all hours)",
      high_all_hours: "95% interval, high (minutes, all hours)",
      median_working_hours: "Half are answered within (minutes, working hours)",
      low_working_hours: "95% interval, low (minutes, working hours)",
      high_working_hours: "95% interval, high (minutes, working hours)",
      waiting: "Not answered by the month’s end",
    },
    note: "Note",
    outage: "No figures collected",
  },
};

export function reportTableWords(language: Language): ReportTableWords {
  const { posts, ...said } = words[language];
  const { metrics, format, topics } = names[language];
  const { followers, reach, views, engagement_rate, interactions } = metrics;
  return {
    ...said,
    measures: { followers, posts, reach, views, interactions, engagement_rate },
    formats: format,
    topics,
  };
}
