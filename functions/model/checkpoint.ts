import type { Instant } from "./snapshot.ts";

/** Where a post stands among the others of its account. */
export type PostPlace = { published_at: Instant; id: number };

/** Posts within an hour of each other: the newest one's instant, and how many there are so far. */
export type Burst = { at: Instant | null; posts: number };

/** Without the day it was published: in the norm only its age when it was read counts. */
export type PackedEntry = [
  id: number,
  format: number,
  interactions: number,
  followers: number | null,
  age: number,
];

/** Where a judgement can be taken up again (see `functions/analyse/checkpoint.ts`). */
export type Checkpoint = {
  method: number;
  half_age_hours: number;
  /** The last post that is in. */
  after: PostPlace;
  burst: Burst;
  norm: PackedEntry[];
  /** The norm of strong streaks where it is another. */
  strong_norm: PackedEntry[] | null;
};
