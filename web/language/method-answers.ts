/** How answers are counted, and what cannot be said of them. `*…*` marks a term. */
import type { Language } from "../../functions/present/views/chrome.ts";
import type { Section } from "./method.ts";

const id: Section = {
  id: "answers",
  title: "Seberapa cepat komentar dijawab",
  texts: [
    "Komentar orang lain yang memulai percakapan dijawab oleh balasan pertama akun di bawahnya. Yang dihitung adalah komentar yang *ditulis* dalam periode itu: tunggakan yang dibereskan bulan depan tetap milik bulan yang meninggalkannya. Yang ditandai tak perlu dijawab tidak ikut; begitu pula komentar yang jawabannya tidak akan terbaca di sini, dijawab atau tidak.",
    "*Separuhnya dijawab dalam 11 jam (8–17)*: rata-rata dari yang sudah dijawab selalu terlalu bagus, sebab yang tak pernah dijawab tidak ada di dalamnya. Maka dihitung bagian yang masih menunggu sesudah sekian lama (Kaplan dan Meier 1958): S dikalikan 1 − d/n pada setiap saat ada d jawaban di antara n yang menunggu; yang belum dijawab ikut selama umurnya. Angkanya adalah saat pertama S ≤ ½. Dalam kurung kisaran 95% (Brookmeyer dan Crowley 1982, pada skala ln(−ln S)); bila ujung atasnya belum terlihat, disebut “sedikitnya”.",
    "Bila sepertiga komentar tak pernah dijawab dan separuhnya sebenarnya dijawab dalam 12 jam, rata-rata dari yang dijawab menunjukkan sekitar 10 jam, nilai tengah dari yang dijawab 3,9 jam, dan cara ini 9 sampai 11 jam, dengan kisaran yang memuat yang benar pada 95 dari 100 percobaan.",
    "*Dalam 24 jam*: yang dijawab dalam 24 jam ÷ komentar yang diikuti sedikitnya 24 jam, dengan kisaran Wilson (1927).",
    "Kedua jam ditampilkan berdampingan. *Semua jam* adalah yang dirasakan penanya. *Jam kerja* hanya menghitung menit saat buka: dari Jumat pukul 21.00 sampai Senin pukul 08.05 lima menit. Hari libur nasional, cuti bersama, dan hari yang tidak ikut dihitung (catatan di kalender) bukan jam kerja.",
    "Sebuah komentar disebut pertanyaan bila teksnya memuat tanda tanya atau kata tanya. Itu dikenali saat dibaca; teks dan penulisnya tidak disimpan. Berapa sering orang sependapat dengan tanda itu tertulis di halaman jawaban.",
    "Yang tidak dapat dikatakan: dalam berapa lama separuh dari 10 komentar dijawab bila sepertiganya tak dijawab (ujung atasnya terbuka pada 74 dari 100 percobaan), maka angka itu baru tampak mulai 20 komentar, dan di bawah 5 hanya daftarnya; apakah jawabannya baik; apakah penanya puas; dan apa pun tentang pesan pribadi, yang tidak dibaca.",
  ],
};

const en: Section = {
  id: "answers",
  title: "How soon comments are answered",
  texts: [
    "A comment by somebody else that starts a thread is answered by the account's first reply below it. Counted are the comments that were *written* in the period: a backlog that is cleared next month still belongs to the month that left it. Those marked as needing no answer are left out; so are those whose answer would not be read here, answered or not.",
    "*Half are answered within 11 hours (8–17)*: the average of those that were answered always looks too good, for what is never answered is not in it. So the share that still waits after so long is computed (Kaplan and Meier 1958): S is multiplied by 1 − d/n at each moment with d answers among the n that wait; those without an answer count for as long as they are old. The figure is the first moment with S ≤ ½. In brackets stands the 95% interval (Brookmeyer and Crowley 1982, on the scale of ln(−ln S)); where its upper end is not seen yet it says “at least”.",
    "Where a third is never answered and half of all are truly answered within 12 hours, the average of those answered shows about 10 hours, the middle one of them 3.9 hours, and this 9 to 11 hours, with an interval that holds the truth in 95 of 100 trials.",
    "*Within 24 hours*: answered within 24 hours ÷ comments that were followed for 24 hours at least, with Wilson's interval (1927).",
    "Both clocks stand side by side. *All hours* is what whoever asks feels. *Working hours* count only the minutes in which the library is open: from Friday 21:00 to Monday 08:05 they are five. Public holidays, shared leave and days that are left out (a note in the calendar) are no working hours.",
    "A comment is called a question where its text holds a question mark or a word that asks. That is told when it is read; neither the text nor who wrote it is kept. How often people agree with it is said on the page of answers.",
    "What cannot be said: within how long half of 10 comments are answered of which a third have no answer (the upper end is open in 74 of 100 trials), so that figure is there from 20 comments on, and below 5 the list alone; whether an answer was a good one; whether whoever asked was content; and anything of private messages, which are not read.",
  ],
};

export const answersMethod: Record<Language, Section> = { id, en };
