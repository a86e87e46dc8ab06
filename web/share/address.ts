import type { ShareableView } from "../../functions/present/views/share.ts";
import { linkTo } from "../links.ts";

/** The page of what is shared: its path and what it was asked for, and nothing that lets anybody in. */
export function sharedPath(view: ShareableView): string {
  switch (view.screen) {
    case "overview":
      return linkTo("/", view.choice);
    case "streak":
      return `/streaks/${view.streak.id}`;
    case "event":
      return `/events/${view.event.id}`;
    case "report":
      return `/report/${view.report.month}`;
  }
}

/**
 * A view link that opens a page.
 * @param link its address; @param path as `sharedPath` gives it
 */
export const openedBy = (link: string, path: string): string =>
  path === "/" ? link : `${link}?next=${encodeURIComponent(path)}`;
