/** The days that a calendar knows of itself: holidays, shared leave, the library world's own. */
import type { Day } from "./snapshot.ts";

/** `library`: what the library world celebrates, and Ramadan, which its posts follow; no day off. `own`: a person added it. */
export const ALMANAC_KINDS = ["public", "shared_leave", "school", "library", "own"] as const;
export type AlmanacKind = (typeof ALMANAC_KINDS)[number];

/** `computed`: no decree says it yet; it may move by a day. */
export type Certainty = "decree" | "computed";

export type AlmanacFields = {
  from_on: Day;
  to_on: Day;
  name_id: string;
  name_en: string;
  kind: AlmanacKind;
  certainty: Certainty;
  /** Where it is from. */
  source: string;
};

/** A shipped day has a key, `idulfitri-2027`; one that a person added has its row's id alone. */
export type AlmanacDay = AlmanacFields & {
  key: string;
  /** By the moon or another calendar's reckoning: a decree may put it a day beside. */
  may_move: boolean;
};
