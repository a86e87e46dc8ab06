/** What to do next, from what was found. */
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { StreakView } from "../../functions/present/views/streak.ts";
import { differenceWords } from "../language/difference.ts";
import { names } from "../language/names.ts";
import { streakWords } from "../language/streak.ts";
import { tryInWords } from "../language/works.ts";
import { causeOf } from "./cause.ts";

type Difference = StreakView["differences"][number];

/** A tired manager does not do more than this. */
const MOST = 4;

type Advised = Pick<StreakView, "chrome" | "streak" | "differences" | "to_try">;

export function adviceFor({ chrome, streak, differences, to_try }: Advised): string[] {
  const { advice, keep, recovered_advice, new_normal_advice } = streakWords[chrome.language];
  const cause = causeOf(streak);
  if (streak.kind === "strong") {
    const lesson = cause === "more_saw" || cause === "reacted_more" || cause === "both_more";
    return [keep[lesson ? cause : "unclear"], keep.try];
  }
  if (streak.state === "recovered") return [recovered_advice];
  if (streak.state === "new_normal") return [new_normal_advice];
  const found = cause === "fewer_saw" || cause === "reacted_less" ? cause : "both_less";
  const general = advice[streak.reach_ratio === null ? "unknown" : found];
  // an hour is named already
  const timed = to_try?.factor === "hours" || differences.some(({ what }) => what === "hour");
  const repeated = found === "fewer_saw" && timed ? 1 : 0;
  const own = differences
    // two hours would be one too many
    .filter(({ what }) => !(what === "hour" && to_try?.factor === "hours"))
    .map((difference) =>
      adviceOn(chrome, difference, differenceWords(chrome, streak.posts, difference).before),
    );
  return [...(to_try ? [tryInWords(chrome, to_try)] : []), ...own, ...general.slice(repeated)]
    .slice(0, MOST - 1)
    .concat(chrome.role === "admin" ? advice.reason : []);
}

function adviceOn(chrome: Chrome, difference: Difference, before: string): string {
  const { advice } = streakWords[chrome.language];
  const { formats, topics } = names[chrome.language];
  switch (difference.what) {
    case "format":
      return advice.format(formats[difference.now], before);
    case "topic":
      return advice.topic(topics[difference.now], before);
    case "hour":
      return advice.hour(before);
    case "gap_days":
      return difference.now > difference.before
        ? advice.gap_longer(before)
        : advice.gap_shorter(before);
  }
}
