/** How long something waited, and by which clock. */
import type { WaitingClock } from "../../functions/model/answering.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

export type WaitUnit = "minutes" | "hours" | "days";

const id = {
  /** `shown` is the value as it is written; a line does not end behind it. */
  units: {
    minutes: (_value, shown) => `${shown}\u00a0menit`,
    hours: (_value, shown) => `${shown}\u00a0jam`,
    days: (_value, shown) => `${shown}\u00a0hari`,
  } as Record<WaitUnit, (value: number, shown: string) => string>,
  /** The upper end is open. */
  at_least: (shown: string) => `sedikitnya ${shown}`,
  not_reached: "belum separuhnya dijawab",
  /** Answered in the evening, or before opening. */
  outside_hours: "kebanyakan di luar jam kerja",
  clocks: { all_hours: "semua jam", working_hours: "jam kerja" } satisfies Record<
    WaitingClock,
    string
  >,
};

const plural = (one: string, other: string) => (value: number, shown: string) =>
  `${shown}\u00a0${value === 1 ? one : other}`;

const en: typeof id = {
  units: {
    minutes: plural("minute", "minutes"),
    hours: plural("hour", "hours"),
    days: plural("day", "days"),
  },
  at_least: (shown) => `at least ${shown}`,
  not_reached: "not half are answered yet",
  outside_hours: "mostly outside working hours",
  clocks: { all_hours: "all hours", working_hours: "working hours" },
};

export const waitWords: Record<Language, typeof id> = { id, en };
