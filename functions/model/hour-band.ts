/** Into what a day is cut where hours are compared, in the library's zone. The names are part of what leaves the house. */
export const HOUR_BANDS = ["00-06", "06-09", "09-12", "12-15", "15-18", "18-21", "21-24"] as const;
export type HourBand = (typeof HOUR_BANDS)[number];

/** `bandOf(19)` is `18-21`. */
export const bandOf = (hour: number): HourBand =>
  HOUR_BANDS[hour < 6 ? 0 : Math.floor(hour / 3) - 1] ?? "21-24";
