/** What stands where a screen is shared. */
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  share: "Bagikan",
  /** What the receiver gets, and what the link opens. */
  title: "Yang diterima saat dibagikan",
  receives:
    "Penerima mendapat teks ini dan satu gambar. Tautannya hanya membuka bagi yang sudah bisa melihat dasbor; yang lain diminta menghubungi pengelola.",
  /** Where the browser has no sheet that takes a picture. */
  receives_text:
    "Penerima mendapat teks ini. Gambarnya tidak ikut lewat tautan WhatsApp: simpan dengan tombolnya sendiri, lalu lampirkan. Tautannya hanya membuka bagi yang sudah bisa melihat dasbor; yang lain diminta menghubungi pengelola.",
  text_alone:
    "WhatsApp dibuka dengan teksnya saja. Gambarnya: Simpan gambar, di bawah halaman ini.",
  shared: "Tautan di dalamnya hanya membuka bagi yang sudah bisa melihat dasbor.",
  copy: "Salin teks",
  copied: "Tersalin",
  save: "Simpan gambar",
  file: "denyut",
  failed:
    "Gambarnya belum dapat dibuat. Muat ulang halaman untuk mencoba lagi; teksnya tetap bisa dibagikan.",
  with_link: "Bagikan dengan tautan lihat",
  with_link_help:
    "Penerima langsung melihat dasbor, tanpa kata sandi; begitu juga siapa pun yang diteruskan pesannya. Bisa dicabut di tab Data.",
  links_failed: "Tautannya belum bisa diambil. Periksa sambungan, lalu muat ulang halaman.",
  no_links: "Belum ada tautan lihat yang alamatnya dapat ditampilkan.",
  links: "Tautan di tab Data",
  all_accounts: "seluruh dasbor",
  only: (accounts: string) => `hanya ${accounts}`,
  made: (when: string) => `Dibuat ${when} dengan Denyut`,
};

const en: typeof id = {
  share: "Share",
  title: "What is received when this is shared",
  receives:
    "The receiver gets this text and one picture. The link opens only for those who may see the dashboard already; others are told to ask the admin.",
  receives_text:
    "The receiver gets this text. The picture does not go along by the link to WhatsApp: save it with its own button, then attach it. The link opens only for those who may see the dashboard already; others are told to ask the admin.",
  text_alone:
    "WhatsApp opens with the text alone. The picture: Save the picture, at the foot of this page.",
  shared: "The link in it opens only for those who may see the dashboard already.",
  copy: "Copy the text",
  copied: "Copied",
  save: "Save the picture",
  file: "denyut",
  failed:
    "The picture could not be made. Load the page again to try once more; the text can be shared all the same.",
  with_link: "Share with a view link",
  with_link_help:
    "The receiver sees the dashboard at once, without a password; so does whoever the message is passed on to. It can be revoked on the Data tab.",
  links_failed: "The links could not be fetched. Check the connection, then load the page again.",
  no_links: "There is no view link yet whose address can be shown.",
  links: "Links on the Data tab",
  all_accounts: "the whole dashboard",
  only: (accounts) => `only ${accounts}`,
  made: (when) => `Made on ${when} with Denyut`,
};

export const sharingWords: Record<Language, typeof id> = { id, en };
