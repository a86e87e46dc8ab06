/** Handing the library over: a backup, and putting one back. */
import type { BrokenWhy } from "../../functions/model/backup.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { count } from "./speech.ts";

const lineOf = (line: number, to: number): string =>
  line === to
    ? `baris ${count("id", line)}`
    : `baris ${count("id", line)} sampai ${count("id", to)}`;
const lineIn = (line: number, to: number): string =>
  line === to ? `line ${count("en", line)}` : `lines ${count("en", line)} to ${count("en", to)}`;

const id = {
  title: "Serah terima dan cadangan",
  help: "Saat pengelola berganti, penggantinya menerima empat hal, berurutan:",
  steps: [
    "Akun Cloudflare tempat Denyut ini dipasang, atau tempat di dalamnya. Kalau akun itu milik pribadi, pasang Denyut baru di akun perpustakaan, lalu pulihkan cadangannya di sana.",
    "Berkas cadangan: unduh di bawah ini, lalu simpan di tempat yang aman.",
    "Kata sandi pengelola baru, dibuat bersama penggantinya: semua yang masih masuk dikeluarkan.",
    "Akun platform: hubungkan lagi masing-masing atas nama penggantinya. Kalau pindah tempat, lepaskan dulu di tempat lama.",
  ],
  backup: "Unduh cadangan",
  backup_help:
    "Satu berkas berisi seluruh bacaan angka, koreksi, rencana, acara, catatan, target, tautan, dan setelan. Tautan yang sudah dibagikan tetap bisa dipakai di tempat baru. Sambungan ke platform, alamat tautan, dan tujuan kabar (Telegram, Slack, Discord) hanya ikut bila Anda memintanya di bawah ini. Ponsel yang menerima kabar didaftarkan lagi di tempat baru.",
  secrets:
    "Sertakan sambungan ke platform, alamat tautan, dan tujuan kabar, dikunci dengan frasa sandi",
  passphrase: "Frasa sandi",
  passphrase_help: (least: number) =>
    `Paling sedikit ${least} karakter, misalnya lima kata acak. Tanpa frasa ini bagian yang terkunci tidak bisa dibuka siapa pun.`,
  show: "Tampilkan",
  password: "Kata sandi pengelola",
  password_help: "Bagian yang rahasia hanya keluar bila kata sandi pengelola diketik sekali lagi.",
  wrong_password: "Kata sandi pengelola itu tidak cocok; cadangan tidak dibuat.",
  short: (least: number) => `Frasa sandinya harus ${least} karakter atau lebih.`,
  reading: (rows: number) => `${count("id", rows)} baris terbaca. Biarkan halaman ini terbuka.`,
  moving:
    "Data terus masuk sehingga cadangan tidak pernah utuh pada satu saat. Coba lagi di jam yang lebih tenang.",
  saved: (rows: number) => `Cadangan tersimpan: ${count("id", rows)} baris.`,
  by_cron: "Cadangan tiap malam tanpa peramban: npm run backup (lihat README).",
  no_script:
    "Mengunduh dan memulihkan dari sini memerlukan JavaScript; tanpanya pakai npm run backup dan npm run restore.",
  to_restore: "Pulihkan dari cadangan",
  to_token: "Kata sandi pengelola baru",

  restore: "Pulihkan dari cadangan",
  restore_help:
    "Berkas cadangan dari Denyut lain dimasukkan ke sini seluruhnya. Selama itu halaman lain belum bisa dibuka, jadi tidak ada yang melihat data setengah jadi.",
  in_use:
    "Denyut ini sudah berisi data, jadi cadangan tidak bisa dimasukkan ke sini. Pasang Denyut baru yang kosong, lalu buka halaman ini di sana.",
  running: "Sedang dipulihkan",
  running_text: (library: string, when: string) =>
    `Data ${library} dari cadangan ${when} sedang dimasukkan. Halaman lain terbuka lagi setelah semuanya lengkap.`,
  leaving_text: "Pemulihan dibatalkan; yang sudah masuk sedang dihapus.",
  percent: (percent: number) => `${percent} % selesai`,
  go_on: "Lanjutkan dengan memilih berkas cadangan yang sama.",
  file: "Berkas cadangan (.ndjson)",
  checking: "Memeriksa seluruh berkas…",
  whole: (library: string, when: string, rows: number) =>
    `Berkasnya utuh: ${library}, ${when}, ${count("id", rows)} baris.`,
  today: "Selesai hari ini juga.",
  days: (days: number, perDay: number) =>
    `Cloudflare membolehkan ${count("id", perDay)} baris sehari, jadi pemulihan ini memakan ${days} hari. Setiap hari buka halaman ini dan pilih berkas yang sama; lanjutannya dari tempat terakhir.`,
  locked:
    "Di dalamnya ada bagian yang dikunci. Ketik frasa sandinya, atau kosongkan untuk memulihkan tanpa bagian itu.",
  wrong_passphrase: "Frasa sandi itu tidak cocok dengan berkas ini.",
  begin: "Mulai memulihkan",
  bringing: (rows: number, of: number) =>
    `${count("id", rows)} dari ${count("id", of)} baris masuk. Biarkan halaman ini terbuka.`,
  deriving: (remaining: number) => `Menghitung ulang semua angka: masih ${count("id", remaining)}.`,
  waits:
    "Jatah menulis hari ini habis. Lanjutkan setelah pukul 07.00 WIB (tengah malam UTC) dengan berkas yang sama.",
  other_file: "Yang sedang dipulihkan bukan berkas ini. Pilih berkas yang sama seperti tadi.",
  done: "Selesai. Semua sudah kembali.",
  give_up: "Batalkan dan kosongkan lagi",
  give_up_sure: "Semua yang sudah masuk dari cadangan dihapus lagi. Lanjutkan?",
  broken: {
    not_a_backup: () => "Ini bukan berkas cadangan Denyut.",
    other_format: () => "Cadangan ini memakai bentuk yang belum dikenal di sini.",
    newer_schema: () =>
      "Cadangan ini dibuat oleh Denyut yang lebih baru. Perbarui Denyut ini dulu.",
    cut_off: (line, to) =>
      `Berkasnya terpotong sesudah ${lineOf(line, to)}. Tidak ada yang dimasukkan.`,
    changed: (line, to) =>
      `Isi berkas berubah sejak dibuat, pada ${lineOf(line, to)}. Tidak ada yang dimasukkan.`,
    missing_before: (line, to) =>
      `Sebelum atau di dalam ${lineOf(line, to)} ada bagian yang hilang, tertukar, atau berubah. Tidak ada yang dimasukkan.`,
    other_counts: (line, to) =>
      `Jumlah barisnya tidak sama dengan yang ditulis pada ${lineOf(line, to)}. Tidak ada yang dimasukkan.`,
  } satisfies Record<BrokenWhy, (line: number, to: number) => string>,
};

const en: typeof id = {
  title: "Hand-over and backup",
  help: "When somebody else takes over, your successor gets four things, in this order:",
  steps: [
    "The Cloudflare account that this Denyut is installed in, or a place in it. If it is a private one, install a new Denyut in the library’s own and restore the backup there.",
    "A backup file: download it below and keep it in a safe place.",
    "A new admin password, made together: everybody who is still logged in is put out.",
    "The platforms’ accounts: connect each anew in your successor’s name. When moving, disconnect them in the old place first.",
  ],
  backup: "Download a backup",
  backup_help:
    "One file with all readings, corrections, plans, events, notes, targets, links and settings. Links that were shared go on working in the new place. Connections to the platforms, the addresses of links and where messages go (Telegram, Slack, Discord) come along only if you ask for it below. Phones that get messages are added anew in the new place.",
  secrets:
    "Include connections to the platforms, the addresses of links and where messages go, locked by a passphrase",
  passphrase: "Passphrase",
  passphrase_help: (least) =>
    `At least ${least} characters, five random words for instance. Without it nobody can open what is locked.`,
  show: "Show",
  password: "Admin password",
  password_help: "What is secret leaves only when the admin password is typed once more.",
  wrong_password: "That admin password does not fit; no backup was made.",
  short: (least) => `The passphrase must have ${least} characters or more.`,
  reading: (rows) => `${count("en", rows)} rows read. Keep this page open.`,
  moving:
    "Figures keep coming in, so that the backup is never whole at one moment. Try again at a quieter hour.",
  saved: (rows) => `The backup is saved: ${count("en", rows)} rows.`,
  by_cron: "A backup each night without a browser: npm run backup (see the README).",
  no_script:
    "Downloading and restoring from here need JavaScript; without it use npm run backup and npm run restore.",
  to_restore: "Restore from a backup",
  to_token: "New admin password",

  restore: "Restore from a backup",
  restore_help:
    "The backup file of another Denyut is brought in here whole. Until that is done no other page opens, so that nobody sees half of it.",
  in_use:
    "This Denyut has data already, so a backup cannot be brought in here. Install a new, empty one and open this page there.",
  running: "Being restored",
  running_text: (library, when) =>
    `The data of ${library} from the backup of ${when} are coming in. The other pages open again once all is here.`,
  leaving_text: "Restoring was given up; what had come in is being erased.",
  percent: (percent) => `${percent} % done`,
  go_on: "Go on by choosing the same backup file.",
  file: "Backup file (.ndjson)",
  checking: "Checking the whole file…",
  whole: (library, when, rows) =>
    `The file is whole: ${library}, ${when}, ${count("en", rows)} rows.`,
  today: "It will be done today.",
  days: (days, perDay) =>
    `Cloudflare allows ${count("en", perDay)} rows a day, so this takes ${days} days. Open this page each day and choose the same file; it goes on where it stopped.`,
  locked:
    "Some of it is locked. Type its passphrase, or leave it empty to restore without that part.",
  wrong_passphrase: "That passphrase does not fit this file.",
  begin: "Begin restoring",
  bringing: (rows, of) =>
    `${count("en", rows)} of ${count("en", of)} rows are in. Keep this page open.`,
  deriving: (remaining) => `Working all figures out again: ${count("en", remaining)} to go.`,
  waits:
    "Today’s share of writing is spent. Go on after midnight UTC (07.00 in Jakarta) with the same file.",
  other_file: "What is being restored is not this file. Choose the same one as before.",
  done: "Done. Everything is back.",
  give_up: "Give up and empty it again",
  give_up_sure: "Everything that came in from the backup is erased again. Go on?",
  broken: {
    not_a_backup: () => "This is not a backup file of Denyut.",
    other_format: () => "This backup has a form that is not known here.",
    newer_schema: () => "This backup was made by a newer Denyut. Update this one first.",
    cut_off: (line, to) => `The file breaks off after ${lineIn(line, to)}. Nothing was brought in.`,
    changed: (line, to) =>
      `The file was changed since it was made, at ${lineIn(line, to)}. Nothing was brought in.`,
    missing_before: (line, to) =>
      `Before or within ${lineIn(line, to)} something is missing, out of order or changed. Nothing was brought in.`,
    other_counts: (line, to) =>
      `There are not as many rows as ${lineIn(line, to)} says. Nothing was brought in.`,
  },
};

export const handOverWords: Record<Language, typeof id> = { id, en };
