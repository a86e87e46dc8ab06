/** The list of what came in: from what it brought, in the person's language. */
import { expect, test } from "vitest";
import type { ImportLine } from "../../functions/present/views/data.ts";
import { cameIn } from "../../web/language/came-in.ts";

const AT = Date.parse("2026-11-29T05:00:00Z") / 1000;
const LINE: ImportLine = {
  id: 1,
  kind: "typed",
  name: "Instagram @perpus",
  created_at: AT,
  read_at: AT,
  rows: 1,
  skipped: 0,
  posts_added: 0,
  readings_added: 1,
  account: 4,
  metric: null,
  followers: null,
  post: null,
  undone_at: null,
  undoing: false,
};
const FILE = { ...LINE, name: "a.zip › Reach.csv", rows: 27 };
const accounts = [{ id: 4, platform: "instagram" as const, handle: "perpus", name: null }];

const said = (line: ImportLine, language: "id" | "en") => {
  const chrome = { language, time_zone: "Asia/Jakarta", now: AT };
  const { title, about, counts } = cameIn(line, { chrome, accounts } as Parameters<
    typeof cameIn
  >[1]);
  // the instant is said the same way everywhere
  return [title, ...about.slice(0, -1), counts].filter(Boolean).join(" | ");
};

test.each<[string, ImportLine, string, string]>([
  [
    "a follower count",
    { ...LINE, followers: 2480 },
    "Instagram @perpus: 2.480 pengikut pada 29 November | diketik",
    "Instagram @perpus: 2,480 followers on 29 November | typed",
  ],
  [
    "a post's figures",
    { ...LINE, post: 9 },
    "Instagram @perpus: angka satu unggahan pada 29 November | diketik",
    "Instagram @perpus: one post’s figures on 29 November | typed",
  ],
  [
    "what was typed and is undone",
    { ...LINE, account: null, undone_at: AT },
    "Instagram @perpus | diketik",
    "Instagram @perpus | typed",
  ],
  [
    "a daily file of Meta's",
    { ...FILE, kind: "meta_daily", metric: "reach" },
    "a.zip › Reach.csv | Meta, angka harian: jangkauan | Instagram @perpus | 27 baris",
    "a.zip › Reach.csv | Meta, daily figures: reach | Instagram @perpus | 27 rows",
  ],
  [
    "a file of posts",
    { ...FILE, kind: "instagram_posts", skipped: 1204, posts_added: 1 },
    "a.zip › Reach.csv | Instagram, unggahan | Instagram @perpus | 27 baris · 1.204 dilewati · 1 unggahan baru",
    "a.zip › Reach.csv | Instagram, posts | Instagram @perpus | 27 rows · 1,204 skipped · 1 new post",
  ],
  [
    "a file without a name",
    { ...FILE, kind: "x_overview", name: null, account: null },
    "X, angka harian | 27 baris",
    "X, daily figures | 27 rows",
  ],
  [
    "a merge",
    { ...LINE, kind: "merged", name: "X · @a → @b" },
    "X · @a → @b | akun yang digabungkan",
    "X · @a → @b | a merged account",
  ],
])("%s", (_what, line, id, en) => {
  expect([said(line, "id"), said(line, "en")]).toEqual([id, en]);
});
