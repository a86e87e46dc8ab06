/** What a calendar file says in a person's language. */
import type { AlmanacKind } from "../../model/almanac.ts";

export type CalendarWords = {
  /** What an entry is: calendars colour by it. */
  categories: Record<"plan" | "event" | "gap" | AlmanacKind, string>;
  /** The title of days without a post and without a plan. */
  gap: string;
  /** Behind an account whose post was seen. */
  published: string;
  /** In front of the name of who sees to it. */
  person: string;
  /** Of a day that no decree says yet. */
  computed: string;
};
