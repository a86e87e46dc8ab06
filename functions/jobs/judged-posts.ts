/**
 * The posts that a judgement looks at, with what it found of each, as the account's norm row keeps them: from the month
 * of the norm's oldest post on. A run reads this one row instead of a hundred posts.
 */
import type { Checkpoint } from "../analyse/checkpoint.ts";
import { comparePlaces } from "../analyse/checkpoint.ts";
import { monthOf } from "../model/day.ts";
import { FORMATS, type Format } from "../model/format.ts";
import { isStory } from "../model/post.ts";
import type { Instant } from "../model/snapshot.ts";
import { type StreakPost, VERDICT_STATES, type Verdict } from "../model/streak.ts";
import type { PostVerdict } from "../store/months.ts";
import type { JudgedRow } from "../store/posts.ts";

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

/** Paid posts are seen by whom the library paid for; those that are gone, hidden or excused are nobody's norm. */
const isLeftOut = (row: JudgedRow): boolean =>
  (row.person_paid ?? row.paid) === 1 ||
  row.removed_at !== null ||
  row.hidden_at !== null ||
  row.excused !== null ||
  isStory({ format: row.person_format ?? row.format });

/** @param before the post as it was judged last; `null`: never */
export const judgedPost = (row: JudgedRow, before: JudgedPost | null): JudgedPost => ({
  id: row.id,
  published_at: row.published_at,
  published_precision: row.published_precision,
  month: monthOf(row.published_on),
  left_out: isLeftOut(row),
  format: row.person_format ?? row.format,
  interactions: row.interactions,
  followers: row.followers_at_publish,
  read_at: row.read_at ?? row.published_at,
  reach: row.reach,
  learned: before?.learned ?? false,
  verdict: null,
});

/** A verdict as it is kept: as exact as it is shown, so that a norm that hardly moves writes nothing. */
export const keptVerdict = ({ state, times, weak }: Verdict): JudgedPost["verdict"] => ({
  state,
  score: times === null ? null : rounded(times),
  weak,
});

/** To two digits: more are not known, and an unchanged count that ages by an hour then mostly says the same. */
export const rounded = (value: number): number => Number(value.toPrecision(2));

/** The posts that the next judgement needs: whole months, since a month's verdicts are written together. */
export function kept(posts: readonly JudgedPost[], checkpoint: Checkpoint | null): JudgedPost[] {
  if (!checkpoint) return [...posts];
  const norm = new Set([...checkpoint.norm, ...(checkpoint.strong_norm ?? [])].map(([id]) => id));
  const first = posts.find(
    (post) => norm.has(post.id) || comparePlaces(post, checkpoint.after) >= 0,
  );
  return posts.filter(({ month }) => month >= (first?.month ?? ""));
}

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
