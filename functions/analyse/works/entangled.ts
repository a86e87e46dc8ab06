/** The format, topic or hours that a level nearly always comes with, and other posts do not. */
import type { Entanglement } from "../../model/claim.ts";
import { HELD_STILL, type Level } from "./levels.ts";
import type { Unit } from "./units.ts";

const SHARE = 0.6;
/** A format that nearly every post has is no tie. */
const MORE_THAN_OTHERS = 0.3;

type Held = (typeof HELD_STILL)[number];

/**
 * Of a level the closest tie; `null`: none is close. `18 of 22 videos went out at 18–21` is a share of .82. Asked of every level of
 * a look: what all units have is counted once.
 */
export function entanglements(units: readonly Unit[]): (level: Level) => Entanglement | null {
  const all = new Map(HELD_STILL.map((name) => [name, countsOf(name, units)]));
  return ({ factor, posts, column }) => {
    if (factor === "rhythm") return null;
    const here = units.filter((_, index) => column[index] === 1);
    const others = Math.max(1, units.length - posts);
    const ties = HELD_STILL.filter((name) => name !== factor).flatMap((name) =>
      [...countsOf(name, here)]
        .map(([level, count]) => ({
          factor: name,
          level,
          share: count / posts,
          elsewhere: ((all.get(name)?.get(level) ?? 0) - count) / others,
        }))
        .filter(({ share, elsewhere }) => share >= SHARE && share - elsewhere >= MORE_THAN_OTHERS),
    );
    // sorting is stable: of two as close the format before the topic, and that before the hours
    const [closest] = ties.sort((a, b) => b.share - a.share);
    return closest ? { factor: closest.factor, level: closest.level, share: closest.share } : null;
  };
}

function countsOf(name: Held, units: readonly Unit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { labels } of units) {
    const label = labels[name];
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}
