/** The format, topic or hours that a level nearly always comes with, and other posts do not. */
import type { Entanglement } from "../../model/claim.ts";
import { HELD_STILL, type Level } from "./levels.ts";
import { countOf, type Units } from "./units.ts";

const SHARE = 0.6;
/** A format that nearly every post has is no tie. */
const MORE_THAN_OTHERS = 0.3;

type Held = (typeof HELD_STILL)[number];

/** A factor's levels by number, and at which of them each unit stands; −1: unknown. */
type Numbered = { name: Held; levels: string[]; at: Int16Array };

/**
 * Of a level the closest tie; `null`: none is close. `18 of 22 videos went out at 18–21` is a share of .82. Asked of every level of
 * a look: what all units have is numbered and counted once.
 */
export function entanglements(
  accounts: readonly Units[],
): (level: Pick<Level, "factor" | "posts" | "places">) => Entanglement | null {
  const held = HELD_STILL.map((name) => numbered(name, accounts));
  const count = accounts.reduce((total, units) => total + countOf(units), 0);
  const everywhere = Array.from({ length: count }, (_, place) => place);
  const all = held.map((factor) => countsAt(factor, everywhere));
  return ({ factor, posts, places }) => {
    if (factor === "rhythm") return null;
    const others = Math.max(1, count - posts);
    const ties = held.flatMap((one, index) => {
      if (one.name === factor) return [];
      const here = countsAt(one, places);
      return one.levels
        .map((level, number) => ({
          factor: one.name,
          level,
          share: (here[number] ?? 0) / posts,
          elsewhere: ((all[index]?.[number] ?? 0) - (here[number] ?? 0)) / others,
        }))
        .filter(({ share, elsewhere }) => share >= SHARE && share - elsewhere >= MORE_THAN_OTHERS);
    });
    // sorting is stable: of two as close the format before the topic, and that before the hours
    const [closest] = ties.sort((a, b) => b.share - a.share);
    return closest ? { factor: closest.factor, level: closest.level, share: closest.share } : null;
  };
}

function numbered(name: Held, accounts: readonly Units[]): Numbered {
  const levels: string[] = [];
  const at = accounts.flatMap(({ labels, words }) => {
    // of each of the account's own numbers that of the level
    const known: number[] = [-1];
    return labels[name].map((number) => {
      known[number] ??= numberAmong(levels, words[number - 1] ?? "");
      return known[number];
    });
  });
  return { name, levels, at: Int16Array.from(at) };
}

function numberAmong(levels: string[], level: string): number {
  const known = levels.indexOf(level);
  return known === -1 ? levels.push(level) - 1 : known;
}

/** How many of these units stand at each level. */
function countsAt({ levels, at }: Numbered, places: readonly number[]): Int32Array {
  const counts = new Int32Array(levels.length);
  for (const place of places) {
    const number = at[place] as number;
    if (number >= 0) counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}
