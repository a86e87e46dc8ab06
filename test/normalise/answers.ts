import type { Answer } from "../../functions/model/answer.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { KnownPost, Seen } from "../../functions/model/visit.ts";

export const at = (text: string): Instant => Date.parse(text) / 1000;

/** A platform's answer about the account, or about one post. */
export const answer = (of: string, body: unknown, post: string | null = null): Answer => ({
  of,
  post,
  asked: [],
  since: null,
  until: null,
  body,
});

export const known = (
  external_id: string,
  published_at: Instant,
  rest: Partial<KnownPost> = {},
): KnownPost => ({
  external_id,
  published_at,
  format: null,
  url: null,
  comments: null,
  due: true,
  ...rest,
});

export const seenAt = (now: Instant, posts: KnownPost[] = []): Seen => ({
  handle: "perpus",
  external_id: null,
  name: null,
  now,
  posts,
});
