/** What the library invites to: a launch, a discussion, a live stream. */
import type { Day, Instant } from "./snapshot.ts";

export const EVENT_KINDS = [
  "launch",
  "discussion",
  "workshop",
  "live",
  "exhibition",
  "storytelling",
  "other",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const isEventKind = (text: string): text is EventKind =>
  (EVENT_KINDS as readonly string[]).includes(text);

/** What a person says of an event. */
export type EventFields = {
  kind: EventKind;
  title: string;
  starts_at: Instant;
  ends_at: Instant | null;
  place: string | null;
  /** Without `#`, in lower case. */
  hashtags: string[];
  url: string | null;
  note: string | null;
  visitors: number | null;
  /** In whole rupiah, or the library's own currency. */
  cost: number | null;
};

export const LONGEST_EVENT_TEXT = 200;
export const LONGEST_EVENT_NOTE = 2_000;
export const MOST_HASHTAGS = 20;

export type LibraryEvent = EventFields & { id: number; version: number };

/** A person linked a post to the event, or took it off: that stands for ever. */
export type LinkSaid = { post: number; linked: boolean };

/** What an event's posts did beside what such posts usually do. */
export type EventEffect = {
  /** The event's posts, those of one hour as one. */
  posts: number;
  /** What they are held against: the accounts' other posts of the same topic, or all where these are too few. */
  against: "topic" | "all";
  others: number;
  /** Shrunk towards 1: 1.4 = 1.4 times what such posts get. */
  ratio: number;
  word: "above" | "below" | "as_usual";
};

/** Judged once. `result`: `null` where its posts were too few to judge. */
export type JudgedEffect = { at: Instant; result: EventEffect | null };

/** Posts so many days before an event, and so many after, may be about it. */
export const DAYS_BEFORE_EVENT = 30;
export const DAYS_AFTER_EVENT = 7;

/** How an event is promoted, in order: when each step is due, in days from the event's day. */
export const PROMOTION_STEPS = ["two_weeks", "a_week", "a_day", "the_day", "thanks"] as const;
export type PromotionStep = (typeof PROMOTION_STEPS)[number];

/** Both ends included; 0 is the event's day. */
export const STEP_WINDOWS: Record<PromotionStep, { from: number; to: number }> = {
  two_weeks: { from: -21, to: -10 },
  a_week: { from: -9, to: -4 },
  a_day: { from: -3, to: -1 },
  the_day: { from: 0, to: 0 },
  thanks: { from: 1, to: 7 },
};

/** What came of an event, as far as it is known. `reach`: of the post that reached most, for people are never added up. */
export type EventFigures = {
  posts: number;
  reach: number | null;
  interactions: number | null;
  /** On its short links; `null`: it has none. */
  clicks: number | null;
};

/** A short address that leads elsewhere: `/e/<slug>`. */
export type ShortLink = {
  id: number;
  slug: string;
  target: string;
  /** The event that it is for; `null`: none. */
  event: number | null;
  name: string;
  created_at: Instant;
};

/** One day of clicks on a short link from one source. `refused`: so many times more came than are counted. */
export type Clicks = { source: string; on: Day; clicks: number; refused: number };
