/** How the norm, the score and "once in N posts" are computed, in plain words. `*…*` marks a term. */

import { answersMethod } from "./method-answers.ts";

/** `id`: a link elsewhere leads to it. */
export type Section = { id?: string; title: string; texts: string[] };

const id = {
  lead: "Denyut membandingkan setiap akun dengan kebiasaannya sendiri, bukan dengan akun lain.",
  sections: [
    {
      title: "Apa yang dihitung",
      texts: [
        "*Interaksi* sebuah unggahan adalah suka + komentar + dibagikan. *Tingkat keterlibatan* adalah interaksi ÷ pengikut saat unggahan terbit; untuk satu periode dipakai mediannya, sehingga satu unggahan viral tidak mengubah segalanya. Artinya: dari 100 pengikut, berapa yang bereaksi. *Tayangan* dahulu disebut impresi.",
        "Unggahan yang belum berumur 48 jam belum dihitung: angkanya masih tumbuh. Cerita tidak dihitung: sehari kemudian sudah hilang. Angka yang tidak diberikan platform disebut “tidak tersedia”, tidak pernah nol.",
      ],
    },
    {
      title: "Apa yang disebut biasa",
      texts: [
        "Kebiasaan akun diambil dari 40 unggahan terakhirnya, setelah disesuaikan menurut umur, jumlah pengikut, dan jenisnya (foto, video, tautan …). Diperlukan sedikitnya 15 unggahan. *Skor* 0,6× berarti enam per sepuluh dari yang biasa untuk unggahan sejenis.",
        "Cerita tidak ikut, begitu pula unggahan yang berbayar, terhapus, atau disembunyikan. Unggahan yang terbit dalam satu jam berbagi satu suara.",
      ],
    },
    {
      title: "Kapan disebut melemah",
      texts: [
        "Setiap unggahan mendapat peringkat di antara 40 unggahan itu. Yang di bawah biasanya menambah *jumlah kekurangan*, yang di atas menguranginya. Tanda menyala saat jumlah itu mencapai 4, dan rentetan unggahan itu disebut *masa lemah*; pada 3 akun dipantau saja. Tanda padam setelah unggahan berikutnya menunjukkan keadaan kembali seperti biasa. Masa kuat dihitung dengan cara yang sama, terbalik.",
        "Selama tanda menyala, ukuran biasa tidak bergeser. Setelah 25 unggahan di tingkat yang baru, tingkat itu dianggap biasa.",
      ],
    },
    {
      title: "“Sekali dalam 340 unggahan”",
      texts: [
        "Angka ini menjawab: andai tidak ada yang berubah, seberapa sering kebetulan saja menghasilkan rentetan seperti ini? Rumusnya N = 2 (eˣ − x − 1) dengan x = puncak jumlah + 1,166. Pada ambang 4 hasilnya sekitar 340 unggahan.",
        "Ini rata-rata waktu tunggu, bukan peluang bahwa rentetannya sungguhan.",
      ],
    },
    {
      title: "Batas yang jujur",
      texts: [
        "Akun media sosial berubah-ubah. Turun 70% selama 8 unggahan tertangkap kira-kira enam dari sepuluh kali, biasanya pada unggahan kelima; turun 50% selama 12 unggahan kira-kira empat dari sepuluh kali. Turun 30% dalam 5–12 unggahan tidak dapat dibedakan dari kebetulan oleh siapa pun, jadi Denyut tidak mengaku melihatnya.",
        "Dengan 20 unggahan seminggu di empat akun, tanda palsu muncul kira-kira 3–5 kali setahun. Aturan yang lazim, “tiga kali berturut-turut di bawah rata-rata”, kira-kira seratus kali.",
        "Ukuran rentetan disebut “separuh” atau “sepertiga”, tidak dalam persen: angka pastinya selalu tampak lebih parah daripada kenyataannya. Bila interaksinya terlalu sedikit, rentetan tidak dinilai.",
      ],
    },
    {
      id: "trials",
      title: "Uji kecil",
      texts: [
        "Yang terlihat berbeda belum tentu sebab: video yang selalu tayang malam bisa unggul karena malamnya. *Uji kecil* memutuskannya dengan undian: dua jam atau dua jenis unggahan bergantian selama delapan pekan, sama banyak dalam setiap pekan (selisih satu bila jumlahnya ganjil). Karena undian tidak tahu isi unggahannya, selisih yang tersisa hanya dapat berasal dari yang diundi. Hasil uji berdiri sendiri dan lebih kuat daripada “yang berhasil”.",
        "Semua ditetapkan di muka dan dinilai sekali, di akhir. Setiap unggahan dikurangi rata-rata pekannya, semuanya diperingkat (skor normal peringkat, Hodges dan Lehmann 1962), lalu undiannya diulang di dalam setiap pekan dengan semua cara yang mungkin, atau 4.999 cara bila terlalu banyak. Disebut *berbeda* hanya bila paling banyak 1 dari 20 cara menghasilkan selisih sebesar itu. Besarnya adalah geseran yang menghapus selisih itu; rentangnya 95% dan memuat “sama” tepat bila uji tidak menyebut berbeda. *Tidak terbukti berbeda* bukan berarti sama. Bila hampir semua unggahan mendapat reaksi sama banyak, uji tidak dapat memutuskan, dan itu yang dikatakan.",
        "Di awal dikatakan seberapa sering selisih dua kali lipat akan terlihat, dari naik-turunnya hasil unggahan akun itu sendiri. Dengan naik-turun yang lazim: 2 dari 10 kali pada dua unggahan sepekan, 6 dari 10 pada empat. Bila selisih dua kali lipat jarang terlihat, yang sampai terlihat tampak terlalu besar: dua kali menjadi tiga kali pada dua unggahan sepekan. Bacalah rentangnya.",
        "Unggahan dihitung pada sisi yang diundi, juga bila terbit di sisi yang lain: siapa memindahkannya punya alasan, dan alasan itu bukan bagian dari undian. Bila dari salah satu sisi kurang dari tiga perempat yang sesuai undian, atau uji dihentikan, tidak ada yang dikatakan. Hasil antara tidak ditampilkan: siapa mengintip setiap pekan dan berhenti saat tampak bagus keliru sekitar 1 dari 8 kali, bukan 1 dari 20.",
      ],
    },
    {
      title: "Naik, turun, tetap",
      texts: [
        "Periode dibandingkan dengan periode sama panjang tepat sebelumnya. “Naik” atau “turun” disebut hanya bila di kedua sisi ada sedikitnya 8 unggahan (atau hari) dan selisihnya lebih dari kebetulan (uji peringkat, 95%). Pengikut di bawah 1% disebut tetap.",
      ],
    },
    answersMethod.id,
  ] as Section[],
};

const en: typeof id = {
  lead: "Denyut compares each account with its own usual, never with other accounts.",
  sections: [
    {
      title: "What is counted",
      texts: [
        "A post's *interactions* are likes + comments + shares. The *engagement rate* is interactions ÷ followers when the post was published; a period takes the median, so that one viral post does not change everything. It says: of 100 followers, how many reacted. *Views* were formerly called impressions.",
        "Posts younger than 48 hours do not count yet: their figures still grow. Stories do not count: they are gone after a day. A figure that a platform does not give is “not available”, never zero.",
      ],
    },
    {
      title: "What is called usual",
      texts: [
        "An account's usual comes from its last 40 posts, adjusted for age, followers and kind (photo, video, link …). At least 15 posts are needed. A *score* of 0.6× means six tenths of what is usual for a post of its kind.",
        "Stories, and paid, removed and hidden posts are left out. Posts published within an hour share one vote.",
      ],
    },
    {
      title: "When it is called weak",
      texts: [
        "Each post is ranked among those 40. One below the usual adds to a *sum of shortfalls*, one above takes from it. The flag stands when the sum reaches 4; at 3 the account is only watched. It falls once later posts show that things are back to usual. Strong streaks are computed the same way, mirrored.",
        "While the flag stands, the usual does not move. After 25 posts at a new level, that level is taken as the usual.",
      ],
    },
    {
      title: "“Once in 340 posts”",
      texts: [
        "It answers: if nothing had changed, how often would chance alone make a run like this? The formula is N = 2 (eˣ − x − 1) with x = the sum's peak + 1.166. At the threshold of 4 it gives about 340 posts.",
        "It is an average waiting time, not the probability that the streak is real.",
      ],
    },
    {
      title: "Honest limits",
      texts: [
        "Social media accounts are noisy. A drop of 70% over 8 posts is seen about six times in ten, usually at the fifth post; a drop of 50% over 12 posts about four times in ten. Nobody can tell a drop of 30% in 5–12 posts from chance, so Denyut does not claim to.",
        "At 20 posts a week over four accounts, expect 3–5 false flags a year. The common rule “three in a row below the mean” gives about a hundred.",
        "The size of a streak is said as “half” or “a third”, not in percent: the exact number always looks worse than the truth. With too few interactions streaks are not judged.",
      ],
    },
    {
      id: "trials",
      title: "Trials",
      texts: [
        "What is seen to differ need not be the cause: videos that always go out in the evening may do well because of the evening. A *trial* decides it by lot: two hours or two formats take turns for eight weeks, as many of each in every week (one more of either where the number is odd). The lot knows nothing of what is posted, so what difference is left can only come from what was drawn. What a trial says stands by itself, and is stronger than “what works”.",
        "Everything is decided beforehand and judged once, at the end. Each post is taken less the mean of its week, all are ranked (normal scores of aligned ranks, Hodges and Lehmann 1962), and the lots are drawn anew inside each week in every possible way, or in 4,999 where there are too many. They are said to *differ* only if at most 1 in 20 ways makes so large a difference. Its size is the shift that takes the difference away; its range is of 95%, and holds “alike” exactly where the trial does not say that they differ. *Not shown to differ* is not the same as alike. Where nearly all posts draw as many reactions, a trial cannot tell, and says so.",
        "At the start it is said how often a doubling would be seen, by how much the account's own posts vary. With what is usual: 2 times out of 10 at two posts a week, 6 out of 10 at four. Where a doubling is seldom seen, what is seen looks too large: twice becomes three times at two posts a week. Read the range.",
        "A post counts for the side that was drawn, also if it went out as the other: whoever moves it has a reason, and reasons are no part of the lot. If less than three quarters of a side went out as drawn, or the trial was broken off, nothing is said. Results in between are not shown: whoever peeks every week and stops when it looks good is wrong about 1 time in 8, not 1 in 20.",
      ],
    },
    {
      title: "Up, down, steady",
      texts: [
        "A period is compared with the one of equal length just before. “Up” and “down” are said only with at least 8 posts (or days) on each side and a difference larger than chance (rank test, 95%). Followers below 1% are called steady.",
      ],
    },
    answersMethod.en,
  ],
};

export const methodWords = { id, en };
