/** When the library is open to answer, as its form shows it. */
import type { Fault } from "../../model/problem.ts";
import type { Chrome } from "./chrome.ts";

/** As it was typed, also where it is refused. */
export type TypedWorkingHours = { days: number[]; from: string; to: string };

export type WorkingHoursView = {
  screen: "working_hours";
  chrome: Chrome;
  typed: TypedWorkingHours;
  faults: Fault[];
};
