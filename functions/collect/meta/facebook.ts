/**
 * A Facebook page: its profile, its days, its posts with their figures, its stories, and when people commented.
 *
 * Answers: `profile`, `posts` and `older_posts` (pages), `post` (one by its id), `insights`, `reels`, `reel_insights`,
 * `lives`, `comments`, `stories`, `story_insights`, `days`, `gone`, `unread` (the visit ended before all figures of it were asked).
 */
import type { FacebookCredentials } from "../../model/credentials.ts";
import { objectOf, textOf } from "../../model/json.ts";
import { declare } from "../notebook.ts";
import type { VisitAccount } from "../visit.ts";
import { type CommentList, openComments } from "./comment-places.ts";
import { dueCommentTasks, leftCommentTasks, listedCommentTasks, readComments } from "./comments.ts";
import { noteDays, withMissedDays } from "./days.ts";
import { DAYS_BACK, daysRead, daysTasks } from "./facebook-days.ts";
import { createdAt, videoOf } from "./facebook-item.ts";
import { dueTasks, POST_FIELDS, postTasks } from "./facebook-posts.ts";
import { reelTasks, reelVideos, videoEdges } from "./facebook-reels.ts";
import { storyTasks } from "./facebook-stories.ts";
import { openGraph } from "./graph.ts";
import { dueBesides, listPosts } from "./list-posts.ts";
import { readProfile } from "./profile.ts";
import { noteVersion, openDesk } from "./tasks.ts";
import { workOff } from "./work-off.ts";

const PROFILE_FIELDS = "id,name,username,link,followers_count";

/** The answers of a page stand in the row, by when they were written. */
const COMMENTS: CommentList = {
  // who wrote it is asked for one thing only: whether it was the page; and its text: whether it asks something
  params: {
    fields: "id,created_time,message,from{id},parent{id}",
    filter: "stream",
    order: "reverse_chronological",
    limit: "100",
  },
  writtenAt: createdAt,
  answers: null,
};

export const visitFacebook: VisitAccount<FacebookCredentials> = async (visit) => {
  const { seen, notebook, kept } = visit;
  const graph = openGraph(visit.http, visit.base, kept.given.access_token, true);
  const desk = openDesk(graph, notebook);
  declare(notebook, "not_offered", ["posts/saves"], seen.now);
  const page = seen.external_id ?? "me";
  await readProfile(desk, page, PROFILE_FIELDS);
  const params = { fields: POST_FIELDS };
  const path = [page, "published_posts"];
  const listed = await listPosts(desk, seen, notebook.cursor, path, params, createdAt);
  const { items, wanted } = listed;
  const fill = withMissedDays(listed.fill, notebook, seen.now, DAYS_BACK);
  const others = dueBesides(items, seen);
  const reels = reelVideos(seen, items);
  const reader = openComments(desk, seen, COMMENTS);
  const comments = [
    ...wanted.flatMap((item) =>
      listedCommentTasks(
        reader,
        textOf(item.id),
        createdAt(item),
        objectOf(objectOf(item.comments).summary).total_count,
      ),
    ),
    ...others.flatMap((post) => dueCommentTasks(reader, post)),
  ];
  const postsDone = await workOff(desk, [
    ...videoEdges(page, seen, wanted, reels),
    ...storyTasks(desk, page),
    ...daysTasks(desk, page, fill),
    ...wanted.flatMap((item) => postTasks(desk, item)),
    ...others.flatMap((post) => dueTasks(desk, post, reels)),
    ...leftCommentTasks(reader),
    ...comments,
  ]);
  const reelsDone = await workOff(
    desk,
    wanted.flatMap((item) => reelTasks(desk, textOf(item.id), videoOf(item), reels)),
  );
  await readComments(reader);
  noteVersion(desk);
  if (!(postsDone && reelsDone)) return;
  noteDays(notebook, seen.now, ["days"], fill, fill && daysRead(fill, seen.now));
  if (notebook.cursor !== null) notebook.unfinished = true;
};
