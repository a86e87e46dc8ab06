/** What is said to work: a difference between an account's posts that chance would rarely make. */

/** By what posts are compared, in the order in which they are shown. The names are part of what leaves the house. */
export const FACTORS = [
  "format",
  "topic",
  "hours",
  "weekday",
  "length",
  "hashtags",
  "hashtag",
  "question",
  "rhythm",
] as const;
export type Factor = (typeof FACTORS)[number];

/** Where most of a level's posts share another level too, and the other posts do not: which of the two it is stays open. */
export type Entanglement = {
  factor: Factor;
  level: string;
  /** Of the level's posts, 0 to 1. */
  share: number;
};

export type Claim = {
  factor: Factor;
  level: string;
  direction: 1 | -1;
  /** Against the account's other posts, drawn towards 1. Of `rhythm` it is for 2.7 times as many posts: show its direction alone. */
  ratio: number;
  /** 90 %: low ≤ ratio ≤ high. */
  low: number;
  high: number;
  /** Posts at the level; those of an hour are one. Of `rhythm`: all that were judged. */
  posts: number;
  /** How often chance makes a difference as sure as this anywhere on the screen. */
  chance: number;
  entangled_with: Entanglement | null;
};
