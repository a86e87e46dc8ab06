/** What a trend's page says. */
import type { Grain } from "../../functions/model/day.ts";

const id = {
  trend_of: (metric: string) => `Tren: ${metric}`,
  metric_label: "Angka",
  grain_label: "Per",
  grains: { day: "hari", week: "minggu", month: "bulan" } satisfies Record<Grain, string>,
  chart: (metric: string, grain: string, period: string) => `${metric} per ${grain}, ${period}`,
  nothing:
    "Belum ada yang terbaca dalam periode ini. Pilih periode lain, atau masukkan angka di bagian Data.",
  shaded: (accounts: string) => `Latar berwarna: masa lemah di ${accounts}.`,
  cut: (grain: string) => `Tidak digambar: ${grain} yang belum lengkap.`,
  meaning_changed: "platform mengubah arti angka ini; garis terputus di sini",
  table: "Tabel",
  date: "Tanggal",
  unknown: "–",
};

const en: typeof id = {
  trend_of: (metric) => `Trend: ${metric}`,
  metric_label: "Figure",
  grain_label: "By",
  grains: { day: "day", week: "week", month: "month" },
  chart: (metric, grain, period) => `${metric} by ${grain}, ${period}`,
  nothing:
    "Nothing was read in this period. Choose another period, or bring in figures under Data.",
  shaded: (accounts) => `Shaded: weak streaks on ${accounts}.`,
  cut: (grain) => `Not drawn: a ${grain} that is not whole.`,
  meaning_changed: "the platform changed what this figure means; the line breaks here",
  table: "Table",
  date: "Date",
  unknown: "–",
};

export const seriesWords = { id, en };
