/** What the downloads are called: the figures on the screen, for Excel. */
import type { Grain } from "../../functions/model/day.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { DownloadWords } from "../../functions/present/views/download.ts";
import { names } from "./names.ts";

type Words = {
  title: string;
  take: string;
  sheets: string;
  sheets_help: string;
  sheets_open: string;
  sheets_ask: string;
  posts: string;
  grains: Record<Grain, string>;
  note: string;
};

export const downloadWords: Record<Language, Words> = {
  id: {
    title: "Unduh yang terlihat",
    take: "Unduh",
    sheets: "Tabel yang memperbarui diri",
    sheets_help:
      "Untuk Google Sheets, Excel, dan Looker Studio: berkas yang memperbarui diri, dengan rumus yang tinggal ditempel.",
    sheets_open: "Ke berkas dan rumusnya",
    sheets_ask:
      "Untuk Google Sheets, Excel, atau Looker Studio, mintalah tautan data kepada pengelola; sesudah itu berkasnya ada di sini.",
    posts: "Daftar unggahan",
    grains: { day: "Angka per hari", week: "Angka per minggu", month: "Angka per bulan" },
    note: "Berkas CSV yang langsung terbuka di Excel: periode dan platform yang dipilih di atas.",
  },
  en: {
    title: "Download what I see",
    take: "Download",
    sheets: "Tables that stay up to date",
    sheets_help:
      "For Google Sheets, Excel and Looker Studio: files that stay up to date, with formulas ready to paste.",
    sheets_open: "To the files and formulas",
    sheets_ask:
      "For Google Sheets, Excel or Looker Studio, ask the admin for a data link; its files are then found here.",
    posts: "The list of posts",
    grains: { day: "Figures by day", week: "Figures by week", month: "Figures by month" },
    note: "CSV files that open in Excel at once: the period and the platforms chosen above.",
  },
};

const columns: Record<Language, DownloadWords["columns"]> = {
  id: {
    ...names.id.metrics,
    views: "Tayangan",
    date: "Mulai tanggal",
    whole: "Utuh",
    published: "Terbit",
    platform: "Platform",
    account: "Akun",
    posts: "Unggahan",
    format: "Jenis",
    topic: "Topik",
    caption: "Teks unggahan",
    link: "Tautan",
    times_usual: "Kali dari biasanya",
    weak: "Masa lemah",
    paid: "Berbayar",
  },
  en: {
    ...names.en.metrics,
    views: "Views",
    date: "From",
    whole: "Whole",
    published: "Published",
    platform: "Platform",
    account: "Account",
    posts: "Posts",
    format: "Format",
    topic: "Topic",
    caption: "Post text",
    link: "Link",
    times_usual: "Times the usual",
    weak: "Weak streak",
    paid: "Boosted",
  },
};

/** What the downloaded tables say. */
export const tableWords = (language: Language): DownloadWords => ({
  columns: columns[language],
  rate_bases: names[language].rate_bases,
  formats: names[language].format,
  topics: names[language].topics,
  ...(language === "id" ? { yes: "ya", no: "tidak" } : { yes: "yes", no: "no" }),
});
