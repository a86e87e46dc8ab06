/** The words of collecting: what can go wrong, what a platform does not give, how an account is doing. */
import { SECONDS_A_DAY } from "./day.ts";
import type { Instant } from "./snapshot.ts";

/** The closed list of a collection's problems, each with what it says in English; a screen says the code in its own language. */
export const RUN_PROBLEMS = {
  throttled: "the platform asks for a pause; the account waits until then",
  token_dead: "the token opens nothing any more; connect the account again",
  app_refused:
    "the app's key or secret is wrong; correct it where it was entered and connect the account again",
  refresh_failed: "the token could not be renewed this time; the stored one is kept",
  permission_missing: "the token lacks a permission",
  wrong_account: "the token belongs to another account",
  unknown_account: "the platform knows no such account",
  blocked: "the platform has blocked this app or account for now",
  metric_retired: "the platform no longer gives this figure; the others were stored",
  not_supported: "the platform does not give this figure for this kind of post",
  not_offered: "the platform does not offer this at all",
  needs_own_token: "only the account's own token opens this; the app's token does not",
  needs_business_api: "only TikTok's Business API offers this",
  too_few_people: "the platform keeps this figure back while too few people are in it",
  not_json: "the platform answered with something that is not JSON",
  truncated: "the platform's answer broke off in the middle",
  too_large: "the platform's answer was larger than expected",
  timeout: "the platform did not answer in time",
  unreachable: "the platform could not be reached",
  http_error: "the platform answered with an error",
  unexpected_answer: "the platform's answer does not have the shape that it documents",
  partial: "a part is still missing; the next runs go on with it",
  begun_again: "the platform lost the place up to which was read; it is read again from the newest",
  out_of_calls: "this tick had no calls left; the next one goes on",
  credits_depleted: "the credits of the X account are used up",
  ceiling_reached: "the month's ceiling for X is reached; X pauses until next month",
  other_version: "the platform serves another version of its API than the one asked for",
  renamed_conflict: "the account's name is already that of another account here",
  no_key: "the stored credentials cannot be opened: CREDENTIALS_KEY is missing or another one",
  crashed: "the tick before this one broke off; it was taken up again",
  database_busy: "the database did not take it in; the next tick reads it again",
  internal: "something went wrong in Denyut itself; it is in the Worker's log",
} as const;
export type RunProblemCode = keyof typeof RUN_PROBLEMS;

/** `detail`: which metric, scope or call, or the platform's own words; never a token. */
export type RunProblem = { code: RunProblemCode; detail: string | null };

/** A problem of a run, with the account that had it; `null`: the tick itself. */
export type AccountProblem = RunProblem & { account_id: number | null };

/**
 * What a platform or a token does not give, remembered so that it is not asked again and again: the metric, edge or
 * field as the platform calls it (with the kind of post where that decides: `reels/shares`), the reason, since when.
 * A refusal is forgotten after a while, so that what comes back is noticed.
 */
export type Refusal = { what: string; reason: RunProblemCode; at: Instant };

/** A permission can be given any day; a figure that a platform gave up hardly ever comes back. */
const PERMISSION_REFUSED_SECONDS = SECONDS_A_DAY;
const FIGURE_REFUSED_SECONDS = 30 * SECONDS_A_DAY;

export const stillRefused = ({ reason, at }: Refusal, now: Instant): boolean =>
  now - at <
  (reason === "permission_missing" ? PERMISSION_REFUSED_SECONDS : FIGURE_REFUSED_SECONDS);

/**
 * How the collection of an account stands. `waiting`: connected and not yet collected; `dead`: the credentials open
 * nothing any more; `paused`: X's ceiling or credits.
 */
type CollectionState = "waiting" | "ok" | "throttled" | "dead" | "paused";

/** An account is collected once an hour, in seconds. */
export const COLLECTION_INTERVAL = 3600;

/** The collectors' cron, as wrangler.toml sets it too. */
export const COLLECT_CRON = "*/15 * * * *";

/** The cron that goes on with what is erased, and looks for notices: apart, for a tick of the collectors has no queries left for it. */
export const HOURLY_CRON = "7 * * * *";

/** The cron that tells people of notices: two minutes after the collectors' tick, with queries and requests of its own. */
export const TELL_CRON = "2,17,32,47 * * * *";

/**
 * The cron that judges what works, some slices a tick: in minutes that no other cron has. A look takes some fifteen to sixty
 * slices, and the five looks of a library of four accounts two hours.
 */
export const LEARN_CRON = "4-59/5 * * * *";

/** So many slices of a look: some thirty-five queries, of the fifty that an invocation has on the free plan. */
export const SLICES_A_TICK = 10;

/** The collectors' tick, in seconds: the slots of the runs. */
export const TICK_SECONDS = 900;

/**
 * Does a tick lie ahead of the clock by more than a tick? The future is not believed: what was read "then" would stand as the
 * newest until it comes, and nothing would be due before.
 */
export const isAhead = (tick: Instant, clock: Instant): boolean => tick - clock > TICK_SECONDS;

/** How the collection of an account stands, for whoever shows it. */
export type Collection = {
  account_id: number;
  state: CollectionState;
  connected_at: Instant;
  /** When the connection dies; `null`: it does not, or nobody said. */
  expires_at: Instant | null;
  next_due_at: Instant;
  last_success_at: Instant | null;
  refusals: Refusal[];
  /** The newest visit's problem; `null` when there was none. */
  problem: RunProblem | null;
};

/** A tick of the collectors: what it did, what it found, and what went wrong. */
export type Run = {
  /** The slot's instant; of a collection by hand a second that is no slot's. */
  id: number;
  started_at: Instant;
  /** `null`: under way, or broken off. */
  finished_at: Instant | null;
  seconds: number | null;
  calls: number;
  readings: number;
  problems: AccountProblem[];
};

/** A run as somebody may see it: what it counted, of all accounts together, is `null` for whoever sees only some of them. */
export type SeenRun = Omit<Run, "seconds" | "calls" | "readings"> & {
  seconds: number | null;
  calls: number | null;
  readings: number | null;
};
