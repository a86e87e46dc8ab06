/** Events: the list, one with its form and what came of it, and a short link with its codes. */
import type { AccountName } from "../../model/account.ts";
import type {
  EventFigures,
  JudgedEffect,
  LibraryEvent,
  PromotionStep,
  ShortLink,
} from "../../model/event.ts";
import type { Format } from "../../model/format.ts";
import type { Fault } from "../../model/problem.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type {
  ChangeLine,
  JustChanged,
  PlanLine,
  PlannedAccount,
  PublishedLine,
} from "./calendar.ts";
import type { Chrome } from "./chrome.ts";

/** A step of the checklist, with the day of the post or plan by which it is kept. */
export type StepLine = {
  step: PromotionStep;
  from: Day;
  to: Day;
  state: "done" | "planned" | "missed" | "due";
  on: Day | null;
};

/** A post that is about the event. */
export type EventPostLine = {
  id: number;
  account: AccountName;
  on: Day;
  format: Format | null;
  caption: string | null;
  interactions: number | null;
  reach: number | null;
  views: number | null;
  by_person: boolean;
};

/** A short link with what came by it. */
export type ShortLinkLine = Pick<ShortLink, "id" | "slug" | "target" | "name"> & {
  url: string;
  clicks: number;
  /** More came than are counted. */
  refused: boolean;
  sources: { source: string; clicks: number }[];
};

/** What stands in the form, as it was typed; instants as the library's wall clock shows them. */
export type TypedEvent = {
  kind: string;
  title: string;
  starts_at: string;
  ends_at: string;
  place: string;
  hashtags: string;
  url: string;
  note: string;
  visitors: string;
  cost: string;
  version: number | null;
};

export type EventView = {
  screen: "event";
  chrome: Chrome;
  may_plan: boolean;
  /** And the event itself: it is the whole library's. */
  may_change: boolean;
  accounts: PlannedAccount[];
  today: Day;
  /** `null`: a new one. */
  event: LibraryEvent | null;
  /** Its days, both included. */
  days: { from: Day; to: Day } | null;
  typed: TypedEvent;
  faults: Fault[];
  /** Somebody changed it meanwhile: the version that stands is shown, what was typed is in the form. */
  stale: boolean;
  steps: StepLine[];
  posts: EventPostLine[];
  figures: EventFigures;
  effect: JudgedEffect | null;
  judged_from: Day | null;
  visitor_cost: { cost: number; visitors: number; per_visitor: number } | null;
  plans: PlanLine[];
  links: ShortLinkLine[];
  /** Posts around it that are not linked. */
  candidates: PublishedLine[];
  changes: ChangeLine[];
  changed: JustChanged | null;
};

export type EventLine = Pick<LibraryEvent, "id" | "kind" | "title" | "place" | "visitors"> &
  EventFigures & { from: Day; to: Day; starts_at: Instant; done: number | null; steps: number };

export type EventsView = {
  screen: "events";
  chrome: Chrome;
  may_change: boolean;
  coming: EventLine[];
  /** The newest first. */
  past: EventLine[];
  /** Where older ones are. */
  older: Instant | null;
  /** Of the past ones that are listed. */
  attendance: {
    events: number;
    rho: number | null;
    low: number | null;
    high: number | null;
    word: "together" | "opposite" | "open" | null;
  };
  links: ShortLinkLine[];
  changed: JustChanged | null;
};

export type ShortLinkView = {
  screen: "short_link";
  chrome: Chrome;
  may_plan: boolean;
  /** `null`: one that was refused. */
  link: ShortLinkLine | null;
  event: number | null;
  typed: { slug: string; target: string; name: string };
  faults: Fault[];
  codes: { source: string; url: string; qr: string; clicks: number }[];
};
