/** A figure's trend. */
import type { Grain } from "../../model/day.ts";
import type { FigureRow, Formula } from "../../model/figure.ts";
import type { HeadlineMetric } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import type { Day } from "../../model/snapshot.ts";
import type { StreakKind } from "../../model/streak.ts";
import type { Range, Spot } from "../../model/trend.ts";
import type { Choice, Chrome } from "./chrome.ts";
import type { NoteLine } from "./note.ts";

/** One account's panel. */
export type SeriesPanel = {
  platform: Platform;
  account: string;
  /** A bucket without a value is there with `null`. */
  points: { date: Day; value: number | null; note?: string }[];
  formula: Formula;
  /** One a post, where the figure is of posts. */
  dots: [day: number, value: number][];
  /** The running median of such a figure, else the points'; none for sums, which are bars. */
  line: Spot[];
  /** How many posts each point is made of; `null` where the figure is not of posts. */
  posts: number[] | null;
  /** The rates that are usual; `null` where that is not known, or another figure is shown. */
  range: Range | null;
  /** The days on which the figure changed its meaning. */
  breaks: Day[];
  /** Net, of followers over the period. */
  gained: number | null;
  /** The period's figure beside that of a year before; `null` where that was not asked for. */
  compared: Pick<FigureRow, "value" | "change"> | null;
  /** The platform never says this of an account. */
  never: boolean;
};

export type SeriesView = {
  screen: "series";
  chrome: Chrome;
  choice: Choice;
  metric: HeadlineMetric;
  grain: Grain;
  series: SeriesPanel[];
  /** The posts are more than a phone could be sent one by one: lines stand without their dots. */
  crowded: boolean;
  /** Buckets that are not whole: cut by the period, or not over. */
  pieces: Day[];
  /** Streaks in the period, each to be shaded in its account's panel. `to` is `null` while one lasts. */
  streaks: {
    id: number;
    kind: StreakKind;
    platform: Platform;
    account: string;
    from: Day;
    to: Day | null;
  }[];
  /** What people noted of the period's days, each to be marked in the panels of its accounts. */
  notes: NoteLine[];
};
