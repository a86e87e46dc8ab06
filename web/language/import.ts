/** What importing a file says. */
import { EXPORT_TITLES, type ExportKind } from "../../functions/model/import.ts";
import type { Language } from "../../functions/present/view.ts";

const id = {
  file: "Berkas CSV",
  zone: "Zona waktu di dalam berkas",
  zone_library: "zona perpustakaan",
  zone_pacific: "Pasifik, seperti sebagian ekspor Meta",
  read_at: "Berkas dibuat",
  account: "Akun, kalau berkas tidak menyebutnya",
  by_file: "menurut berkas",
  start: "Impor",
  reading: "Membaca berkas…",
  sending: (done: string, all: string) => `${done} dari ${all} baris`,
  done: "Selesai.",
  nothing_new: "Tidak ada yang baru: isi berkas ini sudah masuk.",
  kind: (kind: ExportKind) => `Dikenali sebagai ${EXPORT_TITLES[kind]}.`,
  counts: {
    rows: "Baris",
    posts_added: "Unggahan baru",
    readings_added: "Pembacaan baru",
    readings_replaced: "Diganti",
    readings_unchanged: "Tidak berubah",
  },
  unused: (columns: string) => `Kolom yang tidak disimpan: ${columns}`,
  skipped: (count: string) => `${count} baris dilewati`,
  row: "Baris",
  reason: "Sebab",
  partly: "Sebagian sudah masuk. Tekan Impor lagi untuk melanjutkan, atau urungkan di bawah.",
  see: "Lihat hasilnya",
  header: (columns: string) => `Baris pertamanya: ${columns}`,
};

const en: typeof id = {
  file: "CSV file",
  zone: "Time zone inside the file",
  zone_library: "the library’s zone",
  zone_pacific: "Pacific, as some of Meta’s exports",
  read_at: "The file was made",
  account: "Account, if the file does not name it",
  by_file: "as the file says",
  start: "Import",
  reading: "Reading the file…",
  sending: (done, all) => `${done} of ${all} rows`,
  done: "Done.",
  nothing_new: "Nothing new: what this file says is in already.",
  kind: (kind) => `Recognised as ${EXPORT_TITLES[kind]}.`,
  counts: {
    rows: "Rows",
    posts_added: "New posts",
    readings_added: "New readings",
    readings_replaced: "Replaced",
    readings_unchanged: "Unchanged",
  },
  unused: (columns) => `Columns that are not kept: ${columns}`,
  skipped: (count) => `${count} rows skipped`,
  row: "Row",
  reason: "Reason",
  partly: "A part is in. Press Import again to go on, or undo it below.",
  see: "See the result",
  header: (columns) => `Its first row is: ${columns}`,
};

export const importWords: Record<Language, typeof id> = { id, en };
