import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { PostLine } from "../../functions/present/views/posts.ts";
import { postsWords } from "../language/posts.ts";
import { speechOf } from "../language/speech.ts";

/** A post against its account's usual: `0,6×`; while it is young only that it is young. */
export function Score({ chrome, post }: { chrome: Chrome; post: PostLine }) {
  const words = postsWords[chrome.language];
  if (post.young) {
    return (
      <span class="soft small" title={words.maturing_why}>
        {words.maturing}
      </span>
    );
  }
  if (post.score === null) return null;
  const times = speechOf(chrome).times(post.score);
  return (
    <b class={post.weak ? "weak" : ""} title={words.against_usual(times)}>
      {post.weak && (
        <>
          <span aria-hidden="true">{post.score < 0.95 ? "▼ " : "● "}</span>
          <span class="hidden">{words.in_streak}: </span>
        </>
      )}
      {times}
    </b>
  );
}

/** What sets a post apart from the others: paid for, gone. */
export function marksOf(chrome: Chrome, post: PostLine): string[] {
  const words = postsWords[chrome.language];
  return [post.paid ? words.paid : null, post.removed ? words.removed : null].filter(
    (mark) => mark !== null,
  );
}

/** The caption's first line that says something. */
export const firstLine = (caption: string | null): string | null =>
  caption
    ?.split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => line !== "") ?? null;
