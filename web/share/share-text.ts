/** The ready text of every screen that is shared. */
import type { ShareableView } from "../../functions/present/views/share.ts";
import { eventTold } from "./event-told.ts";
import { overviewTold } from "./overview-told.ts";
import { reportTold } from "./report-told.ts";
import { streakTold } from "./streak-told.ts";
import { type Told, textOf } from "./told.ts";

export function toldOf(view: ShareableView): Told {
  switch (view.screen) {
    case "overview":
      return overviewTold(view);
    case "streak":
      return streakTold(view);
    case "event":
      return eventTold(view);
    case "report":
      return reportTold(view);
  }
}

/** In the view's language, at most 700 characters; @param address the one link at its end, whole */
export const shareTextOf = (view: ShareableView, address: string): string =>
  textOf(toldOf(view), address);
