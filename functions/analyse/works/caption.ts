/** What of a post's words is compared: how long they are, their hashtags, and whether they ask something. */
import type { WorksPost } from "./post.ts";

/** As the platforms end them: at what is no letter, digit or `_`. */
const HASHTAG = /#([\p{L}\p{M}\p{N}_]+)/gu;

/** One in an address asks nothing. */
const QUESTION = /[?？؟](?![\w=&%/])/u;

/**
 * @param caption `null`: unknown, or there is none
 * @example
 * captionFacts("Sudah baca? #BukuBaru"); // { caption_length: 21, hashtags: ["bukubaru"], question: true }
 */
export const captionFacts = (
  caption: string | null,
): Pick<WorksPost, "caption_length" | "hashtags" | "question"> => ({
  caption_length: caption === null ? null : caption.length,
  hashtags: [
    ...new Set([...(caption ?? "").matchAll(HASHTAG)].map(([, tag = ""]) => tag.toLowerCase())),
  ],
  question: caption === null ? null : QUESTION.test(caption),
});
