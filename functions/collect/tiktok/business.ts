/**
 * TikTok's Business (Accounts) API: what the Display API lacks (days, saves, reach, watch time, comments), with an app
 * and a token of its own.
 */
import { objectOf, objectsOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import { declare } from "../notebook.ts";
import type { VisitAccount } from "../visit.ts";
import { readAccount } from "./business-account.ts";
import { ask } from "./business-call.ts";
import { readCommentPage } from "./business-comments.ts";
import { COMMENTS, fieldsOf, VIDEO_FIELDS } from "./business-fields.ts";
import { renewBusiness } from "./business-token.ts";
import { noteCommented, readComments } from "./comments.ts";
import { knownId, lacks, note, openTalk, type VisitTalk } from "./talk.ts";
import type { BusinessCredentials } from "./token.ts";
import { MOST_VIDEOS, NOWHERE_ON_TIKTOK, readVideos } from "./videos.ts";

export const visitTikTokBusiness: VisitAccount<BusinessCredentials> = async (visit) => {
  const talk: VisitTalk<BusinessCredentials> = await openTalk(visit, renewBusiness);
  const { open_id } = talk.token;
  const id = knownId(visit.seen.external_id ?? open_id);
  if (open_id !== null && open_id !== id) throw new CollectFault("wrong_account", open_id);
  declare(visit.notebook, "not_offered", NOWHERE_ON_TIKTOK, visit.http.now);
  await readAccount(talk, id);
  if (lacks(talk, "video.list")) return;
  await readVideos(visit, {
    id: "item_id",
    page: (of, cursor) => readPage(talk, id, of, cursor === null ? {} : { cursor: String(cursor) }),
    byId: (video_ids) => readPage(talk, id, "posts", { filters: JSON.stringify({ video_ids }) }),
  });
  if (lacks(talk, COMMENTS)) return;
  await readComments(visit, (list) => readCommentPage(talk, id, list));
};

async function readPage(
  talk: VisitTalk<BusinessCredentials>,
  id: string,
  of: string,
  parameters: Record<string, string>,
) {
  const page = await ask(talk, {
    path: "/business/video/list/",
    parameters: { business_id: id, max_count: String(MOST_VIDEOS), ...parameters },
    fields: fieldsOf(talk, VIDEO_FIELDS),
  });
  note(talk, of, page);
  if (!lacks(talk, COMMENTS)) {
    noteCommented(talk.visit, objectsOf(objectOf(page.body.data).videos));
  }
  return page.body;
}
