/** Months as the figures take them (figure-packing.ts): what the Overview and the lines are made of. */
import type { FigureDay, FigurePost } from "../model/figure-rows.ts";
import { type PackedFigures, unpackDays, unpackPosts } from "./figure-packing.ts";
import {
  type AccountsWith,
  listAccountsWith,
  type MonthOwners,
  type Shape,
  type Span,
} from "./month-columns.ts";
import type { AccountMonth } from "./month-packing.ts";
import { MOST_YEAR_LENGTH } from "./years.ts";

export type MonthFigures = AccountMonth & {
  /** The last count known before the month. */
  followers_before: number | null;
  days: FigureDay[];
  posts: FigurePost[];
  /** What was found of the posts, packed: few pages ask (`scoresIn`). */
  verdicts: string;
};

type PackedMonth = [
  month: string,
  followers_before: number | null,
  figures: PackedFigures,
  verdicts: string,
];

/** They take less than a fourth of what the months do. */
const SHARE = 4;

/** The verdicts as a text inside: it is parsed where it is asked for. */
const FIGURES: Shape<MonthFigures> = {
  month: "json_array(month, followers_before, json(figures), verdicts)",
  year: `'{"months":' || y.figures || '}'`,
  mostYearLength: MOST_YEAR_LENGTH / SHARE,
  unpack: (account_id, json) => {
    const kept = JSON.parse(json) as PackedMonth[] | { months: PackedMonth[] };
    return (Array.isArray(kept) ? kept : kept.months).map(
      ([month, followers_before, [days, posts], verdicts]) => ({
        account_id,
        month,
        followers_before,
        days: days ? unpackDays(month, days) : [],
        posts: posts ? unpackPosts(month, posts) : [],
        verdicts,
      }),
    );
  },
};

/** Every account, and the figures of those that are asked for. */
export const listAccountsWithFigures = (
  db: D1Database,
  span: Span,
  owners: MonthOwners,
): Promise<AccountsWith<MonthFigures>> => listAccountsWith(db, FIGURES, span, owners);
