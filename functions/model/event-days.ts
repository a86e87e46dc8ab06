import { dayOf, type Period } from "./day.ts";
import type { EventFields } from "./event.ts";

/** The days of an event in the library's zone, both included; one that ends at midnight does not reach into the next. */
export const eventDays = (
  { starts_at, ends_at }: Pick<EventFields, "starts_at" | "ends_at">,
  zone: string,
): Period => {
  const last = ends_at === null ? starts_at : Math.max(starts_at, ends_at - 1);
  return { from: dayOf(starts_at, zone), to: dayOf(last, zone) };
};
