/**
 * TikTok's Display API (Login Kit): profile and public videos with likes, comments, shares and views. Twenty videos a
 * call, newest first; those that are due and not among the newest are read again by id.
 */
import { CollectFault } from "../fault.ts";
import { ALL_DAYS, declare } from "../notebook.ts";
import type { VisitAccount } from "../visit.ts";
import { ask } from "./display-call.ts";
import { renewDisplay } from "./display-token.ts";
import { askUser } from "./display-user.ts";
import { lacks, note, openTalk, type VisitTalk } from "./talk.ts";
import type { DisplayCredentials } from "./token.ts";
import { MOST_VIDEOS, NOWHERE_ON_TIKTOK, readVideos } from "./videos.ts";

const VIDEO_FIELDS = [
  "id",
  "create_time",
  "title",
  "video_description",
  "share_url",
  "like_count",
  "comment_count",
  "share_count",
  "view_count",
];

/** What the Business API has and this one has not. */
const LACKS = [...ALL_DAYS, "posts/saves", "posts/reach", "posts/watch_seconds", "comments"];

export const visitTikTokDisplay: VisitAccount<DisplayCredentials> = async (visit) => {
  const talk: VisitTalk<DisplayCredentials> = await openTalk(visit, renewDisplay);
  declare(visit.notebook, "needs_business_api", LACKS, visit.http.now);
  declare(visit.notebook, "not_offered", NOWHERE_ON_TIKTOK, visit.http.now);
  const { user, told } = await askUser(talk);
  const { external_id } = visit.seen;
  if (user.open_id !== null && external_id !== null && user.open_id !== external_id) {
    throw new CollectFault("wrong_account", user.username ?? user.open_id);
  }
  note(talk, "profile", told);
  if (lacks(talk, "video.list")) return;
  const readPage = async (of: string, path: string, json: unknown) => {
    const page = await ask(talk, { path, fields: VIDEO_FIELDS, json });
    note(talk, of, page);
    return page.body;
  };
  await readVideos(visit, {
    id: "id",
    page: (of, cursor) => {
      const from = cursor === null ? {} : { cursor };
      return readPage(of, "/v2/video/list/", { max_count: MOST_VIDEOS, ...from });
    },
    byId: (video_ids) => readPage("posts", "/v2/video/query/", { filters: { video_ids } }),
  });
};
