/**
 * How what works is judged, in plain words, with what cannot be said. The figures are those of `npm run bench:works`, as
 * functions/analyse/README.md has them. `*…*` marks a term.
 */
import type { Language } from "../../functions/present/views/chrome.ts";
import type { Section } from "./method.ts";

const id: Section[] = [
  {
    id: "works",
    title: "Apa yang berhasil",
    texts: [
      "Sekali sebulan unggahan 24 bulan terakhir dibandingkan menurut jenis, topik, jam, hari, panjang teks, tagar, dan kerapatan: sekitar 35 pertanyaan sekaligus. Unggahan hanya dibandingkan dengan sekitar dua puluh unggahan yang terbit berdekatan, jadi pertumbuhan akun tidak ikut terhitung; yang tayang dalam satu jam dihitung satu, yang berbayar dan yang belum berumur 48 jam tidak ikut.",
      "Dari tiap kelompok diambil hanya yang tidak bisa dijelaskan oleh jenis, topik, dan jam lainnya. Lalu unggahan diacak 299 kali dan semua pertanyaan diajukan lagi: sebuah perbedaan baru disebut bila kebetulan menghasilkan yang sekuat itu, di antara semua yang dibandingkan, pada paling banyak 1 dari 50 penilaian, dan *dua penilaian bulanan berturut-turut* sepakat. Perbedaan itu bertahan sampai kebetulan menghasilkannya pada lebih dari 1 dari 10 penilaian.",
      "Ukurannya ditarik ke arah “sama” sesuai sedikitnya data, karena yang tampak paling besar sebagian memang keberuntungan. “Antara 1,2 dan 2,1” berarti sembilan dari sepuluh rentang seperti itu memuat ukuran sebenarnya.",
    ],
  },
  {
    title: "Seberapa sering keliru, dan apa yang terlihat",
    texts: [
      "Pada 60 akun buatan yang *tidak* punya perbedaan apa pun, alat yang memilih “rata-rata tertinggi” menyebut pemenang pada 60 akun; cara ini pada 0. Dilihat tiap bulan selama dua tahun, cara ini pernah keliru pada 1 dari 30 akun.",
      "Harganya: yang terlihat lebih sedikit. Dari 240 unggahan dalam dua tahun, selisih dua kali lipat terlihat pada 3 dari 100 akun bila kelompoknya berisi 8 unggahan, pada 5 dari 100 bila 15, pada 37 dari 100 bila 30, dan pada 73 dari 100 bila 60. Selisih satu setengah kali dengan 60 unggahan: 15 dari 100; turun 40% dengan 60 unggahan: 42 dari 100.",
      "Ukuran yang disebut rata-rata 1,01 kali yang sebenarnya, dan rentangnya memuat yang sebenarnya pada 89 dari 100.",
    ],
  },
  {
    title: "Yang tidak bisa dikatakan dengan jujur",
    texts: [
      "*Jam terbaik* sebuah akun kecil: kisi hari dan jam menunjukkan kapan Anda menerbitkan, warnanya pucat, dan tidak ada kotak yang disebut terbaik. Di akun yang jamnya setara, peta panas yang lazim menjanjikan tiga sampai empat kali lipat di kotak terbaiknya.",
      "Selisih satu setengah kali dari kurang dari sekitar 100 unggahan. Apa pengaruh kelompok yang hanya berisi 8 unggahan. Yang mana dari dua hal yang selalu dilakukan bersama. Kenaikan dalam satu bulan berisi 8 unggahan. Bahwa unggahan yang mengisi kursi sebuah acara.",
      "*Mengapa*: sebuah perbedaan adalah yang terlihat, bukan sebabnya. Hanya uji yang diputuskan sebelumnya yang bisa menjawab. Dan yang mendapat sedikit interaksi belum tentu harus dikurangi: jam buka dan ajakan lokakarya tetap perlu.",
    ],
  },
];

const en: Section[] = [
  {
    id: "works",
    title: "What works",
    texts: [
      "Once a month the posts of the last 24 months are compared by format, topic, hour, weekday, length, hashtags and pace: about 35 questions at once. A post is compared only with some twenty that were published near it, so the account's growth does not count; those of one hour are one, and paid ones and those younger than 48 hours are left out.",
      "Of each group only what the other formats, topics and hours cannot explain is looked at. Then the posts are shuffled 299 times and all questions asked again: a difference is named only where chance makes one that strong, over everything compared, in at most 1 of 50 looks, and *two monthly looks in a row* agree. It stays until chance would make it in more than 1 of 10 looks.",
      "Its size is drawn towards “alike” by how little is known, since what looks largest was partly luck. “Between 1.2 and 2.1” means that nine of ten such ranges hold the true size.",
    ],
  },
  {
    title: "How often it is wrong, and what it sees",
    texts: [
      "On 60 made-up accounts where *nothing* differs, a tool that picks the “highest mean” names a winner on 60; this one on 0. Looked at every month for two years, this one was ever wrong on 1 of 30 accounts.",
      "The price: it sees less. Of 240 posts in two years a doubling is seen on 3 of 100 accounts where its group has 8 posts, on 5 of 100 with 15, on 37 of 100 with 30, and on 73 of 100 with 60. Half as much again with 60 posts: 15 of 100; 40% less with 60 posts: 42 of 100.",
      "The sizes that are said are 1.01 times the true ones on average, and the range holds the true one in 89 of 100.",
    ],
  },
  {
    title: "What cannot be said honestly",
    texts: [
      "The *best hour* of a small account: the grid of days and hours shows when you publish, its colours are pale, and no square is called the best. On an account whose hours are alike, the usual heat map promises three to four times as much at its best square.",
      "Half as much again from fewer than about 100 posts. What a group of 8 posts does. Which of two things that are always done together. A rise in one month of 8 posts. That posts filled the chairs of an event.",
      "*Why*: a difference is what was seen, not its cause. Only a trial that was decided beforehand can tell. And what draws little need not be cut: opening hours and invitations are needed all the same.",
    ],
  },
];

export const worksMethod: Record<Language, Section[]> = { id, en };
