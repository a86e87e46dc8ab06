/** A topic proposed from a caption's words and hashtags. A person's correction always wins over it. */
import { folded } from "../model/folded.ts";
import type { Topic } from "../model/topic.ts";

/** In the order in which they are tried: the more particular first. Indonesian and English stems, matched at a word's start. */
const RULES: readonly [Topic, readonly string[]][] = [
  [
    "interactive",
    [
      "kuis",
      "quiz",
      "polling",
      "tebak",
      "giveaway",
      "tanya jawab",
      "q&a",
      "challenge",
      "tantangan",
    ],
  ],
  [
    "events",
    [
      "bedah buku",
      "diskusi",
      "workshop",
      "lokakarya",
      "seminar",
      "webinar",
      "lomba",
      "festival",
      "pelatihan",
      "kelas ",
      "talkshow",
      "live ",
      "acara",
      "peluncuran",
      "event",
      "pameran",
    ],
  ],
  [
    "new_books",
    [
      "buku baru",
      "koleksi baru",
      "koleksi terbaru",
      "rekomendasi buku",
      "resensi",
      "new book",
      "bookreview",
      "novel",
      "rekomendasibuku",
      "bukubaru",
    ],
  ],
  [
    "literacy",
    [
      "literasi",
      "membaca",
      "dongeng",
      "storytelling",
      "mendongeng",
      "minat baca",
      "literacy",
      "menulis",
    ],
  ],
  [
    "places",
    [
      "ruang",
      "gedung",
      "koleksi langka",
      "naskah kuno",
      "arsip",
      "sudut baca",
      "pojok baca",
      "room",
    ],
  ],
  [
    "services",
    [
      "layanan",
      "jam buka",
      "kartu anggota",
      "pinjam",
      "perpustakaan keliling",
      "pusling",
      "keanggotaan",
      "ipusnas",
      "service",
      "e-book",
      "tutup",
    ],
  ],
  [
    "community",
    [
      "komunitas",
      "kunjungan",
      "siswa",
      "relawan",
      "volunteer",
      "kolaborasi",
      "mahasiswa",
      "community",
    ],
  ],
  [
    "institutional",
    [
      "selamat hari",
      "pengumuman",
      "dinas",
      "wali kota",
      "walikota",
      "apel",
      "rapat",
      "dirgahayu",
      "duka cita",
      "penghargaan",
    ],
  ],
];

/** @returns `null` when no rule fits: an unknown topic is better than a wrong one. */
export function proposedTopic(caption: string | null): Topic | null {
  if (!caption) return null;
  // set in letters of another face, or with accents, a word is still the word
  const words = ` ${folded(caption).replaceAll(/[^\p{L}\p{N}&-]+/gu, " ")} `;
  for (const [topic, stems] of RULES) {
    if (stems.some((stem) => words.includes(` ${stem}`))) return topic;
  }
  return null;
}
