/** Another admin password: apart, for its secret's name is in no script of the browser's. */
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  title: "Kata sandi pengelola baru",
  help: "Kata sandi baru dibuatkan, ditampilkan sekali, dan langsung menggantikan yang lama. Semua peramban yang masuk sebagai pengelola dikeluarkan, kecuali yang ini. Tautan yang dipegang orang lain tetap berlaku.",
  current: "Kata sandi pengelola yang sekarang",
  wrong: "Kata sandi itu tidak cocok; tidak ada yang berubah.",
  make: "Keluarkan semua dan buat yang baru",
  made: "Ini kata sandi pengelola yang baru",
  once: "Hanya ditampilkan sekarang. Simpan di pengelola kata sandi, lalu serahkan langsung kepada penggantinya. Yang lama sudah tidak berlaku.",
  lost: "Hilang? Pemilik akun Cloudflare bisa memasang yang lain: npx wrangler secret put ADMIN_TOKEN. Begitu terpasang, hanya yang itu yang berlaku.",
};

const en: typeof id = {
  title: "New admin password",
  help: "A new password is made, shown once, and takes the old one’s place at once. Every browser that is logged in as the admin is put out, but for this one. Links that others hold go on working.",
  current: "The admin password as it is now",
  wrong: "That password does not fit; nothing was changed.",
  make: "End all logins and make a new one",
  made: "This is the new admin password",
  once: "It is shown now and never again. Keep it in a password manager, and give it to your successor in person. The old one opens nothing any more.",
  lost: "Lost it? Whoever has the Cloudflare account can set another: npx wrangler secret put ADMIN_TOKEN. From then on only that one holds.",
};

export const adminTokenWords: Record<Language, typeof id> = { id, en };
