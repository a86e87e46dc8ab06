/** Posts as X shows them: the library's own, and what is answered under them. */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { CommentReading, Instant } from "../../functions/model/snapshot.ts";
import { type Incoming, list } from "./call.ts";
import { commentsAt, postsAt, saidIn, shownFigures, X_PRIVATE_SECONDS, xClicks } from "./shown.ts";
import { nowOf } from "./state.ts";
import type { WorldAccount, WorldPost } from "./world.ts";
import { fieldDenied } from "./x-answers.ts";
import type { Vocabulary } from "./x-words.ts";

/** A post on X: of the library, or an answer by whoever. */
export type XPost = {
  id: string;
  at: Instant;
  author: string;
  text: string;
  conversation: string;
  /** What it answers, and whom. */
  answers: { id: string; author: string } | null;
  own: { account: WorldAccount; post: WorldPost } | null;
};

/** Everything that can be seen of an account's conversations, newest first. */
export function conversationsOf(call: Incoming, account: WorldAccount): XPost[] {
  const now = nowOf(call.state);
  const posts = postsAt(account, call.state.changes, now).flatMap((post): XPost[] => [
    {
      id: post.external_id,
      at: post.published_at,
      author: account.external_id,
      text: post.caption,
      conversation: post.external_id,
      answers: null,
      own: { account, post },
    },
    ...commentsAt(post, now, call.state.changes).map((comment) => answerOf(account, post, comment)),
  ]);
  return posts.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

function answerOf(account: WorldAccount, post: WorldPost, comment: CommentReading): XPost {
  const person = (id: string) => `99000000000000${id.slice(-3)}`;
  return {
    id: comment.external_id,
    at: comment.at,
    author: comment.ours ? account.external_id : person(comment.external_id),
    text: comment.ours ? saidIn(comment) : `@${account.handle} ${saidIn(comment)}`,
    conversation: post.external_id,
    answers: comment.reply_to
      ? { id: comment.reply_to, author: person(comment.reply_to) }
      : { id: post.external_id, author: account.external_id },
    own: null,
  };
}

/** What comes along with posts; `posts` by id: one that several refer to comes once. */
export type Included = { media: object[]; polls: object[]; posts: Set<string> };

/** A post with the fields that were asked for; what is denied goes into `errors`. */
export function postAnswer(
  call: Incoming,
  words: Vocabulary,
  post: XPost,
  included: Included,
  errors: object[],
): Record<string, unknown> {
  const fields = new Set(list(call.query[words.post_fields]));
  const expansions = new Set(list(call.query.expansions));
  const answer: Record<string, unknown> = {
    id: post.id,
    text: post.text,
    [words.history]: [post.id],
  };
  if (fields.has("created_at")) answer.created_at = new Date(post.at * 1000).toISOString();
  if (fields.has("conversation_id")) answer.conversation_id = post.conversation;
  if (fields.has("lang")) answer.lang = "in";
  if (fields.has("author_id") || expansions.has("author_id")) answer.author_id = post.author;
  if (fields.has("possibly_sensitive")) answer.possibly_sensitive = false;
  if (post.answers) {
    const referred = fields.has(words.referenced) || expansions.has(words.referenced_expansion);
    if (referred) answer[words.referenced] = [{ type: "replied_to", id: post.answers.id }];
    if (expansions.has(words.referenced_expansion)) included.posts.add(post.answers.id);
    if (fields.has("in_reply_to_user_id") || expansions.has("in_reply_to_user_id")) {
      answer.in_reply_to_user_id = post.answers.author;
    }
  }
  if (fields.has("public_metrics")) answer.public_metrics = publicMetrics(call, words, post);
  if (fields.has("entities") && post.own?.post.format === "link") {
    const url = "https://perpustakaan.example/kegiatan";
    answer.entities = {
      urls: [{ start: 0, end: 23, url: "https://t.co/perpus", expanded_url: url }],
    };
  }
  attach(call, post, answer, fields, expansions, included);
  privateMetrics(call, post, answer, fields, errors);
  return answer;
}

/** Reposts and quotes are one figure to the demo: an eighth are quotes. */
const quotesOf = (shares: number): number => Math.floor(shares / 8);

function publicMetrics(call: Incoming, words: Vocabulary, { own }: XPost) {
  const now = nowOf(call.state);
  const shown = own ? shownFigures(own.account, own.post, call.state.changes, now) : null;
  const shares = shown?.shares ?? 0;
  return {
    [words.reposts]: shares - quotesOf(shares),
    reply_count: shown?.comments ?? 0,
    like_count: shown?.likes ?? 0,
    quote_count: quotesOf(shares),
    bookmark_count: shown?.saves ?? 0,
    impression_count: shown?.views ?? 0,
  };
}

function attach(
  call: Incoming,
  { id, own, at }: XPost,
  answer: Record<string, unknown>,
  fields: ReadonlySet<string>,
  expansions: ReadonlySet<string>,
  included: Included,
): void {
  const format = own?.post.format;
  if (format === "poll") {
    const poll = `5${id.slice(1)}`;
    if (fields.has("attachments") || expansions.has("attachments.poll_ids")) {
      answer.attachments = { poll_ids: [poll] };
    }
    if (expansions.has("attachments.poll_ids")) included.polls.push(pollOf(call, poll, at));
  }
  if (format !== "image" && format !== "video" && format !== "carousel") return;
  const key = `${format === "video" ? 13 : 3}_${id}`;
  if (fields.has("attachments") || expansions.has("attachments.media_keys")) {
    answer.attachments = { media_keys: [key] };
  }
  if (expansions.has("attachments.media_keys")) {
    included.media.push(mediaOf(call, key, own?.account, own?.post));
  }
}

function pollOf(call: Incoming, id: string, at: Instant) {
  const asked = new Set(list(call.query["poll.fields"]));
  const end = at + SECONDS_A_DAY;
  return {
    id,
    options: [
      { position: 1, label: "Pagi", votes: 3 },
      { position: 2, label: "Malam", votes: 5 },
    ],
    ...(asked.has("duration_minutes") ? { duration_minutes: 1_440 } : {}),
    ...(asked.has("end_datetime") ? { end_datetime: new Date(end * 1000).toISOString() } : {}),
    ...(asked.has("voting_status")
      ? { voting_status: nowOf(call.state) < end ? "open" : "closed" }
      : {}),
  };
}

function mediaOf(call: Incoming, media_key: string, account?: WorldAccount, post?: WorldPost) {
  const asked = new Set(list(call.query["media.fields"]));
  const video = post?.format === "video";
  const views =
    account && post
      ? (shownFigures(account, post, call.state.changes, nowOf(call.state)).views ?? 0)
      : 0;
  return {
    media_key,
    type: video ? "video" : "photo",
    ...(video && asked.has("duration_ms") ? { duration_ms: 31_000 } : {}),
    ...(video && asked.has("public_metrics")
      ? { public_metrics: { view_count: Math.round(views * 0.4) } }
      : {}),
    ...(asked.has("preview_image_url") && video
      ? { preview_image_url: `https://pbs.example/${media_key}.jpg` }
      : {}),
    ...(asked.has("url") && !video ? { url: `https://pbs.example/${media_key}.jpg` } : {}),
  };
}

/** Only to the author, and only of young posts. */
function privateMetrics(
  call: Incoming,
  post: XPost,
  answer: Record<string, unknown>,
  fields: ReadonlySet<string>,
  errors: object[],
): void {
  const now = nowOf(call.state);
  for (const name of ["non_public_metrics", "organic_metrics"] as const) {
    if (!fields.has(name)) continue;
    const young = now - post.at < X_PRIVATE_SECONDS;
    if (!post.own || call.grant?.account !== post.author || !young) {
      const first = name === "organic_metrics" ? "like_count" : "impression_count";
      errors.push(fieldDenied(post.id, `${name}.${first}`, call.query.ids ? "ids" : "id"));
      continue;
    }
    const { account, post: own } = post.own;
    const shown = shownFigures(account, own, call.state.changes, now);
    const likes = shown.likes ?? 0;
    const clicks = xClicks(own, shown);
    const hidden = {
      impression_count: shown.views ?? 0,
      user_profile_clicks: Math.floor(likes * 0.3),
      ...(clicks === null ? {} : { url_link_clicks: clicks }),
    };
    answer[name] =
      name === "non_public_metrics"
        ? hidden
        : {
            ...hidden,
            like_count: likes,
            reply_count: shown.comments ?? 0,
            retweet_count: (shown.shares ?? 0) - quotesOf(shown.shares ?? 0),
          };
  }
}
