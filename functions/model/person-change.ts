/** What a person changed: who, when, what it was before and what it is now. */
import type { Instant } from "./snapshot.ts";

const CHANGED_THINGS = [
  "plan",
  "event",
  "note",
  "target",
  "trial",
  "almanac",
  "topic_rule",
  "target_mix",
  "short_link",
  "post",
  "streak",
  "comment",
] as const;
export type ChangedThing = (typeof CHANGED_THINGS)[number];

export type PersonChange = {
  id: number;
  at: Instant;
  /** The link that was used; `null`: the admin's own token. */
  link: number | null;
  /** The link's name as it was then. */
  who: string;
  what: ChangedThing;
  subject: number;
  /** `null`: it was not there before, or is not there any more. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};
