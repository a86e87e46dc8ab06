/** How long half of the comments waited, as a person reads it. */
import { expect, test } from "vitest";
import type { MedianWait, WaitingClock } from "../../functions/model/answering.ts";
import { speechOf } from "../../web/language/speech.ts";
import { medianInWords, waitInWords } from "../../web/parts/waits.ts";

/** Without what keeps a line together. */
const said = (text: string | null) =>
  text?.replaceAll("\u2060", "").replaceAll("\u00a0", " ") ?? null;

const ALL = "all_hours";
const WORKING = "working_hours";

test.each<[WaitingClock, MedianWait, "id" | "en", string, string | null]>([
  [ALL, { minutes: 45, low: 20, high: 70 }, "id", "45 menit", "20–70"],
  [ALL, { minutes: 660, low: 480, high: 1020 }, "id", "11 jam", "8–17"],
  [ALL, { minutes: 660, low: 480, high: null }, "id", "11 jam", "sedikitnya 8"],
  [ALL, { minutes: 5760, low: 2880, high: 8640 }, "en", "4 days", "2–6"],
  [ALL, { minutes: 60, low: null, high: null }, "en", "60 minutes", null],
  [ALL, { minutes: null, low: 60, high: null }, "id", "belum separuhnya dijawab", null],
  // a working day has no one length
  [WORKING, { minutes: 5760, low: 2880, high: 8640 }, "en", "96 hours", "48–144"],
  // answered in the evening: by that clock nobody waited
  [WORKING, { minutes: 0, low: 0, high: 0 }, "id", "kebanyakan di luar jam kerja", null],
  [WORKING, { minutes: 0, low: 0, high: null }, "en", "mostly outside working hours", null],
  [WORKING, { minutes: 0, low: 0, high: 31 }, "id", "kebanyakan di luar jam kerja", null],
  [WORKING, { minutes: 0, low: 0, high: 180 }, "en", "mostly outside working hours", null],
  [ALL, { minutes: 0, low: 0, high: 31 }, "id", "0 menit", "0–31"],
])("by %s %j is %s: %s", (clock, median, language, text, range) => {
  const speech = speechOf({ language, time_zone: "Asia/Jakarta", now: 1_795_410_000 });
  const words = medianInWords(speech, median, clock);
  expect([said(words.text), said(words.range)]).toEqual([text, range]);
  // words are not set as large as a figure
  expect(words.is_figure).toBe(/^\d/.test(text));
});

test.each([
  [45, "45 menit", "45 minutes"],
  [60, "1 jam", "1 hour"],
  [95, "1,6 jam", "1.6 hours"],
  [23 * 60, "23 jam", "23 hours"],
  [38 * 60, "1,6 hari", "1.6 days"],
  [89 * 60, "3,7 hari", "3.7 days"],
])("%d minutes are waited for in the largest unit that they fill: %s", (minutes, ...words) => {
  const waits = (["id", "en"] as const).map((language) =>
    said(waitInWords(speechOf({ language, time_zone: "Asia/Jakarta", now: 0 }), minutes)),
  );
  expect(waits).toEqual(words);
});
