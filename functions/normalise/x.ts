import type { Answer } from "../model/answer.ts";
import type { Format } from "../model/format.ts";
import {
  bodiesOf,
  countOf,
  flagOf,
  type JsonObject,
  objectOf,
  objectsOf,
  textOf,
} from "../model/json.ts";
import { NO_FIGURES } from "../model/metric.ts";
import type { CommentReading, Instant, PostReading, Snapshot } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { asksSomething } from "./asks.ts";
import { gonePosts } from "./gone.ts";
import { handleOf } from "./handle.ts";
import { instantOfId } from "./id-instant.ts";
import { readInstant } from "./instant.ts";

/**
 * X's API v2 → Snapshot. X is renaming its wire vocabulary (tweet → post, retweet → repost): both are understood, field
 * by field. X leaves out what it does not say, and an empty list has no `data` at all.
 *
 * Answers: `profile`, `posts` (pages of the own timeline, and look-ups), `private_figures` (the timeline again, with the
 * figures that only the account may see), `replies` (the search for replies by others), `gone`.
 */
export function fromX(answers: readonly Answer[], seen: Seen): Snapshot | null {
  if (answers.length === 0) return null;
  const user = objectOf(objectOf(bodiesOf(answers, "profile")[0]).data);
  const handle = textOf(user.username) ?? seen.handle;
  const written = bodiesOf(answers, "posts").flatMap((page) =>
    objectsOf(page.data).map((post) => ({ post, media: mediaOf(page) })),
  );
  const clicks = clicksOf(bodiesOf(answers, "private_figures"));
  const posts = new Map<string, PostReading>();
  for (const { post, media } of written) {
    const id = textOf(post.id);
    const reading = isReply(post) ? null : postOf(post, id, media, handle);
    if (id && reading) posts.set(id, { ...reading, clicks: clicks.get(id) ?? null });
  }
  const theirs = bodiesOf(answers, "replies").flatMap((page) => objectsOf(page.data));
  const comments = new Map<string, CommentReading>();
  const places = new Set([...posts.keys(), ...seen.posts.map((post) => post.external_id)]);
  const note = (reply: JsonObject, ours: boolean) => {
    const comment = commentOf(reply, ours);
    if (comment && places.has(comment.post)) comments.set(comment.external_id, comment);
  };
  for (const reply of theirs) note(reply, false);
  for (const { post } of written) if (isReply(post)) note(post, true);
  return {
    platform: "x",
    account: handleOf(handle),
    external_id: textOf(user.id) ?? seen.external_id,
    name: textOf(user.name),
    read_at: seen.now,
    followers: countOf(objectOf(user.public_metrics).followers_count),
    days: [],
    posts: [...posts.values(), ...gonePosts(answers, seen)],
    comments: [...comments.values()],
  };
}

/** A page's media, by key. */
const mediaOf = (page: JsonObject): Map<string | null, JsonObject> =>
  new Map(objectsOf(objectOf(page.includes).media).map((one) => [textOf(one.media_key), one]));

const conversationOf = (post: JsonObject): string | null => textOf(post.conversation_id);

/** A post opens a conversation, a reply is in one: continuing one's own thread is a reply too. */
const isReply = (post: JsonObject): boolean => {
  const conversation = conversationOf(post);
  return conversation !== null && conversation !== textOf(post.id);
};

function postOf(
  post: JsonObject,
  id: string | null,
  media: ReadonlyMap<string | null, JsonObject>,
  handle: string,
): PostReading | null {
  const at = publishedAt(post, id);
  if (id === null || at === null) return null;
  const metrics = objectOf(post.public_metrics);
  const long = longOf(post);
  return {
    ...NO_FIGURES,
    external_id: id,
    url: `https://x.com/${handle}/status/${id}`,
    published_at: at,
    published_precision: "second",
    format: formatOf(post, long, media),
    caption: captionOf(textOf(long.text) ?? textOf(post.text)),
    paid: flagOf(post.paid_partnership),
    removed_at: null,
    likes: countOf(metrics.like_count),
    comments: countOf(metrics.reply_count),
    shares: sharesOf(metrics),
    saves: countOf(metrics.bookmark_count),
    views: countOf(metrics.impression_count),
  };
}

function publishedAt(post: JsonObject, id: string | null): Instant | null {
  const said = readInstant(textOf(post.created_at) ?? "");
  if (typeof said === "number") return said;
  return id === null ? null : instantOfId("x", id);
}

/** Reposts + quotes: X counts them apart. Unknown only when both are; the older API left quotes out where there were none. */
function sharesOf(metrics: JsonObject): number | null {
  const reposts = countOf(metrics.retweet_count ?? metrics.repost_count);
  const quotes = countOf(metrics.quote_count);
  return reposts === null && quotes === null ? null : (reposts ?? 0) + (quotes ?? 0);
}

/** What a long post says beyond its first letters. */
const longOf = (post: JsonObject): JsonObject => objectOf(post.note_tweet ?? post.note_post);

/** What X attaches decides first; a link counts where it leads away from X. */
function formatOf(
  post: JsonObject,
  long: JsonObject,
  media: ReadonlyMap<string | null, JsonObject>,
): Format {
  const attachments = objectOf(post.attachments);
  if (Array.isArray(attachments.poll_ids) && attachments.poll_ids.length > 0) return "poll";
  const keys = Array.isArray(attachments.media_keys) ? attachments.media_keys.map(textOf) : [];
  if (keys.some((key) => isVideo(key, media))) return "video";
  if (keys.length > 0) return "image";
  const entities = [objectOf(post.entities), objectOf(long.entities)];
  return entities.flatMap(({ urls }) => objectsOf(urls)).some(leadsAway) ? "link" : "text";
}

/** The key's first number says the kind where the media itself did not come: 3 photo, 7 and 13 video, 16 moving picture. */
function isVideo(key: string | null, media: ReadonlyMap<string | null, JsonObject>): boolean {
  const type = textOf(media.get(key)?.type);
  return type === null ? /^(7|13)_/.test(key ?? "") : type === "video";
}

function leadsAway(url: JsonObject): boolean {
  const address = textOf(url.unwound_url) ?? textOf(url.expanded_url);
  if (address === null || !URL.canParse(address)) return false;
  return !/(^|\.)(x|twitter)\.com$/.test(new URL(address).hostname);
}

/** X writes `&`, `<` and `>` of a text as HTML does. */
const captionOf = (text: string | null): string | null =>
  text?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&") ?? null;

/** Clicks on the links of each post, by its id. */
function clicksOf(pages: readonly JsonObject[]): Map<string, number> {
  const clicks = new Map<string, number>();
  for (const post of pages.flatMap((page) => objectsOf(page.data))) {
    const id = textOf(post.id);
    const count = countOf(objectOf(post.non_public_metrics).url_link_clicks);
    if (id !== null && count !== null) clicks.set(id, count);
  }
  return clicks;
}

function commentOf(reply: JsonObject, ours: boolean): CommentReading | null {
  const id = textOf(reply.id);
  const post = conversationOf(reply);
  const at = publishedAt(reply, id);
  if (id === null || post === null || post === id || at === null) return null;
  const references = objectsOf(reply.referenced_tweets ?? reply.referenced_posts);
  const answered = references.find((reference) => reference.type === "replied_to");
  const reply_to = textOf(answered?.id);
  return {
    external_id: id,
    post,
    at,
    ours,
    reply_to: reply_to === post ? null : reply_to,
    asks: ours ? null : asksSomething(longOf(reply).text ?? reply.text),
  };
}
