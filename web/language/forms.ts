/** What the browser says while it calls. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { count } from "./speech.ts";

const id = {
  saving: "Menyimpan…",
  saved: "Tersimpan.",
  /** Of a form that has nothing to save. */
  busy: "Sebentar…",
  done: "Selesai.",
  waits: "Jatah menulis hari ini habis. Sisanya berlanjut sendiri, besok juga.",
  link_made: "Tautan siap:",
  remaining: (rest: number) =>
    Number.isFinite(rest)
      ? `Masih ${count("id", rest)} lagi. Biarkan halaman ini terbuka.`
      : "Sedang berjalan…",
  address: "Alamat",
  copy: "Salin",
  copied: "Tersalin",
  open_link: "Kode QR dan berbagi",
};

const en: typeof id = {
  saving: "Saving…",
  saved: "Saved.",
  busy: "One moment…",
  done: "Done.",
  waits: "Today's share of writing is spent. The rest goes on by itself, tomorrow too.",
  link_made: "The link is ready:",
  remaining: (rest) =>
    Number.isFinite(rest) ? `${count("en", rest)} to go. Keep this page open.` : "Working…",
  address: "Address",
  copy: "Copy",
  copied: "Copied",
  open_link: "QR code and sharing",
};

export const formWords: Record<Language, typeof id> = { id, en };
