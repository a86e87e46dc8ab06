/** The posts that a judgement looks at, from their rows, and those that the next one needs. */
import { comparePlaces } from "../../analyse/checkpoint.ts";
import type { Checkpoint } from "../../model/checkpoint.ts";
import { monthOf } from "../../model/day.ts";
import { isStory } from "../../model/post.ts";
import type { JudgedPost, Verdict } from "../../model/streak.ts";
import type { JudgedRow } from "../../store/judged-rows.ts";

/** Paid posts are seen by whom the library paid for; those that are gone, hidden or excused are nobody's norm. */
const isLeftOut = (row: JudgedRow): boolean =>
  (row.person_paid ?? row.paid) === true ||
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
  topic: row.person_topic ?? row.topic,
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
export function postsToKeep(
  posts: readonly JudgedPost[],
  checkpoint: Checkpoint | null,
): JudgedPost[] {
  if (!checkpoint) return [...posts];
  const norm = new Set([...checkpoint.norm, ...(checkpoint.strong_norm ?? [])].map(([id]) => id));
  const first = posts.find(
    (post) => norm.has(post.id) || comparePlaces(post, checkpoint.after) >= 0,
  );
  return posts.filter(({ month }) => month >= (first?.month ?? ""));
}
