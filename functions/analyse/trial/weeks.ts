/** A trial's posts by week: only inside a week are the sides compared. */
import type { Day } from "../../model/snapshot.ts";
import type { Side } from "../../model/trial.ts";
import type { Block } from "../statistics/blocks.ts";

export type Compared = {
  /** Its Monday, by the lot. */
  week: Day;
  side: Side;
  /** ln(interactions + ½) */
  log: number;
  post: number;
};

export type Weeks = {
  posts: Compared[];
  blocks: Block[];
  /** 1 of a, 0 of b, in the order of `posts`. */
  isA: Float64Array;
};

/** A week of which only one side went out compares nothing, and is left out. */
export function weeksOf(posts: readonly Compared[]): Weeks {
  const both = [...Map.groupBy(posts, ({ week }) => week)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => own.toSorted((a, b) => a.post - b.post))
    .filter((own) => new Set(own.map(({ side }) => side)).size === 2);
  let at = 0;
  const blocks = both.map((own) => {
    const from = at;
    at += own.length;
    return { from, to: at };
  });
  const ordered = both.flat();
  const isA = Float64Array.from(ordered, ({ side }) => Number(side === "a"));
  return { posts: ordered, blocks, isA };
}

/** How many of a block are of a. */
export function shareOf(isA: Float64Array, { from, to }: Block): { a: number; of: number } {
  let a = 0;
  for (let i = from; i < to; i++) a += isA[i] as number;
  return { a, of: to - from };
}
