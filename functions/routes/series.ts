/** A figure's trend: a panel an account, as a page; a line an account, as JSON. */
import type { AccountPeriod } from "../analyse/account-period.ts";
import { cut, readableGrain } from "../analyse/buckets.ts";
import { figureBlocks } from "../analyse/figure-blocks.ts";
import { overBy, piecesOf, trend, trendLine } from "../analyse/trend.ts";
import { usualRange } from "../analyse/usual-range.ts";
import { daysIn } from "../model/day.ts";
import { HEADLINE_METRICS, type HeadlineMetric } from "../model/metric.ts";
import { fault, Problem } from "../model/problem.ts";
import { grainOf } from "../present/choice.ts";
import { toShade } from "../present/streak-line.ts";
import type { Choice } from "../present/views/chrome.ts";
import type { SeriesPanel, SeriesView } from "../present/views/series.ts";
import { listNormPosts } from "../store/norms.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { seenNotes } from "./note-reading.ts";
import { chromeOf, page } from "./page.ts";
import { askedOf, chosenPeriods, todayOf } from "./reading.ts";
import { announcedStreaks } from "./streak-reading.ts";

export const series = {
  "GET /trend": (c) => page(c, () => seriesView(c)),

  "GET /api/series": (c) =>
    cachedRead(c, async () => {
      const metric = metricOf(c.req.query("metric"));
      const { choice, periods } = await chosenPeriods(c);
      const { buckets, pieces } = bucketsFor(c, choice, metric);
      return c.json({
        metric,
        grain: buckets.grain,
        time_zone: c.get("time_zone"),
        series: periods.map((period) => ({
          platform: period.account.platform,
          account: period.account.handle,
          points: trendLine(period, metric, choice, buckets, choice.rate_base).map((point) =>
            pieces.includes(point.date) ? { ...point, whole: false } : point,
          ),
        })),
      });
    }),
} satisfies Handlers;

/** More dots than these are half a megabyte of page: forty accounts over two years have thirty thousand. */
const MOST_DOTS = 6000;

async function seriesView(c: Ctx): Promise<SeriesView> {
  const metric = metricOf(c.req.query("metric"));
  const chosen = chosenPeriods(c);
  const [{ choice, accounts, periods }, norms, notes] = await Promise.all([
    chosen,
    metric === "engagement_rate" ? listNormPosts(c.env.DB) : [],
    seenNotes(
      c,
      askedOf(c),
      chosen.then(({ accounts: seen }) => seen),
    ),
  ]);
  const { buckets, pieces } = bucketsFor(c, choice, metric);
  const streaks = await announcedStreaks(c, accounts, choice);
  const compared = comparedIn(periods, choice, metric);
  const panels = periods.map((period) => {
    const { id, platform, handle } = period.account;
    const norm = norms.find(({ account_id }) => account_id === id);
    return {
      platform,
      account: handle,
      ...trend(period, metric, choice, buckets, choice.rate_base),
      range: norm ? usualRange(norm.posts, choice.rate_base) : null,
      compared: compared.get(id) ?? null,
    };
  });
  const crowded = panels.reduce((dots, panel) => dots + panel.dots.length, 0) > MOST_DOTS;
  return {
    screen: "series",
    chrome: chromeOf(c),
    choice,
    metric,
    grain: buckets.grain,
    series: crowded ? panels.map(withoutDots) : panels,
    crowded,
    pieces,
    streaks: streaks.map(toShade),
    notes,
  };
}

/** By the account's id. The figures of the period stand on the Overview; here alone what they were a year before. */
function comparedIn(
  periods: readonly AccountPeriod[],
  choice: Choice,
  metric: HeadlineMetric,
): ReadonlyMap<number | null, SeriesPanel["compared"]> {
  if (choice.against === "before") return new Map();
  const blocks = figureBlocks(periods, choice, choice.rate_base, choice.against);
  const rows = blocks.find((block) => block.metric === metric)?.rows ?? [];
  return new Map(rows.map(({ account, value, change }) => [account, { value, change }]));
}

/** Its line carries; where there is none, the few dots stay. */
const withoutDots = (panel: SeriesPanel): SeriesPanel =>
  panel.line.length > 0 ? { ...panel, dots: [] } : panel;

function bucketsFor(c: Ctx, choice: Choice, metric: HeadlineMetric) {
  const grain = grainOf(c.req.query("grain")) ?? readableGrain(daysIn(choice), metric);
  const buckets = cut(choice, grain);
  return { buckets, pieces: piecesOf(buckets, overBy(choice, todayOf(c))) };
}

function metricOf(text: string | undefined): HeadlineMetric {
  const metric = HEADLINE_METRICS.find((one) => one === (text || "engagement_rate"));
  if (metric) return metric;
  const message = `must be one of ${HEADLINE_METRICS.join(", ")}`;
  throw new Problem("invalid", `metric ${message}`, [fault("metric", "unknown_metric", message)]);
}
