/** What to do next, from what was found. */
import type { StreakView } from "../../functions/present/views/streak.ts";
import { names } from "../language/names.ts";
import { streakWords } from "../language/streak.ts";
import { causeOf } from "../parts/cause.ts";
import type { Difference } from "./streak-difference.ts";

/** A tired manager does not do more than this. */
const MOST = 4;

/** @param said a difference in words */
export function adviceFor(
  view: StreakView,
  said: (difference: Difference) => { before: string },
): string[] {
  const { chrome, streak, differences } = view;
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
  // the hour that used to work is named already
  const repeated = found === "fewer_saw" && differences.some(({ what }) => what === "hour") ? 1 : 0;
  const own = differences.map((difference) => adviceOn(view, difference, said(difference).before));
  return [...own, ...general.slice(repeated)]
    .slice(0, MOST - 1)
    .concat(chrome.role === "admin" ? advice.reason : []);
}

function adviceOn({ chrome }: StreakView, difference: Difference, before: string): string {
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
