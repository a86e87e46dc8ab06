/** What can be shared as a message. */
import type { EventView } from "./event.ts";
import type { OverviewView } from "./overview.ts";
import type { ReportView } from "./report.ts";
import type { StreakView } from "./streak.ts";

export type ShareableView =
  | OverviewView
  | StreakView
  | (EventView & { event: NonNullable<EventView["event"]> })
  | ReportView;
