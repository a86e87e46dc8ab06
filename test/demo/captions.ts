import type { Topic } from "../../functions/model/topic.ts";
import type { Random } from "./random.ts";

/** What the demo library writes, by topic: on whatever day, so that none names its own. A word in braces is one of `WORDS`. */
const CAPTIONS: Record<Topic, readonly string[]> = {
  new_books: [
    "Koleksi baru minggu ini: {book}. Ada di rak depan, siapa cepat dia dapat! #bukubaru",
    "Buku baru sudah datang 📚 {book} dan puluhan judul lain menunggu kamu. #PerpustakaanPasuruan",
    "Rekomendasi buku akhir pekan dari pustakawan: {book}. Sudah pernah baca? #rekomendasibuku",
    "Resensi singkat: {book}. Kisah yang hangat untuk dibaca bersama keluarga.",
    "Novel yang paling sering dicari bulan ini: {book}. Kini ada tiga eksemplar tambahan.",
    "Koleksi terbaru untuk pembaca cilik, lengkap dengan buku bergambar dan ensiklopedia anak.",
  ],
  events: [
    "Bedah buku {book} bersama penulis lokal, Sabtu pukul {hour} di aula perpustakaan. Gratis!",
    "Workshop menulis cerpen untuk pelajar {school}. Kuota 30 orang, daftar lewat tautan di bio.",
    "Lomba bertutur tingkat SD se-Kota Pasuruan dibuka. Juknis ada di meja informasi.",
    "Festival Literasi Pasuruan tinggal sepekan lagi. Catat tanggalnya dan ajak temanmu!",
    "Seminar arsip keluarga: cara merawat foto dan dokumen lama. Terbuka untuk umum.",
    "Pameran foto Pasuruan tempo dulu masih berlangsung sampai hari Minggu.",
  ],
  literacy: [
    "Lima belas menit membaca sehari, apa rasanya setelah sebulan? Yuk coba bersama. #GemarMembaca",
    "Dongeng pagi: si Kancil dan pohon mangga. Terima kasih adik-adik {school}!",
    "Minat baca tumbuh dari rumah. Tiga cara sederhana memulai dengan anak balita.",
    "Literasi digital: kenali ciri kabar bohong sebelum membagikannya.",
    "Membaca nyaring bersama Bunda Literasi di teras perpustakaan. Seru sekali!",
    "Menulis jurnal harian membantu mengingat isi buku. Begini cara memulainya.",
  ],
  services: [
    "Jam buka selama bulan ini: Senin sampai Jumat 08.00–{closing}, Sabtu 08.00–14.00.",
    "Kartu anggota kini bisa dibuat daring. Cukup KTP atau kartu pelajar, selesai lima menit.",
    "Perpustakaan keliling hari ini mampir di {school}. Ada 400 judul di dalam bus kami 🚌",
    "Layanan antar buku untuk lansia dan penyandang disabilitas, cukup kirim pesan ke kami.",
    "Pinjam e-book lewat iPusnas tanpa antre. Begini caranya, geser untuk melihat langkahnya.",
    "Besok layanan tutup sementara untuk stok opname dan buka kembali lusa pukul 08.00.",
  ],
  community: [
    "Kunjungan hangat dari {school}. Terima kasih sudah meramaikan hari kami!",
    "Komunitas Pasuruan Membaca berkumpul lagi Minggu sore. Siapa saja boleh ikut.",
    "Relawan perpustakaan angkatan baru resmi bergabung. Selamat datang, kawan-kawan!",
    "Kolaborasi dengan taman baca kampung: 200 buku berpindah tangan hari ini.",
    "Siswa {school} belajar merawat buku bersama pustakawan.",
    "Mahasiswa magang berbagi cerita: tiga bulan di balik rak buku.",
  ],
  places: [
    "Ruang baca anak punya wajah baru. Karpetnya empuk, rak bukunya setinggi mata mereka.",
    "Pojok baca lantai dua, tempat favorit untuk sore yang tenang ☕",
    "Naskah kuno koleksi kita: surat dagang pelabuhan Pasuruan, 1887.",
    "Gedung perpustakaan dari masa ke masa. Kamu ingat yang tahun berapa?",
    "Ruang diskusi dapat dipakai gratis oleh pelajar. Pesan sehari sebelumnya, ya.",
    "Koleksi langka: peta Karesidenan Pasuruan cetakan 1910, kini bisa dilihat di lemari kaca.",
  ],
  interactive: [
    "Kuis hari ini! Tokoh utama dalam {book} bernama …? Tulis di komentar. #kuis",
    "Tebak sampul: buku apa ini? Petunjuk ada di gambar kedua.",
    "Polling: lebih suka membaca pagi atau malam?",
    "Tantangan 7 hari membaca. Hari ini halaman berapa? #tantanganmembaca",
    "Tanya jawab dengan pustakawan: tinggalkan pertanyaanmu, kami jawab sore ini.",
    "Giveaway tiga buku untuk tiga komentar paling kreatif!",
  ],
  institutional: [
    "Pengumuman: kini ada kotak saran di pintu masuk. Terima kasih untuk setiap masukan.",
    "Pengumuman: hasil survei kepuasan pengunjung semester ini, 92 dari 100.",
    "Apel pagi dan pembagian tugas pekan ini bersama Dinas Perpustakaan dan Kearsipan.",
    "Rapat koordinasi pengembangan koleksi tahun depan bersama perwakilan kecamatan.",
    "Penghargaan untuk perpustakaan kelurahan terbaik se-Kota Pasuruan. Selamat!",
    "Wali Kota Pasuruan singgah di rak kami dan memilih sendiri buku untuk dibawa pulang.",
  ],
};

const WORDS = {
  book: [
    "“Laut Bercerita”",
    "“Ronggeng Dukuh Paruk”",
    "“Sang Pemimpi”",
    "“Layar Terkembang”",
    "“Bumi Manusia”",
    "“Cantik Itu Luka”",
    "“Pulang”",
    "“Negeri 5 Menara”",
  ],
  school: [
    "SDN Kebonsari",
    "SMPN 2 Pasuruan",
    "MI Darul Ulum",
    "SMAN 1 Pasuruan",
    "TK Aisyiyah",
    "SDN Pekuncen",
    "SMKN 1 Pasuruan",
  ],
  hour: ["15.00", "15.30", "16.00", "09.00", "19.00"],
  closing: ["15.00", "15.30", "16.00", "16.30", "17.00"],
} as const;

export const TOPIC_WEIGHTS: readonly (readonly [Topic, number])[] = [
  ["new_books", 22],
  ["events", 16],
  ["literacy", 14],
  ["services", 15],
  ["community", 11],
  ["places", 7],
  ["interactive", 8],
  ["institutional", 7],
];

/** A caption of a topic. */
export function captionOf(topic: Topic, random: Random): string {
  const caption = random.pick(even(CAPTIONS[topic]));
  return caption.replaceAll(/\{(\w+)\}/g, (_, word: keyof typeof WORDS) =>
    random.pick(even(WORDS[word])),
  );
}

const even = <T>(list: readonly T[]): [T, number][] => list.map((value) => [value, 1]);
