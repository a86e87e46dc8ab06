import { expect, test } from "vitest";
import { proposedTopic, proposing, SHIPPED_WORDS } from "../../functions/analyse/topic.ts";

/** Captions as the library writes them: what it is about, and the word that says so. */
test.each([
  ["Kuis Jumat: tebak penulisnya!", "interactive"],
  ["Yuk ikut polling", "interactive"],
  ["Tanya jawab bersama pustakawan", "interactive"],
  ["Sesi Q&A malam ini", "interactive"],
  ["Bedah buku bersama penulis", "events"],
  ["Live  bersama penulis", "events"],
  ["Bedah\n\n  buku", "events"],
  ["Ikuti #lomba mewarnai", "events"],
  ["Pameran foto kota lama", "events"],
  ["Koleksi terbaru bulan ini", "new_books"],
  ["#RekomendasiBuku minggu ini", "new_books"],
  ["Sebuah novel tentang laut", "new_books"],
  ["Dongeng untuk anak", "literacy"],
  ["Mari membaca", "literacy"],
  ["Naskah kuno di lantai dua", "places"],
  ["Ruang baca anak", "places"],
  ["Jam buka selama Ramadan", "services"],
  ["Unduh e-book di iPusnas", "services"],
  ["Kunjungan siswa SD", "community"],
  ["Selamat Hari Buku Nasional", "institutional"],
  ["Bersama Wali Kota", "institutional"],
  ["DIRGAHAYU REPUBLIK INDONESIA", "institutional"],
  // the more particular rule comes first
  ["Kuis bedah buku", "interactive"],
  ["Lomba membaca puisi", "events"],
  ["Resensi: cara membaca cepat", "new_books"],
  ["Literasi di ruang baca", "literacy"],
  ["Layanan di gedung baru", "places"],
  ["Layanan untuk komunitas", "services"],
  ["Kunjungan dinas", "community"],
  // matched at a word's start, behind any sign
  ["(kuis)", "interactive"],
  ["seminarnya ramai", "events"],
  ["praseminar", null],
  // however it is set
  ["𝗞𝘂𝗶𝘀 berhadiah", "interactive"],
  ["ＬＯＭＢＡ baca puisi", "events"],
  ["Bédah buku", "events"],
  ["Pengumuma\u0301n", "institutional"],
  // a class is one only as a word of its own
  ["Kelas menulis", "events"],
  ["kelasik", null],
  ["Selamat pagi", null],
  ["", null],
  [null, null],
] as const)("%s: %s", (caption, topic) => expect(proposedTopic(caption)).toBe(topic));

test.each([
  ["a library's own word", { literacy: ["baca nyaring"] }, "Baca nyaring sore ini", "literacy"],
  ["set in letters of another face", { literacy: ["nyaring"] }, "𝗡𝘆𝗮𝗿𝗶𝗻𝗴 bersama", "literacy"],
  [
    "a hashtag, with or without its sign",
    { events: ["#BukuTalk"] },
    "Malam ini #bukutalk",
    "events",
  ],
  ["at a word's beginning alone", { events: ["talk"] }, "Malam ini #bukutalk", null],
  [
    "the shipped words of a topic that was changed are gone",
    { literacy: ["nyaring"] },
    "Dongeng untuk anak",
    null,
  ],
  ["those of the others stay", { literacy: ["nyaring"] }, "Koleksi terbaru bulan ini", "new_books"],
  [
    "a topic without words is proposed of nothing",
    { new_books: [] },
    "Koleksi terbaru bulan ini",
    null,
  ],
  ["a word of signs alone is none", { events: ["###", " "] }, "Halo", null],
  [
    "the more particular topic comes first as before",
    { events: ["kuis"] },
    "Kuis Jumat",
    "interactive",
  ],
] as const)("%s", (_, words, caption, topic) => expect(proposing(words)(caption)).toBe(topic));

test("the words that are shipped are found as a library's own would be", () => {
  for (const word of Object.values(SHIPPED_WORDS).flat()) {
    const topic = proposedTopic(word);
    expect(topic, word).not.toBeNull();
    expect(proposing(SHIPPED_WORDS)(word), word).toBe(topic);
  }
});
