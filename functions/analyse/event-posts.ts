/** Which posts are about an event: by its hashtag, by the words of its title, or because a person says so. */
import { addDays, type Period } from "../model/day.ts";
import {
  DAYS_AFTER_EVENT,
  DAYS_BEFORE_EVENT,
  type EventFields,
  type LinkSaid,
} from "../model/event.ts";
import { folded } from "../model/folded.ts";
import type { Post } from "../model/post.ts";
import { tellingWords } from "./plan-words.ts";

/** One word of a title stands in many captions; two of them seldom stand together by chance. */
const FEWEST_WORDS = 2;

type CaptionedPost = Pick<Post, "id" | "published_on"> & { caption: string | null };

export type EventPost = { post: number; by: "person" | "hashtag" | "words" };

/**
 * Published from 30 days before the event to 7 after, with one of its hashtags or at least two different words of its title.
 * Stop words, numbers and words of fewer than three letters do not count (`plan-words.ts` has the list). What a person said
 * of a post stands, wherever and whenever it was published.
 *
 * @param days the event's, both included (`eventDays`)
 * @param posts of any account, any order; those that are removed or hidden are left out before
 * @param said also of posts that are not among `posts`
 * @returns by the post's id
 */
export function eventPosts(
  event: Pick<EventFields, "title" | "hashtags">,
  days: Period,
  posts: readonly CaptionedPost[],
  said: readonly LinkSaid[],
): EventPost[] {
  const first = addDays(days.from, -DAYS_BEFORE_EVENT);
  const last = addDays(days.to, DAYS_AFTER_EVENT);
  const byPerson = new Set(said.map(({ post }) => post));
  const title = tellingWords(event.title);
  const hashtags = new Set(event.hashtags.map(folded));
  const byRule = posts.flatMap(({ id, published_on, caption }): EventPost[] => {
    if (byPerson.has(id) || published_on < first || published_on > last) return [];
    const by = signIn(caption ?? "", title, hashtags);
    return by === null ? [] : [{ post: id, by }];
  });
  const linked = said.flatMap(({ post, linked }): EventPost[] =>
    linked ? [{ post, by: "person" }] : [],
  );
  return [...byRule, ...linked].sort((a, b) => a.post - b.post);
}

function signIn(
  caption: string,
  title: ReadonlySet<string>,
  hashtags: ReadonlySet<string>,
): "hashtag" | "words" | null {
  const tags = folded(caption).match(/(?<=#)[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  if (tags.some((tag) => hashtags.has(tag))) return "hashtag";
  const words = tellingWords(caption);
  const shared = [...title].filter((word) => words.has(word)).length;
  return shared >= FEWEST_WORDS ? "words" : null;
}
