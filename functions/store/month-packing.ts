/**
 * How a month lies in its row: days, posts, captions and texts as JSON arrays, each in an order that is said once here, and
 * beside them what the judgement found of its posts.
 */
import type { Daily, Gains } from "../model/daily.ts";
import { MATURE_AGE_SECONDS, type Post } from "../model/post.ts";
import type { PostVerdict } from "../model/streak.ts";
import { TO_THE_SECOND, VERDICT_STATE } from "./judged-posts.ts";
import { nested, packing } from "./packing.ts";

/** A month, `YYYY-MM`, of an account. */
export type AccountMonth = { account_id: number; month: string };

export type Month = AccountMonth & {
  /** The last count known before the month. */
  followers_before: number | null;
  /** Empty where they were not asked for. */
  days: Daily[];
  posts: Post[];
  /** What each of the posts says; empty where it was not asked for. */
  captions: (string | null)[];
  /** The places of those that were too long to lie here. */
  left_out: number[];
};

const GAINS = nested<Gains>();

export const DAY = packing<Daily>((next) => ({
  date: next.plain(),
  followers: next.plain(),
  reach: next.plain(),
  views: next.plain(),
  profile_views: next.plain(),
  followers_gained: next.plain(),
  followers_lost: next.plain(),
  platform_time_zone: next.plain(),
  gains: next.as(GAINS),
  account_id: next.later(0),
}));

/** What of a day is not its column as it stands. */
export const DAY_SQL: { [Field in keyof Daily]?: string } = { gains: "json(gains)" };

export const POST = packing<Post>((next) => ({
  id: next.plain(),
  published_at: next.plain(),
  published_on: next.plain(),
  published_precision: next.as(TO_THE_SECOND),
  format: next.plain(),
  topic: next.plain(),
  paid: next.flag(),
  removed: next.flag(),
  hidden: next.flag(),
  mature: next.flag(),
  likes: next.plain(),
  comments: next.plain(),
  shares: next.plain(),
  saves: next.plain(),
  reach: next.plain(),
  views: next.plain(),
  clicks: next.plain(),
  watch_seconds: next.plain(),
  interactions: next.plain(),
  interactions_partial: next.flag(),
  followers_at_publish: next.plain(),
  followers_estimated: next.flag(),
  account_id: next.later(0),
  judgement: next.later(null),
  score: next.later(null),
  weak: next.later(null),
}));

/** What of a post is not its column as it stands. */
export const POST_SQL: { [Field in keyof Post]?: string } = {
  published_precision: "published_precision = 'second'",
  format: "coalesce(person_format, format)",
  topic: "coalesce(person_topic, topic)",
  paid: "coalesce(person_paid, paid)",
  removed: "removed_at is not null",
  hidden: "hidden_at is not null",
  mature: `coalesce(read_at - published_at >= ${MATURE_AGE_SECONDS}, 0)`,
};

/** What the export says of a post beside that and its caption. */
export const TEXT = ["id", "external_id", "url", "read_at", "removed_at"];

/** In place of what a post says where that would make the row too large. */
export const LEFT_OUT = 0;

export const arrayOf = (
  { fields }: { fields: readonly string[] },
  sql: { [field: string]: string },
) => `json_array(${fields.map((field) => sql[field] ?? field).join(", ")})`;

export const VERDICT = packing<PostVerdict>((next) => ({
  id: next.plain(),
  state: next.as(VERDICT_STATE),
  score: next.plain(),
  weak: next.flag(),
}));

/** The orders in which what stands is packed: rows of before stay readable as long as these only grow at their ends. */
export const MONTH_PACKING = { day: DAY, post: POST, verdict: VERDICT };

const VERDICT_ID = VERDICT.fields.indexOf("id");

/** The verdicts of a month as its row keeps them. */
export const packVerdicts = (verdicts: readonly PostVerdict[]): string =>
  JSON.stringify(verdicts.map(VERDICT.pack));

/** A month as JSON brings it; `captions`: `null` where they are not asked for. */
type PackedMonth = [
  month: string,
  followers_before: number | null,
  days: unknown[][],
  posts: unknown[][],
  verdicts: unknown[][],
  captions?: (string | null | typeof LEFT_OUT)[] | null,
];

function fromPacked(account_id: number, packed: PackedMonth, withDays = true): Month {
  const [month, followers_before, days, posts, verdicts, captions] = packed;
  const found = new Map(verdicts.map((kept) => [kept[VERDICT_ID], kept]));
  return {
    account_id,
    month,
    followers_before,
    days: !withDays
      ? []
      : days.map((kept) => {
          const day = DAY.unpack(kept);
          day.account_id = account_id;
          return day;
        }),
    posts: posts.map((kept) => {
      const post = POST.unpack(kept);
      const said = found.get(post.id);
      post.account_id = account_id;
      if (said) {
        const verdict = VERDICT.unpack(said);
        post.judgement = verdict.state;
        post.score = verdict.score;
        post.weak = verdict.weak;
      }
      return post;
    }),
    captions: (captions ?? []).map((caption) => (caption === LEFT_OUT ? null : caption)),
    left_out: (captions ?? []).flatMap((caption, at) => (caption === LEFT_OUT ? at : [])),
  };
}

/** A month as its row keeps it. */
export type MonthRow = AccountMonth & {
  followers_before: number | null;
  days: string;
  posts: string;
  verdicts: string;
};

export const monthOfRow = ({
  account_id,
  month,
  followers_before,
  days,
  posts,
  verdicts,
}: MonthRow): Month =>
  fromPacked(account_id, [
    month,
    followers_before,
    JSON.parse(days),
    JSON.parse(posts),
    JSON.parse(verdicts),
    null,
  ]);

/** A kept year (years.ts): its months, and their captions apart; those are not there where they are not asked for. */
type PackedYear = {
  months: [...PackedMonth][];
  captions?: NonNullable<PackedMonth[5]>[];
};

/** @param json months, or a kept year; the days of that are left packed where they are not asked for */
export function monthsIn(account_id: number, json: string, withDays: boolean): Month[] {
  const packed = JSON.parse(json) as PackedMonth[] | PackedYear;
  if (Array.isArray(packed)) return packed.map((month) => fromPacked(account_id, month, withDays));
  return packed.months.map((month, index) => {
    month[5] = packed.captions?.[index] ?? null;
    return fromPacked(account_id, month, withDays);
  });
}
