/**
 * One side of an account's story, followed post by post: its norm, the sum of shortfalls, and the streak while one is open.
 * Weak and strong are the same rule with the sign turned; each has a norm of its own, since it stands still while its
 * streak is open (else a long slump would become the usual before it is over).
 */
import type { Platform } from "../model/platform.ts";
import type { StreakKind, Usual } from "../model/streak.ts";
import { cusum, recoverySum } from "./cusum.ts";
import { type Entry, isLearning, type Norm, taking, tooFew } from "./norm.ts";
import { type Standing, standing, usual } from "./standing.ts";

/** The sum at which a streak is flagged: by chance once in 338 posts. */
export const FLAG = 4;

/** The sum at which an account is watched, quietly: by chance once in 119 posts. */
export const WATCH = 3;

/** The recovery sum that closes a streak. Lower closes too early, higher tells late (STREAKS: 1 / 1.5 / 2 / 2.5 close early in .35 / .27 / .15 / .13). */
const RECOVERY = 2;

/** After so many posts at the new level it is the usual level. */
const NEW_NORMAL_POSTS = 25;

/** A post since the sum left zero. */
export type Member = {
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
export type Run = { members: readonly Member[]; flagged: Flagged };

export type Closed = Run & { state: "recovered" | "new_normal"; by: Entry };

export type Step = {
  track: Track;
  state: "learning" | "too_few" | "judged";
  standing: Standing | null;
  closed: Closed | null;
};

/** The rules of a judgement that stay the same from post to post. */
export type Rules = { platform: Platform; threshold: number };

/** @param vote how much the post counts for its age and its place in a burst, 0 to 1; its format may lower it further */
export function step(
  track: Track,
  kind: StreakKind,
  entry: Entry,
  vote: number,
  rules: Rules,
): Step {
  const norm = taking(track.norm, [entry]);
  if (isLearning(track.norm)) {
    return { track: { ...NEW_TRACK, norm }, state: "learning", standing: null, closed: null };
  }
  if (tooFew(track.norm)) {
    // too low to be told apart from chance: what was open has become the usual
    const closed = ended(track, track.members, "new_normal", entry);
    return { track: { ...NEW_TRACK, norm }, state: "too_few", standing: null, closed };
  }
  const found = standing(track.norm, entry, rules.platform);
  const weight = vote * found.trust;
  const shortfall = kind === "weak" ? -found.score : found.score;
  const member = {
    entry,
    deviation: found.deviation,
    weight,
    sum: cusum(track.sum, shortfall, weight),
  };
  return track.flagged
    ? { ...whileOpen(track, track.flagged, member, shortfall), state: "judged", standing: found }
    : {
        track: whileClosed(track, member, norm, rules),
        state: "judged",
        standing: found,
        closed: null,
      };
}

function whileClosed(track: Track, member: Member, norm: Norm, rules: Rules): Track {
  const { sum } = member;
  const members = sum > 0 ? [...track.members, member] : [];
  if (sum < rules.threshold) return { norm, sum, members, flagged: null };
  const own = new Set(members.map(({ entry }) => entry.id));
  const flagged = {
    at: members.length - 1,
    peak: sum,
    recovery: 0,
    recoveringFrom: members.length,
    before: track.norm.filter(({ id }) => !own.has(id)),
    usual: usual(track.norm, rules.platform),
  };
  return { norm, sum, members, flagged };
}

function whileOpen(track: Track, flagged: Flagged, member: Member, shortfall: number) {
  const members = [...track.members, member];
  const recovery = recoverySum(flagged.recovery, shortfall, member.weight);
  const open: Flagged = {
    ...flagged,
    peak: Math.max(flagged.peak, member.sum),
    recovery,
    recoveringFrom: flagged.recovery > 0 ? flagged.recoveringFrom : members.length - 1,
  };
  const next = { ...track, sum: member.sum, members, flagged: open };
  if (recovery >= RECOVERY) {
    const norm = taking(track.norm, [member.entry]);
    const run = members.slice(0, open.recoveringFrom);
    return { track: { ...NEW_TRACK, norm }, closed: ended(next, run, "recovered", member.entry) };
  }
  if (members.length >= NEW_NORMAL_POSTS) {
    const held = members.slice(flagged.at + 1).map(({ entry }) => entry);
    const norm = taking(track.norm, held);
    return {
      track: { ...NEW_TRACK, norm },
      closed: ended(next, members, "new_normal", member.entry),
    };
  }
  return { track: next, closed: null };
}

const ended = (
  track: Track,
  members: readonly Member[],
  state: Closed["state"],
  by: Entry,
): Closed | null => track.flagged && { members, flagged: track.flagged, state, by };
