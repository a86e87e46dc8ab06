/** The posts at each level of a look, so that whoever reads a claim can see them. */
import { type Members, MOST_MEMBERS, memberKey } from "../../model/look.ts";
import type { Level } from "./levels.ts";
import type { Units } from "./units.ts";

/** Of all accounts together by time; of `rhythm`, at which every post stands, none. */
export function membersOf(levels: readonly Level[], accounts: readonly Units[]): Members {
  const at = accounts.flatMap((units) => units.at);
  const posts = accounts.flatMap((units) => units.posts);
  const newestFirst = [...at.keys()].sort((a, b) => (at[b] ?? 0) - (at[a] ?? 0) || b - a);
  // sorted by time once; of a level only the numbers in that order are
  const order = new Int32Array(at.length);
  for (const [number, place] of newestFirst.entries()) order[place] = number;
  const idOf = (number: number): number => Number(posts[newestFirst[number] ?? 0]);
  return Object.fromEntries(
    levels
      .filter(({ factor }) => factor !== "rhythm")
      .map(({ factor, level, places }) => {
        const numbers = Int32Array.from(places, (place) => order[place] ?? 0).sort();
        return [memberKey(factor, level), Array.from(numbers.subarray(0, MOST_MEMBERS), idOf)];
      }),
  );
}
