/** Comments under a Page's post. */
import type { CommentReading } from "../../functions/model/snapshot.ts";
import { type Incoming, scopesOf } from "./call.ts";
import type { Field } from "./fields.ts";
import { badParameter, noPermission, refuse } from "./graph-errors.ts";
import { graphTime, type Node, type Parameters, pageOf } from "./graph-node.ts";
import { instantOf } from "./meta-days.ts";
import { mustOpen } from "./permission.ts";
import { commentsAt, saidIn } from "./shown.ts";
import { nowOf } from "./state.ts";
import type { WorldAccount, WorldPost } from "./world.ts";

/** @param counted how many comments the post counts, which is not how many can be listed */
export const commentsEdge =
  (call: Incoming, page: WorldAccount, post: WorldPost, counted: number) =>
  (parameters: Parameters, fields: Field[]) => {
    const summary =
      parameters.summary === undefined || parameters.summary === "false"
        ? {}
        : { summary: { order: "ranked", total_count: counted, can_comment: true } };
    // the count alone is open to whoever reads the post
    if (parameters.limit === "0") return { data: [], ...summary };
    mustOpen(call, page.external_id, "pages_read_user_content");
    if (!scopesOf(call).includes("pages_read_user_content")) {
      refuse(noPermission("pages_read_user_content"));
    }
    const all = commentsAt(post, nowOf(call.state));
    const listed = pageOf(call, parameters, fields, {
      address: `${post.external_id}/comments`,
      items: ordered(filtered(all, parameters), parameters),
      id: (comment) => comment.external_id,
      node: (comment) => commentNode(page, post, comment, all),
      most: 100,
    });
    return { ...listed, ...summary };
  };

function filtered(all: readonly CommentReading[], parameters: Parameters): CommentReading[] {
  const { filter = "toplevel" } = parameters;
  if (filter !== "toplevel" && filter !== "stream") {
    refuse(badParameter("Param filter must be one of {STREAM, TOPLEVEL}"));
  }
  const since = instantOf(parameters.since) ?? 0;
  return all.filter((one) => one.at >= since && (filter === "stream" || one.reply_to === null));
}

function ordered(comments: CommentReading[], { order }: Parameters): CommentReading[] {
  if (order === "reverse_chronological") return comments.toReversed();
  if (order === "chronological") return comments;
  // ranked, unless asked otherwise: not by time
  return comments.toSorted((a, b) => (a.external_id.slice(-1) < b.external_id.slice(-1) ? 1 : -1));
}

export function commentNode(
  page: WorldAccount,
  post: WorldPost,
  comment: CommentReading,
  all: readonly CommentReading[],
): Node {
  const { external_id: id } = comment;
  const person = Number(id.slice(-5, -1)) % 3;
  return {
    type: "Comment",
    id,
    usual: ["created_time", "from", "message", "id"],
    empty: ["attachment", "is_private", "message_tags"],
    fields: {
      id: () => id,
      message: () => saidIn(comment),
      created_time: () => graphTime(comment.at),
      // of some people Meta says nothing
      from: () => {
        if (comment.ours) return { id: page.external_id, name: page.name };
        return person === 0 ? undefined : { id: `3400000000${person}`, name: `Warga ${person}` };
      },
      parent: () =>
        comment.reply_to === null
          ? undefined
          : { id: comment.reply_to, created_time: graphTime(comment.at) },
      comment_count: () => all.filter(({ reply_to }) => reply_to === id).length,
      like_count: () => person,
      permalink_url: () => `${post.url}?comment_id=${id.split("_")[1]}`,
      is_hidden: () => false,
    },
    edges: {},
  };
}
