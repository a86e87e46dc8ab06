/**
 * The query of X's recent search, as far as anyone here asks: operators, `OR`, brackets, `-`.
 * `(conversation_id:1 OR conversation_id:2) -from:perpus_pasuruan`
 */
import type { XPost } from "./x-posts.ts";

export type SearchTest = (post: XPost) => boolean;

/** Who is meant by a handle or an id. */
type People = (name: string) => string | null;

/** `null`: the query cannot be understood. */
export function searchOf(query: string, people: People): SearchTest | null {
  const words = query
    .replaceAll(/([()])/g, " $1 ")
    .split(/\s+/)
    .filter(Boolean);
  let at = 0;
  let failed = words.length === 0;
  const never: SearchTest = () => false;

  const term = (): SearchTest => {
    const word = words[at++] ?? "";
    if (word === "(") {
      const inner = either();
      if (words[at++] !== ")") failed = true;
      return inner;
    }
    if (word === "-") {
      const inner = term();
      return (post) => !inner(post);
    }
    const negative = word.startsWith("-");
    const test = operator(negative ? word.slice(1) : word, people);
    if (!test) failed = true;
    const found = test ?? never;
    return negative ? (post) => !found(post) : found;
  };
  const all = (): SearchTest => {
    const tests = [term()];
    while (at < words.length && words[at] !== "OR" && words[at] !== ")") tests.push(term());
    return (post) => tests.every((test) => test(post));
  };
  const either = (): SearchTest => {
    const tests = [all()];
    while (words[at] === "OR") {
      at++;
      tests.push(all());
    }
    return (post) => tests.some((test) => test(post));
  };

  const test = either();
  return failed || at < words.length ? null : test;
}

function operator(word: string, people: People): SearchTest | null {
  const [name = "", value = ""] = word.split(/:(.*)/);
  switch (name) {
    case "conversation_id":
      return (post) => post.conversation === value;
    case "in_reply_to_tweet_id":
      return (post) => post.answers?.id === value;
    case "from":
      return (post) => post.author === people(value);
    case "to":
      return (post) => post.answers?.author === people(value);
    case "is":
      if (value === "reply") return (post) => post.answers !== null;
      return value === "retweet" || value === "quote" ? () => false : null;
    default:
      return value === "" ? (post) => post.text.toLowerCase().includes(word.toLowerCase()) : null;
  }
}
