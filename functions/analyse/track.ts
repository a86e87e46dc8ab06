/**
 * One side of an account's story, followed post by post: its norm, the sum of shortfalls, and the streak while one is open.
 * Weak and strong are the same rule with the sign turned; each has a norm of its own, since it stands still while its
 * streak is open (else a long slump would become the usual before it is over).
 */
import type { StreakKind, Usual } from "../model/streak.ts";
import { cusum, recoverySum } from "./cusum.ts";
import { type Entry, isLearning, type Norm, taking, tooFew } from "./norm.ts";
import { type Standing, standing, usual } from "./standing.ts";

/** The sum at which a streak is flagged: by chance once in 338 posts. */
export const FLAG = 4;

/** The sum at which an account is watched, quietly: by chance once in 119 posts. */
export const WATCH = 3;

/** The recovery sum that closes a streak. Lower closes too early, higher tells late: 1 / 1.5 / 2 / 2.5 closed early in 0.35 / 0.27 / 0.15 / 0.13 of simulated slumps. */
const RECOVERY = 2;

/** After so many posts at the new level it is the usual level. */
const NEW_NORMAL_POSTS = 25;

/** A post since the sum left zero. */
type Member = {
  entry: Entry;
  /** ln of its multiple of the usual. */
  deviation: number;
  weight: number;
  sum: number;
};

/** An open streak. */
type Flagged = {
  /** Where in `members` the flag was raised. */
  at: number;
  peak: number;
  /** The sum that says it is over, and where in `members` it left zero. */
  recovery: number;
  recoveringFrom: number;
  before: Norm;
  usual: Usual;
};

export type Track = {
  norm: Norm;
  sum: number;
  /** The run: posts judged since the sum left zero, oldest first. */
  members: readonly Member[];
  flagged: Flagged | null;
};

export const NEW_TRACK: Track = { norm: [], sum: 0, members: [], flagged: null };

/** Nothing under way: all there is to know is the norm. */
export const isQuiet = (track: Track): boolean => track.sum === 0 && track.flagged === null;

/** A streak as it stands, open or just over. */
export type FlaggedRun = { members: readonly Member[]; flagged: Flagged };

export type Closed = FlaggedRun & { state: "recovered" | "new_normal"; by: Entry };

/** A post held against a norm. */
export type Held = {
  entry: Entry;
  /** Is the norm ready to judge by? */
  state: "learning" | "too_few" | "judged";
  standing: Standing | null;
  /** The norm with the post in it. */
  norm: Norm;
};

export function hold(norm: Norm, entry: Entry): Held {
  const state = isLearning(norm) ? "learning" : tooFew(norm) ? "too_few" : "judged";
  const found = state === "judged" ? standing(norm, entry) : null;
  return { entry, state, standing: found, norm: taking(norm, entry) };
}

export type Step = { track: Track; closed: Closed | null };

/**
 * @param held the post, held against the track's norm
 * @param vote how much it counts for its age and its place in a burst, 0 to 1; its format may lower it further
 */
export function step(
  track: Track,
  kind: StreakKind,
  { entry, standing, norm }: Held,
  vote: number,
  threshold: number,
): Step {
  if (!standing) {
    // counts too low to be told apart from chance: what was open has become the usual
    const closed = track.flagged && ended(track.flagged, track.members, "new_normal", entry);
    return { track: { ...NEW_TRACK, norm }, closed };
  }
  const shortfall = kind === "weak" ? -standing.score : standing.score;
  const weight = vote * standing.trust;
  const sum = cusum(track.sum, shortfall, weight);
  const member = { entry, deviation: standing.deviation, weight, sum };
  return track.flagged
    ? whileOpen(track, track.flagged, member, shortfall)
    : { track: whileClosed(track, member, norm, threshold), closed: null };
}

function whileClosed(track: Track, member: Member, norm: Norm, threshold: number): Track {
  const { sum } = member;
  const members = sum > 0 ? [...track.members, member] : [];
  if (sum < threshold) return { norm, sum, members, flagged: null };
  const own = new Set(members.map(({ entry }) => entry.id));
  const flagged = {
    at: members.length - 1,
    peak: sum,
    recovery: 0,
    recoveringFrom: members.length,
    before: track.norm.filter(({ id }) => !own.has(id)),
    usual: usual(track.norm),
  };
  return { norm, sum, members, flagged };
}

function whileOpen(track: Track, before: Flagged, member: Member, shortfall: number): Step {
  const members = [...track.members, member];
  const recovery = recoverySum(before.recovery, shortfall, member.weight);
  const flagged: Flagged = {
    ...before,
    peak: Math.max(before.peak, member.sum),
    recovery,
    recoveringFrom: before.recovery > 0 ? before.recoveringFrom : members.length - 1,
  };
  if (recovery >= RECOVERY) {
    const run = members.slice(0, flagged.recoveringFrom);
    return {
      track: { ...NEW_TRACK, norm: taking(track.norm, member.entry) },
      closed: ended(flagged, run, "recovered", member.entry),
    };
  }
  if (members.length >= NEW_NORMAL_POSTS) {
    const heldBack = members.slice(flagged.at + 1).map(({ entry }) => entry);
    return {
      track: { ...NEW_TRACK, norm: taking(track.norm, ...heldBack) },
      closed: ended(flagged, members, "new_normal", member.entry),
    };
  }
  return { track: { norm: track.norm, sum: member.sum, members, flagged }, closed: null };
}

const ended = (
  flagged: Flagged,
  members: readonly Member[],
  state: Closed["state"],
  by: Entry,
): Closed => ({ flagged, members, state, by });
