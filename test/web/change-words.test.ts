/** How a change is said beside its figure: its size first, how sure it is after, a colour only where it is. */
import { expect, test } from "vitest";
import { renderPage } from "#page";
import type { Comparison, FigureRow } from "../../functions/model/figure.ts";
import type { HeadlineMetric } from "../../functions/model/metric.ts";
import type { OverviewView } from "../../functions/present/views/overview.ts";
import { viewsIn } from "./views.ts";

const overview = viewsIn("id")["overview, calm"] as OverviewView;
const [row] = overview.blocks[0]?.rows.filter(({ platform }) => platform !== null) ?? [];

const change = (before: number | null, value: number, meaning: Comparison["meaning"]) => ({
  value,
  change: {
    before,
    difference: before === null ? null : value - before,
    ratio: before === null || before === 0 ? null : (value - before) / before,
    meaning,
  },
});

async function rendered(metric: HeadlineMetric, of: Partial<FigureRow>): Promise<string> {
  const rows = [{ ...row, ...of }] as FigureRow[];
  return renderPage({ ...overview, blocks: [{ metric, rows }] });
}

const said = async (metric: HeadlineMetric, of: Partial<FigureRow>) => {
  const [, classes, words] =
    /<span class="(change[^"]*)">(.*?)<\/span>(?=<\/span>)/.exec(await rendered(metric, of)) ?? [];
  return [classes, words?.replace(/<span class="hidden">.*?<\/span>/, "").replace(/<[^>]+>/g, "|")];
};

test.each([
  ["a sure fall", "reach", change(401, 250, "down"), "change weak", "|▼ |dari 401"],
  ["a sure rise", "reach", change(250, 401, "up"), "change good", "|▲ |dari 250"],
  [
    "a rate in percent",
    "engagement_rate",
    change(0.025, 0.017, "down"),
    "change weak",
    "|▼ |dari 2,5%",
  ],
  ["above a doubling", "reach", change(140, 448, "up"), "change good", "|▲ |3,2 kali dari 140"],
  ["a doubling itself", "reach", change(140, 280, "up"), "change good", "|▲ |dari 140"],
  [
    "a large one that chance may have made",
    "reach",
    change(401, 250, "same"),
    "change",
    "dari 401|bisa kebetulan",
  ],
  ["a small one", "reach", change(100, 104, "same"), "change", "tetap"],
  ["of too few", "reach", change(401, 250, "few"), "change", "dari 401|data masih sedikit"],
  [
    "a multiple of next to nothing",
    "views",
    change(135, 71_241, "few"),
    "change",
    "data masih sedikit",
  ],
  [
    "a small one of too few",
    "reach",
    change(100, 104, "few"),
    "change",
    "tetap|data masih sedikit",
  ],
  ["from nothing", "reach", change(0, 4, "same"), "change", "dari 0|bisa kebetulan"],
  ["a sum", "views", change(3200, 2600, "sum"), "change", "dari 3.200"],
  ["nothing to compare with", "reach", change(null, 4, "none"), "change", "tanpa pembanding"],
  ["followers, a hundredth more", "followers", change(1000, 1058, "up"), "change good", "|▲ |+58"],
  ["followers, a few more", "followers", change(1000, 1003, "same"), "change", "+3"],
  ["followers, fewer", "followers", change(1000, 940, "down"), "change weak", "|▼ |−60"],
  ["followers, as many", "followers", change(1000, 1000, "same"), "change", "0"],
] as const)("%s", async (_, metric, of, classes, words) =>
  expect(await said(metric, of)).toEqual([classes, words]),
);

test.each([
  ["reach", "mean_daily_reach", "rata-rata sehari"],
  ["reach", "median_post_reach", "per unggahan"],
  ["views", "sum_daily_views", "jumlah 28 hari"],
  ["views", "sum_post_views", "unggahan 28 hari ini"],
] as const)("%s by %s names its unit", async (metric, formula, unit) =>
  expect(await rendered(metric, { formula, value: 5 })).toContain(
    `<small class="block">${unit}</small>`,
  ),
);

test("who never gives a figure shares one line, and has no row", async () => {
  const never = { value: null, absence: "not_available", spark: [] } as const;
  const rows = [
    { ...row, platform: "tiktok", ...never },
    { ...row, platform: "instagram" },
    { ...row, platform: "x", ...never },
  ] as FigureRow[];
  const page = await renderPage({ ...overview, blocks: [{ metric: "reach", rows }] });
  expect(page).toContain("TikTok dan X tidak memberikannya.");
  expect(page.match(/<details class="figure">/g)).toHaveLength(1);
});

const five = [1, 2, null, 3, 4, 5];
test.each([
  ["five known points make a line", five, true],
  ["four make none", five.slice(0, 5), false],
])("%s", async (_, spark, drawn) =>
  expect((await rendered("reach", { spark })).includes('class="spark"')).toBe(drawn),
);
