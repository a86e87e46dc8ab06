/** What the page of one link says. */
import type { Language } from "../../functions/present/views/chrome.ts";
import type { LinkLine } from "../../functions/present/views/link.ts";

type Kind = LinkLine["kind"];

const id = {
  kinds: {
    view: "Tautan untuk melihat",
    plan: "Tautan untuk mengisi kalender",
    export: "Tautan untuk membaca data",
    push: "Token untuk mengirim data",
    admin: "Login pengelola",
  } satisfies Record<Kind, string>,
  /** What its holder may do, and may not. */
  may: {
    view: "Siapa pun yang memegang tautan ini dapat melihat seluruh dasbor. Ia tidak dapat mengubah apa pun, dan tidak perlu kata sandi.",
    plan: "Siapa pun yang memegang tautan ini dapat melihat dasbor dan mengisi kalender: membuat, memindah, dan membatalkan rencana. Yang diubahnya tercatat dengan nama tautan ini. Ia tidak dapat mengubah akun, tautan, atau setelan.",
    export:
      "Siapa pun yang memegang tautan ini dapat membaca datanya sebagai tabel, misalnya dari Google Sheets atau Excel: angka, acara, dan kalender konten dengan nama pengurus dan catatannya. Ia tidak dapat mengubah apa pun.",
    push: "Program yang memegang token ini dapat mengirim angka ke Denyut. Ia tidak dapat melihat dasbor, dan tidak dapat menghapus apa pun.",
    admin: "Pemegangnya masuk sebagai pengelola dan dapat mengubah semuanya.",
  } satisfies Record<Kind, string>,
  preview_figures:
    "Pratinjaunya di WhatsApp memuat kalimat dan angka terpenting, juga bagi yang belum membukanya.",
  with_dashboard: "Ia juga dapat melihat dasbor, lewat halaman tautan ini.",
  address: "Alamat",
  token: "Token",
  keep: "Perlakukan seperti kunci: berikan hanya kepada yang berhak, dan cabut di tab Data bila tidak dipakai lagi.",
  share: "Bagikan lewat WhatsApp",
  share_text: {
    view: (library: string) => `Kinerja media sosial ${library}, langsung dari Denyut:`,
    plan: (library: string) => `Kalender konten ${library}, untuk diisi bersama:`,
    export: (library: string) => `Data media sosial ${library}, untuk lembar kerja Anda:`,
  },
  qr: "Kode QR",
  qr_label: "Kode QR yang membuka alamat ini",
  qr_help: "Arahkan kamera ponsel ke sini, atau cetak halaman ini.",
  send_to: "Dikirim ke (POST)",
  curl: "Contoh kiriman",
  curl_help:
    "Jalankan di terminal. Mengirim hal yang sama berulang kali tidak menggandakan apa-apa.",
  more_api: "Semua kolom kiriman: penjelasan API",
  sheet: "Halaman penjelasan untuk penerimanya",
  facts: "Tentang tautan ini",
  limited: "Hanya akun",
  created: "Dibuat",
  expires: "Berlaku sampai",
  no_end: "tanpa batas waktu",
  last_used: "Terakhir dipakai",
  not_used: "belum pernah",
  revoked: (when: string) => `Dicabut pada ${when}. Tautan ini tidak membuka apa-apa lagi.`,
  expired: (when: string) =>
    `Habis masanya pada ${when}. Buatlah tautan baru bila masih diperlukan.`,
  hidden:
    "Alamatnya hanya ditampilkan sekali, saat dibuat. Hilang? Cabut tautan ini dan buat yang baru.",
};

const en: typeof id = {
  kinds: {
    view: "A link for looking",
    plan: "A link for filling the calendar",
    export: "A link for reading the data",
    push: "A token for sending data",
    admin: "An admin’s login",
  },
  may: {
    view: "Whoever holds this link sees the whole dashboard. They can change nothing, and need no password.",
    plan: "Whoever holds this link sees the dashboard and fills the calendar: makes, moves and drops plans. What they change is kept under this link’s name. They cannot change accounts, links or settings.",
    export:
      "Whoever holds this link can read the data as tables, from Google Sheets or Excel for example: figures, events, and the content calendar with its names and notes. They can change nothing.",
    push: "A program that holds this token can send figures to Denyut. It can neither see the dashboard nor delete anything.",
    admin: "Its holder is logged in as the admin and can change everything.",
  },
  preview_figures:
    "Its preview in WhatsApp holds the sentence and the chief figures, for those too who have not opened it.",
  with_dashboard: "They can also see the dashboard, by the page of this link.",
  address: "Address",
  token: "The token",
  keep: "Treat it like a key: give it only to those who should have it, and revoke it on the Data tab once it is no longer needed.",
  share: "Share by WhatsApp",
  share_text: {
    view: (library) => `How ${library} does on social media, live from Denyut:`,
    plan: (library) => `${library}’s content calendar, to be filled together:`,
    export: (library) => `The social media data of ${library}, for your spreadsheet:`,
  },
  qr: "QR code",
  qr_label: "QR code that opens this address",
  qr_help: "Point a phone’s camera at it, or print this page.",
  send_to: "Goes to (POST)",
  curl: "An example",
  curl_help: "Run it in a terminal. Sending the same again doubles nothing.",
  more_api: "Every field that can be sent: about the API",
  sheet: "The page that explains it to its reader",
  facts: "About it",
  limited: "Only these accounts",
  created: "Made",
  expires: "Valid until",
  no_end: "no end",
  last_used: "Last used",
  not_used: "never",
  revoked: (when) => `Revoked on ${when}. This link opens nothing any more.`,
  expired: (when) => `Expired on ${when}. Make a new link if it is still needed.`,
  hidden:
    "The address is shown only once, when it is made. Lost? Revoke this link and make a new one.",
};

export const linkWords: Record<Language, typeof id> = { id, en };
