/**
 * What one post gained on each day: its last reading of the day − its last reading before that day, never below 0.
 * A counter first read within 48 hours of publishing counts from 0; one first read later has no known gain that day.
 *
 * The fold over a post's readings is small enough to lie in the post's own row, so that a new reading continues where
 * the last one stopped; folding all readings from the start gives the same.
 */
import { addGains, type Gains, NO_GAINS } from "../model/daily.ts";
import { COUNTERS, DAILY_COUNTERS, type Figures, NO_FIGURES } from "../model/metric.ts";
import { MATURE_AGE_SECONDS } from "../model/post.ts";
import type { Fold } from "../model/post-fold.ts";
import type { Repeat } from "../model/repeat.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { daysOfRepeats } from "./repeats.ts";
import { merged, type Segment } from "./timeline.ts";

type Tally = Fold["base"];

/** When the post was published, and the library's days. */
export type GainsContext = { published_at: Instant; dayOf: (at: Instant) => Day };

/** The fold after one more observation, which must not be older than the newest. */
export function observe(
  fold: Fold | null,
  at: Instant,
  figures: Figures,
  imported: boolean,
  context: GainsContext,
): Fold {
  const day = context.dayOf(at);
  const fresh = at - context.published_at <= MATURE_AGE_SECONDS;
  const known = { ...(fold?.known ?? NO_FIGURES) };
  const base: Tally =
    fold && fold.day === day
      ? { ...fold.base }
      : { likes: known.likes, comments: known.comments, shares: known.shares, saves: known.saves };
  const seen = new Set(fold?.day === day ? fold.seen : []);
  for (const counter of DAILY_COUNTERS) {
    if (figures[counter] === null) continue;
    if (known[counter] === null && fresh) base[counter] = 0;
    seen.add(counter);
  }
  for (const counter of COUNTERS) known[counter] = figures[counter] ?? known[counter];
  const sameInstant = fold?.read_at === at;
  const last = { ...figures };
  if (fold && sameInstant) {
    for (const counter of COUNTERS) last[counter] = figures[counter] ?? fold.last[counter];
  }
  return {
    read_at: at,
    last,
    last_imported: imported || (sameInstant && fold.last_imported),
    known,
    day,
    base,
    seen: DAILY_COUNTERS.filter((counter) => seen.has(counter)),
  };
}

/** The fold after the newest reading was seen again, unchanged, on the same or a later day. */
function observeAgain(fold: Fold, day: Day): Fold {
  if (day === fold.day) return fold;
  const { likes, comments, shares, saves } = fold.known;
  const seen = DAILY_COUNTERS.filter((counter) => fold.last[counter] !== null);
  return { ...fold, day, base: { likes, comments, shares, saves }, seen };
}

/** What the post gained on the fold's day. */
export function gainsOf(fold: Fold): Gains {
  const gains: Gains = [...NO_GAINS];
  let interactionsKnown = 0;
  let fell = false;
  DAILY_COUNTERS.forEach((counter, index) => {
    const from = fold.base[counter];
    const to = fold.known[counter];
    if (!fold.seen.includes(counter) || from === null || to === null) return;
    gains[2 * index] = Math.max(0, to - from);
    gains[2 * index + 1] = 1;
    if (to < from) fell = true;
    if (counter !== "saves") interactionsKnown += 1;
  });
  gains[8] = interactionsKnown < 3 ? 1 : 0;
  gains[9] = fell ? 1 : 0;
  return gains;
}

export type GainsByDay = Map<Day, Gains>;

/** Continues a fold over confirmations of its newest reading, noting each day's gains. */
export function observeRepeats(
  fold: Fold,
  repeats: readonly Repeat[],
  days: GainsByDay,
  context: GainsContext,
): Fold {
  let next = fold;
  for (const day of daysOfRepeats(repeats, context.dayOf).keys()) {
    next = observeAgain(next, day);
    days.set(next.day, gainsOf(next));
  }
  return next;
}

/** All readings of a post → where the fold stands at the end, and the gains of every day it was read on. */
export function foldTimeline(
  segments: readonly Segment<Figures>[],
  context: GainsContext,
): { fold: Fold | null; days: GainsByDay } {
  let fold: Fold | null = null;
  const days: GainsByDay = new Map();
  for (const { read_at, rows, held } of segments) {
    const imported = rows.some((row) => row.import_id !== null);
    fold = observe(fold, read_at, merged(rows), imported, context);
    days.set(fold.day, gainsOf(fold));
    fold = observeRepeats(fold, held, days, context);
  }
  return { fold, days };
}

/** What has to be added to each day so that `before` becomes `after`. */
export function gainsDifference(before: GainsByDay, after: GainsByDay): GainsByDay {
  const difference: GainsByDay = new Map();
  for (const day of new Set([...before.keys(), ...after.keys()])) {
    const change = addGains(after.get(day) ?? NO_GAINS, before.get(day) ?? NO_GAINS, -1);
    if (change.some((value) => value !== 0)) difference.set(day, change);
  }
  return difference;
}
