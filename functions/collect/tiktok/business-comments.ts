/** Pages of comments, as the Business API lists them. */
import { type JsonObject, objectOf } from "../../model/json.ts";
import { askOnce } from "./business-call.ts";
import { type CommentList, MOST_COMMENTS } from "./comments.ts";
import { note, type VisitTalk } from "./talk.ts";
import type { BusinessCredentials } from "./token.ts";

/** A page of comments, or of the answers to one; `null`: TikTok knows the video or the comment no more, and says so. */
export async function readCommentPage(
  talk: VisitTalk<BusinessCredentials>,
  id: string,
  { video, comment, cursor }: CommentList,
): Promise<JsonObject | null> {
  const { body, fault } = await askOnce(talk, {
    path: comment === null ? "/business/comment/list/" : "/business/comment/reply/list/",
    parameters: {
      business_id: id,
      video_id: video,
      ...(comment === null ? { include_replies: "true" } : { comment_id: comment }),
      sort_field: "create_time",
      sort_type: "desc",
      max_count: String(MOST_COMMENTS),
      cursor: String(cursor),
    },
  });
  if (fault?.code === "permission_missing") throw fault;
  if (fault) {
    talk.visit.notebook.problems.push({ code: fault.code, detail: fault.detail });
    return null;
  }
  note(talk, comment === null ? "comments" : "replies", { asked: [], body }, video);
  return objectOf(body.data);
}
