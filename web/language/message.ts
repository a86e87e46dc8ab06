/** What the pages say that say one thing. */
import type { MessageView } from "../../functions/present/views/message.ts";

type Message = MessageView["message"];

const id = {
  titles: {
    login: "Masuk",
    wrong_token: "Token itu tidak cocok",
    link_unknown: "Tautan ini tidak dikenal",
    link_expired: "Tautan ini sudah habis masanya",
    link_revoked: "Tautan ini sudah dicabut",
    not_found: "Halaman ini tidak ada",
    forbidden: "Bagian ini khusus pengelola",
    too_many: "Terlalu banyak percobaan",
    invalid: "Ada yang perlu diperbaiki",
    unavailable: "Basis data belum bisa dipakai",
    internal: "Ada yang salah di pihak kami",
  } satisfies Record<Message, string>,
  texts: {
    login:
      "Ketik token pengelola sekali saja; peramban ini akan diingat selama 30 hari. Diberi tautan oleh pengelola? Buka tautan itu, tidak perlu token.",
    wrong_token: "Periksa kembali: token tidak boleh terpotong, dan tanpa spasi.",
    link_unknown: "Pastikan tautannya tersalin utuh, atau mintalah yang baru kepada pengelola.",
    link_expired: "Mintalah tautan baru kepada pengelola.",
    link_revoked: "Pengelola mencabutnya. Mintalah tautan baru bila Anda masih memerlukannya.",
    not_found: "Alamatnya mungkin salah ketik, atau isinya sudah dihapus.",
    forbidden: "Tautan Anda untuk melihat saja. Masuklah dengan token pengelola untuk mengubah.",
    too_many: "Tunggu satu menit, lalu coba lagi.",
    invalid: "Yang dikirim belum bisa dibaca:",
    unavailable: "Angka yang sudah tersimpan tetap aman. Sebabnya:",
    internal: "Coba lagi sebentar lagi. Angka yang sudah tersimpan tetap aman.",
  } satisfies Record<Message, string>,
  token: "Token pengelola",
  enter: "Masuk",
  home: "Ke Ringkasan",
  fields: { from: "Tanggal awal", to: "Tanggal akhir" },
  other_dates: "Pilih tanggal lain",
};

const en: typeof id = {
  titles: {
    login: "Log in",
    wrong_token: "That token does not fit",
    link_unknown: "This link is not known",
    link_expired: "This link has expired",
    link_revoked: "This link was revoked",
    not_found: "There is no such page",
    forbidden: "This part is the admin's",
    too_many: "Too many attempts",
    invalid: "Something needs correcting",
    unavailable: "The database can't be used now",
    internal: "Something went wrong on our side",
  },
  texts: {
    login:
      "Type the admin's token once; this browser is then remembered for 30 days. Were you given a link? Open it, it needs no token.",
    wrong_token: "Check it again: the token must be whole, and without spaces.",
    link_unknown: "Make sure that the link was copied whole, or ask the admin for a new one.",
    link_expired: "Ask the admin for a new link.",
    link_revoked: "The admin revoked it. Ask for a new one if you still need it.",
    not_found: "The address may be mistyped, or what was here is gone.",
    forbidden: "Your link is for looking only. Log in with the admin's token to change things.",
    too_many: "Wait a minute, then try again.",
    invalid: "What was sent can't be read yet:",
    unavailable: "Figures already stored are safe. The reason:",
    internal: "Try again in a moment. Figures already stored are safe.",
  },
  token: "The admin's token",
  enter: "Log in",
  home: "To the Overview",
  fields: { from: "The first date", to: "The last date" },
  other_dates: "Choose other dates",
};

export const messageWords = { id, en };
