/** The almanac of a year, as the library corrected it. */
import type { AlmanacFields } from "../../model/almanac.ts";
import type { Fault } from "../../model/problem.ts";
import type { Day } from "../../model/snapshot.ts";
import type { Chrome } from "./chrome.ts";

export type AlmanacLine = AlmanacFields & {
  /** The shipped day's; `null`: the library's own. */
  key: string | null;
  /** Of what the library said; `null`: as it is shipped. */
  id: number | null;
  may_move: boolean;
};

export type AlmanacView = {
  screen: "almanac";
  chrome: Chrome;
  may_plan: boolean;
  year: number;
  this_year: number;
  /** From October on: no decree says next year's public holidays yet. */
  decree_missing: boolean;
  days: AlmanacLine[];
  /** Shipped days that the library took out. */
  removed: { id: number; name_id: string; name_en: string; from_on: Day }[];
  faults: Fault[];
};
