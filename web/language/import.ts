/** What bringing files in says. */

import { EXPORT_KINDS, EXPORT_TITLES, type ExportKind } from "../../functions/model/import.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { PreviewAccount, Tally } from "../../functions/model/preview.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { SeenFile } from "../../functions/present/views/seen-file.ts";
import { names } from "./names.ts";
import { count, english } from "./speech.ts";
import { atName } from "./who.ts";

/** What there is none of is not said. */
const listed = (parts: readonly [number, (many: number) => string][]): string =>
  parts
    .filter(([many]) => many > 0)
    .map(([many, said]) => said(many))
    .join(", ");

const id = {
  files: "Pilih berkas",
  files_help: "CSV, Excel (.xlsx), atau zip; boleh beberapa sekaligus. Belum ada yang disimpan.",
  guide: "Cara mendapatkan berkasnya:",
  /** By their name in the request. */
  fields: {
    read_at: "Berkas dibuat",
    time_zone: "Zona waktu di dalam berkas",
    account: "Akun",
    platform: "Platform",
    external_id: "Id akun di berkas",
  },
  opening: "Membuka berkas…",
  reading: "Melihat isinya…",
  sending: (done: string, all: string) => `${done} dari ${all} baris`,
  store: (files: number) => (files > 1 ? `Simpan ${count("id", files)} berkas` : "Simpan"),
  unanswered: "Jawab dahulu pertanyaan di atas.",
  waiting: (files: number) =>
    `${count("id", files)} berkas belum ikut disimpan: pertanyaannya di atas belum dijawab.`,
  stored: "Tersimpan.",
  nothing_to_store: "Tidak ada yang bisa disimpan dari berkas ini.",
  nothing_new: "Tidak ada yang berubah: isi berkas ini sudah masuk.",
  no_export: "Dilewati: bukan ekspor",
  others: (files: number) =>
    `${count("id", files)} berkas lain di dalam arsip dilewati: bukan CSV atau .xlsx.`,
  kinds: {
    facebook_posts: "unggahan Facebook dari Meta Business Suite",
    instagram_posts: "unggahan Instagram dari Meta Business Suite",
    meta_daily: "satu angka harian dari Meta Business Suite",
    x_content: "unggahan dari analitik X",
    x_overview: "angka harian dari analitik X",
    tiktok_content: "video dari TikTok Studio",
    tiktok_overview: "angka harian dari TikTok Studio",
    tiktok_followers: "riwayat pengikut dari TikTok Studio",
  } satisfies Record<ExportKind, string>,
  states: { known: "sudah dikenal", new: "akun baru" },
  renamed: (was: string) => `berganti nama dari @${was}`,
  called: (name: string) => `di berkas disebut @${name}`,
  facts: {
    account: "Akun",
    period: "Masa",
    posts: "Unggahan",
    days: "Hari",
    followers: "Jumlah pengikut",
    made: "Berkas dibuat",
    zone: "Zona waktu berkas",
  },
  news: {
    added: (many: number) => `${count("id", many)} baru`,
    updated: (many: number) => `${count("id", many)} diperbarui`,
    extended: (many: number) => `${count("id", many)} ditambah`,
    replaced: (many: number) => `${count("id", many)} diganti`,
    unchanged: (many: number) => `${count("id", many)} tetap`,
  },
  made_from: {
    chosen: "pilihan Anda",
    file: "kolomnya",
    name: "nama berkas",
    modified: "perubahan terakhir",
    now: "sekarang",
  },
  first: "Baris pertamanya akan menjadi:",
  published: (when: string) => `terbit ${when}`,
  first_day: (day: string) => `hari pertamanya ${day}`,
  paid: "berbayar",
  no_caption: "tanpa teks unggahan",
  partial: "Berkas ini hanya memuat sebagian unggahan akun itu.",
  first_rows: (rows: number) =>
    `Berkas besar: yang terlihat ini dari ${count("id", rows)} baris pertama.`,
  change: "Ubah tanggal atau zona waktu berkas",
  by_file: "seperti yang terbaca",
  unused: (columns: string) => `Kolom yang tidak dipakai: ${columns}`,
  skipped: (rows: number) => `${count("id", rows)} baris dilewati`,
  reason: (rows: number, which: string, reason: string) =>
    `${count("id", rows)} baris: ${reason} (baris ${which})`,
  room: (needed: string, most: string, written: string) =>
    `Berkas ini menulis sekitar ${needed} baris ke basis data. Paket Cloudflare memberi ${most} sehari, dan hari ini ${written} sudah terpakai.`,
  spread: (rows: string) => `Simpan ${rows} baris pertama hari ini, sisanya besok`,
  rest: (rows: string) =>
    `${rows} baris menunggu besok, sesudah pukul 00.00 UTC (07.00 WIB). Pilih berkas yang sama lagi: yang sudah masuk tidak menjadi ganda.`,
  partly: "Sebagian sudah masuk. Tekan Simpan lagi untuk melanjutkan, atau urungkan di bawah.",
  see: "Lihat hasilnya",
  followers_next: (accounts: string) =>
    `Berkas ini tidak memuat jumlah pengikut. Ketik pengikut ${accounts}: sepuluh detik, dan tingkat keterlibatan bisa dihitung.`,
  followers_go: "Ketik jumlah pengikut",
  doubts: {
    date_order: "Tanggalnya bisa dibaca dua cara. Mana yang benar?",
    time_zone: "Jam di berkas ini menurut zona mana?",
    clock_differs: (rows: number) =>
      `Pada ${count("id", rows)} baris, jam di berkas tidak cocok dengan jam di nomor unggahan. Jam dari nomor unggahan yang dipakai.`,
    year_guessed: "Tahunnya tidak tertulis. Kapan berkas ini dibuat?",
    read_at:
      "Ada unggahan yang lebih baru daripada tanggal berkas ini sendiri, jadi tanggal itu tidak dipakai.",
    several_accounts: "Di sini ada unggahan beberapa akun. Berkas ini milik siapa?",
    no_account: "Berkas ini tidak menyebut akunnya. Ini berkas akun mana?",
  },
  orders: {
    day_first: "hari, lalu bulan",
    month_first: "bulan, lalu hari",
    short_year_first: "tahun, bulan, lalu hari",
  },
  zone_pacific: "waktu Pasifik, seperti sebagian ekspor Meta",
  zone_library: (zone: string) => `zona perpustakaan (${zone})`,
  choose: "Pilih akun…",
  new_account: (platform: string) => `Akun ${platform} yang belum ada di sini`,
  handle: "Nama akun, @nama, atau alamatnya",
  use: "Pakai akun ini",
};

const en: typeof id = {
  files: "Choose files",
  files_help: "CSV, Excel (.xlsx) or zip; several at once if you like. Nothing is stored yet.",
  guide: "How to get the file:",
  fields: {
    read_at: "The file was made",
    time_zone: "Time zone inside the file",
    account: "Account",
    platform: "Platform",
    external_id: "The account’s id in the file",
  },
  opening: "Opening the files…",
  reading: "Looking inside…",
  sending: (done, all) => `${done} of ${all} rows`,
  store: (files) => (files > 1 ? `Store ${count("en", files)} files` : "Store"),
  unanswered: "Answer the question above first.",
  waiting: (files) =>
    `${english(files, "file is", "files are")} not stored yet: the question above is not answered.`,
  stored: "Stored.",
  nothing_to_store: "There is nothing in this file that could be stored.",
  nothing_new: "Nothing changes: what this file says is in already.",
  no_export: "Skipped: not an export",
  others: (files) =>
    `${english(files, "other file", "other files")} in the archive passed over: no CSV or .xlsx.`,
  kinds: {
    facebook_posts: "Facebook posts from Meta Business Suite",
    instagram_posts: "Instagram posts from Meta Business Suite",
    meta_daily: "one daily figure from Meta Business Suite",
    x_content: "posts from X analytics",
    x_overview: "daily figures from X analytics",
    tiktok_content: "videos from TikTok Studio",
    tiktok_overview: "daily figures from TikTok Studio",
    tiktok_followers: "the follower history from TikTok Studio",
  },
  states: { known: "known already", new: "new account" },
  renamed: (was) => `renamed from @${was}`,
  called: (name) => `the file calls it @${name}`,
  facts: {
    account: "Account",
    period: "Period",
    posts: "Posts",
    days: "Days",
    followers: "Follower counts",
    made: "File made",
    zone: "Time zone of the file",
  },
  news: {
    added: (many) => `${count("en", many)} new`,
    updated: (many) => `${count("en", many)} updated`,
    extended: (many) => `${count("en", many)} added to`,
    replaced: (many) => `${count("en", many)} replaced`,
    unchanged: (many) => `${count("en", many)} as before`,
  },
  made_from: {
    chosen: "as you chose",
    file: "from its column",
    name: "from its name",
    modified: "its last change",
    now: "now",
  },
  first: "Its first rows would stand as:",
  published: (when) => `published ${when}`,
  first_day: (day) => `its first day ${day}`,
  paid: "boosted",
  no_caption: "no caption",
  partial: "This file holds only some of the account’s posts.",
  first_rows: (rows) =>
    `A large file: this is what its first ${english(rows, "row", "rows")} would bring.`,
  change: "Change the file’s date or time zone",
  by_file: "as it was read",
  unused: (columns) => `Columns that are not used: ${columns}`,
  skipped: (rows) => `${english(rows, "row", "rows")} skipped`,
  reason: (rows, which, reason) =>
    `${english(rows, "row", "rows")}: ${reason} (${rows === 1 ? "row" : "rows"} ${which})`,
  room: (needed, most, written) =>
    `This file writes about ${needed} rows to the database. Cloudflare's plan gives ${most} a day, and ${written} of today's are used.`,
  spread: (rows) => `Store the first ${rows} rows today, the rest tomorrow`,
  rest: (rows) =>
    `${rows} rows wait for tomorrow, after 0:00 UTC (7:00 in Jakarta). Choose the same file again: what is in will not be doubled.`,
  partly: "A part is in. Press Store again to go on, or undo it below.",
  see: "See the result",
  followers_next: (accounts) =>
    `This file holds no follower count. Type the followers of ${accounts}: ten seconds, and the engagement rate can be computed.`,
  followers_go: "Type the follower count",
  doubts: {
    date_order: "Its dates can be read in two ways. Which one is right?",
    time_zone: "Which time zone are the times in this file of?",
    clock_differs: (rows) =>
      `In ${english(rows, "row", "rows")} the file’s time contradicts the one in the post’s number. The number’s is taken.`,
    year_guessed: "The year is not written. When was this file made?",
    read_at: "Posts in it are newer than the file’s own date, so that date is not taken.",
    several_accounts: "It holds posts of several accounts. Whose file is it?",
    no_account: "The file does not name its account. Whose file is it?",
  },
  orders: {
    day_first: "day, then month",
    month_first: "month, then day",
    short_year_first: "year, month, then day",
  },
  zone_pacific: "Pacific time, as in some of Meta’s exports",
  zone_library: (zone) => `the library’s zone (${zone})`,
  choose: "Choose an account…",
  new_account: (platform) => `An account on ${platform} that is not here yet`,
  handle: "Account name, @name or its address",
  use: "Use this account",
};

export const importWords: Record<Language, typeof id> = { id, en };

/** What the person knows a field of the request by, or an export; `null` for any other path. */
export function nameInWords(path: string, language: Language): string | null {
  const { fields, kinds } = importWords[language];
  const kind = EXPORT_KINDS.find((one) => EXPORT_TITLES[one] === path);
  if (!kind) return (fields as Record<string, string>)[path] ?? null;
  return capital(kinds[kind]);
}

/** `["Unggahan", "2 baru, 1 tetap"]`, of whatever there is. */
export function tallyInWords(tally: Tally, language: Language): [string, string][] {
  const { facts, news } = importWords[language];
  const all: [string, string][] = [
    [
      facts.posts,
      listed([
        [tally.posts_added, news.added],
        [tally.posts_updated, news.updated],
        [tally.posts_unchanged, news.unchanged],
      ]),
    ],
    [
      facts.days,
      listed([
        [tally.days_added, news.added],
        [tally.days_extended, news.extended],
        [tally.days_replaced, news.replaced],
        [tally.days_unchanged, news.unchanged],
      ]),
    ],
    [
      facts.followers,
      listed([
        [tally.followers_added, news.added],
        [tally.followers_replaced, news.replaced],
        [tally.followers_unchanged, news.unchanged],
      ]),
    ],
  ];
  return all.filter(([, said]) => said !== "");
}

/** `Satu angka harian dari Meta Business Suite: Jangkauan, Instagram`. */
export function fileInWords(
  { kind, figure }: Pick<SeenFile, "kind" | "figure">,
  language: Language,
): string {
  const said = capital(importWords[language].kinds[kind]);
  if (!figure) return said;
  const name = names[language].metrics[figure.metric];
  return `${said}: ${[name, figure.platform && PLATFORM_NAMES[figure.platform]].filter(Boolean).join(", ")}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `@perpus, akun baru`. */
export function accountInWords(
  {
    handle,
    name,
    state,
    was,
    called,
  }: Pick<PreviewAccount, "handle" | "name" | "state" | "was" | "called">,
  language: Language,
): string {
  const words = importWords[language];
  const said = state === "renamed" ? words.renamed(was ?? "") : words.states[state];
  const named = atName({ handle, name });
  return [named, said, ...(called === null ? [] : [words.called(called)])].join(", ");
}
