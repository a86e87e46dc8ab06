/** What the pages say that say one thing. */
import type { MessageView } from "../../functions/present/views/message.ts";

type Message = MessageView["message"];

const id = {
  titles: {
    login: "Masuk",
    wrong_token: "Kata sandi itu tidak cocok",
    leave: "Keluar dari peramban ini?",
    offline: "Tidak ada sambungan internet",
    no_link: "Dasbor ini dibuka dengan tautan",
    link_unknown: "Tautan ini tidak dikenal",
    link_expired: "Tautan ini sudah habis masanya",
    link_revoked: "Tautan ini sudah dicabut",
    not_found: "Halaman ini tidak ada",
    forbidden: "Bagian ini khusus pengelola",
    forbidden_to_plan: "Bagian ini khusus pengelola",
    forbidden_to_view: "Bagian ini khusus pengelola dan relawan",
    too_many: "Terlalu banyak percobaan",
    invalid: "Ada yang perlu diperbaiki",
    unavailable: "Basis data belum bisa dipakai",
    internal: "Ada yang salah di pihak kami",
  } satisfies Record<Message, string>,
  texts: {
    login:
      "Ketik kata sandi pengelola sekali saja; peramban ini diingat selama 30 hari. Diberi tautan oleh pengelola? Buka tautan itu, tanpa kata sandi.",
    wrong_token: "Periksa lagi: kata sandi harus utuh dan tanpa spasi.",
    leave:
      "Untuk masuk lagi diperlukan kata sandi pengelola. Tautan yang dipegang orang lain tetap berlaku.",
    offline:
      "Halaman ini belum pernah dibuka di perangkat ini, jadi belum tersimpan. Buka lagi bila sambungan kembali.",
    no_link: "Bukalah lewat tautan yang pernah dikirimkan kepada Anda.",
    link_unknown: "Mungkin tautannya tidak tersalin utuh: buka sekali lagi dari pesan aslinya.",
    link_expired: "Masa berlakunya yang ditetapkan pengelola sudah lewat.",
    link_revoked: "Pengelola menutup tautan ini.",
    not_found: "Alamatnya mungkin salah ketik, atau isinya sudah dihapus.",
    forbidden: "Tautan Anda untuk melihat. Mengubah hanya bisa dilakukan pengelola.",
    forbidden_to_plan:
      "Tautan Anda untuk merencanakan. Yang ada di sini hanya bisa dibuka dan diubah pengelola.",
    forbidden_to_view:
      "Tautan Anda untuk melihat. Yang ada di sini dikerjakan pengelola, atau relawan yang memegang tautan untuk mengisi kalender.",
    too_many: "Tunggu satu menit, lalu coba lagi.",
    invalid: "Yang dikirim belum bisa dibaca:",
    unavailable: "Angka yang sudah tersimpan tetap aman. Sebabnya:",
    internal: "Coba lagi sebentar lagi. Angka yang sudah tersimpan tetap aman.",
  } satisfies Record<Message, string>,
  /** Instead of that it was not opened yet. */
  unkept:
    "Halaman ini tidak disimpan di perangkat, jadi hanya bisa dibuka dengan sambungan internet.",
  kept: "Yang tersimpan di perangkat ini",
  token: "Kata sandi pengelola",
  enter: "Masuk",
  ask: (library: string) =>
    `Perlu yang baru? Mintalah “tautan melihat Denyut” kepada orang yang mengelola media sosial ${library}. Membuatnya hanya semenit.`,
  to_login: "Saya pengelola: masuk",
  leave: "Keluar",
  stay: "Batal",
  home: "Ke Ringkasan",
  /** What an address asked for, as a person calls it. */
  fields: {
    from: "Tanggal awal",
    to: "Tanggal akhir",
    month: "Bulan",
    account: "Akun",
    platform: "Platform",
    metric: "Angka",
  } as Record<string, string>,
  /** Of a month that is none. */
  no_month: "di alamat ini tidak ada; ditulis seperti 2026-12",
  to_calendar: "Buka kalender",
  other_dates: "Pilih tanggal lain",
};

const en: typeof id = {
  titles: {
    login: "Log in",
    wrong_token: "That password does not fit",
    leave: "Log out of this browser?",
    offline: "There is no internet connection",
    no_link: "This dashboard opens by a link",
    link_unknown: "This link is not known",
    link_expired: "This link has expired",
    link_revoked: "This link was revoked",
    not_found: "There is no such page",
    forbidden: "This part is the admin's",
    forbidden_to_plan: "This part is the admin's",
    forbidden_to_view: "This part is for the admin and volunteers",
    too_many: "Too many attempts",
    invalid: "Something needs correcting",
    unavailable: "The database can't be used now",
    internal: "Something went wrong on our side",
  },
  texts: {
    login:
      "Type the admin password once; this browser is then remembered for 30 days. Were you given a link? Open it, it needs no password.",
    wrong_token: "Check it again: the password must be whole, and without spaces.",
    leave: "Logging in again needs the admin password. Links that others hold go on working.",
    offline:
      "This page was never opened on this device, so it is not kept. Open it again once the line is back.",
    no_link: "Open it by the link that was sent to you.",
    link_unknown:
      "It may not have been copied whole: open it once more from the message it came in.",
    link_expired: "The time that the admin gave it is over.",
    link_revoked: "The admin closed this link.",
    not_found: "The address may be mistyped, or what was here is gone.",
    forbidden: "Your link is for looking. Only the admin can change things.",
    forbidden_to_plan:
      "Your link is for planning. What is here only the admin can open and change.",
    forbidden_to_view:
      "Your link is for looking. What is here is done by the admin, or by volunteers who hold a link for filling the calendar.",
    too_many: "Wait a minute, then try again.",
    invalid: "What was sent can't be read yet:",
    unavailable: "Figures already stored are safe. The reason:",
    internal: "Try again in a moment. Figures already stored are safe.",
  },
  unkept: "This page is not kept on the device, so it needs an internet connection.",
  kept: "Kept on this device",
  token: "Admin password",
  enter: "Log in",
  ask: (library) =>
    `Need a new one? Ask whoever runs the social media of ${library} for a “Denyut view link”. Making one takes a minute.`,
  to_login: "I am the admin: log in",
  leave: "Log out",
  stay: "Cancel",
  home: "To the Overview",
  fields: {
    from: "The first date",
    to: "The last date",
    month: "The month",
    account: "The account",
    platform: "The platform",
    metric: "The figure",
  },
  no_month: "in this address does not exist; it is written like 2026-12",
  to_calendar: "Open the calendar",
  other_dates: "Choose other dates",
};

export const messageWords = { id, en };
