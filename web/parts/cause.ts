/** What lies behind a streak: who saw the posts, or how those who saw them reacted. */
import type { StreakLine } from "../../functions/present/views/streak.ts";

export type Cause =
  | "fewer_saw"
  | "reacted_less"
  | "both_less"
  | "more_saw"
  | "reacted_more"
  | "both_more"
  | "unclear";

/** Less than this against the usual has fallen; its inverse has risen. */
const FELL = 0.8;
const ROSE = 1 / FELL;

/** Did fewer people see the posts, or did those who saw them react less? `unclear` also where reach is unknown. */
export function causeOf({ kind, reach_ratio, reaction_ratio }: StreakLine): Cause {
  if (reach_ratio === null || reaction_ratio === null) return "unclear";
  const moved = (ratio: number) => (kind === "weak" ? ratio < FELL : ratio > ROSE);
  const saw = moved(reach_ratio);
  const reacted = moved(reaction_ratio);
  const [both, sight, reaction] =
    kind === "weak"
      ? (["both_less", "fewer_saw", "reacted_less"] as const)
      : (["both_more", "more_saw", "reacted_more"] as const);
  if (saw && reacted) return both;
  return saw ? sight : reacted ? reaction : "unclear";
}
