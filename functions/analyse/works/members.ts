/** The posts at each level of a look, so that whoever reads a claim can see them. */
import { type Members, MOST_MEMBERS, memberKey } from "../../model/look.ts";
import type { Design } from "./design.ts";

/** Of all accounts together by time; of `rhythm`, at which every post stands, none. */
export function membersOf({ units, contrasts }: Pick<Design, "units" | "contrasts">): Members {
  const newest = [...units.keys()].sort(
    (a, b) => (units[b]?.at ?? 0) - (units[a]?.at ?? 0) || b - a,
  );
  return Object.fromEntries(
    contrasts
      .filter(({ factor }) => factor !== "rhythm")
      .map(({ factor, level, column }) => [
        memberKey(factor, level),
        newest
          .filter((index) => column[index] === 1)
          .slice(0, MOST_MEMBERS)
          .map((index) => Number(units[index]?.post)),
      ]),
  );
}
