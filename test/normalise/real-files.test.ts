/** Files as people have them, whole: what is stored of them, what is left out, and what is asked. */
import { describe, expect, test } from "vitest";
import { isoInstant } from "../../functions/model/day.ts";
import { fromExport } from "../../functions/normalise/export.ts";
import type { ExportOptions } from "../../functions/normalise/export-options.ts";
import { instagramCode, tiktokId, xId } from "./ids.ts";
import { optionsAt } from "./options.ts";
import { refusal } from "./refusal.ts";

const at = (iso: string) => Date.parse(iso) / 1000;

const OPTIONS: ExportOptions = optionsAt(at("2026-11-28T05:00:00Z"));

const read = (text: string, options: Partial<ExportOptions> = {}) =>
  fromExport(text, { ...OPTIONS, ...options });

type Read = ReturnType<typeof read>;
const published = ({ snapshots }: Read) =>
  snapshots.flatMap(({ posts }) => posts.map((post) => isoInstant(post.published_at)));
const left = ({ skipped }: Read) => skipped.map(({ row, code }) => [row, code]);
const doubts = (found: Read) => found.doubts.map(({ code, rows, must }) => [code, rows, must]);

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

/** Each row: when it says it was published, when its short code says so, and whose it is. */
const instagram = (...rows: [string, string | null, string?][]) =>
  lines(
    "Post ID,Account username,Publish time,Permalink,Likes",
    ...rows.map(([time, made, whose = "perpus"], index) => {
      const link = made === null ? "" : `https://www.instagram.com/p/${instagramCode(made)}/`;
      return `1790000000000010${index},${whose},${time},${link},${index}`;
    }),
  );

const facebook = (...times: string[]) =>
  lines(
    "Post ID,Page ID,Publish time,Permalink,Reactions",
    ...times.map(
      (time, index) =>
        `12200000000000${index}1,1045,${time},https://www.facebook.com/perpus/posts/pfbid0${index},1`,
    ),
  );

const tiktok = (header: string, ...rows: [string, string, string][]) =>
  lines(
    header,
    ...rows.map(
      ([made, time, rest]) =>
        `Judul,https://www.tiktok.com/@perpus/video/${tiktokId(made)},${time},${rest}`,
    ),
  );

describe("instants", () => {
  const PACIFIC: [string, string][] = [
    ["11/16/2026 04:30", "2026-11-16T12:29:20Z"],
    ["10/30/2026 16:15", "2026-10-30T23:11:40Z"],
  ];

  test("Meta writes Pacific clocks, in summer and winter", () => {
    const found = read(instagram(...PACIFIC));
    expect(published(found)).toEqual(["2026-11-16T12:30:00Z", "2026-10-30T23:15:00Z"]);
    expect([found.time_zone, found.doubts]).toEqual(["America/Los_Angeles", []]);
  });

  test("the codes prove another zone, for the story too that has none", () => {
    const found = read(
      instagram(
        ["11/16/2026 19:30", "2026-11-16T12:29:20Z"],
        ["11/17/2026 08:00", "2026-11-17T00:59:00Z"],
        ["11/18/2026 08:00", null],
      ),
    );
    expect(published(found)).toEqual([
      "2026-11-16T12:30:00Z",
      "2026-11-17T01:00:00Z",
      "2026-11-18T01:00:00Z",
    ]);
    expect(found.time_zone).toBe("Asia/Jakarta");
    expect(found.doubts).toMatchObject([
      { code: "time_zone", rows: 3, must: false, ask: { chosen: "Asia/Jakarta" } },
    ]);
  });

  test("nor does a zone that somebody chose win against them", () => {
    const found = read(instagram(...PACIFIC), { time_zone: "Asia/Jakarta" });
    expect(published(found)[0]).toBe("2026-11-16T12:30:00Z");
    expect(found.doubts[0]?.ask?.chosen).toBe("America/Los_Angeles");
  });

  test("a clock that contradicts its code is reported, not stored", () => {
    const found = read(instagram(...PACIFIC, ["11/15/2026 04:30", "2026-11-16T12:30:00Z"]));
    expect(published(found)[2]).toBe("2026-11-16T12:30:00Z");
    expect(doubts(found)).toEqual([["clock_differs", 1, false]]);
  });

  test("Facebook's zone is shown as a choice: nothing proves it", () => {
    const found = read(facebook("11/16/2026 04:30"));
    expect(published(found)).toEqual(["2026-11-16T12:30:00Z"]);
    expect(found.doubts).toEqual([
      {
        code: "time_zone",
        rows: 1,
        must: false,
        ask: {
          parameter: "time_zone",
          chosen: "America/Los_Angeles",
          choices: [
            { value: "America/Los_Angeles", published_at: at("2026-11-16T12:30:00Z") },
            { value: "Asia/Jakarta", published_at: at("2026-11-15T21:30:00Z") },
            { value: "UTC", published_at: at("2026-11-16T04:30:00Z") },
          ],
        },
      },
    ]);
    const chosen = read(facebook("11/16/2026 04:30"), { time_zone: "Asia/Jakarta" });
    expect(published(chosen)).toEqual(["2026-11-15T21:30:00Z"]);
  });

  test("TikTok's days without a year, in any language: the ids say all", () => {
    const header = "Video title,Video link,Post time,Total views";
    const found = read(
      tiktok(
        header,
        ["2026-07-16T03:21:05Z", "July 16", "5"],
        ["2025-12-02T11:07:40Z", "2 Desember", "6"],
        ["2025-03-02T11:07:40Z", "ngày 2", "undefined"],
      ),
    );
    expect(published(found)).toEqual([
      "2026-07-16T03:21:05Z",
      "2025-12-02T11:07:40Z",
      "2025-03-02T11:07:40Z",
    ]);
    expect(found.snapshots[0]?.posts.map(({ views }) => views)).toEqual([5, 6, null]);
    expect([found.partial, found.doubts]).toEqual([true, []]);
  });

  test("TikTok's file for businesses: its views, and UTC", () => {
    const header = "Video title,Video link,Post time,Video views";
    const found = read(tiktok(header, ["2026-11-09T18:10:33Z", "2026/11/09 18:10:33", "1723"]));
    expect(published(found)).toEqual(["2026-11-09T18:10:33Z"]);
    expect(found.snapshots[0]?.posts[0]?.views).toBe(1723);
    expect([found.time_zone, found.doubts]).toEqual(["UTC", []]);
  });
});

describe("day first or month first", () => {
  test("asked where nothing tells, with both readings of the first row", () => {
    const file = facebook("09/11/2026 18.10", "10/11/2026 18.10");
    expect(refusal(() => read(file))).toEqual({
      code: "invalid",
      problems: [["date_order", "date_order"]],
    });
    const { doubts: [doubt] = [], decided } = read(file, { dry_run: true });
    expect(doubt).toEqual({
      code: "date_order",
      rows: 2,
      must: true,
      ask: {
        parameter: "date_order",
        chosen: null,
        choices: [
          { value: "day_first", published_at: at("2026-11-10T02:10:00Z") },
          { value: "month_first", published_at: at("2026-09-12T01:10:00Z") },
        ],
      },
    });
    expect(decided.date_order).toBeNull();
    const answered = read(file, { date_order: "day_first" });
    expect(published(answered)[0]).toBe("2026-11-10T02:10:00Z");
    expect(answered.decided.date_order).toBe("day_first");
  });

  test.each(["26-11-09 10:21", "26/11/09 10:21"])("a year of two digits in front: %s", (time) => {
    const found = read(facebook(time, time.replace("09", "16")));
    expect(published(found)).toEqual(["2026-11-09T18:21:00Z", "2026-11-16T18:21:00Z"]);
    expect(found.decided.date_order).toBe("short_year_first");
  });

  test("asked where the year may be the day, with what can be meant", () => {
    const file = facebook("25-11-24 18.10");
    expect(refusal(() => read(file)).problems).toEqual([["date_order", "date_order"]]);
    const [doubt] = read(file, { dry_run: true }).doubts;
    expect(doubt?.ask?.choices).toEqual([
      { value: "day_first", published_at: at("2024-11-26T02:10:00Z") },
      { value: "short_year_first", published_at: at("2025-11-25T02:10:00Z") },
    ]);
    expect(published(read(file, { date_order: "short_year_first" }))).toEqual([
      "2025-11-25T02:10:00Z",
    ]);
  });

  test("a zone that is said beside the clock is that row's, and nobody else's", () => {
    const found = read(facebook("11/16/2026 18.10 WIB", "11/15/2026 04:30"));
    expect(published(found)).toEqual(["2026-11-16T11:10:00Z", "2026-11-15T12:30:00Z"]);
    expect(doubts(found)).toEqual([["time_zone", 1, false]]);
    const coded = instagram(
      ["16/11/2026 19.30 WIB", "2026-11-16T12:29:20Z"],
      ["15/11/2026 19.30 WIB", "2026-11-16T12:29:20Z"],
    );
    const checked = read(coded);
    expect(published(checked)).toEqual(["2026-11-16T12:30:00Z", "2026-11-16T12:29:20Z"]);
    expect([checked.time_zone, ...doubts(checked)]).toEqual([
      "America/Los_Angeles",
      ["clock_differs", 1, false],
    ]);
  });

  test("24:00 is the end of its day", () =>
    expect(published(read(facebook("11/16/2026 24:00")))).toEqual(["2026-11-17T08:00:00Z"]));

  test("one row with a day over 12 tells for all", () =>
    expect(published(read(facebook("09/11/2026 18.10", "16/07/2026 10.21")))).toEqual([
      "2026-11-10T02:10:00Z",
      "2026-07-16T17:21:00Z",
    ]));

  test("a date that neither reading allows names its row and column", () => {
    const { skipped } = read(facebook("09/24/2026 18:10", "31/31/2026 18:10"));
    expect(skipped).toMatchObject([
      { row: 3, code: "not_an_instant", faults: [{ path: "Publish time" }] },
    ]);
  });
});

describe("whose file", () => {
  const COLLABORATION = instagram(
    ["11/09/2026 01:00", "2026-11-09T09:00:00Z"],
    ["11/10/2026 01:00", "2026-11-10T09:00:00Z"],
    ["11/11/2026 01:00", "2026-11-11T09:00:00Z", "taman"],
  );

  test.each([null, "perpus", "@Perpus", "https://www.instagram.com/perpus/"])(
    "a partner's post is left out, with %o chosen",
    (account) => {
      const found = read(COLLABORATION, { account });
      expect(found.snapshots.map((one) => [one.account, one.posts.length])).toEqual([
        ["perpus", 2],
      ]);
      expect(left(found)).toEqual([[4, "partner"]]);
      expect(found.decided.owner).toBe("perpus");
    },
  );

  const PERPUS = {
    platform: "instagram" as const,
    handle: "perpus",
    old_handles: ["perpus.lama"],
    external_id: null,
  };

  test.each([
    ["lain", []],
    // fewer posts in it are its than the library's
    ["taman", [PERPUS]],
  ])("another account than %o is refused by name", (account, known) => {
    const run = () => read(COLLABORATION, { account, known });
    expect(run).toThrow(/"perpus"/);
    expect(refusal(run).problems).toEqual([["account", "not_this_account"]]);
  });

  const MINORITY = instagram(
    ["11/09/2026 01:00", "2026-11-09T09:00:00Z", "perpus.lama"],
    ["11/10/2026 01:00", "2026-11-10T09:00:00Z", "asing"],
    ["11/11/2026 01:00", "2026-11-11T09:00:00Z", "asing"],
  );
  test.each([
    ["chosen", { account: "perpus.lama" }],
    ["known here", { known: [PERPUS] }],
    ["chosen by what it is called now", { account: "perpus", known: [PERPUS] }],
  ])(
    "a partner's posts are left out though they are most, where the account is %s",
    (_, options) => {
      const found = read(MINORITY, options);
      // as the file calls it: who that is here is found where it is stored
      expect(found.snapshots.map((one) => [one.account, one.posts.length])).toEqual([
        ["perpus.lama", 1],
      ]);
      expect(left(found)).toEqual([
        [3, "partner"],
        [4, "partner"],
      ]);
    },
  );

  test("a page's handle is what most of its links say", () => {
    const row = (id: string, page: string) =>
      `${id},100064000000801,Perpus Kota,11/16/2026 04:30,https://www.facebook.com/${page}/posts/${id},1`;
    const { snapshots } = read(
      lines(
        "Post ID,Page ID,Page name,Publish time,Permalink,Reactions",
        row("122100000000000701", "dinas"),
        row("122100000000000702", "perpuskota"),
        row("122100000000000703", "perpuskota"),
        row("122100000000000704", "100064000000801"),
      ),
    );
    expect(snapshots.map((one) => [one.account, one.external_id, one.posts.length])).toEqual([
      ["perpuskota", "100064000000801", 4],
    ]);
  });

  test("two ids of one handle are refused by both", () => {
    const row = (id: string, made: string) =>
      `17900000000000${id.slice(-3)},${id},perpus,11/09/2026 01:00,https://www.instagram.com/p/${instagramCode(made)}/,5`;
    const text = lines(
      "Post ID,Account ID,Account username,Publish time,Permalink,Likes",
      row("17840000000000961", "2026-11-09T09:00:00Z"),
      row("17840000000000962", "2026-11-10T09:00:00Z"),
    );
    for (const dry_run of [true, false]) {
      const run = () => read(text, { dry_run });
      expect(run).toThrow(/17840000000000961, 17840000000000962/);
      expect(refusal(run).problems).toEqual([["Account ID", "two_ids"]]);
    }
  });

  test("what is neither a handle nor an account's address is refused", () =>
    expect(
      refusal(() => read(COLLABORATION, { account: "https://www.instagram.com/p/A/" })).problems,
    ).toEqual([["account", "not_a_handle"]]));

  test("as many of one as of another: asked, and nothing read before", () => {
    const file = instagram(["11/09/2026 01:00", null], ["11/14/2026 01:00", null, "taman"]);
    const found = read(file, { dry_run: true });
    expect(found.snapshots).toEqual([]);
    expect(found.doubts.at(-1)).toEqual({
      code: "several_accounts",
      rows: 2,
      must: true,
      ask: {
        parameter: "account",
        chosen: null,
        choices: [
          { value: "perpus", published_at: null },
          { value: "taman", published_at: null },
        ],
      },
    });
    expect(read(file, { account: "taman" }).snapshots[0]?.account).toBe("taman");
  });
});

describe("posts that are none", () => {
  const tweet = (made: string, text: string, day = '"Tue, Sep 1, 2026"') =>
    `${xId(made)},${day},${text},https://x.com/perpus/status/${xId(made)},7`;
  const HEADER = "Post id,Date,Post text,Post Link,Likes";

  test("X's replies are left out and counted", () => {
    const found = read(
      lines(
        HEADER,
        tweet("2026-09-01T03:00:00Z", "Koleksi baru"),
        tweet("2026-09-01T04:00:00Z", "@warga Terima kasih"),
        tweet("2026-09-01T05:00:00Z", "'@warga Silakan"),
        tweet("2026-09-01T06:00:00Z", "Halo @warga"),
        tweet("2026-09-01T07:00:00Z", "@ jam 9"),
      ),
    );
    expect(left(found)).toEqual([
      [3, "reply"],
      [4, "reply"],
    ]);
    expect(published(found)).toHaveLength(3);
  });

  test.each([
    ["views of the boost", "Views from Boosted posts", "12", true],
    ["reach of the boost", "Reach from Boosted posts", "1.2K", true],
    ["in Indonesian", "Tayangan dari postingan yang dipromosikan", "12", true],
    ["none of them", "Views from Boosted posts", "0", false],
    ["an empty cell", "Views from Boosted posts", "", null],
    ["the status", "Funded content status", "Boosted", true],
    ["that it was not", "Funded content status", "Not boosted", false],
    ["an empty status", "Funded content status", "", null],
  ])("boosted: %s", (_, column, cell, paid) => {
    const text = `Post ID,Page ID,Publish time,${column}\n1,2,11/16/2026 04:30,${cell}\n`;
    expect(read(text).snapshots[0]?.posts[0]?.paid).toBe(paid);
  });
});

describe("X's replies, however they begin", () => {
  const row = (text: string) =>
    `${xId("2026-09-01T05:00:00Z")},"Tue, Sep 1, 2026","${text}",https://x.com/perpus/status/${xId("2026-09-01T05:00:00Z")},7`;
  const skipped = (text: string) =>
    left(read(lines("Post id,Date,Post text,Post Link,Likes", row(text))));
  test.each([
    "\u2066@warga\u2069 hai",
    "\u200f@warga",
    "＠warga",
    "\u2060\u034f ＠ｗａｒｇａ",
    "'@warga",
  ])("%j", (text) => expect(skipped(text)).toEqual([[2, "reply"]]));
  test.each(["@ 10.00 WIB mulai", "\u2066Halo\u2069 @warga", ".@warga"])("%j is none", (text) =>
    expect(skipped(text)).toEqual([]),
  );
});

describe("days from files", () => {
  const CHOSEN = { platform: "instagram" as const, account: "perpus" };
  const daily = (title: string, ...rows: string[]) =>
    lines("sep=,", `"${title}"`, '"Tanggal","Primary"', ...rows);

  test("one figure of Meta's, on its own days; days left out are unknown", () => {
    const file = daily(
      "Pengikut Instagram",
      '"2026-11-14T00:00:00","6"',
      '"2026-11-16T00:00:00","2"',
    );
    const { snapshots, doubts: asked } = read(file, CHOSEN);
    const unknown = { reach: null, views: null, profile_views: null, followers_lost: null };
    const zone = { end_time: null, time_zone: "America/Los_Angeles" };
    expect(snapshots.map(({ days }) => days)).toEqual([
      [
        { ...unknown, ...zone, date: "2026-11-14", followers_gained: 6 },
        { ...unknown, ...zone, date: "2026-11-16", followers_gained: 2 },
      ],
    ]);
    expect(asked).toEqual([]);
  });

  test.each([
    ["whose it is", daily("Jangkauan", '"2026-11-14","6"'), {}, ["account", "no_account"]],
    [
      "the platform",
      daily("Jangkauan", '"2026-11-14","6"'),
      { account: "perpus" },
      ["account", "no_account"],
    ],
    [
      "another platform's",
      daily("Facebook visits", '"2026-11-14","6"'),
      CHOSEN,
      ["platform", "other_platform"],
    ],
    [
      "a figure that is not kept",
      daily("Interaksi konten", '"2026-11-14","6"'),
      CHOSEN,
      ["Interaksi konten", "unkept_figure"],
    ],
    ["no figure's name", '"Tanggal","Primary"\n"2026-11-14","6"\n', CHOSEN, ["", "unnamed_figure"]],
    [
      "two figures",
      daily(
        "Jangkauan",
        '"2026-11-14","6"',
        "",
        '"Tayangan"',
        '"Tanggal","Primary"',
        '"2026-11-14","9"',
      ),
      CHOSEN,
      ["", "several_figures"],
    ],
    [
      "another figure that is not kept",
      lines(
        "sep=,",
        '"Reach"',
        '"Date","Primary"',
        '"2026-11-14T00:00:00","137"',
        "",
        '"Link clicks"',
        '"Date","Primary"',
        '"2026-11-14T00:00:00","5"',
      ),
      CHOSEN,
      ["", "several_figures"],
    ],
    [
      "another figure whose name is gone",
      lines(
        '"Reach"',
        '"Date","Primary"',
        '"2026-11-14","137"',
        '"Date","Primary"',
        '"2026-11-14","5"',
      ),
      CHOSEN,
      ["", "several_figures"],
    ],
    [
      "another figure whose header is gone",
      lines(
        '"Reach"',
        '"Date","Primary"',
        '"2026-11-14","137"',
        '"3-second views",',
        '"2026-11-14","5"',
      ),
      CHOSEN,
      ["", "several_figures"],
    ],
  ] as const)("refused: %s", (_, text, options, problem) =>
    expect(refusal(() => read(text, options)).problems).toEqual([problem]),
  );

  test("a day without a figure is no other one", () => {
    const text = lines('"Reach"', '"Date","Primary"', '"14 Nov 2026",""', '"15 Nov 2026","5"');
    const { snapshots } = read(text, CHOSEN);
    expect(snapshots[0]?.days.map(({ date, reach }) => [date, reach])).toContainEqual([
      "2026-11-15",
      5,
    ]);
  });

  test("the file's name says the figure where its line is gone", () => {
    const options = { ...CHOSEN, name: "Jangkauan (1).csv" };
    const { snapshots } = read('"Tanggal","Primary"\n"2026-11-14","6"\n', options);
    expect(snapshots[0]?.days[0]?.reach).toBe(6);
  });

  test("TikTok's overview, counted back from the day in its name", () => {
    const text = lines(
      "Date,Video Views,Profile Views,Likes,Comments,Shares",
      "30 Desember,120,4,1,1,1",
      "January 1,-1,undefined,1,1,1",
    );
    const { snapshots, doubts: asked } = read(text, {
      account: "perpus",
      platform: "tiktok",
      now: at("2027-01-05T00:00:00Z"),
      name: "Overview_2027-01-02.csv",
    });
    expect(snapshots[0]?.days.map((day) => [day.date, day.views, day.profile_views])).toEqual([
      ["2026-12-30", 120, 4],
      ["2027-01-01", null, null],
    ]);
    expect([snapshots[0]?.days[0]?.time_zone, asked]).toEqual([null, []]);
  });

  const HISTORY = lines(
    "Date,Followers,Difference in followers from previous day",
    "November 26,1200,3",
    "November 27,-1,0",
    "November 28,1203,0",
  );

  test("TikTok's follower history: the count at the end of each day, never the difference", () => {
    const { snapshots, ...found } = read(HISTORY, { account: "perpus", platform: "tiktok" });
    expect(snapshots.map((one) => [isoInstant(one.read_at), one.followers, one.days])).toEqual([
      ["2026-11-26T16:59:59Z", 1200, []],
      // today is not over
      ["2026-11-28T05:00:00Z", 1203, []],
    ]);
    expect(left({ snapshots, ...found })).toEqual([[3, "no_figures"]]);
    expect(found.doubts).toMatchObject([
      {
        code: "year_guessed",
        rows: 3,
        must: false,
        ask: {
          parameter: "read_at",
          chosen: "2026-11-28T05:00:00Z",
          choices: [
            { value: "2026-11-28T05:00:00Z", published_at: at("2026-11-25T17:00:00Z") },
            { value: "2025-11-28T05:00:00Z", published_at: at("2025-11-25T17:00:00Z") },
          ],
        },
      },
    ]);
  });

  const overview = (...days: string[]) =>
    lines("Date,Video Views,Profile Views", ...days.map((day, views) => `${day},${views},1`));
  const daysOf = ({ snapshots }: Read) => snapshots[0]?.days.map(({ date }) => date);
  const YEAR = ["November 26", "November 27", "December 1", "January 1", "November 24"];

  test("days without a year are decided together, and a piece of them alike", () => {
    const found = read(overview(...YEAR), { account: "perpus" });
    const days = ["2025-11-26", "2025-11-27", "2025-12-01", "2026-01-01", "2026-11-24"];
    expect(daysOf(found)).toEqual(days);
    expect(found.doubts[0]?.ask?.choices).toEqual([
      { value: "2026-11-28T05:00:00Z", published_at: at("2025-11-25T17:00:00Z") },
      { value: "2025-11-28T05:00:00Z", published_at: at("2024-11-25T17:00:00Z") },
    ]);
    const piece = overview("November 26", "November 27");
    expect(daysOf(read(piece, { ...found.decided, account: "perpus" }))).toEqual(days.slice(0, 2));
    const older = read(overview(...YEAR), {
      account: "perpus",
      read_at: at("2025-11-28T05:00:00Z"),
    });
    expect(daysOf(older)?.[0]).toBe("2024-11-26");
  });

  test("a leap day says which year it was, and the next such is the other choice", () => {
    const found = read(overview("February 28", "February 29", "March 1"), { account: "perpus" });
    expect(daysOf(found)).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
    expect(found.doubts[0]?.ask?.choices.map(({ published_at }) => published_at)).toEqual([
      at("2024-02-27T17:00:00Z"),
      at("2020-02-27T17:00:00Z"),
    ]);
  });

  test("a day in the file's name that falls among its rows is asked about", () => {
    const options = { account: "perpus", name: "Overview_2026-11-20.csv" };
    const found = read(overview("November 19", "November 20", "November 21"), options);
    expect(found.doubts).toMatchObject([
      {
        code: "year_guessed",
        ask: {
          chosen: "2026-11-20T16:59:59Z",
          choices: [
            { value: "2026-11-20T16:59:59Z", published_at: at("2025-11-18T17:00:00Z") },
            { value: "2026-11-28T05:00:00Z", published_at: at("2026-11-18T17:00:00Z") },
          ],
        },
      },
    ]);
    expect(read(overview("November 19", "November 20"), options).doubts).toEqual([]);
  });

  test("a day after the file's was not in it", () => {
    const options = {
      account: "perpus",
      platform: "x" as const,
      read_at: at("2026-11-20T00:00:00Z"),
    };
    const text = lines(
      "Date,Impressions,Unfollows",
      "2026-11-20,5,0",
      "2026-11-21,5,0",
      "soon,1,1",
    );
    expect(left(read(text, options))).toEqual([
      [3, "after_read_at"],
      [4, "not_a_day"],
    ]);
  });
});

describe("re-saved and put together by hand", () => {
  test("the header again, and numbers as they are", () => {
    const text = lines(
      "Post ID;Account username;Publish time;Likes;Views;Reach;Saves",
      "1;perpus;16/11/2026 04.30;1,2 rb;12.400;1.2K;--",
      "Post ID;Account username;Publish time;Likes;Views;Reach;Saves",
      "2;perpus;15/11/2026 04.30;undefined;-1;2 juta;3",
    );
    const found = read(text);
    expect(left(found)).toEqual([[3, "header_again"]]);
    expect(
      found.snapshots[0]?.posts.map(({ likes, views, reach, saves }) => [
        likes,
        views,
        reach,
        saves,
      ]),
    ).toEqual([
      [1200, 12400, 1200, null],
      [null, null, 2_000_000, 3],
    ]);
    expect(found.decided.numbers).toBe("point_groups");
  });

  const OVERVIEW = "Date,Impressions,New follows,Unfollows,Profile visits";
  const day = (found: Read) =>
    found.snapshots[0]?.days.map((one) => [
      one.views,
      one.followers_gained,
      one.followers_lost,
      one.profile_views,
    ])[0];

  test("thousands in a file cut at semicolons", () => {
    const rows = ["9 Nov 2026;2,000;5", "10 Nov 2026;12,000;5"];
    const header = "Date;Followers;Difference in followers from previous day";
    const history = read(lines(header, ...rows), { account: "perpus" });
    expect(history.snapshots.map(({ followers }) => followers)).toEqual([2000, 12_000]);
    const text = lines(OVERVIEW.replaceAll(",", ";"), "9 Nov 2026;12,000;1,000;0;5");
    expect(day(read(text, { account: "perpus" }))).toEqual([12_000, 1000, 0, 5]);
  });

  test.each(["2.000", '"2,000"', "2 000"])("thousands in any column of days: %s", (count) => {
    for (const places of [0, 1, 2, 3]) {
      const cells = ["9", "9", "9", "9"].map((nine, index) => (index === places ? count : nine));
      const text = lines(OVERVIEW, `2026-11-09,${cells.join(",")}`);
      expect(day(read(text, { account: "perpus" }))?.[places], `${places}`).toBe(2000);
    }
  });

  test("thousands with points and with commas in one file", () => {
    const text = lines(OVERVIEW, '2026-11-09,2.000,"3,000",4.567,"1,234"');
    const found = read(text, { account: "perpus" });
    expect(day(found)).toEqual([2000, 3000, 4567, 1234]);
    expect(found.decided.numbers).toBe("both_groups");
  });

  test("one that may be five or five thousand is refused by its row and column", () => {
    const text = lines(OVERVIEW, '2026-11-09,5.000,0,0,"1,234.000"', "2026-11-10,5,0,0,0");
    const { skipped } = read(text, { account: "perpus" });
    expect(skipped).toMatchObject([
      { row: 2, code: "not_a_count", faults: [{ path: "Impressions" }] },
    ]);
  });

  test.each([
    [",", "7", "345.678", 346],
    [",", "7.000", "345.678", 346],
    [";", "7", "345.678", 346],
    [";", "7", "12.5", 13],
    [",", "7", '"1,200"', 1200],
  ])("seconds in a file cut at %s, beside %s views: %s", (delimiter, views, said, seconds) => {
    const text = lines(
      ["Post ID", "Page ID", "Publish time", "Views", "Seconds viewed"].join(delimiter),
      ["1", "2", "11/16/2026 04:30", views, said].join(delimiter),
    );
    expect(read(text).snapshots[0]?.posts[0]?.watch_seconds).toBe(seconds);
  });

  test("a column that stands twice", () => {
    const file = (second: string) =>
      `Post ID,Account username,Publish time,Likes,Likes\n1,perpus,11/16/2026 04:30,5,${second}\n`;
    expect(read(file("5")).snapshots[0]?.posts[0]?.likes).toBe(5);
    expect(refusal(() => read(file("6"))).problems).toEqual([["Likes", "column_twice"]]);
  });

  test("an id in the link is the whole one", () => {
    const link =
      "https://www.facebook.com/permalink.php?story_fbid=122000000000045678&id=100045700821521";
    const text = lines(
      "Post ID,Page ID,Publish time,Permalink",
      `1.22E+17,1.00046E+14,11/16/2026 04:30,${link}`,
      "1.22E+17,100045700821521,11/16/2026 04:30,https://www.facebook.com/perpus/posts/pfbid0a",
    );
    const found = read(text);
    expect(found.snapshots[0]?.posts[0]?.external_id).toBe("100045700821521_122000000000045678");
    expect(left(found)).toEqual([[3, "damaged_id"]]);
  });
});

describe("ids and links of one row", () => {
  const HEADER = "Post ID,Page ID,Page name,Publish time,Permalink,Reactions";
  const page = "https://www.facebook.com/perpus/posts";
  const [ONE, TWO] = ["122100000000000111", "122100000000000222"];

  test("Facebook's that were exchanged are left out, each by its column", () => {
    const found = read(
      lines(
        HEADER,
        `${ONE},100064000000001,P,11/16/2026 04:30,${page}/${TWO},1`,
        `100064000000001_${ONE},100064000000001,P,11/16/2026 04:30,${page}/${ONE},1`,
        // a video has a number of its own
        `${TWO},100064000000001,P,11/16/2026 04:30,https://www.facebook.com/reel/5,1`,
      ),
    );
    expect(left(found)).toEqual([[2, "other_id_in_link"]]);
    expect(found.skipped[0]?.faults[0]?.path).toBe("Post ID");
  });

  test("X's too", () => {
    const [a, b] = [xId("2026-09-01T05:00:00Z"), xId("2026-09-01T06:00:00Z")];
    const row = (id: string, linked: string) =>
      `${id},"Tue, Sep 1, 2026",halo,https://x.com/perpus/status/${linked},7`;
    const header = "Post id,Date,Post text,Post Link,Likes";
    expect(left(read(lines(header, row(a, b), row(b, a))))).toEqual([
      [2, "other_id_in_link"],
      [3, "other_id_in_link"],
    ]);
    expect(left(read(lines(header, row(a, a), row(`${b.slice(0, 15)}0000`, b))))).toEqual([]);
  });

  test("a page's id that was shortened stands whole in the link's path", () => {
    const link = `https://www.facebook.com/100064000000001/posts/${ONE}`;
    const found = read(lines(HEADER, `1.22E+17,1.00064E+14,Perpus,11/16/2026 04:30,${link},1`));
    expect(found.snapshots).toMatchObject([
      { account: "100064000000001", posts: [{ external_id: `100064000000001_${ONE}` }] },
    ]);
  });

  test("ids of Instagram that lost their ends: the code tells the post, the name the account", () => {
    const row = (id: string, made: string | null) =>
      `${id},17841405822304900,perpus,11/09/2026 01:00,${made ? `instagram.com/p/${instagramCode(made)}/` : ""},5`;
    const header = "Post ID,Account ID,Account username,Publish time,Permalink,Likes";
    const found = read(
      lines(
        header,
        row("17912345678901100", "2026-11-09T09:00:00Z"),
        row("17912345678902200", null),
      ),
    );
    expect(found.snapshots).toMatchObject([
      { account: "perpus", external_id: null, posts: [{ external_id: null }] },
    ]);
    expect(left(found)).toEqual([[3, "damaged_id"]]);
  });

  test("an address without its beginning decides the instant, and is kept", () => {
    const found = read(
      lines(
        "Post ID,Account username,Publish time,Permalink,Likes",
        "17900000000000961,perpus,11/12/2026 01:00,instagram.com/p/Dfg9ZMXgAAB/,1",
      ),
    );
    expect(found.snapshots[0]?.posts).toMatchObject([
      { published_at: at("2026-11-09T09:00:05Z"), url: "https://instagram.com/p/Dfg9ZMXgAAB/" },
    ]);
  });

  test("a story's address decides it too", () => {
    const link = "https://www.instagram.com/stories/cerita.x/4026488037029445637";
    const found = read(
      lines(
        "Post ID,Account username,Publish time,Permalink,Likes",
        `17900000000000931,cerita.x,2026-11-12 16:00,${link},1`,
      ),
    );
    expect(published(found)).toEqual(["2026-11-09T09:00:00Z"]);
    expect(doubts(found)).toEqual([["clock_differs", 1, false]]);
  });
});

describe("the day of the file", () => {
  const HEADER = "Time,Video title,Video link,Post time,Total views";
  const file = (made: string) =>
    `${HEADER}\nNovember 20,Judul,https://www.tiktok.com/@perpus/video/${tiktokId(made)},July 16,5\n`;

  test("its own column", () => {
    const found = read(file("2026-07-16T03:21:05Z"));
    expect([isoInstant(found.read_at), found.read_at_from]).toEqual([
      "2026-11-20T16:59:59Z",
      "file",
    ]);
    expect(found.snapshots[0]?.read_at).toBe(found.read_at);
  });

  test("passed over where a post is newer, and said", () => {
    const found = read(file("2026-11-25T03:21:05Z"), { modified: at("2026-11-26T00:00:00Z") });
    expect([isoInstant(found.read_at), found.read_at_from]).toEqual([
      "2026-11-26T00:00:00Z",
      "modified",
    ]);
    expect(doubts(found)).toEqual([
      ["read_at", 1, false],
      ["clock_differs", 1, false],
    ]);
  });
});

test("a piece reads its seconds as the whole column proves", () => {
  const header = "Post ID,Page ID,Publish time,Seconds viewed";
  const row = (id: number, said: string) => `${id},2,11/16/2026 04:30,${said}`;
  const { decided } = read(lines(header, row(1, "345.678"), row(2, "1.234.567")));
  const piece = read(lines(header, row(1, "345.678")), { ...decided });
  expect(piece.snapshots[0]?.posts[0]?.watch_seconds).toBe(345_678);
});

test("pieces of a file, read by what was decided over the whole, bring what the whole brings", () => {
  const rows: [string, string | null, string?][] = [
    ["09/11/2026 08.00", "2026-11-09T00:59:00Z"],
    ["16/07/2026 08.00", "2026-07-16T00:59:00Z"],
    ["10/11/2026 08.00", null, "taman"],
    ["11/10/2026 08.00", null],
    ["12/10/2026 08.00", null, "taman"],
  ];
  const text = instagram(...rows).replaceAll(/,(\d)$/gm, ",1$1.000");
  const whole = read(text);
  expect(whole.decided).toMatchObject({
    date_order: "day_first",
    time_zone: "Asia/Jakarta",
    owner: "perpus",
    numbers: "point_groups",
  });
  const [header, ...body] = text.trim().split("\n");
  const pieces = body.map((row, index) =>
    read(`${header}\n${row}\n`, { ...whole.decided, first_row: index + 2 }),
  );
  expect(pieces.flatMap(({ snapshots }) => snapshots.flatMap(({ posts }) => posts))).toEqual(
    whole.snapshots[0]?.posts,
  );
  expect(pieces.flatMap(left)).toEqual(left(whole));
});
