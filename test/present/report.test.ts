/** A report as it leaves the house: as JSON with the export's names, and as tables. */
import { describe, expect, test } from "vitest";
import type { Report } from "../../functions/model/report.ts";
import { toReportJson } from "../../functions/present/report-json.ts";
import { reportPostTable, reportTable } from "../../functions/present/report-table.ts";
import { tableWords } from "../../web/language/downloads.ts";
import { reportTableWords } from "../../web/language/report-table.ts";
import {
  account,
  at,
  event,
  figure,
  INSTAGRAM,
  moved,
  post,
  report,
  streak,
} from "../analyse/report/reports.ts";

const json = (over: Partial<Report>) =>
  toReportJson({
    report: report(over),
    revision: 1,
    revisions: [{ revision: 1, made_at: 0 }],
    moved: false,
  });

describe("as JSON", () => {
  test("instants are spelled, and an account is its platform and its handle", () =>
    expect(json({ streaks: [streak()], accounts: [account([])] })).toMatchObject({
      month: "2026-10",
      revision: 1,
      revisions: [{ revision: 1, made_at: "1970-01-01T00:00:00Z" }],
      moved: false,
      report: {
        made_at: "2026-11-01T23:07:00Z",
        streaks: [
          {
            platform: "instagram",
            account: "perpus",
            started_at: "2026-10-10T03:00:00Z",
            ended_at: null,
          },
        ],
        accounts: [{ platform: "instagram", account: "perpus", id: 1 }],
      },
    }));

  test("in lists, and where there is none, too", () =>
    expect(
      json({
        advice: [{ rule: "collector", accounts: [INSTAGRAM] }],
        targets: [
          {
            account: null,
            metric: "followers",
            value: 1,
            standing: null,
            actual: null,
            reached: null,
          },
        ],
      }),
    ).toMatchObject({
      report: {
        advice: [{ accounts: [{ platform: "instagram", account: "perpus" }] }],
        targets: [{ account: null }],
      },
    }));
});

const rows = (over: Partial<Report>, language: "id" | "en" = "en") =>
  reportTable(report(over), reportTableWords(language), language).rows;

describe("as a table", () => {
  test("of nothing it has its columns alone", () => {
    const { columns, rows: none } = reportTable(report(), reportTableWords("en"), "en");
    expect([columns.length, none]).toEqual([10, []]);
  });

  test.each([
    ["a count", moved("posts", 12, 10), ["Posts", 12, 10, null]],
    [
      "people as whole ones",
      { ...moved("reach", 728.9, 638.2), formula: "mean_daily_reach" as const },
      ["Reach", 729, 638, null],
    ],
    [
      "a rate as percent",
      moved("engagement_rate", 0.02483, null),
      ["Engagement rate", "2.48%", null, null],
    ],
    ["what is unknown as nothing", figure("views"), ["Views", null, null, null]],
  ])("%s", (_, one, expected) => {
    const [row] = rows({ accounts: [account([one])] });
    expect([row?.[0], row?.[1], row?.[2]]).toEqual(["Figures", "Instagram", "perpus"]);
    expect(row?.slice(4, 8)).toEqual(expected);
  });

  test("a figure names what it counts, so that a mean of days is not taken for a sum", () =>
    expect(
      rows({ accounts: [account([{ ...figure("reach"), formula: "mean_daily_reach" }])] })[0]?.[3],
    ).toBe("a day, on average"));

  test("all together first, under their own name", () =>
    expect(
      rows({ all: [moved("posts", 3, 2)], accounts: [account([moved("posts", 1, 1)])] }).map(
        (row) => row.slice(1, 3),
      ),
    ).toEqual([
      [null, "All"],
      ["Instagram", "perpus"],
    ]));

  test("a target with what it asks and how far it is", () =>
    expect(
      rows(
        {
          targets: [
            {
              account: INSTAGRAM,
              metric: "engagement_rate",
              value: 0.02,
              standing: null,
              actual: 0.015,
              reached: 0.75,
            },
          ],
        },
        "id",
      ),
    ).toEqual([
      [
        "Target",
        "Instagram",
        "perpus",
        null,
        "Tingkat keterlibatan",
        "1,5%",
        null,
        null,
        "2%",
        "75%",
      ],
    ]));

  test("formats, topics, events, notes and days without figures", () => {
    const told = rows({
      formats: [{ level: "image", posts: 2, interactions: 4.5 }],
      topics: [{ level: null, posts: 1, interactions: null }],
      events: [
        event({
          steps_done: ["thanks"],
          steps_due: ["a_day", "thanks"],
          figures: { posts: 2, reach: 50, interactions: null, clicks: 0 },
          visitors: 40,
        }),
      ],
      notes: [
        {
          from_on: "2026-10-02",
          to_on: "2026-10-02",
          text: "=1+1",
          accounts: null,
          left_out: false,
        },
        {
          from_on: "2026-10-02",
          to_on: "2026-10-04",
          text: "Libur",
          accounts: [INSTAGRAM],
          left_out: true,
        },
      ],
      outages: [{ account: INSTAGRAM, from: "2026-10-08", to: "2026-10-08" }],
    }).map((row) => row.slice(0, 6));
    expect(told).toEqual([
      ["Formats", null, null, "photo", "Posts", 2],
      ["Formats", null, null, "photo", "Interactions a post (median)", 4.5],
      ["Topics", null, null, "unknown", "Posts", 1],
      ["Topics", null, null, "unknown", "Interactions a post (median)", null],
      ["Events", null, null, "Malam Puisi", "Promotion steps done", 1],
      ["Events", null, null, "Malam Puisi", "Promotion steps due", 2],
      ["Events", null, null, "Malam Puisi", "Posts", 2],
      ["Events", null, null, "Malam Puisi", "Reach of the post that reached most", 50],
      ["Events", null, null, "Malam Puisi", "Interactions", null],
      ["Events", null, null, "Malam Puisi", "Clicks", 0],
      ["Events", null, null, "Malam Puisi", "Visitors", 40],
      ["Events", null, null, "Malam Puisi", "Cost", null],
      ["Notes and obstacles", null, "All", "=1+1", "Note", "2026-10-02"],
      ["Notes and obstacles", "Instagram", "perpus", "Libur", "Note", "2026-10-02/2026-10-04"],
      ["Notes and obstacles", "Instagram", "perpus", null, "No figures collected", "2026-10-08"],
    ]);
  });

  test("the appendix is the list of posts that every screen lets people take along", () => {
    const context = {
      words: tableWords("en"),
      language: "en",
      time_zone: "Asia/Jakarta",
      rate_base: "followers",
    } as const;
    const one = post({
      published_at: at("2026-10-05T08:00:00Z"),
      url: "https://www.instagram.com/p/a/",
      likes: 3,
      score: 1.234,
    });
    const { rows: listed } = reportPostTable(report({ posts: [one] }), context);
    expect(listed).toHaveLength(1);
    expect(listed[0]).toEqual(
      expect.arrayContaining([
        "2026-10-05 15:00",
        "Instagram",
        "perpus",
        "https://www.instagram.com/p/a/",
        3,
        1.23,
      ]),
    );
  });
});
