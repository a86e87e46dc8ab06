/** Figures that X tells the account itself only. */
import { isoInstant } from "../../model/day.ts";
import { objectOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault } from "../fault.ts";
import { isRefused, refuse } from "../notebook.ts";
import { note, type VisitTalk } from "./call.ts";
import { payTimeline } from "./cost.ts";
import { WIDE } from "./lookback.ts";
import { askTimeline } from "./timeline.ts";

const PRIVATE_FIELDS = ["id", "created_at", "non_public_metrics"];

/** X tells private figures of posts up to 30 days old: an hour less, so that no post is over the line meanwhile. */
const PRIVATE_AGE = WIDE - 3600;

/**
 * Clicks, which only the account itself may see, of posts up to 30 days old. A query of its own: together with what
 * posts refer to, X drops whole posts. The same posts were paid for a moment ago.
 */
export async function readPrivateFigures(
  talk: VisitTalk,
  user: string,
  since: Instant | null,
): Promise<void> {
  const { notebook, http } = talk.visit;
  const from = Math.max(since ?? 0, http.now - PRIVATE_AGE);
  let next: string | null = null;
  do {
    if (isRefused(notebook, "non_public_metrics") || http.left() < 1) return;
    try {
      const body = await askTimeline(talk, user, PRIVATE_FIELDS, {
        start_time: isoInstant(from),
        ...(next === null ? {} : { pagination_token: next }),
      });
      payTimeline(talk, body, false);
      note(talk.visit, { of: "private_figures", asked: PRIVATE_FIELDS, since: from, body });
      next = textOf(objectOf(body.meta).next_token);
    } catch (fault) {
      if (!(fault instanceof CollectFault) || fault.code !== "permission_missing") throw fault;
      refuse(notebook, { what: "non_public_metrics", reason: fault.code, at: http.now });
    }
  } while (next !== null);
}
