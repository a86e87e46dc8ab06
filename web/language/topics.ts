/** What the page of topic words says. */
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  title: "Kata penanda topik",
  lead: "Denyut menebak topik sebuah unggahan dari kata dan tagar di teksnya. Topik yang dibetulkan orang tidak pernah diubah lagi.",
  no_corrections: "Belum ada topik yang dibetulkan, jadi belum bisa dibandingkan.",
  agreement: (agreed: string, corrected: string) =>
    `Dari ${corrected} topik yang dibetulkan orang, ${agreed} kini ditebak sama.`,
  due: "Kata baru sedang diterapkan ke semua unggahan; berlanjut sendiri tiap jam.",
  go_on: "Lanjutkan sekarang",
  own: "diubah di sini",
  change: (topic: string) => `Ubah kata untuk ${topic}`,
  words: "Satu kata atau tagar per baris: awal kata sudah cukup",
  save: "Simpan dan terapkan",
  as_shipped: "Kembalikan seperti semula",
  link: "Kata penanda topik",
};

const en: typeof id = {
  title: "Words that tell a topic",
  lead: "Denyut guesses a post’s topic from the words and hashtags of its text. A topic that a person corrected is never changed again.",
  no_corrections: "No topic has been corrected yet, so there is nothing to compare with.",
  agreement: (agreed, corrected) =>
    `Of ${corrected} topics that people corrected, ${agreed} are guessed the same by now.`,
  due: "The new words are being applied to all posts; it goes on by itself every hour.",
  go_on: "Go on now",
  own: "changed here",
  change: (topic) => `Change the words for ${topic}`,
  words: "One word or hashtag a line: the beginning of a word is enough",
  save: "Save and apply",
  as_shipped: "Put back as it was",
  link: "Words that tell a topic",
};

export const topicWords: Record<Language, typeof id> = { id, en };
