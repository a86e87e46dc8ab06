/** What is decided over a whole file: its day against its posts, its zone, the days from which its dates count back. */
import { expect, test } from "vitest";
import type { Platform } from "../../functions/model/platform.ts";
import { readCsv } from "../../functions/normalise/csv.ts";
import { factsOf, wallOf } from "../../functions/normalise/export-facts.ts";
import type { ExportOptions } from "../../functions/normalise/export-options.ts";
import { recognise } from "../../functions/normalise/recognise.ts";
import { instagramCode, xId } from "./ids.ts";
import { optionsAt } from "./options.ts";

const at = (text: string) => Date.parse(text) / 1000;
const NOW = at("2026-11-23T05:00:00Z");

const OPTIONS: ExportOptions = optionsAt(NOW);

function facts(text: string, platform: Platform | null, options: Partial<ExportOptions> = {}) {
  const csv = readCsv(text, 2);
  return factsOf(csv, recognise(csv.header), platform, { ...OPTIONS, ...options });
}

const INSTAGRAM =
  "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves";
/** Posts that were published at these times of Meta's clock. */
const published = (...times: string[]) =>
  [
    INSTAGRAM,
    ...times.map(
      (time, index) =>
        `1818268657641501${index},17841403398239763,perpus,P,c,0,${time},,IG image,,Lifetime,1,1,1,1,1,1,1`,
    ),
  ].join("\n");

/** The file's day by its name ends at 16:59:59 UTC, and posts up to ten minutes later may be in it. */
const NAMED = { name: "posts_2026-11-20.csv" };

test.each([
  ["a post of the day before", ["11/19/2026 10:00"], "name"],
  ["one that may be so early somewhere: 14 hours ahead", ["11/21/2026 06:00"], "name"],
  ["one that is newer anywhere", ["11/21/2026 08:00"], "now"],
  ["the newest first", ["11/21/2026 08:00", "11/01/2026 08:00"], "now"],
  ["the newest last", ["11/01/2026 08:00", "11/21/2026 08:00"], "now"],
  ["a later day without its clock", ["11/22/2026"], "now"],
  ["the same day without its clock", ["11/20/2026"], "name"],
  ["a post that lies in the future proves nothing", ["12/24/2026 08:00"], "name"],
  ["an instant with its zone, before", ["2026-11-20T23:59:00+07:00"], "name"],
  ["an instant with its zone, after", ["2026-11-21T08:00:00+07:00"], "now"],
  ["no date that can be read", ["?"], "name"],
  ["no posts", [], "name"],
])("the day in a file's name against %s", (_, times, from) => {
  expect(facts(published(...times), "instagram", NAMED).day).toMatchObject({
    from,
    passed_over: from === "now",
  });
});

test("an id says it before the date does", () => {
  const row = (iso: string) =>
    `1,17841403398239763,perpus,P,c,0,11/01/2026 08:00,https://www.instagram.com/p/${instagramCode(iso)}/,IG image,,Lifetime,1,1,1,1,1,1,1`;
  const day = (iso: string) => facts(`${INSTAGRAM}\n${row(iso)}`, "instagram", NAMED).day.from;
  expect(day("2026-11-20T10:00:00Z")).toBe("name");
  expect(day("2026-11-21T10:00:00Z")).toBe("now");
});

const X =
  "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks";
const xRow = (id: string, link: string) =>
  `${id},"Tue, Jul 14, 2026",t,${link},1,1,1,1,1,1,1,1,1,1,1,1,1`;
const MADE = "2026-07-14T10:00:00Z";

test.each([
  ["in its cell", xId(MADE), ""],
  ["in its cell, with spaces", ` ${xId(MADE)} `, ""],
  ["in its link", "", `https://x.com/perpus/status/${xId(MADE)}`],
  ["in its link, with spaces", "", ` https://x.com/perpus/status/${xId(MADE)} `],
  ["in both: the link's", xId("2026-07-13T10:00:00Z"), `https://x.com/perpus/status/${xId(MADE)}`],
])("a post's instant from the id %s", (_, id, link) => {
  const [row] = facts(`${X}\n${xRow(id, link)}`, "x").rows;
  expect(row?.made).toBe(at(MADE));
});

test("without a platform an id tells nothing", () => {
  expect(facts(`${X}\n${xRow(xId(MADE), "")}`, null).rows[0]?.made).toBeNull();
});

test("an id of a few minutes from now is believed, one of tomorrow is none", () => {
  const made = (iso: string) => facts(`${X}\n${xRow(xId(iso), "")}`, "x").rows[0]?.made ?? null;
  expect(made("2026-11-23T05:05:00Z")).toBe(at("2026-11-23T05:05:00Z"));
  expect(made("2026-11-24T05:00:00Z")).toBeNull();
});

const META_DAYS = 'Facebook visits\n"Date","Primary"\n';

test.each([
  ["Meta's posts", published("11/01/2026 08:00"), "America/Los_Angeles"],
  ["Meta's days", `${META_DAYS}"2026-11-01T00:00:00","1"`, "America/Los_Angeles"],
  ["X's", `${X}\n${xRow("1", "")}`, "Asia/Jakarta"],
  [
    "TikTok's for a person",
    "Video title,Video link,Video publish time,Total views,Total likes\na,https://www.tiktok.com/@p/video/1,2026-11-01,1,1",
    "Asia/Jakarta",
  ],
  [
    "TikTok's for businesses",
    "Video title,Video link,Video publish time,Video views,Likes\na,https://www.tiktok.com/@p/video/1,2026-11-01,1,1",
    "UTC",
  ],
  [
    "the same in Indonesian",
    "Judul video,Tautan video,Waktu posting,Tayangan video,Suka\na,https://www.tiktok.com/@p/video/1,2026-11-01,1,1",
    "UTC",
  ],
])("the zone to be expected of %s files", (_, text, zone) => {
  expect(facts(text, null)).toMatchObject({ usual: zone, zone, proved: false });
  expect(facts(text, null, { time_zone: "Asia/Makassar" })).toMatchObject({
    usual: "Asia/Makassar",
  });
});

test("posts' ids prove the zone; rows that name theirs, or no clock, do not", () => {
  const row = (time: string, iso: string, place: bigint) =>
    `1,17841403398239763,perpus,P,c,0,${time},https://www.instagram.com/p/${instagramCode(iso, place)}/,IG image,,Lifetime,1,1,1,1,1,1,1`;
  const of = (...times: string[]) =>
    facts(
      [INSTAGRAM, ...times.map((time, index) => row(time, MADE, BigInt(index + 1)))].join("\n"),
      "instagram",
    );
  expect(of("07/14/2026 17:00", "07/14/2026 17:00", "07/14/2026 17:00")).toMatchObject({
    zone: "Asia/Jakarta",
    proved: true,
  });
  expect(of("07/14/2026 17:00 WIB", "07/14/2026 17:00 WIB")).toMatchObject({ proved: false });
  expect(of("07/14/2026", "07/14/2026")).toMatchObject({ proved: false });
});

test("posts may stand in any order: only days are decided together", () => {
  const days = (text: string) => facts(text, null).newest_day;
  expect(days("Date,Video Views,Profile Views\nNovember 21,1,1\nNovember 22,1,1")).toBe(
    "2026-11-22",
  );
  expect(days(published("11/21/2026 08:00", "11/22/2026 08:00"))).toBeNull();
});

test("a row's clock is its own only where it does not say its zone", () => {
  const [bare, zoned] = facts(published("11/01/2026 08:00", "2026-11-01T08:00:00Z"), null).rows;
  if (!bare || !zoned) throw new Error("two rows");
  expect(wallOf(bare, "month_first", "2026-11-20")).toMatchObject({ day: "2026-11-01" });
  expect(wallOf(zoned, "month_first", "2026-11-20")).toBeNull();
});
