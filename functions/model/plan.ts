/** What the library means to publish: a line of its content calendar. */
import type { Format } from "./format.ts";
import type { Day } from "./snapshot.ts";
import type { Topic } from "./topic.ts";

/** "Published" is never typed: it is seen, when a post is matched. */
export const PLAN_STATES = ["idea", "planned", "dropped"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const LONGEST_TITLE = 200;
export const LONGEST_PLAN_NOTE = 2_000;
export const LONGEST_PERSON = 80;

/** A series is written out as single plans, so that each can be moved or dropped alone. */
export const MOST_OF_A_SERIES = 104;
export const MOST_WEEKS_APART = 12;

/** What a person decides of a plan. */
export type PlanFields = {
  on: Day;
  /** `HH:MM` on the wall clock of the library's zone; `null`: any time of that day. */
  at: string | null;
  /** At least one. */
  accounts: number[];
  format: Format | null;
  topic: Topic | null;
  title: string;
  note: string | null;
  /** Who sees to it. */
  person: string | null;
  event: number | null;
  state: PlanState;
};

/** `version` goes up with each change; whoever saves names the one that was seen. */
export type Plan = PlanFields & {
  id: number;
  series: number | null;
  version: number;
  /** The trial that it was drawn for. */
  trial: number | null;
};

/** The post by which a plan was kept in one of its accounts. */
export type PlanMatch = {
  plan: number;
  account: number;
  /** `null`: none yet, or none at all by a person's word. */
  post: number | null;
  /** A person said which, or that it is none of them: that stands for ever. */
  by_person: boolean;
};
