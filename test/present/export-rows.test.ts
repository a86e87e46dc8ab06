import { describe, expect, test } from "vitest";
import type { Account } from "../../functions/model/account.ts";
import type { Gains } from "../../functions/model/daily.ts";
import { EXPORT_NAMES, EXPORTS } from "../../functions/model/export-columns.ts";
import { NO_FIGURES } from "../../functions/model/metric.ts";
import { dataPackage } from "../../functions/present/data-package.ts";
import {
  accountRow,
  dayRows,
  type ExportedMonths,
  postRow,
  snapshotRow,
} from "../../functions/present/export-rows.ts";
import { qrOf } from "../../functions/present/qr.ts";
import { day, post } from "../analyse/months.ts";

const at = (iso: string) => Date.parse(iso) / 1000;

const ACCOUNT: Account = {
  id: 1,
  platform: "instagram",
  handle: "perpus",
  name: "Perpustakaan",
  followers: 1204,
  followers_at: at("2026-11-19T09:00:00Z"),
  last_read_at: at("2026-11-19T10:00:00Z"),
  external_id: "178",
};

/** The keys of a row are the file's columns, in their order. */
const inOrder = (name: keyof typeof EXPORTS, row: object) =>
  expect(Object.keys(row)).toEqual(EXPORTS[name].map((column) => column.name));

test("an account's row", () => {
  inOrder("accounts", accountRow(ACCOUNT));
  expect(accountRow(ACCOUNT)).toEqual({
    platform: "instagram",
    account: "perpus",
    name: "Perpustakaan",
    url: "https://www.instagram.com/perpus/",
    followers: 1204,
    followers_at: "2026-11-19T09:00:00Z",
    last_read_at: "2026-11-19T10:00:00Z",
    external_id: "178",
  });
  // read for the first time in 1970 is an instant, not nothing
  expect(accountRow({ ...ACCOUNT, followers_at: null, last_read_at: 0 })).toMatchObject({
    followers_at: null,
    last_read_at: "1970-01-01T00:00:00Z",
  });
});

describe("the rows of days", () => {
  const rows = (of: Partial<ExportedMonths>) =>
    dayRows(
      { account: ACCOUNT, followers_before: null, days: [], posts: [], ...of },
      "Asia/Jakarta",
    );
  const gains: Gains = [5, 1, 2, 1, 3, 1, 4, 1, 0, 0];

  test("a day with all that is known of it", () => {
    const [row] = rows({
      followers_before: 100,
      days: [
        day("2026-11-02", {
          followers: 110,
          reach: 1,
          views: 2,
          profile_views: 3,
          followers_gained: 12,
          followers_lost: 2,
          platform_time_zone: "America/Los_Angeles",
          gains,
        }),
      ],
      posts: [post({ published_on: "2026-11-02" }), post({ published_on: "2026-11-02" })],
    });
    inOrder("days", row ?? {});
    expect(row).toEqual({
      date: "2026-11-02",
      time_zone: "Asia/Jakarta",
      platform: "instagram",
      account: "perpus",
      followers: 110,
      followers_change: 10,
      reach: 1,
      views: 2,
      profile_views: 3,
      posts: 2,
      likes: 5,
      comments: 2,
      shares: 3,
      saves: 4,
      interactions: 10,
      followers_gained: 12,
      followers_lost: 2,
      platform_time_zone: "America/Los_Angeles",
      interactions_partial: false,
      corrected: false,
    });
  });

  test("a day of which only a post is known is a row, the rest unknown", () =>
    expect(rows({ posts: [post({ published_on: "2026-11-02" })] })).toEqual([
      {
        date: "2026-11-02",
        time_zone: "Asia/Jakarta",
        platform: "instagram",
        account: "perpus",
        followers: null,
        followers_change: null,
        reach: null,
        views: null,
        profile_views: null,
        posts: 1,
        likes: null,
        comments: null,
        shares: null,
        saves: null,
        interactions: null,
        followers_gained: null,
        followers_lost: null,
        platform_time_zone: null,
        interactions_partial: null,
        corrected: null,
      },
    ]));

  test("each day once, in order, whatever it is known by", () =>
    expect(
      rows({
        days: [day("2026-11-04"), day("2026-11-02")],
        posts: [post({ published_on: "2026-11-03" }), post({ published_on: "2026-11-02" })],
      }).map(({ date, posts }) => [date, posts]),
    ).toEqual([
      ["2026-11-02", 1],
      ["2026-11-03", 1],
      ["2026-11-04", 0],
    ]));

  test("the change is against the last count known, over days without one", () =>
    expect(
      rows({
        followers_before: 100,
        days: [
          day("2026-11-02", { followers: 105 }),
          day("2026-11-03"),
          day("2026-11-04", { followers: 103 }),
        ],
      }).map((row) => row.followers_change),
    ).toEqual([5, null, -2]));

  test("the first count of all has no change", () =>
    expect(
      rows({
        days: [day("2026-11-02", { followers: 0 }), day("2026-11-03", { followers: 4 })],
      }).map((row) => row.followers_change),
    ).toEqual([null, 4]));

  test.each<[string, Gains, boolean | null, boolean | null]>([
    ["a counter fell", [0, 1, 0, 1, 0, 1, 0, 0, 0, 1], false, true],
    ["shares are not known", [5, 1, 2, 1, 0, 0, 0, 0, 1, 0], true, false],
    ["saves alone are known", [0, 0, 0, 0, 0, 0, 4, 1, 1, 0], null, null],
  ])("%s", (_, of, partial, corrected) =>
    expect(rows({ days: [day("2026-11-02", { gains: of })] })[0]).toMatchObject({
      interactions_partial: partial,
      corrected,
    }),
  );
});

describe("a post's row", () => {
  const text = {
    external_id: "1786",
    caption: "Kuis",
    url: "https://www.instagram.com/p/AB/",
    read_at: at("2026-11-19T10:00:00Z"),
    removed_at: null,
  };
  const rates = { by_followers: 0.02, by_reach: 0.04, by_views: 0.01 };
  const row = (of: { url?: string; removed_at?: number } = {}) =>
    postRow(
      ACCOUNT,
      post({
        published_at: at("2026-11-02T01:00:00Z"),
        topic: "events",
        likes: 1,
        comments: 2,
        shares: 3,
        saves: 4,
        reach: 5,
        views: 6,
        clicks: 7,
        watch_seconds: 8,
        score: 0.6,
        weak: true,
      }),
      { ...text, ...of },
      rates,
      "Asia/Jakarta",
    );

  test("has every column", () => {
    inOrder("posts", row());
    expect(row()).toEqual({
      platform: "instagram",
      account: "perpus",
      post: "1786",
      published_at: "2026-11-02T01:00:00Z",
      time_zone: "Asia/Jakarta",
      format: "image",
      topic: "events",
      caption: "Kuis",
      url: "https://www.instagram.com/p/AB/",
      read_at: "2026-11-19T10:00:00Z",
      followers_at_publish: 1000,
      likes: 1,
      comments: 2,
      shares: 3,
      saves: 4,
      reach: 5,
      views: 6,
      interactions: 20,
      engagement_rate: 0.02,
      engagement_rate_by_reach: 0.04,
      engagement_rate_by_views: 0.01,
      score: 0.6,
      weak: true,
      clicks: 7,
      watch_seconds: 8,
      paid: false,
      interactions_partial: false,
      followers_estimated: false,
      published_precision: "second",
      removed_at: null,
    });
  });

  test("leads to no address but the platform's own, and says since when it is gone", () =>
    expect(
      row({ url: "https://evil.example/p/AB/", removed_at: at("2026-11-20T00:00:00Z") }),
    ).toMatchObject({ url: null, removed_at: "2026-11-20T00:00:00Z" }));
});

test("a reading's row: of a post, or of the account", () => {
  const reading = {
    ...NO_FIGURES,
    post: "1786",
    read_at: 0,
    followers: null,
    likes: 1,
    comments: 2,
    shares: 3,
    saves: 4,
    reach: 5,
    views: 6,
    clicks: 7,
    watch_seconds: 8,
  };
  inOrder("snapshots", snapshotRow(ACCOUNT, reading));
  expect(snapshotRow(ACCOUNT, reading)).toEqual({
    platform: "instagram",
    account: "perpus",
    post: "1786",
    read_at: "1970-01-01T00:00:00Z",
    likes: 1,
    comments: 2,
    shares: 3,
    saves: 4,
    reach: 5,
    views: 6,
    followers: null,
    clicks: 7,
    watch_seconds: 8,
  });
  expect(
    snapshotRow(ACCOUNT, { ...NO_FIGURES, post: null, read_at: 0, followers: 9 }),
  ).toMatchObject({
    post: null,
    followers: 9,
  });
});

describe("the data package", () => {
  const made = dataPackage("Perpustakaan", "2026-11-24T00:00:00Z");

  test("names the library, when it was made, and that the figures are free", () => {
    expect(made).toMatchObject({
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: "denyut-export",
      title: "Perpustakaan: social media figures",
      created: "2026-11-24T00:00:00Z",
      licenses: [
        {
          name: "CC-BY-4.0",
          title: "Creative Commons Attribution 4.0",
          path: "https://creativecommons.org/licenses/by/4.0/",
        },
      ],
    });
    expect(dataPackage("Perpustakaan", null)).not.toHaveProperty("created");
  });

  test("has a table for each file", () =>
    expect(made.resources.map(({ schema, ...table }) => table)).toEqual(
      EXPORT_NAMES.map((name) => ({
        name,
        type: "table",
        path: `${name}.csv`,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
      })),
    ));

  test.each([
    ["accounts", ["platform", "account"]],
    ["days", ["date", "platform", "account"]],
    ["posts", ["platform", "account", "post"]],
    // a reading of an account names no post
    ["snapshots", undefined],
    ["streaks", ["platform", "account", "kind", "first_post"]],
  ])("a row of %s is known by %o", (name, key) => {
    const table = made.resources.find((one) => one.name === name);
    expect(table?.schema).toMatchObject({ missingValues: [""] });
    expect({ primaryKey: undefined, ...table?.schema }.primaryKey).toEqual(key);
  });

  test.each([
    // Table Schema's types, and the unit where there is one
    ["accounts", "followers_at", { type: "datetime" }],
    ["accounts", "followers", { type: "integer", unit: "1" }],
    ["days", "date", { type: "date" }],
    ["posts", "watch_seconds", { type: "integer", unit: "s" }],
    ["posts", "engagement_rate", { type: "number", unit: "fraction" }],
    ["posts", "weak", { type: "boolean" }],
    ["posts", "caption", { type: "string" }],
  ])("the column %s.%s is a %o", (file, column, field) => {
    const fields = made.resources.find((one) => one.name === file)?.schema.fields;
    const { name, description, ...rest } = fields?.find((one) => one.name === column) ?? {};
    expect(name).toBe(column);
    expect(description).toBeTruthy();
    expect(rest).toEqual(field);
  });
});

test("an address as a QR code: a drawing, another for another address", () => {
  expect(qrOf("https://denyut.example/v/abc")).toMatch(/^<svg[\s\S]*<\/svg>$/);
  // 21 modules and a quiet zone of four on either side, ten units each
  expect(qrOf("a")).toContain('viewBox="0 0 290 290"');
  expect(qrOf("https://denyut.example/v/abc")).not.toBe(qrOf("https://denyut.example/v/abd"));
});
