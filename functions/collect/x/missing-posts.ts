/** Posts that the timeline should have shown. */
import { objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { noteGone } from "../notebook.ts";
import { askX, note, type VisitTalk } from "./call.ts";
import { affordable, payPosts, X_PRICES } from "./cost.ts";
import { memoryOf, paidToday } from "./memory.ts";
import { MEDIA, POST_FIELDS } from "./timeline.ts";

/** The most posts that X looks up by id in one call. */
const MOST_IDS = 100;

/** Known posts that should have been in the timeline: those that X does not find are gone. */
export async function lookUpMissing(
  talk: VisitTalk,
  ids: ReadonlySet<string>,
  since: Instant,
): Promise<void> {
  const { visit } = talk;
  const { notebook, seen, http } = visit;
  const paid = paidToday(memoryOf(notebook), http.now);
  const missing = seen.posts
    .filter(({ published_at }) => published_at >= since)
    .map(({ external_id }) => external_id)
    .filter((id) => /^\d{1,19}$/.test(id) && !ids.has(id) && !paid.looked_up.includes(id));
  if (missing.length === 0 || http.left() < 1) return;
  const count = affordable(talk, X_PRICES.post, 1, Math.min(MOST_IDS, missing.length));
  const asked = missing.slice(0, count);
  const body = await askX(talk, {
    path: "/2/tweets",
    fields: POST_FIELDS,
    parameters: { ids: asked.join(","), ...MEDIA },
  });
  payPosts(talk, body);
  paid.looked_up.push(...asked);
  note(visit, { of: "posts", asked: POST_FIELDS, since: null, body });
  for (const error of objectsOf(body.errors)) {
    const id = textOf(error.resource_id) ?? textOf(error.value);
    // one that is only hidden from us ("not authorized") is not gone
    if (id === null || !textOf(error.type)?.endsWith("/resource-not-found")) continue;
    noteGone(notebook, id);
  }
}
