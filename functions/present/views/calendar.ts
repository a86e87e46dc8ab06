/** The content calendar: what is planned, what was published, where nothing is, and one plan with its form. */
import type { AccountName } from "../../model/account.ts";
import type { AlmanacDay } from "../../model/almanac.ts";
import type { LibraryEvent } from "../../model/event.ts";
import type { Plan } from "../../model/plan.ts";
import type { Fault } from "../../model/problem.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { Topic } from "../../model/topic.ts";
import type { Side, Trial } from "../../model/trial.ts";
import type { Chrome } from "./chrome.ts";
import type { NoteLine } from "./note.ts";
import type { TrialLine } from "./trial.ts";

/** An account that one may plan for. */
export type PlannedAccount = AccountName & { id: number };

/** What is seen of a plan: `part`: in some of its accounts. */
export type Seen = "open" | "late" | "part" | "published";

/** A plan with what became of it in each account. */
export type PlanLine = Plan & {
  seen: Seen;
  in: (PlannedAccount & { post: number | null; by_person: boolean })[];
};

/** A post in the calendar. `plan`: the one that it kept. */
export type PublishedLine = {
  id: number;
  account: AccountName;
  on: Day;
  at: Instant;
  /** Only its day is known. */
  day_only: boolean;
  caption: string | null;
  topic: Topic | null;
  plan: number | null;
};

/** A time that may be offered, and why: a claim, or because the library posts then anyway. */
type Slot = {
  on: Day;
  at: string;
  basis: "claimed" | "habit";
  /** The one account of which it is claimed. */
  claimed_of: PlannedAccount | null;
};

/** Days without a plan or a post, with what could fill them. */
export type EmptyStretch = {
  from: Day;
  to: Day;
  days: number;
  slots: Slot[];
  prompt: AlmanacDay | null;
};

/** An event in the calendar, on each of its days. */
type EventOfDay = Pick<LibraryEvent, "id" | "kind" | "title" | "place" | "starts_at"> & {
  from: Day;
  to: Day;
};

export type CalendarDay = {
  day: Day;
  events: EventOfDay[];
  plans: PlanLine[];
  posts: PublishedLine[];
  almanac: AlmanacDay[];
  /** Begins on this day. */
  empty: EmptyStretch | null;
};

/** With nothing more planned an account's silence becomes unusual; a week has less than it usually has. */
export type Ahead =
  | { kind: "silent"; account: AccountName; from: Day; usual_days: number }
  | {
      kind: "will_be_silent";
      account: AccountName;
      last: Day;
      unusual_on: Day;
      planned: boolean;
      next: Day | null;
    }
  | {
      kind: "thin_week";
      account: AccountName;
      monday: Day;
      planned: number;
      needed: number;
      basis: "target" | "habit";
    };

/** How long ago a topic was posted about. */
export type TopicLine = {
  account: AccountName;
  topic: Topic;
  last: Day;
  posts_since: number;
  usual_every_posts: number | null;
  flagged: boolean;
};

/** A post of one's own that did well, long enough ago. */
export type EvergreenLine = {
  id: number;
  account: AccountName;
  published_on: Day;
  caption: string | null;
  score: number;
};

/** What was changed just now, and may be taken back. */
export type JustChanged = {
  change: number;
  thing: "plan" | "event" | "note" | "trial";
  title: string;
  what: "made" | "changed" | "moved" | "dropped" | "removed";
  /** Of a plan that was made: an idea, or with all repeats of a series. */
  made_as: "idea" | "series" | null;
  /** Where it was moved to. */
  on: Day | null;
  /** Of a trial: how many were drawn with it. */
  plans: number | null;
};

/** The one thing to know of what is planned; the first that holds, in this order. */
export type CalendarHeadline =
  | { kind: "no_accounts" }
  | { kind: "late"; plans: number }
  | Extract<Ahead, { kind: "silent" | "will_be_silent" | "thin_week" }>
  | { kind: "nothing_planned"; until: Day }
  | { kind: "calm"; plans: number; until: Day };

export type CalendarView = {
  screen: "calendar";
  chrome: Chrome;
  headline: CalendarHeadline;
  accounts: PlannedAccount[];
  may_plan: boolean;
  today: Day;
  from: Day;
  to: Day;
  /** `YYYY-MM` where a month is shown; `null`: the agenda from today on. */
  month: string | null;
  /** Planned for a day that is over, and not published, the oldest first. */
  late: PlanLine[];
  days: CalendarDay[];
  /** Those of which a day is shown. */
  notes: NoteLine[];
  /** All, and which of them run or ended lately: those are told on top. */
  trials: TrialLine[];
  recent_trials: number[];
  ahead: Ahead[];
  topics: TopicLine[];
  evergreen: EvergreenLine[];
  changed: JustChanged | null;
  /** What a file brought, or why it was refused. */
  brought?: { added: number; changed: number; unchanged: number } | { faults: Fault[] };
};

/** One change of a plan, told. */
export type ChangeLine = {
  id: number;
  at: Instant;
  who: string;
  /** The admin's own token or login. */
  admin: boolean;
  fields: { field: string; before: unknown; after: unknown }[];
  made: boolean;
  removed: boolean;
};

/** What stands in the form, as it was typed. */
export type TypedPlan = {
  on: string;
  at: string;
  accounts: number[];
  format: string;
  topic: string;
  title: string;
  note: string;
  person: string;
  event: string;
  state: string;
  version: number | null;
  every_weeks: string;
  until: string;
};

export type PlanView = {
  screen: "plan";
  chrome: Chrome;
  accounts: PlannedAccount[];
  /** The coming ones, and the one that it is for. */
  events: { id: number; title: string; on: Day }[];
  may_plan: boolean;
  /** `null`: a new one. */
  plan: PlanLine | null;
  typed: TypedPlan;
  faults: Fault[];
  /** Somebody changed it meanwhile: as it stands now; what was typed is in the form. */
  stands: PlanLine | null;
  /** The trial that it was drawn for, what was drawn, and whether it is planned otherwise by now. */
  trial:
    | (Pick<Trial, "id" | "kind" | "a" | "b" | "state"> & { side: Side; off_lot: boolean })
    | null;
  /** Posts that it may have been, by account. */
  candidates: (PublishedLine & { account_id: number })[];
  changes: ChangeLine[];
};
