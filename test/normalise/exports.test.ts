import { describe, expect, test } from "vitest";
import { isoInstant } from "../../functions/model/day.ts";
import { EXPORT_KINDS, EXPORT_TITLES } from "../../functions/model/import.ts";
import { fromExport } from "../../functions/normalise/export.ts";
import type { ExportOptions } from "../../functions/normalise/export-options.ts";
import { textOfFile } from "../../functions/normalise/file-text.ts";
import {
  FACEBOOK,
  FACEBOOK_HEADER,
  INSTAGRAM,
  INSTAGRAM_PARTNER,
  TIKTOK,
  X_CONTENT,
  X_OVERVIEW,
} from "./files.ts";
import { optionsAt } from "./options.ts";
import { refusal } from "./refusal.ts";

const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
const at = (text: string) => Date.parse(text) / 1000;

const OPTIONS: ExportOptions = { ...optionsAt(NOW), time_zone: "Asia/Jakarta" };

const read = (text: string, options: Partial<ExportOptions> = {}) =>
  fromExport(text.replace(/^\uFEFF/, ""), { ...OPTIONS, ...options });

describe("each export, every column", () => {
  test("Facebook posts: byte order mark, CRLF, line breaks in captions, grouped and short numbers, paid", () => {
    const { kind, rows, skipped, snapshots, unused } = fromExport(FACEBOOK, OPTIONS);
    expect({ kind, rows, skipped }).toEqual({ kind: "facebook_posts", rows: 2, skipped: [] });
    expect(unused).toContain("Other Clicks");
    expect(snapshots).toEqual([
      {
        platform: "facebook",
        account: "perpustakaanpasuruan",
        external_id: "100045700821521",
        name: "Perpustakaan Kota Pasuruan",
        read_at: NOW,
        followers: null,
        days: [],
        comments: [],
        posts: [
          {
            external_id: "100045700821521_1827720132094663",
            url: "https://www.facebook.com/perpustakaanpasuruan/posts/pfbid0abc",
            published_at: at("2026-09-28T18:12:00+07:00"),
            published_precision: "second",
            format: "image",
            caption: 'Koleksi "baru" 🍁 \r\n#buku',
            paid: null,
            removed_at: null,
            likes: 40,
            comments: 3,
            shares: 1,
            saves: null,
            reach: 1200,
            views: 12400,
            clicks: 25,
            watch_seconds: null,
          },
          {
            external_id: "100045700821521_1823209189212424",
            url: "https://www.facebook.com/perpustakaanpasuruan/videos/1823209189212424/",
            published_at: at("2026-09-24T00:30:00+07:00"),
            published_precision: "second",
            format: "short_video",
            caption: "Lomba bercerita",
            paid: true,
            removed_at: null,
            likes: 5,
            comments: 0,
            shares: 1,
            saves: null,
            reach: 45,
            views: 63,
            clicks: 2,
            watch_seconds: 755,
          },
        ],
      },
    ]);
  });

  test("Instagram posts: the Pacific clock, a partner left out, the older Impressions, an empty cell is unknown", () => {
    const { kind, rows, skipped, snapshots } = read(INSTAGRAM + INSTAGRAM_PARTNER);
    expect({ kind, rows }).toEqual({ kind: "instagram_posts", rows: 3 });
    expect(skipped.map(({ row, code }) => [row, code])).toEqual([[4, "partner"]]);
    expect(snapshots).toEqual([
      {
        platform: "instagram",
        account: "perpustakaan.pasuruan",
        external_id: "17841403398239763",
        name: "Perpustakaan Kota Pasuruan",
        read_at: NOW,
        followers: null,
        days: [],
        comments: [],
        posts: [
          {
            external_id: "18182686576415017",
            url: "https://www.instagram.com/p/Ddr9XLzgAAF/",
            published_at: at("2026-09-24T15:30:00-07:00"),
            published_precision: "second",
            format: "carousel",
            caption: 'Ruang baca "anak"\ndibuka',
            paid: null,
            removed_at: null,
            likes: 4,
            comments: 0,
            shares: 0,
            saves: null,
            reach: 40,
            views: 99,
            clicks: null,
            watch_seconds: null,
          },
          {
            external_id: "18182686576415018",
            url: "https://www.instagram.com/reel/Ddtoa_bgAAJ/",
            published_at: at("2026-09-25T07:05:00-07:00"),
            published_precision: "second",
            format: "short_video",
            caption: "Lapak baca",
            paid: null,
            removed_at: null,
            likes: 31,
            comments: 2,
            shares: 4,
            saves: 5,
            reach: 900,
            views: 1200,
            clicks: null,
            watch_seconds: null,
          },
        ],
      },
    ]);
  });

  test("X content: the hour stands in the id, or stays unknown", () => {
    const { kind, rows, skipped, snapshots } = read(X_CONTENT);
    expect({ kind, rows, skipped }).toEqual({ kind: "x_content", rows: 2, skipped: [] });
    const [{ posts, ...account } = { posts: [] }] = snapshots;
    expect(account).toEqual({
      platform: "x",
      account: "perpuspasuruan",
      external_id: null,
      name: null,
      read_at: NOW,
      followers: null,
      days: [],
      comments: [],
    });
    // (2076937302695018752 >> 22) + 1288834974657 ms
    const made = Number((2076937302695018752n >> 22n) + 1288834974657n);
    expect(isoInstant(Math.floor(made / 1000)).slice(0, 10)).toBe("2026-07-14");
    expect(posts).toEqual([
      {
        external_id: "2076937302695018752",
        url: "https://x.com/PerpusPasuruan/status/2076937302695018752",
        published_at: Math.floor(made / 1000),
        published_precision: "second",
        format: null,
        caption: "Buka sampai malam, datanglah",
        paid: null,
        removed_at: null,
        likes: 23,
        comments: 2,
        shares: 5,
        saves: 3,
        reach: null,
        views: 1543,
        clicks: 8,
        watch_seconds: null,
      },
      {
        external_id: "12345",
        url: "https://x.com/perpuspasuruan/status/12345",
        published_at: at("2026-07-15T00:00:00+07:00"),
        published_precision: "day",
        format: null,
        caption: "Lama",
        paid: null,
        removed_at: null,
        likes: 0,
        comments: 0,
        shares: 0,
        saves: 0,
        reach: null,
        views: 10,
        clicks: 0,
        watch_seconds: null,
      },
    ]);
  });

  test("X overview: days of the account that the person names, in the zone that they choose", () => {
    const options = { account: "@PerpusPasuruan", time_zone: "UTC" };
    const { kind, rows, skipped, snapshots } = read(X_OVERVIEW, options);
    expect({ kind, rows, skipped }).toEqual({ kind: "x_overview", rows: 2, skipped: [] });
    const day = { reach: null, end_time: null, time_zone: "UTC" };
    expect(snapshots).toEqual([
      {
        platform: "x",
        account: "perpuspasuruan",
        external_id: null,
        name: null,
        read_at: NOW,
        followers: null,
        posts: [],
        comments: [],
        days: [
          {
            ...day,
            date: "2026-07-14",
            views: 1800,
            profile_views: 33,
            followers_gained: 6,
            followers_lost: 1,
          },
          {
            ...day,
            date: "2026-07-15",
            views: null,
            profile_views: null,
            followers_gained: 0,
            followers_lost: 0,
          },
        ],
      },
    ]);
  });

  test("TikTok content: who and which stands in the link, watch time in hours", () => {
    const { kind, rows, skipped, snapshots } = read(TIKTOK, { time_zone: "Asia/Makassar" });
    expect({ kind, rows, skipped }).toEqual({ kind: "tiktok_content", rows: 2, skipped: [] });
    expect(snapshots).toEqual([
      {
        platform: "tiktok",
        account: "perpus.pasuruan",
        external_id: null,
        name: null,
        read_at: NOW,
        followers: null,
        days: [],
        comments: [],
        posts: [
          {
            external_id: "7687602297148276737",
            url: "https://www.tiktok.com/@perpus.pasuruan/video/7687602297148276737",
            published_at: at("2026-09-20T21:03:11+08:00"),
            published_precision: "second",
            format: "short_video",
            caption: "Tur perpustakaan, lantai 2",
            paid: null,
            removed_at: null,
            likes: 1200,
            comments: 20,
            shares: 30,
            saves: 44,
            reach: null,
            views: 5000,
            clicks: null,
            watch_seconds: 3723,
          },
          {
            external_id: "64208000000002",
            url: "https://www.tiktok.com/@perpus.pasuruan/photo/64208000000002",
            published_at: at("2026-09-21T00:00:00+07:00"),
            published_precision: "day",
            format: "carousel",
            caption: "Foto",
            paid: null,
            removed_at: null,
            likes: 1,
            comments: 0,
            shares: 0,
            saves: null,
            reach: null,
            views: 12,
            clicks: null,
            watch_seconds: null,
          },
        ],
      },
    ]);
  });
});

describe("what varies from file to file", () => {
  const INDONESIAN =
    "ID postingan;ID akun;Nama pengguna akun;Waktu penerbitan;Jenis postingan;Tanggal;Tayangan;Jangkauan;Suka;Komentar;Kolom lain\n18182686576415017;178414;perpus;09/24/2026 15:30;Reel IG;Seumur hidup;12.400;1,2 rb;4;0;x\n";

  test("an Indonesian header, semicolons, points for thousands, a column nobody knows, columns that lack", () => {
    const { kind, unused, snapshots } = read(INDONESIAN);
    expect({ kind, unused }).toEqual({ kind: "instagram_posts", unused: ["Kolom lain"] });
    expect(snapshots[0]?.posts[0]).toMatchObject({
      views: 12400,
      reach: 1200,
      likes: 4,
      comments: 0,
      shares: null,
      saves: null,
      format: "short_video",
    });
  });

  test.each([
    ["Views beside Impressions: the newer name wins", "Impressions,Views", "7,9", 9],
    ["points for thousands in a file cut at commas", "Views,Likes", "12.400,3", 12400],
    ["a suffix and a decimal comma", "Views,Likes", '"1,2K",3', 1200],
    ["a dash is unknown", "Views,Likes", "--,3", null],
    ["a whole number that a spreadsheet gave a fraction", "Views,Likes", "12.0,3", 12],
  ])("%s", (_rule, columns, cells, views) => {
    const text = `Post ID,Account username,Publish time,${columns}\n1,perpus,09/24/2026 15:30,${cells}\n`;
    expect(read(text).snapshots[0]?.posts[0]?.views).toBe(views);
  });

  test("Excel's own first line, and rows counted as the file counts them", () => {
    const text = `sep=;\r\nPost ID;Account username;Publish time;Likes\r\n1;perpus;09/24/2026 15:30;1\r\n\r\n2;perpus;nonsense;1\r\n`;
    expect(read(text).skipped.map(({ row, code }) => [row, code])).toEqual([[4, "not_an_instant"]]);
    // a later piece of a file, under the same header
    const later = read(text, { first_row: 252 });
    expect(later.skipped.map(({ row, code }) => [row, code])).toEqual([[254, "not_an_instant"]]);
  });

  test.each([
    ["Asia/Jakarta", "2026-09-28T18:12:00+07:00"],
    ["America/Los_Angeles", "2026-09-28T18:12:00-07:00"],
  ])("the zone of the file's times is a choice: %s", (time_zone, instant) => {
    expect(read(FACEBOOK, { time_zone }).snapshots[0]?.posts[0]?.published_at).toBe(at(instant));
  });

  test("read_at is when the file was made", () => {
    expect(read(TIKTOK, { read_at: NOW - 60 }).snapshots[0]?.read_at).toBe(NOW - 60);
    expect(refusal(() => read(TIKTOK, { read_at: NOW + 3600 }))).toEqual({
      code: "invalid",
      problems: [["read_at", "in_the_future"]],
    });
  });
});

test.each([
  ["Facebook", FACEBOOK, null, "2026-09-25T00:00:00Z", ["Publish time", 2]],
  [
    "X, of which some posts have a day alone",
    X_CONTENT,
    null,
    "2026-07-13T12:00:00Z",
    ["Date", 2, 3],
  ],
  [
    "TikTok, a day of which may be another zone's",
    TIKTOK,
    null,
    "2026-09-20T12:00:00Z",
    ["Video publish time", 2],
  ],
])(
  "posts from after the file was made are left out: %s",
  (_what, file, account, made, [column, ...rows]) => {
    const { skipped, snapshots } = read(file, { account, read_at: at(made) });
    expect(skipped.map(({ row, code }) => [row, code])).toEqual(
      rows.map((row) => [row, "after_read_at"]),
    );
    for (const { message } of skipped)
      expect(message).toMatch(`"${column}" lies after the reading`);
    expect(snapshots.flatMap(({ posts }) => posts)).toHaveLength(2 - rows.length);
  },
);

describe("rows that are left out, each with its reason", () => {
  const HEADER =
    "Post ID,Account ID,Account username,Publish time,Permalink,Description,Likes,Views";
  const GOOD = "1,178,perpus,09/24/2026 15:30,https://www.instagram.com/p/A/,x,1,1";
  test.each([
    [
      "an id that a spreadsheet rounded",
      "1.78E+16,178,perpus,09/24/2026 15:30,,x,1,1",
      "damaged_id",
    ],
    ["an account id that it rounded", "1,1.78E+16,perpus,09/24/2026 15:30,,x,1,1", "damaged_id"],
    ["an id that is none", "abc,178,perpus,09/24/2026 15:30,,x,1,1", "not_an_id"],
    ["no id and no link", ",178,perpus,09/24/2026 15:30,,x,1,1", "no_post_id"],
    ["no time", "2,178,perpus,,,x,1,1", "no_published_at"],
    ["a time that is none", "2,178,perpus,24 hours ago,,x,1,1", "not_an_instant"],
    ["a day that does not exist", "2,178,perpus,02/30/2026 15:30,,x,1,1", "not_an_instant"],
    ["day and month changed places", "2,178,perpus,24/09/2026 15:30,,x,1,1", "not_an_instant"],
    ["the far future", "2,178,perpus,09/24/2062 15:30,,x,1,1", "in_the_future"],
    ["before any of the platforms", "2,178,perpus,09/24/1999 15:30,,x,1,1", "too_early"],
    ["a negative count", "2,178,perpus,09/24/2026 15:30,,x,-5,1", "not_a_count"],
    ["half a like", "2,178,perpus,09/24/2026 15:30,,x,1.5,1", "not_a_count"],
    ["a word for a count", "2,178,perpus,09/24/2026 15:30,,x,many,1", "not_a_count"],
    [
      "a count beyond all platforms",
      "2,178,perpus,09/24/2026 15:30,,x,9999999999999999,1",
      "too_large_a_count",
    ],
    [
      "a caption longer than any",
      `2,178,perpus,09/24/2026 15:30,,${"x".repeat(20_001)},1,1`,
      "too_long",
    ],
    ["a handle that is none", "2,178,@,09/24/2026 15:30,,x,1,1", "empty"],
    ["a handle longer than any", `2,178,${"x".repeat(201)},09/24/2026 15:30,,x,1,1`, "too_long"],
    [
      "a handle with what cannot be seen",
      "2,178,per\u0007pus,09/24/2026 15:30,,x,1,1",
      "control_character",
    ],
    ["an id longer than any", `${"1".repeat(300)},178,perpus,09/24/2026 15:30,,x,1,1`, "not_an_id"],
    ["more cells than columns", "2,178,perpus,09/24/2026 15:30,,a,b,c,1,1", "too_many_cells"],
    ["a quotation mark inside one", '2,178,perpus,09/24/2026 15:30,,"x"y",1,1', "bad_quotes"],
  ])("%s", (_rule, row, code) => {
    const { snapshots, skipped, rows } = read(`${HEADER}\n${GOOD}\n${row}\n`);
    expect(rows).toBe(2);
    expect(skipped.map((one) => [one.row, one.code])).toEqual([[3, code]]);
    expect(skipped[0]?.message).not.toBe("");
    expect(snapshots[0]?.posts).toHaveLength(1);
  });

  test("each column of a row is named once, with what is wrong with it", () => {
    const [row] = read(`${HEADER}\n2,178,perpus,soon,,x,many,-2\n`).skipped;
    expect(row).toMatchObject({ row: 2, code: "not_an_instant" });
    expect(row?.faults.map(({ path, code }) => [path, code])).toEqual([
      ["Publish time", "not_an_instant"],
    ]);
    const [counted] = read(`${HEADER}\n2,178,perpus,09/24/2026 15:30,,x,many,-2\n`).skipped;
    expect(counted?.faults.map(({ path, code }) => [path, code])).toEqual([
      ["Likes", "not_a_count"],
      ["Views", "not_a_count"],
    ]);
    expect(counted?.message).toBe(
      '"Likes" must be a whole number of 0 or more; "Views" must be a whole number of 0 or more',
    );
  });

  test("they are told in the order of the file, whenever they were found", () => {
    const again = GOOD.replace(",x,1,1", ",x,2,1");
    const { skipped } = read(`${HEADER}\n${GOOD}\n2,178,perpus,,,x,1,1\n${again}\n`);
    expect(skipped.map(({ row, code }) => [row, code])).toEqual([
      [2, "duplicate"],
      [3, "no_published_at"],
    ]);
  });

  test.each([
    [
      "without ids, by their links",
      ",178,perpus,09/24/2026 15:30,https://www.instagram.com/p/A/,x,1,1",
      1,
    ],
    ["of two links", ",178,perpus,09/24/2026 15:30,https://www.instagram.com/p/B/,x,1,1", 2],
    [
      "of two ids, with one link",
      "2,178,perpus,09/24/2026 15:30,https://www.instagram.com/p/A/,x,1,1",
      2,
    ],
  ])("posts %s", (_, row, posts) => {
    const first = row.startsWith(",") ? GOOD.replace(/^1/, "") : GOOD;
    const { snapshots } = read(`${HEADER}\n${first}\n${row}\n`);
    expect(snapshots.flatMap((one) => one.posts)).toHaveLength(posts);
  });

  test("a caption as long as any is kept", () => {
    const row = `2,178,perpus,09/24/2026 15:30,,${"x".repeat(20_000)},1,1`;
    expect(read(`${HEADER}\n${row}\n`).skipped).toEqual([]);
  });

  test.each([
    ["ten minutes ahead: a clock that is off", NOW + 600, null],
    ["more", NOW + 601, "in_the_future"],
    ["the first second of 2004", at("2004-01-01T00:00:00Z"), null],
    ["a second before", at("2003-12-31T23:59:59Z"), "too_early"],
  ])("the file was made %s", (_, read_at, code) => {
    // of such an early file every row is left out, but the file is not refused
    const run = () => read(`${HEADER}\n${GOOD}\n`, { read_at });
    if (code === null) expect(run).not.toThrow();
    else expect(refusal(run)).toEqual({ code: "invalid", problems: [["read_at", code]] });
  });

  test("a post that stands there twice: the last one counts", () => {
    const { snapshots, skipped } = read(
      `${HEADER}\n${GOOD}\n${GOOD.replace(",x,1,1", ",x,2,1")}\n`,
    );
    expect(skipped.map(({ row, code }) => [row, code])).toEqual([[2, "duplicate"]]);
    expect(snapshots[0]?.posts[0]?.likes).toBe(2);
  });

  test.each([
    [FACEBOOK, "https://www.facebook.com/perpustakaanpasuruan/posts/pfbid0abc", null],
    [INSTAGRAM, "https://www.instagram.com/p/Ddr9XLzgAAF/", null],
    [X_CONTENT, "https://x.com/perpuspasuruan/status/12345", "perpuspasuruan"],
  ])("a link that a browser would run is no address", (file, link, account) => {
    const hostile = link.replace("https:", "javascript:");
    const { snapshots } = read(file.replace(link, hostile), { account });
    const urls = snapshots.flatMap(({ posts }) => posts.map(({ url }) => url));
    expect(urls).toContain(null);
    expect(urls.filter((url) => url !== null && !url.startsWith("https://"))).toEqual([]);
  });

  test("nor does one lead to a post of TikTok", () => {
    const file = TIKTOK.replace("https://www.tiktok.com", "javascript://www.tiktok.com");
    expect(read(file).skipped.map(({ code }) => code)).toEqual(["no_post_id"]);
  });

  test("a handle in a link that is longer than any is none", () => {
    const file = TIKTOK.replaceAll("perpus.pasuruan", "p".repeat(201));
    expect(read(file).skipped.map(({ code }) => code)).toEqual(["no_account", "no_account"]);
  });

  test("an id in a link beats one that a spreadsheet rounded", () => {
    const text = X_CONTENT.replace(/^2076937302695018752/m, "2.07694E+18");
    expect(read(text).skipped).toEqual([]);
    expect(read(text).snapshots[0]?.posts[0]?.external_id).toBe("2076937302695018752");
  });

  test.each([
    ["script", "<script>alert(1)</script>"],
    ["a formula", "=HYPERLINK(0)"],
    ["emoji", "📚👩🏽‍🏫"],
    ["10,000 characters", "x".repeat(10_000)],
  ])("harmless: %s stays text", (_rule, caption) => {
    const text = `${HEADER}\n${GOOD.replace(",x,", `,${caption},`)}\n`;
    expect(read(text).snapshots[0]?.posts[0]?.caption).toBe(caption);
  });
});

describe("files that are refused by name", () => {
  test("an unknown header: what it has, and what the nearest exports have that it lacks", () => {
    const run = () => read("Post ID,Publish time,Foo\n1,2,3\n");
    expect(refusal(run)).toEqual({
      code: "invalid",
      problems: [
        ["", "not_recognised"],
        ["Meta Business Suite, Facebook posts", "missing_columns"],
        ["Meta Business Suite, Instagram posts", "missing_columns"],
      ],
    });
    expect(run).toThrow(/not an export that is known here/);
  });

  test.each([
    ["nothing is known", "a,b"],
    ["nothing that an export needs is known", "Likes,Reach"],
  ])("a header of which %s: what each export needs", (_rule, header) => {
    const { problems } = refusal(() => read(`${header}\n1,2\n`));
    expect(problems.shift()).toEqual(["", "not_recognised"]);
    expect(new Map(problems)).toEqual(
      new Map(EXPORT_KINDS.map((kind) => [EXPORT_TITLES[kind], "missing_columns"])),
    );
  });

  test("Meta's daily export, whose rows are increments", () => {
    const text = FACEBOOK.replaceAll("Lifetime", "09/28/2026");
    const run = () => read(text);
    expect(refusal(run)).toEqual({ code: "invalid", problems: [["Date", "daily_export"]] });
    expect(run).toThrow(/choose Lifetime instead of Daily/);
  });

  test.each([
    "46340",
    "2026-11-01 - 2026-11-28",
    "Nov 1, 2026 - Nov 28, 2026",
    "Last 28 days",
    "28 hari terakhir",
  ])("so is one of the span %o, in one row at least", (span) =>
    expect(refusal(() => read(FACEBOOK.replace("Lifetime", `"${span}"`))).problems).toEqual([
      ["Date", "daily_export"],
    ]),
  );

  test.each(["", "LIFETIME", "Sepanjang Masa", "--"])("totals of all time say %o", (span) =>
    expect(read(FACEBOOK.replaceAll("Lifetime", span)).skipped).toEqual([]),
  );

  test.each([
    [
      "another platform's file",
      X_CONTENT,
      { platform: "tiktok" as const },
      "invalid",
      ["platform", "other_platform"],
    ],
    ["X's overview without an account", X_OVERVIEW, {}, "invalid", ["account", "no_account"]],
    [
      "another account's file",
      TIKTOK,
      { account: "taman.baca" },
      "conflict",
      ["account", "not_this_account"],
    ],
    [
      "the file of whom a partner's posts stand in",
      INSTAGRAM + INSTAGRAM_PARTNER,
      {
        account: "taman.baca",
        known: [
          {
            platform: "instagram" as const,
            handle: "perpustakaan.pasuruan",
            old_handles: [],
            external_id: null,
          },
        ],
      },
      "conflict",
      ["account", "not_this_account"],
    ],
    [
      "as many posts of one account as of another",
      INSTAGRAM.replace(/^18182686576415018.*\n/m, INSTAGRAM_PARTNER),
      {},
      "invalid",
      ["account", "several_accounts"],
    ],
    [
      "a file that was cut off",
      FACEBOOK.slice(0, FACEBOOK.indexOf("bercerita")),
      {},
      "invalid",
      ["row 3", "cut_off"],
    ],
    ["a header and nothing below", FACEBOOK_HEADER, {}, "invalid", ["", "no_rows"]],
    ["no account", X_OVERVIEW, { account: "@" }, "invalid", ["account", "empty"]],
    [
      "an account with a name longer than any",
      X_OVERVIEW,
      { account: "İ".repeat(200) },
      "invalid",
      ["account", "too_long"],
    ],
    ["nothing in it", "\n\n", {}, "invalid", ["", "empty"]],
  ])("%s", (_rule, text, options, code, problem) => {
    expect(refusal(() => read(text, options))).toEqual({ code, problems: [problem] });
  });

  const bytes = (text: string) => new TextEncoder().encode(text);
  const utf16 = (text: string, ...mark: number[]) =>
    new Uint8Array([...mark, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  const swapped = (file: Uint8Array) => file.map((_byte, index) => file[index ^ 1] ?? 0);
  test.each([
    [
      "an Excel file",
      new Uint8Array([0x50, 0x4b, 3, 4, ...bytes("..[Content_Types].xml..xl/workbook.xml")]),
      "unsupported",
      "excel_file",
    ],
    [
      "an old Excel file",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      "unsupported",
      "excel_file",
    ],
    [
      "a zip archive",
      new Uint8Array([0x50, 0x4b, 3, 4, ...bytes("..Table data.csv")]),
      "unsupported",
      "zip_file",
    ],
    ["a PDF", bytes("%PDF-1.7"), "unsupported", "binary_file"],
    [
      "a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, ...bytes("longer than this"), 0]),
      "unsupported",
      "binary_file",
    ],
    [
      "UTF-16 that was cut off",
      utf16("Post ID", 0xff, 0xfe).subarray(0, 15),
      "unsupported",
      "utf16_file",
    ],
    ["Latin-1", new Uint8Array([...bytes("Judul caf"), 0xe9]), "unsupported", "not_utf8"],
    ["no bytes", new Uint8Array(0), "invalid", "empty"],
  ])("%s", (_rule, file, code, fault) => {
    expect(refusal(() => textOfFile(file))).toEqual({ code, problems: [["", fault]] });
  });

  test.each([
    ["with its mark", utf16("Post ID,é", 0xff, 0xfe)],
    ["without it", utf16("Post ID,é")],
    ["with the other byte first", swapped(utf16("Post ID,é", 0xff, 0xfe))],
    ["so and without its mark", swapped(utf16("Post ID,é"))],
  ])("UTF-16 is read: %s", (_rule, file) => {
    expect(textOfFile(file)).toBe("Post ID,é");
  });

  test("a text loses its mark", () => {
    expect(textOfFile(bytes(`\uFEFF${FACEBOOK_HEADER}`))).toBe(FACEBOOK_HEADER);
  });
});
