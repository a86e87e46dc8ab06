/** Why a chosen file cannot be opened in the browser. */
import type { Language } from "../../functions/present/views/chrome.ts";
import type { OpenFault } from "../islands/unzip.ts";

const id: Record<OpenFault, string> = {
  zip_damaged: "Arsip zip ini tidak bisa dibuka: rusak, atau memakai kata sandi.",
  zip_empty: "Tidak ada berkas CSV atau .xlsx di dalam arsip ini.",
  zip_inside: "Ini arsip zip di dalam arsip zip. Buka dahulu, lalu pilih isinya.",
  zip_large: "Isi arsip ini lebih dari 20 MB. Buka sendiri, lalu pilih berkas yang diperlukan.",
  zip_many: "Isi arsip ini lebih dari 50 berkas. Buka sendiri, lalu pilih berkas yang diperlukan.",
  book_damaged: "Berkas Excel ini tidak bisa dibuka. Simpan sebagai CSV UTF-8, lalu pilih lagi.",
  book_empty: "Berkas Excel ini kosong.",
  book_long:
    "Berkas Excel ini punya lebih dari 20.000 baris, atau sel yang terlalu jauh. Ekspor masa yang lebih pendek, atau simpan sebagai CSV.",
  macros: "Berkas Excel ini berisi makro dan tidak dibuka. Simpan sebagai CSV atau .xlsx.",
  old_excel: "Ini berkas Excel lama, atau memakai kata sandi. Simpan sebagai .xlsx atau CSV.",
  large: "Berkas ini lebih dari 20 MB. Ekspor masa yang lebih pendek.",
  unreadable:
    "Berkas ini tidak bisa dibaca dari sini: dipindahkan, berubah, atau belum terunduh ke perangkat ini. Simpan dulu di perangkat, lalu pilih lagi.",
};

const en: Record<OpenFault, string> = {
  zip_damaged: "This zip archive cannot be opened: it is damaged, or behind a password.",
  zip_empty: "There is no CSV or .xlsx file in this archive.",
  zip_inside: "This is a zip archive in a zip archive. Unpack it first, then choose what is in it.",
  zip_large: "This archive unpacks to more than 20 MB. Unpack it, then choose the files you need.",
  zip_many: "This archive holds more than 50 files. Unpack it, then choose the files you need.",
  book_damaged: "This Excel file cannot be opened. Save it as CSV UTF-8, then choose that.",
  book_empty: "This Excel file is empty.",
  book_long:
    "This Excel file has more than 20,000 rows, or cells too far out. Export a shorter period, or save it as CSV.",
  macros: "This Excel file holds macros and is not opened. Save it as CSV or .xlsx.",
  old_excel: "This is an old Excel file, or behind a password. Save it as .xlsx or CSV.",
  large: "This file is larger than 20 MB. Export a shorter period.",
  unreadable:
    "This file cannot be read from here: it was moved, changed, or is not on this device yet. Save it on the device first, then choose it again.",
};

export const openWords: Record<Language, Record<OpenFault, string>> = { id, en };
