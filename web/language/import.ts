/** What importing a file says. */
import { EXPORT_KINDS, EXPORT_TITLES, type ExportKind } from "../../functions/model/import.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { count, english } from "./speech.ts";

/** How an import went, in rows and readings. */
export type Outcome = {
  rows: number;
  skipped: number;
  /** Readings that are new or took another's place. */
  news: number;
  unchanged: number;
};

const id = {
  file: "Berkas CSV",
  /** By their name in the request. */
  fields: {
    read_at: "Berkas dibuat",
    time_zone: "Zona waktu di dalam berkas",
    account: "Akun",
  },
  zone_library: "zona perpustakaan",
  zone_pacific: "Pasifik, seperti sebagian ekspor Meta",
  account_missing: "Akun, kalau berkas tidak menyebutnya",
  by_file: "menurut berkas",
  start: "Impor",
  reading: "Membaca berkas…",
  sending: (done: string, all: string) => `${done} dari ${all} baris`,
  done: "Selesai.",
  no_rows: "Berkas ini tidak punya baris di bawah judul kolomnya.",
  none_read: "Tidak satu baris pun bisa dibaca.",
  nothing_new: "Tidak ada yang baru: isi berkas ini sudah masuk.",
  kind: (title: string) => `Dikenali sebagai ${title}.`,
  kinds: {
    facebook_posts: "unggahan Facebook dari Meta Business Suite",
    instagram_posts: "unggahan Instagram dari Meta Business Suite",
    x_content: "unggahan dari analitik X",
    x_overview: "angka harian dari analitik X",
    tiktok_content: "video dari TikTok Studio",
  } satisfies Record<ExportKind, string>,
  counts: {
    rows: "Baris",
    posts_added: "Unggahan baru",
    readings_added: "Pembacaan baru",
    readings_replaced: "Diganti",
    readings_unchanged: "Tidak berubah",
  },
  unused: (columns: string) => `Kolom yang tidak disimpan: ${columns}`,
  skipped: (rows: number) => `${count("id", rows)} baris dilewati`,
  row: "Baris",
  reason: "Sebab",
  partly: "Sebagian sudah masuk. Tekan Impor lagi untuk melanjutkan, atau urungkan di bawah.",
  see: "Lihat hasilnya",
};

const en: typeof id = {
  file: "CSV file",
  fields: {
    read_at: "The file was made",
    time_zone: "Time zone inside the file",
    account: "Account",
  },
  zone_library: "the library’s zone",
  zone_pacific: "Pacific, as some of Meta’s exports",
  account_missing: "Account, if the file does not name it",
  by_file: "as the file says",
  start: "Import",
  reading: "Reading the file…",
  sending: (done, all) => `${done} of ${all} rows`,
  done: "Done.",
  no_rows: "The file has no rows below its header.",
  none_read: "No row could be read.",
  nothing_new: "Nothing new: what this file says is in already.",
  kind: (title) => `Recognised as ${title}.`,
  kinds: {
    facebook_posts: "Facebook posts from Meta Business Suite",
    instagram_posts: "Instagram posts from Meta Business Suite",
    x_content: "posts from X analytics",
    x_overview: "daily figures from X analytics",
    tiktok_content: "videos from TikTok Studio",
  },
  counts: {
    rows: "Rows",
    posts_added: "New posts",
    readings_added: "New readings",
    readings_replaced: "Replaced",
    readings_unchanged: "Unchanged",
  },
  unused: (columns) => `Columns that are not kept: ${columns}`,
  skipped: (rows) => `${english(rows, "row", "rows")} skipped`,
  row: "Row",
  reason: "Reason",
  partly: "A part is in. Press Import again to go on, or undo it below.",
  see: "See the result",
};

export const importWords: Record<Language, typeof id> = { id, en };

/** What the person knows a field of the request by, or an export; `null` for any other path. */
export function nameInWords(path: string, language: Language): string | null {
  const { fields, kinds } = importWords[language];
  const kind = EXPORT_KINDS.find((one) => EXPORT_TITLES[one] === path);
  if (!kind) return (fields as Record<string, string>)[path] ?? null;
  return kinds[kind].charAt(0).toUpperCase() + kinds[kind].slice(1);
}

/** What there is to say of an import that brought nothing; empty for one that did. */
export function outcomeInWords(
  { rows, skipped, news, unchanged }: Outcome,
  language: Language,
): string {
  const words = importWords[language];
  if (rows === 0) return words.no_rows;
  if (skipped === rows) return words.none_read;
  return news === 0 && unchanged > 0 ? words.nothing_new : "";
}
