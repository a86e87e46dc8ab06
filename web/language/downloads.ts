/** What the downloads are called: the figures on the screen, for Excel. */
import type { Grain } from "../../functions/model/day.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

type Words = { title: string; posts: string; grains: Record<Grain, string>; note: string };

export const downloadWords: Record<Language, Words> = {
  id: {
    title: "Unduh yang terlihat",
    posts: "Daftar unggahan ini",
    grains: { day: "Angka per hari", week: "Angka per minggu", month: "Angka per bulan" },
    note: "Berkas CSV yang langsung terbuka di Excel: periode dan platform yang dipilih di atas.",
  },
  en: {
    title: "Download what I see",
    posts: "This list of posts",
    grains: { day: "Figures by day", week: "Figures by week", month: "Figures by month" },
    note: "CSV files that open in Excel at once: the period and the platforms chosen above.",
  },
};
