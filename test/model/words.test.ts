/** The closed lists: what belongs to each, and the order where it is stored or promised. */
import { describe, expect, test } from "vitest";
import { EXPORT_NAMES, EXPORTS, isExportName } from "../../functions/model/export-columns.ts";
import { FORMATS, isFormat } from "../../functions/model/format.ts";
import { EXPORT_KINDS, EXPORT_PLATFORMS, EXPORT_TITLES } from "../../functions/model/import.ts";
import {
  COUNTERS,
  DAILY_COUNTERS,
  DAY_METRICS,
  HEADLINE_METRICS,
  NO_FIGURES,
  RATE_BASES,
} from "../../functions/model/metric.ts";
import { breaksIn, MEANING_CHANGED } from "../../functions/model/metric-break.ts";
import { COLLECT_CRON, TICK_SECONDS } from "../../functions/model/run.ts";
import { TOLD_SECONDS, VERDICT_STATES } from "../../functions/model/streak.ts";
import { isTopic, TOPICS } from "../../functions/model/topic.ts";

describe("stored by number: new ones only at the end", () => {
  test("formats, in checkpoints and packed months", () =>
    expect(FORMATS.join(" ")).toBe(
      "image carousel video short_video live story link text poll other",
    ));
  test("verdicts", () =>
    expect(VERDICT_STATES.join(" ")).toBe("pending unknown learning too_few judged"));
});

describe("known words", () => {
  test("metrics", () => {
    expect(COUNTERS.join(" ")).toBe("likes comments shares saves reach views clicks watch_seconds");
    expect(Object.keys(NO_FIGURES)).toEqual([...COUNTERS]);
    expect(DAILY_COUNTERS.join(" ")).toBe("likes comments shares saves");
    expect(DAY_METRICS.join(" ")).toBe("reach views profile_views followers_gained followers_lost");
    expect(HEADLINE_METRICS.join(" ")).toBe("engagement_rate reach views followers");
    expect(RATE_BASES.join(" ")).toBe("followers reach views");
  });

  test.each([
    [isFormat, "short_video", "reel"],
    [isTopic, "new_books", "books"],
    [isExportName, "streaks", "secrets"],
  ])("%o knows %s and not %s", (isOne, known, unknown) => {
    expect(isOne(known)).toBe(true);
    expect(isOne(unknown)).toBe(false);
    expect(isOne("")).toBe(false);
  });

  test("topics", () =>
    expect(TOPICS.join(" ")).toBe(
      "new_books events literacy services community places interactive institutional",
    ));

  test.each([
    ["facebook_posts", "facebook", "Facebook"],
    ["instagram_posts", "instagram", "Instagram"],
    ["x_content", "x", "X"],
    ["x_overview", "x", "X"],
    ["tiktok_content", "tiktok", "TikTok"],
    ["tiktok_overview", "tiktok", "TikTok"],
    ["tiktok_followers", "tiktok", "TikTok"],
  ] as const)("the file %s comes from %s, which its title names", (kind, platform, name) => {
    expect(EXPORT_KINDS).toContain(kind);
    expect(EXPORT_PLATFORMS[kind]).toEqual([platform]);
    expect(EXPORT_TITLES[kind]).toContain(name);
  });

  test("the end of a streak is told for fourteen days", () =>
    expect(TOLD_SECONDS).toBe(14 * 86_400));

  test("the cron ticks as often as the slots are long", () =>
    expect(COLLECT_CRON).toBe(`*/${TICK_SECONDS / 60} * * * *`));
});

describe("the export's promise: its columns, in their order, and what each holds", () => {
  /** `likes:count likes:count …` of a file. */
  const columnsOf = (name: keyof typeof EXPORTS) =>
    EXPORTS[name].map((column) => `${column.name}:${column.type}`).join(" ");

  test("its files", () =>
    expect(EXPORT_NAMES).toEqual([
      "accounts",
      "days",
      "posts",
      "snapshots",
      "streaks",
      "plans",
      "events",
      "notes",
      "responses",
    ]));

  test.each([
    [
      "accounts",
      "platform:text account:text name:text url:text followers:count followers_at:instant last_read_at:instant external_id:text",
    ],
    [
      "days",
      "date:day time_zone:text platform:text account:text followers:count followers_change:count reach:count views:count profile_views:count posts:count likes:count comments:count shares:count saves:count interactions:count followers_gained:count followers_lost:count platform_time_zone:text interactions_partial:yes_no corrected:yes_no",
    ],
    [
      "posts",
      "platform:text account:text post:text published_at:instant time_zone:text format:text topic:text caption:text url:text read_at:instant followers_at_publish:count likes:count comments:count shares:count saves:count reach:count views:count interactions:count engagement_rate:rate engagement_rate_by_reach:rate engagement_rate_by_views:rate score:rate weak:yes_no clicks:count watch_seconds:seconds paid:yes_no interactions_partial:yes_no followers_estimated:yes_no published_precision:text removed_at:instant",
    ],
    [
      "snapshots",
      "platform:text account:text post:text read_at:instant likes:count comments:count shares:count saves:count reach:count views:count followers:count clicks:count watch_seconds:seconds",
    ],
    [
      "streaks",
      "platform:text account:text kind:text state:text started_at:instant ended_at:instant posts:count severity:rate false_alarm_every:count first_post:text last_post:text reason:text note:text",
    ],
    [
      "responses",
      "platform:text account:text post:text comment:text at:instant asks:yes_no answered_at:instant minutes:count settled:yes_no watched:yes_no known_until:instant",
    ],
  ] as const)("%s", (name, columns) => expect(columnsOf(name)).toBe(columns));

  test("each column is explained", () => {
    for (const name of EXPORT_NAMES) {
      for (const { description } of EXPORTS[name]) expect(description).not.toBe("");
    }
  });
});

describe("where a platform changed what a metric means", () => {
  test.each([
    // vendors' changelogs
    ["instagram", "views", "2025-04-21"],
    ["facebook", "views", "2025-11-15"],
    ["facebook", "reach", "2026-06-15"],
  ] as const)("%s' %s on %s: told of a stretch that holds the day", (platform, metric, day) => {
    expect(breaksIn(platform, metric, day, day)).toEqual([day]);
    expect(breaksIn(platform, metric, "2020-01-01", "2030-01-01")).toEqual([day]);
    expect(breaksIn(platform, metric, "2020-01-01", "2025-01-01")).toEqual([]);
    expect(breaksIn(platform, metric, "2027-01-01", "2030-01-01")).toEqual([]);
  });

  test("and of no other platform or metric", () => {
    expect(breaksIn("x", "views", "2020-01-01", "2030-01-01")).toEqual([]);
    expect(breaksIn("instagram", "reach", "2020-01-01", "2030-01-01")).toEqual([]);
    expect(MEANING_CHANGED).toBe("meaning_changed");
  });
});
