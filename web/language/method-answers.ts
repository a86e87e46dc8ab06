/** How answers are counted, and what cannot be said of them. `*…*` marks a term. */
import type { Language } from "../../functions/present/views/chrome.ts";
import type { Section } from "./method.ts";

const id: Section = {
  id: "answers",
  title: "Seberapa cepat komentar dijawab",
  texts: [
    "Komentar orang lain yang memulai percakapan dijawab oleh balasan pertama akun di bawahnya. Yang dihitung adalah komentar yang *ditulis* dalam periode itu: tunggakan yang dibereskan bulan depan tetap milik bulan yang meninggalkannya. Yang ditandai tak perlu dijawab tidak ikut; begitu pula komentar yang jawabannya tidak akan terbaca di sini, dijawab atau tidak.",
    "*Separuhnya dijawab dalam 11 jam (8–17)*: yang sudah dijawab saja tampak terlalu bagus, sebab yang tak pernah dijawab tidak ada di dalamnya. Maka dihitung bagian yang masih menunggu sesudah sekian lama (Kaplan dan Meier 1958): S dikalikan 1 − d/n pada setiap saat ada d jawaban di antara n yang menunggu; yang belum dijawab ikut selama jawabannya akan diketahui: sampai kirimannya terakhir dibaca. Angkanya adalah saat pertama S ≤ ½. Dalam kurung kisaran 95% (Brookmeyer dan Crowley 1982, pada skala ln(−ln S)); bila ujung atasnya belum terlihat, disebut “sedikitnya”.",
    "Diukur pada 40 komentar rekaan selama empat minggu, separuhnya sebenarnya dijawab dalam 12 jam dan sepertiganya tak pernah: nilai tengah dari yang dijawab 4,3 jam; rata-ratanya, yang terangkat oleh beberapa penantian panjang, 10,6 jam; cara ini 10,8 jam, dengan kisaran yang memuat yang benar pada 95 dari 100 percobaan.",
    "*Dalam 24 jam*: yang dijawab dalam 24 jam ÷ komentar yang diikuti sedikitnya 24 jam, dengan kisaran Wilson (1927).",
    "Kedua jam ditampilkan berdampingan. *Semua jam* adalah yang dirasakan penanya. *Jam kerja* hanya menghitung menit saat buka: dari Jumat pukul 21.00 sampai Senin pukul 08.05 lima menit. Hari libur nasional, cuti bersama, dan hari yang tidak ikut dihitung (catatan di kalender) bukan jam kerja.",
    "Sebuah komentar disebut pertanyaan bila teksnya memuat tanda tanya atau kata tanya. Itu dikenali saat dibaca; teks dan penulisnya tidak disimpan. Berapa sering orang sependapat dengan tanda itu tertulis di halaman jawaban.",
    "Yang tidak dapat dikatakan: dalam berapa lama separuh dari 10 komentar dijawab: bila sepuluh persen tak pernah dijawab, ujung atas kisarannya biasanya lebih dari 40 kali ujung bawahnya, maka angka itu baru tampak mulai 20 komentar (9 kali), dan di bawah 5 hanya daftarnya. Bila sepertiganya tak dijawab, ujung atas itu masih terbuka pada 72 dari 100 percobaan dengan 10 komentar, dan pada 39 dari 100 dengan 40. Tidak pula dapat dikatakan: apa yang dijawab sejak kirimannya terakhir dibaca (yang lebih tua dari 30 hari dibaca sekali seminggu); apakah jawabannya baik; apakah penanya puas; dan apa pun tentang pesan pribadi, yang tidak dibaca.",
  ],
};

const en: Section = {
  id: "answers",
  title: "How soon comments are answered",
  texts: [
    "A comment by somebody else that starts a thread is answered by the account's first reply below it. Counted are the comments that were *written* in the period: a backlog that is cleared next month still belongs to the month that left it. Those marked as needing no answer are left out; so are those whose answer would not be read here, answered or not.",
    "*Half are answered within 11 hours (8–17)*: what was answered looks too good by itself, for what is never answered is not in it. So the share that still waits after so long is computed (Kaplan and Meier 1958): S is multiplied by 1 − d/n at each moment with d answers among the n that wait; those without an answer count for as long as one would be known: until their post was read last. The figure is the first moment with S ≤ ½. In brackets stands the 95% interval (Brookmeyer and Crowley 1982, on the scale of ln(−ln S)); where its upper end is not seen yet it says “at least”.",
    "Measured on 40 made-up comments of four weeks, half of them truly answered within 12 hours and a third never: the middle one of those answered waited 4.3 hours; their average, which a few long waits carry, is 10.6 hours; and this is 10.8 hours, with an interval that holds the truth in 95 of 100 trials.",
    "*Within 24 hours*: answered within 24 hours ÷ comments that were followed for 24 hours at least, with Wilson's interval (1927).",
    "Both clocks stand side by side. *All hours* is what whoever asks feels. *Working hours* count only the minutes in which the library is open: from Friday 21:00 to Monday 08:05 they are five. Public holidays, shared leave and days that are left out (a note in the calendar) are no working hours.",
    "A comment is called a question where its text holds a question mark or a word that asks. That is told when it is read; neither the text nor who wrote it is kept. How often people agree with it is said on the page of answers.",
    "What cannot be said: within how long half of 10 comments are answered. Where one in ten is never answered, the upper end of the interval is usually more than 40 times the lower one, so that figure is there from 20 comments on (9 times), and below 5 the list alone. Where a third is never answered the upper end is still open in 72 of 100 trials with 10 comments, and in 39 of 100 with 40. Nor can it be said what was answered since a post was read last (one older than 30 days is read once a week); whether an answer was a good one; whether whoever asked was content; and anything of private messages, which are not read.",
  ],
};

export const answersMethod: Record<Language, Section> = { id, en };
