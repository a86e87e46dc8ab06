/**
 * How much single posts of an account differ by themselves: the standard deviation of ln(interactions + ½), about the middle
 * of their neighbours, so that growth is none of it; far ones drawn in, since ranks do not mind them either.
 */
import { counts, type Post } from "../../model/post.ts";
import { mostDrawFew } from "../few-interactions.ts";
import { logInteractions } from "../log-interactions.ts";
import { blocksOf, lessBlock } from "../statistics/blocks.ts";
import { medianOf } from "../statistics/middle.ts";
import { winsorised } from "../statistics/winsorised.ts";

/** The newest so many. */
const NEWEST = 60;

/** Of fewer nobody knows: what accounts usually have stands in. */
const FEWEST = 15;
const USUAL = 0.8;

/** An account whose posts are all alike would promise everything. */
const LEAST = 0.2;

export type Noise = {
  noise: number;
  /** Of how many of its posts; 0: the usual one. */
  posts: number;
};

type Measured = Pick<
  Post,
  "published_at" | "format" | "paid" | "removed" | "hidden" | "mature" | "interactions"
>;

/** @param posts of one account, any order */
export function noiseOfPosts(posts: readonly Measured[]): Noise {
  const logs = newestOf(posts).map(logInteractions);
  if (logs.length < FEWEST) return { noise: USUAL, posts: 0 };
  const blocks = blocksOf(logs.length);
  const about = winsorised(lessBlock(Float64Array.from(logs), blocks, medianOf));
  const squares = about.reduce((total, value) => total + value * value, 0);
  const noise = Math.sqrt(squares / (logs.length - blocks.length));
  return { noise: Math.max(LEAST, noise), posts: logs.length };
}

/** Do most of its posts draw so few reactions that their order is chance? Then no noise promises anything. */
export function drawsFew(posts: readonly Measured[]): boolean {
  const newest = newestOf(posts);
  return newest.length >= FEWEST && mostDrawFew(newest);
}

const newestOf = (posts: readonly Measured[]): number[] =>
  posts
    .filter((post) => counts(post) && post.mature)
    .toSorted((a, b) => a.published_at - b.published_at)
    .flatMap(({ interactions }) => interactions ?? [])
    .slice(-NEWEST);
