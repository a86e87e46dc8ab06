import { SECONDS_A_DAY } from "./day.ts";
import type { Format } from "./format.ts";
import type { Instant, Precision } from "./snapshot.ts";
import type { Topic } from "./topic.ts";

/** `weak`: below the account's own norm; `strong`: its mirror image, above it. */
export type StreakKind = "weak" | "strong";

/** How a streak ends: posts went back to usual, or it lasted so long that its level became the usual. */
type StreakState = "open" | "recovered" | "new_normal";

/** For so long it is told that a streak is over. */
export const TOLD_SECONDS = 14 * SECONDS_A_DAY;

/** A post as the judgement sees it. Posts that are paid for, gone, hidden or excused are left out before. */
export type StreakPost = {
  id: number;
  published_at: Instant;
  /** `day`: left out of bursts. */
  published_precision: Precision;
  /** `null` is treated as `other`. */
  format: Format | null;
  /** `null`: unknown, so neither judged nor part of the norm. */
  interactions: number | null;
  /** Followers when it was published. */
  followers: number | null;
  /** When `interactions` was read. */
  read_at: Instant;
};

/** `pending`: too young; `unknown`: no count; `learning`, `too_few`: the norm is not ready to judge by. Stored by number: new ones go to the end. */
export const VERDICT_STATES = ["pending", "unknown", "learning", "too_few", "judged"] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];

/** What was found of one post. */
export type Verdict = {
  id: number;
  state: VerdictState;
  /** Against the usual for its kind and age: 0.6 = six tenths. `null` unless judged. */
  times: number | null;
  /** The rank sum of shortfalls after the post; the flag stands where it reaches the threshold. `null` unless judged. */
  sum: number | null;
  /** In a weak streak. `null` unless judged. */
  weak: boolean | null;
};

/** What is kept of a verdict; posts that are not judged at all (paid, gone, hidden, excused) have none. */
export type PostVerdict = {
  id: number;
  state: VerdictState;
  score: number | null;
  weak: boolean | null;
};

/** A post that a judgement looks at, with what the last one found of it. */
export type JudgedPost = StreakPost & {
  /** The library's month. */
  month: string;
  /** Not judged and no part of the norm. */
  left_out: boolean;
  topic: Topic | null;
  reach: number | null;
  /** Its half-age is taken, or there was none to take. */
  learned: boolean;
  verdict: Omit<PostVerdict, "id"> | null;
};

/** What is usual: the middle half of the norm's posts, and how its formats compare, as multiples. */
export type Usual = {
  low: number;
  high: number;
  formats: { format: Format; times: number; posts: number }[];
};

export type Streak = {
  kind: StreakKind;
  state: StreakState;
  /** The first post of the run: with the kind it identifies the streak. */
  start: number;
  start_at: Instant;
  /** The post at which the sum reached the threshold. */
  opened: number;
  opened_at: Instant;
  /** The last post of the run; `null` while it is open. */
  end: number | null;
  end_at: Instant | null;
  /** When the post was published that showed the run to be over. */
  closed_at: Instant | null;
  /** Its judged posts, oldest first. */
  posts: { id: number; times: number; sum: number }[];
  /** The norm's posts when it opened, without its own, oldest first. */
  before: number[];
  /** The norm when it opened: it stands still while the streak is open. */
  usual: Usual;
  /** Size against the usual, shrunk towards 1: 0.5 = about half. */
  severity: number;
  /** The highest sum reached. */
  peak: number;
  /** By chance alone a run like this turns up once in so many posts, on average. */
  false_alarm_every: number;
  /** Large enough to be told of. */
  announced: boolean;
};

/** What a stored streak rests on. */
export type Evidence = {
  /** Its posts, oldest first, with the sum after each. How far each is from the usual stands with the month's posts. */
  posts: [id: number, sum: number][];
  /** The norm's posts before it, oldest first. */
  before: number[];
  /** When the first of those was published. */
  since: Instant;
  usual: Usual;
  /** What was different about its posts, the most striking first; left out of what was found before this was kept. */
  differences?: Difference[];
};

/** A streak as it was when it opened. */
export type Told = {
  /** The reading that showed it. */
  at: Instant;
  /** The newest import by then; `null`: as it will be numbered; left out of what was told before this was kept. */
  imports?: number | null;
  opened: number;
  posts: [id: number, times: number, sum: number][];
  severity: number;
  peak: number;
  false_alarm_every: number;
};

/** A streak's state as stored: one that history took back, or whose posts a person left out of the norm, is `withdrawn`. */
export type StoredStreakState = StreakState | "withdrawn";

/** Where an account stands with its own norm. */
export type NormState =
  | { state: "learning"; judged: number; needed: number }
  | { state: "too_few" | "normal" | "watch" | "weak" }
  /** Told until an instant; from then on it is `normal`. */
  | { state: "recovered" | "new_normal"; until: Instant };

/** A streak as its row stands. */
export type KnownStreak = {
  id: number;
  account_id: number;
  kind: StreakKind;
  state: StoredStreakState;
  first_post: number;
  started_at: Instant;
  /** The last of its posts so far. */
  last_post: number;
  /** `null` while it is open. */
  ended_at: Instant | null;
  closed_at: Instant | null;
  posts: number;
  severity: number;
  peak: number;
  false_alarm_every: number;
  announced: boolean;
  format: Format | null;
  posts_per_week: number | null;
  reach_ratio: number | null;
  reaction_ratio: number | null;
  evidence: Evidence;
  told: Told;
  revised: boolean;
  /** Why a person left its posts out of the norm. */
  reason: string | null;
};

/** A post of a norm as the picture of its dots asks for it. */
export type DottedPost = Pick<JudgedPost, "id" | "published_at" | "left_out"> & {
  verdict: Pick<PostVerdict, "state" | "score"> | null;
};

/** An account's norm as the screens ask for it. */
export type KnownNorm = {
  account_id: number;
  state: NormState;
  usual: Usual;
  /** The posts since the norm's oldest. */
  posts: readonly DottedPost[];
};

/** What was different in a streak. `share` and `before` of a format or topic: fractions of the posts; of an hour: hours; of a gap: days since the post before. */
export type Difference =
  | { what: "format"; now: Format; share: number; before: number }
  | { what: "topic"; now: Topic; share: number; before: number }
  | { what: "hour"; now: number; before: number }
  | { what: "gap_days"; now: number; before: number };
