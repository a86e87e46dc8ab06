import { expect, test } from "vitest";
import {
  toAccountLine,
  toImportLine,
  toLinkLine,
  toLinkUrl,
} from "../../functions/present/data-lines.ts";

test("an account's line leaves out what only the database keeps", () => {
  const account = {
    id: 1,
    platform: "instagram",
    handle: "perpus",
    external_id: "178",
    name: "Perpustakaan",
    followers: 1204,
    followers_at: 7,
    last_read_at: 8,
    version: 3,
  } as const;
  expect(
    toAccountLine(account, {
      posts: 9,
      first_post_on: "2024-11-23",
      first_day_on: "2024-11-01",
    }),
  ).toEqual({
    id: 1,
    platform: "instagram",
    handle: "perpus",
    name: "Perpustakaan",
    url: "https://www.instagram.com/perpus/",
    external_id: "178",
    followers: 1204,
    followers_at: 7,
    last_read_at: 8,
    posts: 9,
    first_post_on: "2024-11-23",
    first_day_on: "2024-11-01",
  });
});

const LINK = {
  id: 2,
  kind: "view",
  name: "Kepala dinas",
  sealed: "secret",
  accounts: null,
  created_at: 1,
  expires_at: 2,
  revoked_at: null,
  last_used_on: "2026-11-23",
  with_dashboard: false,
  preview_figures: true,
} as const;
const KNOWN = [
  { id: 1, platform: "x", handle: "perpus", name: "X" },
  { id: 3, platform: "facebook", handle: "perpus", name: "F" },
] as const;

test("a link's line never holds its sealed token", () => {
  const { sealed: _sealed, ...shown } = LINK;
  expect(toLinkLine(LINK, "https://a.example/v/t", KNOWN)).toEqual({
    ...shown,
    url: "https://a.example/v/t",
  });
});

test("a link names the accounts that it is limited to, as far as they are there", () => {
  expect(toLinkLine({ ...LINK, accounts: [3, 4] }, null, KNOWN).accounts).toEqual([
    { id: 3, platform: "facebook", handle: "perpus" },
  ]);
});

test.each([
  ["view", "https://a.example/v/t"],
  ["export", "https://a.example/export/v1/t/"],
  ["push", "https://a.example/api/snapshots#t"],
  ["admin", null],
] as const)("the address of a token of kind %s is %s", (kind, url) => {
  expect(toLinkUrl("https://a.example", kind, "t")).toBe(url);
});

test.each([
  [null, true, false],
  [null, false, false],
  [5, true, true],
  [5, false, false],
])(
  "an import undone at %s whose parts are held: %s, is being undone: %s",
  (undone_at, held, undoing) => {
    const row = {
      id: 1,
      kind: "typed",
      name: null,
      created_at: 1,
      read_at: 2,
      rows: 3,
      skipped: 0,
      posts_added: 0,
      readings_added: 1,
      account: 4,
      metric: null,
      followers: 1204,
      post: null,
      undone_at,
    };
    expect(toImportLine({ ...row, time_zone: "Asia/Jakarta", held })).toEqual({ ...row, undoing });
  },
);
