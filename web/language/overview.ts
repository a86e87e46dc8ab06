/** What the Overview says. `*…*` marks what counts in a sentence. */

import type { Against } from "../../functions/model/day.ts";
import type { Missing } from "../../functions/model/notice.ts";
import type { AccountState } from "../../functions/present/views/overview.ts";
import type { Doing } from "../parts/overall.ts";
import { count, english } from "./speech.ts";

type State = AccountState["state"];

const be = (accounts: number): string => (accounts === 1 ? "is" : "are");

const id = {
  title: "Ringkasan",
  report: "Laporan",
  // the sentence
  empty: "Belum ada angka",
  empty_evidence:
    "Denyut membaca Instagram, Facebook, TikTok, dan X perpustakaan Anda, lalu memberi tahu apakah unggahannya bekerja. Mulailah dari salah satu:",
  empty_steps: {
    account: "Hubungkan akun",
    file: "Masukkan berkas unduhan dari platform",
    typed: "Ketik angka dengan tangan",
    backup: "Pulihkan dari cadangan Denyut lain",
  },
  empty_viewer: "Pengelola belum memasukkan angka. Silakan kembali nanti.",
  stopped: (since: string) => `Pengumpulan *berhenti* sejak ${since}`,
  stopped_evidence: (accounts: string) =>
    `Angka ${accounts} tidak bertambah lagi. Yang sudah tersimpan tetap aman; di bawah ini angka terakhir yang diketahui.`,
  stopped_refused:
    "Basis data menolak menulis: penuh, atau jatah hari ini habis. Yang sudah tersimpan tetap aman dan masih bisa dibaca; angka baru belum bisa masuk.",
  stopped_link: "Lihat penyebabnya",
  silence: (account: string, since: string) => `${account} *sepi* sejak ${since}`,
  silence_evidence: (usual: string) =>
    `Sesudah itu tidak ada unggahan; biasanya ada satu tiap ${usual} hari.`,
  silence_try: "Terbitkan satu unggahan hari ini, sekecil apa pun.",
  silence_link: "Lihat unggahannya",
  event: (title: string, on: string) => `“${title}”, ${on}: *belum ada unggahan* untuk langkah ini`,
  event_evidence: (step: string, by: string) =>
    `${step}: paling lambat ${by}, belum terbit dan belum direncanakan.`,
  event_link: "Buka acaranya",
  task_decree: (year: string) => `Hari libur ${year} masih perkiraan`,
  decree_link: "Cocokkan daftarnya",
  task_report: (month: string) => `Laporan ${month} sudah jadi dan belum dibaca`,
  report_link: "Baca, tandatangani, kirim",
  task_event: (title: string, step: string, by: string) => `${title}: ${step}, paling lambat ${by}`,
  questions: (questions: string, since: string) => `${questions} *menunggu jawaban* sejak ${since}`,
  questions_evidence: (accounts: string) =>
    `Ditanyakan di ${accounts}, lebih dari sehari yang lalu.`,
  questions_do: "Jawablah hari ini di platformnya, biarpun singkat.",
  questions_link: "Lihat dan jawab",
  task_questions: (questions: string, accounts: string, since: string) =>
    `${questions} di ${accounts} menunggu jawaban sejak ${since}`,
  token: (on: string) => `Sambungan *berakhir* ${on}`,
  token_over: (on: string) => `Sambungan *berakhir* sejak ${on}`,
  token_evidence: (accounts: string) =>
    `Tanpa sambungan baru, angka ${accounts} tidak bertambah lagi. Yang sudah tersimpan tetap aman.`,
  token_link: "Hubungkan lagi",
  ask_admin_look: "Mintalah pengelola memeriksanya.",
  ask_admin: "Mintalah pengelola menghubungkannya lagi.",
  figures: {
    all: {
      since: (accounts: string, day: string) => `Angka ${accounts} *terakhir dari ${day}*`,
      never: (accounts: string) => `Angka ${accounts} *belum masuk*`,
      evidence: "Tidak ada yang mengumpulkannya: masukkan berkas unduhan dari platformnya.",
    },
    followers: {
      since: (accounts: string, day: string) => `Pengikut ${accounts} *terakhir dicatat ${day}*`,
      never: (accounts: string) => `Pengikut ${accounts} *belum dicatat*`,
      evidence: "Tanpa jumlah pengikut yang baru, tingkat keterlibatannya makin meleset.",
    },
  } satisfies Record<Missing, object>,
  ask_admin_figures: "Mintalah pengelola memasukkannya.",
  figures_link: "Masukkan angka",
  weak: (platform: string, since: string) => `${platform} *melemah* sejak ${since}`,
  weak_evidence: (posts: string, size: string) => `${posts} terakhir mendapat ${size}.`,
  usual_of_kind: (kind: string | null) => `biasanya untuk jenisnya${kind ? ` (${kind})` : ""}`,
  recovered: (platform: string, since: string) => `${platform} *pulih* sejak ${since}`,
  recovered_evidence: "Unggahan kembali seperti biasa.",
  try: "Coba:",
  /** To what the first thing to try was seen from. */
  try_link: "Lihat perbandingannya",
  /** How accounts do that the sentence does not speak of. */
  doing: {
    weak: (who) => `${who} melemah`,
    strong: (who) => `${who} sedang kuat`,
    recovered: (who) => `${who} baru pulih`,
    normal: (who) => `${who} seperti biasa`,
    new_normal: (who) => `${who} di tingkat biasa yang baru`,
    learning: (who) => `${who} belum cukup data`,
    too_few: (who) => `${who} terlalu sedikit interaksinya untuk dinilai`,
  } as Record<Doing, (who: string, accounts: number) => string>,
  so_many_accounts: (accounts: number) => `${count("id", accounts)} akun`,
  followers_in_all: (followers: string) => `${followers} pengikut`,
  more_in_a_year: (change: string) => `${change} dibanding setahun sebelumnya`,
  more_followers: (change: string, days: number) => `${change} dalam ${count("id", days)} hari`,
  tasks: "Yang perlu dilakukan",
  task_weak: (platform: string, since: string) => `${platform} melemah sejak ${since}`,
  task_silence: (account: string, since: string, usual: string) =>
    `${account} sepi sejak ${since}; biasanya ada unggahan tiap ${usual} hari`,
  task_stopped: (accounts: string, since: string) =>
    `Pengumpulan ${accounts} berhenti sejak ${since}`,
  task_token: (accounts: string, on: string) => `Sambungan ${accounts} berakhir ${on}`,
  task_figures: {
    all: (accounts: string, since: string | null) =>
      since === null ? `${accounts} belum punya angka` : `Angka terakhir ${accounts} dari ${since}`,
    followers: (accounts: string, since: string | null) =>
      since === null
        ? `Pengikut ${accounts} belum dicatat`
        : `Pengikut ${accounts} terakhir dicatat ${since}`,
  } satisfies Record<Missing, unknown>,
  change: {
    up: (metric: string, platform: string) => `${metric} ${platform} *naik*`,
    down: (metric: string, platform: string) => `${metric} ${platform} *turun*`,
  },
  change_evidence: {
    before: (before: string, value: string) =>
      `Dari ${before} menjadi *${value}*, dibanding periode sebelumnya.`,
    year: (before: string, value: string) =>
      `Dari ${before} menjadi *${value}*, dibanding setahun sebelumnya.`,
  } satisfies Record<Against, (before: string, value: string) => string>,
  change_sure: "Perubahan sebesar ini jarang terjadi karena kebetulan.",
  unknown: "Belum bisa *dinilai*",
  unknown_evidence: {
    learning:
      "Denyut perlu mengenal kebiasaan sebuah akun dahulu, dari 15 unggahan. Angkanya sudah dapat dilihat di bawah.",
    too_few:
      "Reaksinya terlalu sedikit: naik-turunnya tidak dapat dibedakan dari kebetulan. Angkanya tetap dapat dilihat di bawah.",
  },
  calm: "Semua berjalan *seperti biasa*",
  best: "Yang paling berhasil:",
  no_caption: "unggahan tanpa teks",
  last_posts: (posts: string, platform: string | null) =>
    `${posts} terakhir${platform ? ` ${platform}` : ""}, dibanding biasanya`,
  evidence_link: "Lihat buktinya",
  dots_label: (posts: string, platform: string, below: number) =>
    `${posts} terakhir di ${platform} dibanding biasanya: ${count("id", below)} di bawah kisaran biasa.`,
  // one account after the other
  accounts: "Tiap akun",
  accounts_help: "dibanding kebiasaannya sendiri, dan seberapa teratur unggahannya",
  weeks: (with_posts: number, weeks: number) =>
    with_posts === weeks
      ? "setiap minggu ada unggahan"
      : `${count("id", with_posts)} dari ${count("id", weeks)} minggu ada unggahan`,
  gap: (days: number) => `jeda terpanjang ${count("id", days)} hari`,
  since_last: (days: number) =>
    days === 0
      ? "terakhir hari ini"
      : days === 1
        ? "terakhir kemarin"
        : `terakhir ${count("id", days)} hari lalu`,
  states: {
    learning: "belum cukup data",
    too_few: "interaksi terlalu sedikit",
    normal: "seperti biasa",
    watch: "dipantau",
    weak: "melemah",
    recovered: "pulih",
    new_normal: "tingkat biasa yang baru",
  } satisfies Record<State, string>,
  learning: (judged: number, needed: number) =>
    `baru ${count("id", judged)} dari ${count("id", needed)} unggahan yang diperlukan`,
  watch: "Beberapa unggahan di bawah biasanya; belum cukup untuk disebut melemah.",
  new_normal: "Sudah 25 unggahan di tingkat ini; kini dianggap tingkat biasa yang baru.",
  streak_kinds: { weak: "Masa lemah", strong: "Masa kuat" },
  since: (day: string) => `sejak ${day}`,
  withdrawn: "Ditarik:",
  left_out: (reason: string) => `tidak dihitung: ${reason}`,
};

const en: typeof id = {
  title: "Overview",
  report: "Report",
  empty: "No figures yet",
  empty_evidence:
    "Denyut reads your library's Instagram, Facebook, TikTok and X, and tells you whether its posts work. Start with one of these:",
  empty_steps: {
    account: "Connect an account",
    file: "Bring in a file exported from the platform",
    typed: "Type figures by hand",
    backup: "Put back a backup of another Denyut",
  },
  empty_viewer: "No figures have been brought in yet. Please come back later.",
  stopped: (since) => `Collecting *stopped* on ${since}`,
  stopped_evidence: (accounts) =>
    `The figures of ${accounts} no longer grow. What is stored is safe; below are the last figures known.`,
  stopped_refused:
    "The database refuses to write: it is full, or today's share is spent. What is stored is safe and can be read; new figures can't come in.",
  stopped_link: "See why",
  silence: (account, since) => `${account} has been *silent* since ${since}`,
  silence_evidence: (usual) =>
    `There was no post after that; usually there is one every ${usual} days.`,
  silence_try: "Publish one post today, however small.",
  silence_link: "See its posts",
  event: (title, on) => `“${title}” on ${on}: *no post yet* for this step`,
  event_evidence: (step, by) => `${step}: by ${by} at the latest, neither published nor planned.`,
  event_link: "Open the event",
  task_decree: (year) => `The holidays of ${year} are not official yet`,
  decree_link: "Check the list",
  task_report: (month) => `The report of ${month} is ready and not read yet`,
  report_link: "Read, sign, send",
  task_event: (title, step, by) => `${title}: ${step}, by ${by} at the latest`,
  questions: (questions, since) => `${questions} *unanswered* since ${since}`,
  questions_evidence: (accounts) => `Asked on ${accounts}, more than a day ago.`,
  questions_do: "Answer today on the platform, however briefly.",
  questions_link: "See and answer",
  task_questions: (questions, accounts, since) =>
    `${questions} on ${accounts} unanswered since ${since}`,
  token: (on) => `A connection *ends* on ${on}`,
  token_over: (on) => `A connection *ended* on ${on}`,
  token_evidence: (accounts) =>
    `Without a new connection the figures of ${accounts} no longer grow. What is stored is safe.`,
  token_link: "Connect again",
  ask_admin_look: "Ask the admin to look at it.",
  ask_admin: "Ask the admin to connect it again.",
  figures: {
    all: {
      since: (accounts, day) => `The last figures of ${accounts} are *of ${day}*`,
      never: (accounts) => `No figures of ${accounts} *have come in*`,
      evidence: "Nobody collects them: bring in the files that the platform exports.",
    },
    followers: {
      since: (accounts, day) => `Followers of ${accounts} were *last noted on ${day}*`,
      never: (accounts) => `Followers of ${accounts} *are not noted yet*`,
      evidence: "Without a new count of followers its engagement rate drifts off.",
    },
  },
  ask_admin_figures: "Ask the admin to bring them in.",
  figures_link: "Bring in figures",
  weak: (platform, since) => `${platform} has been *weak* since ${since}`,
  weak_evidence: (posts, size) => `The last ${posts} got ${size}.`,
  usual_of_kind: (kind) => `what is usual for their kind${kind ? ` (${kind})` : ""}`,
  recovered: (platform, since) => `${platform} *recovered* since ${since}`,
  recovered_evidence: "Posts are back to usual.",
  try: "Try:",
  try_link: "See the comparison",
  doing: {
    weak: (who, accounts) => `${who} ${be(accounts)} weak`,
    strong: (who, accounts) => `${who} ${be(accounts)} strong`,
    recovered: (who, accounts) => `${who} ${accounts === 1 ? "has" : "have"} just recovered`,
    normal: (who, accounts) => `${who} ${be(accounts)} as usual`,
    new_normal: (who, accounts) => `${who} ${be(accounts)} at a new usual`,
    learning: (who, accounts) => `${who} ${accounts === 1 ? "has" : "have"} too little data yet`,
    too_few: (who, accounts) =>
      `${who} ${accounts === 1 ? "has" : "have"} too few interactions to judge`,
  },
  so_many_accounts: (accounts) => english(accounts, "account", "accounts"),
  followers_in_all: (followers) => `${followers} followers`,
  more_in_a_year: (change) => `${change} against a year before`,
  more_followers: (change, days) => `${change} in ${english(days, "day", "days")}`,
  tasks: "What to do",
  task_weak: (platform, since) => `${platform} has been weak since ${since}`,
  task_silence: (account, since, usual) =>
    `${account} silent since ${since}; usually there is a post every ${usual} days`,
  task_stopped: (accounts, since) => `Collecting ${accounts} stopped on ${since}`,
  task_token: (accounts, on) => `The connection of ${accounts} ends on ${on}`,
  task_figures: {
    all: (accounts, since) =>
      since === null
        ? `No figures of ${accounts} yet`
        : `The last figures of ${accounts} are of ${since}`,
    followers: (accounts, since) =>
      since === null
        ? `Followers of ${accounts} are not noted yet`
        : `Followers of ${accounts} were last noted on ${since}`,
  },
  change: {
    up: (metric, platform) => `${metric} on ${platform} *rose*`,
    down: (metric, platform) => `${metric} on ${platform} *fell*`,
  },
  change_evidence: {
    before: (before, value) => `From ${before} to *${value}*, against the period before.`,
    year: (before, value) => `From ${before} to *${value}*, against a year before.`,
  },
  change_sure: "A change this large is rarely chance.",
  unknown: "Too early to *judge*",
  unknown_evidence: {
    learning:
      "Denyut first has to learn what is usual for an account, from 15 posts. The figures below can be read already.",
    too_few:
      "There are too few reactions to tell ups and downs from chance. The figures below can be read all the same.",
  },
  calm: "Everything is *as usual*",
  best: "What went best:",
  no_caption: "a post without text",
  last_posts: (posts, platform) =>
    `Last ${posts}${platform ? ` on ${platform}` : ""}, against the usual`,
  evidence_link: "See the evidence",
  dots_label: (posts, platform, below) =>
    `The last ${posts} on ${platform} against the usual: ${count("en", below)} below the usual range.`,
  accounts: "Each account",
  accounts_help: "against its own usual, and how regularly it posts",
  weeks: (with_posts, weeks) =>
    with_posts === weeks
      ? "posts in every week"
      : `posts in ${count("en", with_posts)} of ${english(weeks, "week", "weeks")}`,
  gap: (days) => `longest gap ${english(days, "day", "days")}`,
  since_last: (days) =>
    days === 0
      ? "last one today"
      : days === 1
        ? "last one yesterday"
        : `last one ${english(days, "day", "days")} ago`,
  states: {
    learning: "not enough data yet",
    too_few: "too few interactions",
    normal: "as usual",
    watch: "watched",
    weak: "weak",
    recovered: "recovered",
    new_normal: "a new usual",
  },
  learning: (judged, needed) =>
    `${count("en", judged)} of the ${english(needed, "post", "posts")} needed`,
  watch: "Some posts are below the usual; not enough to call it weak.",
  new_normal: "25 posts at this level; it is now taken as the new usual.",
  streak_kinds: { weak: "Weak", strong: "Strong" },
  since: (day) => `since ${day}`,
  withdrawn: "Withdrawn:",
  left_out: (reason) => `left out: ${reason}`,
};

export const overviewWords = { id, en };
