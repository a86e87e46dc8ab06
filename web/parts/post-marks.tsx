import type { AgainstUsual } from "../../functions/model/usual.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ListedPost, PostLine } from "../../functions/present/views/posts.ts";
import { postsWords } from "../language/posts.ts";
import { speechOf } from "../language/speech.ts";

/** A post against its account's usual: `0,6×`; while it is young only that it is young. */
export function Score({ chrome, post }: { chrome: Chrome; post: ListedPost }) {
  const words = postsWords[chrome.language];
  if (post.young) {
    return (
      <span class="soft small" title={words.maturing_why}>
        {words.maturing}
      </span>
    );
  }
  if (post.score === null) return null;
  return <Times chrome={chrome} times={post.score} against={post.against_usual} />;
}

const TONE = { below: "weak", within: "", above: "good" } as const;
const MARK = { below: "▼ ", within: "", above: "▲ " } as const;

/** A multiple of the usual, coloured and marked by its own place against the usual range alone. */
export function Times(props: { chrome: Chrome; times: number; against: AgainstUsual | null }) {
  const { chrome, against } = props;
  const words = postsWords[chrome.language];
  const times = speechOf(chrome).times(props.times);
  return (
    <b class={against ? TONE[against] : ""} title={words.against_usual(times)}>
      {against !== null && against !== "within" && (
        <>
          <span aria-hidden="true">{MARK[against]}</span>
          <span class="hidden">{words.range[against]}: </span>
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
