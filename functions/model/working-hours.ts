/** When the library is open to answer, by its own clock: the same hours on each of these days. */
export type WorkingHours = {
  /** 1 is Monday, 7 is Sunday. */
  days: readonly number[];
  /** `HH:MM`, earlier than `to`. */
  from: string;
  to: string;
};

/** As long as nobody said others: an Indonesian office's. */
export const USUAL_WORKING_HOURS: WorkingHours = {
  days: [1, 2, 3, 4, 5],
  from: "08:00",
  to: "16:00",
};

/** Minutes since midnight of an `HH:MM`. */
export const minuteOfDay = (clock: string): number =>
  60 * Number(clock.slice(0, 2)) + Number(clock.slice(3));
