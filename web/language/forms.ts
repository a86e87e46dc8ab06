/** What the browser says while it calls. */
import type { Language } from "../../functions/present/view.ts";

const id = {
  busy: "Menyimpan…",
  done: "Tersimpan.",
  remaining: (rest: number) =>
    Number.isFinite(rest) ? `Masih ${rest} lagi… Biarkan halaman ini terbuka.` : "Berjalan…",
  address: "Alamat",
  copy: "Salin",
  copied: "Tersalin",
  open_link: "Kode QR dan berbagi",
};

const en: typeof id = {
  busy: "Saving…",
  done: "Saved.",
  remaining: (rest) => (Number.isFinite(rest) ? `${rest} to go… Keep this page open.` : "Working…"),
  address: "Address",
  copy: "Copy",
  copied: "Copied",
  open_link: "QR code and sharing",
};

export const formWords: Record<Language, typeof id> = { id, en };
