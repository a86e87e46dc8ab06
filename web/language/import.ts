/** What bringing files in says. */

import { EXPORT_KINDS, EXPORT_TITLES, type ExportKind } from "../../functions/model/import.ts";
import type { PreviewAccount } from "../../functions/model/preview.ts";
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

/** What there is none of is not said. */
const listed = (parts: readonly [number, string][]): string =>
  parts
    .filter(([value]) => value > 0)
    .map(([, said]) => said)
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
    external_id: "Id akun di berkas",
  },
  opening: "Membuka berkas…",
  reading: "Melihat isinya…",
  sending: (done: string, all: string) => `${done} dari ${all} baris`,
  store: (files: number) => (files > 1 ? `Simpan ${count("id", files)} berkas` : "Simpan"),
  unanswered: "Jawab dahulu pertanyaan di atas.",
  stored: "Tersimpan.",
  no_rows: "Berkas ini tidak punya baris di bawah judul kolomnya.",
  none_read: "Tidak satu baris pun bisa dibaca.",
  nothing_new: "Tidak ada yang baru: isi berkas ini sudah masuk.",
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
  posts: (added: number, updated: number, unchanged: number) =>
    listed([
      [added, `${count("id", added)} baru`],
      [updated, `${count("id", updated)} diperbarui`],
      [unchanged, `${count("id", unchanged)} tetap`],
    ]),
  made_from: {
    chosen: "pilihan Anda",
    file: "kolomnya",
    name: "nama berkas",
    modified: "perubahan terakhir",
    now: "sekarang",
  },
  first: "Baris pertamanya akan menjadi:",
  published: (when: string) => `terbit ${when}`,
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
  partly: "Sebagian sudah masuk. Tekan Simpan lagi untuk melanjutkan, atau urungkan di bawah.",
  counts: {
    posts: (posts: number) => `${count("id", posts)} unggahan baru`,
    readings: (readings: number) => `${count("id", readings)} pembacaan baru`,
    replaced: (readings: number) => `${count("id", readings)} diganti`,
  },
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
    external_id: "The account’s id in the file",
  },
  opening: "Opening the files…",
  reading: "Looking inside…",
  sending: (done, all) => `${done} of ${all} rows`,
  store: (files) => (files > 1 ? `Store ${count("en", files)} files` : "Store"),
  unanswered: "Answer the question above first.",
  stored: "Stored.",
  no_rows: "The file has no rows below its header.",
  none_read: "No row could be read.",
  nothing_new: "Nothing new: what this file says is in already.",
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
  posts: (added, updated, unchanged) =>
    listed([
      [added, `${count("en", added)} new`],
      [updated, `${count("en", updated)} updated`],
      [unchanged, `${count("en", unchanged)} as before`],
    ]),
  made_from: {
    chosen: "as you chose",
    file: "from its column",
    name: "from its name",
    modified: "its last change",
    now: "now",
  },
  first: "Its first rows would stand as:",
  published: (when) => `published ${when}`,
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
  partly: "A part is in. Press Store again to go on, or undo it below.",
  counts: {
    posts: (posts) => english(posts, "new post", "new posts"),
    readings: (readings) => english(readings, "new reading", "new readings"),
    replaced: (readings) => `${count("en", readings)} replaced`,
  },
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
  new_account: (platform) => `A ${platform} account that is not here yet`,
  handle: "Account name, @name or its address",
  use: "Use this account",
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

/** `@perpus, akun baru`. */
export function accountInWords(
  { handle, state, was, called }: Pick<PreviewAccount, "handle" | "state" | "was" | "called">,
  language: Language,
): string {
  const words = importWords[language];
  const said = state === "renamed" ? words.renamed(was ?? "") : words.states[state];
  return [`@${handle}`, said, ...(called === null ? [] : [words.called(called)])].join(", ");
}
