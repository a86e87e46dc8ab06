/** An event's checklist: which steps of its promotion were kept, are planned, are due, or were missed. No test, no weighting. */
import { addDays, type Period } from "../model/day.ts";
import { PROMOTION_STEPS, type PromotionStep, STEP_WINDOWS } from "../model/event.ts";
import type { Day } from "../model/snapshot.ts";

export type EventStep = {
  step: PromotionStep;
  /** When it can be kept, both ends included; `to` is the day by which it is due. */
  from: Day;
  to: Day;
  /**
   * `done`: a post lies in it; `planned`: a plan does, today or later; `missed`: it is over without a post; `due`: it is open
   * or comes, and nothing is there.
   */
  state: "done" | "planned" | "missed" | "due";
  /** The first day of such a post or plan; `null` where there is none. */
  on: Day | null;
};

/**
 * The steps in their order. Of an event of several days those before it count from its first, the thanks from its last, and
 * the day is any of them.
 *
 * @param days the event's, both included (`eventDays`)
 * @param posted the days of the posts that are linked to it
 * @param planned the days of its plans that are neither dropped nor kept by a post
 */
export const eventSteps = (
  days: Period,
  posted: readonly Day[],
  planned: readonly Day[],
  today: Day,
): EventStep[] =>
  PROMOTION_STEPS.map((step) => {
    const window = windowOf(step, days);
    const post = firstIn(posted, window);
    // a plan whose day went by without a post keeps nothing
    const plan = firstIn(planned, {
      from: window.from < today ? today : window.from,
      to: window.to,
    });
    if (post !== null) return { step, ...window, state: "done", on: post };
    if (plan !== null) return { step, ...window, state: "planned", on: plan };
    return { step, ...window, state: window.to < today ? "missed" : "due", on: null };
  });

function windowOf(step: PromotionStep, days: Period): Period {
  const { from, to } = STEP_WINDOWS[step];
  return {
    from: addDays(from <= 0 ? days.from : days.to, from),
    to: addDays(to < 0 ? days.from : days.to, to),
  };
}

const firstIn = (days: readonly Day[], { from, to }: Period): Day | null =>
  days.filter((day) => day >= from && day <= to).sort()[0] ?? null;
