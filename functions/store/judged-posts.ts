/**
 * The posts that a judgement looks at, with what it found of each, as the account's norm row keeps them: from the month
 * of the norm's oldest post on. A run reads this one row instead of a hundred posts.
 */
import { FORMATS, type Format } from "../model/format.ts";
import type { Instant } from "../model/snapshot.ts";
import { type StreakPost, VERDICT_STATES } from "../model/streak.ts";
import type { PostVerdict } from "./months.ts";

export type JudgedPost = StreakPost & {
  /** The library's month. */
  month: string;
  /** Not judged and no part of the norm. */
  left_out: boolean;
  reach: number | null;
  /** Its half-age is taken, or there was none to take. */
  learned: boolean;
  verdict: Omit<PostVerdict, "id"> | null;
};

type PackedPost = [
  id: number,
  published_at: Instant,
  to_the_second: number,
  month: string,
  left_out: number,
  format: number | null,
  interactions: number | null,
  followers: number | null,
  read_at: Instant,
  reach: number | null,
  learned: number,
  state: number | null,
  score: number | null,
  weak: number | null,
];

export const packPosts = (posts: readonly JudgedPost[]): string =>
  JSON.stringify(
    posts.map(
      ({ verdict, ...post }): PackedPost => [
        post.id,
        post.published_at,
        Number(post.published_precision === "second"),
        post.month,
        Number(post.left_out),
        post.format === null ? null : FORMATS.indexOf(post.format),
        post.interactions,
        post.followers,
        post.read_at,
        post.reach,
        Number(post.learned),
        verdict ? VERDICT_STATES.indexOf(verdict.state) : null,
        verdict?.score ?? null,
        verdict?.weak == null ? null : Number(verdict.weak),
      ],
    ),
  );

export const unpackPosts = (json: string): JudgedPost[] =>
  (JSON.parse(json) as PackedPost[]).map((post) => {
    const format: Format | null = post[5] === null ? null : (FORMATS[post[5]] ?? null);
    const state = post[11] === null ? null : VERDICT_STATES[post[11]];
    return {
      id: post[0],
      published_at: post[1],
      published_precision: post[2] ? "second" : "day",
      month: post[3],
      left_out: post[4] === 1,
      format,
      interactions: post[6],
      followers: post[7],
      read_at: post[8],
      reach: post[9],
      learned: post[10] === 1,
      verdict: state
        ? { state, score: post[12], weak: post[13] === null ? null : post[13] === 1 }
        : null,
    };
  });
