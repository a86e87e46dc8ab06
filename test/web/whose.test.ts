/** Whose files are that do not say it: offered from what is known, and asked once a platform. */
import { expect, test } from "vitest";
import type { ExportKind } from "../../functions/model/import.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { answeredToo, offered, platformsOf } from "../../web/islands/whose.ts";

type Figure = { metric: "reach"; platform: Platform | null } | null;
const seen = (kind: ExportKind, figure: Figure = null, accounts: string[] = [], asks = true) => ({
  kind,
  figure,
  accounts: accounts.map((handle) => ({ platform: "x" as const, handle, name: null })),
  doubts: asks ? [{ code: "no_account" as const, rows: 1, ask: null, must: true }] : [],
});
const reach = (platform: Platform | null): Figure => ({ metric: "reach", platform });

test.each<[string, ExportKind, Figure, Platform[]]>([
  ["X writes its own", "x_overview", null, ["x"]],
  ["Meta's daily file may be either's", "meta_daily", reach(null), ["instagram", "facebook"]],
  ["a figure's name says Instagram", "meta_daily", reach("instagram"), ["instagram"]],
  ["a figure's name says Facebook", "meta_daily", reach("facebook"), ["facebook"]],
])("%s", (_rule, kind, figure, platforms) => {
  expect(platformsOf({ kind, figure })).toEqual(platforms);
});

const KNOWN = [
  { platform: "x" as const, handle: "perpus", name: null },
  { platform: "instagram" as const, handle: "perpus", name: null },
];

test.each<[string, Platform[], string[][], string[]]>([
  ["those known here, of its platforms alone", ["x"], [], ["x/perpus"]],
  ["and what a file beside it names", ["x"], [["taman"]], ["x/perpus", "x/taman"]],
  ["each once", ["x"], [["perpus", "taman"], ["taman"]], ["x/perpus", "x/taman"]],
  ["of no other platform", ["tiktok"], [["taman"]], []],
  ["of both", ["instagram", "x"], [], ["x/perpus", "instagram/perpus"]],
])("offers %s", (_rule, platforms, named, offers) => {
  const files = named.map((handles) => ({ seen: seen("x_content", null, handles) }));
  const found = offered(platforms, KNOWN, [...files, { seen: null }]);
  expect(found.map(({ platform, handle }) => `${platform}/${handle}`)).toEqual(offers);
});

test("one answer holds for all files of the platform that ask the same", () => {
  const files = [
    { key: 1, answers: {}, seen: seen("meta_daily", reach("instagram")) },
    { key: 2, answers: {}, seen: seen("meta_daily", reach("instagram")) },
    { key: 3, answers: {}, seen: seen("meta_daily", reach("facebook")) },
    { key: 4, answers: {}, seen: seen("meta_daily", reach(null)) },
    { key: 5, answers: {}, seen: seen("instagram_posts", null, [], false) },
    { key: 6, answers: { account: "lain" }, seen: seen("meta_daily", reach("instagram")) },
    { key: 7, answers: {}, seen: null },
  ];
  expect(answeredToo(files, 1, { platform: "instagram", account: "perpus" })).toEqual([2]);
  expect(answeredToo(files, 3, { platform: "facebook", account: "perpus" })).toEqual([]);
});
