/** How comments were answered: what is said of a stretch of comments, of one account or of several. */

/** Out of so many, with the 95 % interval of the share; `null`: out of none. */
export type ShareOf = { part: number; of: number; low: number | null; high: number | null };

/** By when half of them were answered, in minutes. `null`: not reached yet, and of an end: open. */
export type MedianWait = { minutes: number | null; low: number | null; high: number | null };

/** `all_hours`: the wall's; `working_hours`: minutes in which the library was open alone. */
export const WAITING_CLOCKS = ["all_hours", "working_hours"] as const;
export type WaitingClock = (typeof WAITING_CLOCKS)[number];

/**
 * Fewer comments have no median: of ten the upper end of its interval is forty times the lower one even where nearly all are answered, of
 * twenty nine times. Fewer than five have no share either: all of four answered would leave anything from half to all.
 * Measured in test/analyse/answers/known-truth.test.ts.
 */
export const FEWEST_FOR_MEDIAN = 20;
export const FEWEST_FOR_SHARE = 5;

export type Answering = {
  /** Comments that are counted: not those that need no answer, nor those whose answer would not be known. */
  comments: number;
  /** Of these, those that look like a question. */
  questions: number;
  /** Of these, those whose text never passed by, so that nobody knows whether it asks. */
  unread: number;
  /** Answered within 24 hours, of those that were followed for as long. */
  within_day: ShareOf;
  /** `null`: of fewer than 20 comments there is none. */
  median: Record<WaitingClock, MedianWait> | null;
  /** Not answered, as far as anybody looked. */
  unanswered: number;
  /** Left out: a person said that they need no answer. */
  settled: number;
  /** Left out: they came before anybody here would have seen an answer. */
  unwatched: number;
};

/** Do those who say "needs no answer" agree with what a text looked like? Of those whose text passed by. */
export type Agreement = { settled: number; no_question: number };
