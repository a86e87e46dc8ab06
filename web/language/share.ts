/** What is said where something is shared: by the message, by the picture, and around both. */
import type { ReportAdvice, ReportSentence } from "../../functions/model/report.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { count, english } from "./speech.ts";

const id = {
  of: (name: string, account: string) => `${name} ${account}`,
  /** A figure beside that of before. */
  up_from: (before: string) => `naik, dari ${before}`,
  down_from: (before: string) => `turun, dari ${before}`,
  unsure_from: (before: string) => `dari ${before}, bisa kebetulan`,
  before: (before: string) => `sebelumnya ${before}`,
  best: (account: string, day: string, times: string | null) =>
    `Yang paling berhasil: ${account}, ${day}${times === null ? "" : `, ${times} biasanya`}`,
  quoted: (said: string, words: string) => `${said}: “${words}”`,
  try: (advice: string) => `Coba: ${advice}`,
  do: (task: string) => `Yang perlu dilakukan: ${task}`,
  /** A step of an event's promotion that nothing keeps yet. */
  step: (step: string, by: string) => `Terbitkan unggahan “${step}”, paling lambat ${by}`,
  steps_done: "Langkah promosi",
  of_all: (done: string, all: string) => `${done} dari ${all}`,
  of_usual: "dibanding biasanya",
  posts: "Unggahan",
  likely: "Kemungkinan kebetulan",
  once_in: (posts: string) => `sekali dalam ${posts}`,
  once_in_more: (posts: string) => `lebih jarang dari sekali dalam ${posts}`,
  event: "Acara",
  place: (when: string, place: string) => `${when}, di ${place}`,
  coming: (title: string, when: string) => `“${title}”: ${when}`,
  past: (title: string, day: string) => `“${title}”, ${day}`,
  report: (month: string) => `Laporan ${month}`,
  draft: "rancangan",
  sentences: {
    no_figures: () => "Belum ada angka untuk bulan ini",
    posted: (posts: string, accounts: number, before: string | null) =>
      `${posts} terbit di ${count("id", accounts)} akun${before === null ? "" : `, bulan sebelumnya ${before}`}`,
    silent_month: (accounts: string) => `${accounts} tidak menerbitkan apa pun`,
    changed: (said: string, before: string, value: string) =>
      `${said}, dari ${before} menjadi ${value}`,
    steady: () => "Tidak ada angka yang berubah lebih dari yang biasa terjadi karena kebetulan",
    followers: (end: string, change: string) => `Pengikut kini ${end} (${change} dalam sebulan)`,
    best_post: (account: string, day: string) => `Unggahan terbaik: ${account}, ${day}`,
    events: (events: number, visitors: string | null) =>
      `${count("id", events)} acara${visitors === null ? "" : `, ${visitors} pengunjung`}`,
  } satisfies Partial<Record<ReportSentence["rule"], unknown>>,
  advice: {
    collector: (accounts: string) => `periksa pengumpulan angka ${accounts}`,
    weak: (account: string) => `ubah satu hal saja untuk tiga unggahan berikutnya di ${account}`,
    silence: (account: string, since: string) =>
      `terbitkan satu unggahan di ${account}, sepi sejak ${since}`,
    event: (title: string, step: string, by: string) =>
      `umumkan “${title}”: ${step}, paling lambat ${by}`,
    unpromoted: (title: string, done: string, due: string) =>
      `umumkan acara lebih awal: “${title}” mendapat ${done} dari ${due} langkah promosi`,
    target: (metric: string) => `kejar target ${metric}`,
    target_growth: (growth: string) => `target pengikut menuntut pertumbuhan ${growth} sebulan`,
    few_plans: (planned: number, usual: string) =>
      `rencanakan bulan depan: baru ${count("id", planned)} unggahan, biasanya ${usual}`,
    figures: (accounts: string) => `masukkan angka ${accounts}`,
    repeat: (account: string, day: string) => `ulangi bentuk unggahan terbaik, ${account} ${day}`,
  } satisfies Record<ReportAdvice["rule"] | "target_growth", unknown>,
  metrics_in_target: {
    followers: "pengikut",
    engagement_rate: "tingkat keterlibatan",
    posts_per_month: "jumlah unggahan sebulan",
  },
  steps: (step: string) => step.toLowerCase(),
};

const en: typeof id = {
  of: (name, account) => `${name}, ${account}`,
  up_from: (before) => `up, from ${before}`,
  down_from: (before) => `down, from ${before}`,
  unsure_from: (before) => `from ${before}, may be chance`,
  before: (before) => `before: ${before}`,
  best: (account, day, times) =>
    `What worked best: ${account}, ${day}${times === null ? "" : `, ${times} the usual`}`,
  quoted: (said, words) => `${said}: “${words}”`,
  try: (advice) => `Try: ${advice}`,
  do: (task) => `To do: ${task}`,
  step: (step, by) => `Publish the post “${step}”, by ${by}`,
  steps_done: "Steps of promotion",
  of_all: (done, all) => `${done} of ${all}`,
  of_usual: "against the usual",
  posts: "Posts",
  likely: "How likely chance is",
  once_in: (posts) => `once in ${posts}`,
  once_in_more: (posts) => `less than once in ${posts}`,
  event: "Event",
  place: (when, place) => `${when}, ${place}`,
  coming: (title, when) => `“${title}”: ${when}`,
  past: (title, day) => `“${title}”, ${day}`,
  report: (month) => `Report of ${month}`,
  draft: "draft",
  sentences: {
    no_figures: () => "There are no figures of this month yet",
    posted: (posts, accounts, before) =>
      `${posts} on ${english(accounts, "account", "accounts")}${before === null ? "" : `, the month before ${before}`}`,
    silent_month: (accounts) => `Nothing was published on ${accounts}`,
    changed: (said, before, value) => `${said}, from ${before} to ${value}`,
    steady: () => "No figure moved by more than chance explains",
    followers: (end, change) => `There are now ${end} followers (${change} in the month)`,
    best_post: (account, day) => `The best post: ${account}, ${day}`,
    events: (events, visitors) =>
      english(events, "event", "events") + (visitors === null ? "" : `, ${visitors} visitors`),
  },
  advice: {
    collector: (accounts) => `see why ${accounts} is not collected`,
    weak: (account) => `change one thing alone in the next three posts on ${account}`,
    silence: (account, since) => `publish something on ${account}, silent since ${since}`,
    event: (title, step, by) => `announce “${title}”: ${step}, by ${by}`,
    unpromoted: (title, done, due) =>
      `announce events earlier: “${title}” got ${done} of ${due} steps of promotion`,
    target: (metric) => `catch up with the target of ${metric}`,
    target_growth: (growth) => `the target of followers takes ${growth} growth a month`,
    few_plans: (planned, usual) =>
      `plan the month to come: ${english(planned, "post", "posts")} so far, usually ${usual}`,
    figures: (accounts) => `bring in the figures of ${accounts}`,
    repeat: (account, day) => `repeat what the best post did, ${account} ${day}`,
  },
  metrics_in_target: {
    followers: "followers",
    engagement_rate: "the engagement rate",
    posts_per_month: "posts a month",
  },
  steps: (step) => step.charAt(0).toLowerCase() + step.slice(1),
};

export const shareWords: Record<Language, typeof id> = { id, en };
