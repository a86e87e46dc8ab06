/** Which events' next step of promotion is due, with nothing there that keeps it. */
import type { Period } from "../model/day.ts";
import type { EventNotice } from "../model/notice.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { eventSteps } from "./event-steps.ts";

export type Promoted = {
  id: number;
  title: string;
  starts_at: Instant;
  /** Both included. */
  days: Period;
  posted: readonly Day[];
  /** Of the plans that are open. */
  planned: readonly Day[];
};

/** At most one of an event: the first step that is open today, without a post or a plan. */
export const eventsDue = (events: readonly Promoted[], today: Day): EventNotice[] =>
  events.flatMap(({ id, title, starts_at, days, posted, planned }) => {
    const open = eventSteps(days, posted, planned, today).find(
      ({ state, from }) => state === "due" && from <= today,
    );
    if (!open) return [];
    const { step, from, to } = open;
    return { kind: "event", account_id: null, event_id: id, title, starts_at, step, from, to };
  });
