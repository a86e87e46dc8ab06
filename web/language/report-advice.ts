/** What the monthly report says is to be done next: as an institution writes it, each with the figure that it rests on. */
import type { TargetMetric } from "../../functions/model/target.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { count, english } from "./speech.ts";

const id = {
  collector: (accounts: string) =>
    `Memeriksa pengumpulan angka ${accounts} yang terhenti; selama itu angkanya tidak bertambah.`,
  weak: {
    format: (account: string, since: string, format: string) =>
      `Menyelingi ${format} di ${account} dengan jenis lain: akun ini melemah sejak ${since}.`,
    topic: (account: string, since: string, topic: string) =>
      `Menyelingi topik “${topic}” di ${account} dengan topik lain: akun ini melemah sejak ${since}.`,
    hour: (account: string, since: string, hour: string) =>
      `Menerbitkan lagi ${hour} di ${account}: akun ini melemah sejak ${since}.`,
    gap_days: (account: string, since: string, gap: string) =>
      `Kembali ke jeda sekitar ${gap} antarunggahan di ${account}: akun ini melemah sejak ${since}.`,
    none: (account: string, since: string) =>
      `Mengubah satu hal saja untuk tiga unggahan berikutnya di ${account}, topik dahulu lalu jenisnya: akun ini melemah sejak ${since}.`,
  },
  silence: (account: string, since: string) =>
    `Menerbitkan unggahan di ${account}, yang sepi sejak ${since}.`,
  event: (title: string, step: string, by: string) =>
    `Menerbitkan promosi acara “${title}” (${step}), paling lambat ${by}.`,
  answers: (account: string, questions: number) =>
    `Menjawab ${count("id", questions)} pertanyaan bulan ini di kolom komentar ${account} yang belum dijawab.`,
  unpromoted: (title: string, done: number, due: number) =>
    done === 0
      ? `Memulai promosi acara lebih awal: untuk “${title}” belum ada yang dilakukan dari ${count("id", due)} langkah promosi.`
      : `Memulai promosi acara lebih awal: untuk “${title}” baru ${count("id", done)} dari ${count("id", due)} langkah promosi dilakukan.`,
  target: {
    followers: (account: string, needed: string) =>
      `Meninjau ulang target pengikut ${account}, yang di luar jangkauan dengan laju sekarang: diperlukan pertumbuhan ${needed} sebulan sampai akhir tahun.`,
    engagement_rate: (account: string, needed: string) =>
      `Meninjau ulang target tingkat keterlibatan ${account}, yang di luar jangkauan dengan laju sekarang: diperlukan ${needed} sebulan sampai akhir tahun.`,
    posts_per_month: (account: string, needed: string) =>
      `Meninjau ulang target unggahan ${account}, yang di luar jangkauan dengan laju sekarang: diperlukan ${needed} unggahan sebulan sampai akhir tahun.`,
  } satisfies Record<TargetMetric, unknown>,
  all_accounts: "semua akun",
  few_plans: (month: string, planned: number, usual: string) =>
    planned === 0
      ? `Menyusun rencana unggahan ${month}: belum ada yang direncanakan, sedangkan biasanya terbit sekitar ${usual} dalam waktu yang sama.`
      : `Menambah rencana unggahan ${month}: baru ${count("id", planned)} yang direncanakan, sedangkan biasanya terbit sekitar ${usual} dalam waktu yang sama.`,
  figures: (accounts: string) =>
    `Memasukkan angka terbaru ${accounts} lewat berkas unduhan platform, karena tidak dikumpulkan dengan sendirinya.`,
  works: (posts: string, account: string, ratio: string) =>
    `Memperbanyak ${posts} di ${account}, yang terlihat mendapat sekitar ${ratio} kali unggahan lain.`,
  repeat: (post: string, account: string, on: string) =>
    `Mengulang bentuk unggahan terbaik bulan ini: ${post} (${account}, ${on}).`,
  untitled: "unggahan tanpa teks",
};

const en: typeof id = {
  collector: (accounts) =>
    `See to the collecting of ${accounts}, which has stopped; until then its figures do not grow.`,
  weak: {
    format: (account, since, format) =>
      `Mix ${format} on ${account} with other formats: this account has been weak since ${since}.`,
    topic: (account, since, topic) =>
      `Mix the topic “${topic}” on ${account} with others: this account has been weak since ${since}.`,
    hour: (account, since, hour) =>
      `Publish ${hour} on ${account} again: this account has been weak since ${since}.`,
    gap_days: (account, since, gap) =>
      `Go back to a gap of about ${gap} between posts on ${account}: this account has been weak since ${since}.`,
    none: (account, since) =>
      `Change one thing only for the next three posts on ${account}, the topic first, then the format: this account has been weak since ${since}.`,
  },
  silence: (account, since) => `Publish on ${account}, where nothing was published since ${since}.`,
  event: (title, step, by) =>
    `Publish the promotion of “${title}” (${step}), by ${by} at the latest.`,
  answers: (account, questions) =>
    `Answer ${questions === 1 ? "the question" : `the ${count("en", questions)} questions`} of this month under posts on ${account} that nobody answered.`,
  unpromoted: (title, done, due) =>
    done === 0
      ? `Begin promoting events earlier: for “${title}” nothing was done of ${english(due, "step", "steps")} of promotion.`
      : `Begin promoting events earlier: for “${title}” only ${count("en", done)} of ${english(due, "step", "steps")} of promotion ${done === 1 ? "was" : "were"} taken.`,
  target: {
    followers: (account, needed) =>
      `Look anew at the target of followers of ${account}, which is out of reach at this pace: it takes a growth of ${needed} a month until the year ends.`,
    engagement_rate: (account, needed) =>
      `Look anew at the target of the engagement rate of ${account}, which is out of reach at this pace: it takes ${needed} a month until the year ends.`,
    posts_per_month: (account, needed) =>
      `Look anew at the target of posts of ${account}, which is out of reach at this pace: it takes ${needed} posts a month until the year ends.`,
  },
  all_accounts: "all accounts",
  few_plans: (month, planned, usual) =>
    planned === 0
      ? `Plan the posts of ${month}: nothing is planned yet, where about ${usual} are usual in that time.`
      : `Plan more posts for ${month}: only ${count("en", planned)} ${planned === 1 ? "is" : "are"} planned, where about ${usual} are usual in that time.`,
  figures: (accounts) =>
    `Bring in the newest figures of ${accounts} by the platform’s own files, for nothing collects them.`,
  works: (posts, account, ratio) =>
    `Publish more ${posts} on ${account}: they are seen to get about ${ratio} times the other posts.`,
  repeat: (post, account, on) =>
    `Repeat the shape of the month’s best post: ${post} (${account}, ${on}).`,
  untitled: "a post without a caption",
};

export const adviceWords: Record<Language, typeof id> = { id, en };
