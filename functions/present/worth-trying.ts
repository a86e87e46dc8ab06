/** What is claimed of a weak account's posts and that its weak posts lack: the first thing to try. */
import { bandOf } from "../model/hour-band.ts";
import type { StandingClaim } from "../model/look.ts";
import type { Difference } from "../model/streak.ts";
import type { StreakLine, WorthTrying } from "./views/streak.ts";

/** What a person can do with the next post. */
const DONE_AT_WILL = ["format", "topic", "hours"] as const;
type AtWill = (typeof DONE_AT_WILL)[number];

const isAtWill = (factor: string): factor is AtWill =>
  (DONE_AT_WILL as readonly string[]).includes(factor);

/** The level of most of the streak's posts, where it is one that came with the streak. */
function levelOf(difference: Difference): { factor: AtWill; level: string } | null {
  switch (difference.what) {
    case "format":
    case "topic":
      return { factor: difference.what, level: difference.now };
    case "hour":
      return { factor: "hours", level: bandOf(difference.now) };
    case "gap_days":
      return null;
  }
}

/**
 * The surest claim that its posts get more, of a kind, a topic or hours; none that the weak posts follow already, nor one of which it
 * stays open whether it is this or what it always comes with.
 * @param claims of the streak's account, the surest first
 */
export function worthTrying(
  { kind, state, format, differences }: StreakLine,
  claims: readonly StandingClaim[],
): WorthTrying | null {
  if (kind !== "weak" || state !== "open") return null;
  const followed = differences.map(levelOf);
  for (const { factor, level, direction, ratio, entangled_with } of claims) {
    if (direction !== 1 || entangled_with !== null || !isAtWill(factor)) continue;
    if (factor === "format" && format === level) continue;
    if (followed.some((one) => one?.factor === factor && one.level === level)) continue;
    return { factor, level, ratio };
  }
  return null;
}
