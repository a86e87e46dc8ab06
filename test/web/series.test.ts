/** What a trend's screen says, in both languages, and how it is drawn without a browser. */
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { renderPage } from "#page";
import { addDays } from "../../functions/model/day.ts";
import type { SeriesPanel, SeriesView } from "../../functions/present/views/series.ts";
import { viewsIn } from "./views.ts";

const viewOf = (state: string, language: "id" | "en"): SeriesView => {
  const view = viewsIn(language)[state];
  if (view?.screen !== "series") throw new Error(`no trend: ${state}`);
  return view;
};

/** One account of one platform, so that it needs no handle. */
function seen(language: "id" | "en", over: Partial<SeriesView>, panel: Partial<SeriesPanel> = {}) {
  const view = viewOf("series", language);
  const series = view.series.map((one) => ({ ...one, ...panel }));
  return renderPage({ ...view, series, ...over });
}

/** What a person reads there, tags away. */
const textOf = (html: string): string =>
  (/<main.*<\/main>/s.exec(html)?.[0] ?? "")
    .replaceAll(/<script\b.*?<\/script>/gs, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/[\s\u2009]+/g, " ");

const readOut = (html: string): string =>
  textOf(`<main>${/<div role="status">.*?<\/dl>/s.exec(html)?.[0]}</main>`).trim();

const POINTS = [
  { date: "2026-11-02", value: 0.03 },
  { date: "2026-11-09", value: 0.021 },
  { date: "2026-11-16", value: 0.02 },
];

describe("a note", () => {
  const note = {
    id: 5,
    from_on: "2026-11-14",
    to_on: "2026-11-18",
    text: "Banjir",
    accounts: null,
    left_out: false,
    version: 1,
  };
  const x = { platform: "x", account: "lain" } as const;
  const panelsOf = async (accounts: SeriesView["notes"][number]["accounts"]) => {
    const view = viewOf("series", "id");
    const [one] = view.series;
    if (!one) throw new Error("no panel");
    const series = [one, { ...one, ...x }];
    const html = await renderPage({ ...view, series, notes: [{ ...note, accounts }] });
    return [...html.matchAll(/<svg class="marks".*?<\/svg>/gs)].map(([svg]) =>
      svg.includes("s-note"),
    );
  };

  test.each<[string, SeriesView["notes"][number]["accounts"], boolean[]]>([
    ["of all goes through all panels", null, [true, true]],
    ["of one through its own", [{ id: 2, platform: "x", handle: "lain" }], [false, true]],
  ])("%s", async (_what, accounts, marked) => expect(await panelsOf(accounts)).toEqual(marked));

  test("is read out with its days, and named below with a way to it", async () => {
    const html = await seen("id", { notes: [note] }, { points: POINTS, posts: [1, 1, 2] });
    expect(readOut(html)).toBe("minggu 16–22 Nov 2026 · Banjir Instagram 2,0% · 2 unggahan");
    expect(textOf(html)).toContain("minggu 9–15 Nov 2026 · Banjir");
    expect(textOf(html)).toContain("minggu 2–8 Nov 2026 3,0%");
    expect(html).toContain('<a href="/notes/5">Banjir</a>');
    expect(textOf(html)).toContain("Banjir · 14–18 Nov");
  });
});

describe("the read-out", () => {
  test.each([
    ["id", [], "minggu 16–22 Nov 2026 Instagram 2,0% · 2 unggahan"],
    ["en", [], "week of 16 – 22 Nov 2026 Instagram 2.0% · 2 posts"],
    // the newest is not over: what is whole is read first
    ["id", ["2026-11-16"], "minggu 9–15 Nov 2026 Instagram 2,1% · 1 unggahan"],
    ["en", ["2026-11-16"], "week of 9 – 15 Nov 2026 Instagram 2.1% · 1 post"],
    [
      "id",
      ["2026-11-02", "2026-11-09", "2026-11-16"],
      "minggu 16–22 Nov 2026 (tidak utuh) Instagram 2,0% · 2 unggahan",
    ],
    [
      "en",
      ["2026-11-02", "2026-11-09", "2026-11-16"],
      "week of 16 – 22 Nov 2026 (not whole) Instagram 2.0% · 2 posts",
    ],
  ] as const)("in %s, not whole: %j", async (language, pieces, said) =>
    expect(
      readOut(await seen(language, { pieces: [...pieces] }, { points: POINTS, posts: [1, 1, 2] })),
    ).toBe(said),
  );

  test.each([
    ["day", "id", "Sen, 16 Nov 2026"],
    ["day", "en", "Mon, 16 Nov 2026"],
    ["month", "id", "November 2026"],
    ["month", "en", "November 2026"],
  ] as const)("by %s, in %s", async (grain, language, when) =>
    expect(readOut(await seen(language, { grain }, { points: POINTS }))).toContain(when),
  );

  test("begins where most is known, of the three newest", async () => {
    const view = viewOf("series", "id");
    const [one] = view.series;
    if (!one) throw new Error("no panel");
    const late = { ...one, platform: "facebook" as const };
    const html = await renderPage({
      ...view,
      series: [
        { ...one, points: POINTS },
        {
          ...late,
          points: POINTS.map((point, at) => (at < 2 ? point : { ...point, value: null })),
        },
      ],
    });
    expect(readOut(html)).toContain("9–15 Nov");
  });
});

describe("beside its name a panel says its newest value and of what it is", () => {
  const line: SeriesPanel["line"] = [
    [1, 0.03],
    [8, 0.019],
  ];
  const rates: Partial<SeriesPanel> = { line, dots: [...Array(5)].map((_, day) => [day, 0.02]) };
  const daily: Partial<SeriesPanel> = {
    posts: null,
    dots: [],
    line: [
      [10, 1200],
      [17, 300],
    ],
    points: [
      { date: "2026-11-09", value: 1200 },
      { date: "2026-11-16", value: 300 },
    ],
  };
  test.each<["id" | "en", Partial<SeriesView>, Partial<SeriesPanel>, string]>([
    ["id", {}, rates, "Instagram 1,9% 15 unggahan terakhir"],
    ["en", {}, rates, "Instagram 1.9% of the last 15 posts"],
    ["id", {}, { line: [] }, "Instagram 3 unggahan: terlalu sedikit untuk sebuah garis"],
    ["en", {}, { line: [] }, "Instagram 3 posts: too few for a line"],
    [
      "id",
      { metric: "reach" },
      { ...rates, formula: "median_post_reach", line: [[1, 410]] },
      "Instagram 410 orang per unggahan, 15 unggahan terakhir",
    ],
    [
      "en",
      { metric: "reach" },
      { ...daily, formula: "mean_daily_reach" },
      "Instagram 300 people, daily mean, 16 – 22 Nov",
    ],
    [
      "id",
      { metric: "reach" },
      { ...daily, formula: "mean_daily_reach" },
      "Instagram 300 orang, rata-rata sehari, 16–22 Nov",
    ],
    // a week that is not whole would look like a fall
    [
      "id",
      { metric: "views", pieces: ["2026-11-16"] },
      { ...daily, formula: "sum_daily_views" },
      "Instagram 1.200 tayangan, 9–15 Nov",
    ],
    [
      "en",
      { metric: "views" },
      { ...daily, formula: "sum_post_views" },
      "Instagram 300 views of posts published 16 – 22 Nov",
    ],
    // the last count known is the last count known
    [
      "id",
      { metric: "followers", pieces: ["2026-11-16"] },
      {
        ...daily,
        formula: "last_followers",
        line: [
          [7, 1200],
          [14, 300],
        ],
        gained: 31,
      },
      "Instagram 300 +31 dalam periode ini",
    ],
    [
      "en",
      { metric: "followers" },
      { ...daily, formula: "last_followers", line: [[7, 1200]], gained: -4 },
      "Instagram 300 −4 in this period",
    ],
  ])("%s, %j", async (language, over, panel, said) =>
    expect(textOf(await seen(language, over, panel))).toContain(said),
  );
});

test.each([
  ["id", "X dan TikTok tidak memberikannya.", "Facebook: tidak ada angka dalam periode ini."],
  ["en", "Not given by X and TikTok.", "Facebook: no figures in this period."],
] as const)(
  "what has nothing to draw is a line, and no empty chart, in %s",
  async (language, never, none) => {
    const html = await renderPage(viewOf("series, nothing to draw", language));
    expect(textOf(html)).toContain(`${never} ${none}`);
    expect(html).not.toContain('data-island="chart"');
    expect(html).not.toContain('class="marks"');
  },
);

test.each([
  ["engagement_rate", true],
  ["reach", false],
  ["views", false],
  ["followers", false],
] as const)("%s: what a rate is taken of is offered: %s", async (metric, offered) => {
  const html = await seen("id", { metric }, { points: POINTS });
  expect(html.includes("Tingkat keterlibatan per")).toBe(offered);
});

test("a streak is shaded in its own account's panel alone, weak or strong", async () => {
  const view = viewOf("series", "id");
  const [one] = view.series;
  if (!one) throw new Error("no panel");
  const html = await renderPage({
    ...view,
    series: [one, { ...one, platform: "x", account: "x" }],
  });
  const pictures = html.match(/<svg class="marks".*?<\/svg>/gs) ?? [];
  const shades = pictures.map((svg) => svg.match(/class="(s-wash|s-lift)"/g) ?? []);
  expect(shades).toEqual([['class="s-wash"', 'class="s-lift"'], []]);
  expect(textOf(html)).toContain("masa lemah sejak 3 Nov");
});

test("where a figure changed its meaning there is a mark through the panel, and words below it", async () => {
  const html = await renderPage(viewOf("series, views", "en"));
  expect(html.match(/class="s-break"/g)).toHaveLength(1);
  expect(textOf(html)).toContain("12 Nov: the platform changed what this figure means.");
});

test("one dot a post; what is above the scale is marked, and its value said", async () => {
  const panel: Partial<SeriesPanel> = {
    dots: [...Array(30)].map((_, day) => [day, day === 29 ? 0.9 : 0.02]),
  };
  const html = await seen("id", {}, panel);
  const [, path = ""] = /class="s-dots" d="([^"]*)"/.exec(html) ?? [];
  expect(path.match(/h0/g)).toHaveLength(29);
  expect(html.match(/class="s-above"/g)).toHaveLength(1);
  expect(textOf(html)).toContain("paling tinggi 90,0%, di atas skala");
});

test("more posts than can be sent one by one: said, not silent", async () => {
  expect(textOf(await renderPage(viewOf("series, crowded", "id")))).toContain(
    "terlalu banyak untuk digambar satu per satu",
  );
});

test("two years of four accounts, a dot for each of their posts, are small enough for a phone", async () => {
  const view = viewOf("series", "id");
  const [one] = view.series;
  if (!one) throw new Error("no panel");
  // no two alike, as a compressor would like them: some seven posts a week
  const rate = (post: number) => 0.004 + ((post * 7919) % 997) / 31_337;
  const week = (number: number) => addDays("2024-11-25", 7 * number);
  const account: SeriesPanel = {
    ...one,
    points: Array.from({ length: 104 }, (_, at) => ({ date: week(at), value: rate(at) })),
    posts: Array.from({ length: 104 }, (_, at) => 5 + (at % 4)),
    dots: Array.from({ length: 700 }, (_, at) => [Math.floor(at * 1.04), rate(at)]),
    line: Array.from({ length: 104 }, (_, at) => [at * 7, rate(at) / 2]),
  };
  const html = await renderPage({
    ...view,
    choice: { ...view.choice, preset: "2y", from: "2024-11-25", to: "2026-11-23" },
    series: (["instagram", "facebook", "tiktok", "x"] as const).map((platform, shift) => ({
      ...account,
      platform,
      dots: account.dots.map(([day, value]) => [day, value * (1 + shift / 3)]),
    })),
  });
  const sent = html.replace(/<style>.*?<\/style>/s, "");
  expect(sent.match(/h0/g)?.length ?? 0).toBeGreaterThan(2600);
  expect(brotliCompressSync(sent).length).toBeLessThan(30_000);
});
