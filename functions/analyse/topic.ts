/** A topic proposed from a caption's words and hashtags. A person's correction always wins over it. */
import { folded, isPlain } from "../model/folded.ts";
import type { Topic, TopicWords } from "../model/topic.ts";

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

/** The words that are shipped, of each topic. */
export const SHIPPED_WORDS = Object.fromEntries(RULES) as Record<Topic, readonly string[]>;

/** What a caption's words and hashtags say that it is about. @returns `null` when no rule fits: an unknown topic is better than a wrong one */
export const proposedTopic = (caption: string | null): Topic | null => proposing(null)(caption);

/**
 * The same by a library's own words. A word stands at the beginning of a caption's word; with a space behind it is the whole.
 * @param words of the topics that the library changed; `null`: of none
 */
export function proposing(words: TopicWords | null): (caption: string | null) => Topic | null {
  const rules = RULES.map(([topic, shipped]) => {
    const own = words?.[topic];
    // those that are shipped are spelled as words are compared
    const stems = own ? own.map(asWords).filter((stem) => stem !== "") : shipped;
    return [topic, stems.map((stem) => ` ${stem}`)] as const;
  });
  return (caption) => {
    if (!caption) return null;
    const text = ` ${asWords(caption)} `;
    for (const [topic, starts] of rules) {
      if (starts.some((start) => text.includes(start))) return topic;
    }
    return null;
  };
}

/** Set in letters of another face, or with accents, a word is still the word; a hashtag is one without its sign. */
function asWords(text: string): string {
  const said = folded(text);
  const between = isPlain(said) ? /[^a-zA-Z0-9&-]+/g : /[^\p{L}\p{N}&-]+/gu;
  return said.replaceAll(between, " ").trimStart();
}
