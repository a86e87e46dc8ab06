/** What is said where something is shared: by the message, by the picture, and around both. */
import type { Language, Preset } from "../../functions/present/views/chrome.ts";

const id = {
  of: (name: string, account: string) => `${name} ${account}`,
  /** Over which time a figure is, beside a sentence that is about another. */
  over: (said: string, period: string) => `${said} ${period}`,
  periods: {
    "7d": "7 hari ini",
    "28d": "28 hari ini",
    "90d": "90 hari ini",
    "1y": "setahun ini",
    "2y": "dua tahun ini",
  } satisfies Record<Preset, string>,
  own_dates: "pada periode ini",
  /** Beside a change: a number of days next to the change's own would read as one number. */
  within: {
    "7d": "dalam 7 hari",
    "28d": "dalam 28 hari",
    "90d": "dalam 90 hari",
    "1y": "dalam setahun",
    "2y": "dalam dua tahun",
  } satisfies Record<Preset, string>,
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
  of_all: (done: string, all: string) => `${done} dari ${all} terbit`,
  planned: (steps: string) => `${steps} direncanakan`,
  of_usual: "dibanding biasanya",
  posts: "Unggahan",
  likely: "Kemungkinan kebetulan",
  once_in: (posts: string) => `sekali dalam ${posts}`,
  once_in_more: (posts: string) => `lebih jarang dari sekali dalam ${posts}`,
  event: "Acara",
  place: (when: string, place: string) => `${when}, di ${place}`,
  titled: (title: string, when: string) => `“${title}” – ${when}`,
  report: (month: string) => `Laporan ${month}`,
  draft: (report: string) => `${report} (konsep)`,
};

const en: typeof id = {
  of: (name, account) => `${name}, ${account}`,
  over: (said, period) => `${said}, ${period}`,
  periods: {
    "7d": "over the last 7 days",
    "28d": "over the last 28 days",
    "90d": "over the last 90 days",
    "1y": "over the last year",
    "2y": "over the last two years",
  },
  own_dates: "in this period",
  within: {
    "7d": "in 7 days",
    "28d": "in 28 days",
    "90d": "in 90 days",
    "1y": "in a year",
    "2y": "in two years",
  },
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
  of_all: (done, all) => `${done} of ${all} published`,
  planned: (steps) => `${steps} planned`,
  of_usual: "against the usual",
  posts: "Posts",
  likely: "How likely chance is",
  once_in: (posts) => `once in ${posts}`,
  once_in_more: (posts) => `less than once in ${posts}`,
  event: "Event",
  place: (when, place) => `${when}, ${place}`,
  titled: (title, when) => `“${title}” – ${when}`,
  report: (month) => `Report of ${month}`,
  draft: (report) => `${report} (draft)`,
};

export const shareWords: Record<Language, typeof id> = { id, en };
