/** What the form of the report's letterhead and signatures says. */

import type { Language } from "../../functions/present/views/chrome.ts";
import type { TypedReportSettings } from "../../functions/present/views/report.ts";

type Fields = Record<keyof TypedReportSettings, string>;

const id = {
  title: "Kop dan penanda tangan",
  help: "Tampil pada laporan bulanan yang dibuat sesudah ini. Laporan yang sudah dibuat memuatnya setelah dibuat ulang; yang dikosongkan menjadi titik-titik untuk diisi dengan tangan.",
  to_help: "Kop, tempat, dan nama yang menandatangani laporan bulanan.",
  fields: {
    letterhead: "Kop surat",
    place: "Tempat",
    approver_title: "Jabatan yang mengetahui",
    approver_name: "Nama yang mengetahui",
    approver_nip: "NIP yang mengetahui",
    author_title: "Jabatan pengelola",
    author_name: "Nama pengelola",
    author_nip: "NIP pengelola",
  } satisfies Fields as Fields,
  labels: { title: "Jabatan", name: "Nama", nip: "NIP" },
  letterhead_help: (lines: number) => `Paling banyak ${lines} baris, nama instansi lebih dahulu.`,
  hints: {
    letterhead: "Pemerintah Kota Pasuruan\nDinas Perpustakaan dan Kearsipan",
    place: "Pasuruan",
    approver_title: "Kepala Dinas Perpustakaan dan Kearsipan",
    author_title: "Pengelola Media Sosial",
    nip: "19800101 200501 1 001",
  },
  approver: "Mengetahui",
  author: "Pengelola",
  save: "Simpan",
  refused: "Belum tersimpan. Perbaiki yang ditandai:",
  too_many_lines: (lines: number) => `paling banyak ${lines} baris`,
};

const en: typeof id = {
  title: "Letterhead and signatures",
  help: "They stand on monthly reports made from now on. A report that was made has them once it is made anew; what is left empty becomes a dotted line to be filled in by hand.",
  to_help: "The letterhead, the place and who signs the monthly report.",
  fields: {
    letterhead: "Letterhead",
    place: "Place",
    approver_title: "Office of who acknowledges",
    approver_name: "Name of who acknowledges",
    approver_nip: "NIP of who acknowledges",
    author_title: "Office of who made it",
    author_name: "Name of who made it",
    author_nip: "NIP of who made it",
  },
  labels: { title: "Office", name: "Full name", nip: "NIP (staff number)" },
  letterhead_help: (lines) => `${lines} lines at most, the institution’s name first.`,
  hints: {
    letterhead: "City of Pasuruan\nLibrary and Archives Office",
    place: "Pasuruan",
    approver_title: "Head of the Library and Archives Office",
    author_title: "In charge of social media",
    nip: "19800101 200501 1 001",
  },
  approver: "Acknowledged by",
  author: "Made by",
  save: "Save",
  refused: "Not saved yet. Please mend what is marked:",
  too_many_lines: (lines) => `${lines} lines at most`,
};

export const reportSettingsWords: Record<Language, typeof id> = { id, en };
