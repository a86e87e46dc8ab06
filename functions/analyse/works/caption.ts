/** What of a post's words is compared: how long they are, their hashtags as they stand, and whether they ask something. */
import { isPlain } from "../../model/folded.ts";
import type { WorksPost } from "./post.ts";

/** As the platforms end them: at what is no letter, digit or `_`. */
const HASHTAG = /#[\p{L}\p{M}\p{N}_]+/gu;
const PLAIN_HASHTAG = /#\w+/g;

/** One in an address asks nothing. */
const QUESTION = /[?？؟](?![\w=&%/])/u;

/**
 * @param caption `null`: unknown, or there is none
 * @example
 * captionFacts("Sudah baca? #BukuBaru"); // { caption_length: 21, hashtags: ["BukuBaru"], question: true }
 */
export const captionFacts = (
  caption: string | null,
): Pick<WorksPost, "caption_length" | "hashtags" | "question"> => ({
  caption_length: caption === null ? null : caption.length,
  hashtags: hashtagsIn(caption ?? ""),
  question: caption === null ? null : QUESTION.test(caption),
});

function hashtagsIn(caption: string): string[] {
  const found = caption.match(isPlain(caption) ? PLAIN_HASHTAG : HASHTAG) ?? [];
  return found.map((tag) => tag.slice(1));
}
