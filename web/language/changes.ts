/** What the list of changes says. */
import type { ChangedThing } from "../../functions/model/person-change.ts";
import type { ChangedLine } from "../../functions/present/views/changes.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  title: "Riwayat perubahan",
  lead: "Yang diubah orang di kalender dan sekitarnya, dua tahun terakhir.",
  none: "Belum ada yang diubah.",
  admin: "Pengelola",
  done: {
    made: "membuat",
    changed: "mengubah",
    removed: "menghapus",
  } satisfies Record<ChangedLine["done"], string>,
  things: {
    plan: "rencana",
    event: "acara",
    note: "catatan",
    target: "target",
    trial: "uji kecil",
    almanac: "hari penting",
    topic_rule: "kata penanda topik",
    target_mix: "sasaran campuran",
    short_link: "tautan pendek",
    post: "unggahan",
    streak: "masa lemah",
    comment: "perlu tidaknya menjawab komentar di bawah unggahan",
  } satisfies Record<ChangedThing, string>,
  named: (name: string) => `“${name}”`,
  older: "Yang lebih lama",
};

const en: typeof id = {
  title: "Changes",
  lead: "What people changed in the calendar and around it, in the last two years.",
  none: "Nothing was changed yet.",
  admin: "The admin",
  done: { made: "made", changed: "changed", removed: "removed" },
  things: {
    plan: "the plan",
    event: "the event",
    note: "the note",
    target: "the target",
    trial: "the trial",
    almanac: "the day of note",
    topic_rule: "the words that tell a topic",
    target_mix: "the target mix",
    short_link: "the short link",
    post: "the post",
    streak: "the weak spell",
    comment: "whether a comment needs an answer, under the post",
  },
  named: (name) => `“${name}”`,
  older: "Older ones",
};

export const changesWords: Record<Language, typeof id> = { id, en };
