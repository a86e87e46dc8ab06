/** What notes say: in the calendar, in the charts, on their own page. */

import type { JustChanged } from "../../functions/present/views/calendar.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { english } from "./speech.ts";

const id = {
  new: "Catatan baru",
  /** The link beside the calendar's own button. */
  add: "Catat sesuatu",
  help: "Misalnya Ramadan, libur, listrik padam, ganti pengelola. Tampil di kalender dan di setiap grafik.",
  from_on: "Dari",
  to_on: "Sampai",
  text: "Catatan",
  text_hint: "Libur Lebaran",
  accounts: "Akun",
  accounts_help: "Tanpa pilihan: semua akun, juga yang menyusul.",
  all: "semua akun",
  left_out: "Jangan ikut dihitung",
  left_out_help:
    "Unggahan pada hari-hari ini tidak ikut membentuk ukuran biasa, dan jeda di dalamnya tidak diingatkan. Bisa dibatalkan.",
  is_left_out: "tidak ikut dihitung",
  is_counted: "ikut dihitung",
  notes: (notes: number) => `${notes} catatan`,
  save: "Simpan",
  remove: "Hapus catatan",
  remove_help: "Bisa diurungkan. Unggahan yang tidak dihitung karenanya ikut dihitung lagi.",
  made: "membuat catatan ini",
  removed: "menghapus catatan ini",
  fields: {
    from_on: "dari",
    to_on: "sampai",
    text: "catatan",
    accounts: "akun",
    left_out: "hitungan",
  } as Record<string, string>,
  stale: (who: string) =>
    `${who} mengubah catatan ini selagi Anda mengisi. Di bawah isian Anda; yang tersimpan sekarang:`,
  just: {
    made: (text: string) => `“${text}” dicatat.`,
    changed: (text: string) => `Catatan “${text}” diubah.`,
    moved: (text: string, day: string) => `Catatan “${text}” dipindah ke ${day}.`,
    dropped: (text: string) => `Catatan “${text}” diubah.`,
    removed: (text: string) => `Catatan “${text}” dihapus.`,
  } satisfies Record<JustChanged["what"], (text: string, day: string) => string>,
};

const en: typeof id = {
  new: "New note",
  add: "Note something",
  help: "For instance Ramadan, a holiday, a power cut, somebody new in charge. Shown in the calendar and in every chart.",
  from_on: "From",
  to_on: "To",
  text: "Note",
  text_hint: "Eid holidays",
  accounts: "Accounts",
  accounts_help: "None ticked: all accounts, those that come later too.",
  all: "all accounts",
  left_out: "Leave these days out",
  left_out_help:
    "Posts of these days are left out of the usual, and a gap in them is no silence. This can be taken back.",
  is_left_out: "left out",
  is_counted: "counted",
  notes: (notes) => english(notes, "note", "notes"),
  save: "Save",
  remove: "Remove the note",
  remove_help: "It can be undone. Posts that were left out because of it are counted again.",
  made: "made this note",
  removed: "removed this note",
  fields: {
    from_on: "from",
    to_on: "to",
    text: "note",
    accounts: "accounts",
    left_out: "counting",
  },
  stale: (who) =>
    `${who} changed this note while you were typing. Below is what you typed; what is saved now:`,
  just: {
    made: (text) => `“${text}” was noted.`,
    changed: (text) => `The note “${text}” was changed.`,
    moved: (text, day) => `The note “${text}” was moved to ${day}.`,
    dropped: (text) => `The note “${text}” was changed.`,
    removed: (text) => `The note “${text}” was removed.`,
  },
};

export const noteWords: Record<Language, typeof id> = { id, en };
