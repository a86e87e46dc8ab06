import type { Instant } from "./snapshot.ts";

/**
 * A platform's own JSON, as it came, with what it answers. A collector makes these and interprets nothing but ids and
 * cursors; the platform's normaliser makes a Snapshot of all of a visit's answers.
 */
export type Answer = {
  /** What was asked, in the adapter's own word: `profile`, `posts`, `insights` … */
  of: string;
  /** The platform's id of the post that it is about; `null` when it is about the account. */
  post: string | null;
  /** The metrics or fields that were asked: one that was asked and is not there can mean zero, one that was not asked cannot. */
  asked: readonly string[];
  /** The stretch that was asked, where there was one. */
  since: Instant | null;
  until: Instant | null;
  body: unknown;
};
