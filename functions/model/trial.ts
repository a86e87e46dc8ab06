/**
 * Uji kecil: two hours or two formats of one account take turns for eight weeks, by lot. It is the only thing here that can
 * say cause: the lot knows nothing of what is posted.
 */

import { addDays, weekOf } from "./day.ts";
import type { Format } from "./format.ts";
import { MINUTES_A_DAY, minutesApart, minutesOf } from "./plan-time.ts";
import type { Day, Instant, Precision } from "./snapshot.ts";

export const TRIAL_KINDS = ["hours", "formats"] as const;
export type TrialKind = (typeof TRIAL_KINDS)[number];

export const TRIAL_WEEKS = 8;

/** With one post a week there is nothing to compare inside a week; a week has seven days. */
export const FEWEST_A_WEEK = 2;
export const MOST_A_WEEK = 7;

/** Nearer hours are met by chance: who is half an hour late has kept both. */
export const NEAREST_HOURS_MINUTES = 120;

/** So far from its hour a post still has it, where the hours do not lie nearer to each other than twice that. */
const OFF_MINUTES = 90;

/** A calendar of next year is not drawn yet. */
export const MOST_DAYS_AHEAD = 90;

export const LONGEST_WHY = 200;

export type Side = "a" | "b";

export type TrialFields = {
  account: number;
  kind: TrialKind;
  /** `HH:MM` on the wall clock of the library's zone, or a format. */
  a: string;
  b: string;
  /** Of formats: the hour of all plans, so that the hour is not compared with them; `null`: any. */
  at: string | null;
  /** 1 is Monday; a post on each, in each week. */
  weekdays: number[];
  /** A Monday. */
  starts_on: Day;
};

/** What was drawn for a plan, and stays however the plan is changed. */
export type Lot = { plan: number; on: Day; side: Side };

/** A post as it is held against its lot: format and whether it was paid for as a person corrected them. */
export type TrialPost = {
  id: number;
  published_at: Instant;
  published_on: Day;
  published_precision: Precision;
  format: Format | null;
  paid: boolean | null;
  removed: boolean;
  hidden: boolean;
  interactions: number | null;
  read_at: Instant | null;
};

/** A lot with the post by which its plan was kept. */
export type DrawnLot = Lot & { post: TrialPost | null };

/** What could be seen, as it was said at the start. */
export type TrialPower = {
  /** A doubling would be seen so many times of ten. */
  of_ten: number;
  /** Standard deviation of single posts (ln). */
  noise: number;
  /** From so many of the account's own posts; 0: what accounts usually have. */
  posts: number;
};

/**
 * `not_shown`: no difference was shown, which is not to say that there is none. The others say nothing of a difference:
 * `not_kept`: too little went out as it was drawn, or can be compared; `cannot_tell`: enough did, but so few weeks have anything
 * to compare that no lots could have shown one.
 */
const VERDICTS = ["differs", "not_shown", "cannot_tell", "not_kept"] as const;
type Verdict = (typeof VERDICTS)[number];

/** Also what the first method called `not_shown`, and, where all posts drew as many, `cannot_tell`. */
export const STORED_VERDICTS = [...VERDICTS, "alike"] as const;

/** Of each side so much has to have gone out as it was drawn: where a third never did, the rest is a choice. */
const KEPT_SHARE = 0.75;

/** How many of a side. */
export type OfSides = Record<Side, number>;

/** Of what stands: how many plans are over, how many of them went out, and how many as they were drawn. No figure of a post. */
export type TrialProgress = { drawn: number; over: number; published: number; kept: number };

/** The end, written once and never again. */
export type TrialResult = {
  /** By which rules; by the first the hour could choose between two posts of a day, and what cannot be told was not told apart. */
  method: 1 | 2;
  verdict: Verdict;
  drawn: OfSides;
  published: OfSides;
  /** Went out as they were drawn, and can be compared. */
  kept: OfSides;
  /** Were compared, by the lot. */
  compared: OfSides;
  /**
   * B against A with a 95 % interval, which leaves out 1 exactly where they differ; an open end is `null`. Nothing where it was
   * not kept or cannot tell.
   */
  size: { ratio: number; low: number | null; high: number | null } | null;
  /** How often the lots alone make such a difference, either way; `null` where it was not kept or cannot tell. */
  chance: number | null;
  /** The smallest ratio above 1 that would have been seen in 6 of 10 cases; `null` where it was not kept or cannot tell. */
  seen_from: number | null;
  /** Those that were compared. */
  posts: Record<Side, number[]>;
};

/** As a row, or a report of long ago, holds it. */
export type StoredTrialResult = Omit<TrialResult, "verdict"> & {
  verdict: (typeof STORED_VERDICTS)[number];
};

/** Did so much of either side go out as it was drawn that the trial may say something? */
export const isKeptEnough = ({ kept, drawn }: Pick<TrialResult, "kept" | "drawn">): boolean =>
  kept.a >= KEPT_SHARE * drawn.a && kept.b >= KEPT_SHARE * drawn.b;

/** A result of either method, by the verdicts of now. */
export function toTrialResult({ verdict, ...result }: StoredTrialResult): TrialResult {
  if (verdict === "alike") {
    return result.size === null
      ? { ...result, verdict: "cannot_tell", chance: null, seen_from: null }
      : { ...result, verdict: "not_shown" };
  }
  const could_not = verdict === "not_kept" && isKeptEnough(result);
  return { ...result, verdict: could_not ? "cannot_tell" : verdict };
}

export type Trial = TrialFields & {
  id: number;
  weeks: number;
  /** The lots follow from it. */
  seed: number;
  lots: Lot[];
  power: TrialPower;
  /** `broken`: off before its end. */
  state: "running" | "ended" | "broken";
  broken_on: Day | null;
  /** Why it was broken off, if somebody said. */
  why: string | null;
  result: TrialResult | null;
  judged_at: Instant | null;
  created_at: Instant;
  /** The link's name as it was; empty: the admin. */
  created_by: string;
  version: number;
};

/** What a plan of it is drawn: its hour and its format, of which the trial's kind says which was drawn. */
export const drawnFor = (
  { kind, at, ...sides }: Pick<TrialFields, "kind" | "a" | "b" | "at">,
  side: Side,
): { at: string | null; format: Format | null } =>
  kind === "hours"
    ? { at: sides[side], format: null }
    : // the sides of such a trial were parsed as formats
      { at, format: sides[side] as Format };

/** Of two hours: so many minutes from its own a post may go out, never nearer to the other. `17:00` and `19:00`: 59. */
export const offMinutes = ({ a, b }: Pick<TrialFields, "a" | "b">): number =>
  Math.min(OFF_MINUTES, Math.floor((minutesApart(a, b) - 1) / 2));

/** Of two hours: would those minutes reach into another day? */
export const meetsMidnight = (hours: Pick<TrialFields, "a" | "b">): boolean =>
  [hours.a, hours.b].some((hour) => {
    const [at, off] = [minutesOf(hour), offMinutes(hours)];
    return at < off || at + off >= MINUTES_A_DAY;
  });

/** By when posts of its first days can be prepared. */
const AHEAD_DAYS = 3;

/** The first Monday that is not too near; a person may choose a nearer one. */
export const suggestedStart = (today: Day): Day => weekOf(addDays(today, AHEAD_DAYS + 6));

/** The last day that was drawn. */
export const endsOn = (lots: readonly Pick<Lot, "on">[]): Day =>
  lots.reduce((last, { on }) => (on > last ? on : last), "");
