/** What the page of answers says. `*…*` marks what counts in a sentence. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { count, english } from "./speech.ts";

const id = {
  title: "Jawaban",
  /** The link elsewhere. */
  link: "Jawaban atas komentar",
  // the sentence
  empty: "Belum ada *komentar*",
  empty_help: "Setelah sebuah akun dihubungkan, di sini tampak seberapa cepat komentar dijawab.",
  unread: "Komentar *belum terbaca*",
  unread_help:
    "Denyut membaca komentar bila akunnya terhubung, atau dikirim program lain. Berkas unduhan platform tidak memuatnya.",
  none: "Tidak ada *komentar baru* dalam periode ini",
  unwatched: (comments: number) =>
    `${count("id", comments)} komentar; jawabannya *belum diketahui*`,
  unwatched_help:
    "Komentar ini datang sebelum Denyut dapat melihat jawabannya. Yang berikutnya akan dihitung.",
  few: (comments: number) =>
    `Baru ${count("id", comments)} komentar: *terlalu sedikit* untuk dinilai`,
  few_help: "Mulai 5 komentar tampak berapa yang dijawab dalam sehari, mulai 20 berapa lama.",
  early: (comments: number) =>
    `${count("id", comments)} komentar, kebanyakan belum berumur sehari: *terlalu dini* untuk dinilai`,
  share: (part: number, of: number) =>
    `*${count("id", part)} dari ${count("id", of)}* komentar dijawab dalam sehari`,
  share_help: "Mulai 20 komentar tampak juga dalam berapa lama separuhnya dijawab.",
  median: (wait: string, range: string | null, share: string | null) =>
    `Separuh komentar dijawab dalam *${wait}*${range === null ? "" : ` (${range})`}${share === null ? "" : `; ${share} dalam sehari`}`,
  not_reached: (share: string | null) =>
    `*Lebih dari separuh* komentar belum dijawab${share === null ? "" : `; ${share} dijawab dalam sehari`}`,
  /** Where nothing waits: of the period, what has no answer and needs none is among them. */
  still: (unanswered: number) =>
    unanswered === 0 ? "Semuanya sudah dijawab" : `${count("id", unanswered)} belum dijawab`,
  // a row an account
  by_account: "Tiap akun",
  by_account_help: "Ketuk untuk melihat kisaran 95% dan cara menghitungnya.",
  together: "Semua",
  questions: (_questions: number) => "pertanyaan yang masuk dalam periode ini",
  within_day: "dijawab dalam 24 jam",
  of: (part: number, of: number) => `${count("id", part)} dari ${count("id", of)} komentar`,
  median_by: "separuhnya dijawab,",
  waiting: (waiting: number) => `${count("id", waiting)} komentar menunggu sekarang`,
  from_twenty: "mulai 20 komentar",
  not_half: "belum separuh",
  /** In a value's place: by that clock there is none. */
  no_value: "–",
  outside: (clock: string) => `${clock}: kebanyakan dijawab di luarnya`,
  outside_why:
    "Sedikitnya separuh komentar dijawab tanpa satu menit jam kerja pun berlalu, misalnya pada malam hari; karena itu tidak ada lamanya dalam jam kerja.",
  comments_few: (comments: number) => `${count("id", comments)} komentar: terlalu sedikit`,
  comments_early: "belum berumur sehari",
  comments_none: "tidak ada komentar baru",
  comments_unwatched: "jawabannya tidak terbaca",
  formula:
    "Sebuah komentar orang lain dijawab oleh balasan pertama akun di bawahnya. Separuhnya: saat paling banyak separuh komentar masih menunggu menurut Kaplan–Meier; yang belum dijawab ikut dihitung selama jawabannya akan terbaca di sini. Kisaran: Brookmeyer–Crowley, dan untuk bagian dalam 24 jam Wilson.",
  working_formula: (hours: string) =>
    `Dalam jam kerja hanya menit ${hours} yang dihitung, tanpa hari libur nasional, cuti bersama, dan hari yang tidak ikut dihitung.`,
  parts: {
    comments: "Komentar dihitung",
    questions: "Di antaranya tampak seperti pertanyaan",
    unknown: "Teksnya tidak pernah terbaca",
    quick: "Dijawab dalam 24 jam",
    old: "Komentar yang diikuti sedikitnya 24 jam",
    share: "Bagian yang dijawab dalam 24 jam",
    unanswered: "Belum dijawab, dari periode ini",
    settled: "Tidak dihitung: tak perlu dijawab",
    unwatched: "Tidak dihitung: jawabannya tidak terbaca",
  },
  median_part: (clock: string) => `Separuhnya dijawab dalam, ${clock}`,
  not_read: (accounts: string) =>
    `Komentar ${accounts} tidak terbaca: sambungan atau berkasnya tidak memberikannya.`,
  // those that wait
  nobody_waits: "Tidak ada yang menunggu",
  /** `questions`: known to be one; `more`: more wait than are counted here. */
  who_waits: (waiting: number, questions: number, more: boolean) => {
    const what = questions === waiting ? "pertanyaan" : "komentar";
    const among =
      questions > 0 && questions < waiting
        ? `, ${count("id", questions)} di antaranya pertanyaan`
        : "";
    return `${count("id", waiting)} ${what}${more ? " atau lebih" : ""} menunggu jawaban${among}`;
  },
  waiting_none: "Semua komentar yang terbaca sudah dijawab, atau tak perlu dijawab.",
  waiting_help: "Pertanyaan lebih dahulu, yang paling lama menunggu di atas.",
  more: (waiting: number) => `${count("id", waiting)} lagi`,
  before: (waiting: number) => `${count("id", waiting)} dari sebelum periode ini.`,
  asks: "Pertanyaan",
  says: "Komentar",
  waits: (wait: string) => `menunggu ${wait}`,
  since: (moment: string) => `sejak ${moment}`,
  seen: (moment: string) => `belum dijawab saat dibaca ${moment}`,
  under: (caption: string | null) => (caption === null ? "pada unggahan tanpa teks" : caption),
  answer_at: (platform: string) => `Jawab di ${platform}`,
  no_place: "Alamatnya tidak diketahui",
  settle: "Tak perlu dijawab",
  settle_which: (what: string) => `Tak perlu dijawab: ${what}`,
  just: {
    settled: "Ditandai tak perlu dijawab.",
    unsettled: "Dikembalikan: menunggu jawaban lagi.",
    hours: "Jam kerja disimpan.",
  },
  agreement: (settled: number, no_question: number) =>
    `Dari ${count("id", settled)} yang ditandai tak perlu dijawab, ${count("id", no_question)} memang bukan pertanyaan.`,
  asks_help:
    "Pertanyaan dikenali dari teksnya saat dibaca; teks dan penulisnya tidak disimpan. Isi komentar dibaca di platformnya.",
  hours: (hours: string) => `Jam kerja: ${hours}.`,
  change_hours: "Ubah jam kerja",
  method: "Cara menghitung",
};

const en: typeof id = {
  title: "Answers",
  link: "Answers to comments",
  empty: "No *comments* yet",
  empty_help: "Once an account is connected, this shows how soon comments are answered.",
  unread: "Comments are *not read yet*",
  unread_help:
    "Denyut reads comments of accounts that are connected, or that another program sends. The platforms’ own files do not hold them.",
  none: "No *new comments* in this period",
  unwatched: (comments) =>
    `${english(comments, "comment", "comments")}; *not known* whether they were answered`,
  unwatched_help:
    "They came before Denyut could see an answer. Those that come from now on are counted.",
  few: (comments) => `Only ${english(comments, "comment", "comments")}: *too few* to tell`,
  few_help: "From 5 comments on it tells how many are answered in a day, from 20 on how soon.",
  early: (comments) =>
    `${english(comments, "comment", "comments")}, most of them less than a day old: *too early* to tell`,
  share: (part, of) =>
    `*${count("en", part)} of ${english(of, "comment", "comments")}* answered within a day`,
  share_help: "From 20 comments on it also tells within how long half of them are answered.",
  median: (wait, range, share) =>
    `Half the comments are answered within *${wait}*${range === null ? "" : ` (${range})`}${share === null ? "" : `; ${share} within a day`}`,
  not_reached: (share) =>
    `*More than half* of the comments have no answer${share === null ? "" : `; ${share} got one within a day`}`,
  still: (unanswered) =>
    unanswered === 0 ? "All are answered" : `${count("en", unanswered)} without an answer`,
  by_account: "Each account",
  by_account_help: "Tap to see the 95% interval and how it is computed.",
  together: "All",
  questions: (questions) =>
    `${questions === 1 ? "question" : "questions"} that came in this period`,
  within_day: "answered within 24 hours",
  of: (part, of) => `${count("en", part)} of ${english(of, "comment", "comments")}`,
  median_by: "half answered,",
  waiting: (waiting) => `${english(waiting, "comment", "comments")} waiting now`,
  from_twenty: "from 20 comments on",
  not_half: "not half yet",
  no_value: "–",
  outside: (clock) => `${clock}: mostly answered outside them`,
  outside_why:
    "At least half of the comments were answered before a single working minute had passed, in the evening for example; so there is no time in working hours to tell.",
  comments_few: (comments) => `${english(comments, "comment", "comments")}: too few`,
  comments_early: "not a day old yet",
  comments_none: "no new comments",
  comments_unwatched: "answers cannot be seen here",
  formula:
    "A comment by somebody else is answered by the account’s first reply below it. Half: when at most half of the comments are still waiting, by Kaplan–Meier; those without an answer count for as long as one would have been seen. Interval: Brookmeyer–Crowley, and of the share within 24 hours Wilson’s.",
  working_formula: (hours) =>
    `In working hours only the minutes of ${hours} count, without public holidays, shared leave and days that are left out.`,
  parts: {
    comments: "Comments counted",
    questions: "Of these, look like a question",
    unknown: "Text never seen",
    quick: "Answered within 24 hours",
    old: "Comments followed for at least 24 hours",
    share: "Share answered within 24 hours",
    unanswered: "Not answered, of this period",
    settled: "Not counted: need no answer",
    unwatched: "Not counted: answers cannot be seen",
  },
  median_part: (clock) => `Half answered within, ${clock}`,
  not_read: (accounts) =>
    `The comments of ${accounts} cannot be read: the connection or file does not include them.`,
  nobody_waits: "Nobody is waiting",
  who_waits: (waiting, questions, more) => {
    const [one, many] = questions === waiting ? ["question", "questions"] : ["comment", "comments"];
    const among =
      questions > 0 && questions < waiting
        ? `, ${count("en", questions)} of them ${questions === 1 ? "a question" : "questions"}`
        : "";
    const who = more ? `${count("en", waiting)} or more ${many}` : english(waiting, one, many);
    return `${who} ${waiting === 1 && !more ? "is" : "are"} waiting for an answer${among}`;
  },
  waiting_none: "All comments that were read are answered, or need no answer.",
  waiting_help: "Questions first, the longest wait on top.",
  more: (waiting) => `${count("en", waiting)} more`,
  before: (waiting) => `${count("en", waiting)} from before this period.`,
  asks: "Question",
  says: "Comment",
  waits: (wait) => `waiting for ${wait}`,
  since: (moment) => `since ${moment}`,
  seen: (moment) => `no answer when read ${moment}`,
  under: (caption) => (caption === null ? "under a post without text" : caption),
  answer_at: (platform) => `Answer on ${platform}`,
  no_place: "Its address is not known",
  settle: "Needs no answer",
  settle_which: (what) => `Needs no answer: ${what}`,
  just: {
    settled: "Marked as needing no answer.",
    unsettled: "Put back: it is waiting for an answer again.",
    hours: "The working hours are saved.",
  },
  agreement: (settled, no_question) =>
    `Of ${count("en", settled)} marked as needing no answer, ${count("en", no_question)} were indeed no question.`,
  asks_help:
    "A question is recognised by its text when it is read; neither the text nor who wrote it is kept. What a comment says is read on its platform.",
  hours: (hours) => `Working hours: ${hours}.`,
  change_hours: "Change the working hours",
  method: "How it is computed",
};

export const answerWords: Record<Language, typeof id> = { id, en };
