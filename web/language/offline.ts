/** What is said without a line, and of forms that could not be sent. */
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  not_sent:
    "Belum terkirim: tidak ada sambungan internet. Isian Anda disimpan di perangkat ini; kirim lagi bila sambungan kembali.",
  unsure:
    "Sambungan terputus saat mengirim. Periksa dahulu apakah sudah tersimpan; bila belum, kirim lagi. Isian Anda masih di sini.",
  back: "Sambungan kembali. Isian Anda bisa dikirim sekarang.",
  restored: "Isian yang belum terkirim dikembalikan ke sini.",
  /** Before what was typed into a field once, where something else stands now. */
  earlier: "Yang pernah diketik:",
  discard: "Buang isian itu",
  /** Before the titles of what was typed into such a form for something else. */
  others: "Isian lain yang belum terkirim:",
  open: "buka",
  /** Of the page's own script, which did not come. */
  not_whole: "Halaman ini belum termuat seluruhnya. Muat ulang halaman, lalu kirim lagi.",
  /** A part of the page that could not be loaded. */
  not_loaded: "Bagian ini belum bisa dipakai tanpa sambungan internet.",
};

const en: typeof id = {
  not_sent:
    "Not sent: there is no internet connection. What you typed is kept on this device; send it again once the line is back.",
  unsure:
    "The line broke while this was sent. See first whether it was saved; if not, send it again. What you typed is still here.",
  back: "The line is back. What you typed can be sent now.",
  restored: "What was not sent yet has been filled in again.",
  earlier: "What was typed once:",
  discard: "Throw it away",
  others: "Something else that was not sent yet:",
  open: "open",
  not_whole: "This page has not loaded completely. Load it again, then send this once more.",
  not_loaded: "This part can’t be used without an internet connection.",
};

export const offlineWords: Record<Language, typeof id> = { id, en };
