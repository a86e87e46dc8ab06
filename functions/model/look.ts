/** A month's look at what works, as it is kept and shown: what is claimed, and below it every level with what is known of it. */
import type { Claim, Entanglement, Factor } from "./claim.ts";
import type { HourBand } from "./hour-band.ts";
import type { Instant } from "./snapshot.ts";

/** Fewer posts at a level, or beside it, show nothing: of a smaller group nothing is asked. */
export const FEWEST_AT_LEVEL = 8;

/** `learning`: fewer than 30 posts; `too_few`: most draw fewer than 4 interactions. */
export type LookState = "ready" | "learning" | "too_few";

/** A level in the grey list: no claim, and not sorted by what came out. */
export type LevelSeen = {
  factor: Factor;
  level: string;
  posts: number;
  /** Shrunken, with a 90 % interval; `null` below 5 posts, and where it cannot be told apart. */
  size: { ratio: number; low: number; high: number } | null;
  /**
   * `few`: fewer than 8 posts, here or elsewhere; `mirror`: one of two levels, and the other one says it all; `entangled`: it
   * cannot be told apart from what it comes with.
   */
  state: "asked" | "mirror" | "few" | "entangled";
  entangled_with: Entanglement | null;
  /** The smallest ratio above 1 that would be seen in 6 of 10 cases; `null` unless asked. */
  seen_from: number | null;
};

export type LevelsSeen = {
  state: LookState;
  /** What was judged, or there is so far; those of an hour are one. */
  posts: number;
  /** In fixed order. */
  levels: LevelSeen[];
  /** So many posts a level needs for a doubling to be seen in 6 of 10 cases; `null`: more than there are room for. */
  posts_for_double: number | null;
};

/** Weekday by hours. */
export type Cell = {
  /** 1 is Monday. */
  weekday: number;
  hours: HourBand;
  posts: number;
  /** Against the account's posts at any hour; `null` below 5 posts. */
  ratio: number | null;
};

/** Ids of a level's posts, the newest first, at most `MOST_MEMBERS`; by `memberKey`. Of a burst the first stands for all. */
export type Members = Record<string, number[]>;

export const MOST_MEMBERS = 60;

/** `memberKey("topic", "literacy")` is `topic:literacy`. */
export const memberKey = (factor: Factor, level: string): string => `${factor}:${level}`;

export type LookResult = { levels: LevelsSeen; cells: Cell[]; members: Members };

/** A look that is finished: the newest of its account. */
export type FinishedLook = {
  /** `null`: all accounts together. */
  account_id: number | null;
  /** `YYYY-MM`, the month that it was made for: posts of the months before it were judged. */
  month: string;
  state: LookState;
  posts: number;
  /** The accounts that were judged, in the order of their ids. */
  of: number[];
  made_at: Instant;
  result: LookResult;
  /** The surest first. */
  claims: Claim[];
};

/** What is claimed now, with the accounts that were judged for it. */
export type StandingClaim = MonthClaim & { of: number[] };

/** Those of these accounts; what all together show is told to whoever may see each that was judged. */
export const claimsSeenBy = (
  claims: readonly StandingClaim[],
  account_ids: readonly number[],
): StandingClaim[] => claims.filter(({ of }) => of.every((id) => account_ids.includes(id)));

/** Those of one account, the surest first. */
export const claimsOfAccount = (
  claims: readonly StandingClaim[],
  account: number | undefined,
): StandingClaim[] => claims.filter(({ account_id }) => account_id === account);

/** A claim as it stood in a month's look; `account_id` is `null` for all together. */
export type MonthClaim = Claim & { account_id: number | null; month: string };
