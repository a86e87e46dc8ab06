/** What the page after a platform's own consent page says. */
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  title: "Pilih akun perpustakaan",
  lead: (platform: string) =>
    `Anda sudah masuk ke ${platform}. Akun mana yang milik perpustakaan? Yang tidak dicentang tidak dibaca dan tidak disimpan.`,
  accounts: "Akun yang ditawarkan",
  connect: "Hubungkan yang dipilih",
  cancel: "Batal",
  soon: "Pilihlah dalam sepuluh menit; sesudah itu, masuklah lagi.",
  none: "Tidak ada akun yang dapat dihubungkan dengan login ini. Pastikan Anda pengelola halaman atau akun perpustakaan, lalu coba lagi.",
};

const en: typeof id = {
  title: "Choose the library’s accounts",
  lead: (platform) =>
    `You are logged in to ${platform}. Which accounts are the library’s? Those not ticked are neither read nor stored.`,
  accounts: "Accounts on offer",
  connect: "Connect those ticked",
  cancel: "Cancel",
  soon: "Choose within ten minutes; after that, log in again.",
  none: "This login offers no account to connect. Make sure that you manage the library’s page or account, then try again.",
};

export const chooseWords: Record<Language, typeof id> = { id, en };
