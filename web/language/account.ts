/** What an account's own details say, and the form for the followers of all accounts. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { count } from "./speech.ts";

const id = {
  count_help: "Tulis seperti yang tampak di aplikasinya: 2480, 2.480, atau 2,480. Boleh satu saja.",
  last_known: (followers: string, day: string) => `terakhir ${followers}, ${day}`,
  none_known: "belum pernah diketahui",
  unlikely: (followers: string, day: string, known: string, known_day: string) =>
    `Pada ${known_day} tercatat ${known}; untuk ${day} Anda mengetik ${followers}. Kalau memang benar, centang lalu simpan lagi.`,
  sure: "Ya, angka ini benar",
  some_left: "Sebagian tersimpan. Periksa yang belum.",
  none_typed: "Isi sedikitnya satu.",
  typed: (figures: number) => `Yang diketik (${count("id", figures)})`,
  typed_followers: (followers: string, day: string) => `${followers} pengikut pada ${day}`,
  typed_post: (day: string) => `angka satu unggahan pada ${day}`,
  typed_at: (when: string) => `diketik ${when}`,
  take_back: "Tarik kembali",
  take_back_sure: (what: string) => `Tarik kembali ${what}? Angka sebelumnya berlaku lagi.`,
  identity: "Betulkan nama atau id akun, atau gabungkan",
  handle: "Nama akun di platform",
  handle_help:
    "Kalau salah ketik, atau akunnya berganti nama. Riwayatnya tetap, dan nama lamanya diingat.",
  external_id: "Id akun di platform",
  external_id_help:
    "Kalau id yang keliru ikut masuk. Riwayatnya tetap; kosongkan supaya kiriman berikutnya yang menyebutnya.",
  save_id: "Simpan id",
  correct: "Betulkan",
  merge_into: "Ini akun yang sama dengan",
  merge_help: (account: string) =>
    `Semua angka dan unggahan ${account} dipindahkan ke akun itu, lalu ${account} tidak tampil lagi. Bisa diurungkan di daftar yang masuk.`,
  merge: "Gabungkan",
  merge_sure: (account: string) =>
    `Gabungkan ${account} ke akun yang dipilih? Semua angkanya ikut pindah. Bisa diurungkan.`,
};

const en: typeof id = {
  count_help: "Type it as the app shows it: 2480, 2.480 or 2,480. One is enough.",
  last_known: (followers, day) => `last ${followers}, ${day}`,
  none_known: "never known yet",
  unlikely: (followers, day, known, known_day) =>
    `On ${known_day} it was ${known}; for ${day} you typed ${followers}. If that is right, tick it and save again.`,
  sure: "Yes, this figure is right",
  some_left: "Some are saved. Look at those that are not.",
  none_typed: "Fill in at least one.",
  typed: (figures) => `Typed by hand (${count("en", figures)})`,
  typed_followers: (followers, day) => `${followers} followers on ${day}`,
  typed_post: (day) => `one post’s figures on ${day}`,
  typed_at: (when) => `typed ${when}`,
  take_back: "Take back",
  take_back_sure: (what) => `Take back ${what}? The figure before it stands again.`,
  identity: "Correct the account’s name or id, or merge it",
  handle: "Account name on the platform",
  handle_help:
    "Where it was typed wrongly, or the account was renamed. Its history stays, and the old name is remembered.",
  external_id: "The account’s id on the platform",
  external_id_help:
    "Where a wrong id came in. Its history stays; leave it empty and the next push says it.",
  save_id: "Save the id",
  correct: "Correct it",
  merge_into: "It is the same account as",
  merge_help: (account) =>
    `All figures and posts of ${account} move to that account, and ${account} no longer shows. It can be undone in the list of what came in.`,
  merge: "Merge",
  merge_sure: (account) =>
    `Merge ${account} into the chosen account? All its figures move along. It can be undone.`,
};

export const accountWords: Record<Language, typeof id> = { id, en };
