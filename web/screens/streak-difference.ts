/** What was different in a streak, in words: its name, how it is now and how it was. */
import type { StreakView } from "../../functions/present/views/streak.ts";
import { names } from "../language/names.ts";
import { speechOf } from "../language/speech.ts";
import { streakWords } from "../language/streak.ts";

export type Difference = StreakView["differences"][number];

export function differenceWords({ chrome, streak }: StreakView, difference: Difference) {
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
    words.of(value, speech.count(Math.round(share * streak.posts)), speech.count(streak.posts));
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
