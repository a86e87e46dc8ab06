/** The posts at each level of a look, so that whoever reads a claim can see them. */
import { type Members, MOST_MEMBERS, memberKey } from "../../model/look.ts";
import { levelsAmong } from "./levels.ts";
import type { Unit } from "./units.ts";

/** Of all accounts together by time; of `rhythm`, at which every post stands, none. */
export function membersOf(units: readonly Unit[]): Members {
  const newestFirst = (a: number, b: number): number =>
    (units[b]?.at ?? 0) - (units[a]?.at ?? 0) || b - a;
  return Object.fromEntries(
    levelsAmong(units)
      .filter(({ factor }) => factor !== "rhythm")
      .map(({ factor, level, places }) => [
        memberKey(factor, level),
        places
          .toSorted(newestFirst)
          .slice(0, MOST_MEMBERS)
          .map((place) => Number(units[place]?.post)),
      ]),
  );
}
