/**
 * What figures take of a month, beside the month itself and packed with it: a list a field in place of a row a post. Two
 * years of four accounts are some five thousand posts with as many days, and a page that is made of their figures alone reads
 * a fifth of the bytes, and makes a few hundred lists of them in place of ten thousand.
 */
import type { FigureDay, FigurePost } from "../model/figure-rows.ts";
import { FORMATS } from "../model/format.ts";
import { POST_SQL, VERDICT } from "./month-packing.ts";

/** Whole numbers; in place of a list in which nothing is known `null`. */
type Column = (number | null)[] | null;

/** In the order in which they are packed. */
type PackedDays = [
  day: number[],
  followers: Column,
  reach: Column,
  views: Column,
  followers_gained: Column,
  followers_lost: Column,
];
type PackedPosts = [
  id: number[],
  day: number[],
  kind: number[],
  interactions: Column,
  followers_at_publish: Column,
  reach: Column,
  views: Column,
];
export type PackedFigures = [days: PackedDays, posts: PackedPosts] | [];

const list = (sql: string) => `json_group_array(${sql})`;
const column = (sql: string) => `json(iif(count(${sql}) = 0, 'null', ${list(sql)}))`;
const dayOfMonth = (sql: string) => `cast(substr(${sql}, 9) as integer)`;

/** Over rows of `days`, in order. */
export const DAYS_SQL = `json_array(${[
  list(dayOfMonth("date")),
  ...["followers", "reach", "views", "followers_gained", "followers_lost"].map(column),
].join(", ")})`;

/** What decides whether a post counts, as one number: three flags, paid (0: unknown, 1: no, 2: yes), and from 32 on its format. */
const kindOf = (formats: readonly string[]) =>
  `(${POST_SQL.mature}) + 2 * (${POST_SQL.removed}) + 4 * (${POST_SQL.hidden}) + 8 * coalesce(${POST_SQL.paid} + 1, 0)
   + 32 * case ${POST_SQL.format} ${formats.map((format, at) => `when '${format}' then ${at + 1}`).join(" ")} else 0 end`;

/** Over rows of `posts`, in order. */
export const POSTS_SQL = `json_array(${[
  list("id"),
  list(dayOfMonth("published_on")),
  list(kindOf(FORMATS)),
  ...["interactions", "followers_at_publish", "reach", "views"].map(column),
].join(", ")})`;

type Kind = Pick<FigurePost, "format" | "paid" | "removed" | "hidden" | "mature">;

const PAID = [null, false, true] as const;

const unpackKind = (kind: number): Kind => ({
  mature: (kind & 1) !== 0,
  removed: (kind & 2) !== 0,
  hidden: (kind & 4) !== 0,
  paid: PAID[(kind >> 3) & 3] ?? null,
  format: FORMATS[(kind >> 5) - 1] ?? null,
});

/** There are few kinds, and each is found out once. */
const kinds = new Map<number, Kind>();

function knownKind(kind: number): Kind {
  let known = kinds.get(kind);
  if (!known) {
    known = unpackKind(kind);
    kinds.set(kind, known);
  }
  return known;
}

const TWO = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, "0"));

/** @param month `YYYY-MM` */
export function unpackDays(month: string, [days, ...lists]: PackedDays): FigureDay[] {
  const [followers, reach, views, followers_gained, followers_lost] = lists;
  return days.map((day, at) => ({
    date: `${month}-${TWO[day]}`,
    followers: followers?.[at] ?? null,
    reach: reach?.[at] ?? null,
    views: views?.[at] ?? null,
    followers_gained: followers_gained?.[at] ?? null,
    followers_lost: followers_lost?.[at] ?? null,
  }));
}

/** @param month `YYYY-MM` */
export function unpackPosts(month: string, [ids, days, kind, ...lists]: PackedPosts): FigurePost[] {
  const [interactions, followers_at_publish, reach, views] = lists;
  return ids.map((id, at) => {
    const { format, paid, removed, hidden, mature } = knownKind(kind[at] ?? 0);
    return {
      id,
      published_on: `${month}-${TWO[days[at] ?? 0]}`,
      format,
      paid,
      removed,
      hidden,
      mature,
      interactions: interactions?.[at] ?? null,
      followers_at_publish: followers_at_publish?.[at] ?? null,
      reach: reach?.[at] ?? null,
      views: views?.[at] ?? null,
    };
  });
}

const SCORED = { id: VERDICT.fields.indexOf("id"), score: VERDICT.fields.indexOf("score") };

/** The scores among the verdicts of months, as `packVerdicts` left them, by the posts' ids. */
export function scoresIn(packed: readonly string[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const verdicts of packed) {
    for (const kept of JSON.parse(verdicts) as (number | null)[][]) {
      const id = kept[SCORED.id] ?? null;
      const score = kept[SCORED.score] ?? null;
      if (id !== null && score !== null) scores.set(id, score);
    }
  }
  return scores;
}
