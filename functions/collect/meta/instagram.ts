/**
 * A professional Instagram account, through its Facebook page or through Instagram's own login: its profile, its days,
 * its media with their figures, its stories before they vanish, and when people commented.
 *
 * Answers: `profile`, `posts` and `older_posts` (pages), `post` (one by its id), `insights`, `comments`, `stories`,
 * `days_reach` (a series), `days_totals` and `days_follows` (of one Pacific day each, from `since` to `until`), `gone`, `unread` (see Facebook).
 */
import type { InstagramCredentials } from "../../model/credentials.ts";
import { SECONDS_A_DAY } from "../../model/day.ts";
import { textOf } from "../../model/json.ts";
import { declare } from "../notebook.ts";
import type { VisitAccount } from "../visit.ts";
import { writeCursor } from "./back-fill.ts";
import { type CommentList, openComments } from "./comment-places.ts";
import { dueCommentTasks, leftCommentTasks, listedCommentTasks, readComments } from "./comments.ts";
import { withMissedDays } from "./days.ts";
import { openGraph } from "./graph.ts";
import { readDays } from "./instagram-days.ts";
import { dueTasks, MEDIA_FIELDS, mediumTasks, postedAt, storyTasks } from "./instagram-media.ts";
import { renewedInstagramToken } from "./instagram-renewal.ts";
import { NEWEST_DAYS } from "./instagram-spans.ts";
import { dueBesides, listPosts } from "./list-posts.ts";
import { readProfile } from "./profile.ts";
import { noteVersion, openDesk } from "./tasks.ts";
import { workOff } from "./work-off.ts";

const PROFILE_FIELDS = {
  facebook: "id,username,name,followers_count,media_count",
  instagram: "user_id,username,name,account_type,followers_count,media_count",
} as const;

// who wrote it is asked for one thing only: whether it was the account; and its text: whether it asks something
const WHO = "id,timestamp,text,username,from{id}";

/** Comments with their first answers; a long row of answers has pages of its own. */
const COMMENTS: CommentList = {
  params: { fields: `${WHO},replies{${WHO}}`, limit: "50" },
  writtenAt: postedAt,
  answers: { fields: WHO, limit: "50" },
};

export const visitInstagram: VisitAccount<InstagramCredentials> = async (visit) => {
  const { seen, notebook } = visit;
  const kept = await renewedInstagramToken(visit);
  const { login } = kept.given;
  const graph = openGraph(visit.http, visit.base, kept.given.access_token, login === "facebook");
  const desk = openDesk(graph, notebook);
  declare(notebook, "not_offered", ["posts/clicks"], seen.now);
  const account = seen.external_id ?? "me";
  await readProfile(desk, login === "instagram" ? "me" : account, PROFILE_FIELDS[login]);
  const params = { fields: MEDIA_FIELDS };
  const path = [account, "media"];
  const listed = await listPosts(desk, seen, notebook.cursor, path, params, postedAt);
  const { items, wanted } = listed;
  const fill = withMissedDays(listed.fill, notebook, seen.now, NEWEST_DAYS * SECONDS_A_DAY);
  const others = dueBesides(items, seen);
  const reader = openComments(desk, seen, COMMENTS);
  const comments = [
    ...wanted.flatMap((item) =>
      listedCommentTasks(reader, textOf(item.id), postedAt(item), item.comments_count),
    ),
    ...others.flatMap((post) => dueCommentTasks(reader, post)),
  ];
  const done = await workOff(desk, [
    ...storyTasks(desk, account),
    ...wanted.flatMap((item) => mediumTasks(desk, item, notebook)),
    ...others.flatMap((post) => dueTasks(desk, post, notebook)),
    ...leftCommentTasks(reader),
    ...comments,
  ]);
  if (done) {
    notebook.cursor = fill === null ? null : writeCursor(fill);
    await readDays(desk, account, fill, notebook);
  }
  await readComments(reader);
  noteVersion(desk);
  if (notebook.cursor !== null) notebook.unfinished = true;
};
