/** What an account's own details say, and the form for the followers of all accounts. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { count } from "./speech.ts";

const id = {
  count_help: "Tulis seperti yang tampak di aplikasinya: 2480, 2.480, atau 2,480. Boleh satu saja.",
  last_known: (followers: string, day: string) => `terakhir ${followers}, ${day}`,
  none_known: "belum pernah diketahui",
  unlikely: (followers: string, last: string) =>
    `Terakhir ${last}, sekarang ${followers}. Kalau memang benar, centang lalu simpan lagi.`,
  sure: "Ya, angka ini benar",
  some_left: "Sebagian tersimpan. Periksa yang belum.",
  none_typed: "Isi sedikitnya satu.",
  typed: (figures: number) => `Yang diketik (${count("id", figures)})`,
  typed_followers: (followers: string, day: string) => `${followers} pengikut pada ${day}`,
  typed_post: (day: string) => `angka satu unggahan pada ${day}`,
  typed_at: (when: string) => `diketik ${when}`,
  take_back: "Tarik kembali",
  identity: "Betulkan nama akun, atau gabungkan",
  handle: "Nama akun di platform",
  handle_help:
    "Kalau salah ketik, atau akunnya berganti nama. Riwayatnya tetap, dan nama lamanya diingat.",
  correct: "Betulkan",
  merge_into: "Ini akun yang sama dengan",
  merge_help: (handle: string) =>
    `Semua angka dan unggahan @${handle} dipindahkan ke akun itu, lalu @${handle} tidak tampil lagi. Bisa diurungkan di daftar yang masuk.`,
  merge: "Gabungkan",
  merge_sure: (handle: string) =>
    `Gabungkan @${handle} ke akun yang dipilih? Semua angkanya ikut pindah. Bisa diurungkan.`,
};

const en: typeof id = {
  count_help: "Type it as the app shows it: 2480, 2.480 or 2,480. One is enough.",
  last_known: (followers, day) => `last ${followers}, ${day}`,
  none_known: "never known yet",
  unlikely: (followers, last) =>
    `It was ${last}, and now ${followers}. If that is right, tick it and save again.`,
  sure: "Yes, this figure is right",
  some_left: "Some are saved. Look at those that are not.",
  none_typed: "Fill in at least one.",
  typed: (figures) => `Typed by hand (${count("en", figures)})`,
  typed_followers: (followers, day) => `${followers} followers on ${day}`,
  typed_post: (day) => `one post’s figures on ${day}`,
  typed_at: (when) => `typed ${when}`,
  take_back: "Take back",
  identity: "Correct the account’s name, or merge it",
  handle: "Account name on the platform",
  handle_help:
    "Where it was typed wrongly, or the account was renamed. Its history stays, and the old name is remembered.",
  correct: "Correct it",
  merge_into: "It is the same account as",
  merge_help: (handle) =>
    `All figures and posts of @${handle} move to that account, and @${handle} no longer shows. It can be undone in the list of what came in.`,
  merge: "Merge",
  merge_sure: (handle) =>
    `Merge @${handle} into the chosen account? All its figures move along. It can be undone.`,
};

export const accountWords: Record<Language, typeof id> = { id, en };
