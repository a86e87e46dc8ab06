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

export type LibraryEvent = EventFields & { id: number; version: number };

/** Posts so many days before an event, and so many after, may be about it. */
export const DAYS_BEFORE_EVENT = 30;
export const DAYS_AFTER_EVENT = 7;

/** How an event is promoted, in order (WORKS.md §3): when each step is due, in days from the event's day. */
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

/** One day of clicks on a short link from one source. */
export type Clicks = { source: string; on: Day; clicks: number };
