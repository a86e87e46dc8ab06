/** What was different in a streak, in words: a row of its page, and what to try from it. */

import type { Difference } from "../../functions/model/streak.ts";
import { names } from "./names.ts";
import { type Spoken, speechOf } from "./speech.ts";
import { streakWords } from "./streak.ts";

/** @param posts so many are in the streak */
export function differenceWords(chrome: Spoken, posts: number, difference: Difference) {
  const words = streakWords[chrome.language];
  const { formats, topics } = names[chrome.language];
  const speech = speechOf(chrome);
  const days = (value: number) => {
    const rounded = value < 3 ? Math.round(value * 10) / 10 : Math.round(value);
    return words.gap(
      rounded,
      Number.isInteger(rounded) ? speech.count(rounded) : speech.decimal(rounded),
    );
  };
  const shared = (value: string, share: number) =>
    words.of(value, speech.count(Math.round(share * posts)), speech.count(posts));
  switch (difference.what) {
    case "format":
      return {
        name: words.format_row,
        now: shared(formats[difference.now], difference.share),
        before: speech.share(difference.before),
      };
    case "topic":
      return {
        name: words.topic_row,
        now: shared(topics[difference.now], difference.share),
        before: speech.share(difference.before),
      };
    case "hour":
      return {
        name: words.hour_row,
        now: words.hour(String(difference.now).padStart(2, "0")),
        before: words.hour(String(difference.before).padStart(2, "0")),
      };
    case "gap_days":
      return { name: words.gap_row, now: days(difference.now), before: days(difference.before) };
  }
}
