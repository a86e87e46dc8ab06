import { describe, expect, test } from "vitest";
import { type ImportOptions, importFile } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { previewFile } from "../../../functions/jobs/writing/preview-file.ts";
import { nothingNew } from "../../../functions/jobs/writing/tally.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { dump } from "../../database.ts";
import { FACEBOOK, INSTAGRAM, TIKTOK, X_CONTENT, X_OVERVIEW } from "../../normalise/files.ts";
import { ownDatabase } from "../../own-database.ts";
import { counting, DAY, NOW, post, snapshot, ZONE } from "./snapshots.ts";

const OPTIONS: ImportOptions = {
  now: NOW,
  library_zone: ZONE,
  platform: null,
  account: null,
  time_zone: ZONE,
  date_order: null,
  numbers: null,
  seconds: null,
  newest_day: null,
  ids: null,
  owner: null,
  modified: null,
  read_at: null,
  name: "export.csv",
  import_id: null,
  label: null,
  first_row: 2,
};

const db = await ownDatabase();

const bytes = (text: string) => new TextEncoder().encode(text);
const put = (text: string, options: Partial<ImportOptions> = {}) =>
  importFile(db, bytes(text), { ...OPTIONS, ...options });

const nothing = { accounts_added: 0, posts_added: 0, readings_added: 0, readings_replaced: 0 };

describe("a file", () => {
  test.each([
    ["facebook_posts", FACEBOOK, {}, { accounts_added: 1, posts_added: 2, readings_added: 3 }],
    ["instagram_posts", INSTAGRAM, {}, { accounts_added: 1, posts_added: 2, readings_added: 3 }],
    ["x_content", X_CONTENT, {}, { accounts_added: 1, posts_added: 2, readings_added: 2 }],
    [
      "x_overview",
      X_OVERVIEW,
      { account: "perpuspasuruan" },
      { accounts_added: 1, posts_added: 0, readings_added: 2 },
    ],
    ["tiktok_content", TIKTOK, {}, { accounts_added: 1, posts_added: 2, readings_added: 2 }],
  ])(
    "%s is stored, and the same file again changes nothing, byte for byte",
    async (kind, text, options, added) => {
      const answer = await put(text, options);
      expect(answer).toMatchObject({ import: 1, kind, rows: 2, skipped: [], ...added });
      expect(answer).toMatchObject({ readings_replaced: 0, readings_unchanged: 0 });
      const { imports, ...before } = await dump(db);
      expect(imports).toEqual([
        {
          id: 1,
          kind,
          name: "export.csv",
          created_at: NOW,
          read_at: NOW,
          // the posts' ids prove it, whatever was said
          time_zone: kind === "instagram_posts" ? "America/Los_Angeles" : ZONE,
          rows: 2,
          skipped: 0,
          posts_added: added.posts_added,
          readings_added: added.readings_added,
          undone_at: null,
        },
      ]);
      // an hour later: a file is recognised by what it says
      expect(await put(text, { ...options, now: NOW + 3600 })).toMatchObject({
        import: 1,
        ...nothing,
        readings_unchanged: 2,
      });
      expect(await dump(db)).toEqual({ imports, ...before });
    },
  );

  test("may come again once it was undone", async () => {
    await put(TIKTOK);
    const first = await dump(db, ["posts", "post_readings", "months"]);
    while (!(await undoImport(db, 1, { now: NOW, time_zone: ZONE })).done);
    expect((await dump(db)).accounts).toEqual([]);
    expect(await put(TIKTOK)).toMatchObject({ import: 2, posts_added: 2 });
    expect((await dump(db, ["posts"])).posts).toHaveLength(first.posts?.length ?? 0);
  });

  test("meets the posts that a collector knows, and brings the newer name", async () => {
    await ingest(
      db,
      [
        snapshot(NOW - DAY, {
          account: "perpus.lama",
          external_id: "17841403398239763",
          posts: [post("18182686576415017", NOW - 60 * DAY, { likes: 2, saves: 6 })],
        }),
      ],
      { now: NOW, time_zone: ZONE, import: null },
    );
    expect(await put(INSTAGRAM)).toMatchObject({ accounts_added: 0, posts_added: 1 });
    const { accounts, posts } = await dump(db);
    expect(accounts).toMatchObject([
      { handle: "perpustakaan.pasuruan", external_id: "17841403398239763" },
    ]);
    expect(posts).toMatchObject([{ likes: 4, saves: 6, views: 99 }, { likes: 31 }]);
  });

  test("is refused with another id for a known handle, and nothing changes", async () => {
    await ingest(db, [snapshot(NOW - DAY, { external_id: "1" })], {
      now: NOW,
      time_zone: ZONE,
      import: null,
    });
    const before = await dump(db);
    await expect(put(INSTAGRAM)).rejects.toMatchObject({ code: "conflict" });
    await expect(put("a,b\n1,2\n")).rejects.toMatchObject({ code: "invalid" });
    await expect(put("PK\u0003\u0004 xl/")).rejects.toMatchObject({ code: "unsupported" });
    await expect(put(TIKTOK, { import_id: 9 })).rejects.toMatchObject({ code: "not_found" });
    expect(await dump(db)).toEqual(before);
  });

  test("that is said to be older than its posts brings none of them, and no day before they were", async () => {
    const answer = await put(TIKTOK, { read_at: NOW - 100 * DAY });
    expect(answer).toMatchObject({ import: null, rows: 2, ...nothing });
    expect(answer.skipped).toMatchObject([{ code: "after_read_at" }, { code: "after_read_at" }]);
    const { posts, days } = await dump(db);
    expect([posts, days]).toEqual([[], []]);
  });

  test("of which every row is left out stores nothing, and says why", async () => {
    const before = await dump(db);
    const answer = await put(
      "Post ID,Account username,Publish time\n1.78E+16,perpus,09/24/2026 15:30\n",
    );
    expect(answer).toEqual({
      ...nothingNew([]),
      import: null,
      kind: "instagram_posts",
      rows: 1,
      skipped: [
        {
          row: 2,
          code: "damaged_id",
          message: expect.stringContaining("spreadsheet"),
          faults: [{ path: "Post ID", code: "damaged_id", message: expect.any(String) }],
        },
      ],
      unused: [],
      ...nothing,
      readings_unchanged: 0,
    });
    expect(await dump(db)).toEqual(before);
  });
});

describe("whose file, where an account is known here", () => {
  const HEADER = "Post ID,Account ID,Account username,Publish time,Permalink,Likes";
  const row = (place: number, handle: string, id = "") =>
    `1790000000000095${place},${id},${handle},11/1${place}/2026 01:00,,${place}`;
  const file = (...rows: string[]) => `${[HEADER, ...rows].join("\n")}\n`;
  const MIXED = file(row(1, "perpus.kenal"), row(2, "teman.asing"), row(3, "teman.asing"));
  const CHOICES = { date_order: "month_first" as const, time_zone: null };
  const known = (handle: string, read_at: number, external_id: string | null = null) =>
    ingest(db, [snapshot(read_at, { account: handle, external_id })], {
      now: NOW,
      time_zone: ZONE,
      import: null,
    });
  const handles = async () =>
    ((await dump(db)).accounts as { handle: string }[]).map(({ handle }) => handle);

  test("a partner of whom most rows are gets no account, in the look as in the storing, whole or in pieces", async () => {
    await known("perpus.kenal", NOW - DAY);
    const seen = await previewFile(db, bytes(MIXED), { ...OPTIONS, ...CHOICES });
    expect(seen.accounts).toMatchObject([{ handle: "perpus.kenal", state: "known" }]);
    expect(seen.skipped.map(({ code }) => code)).toEqual(["partner", "partner"]);
    for (const [index, one] of MIXED.trim().split("\n").slice(1).entries()) {
      await put(file(one), { ...CHOICES, ...seen.decided, first_row: index + 2 });
    }
    await put(MIXED, CHOICES);
    expect(await handles()).toEqual(["perpus.kenal"]);
    expect((await dump(db)).posts).toHaveLength(1);
  });

  test("a renamed account is chosen by either of its handles, for its old file and its new one", async () => {
    await known("ubah.lama", NOW - 2 * DAY, "17840000000000951");
    await known("ubah.baru", NOW - DAY, "17840000000000951");
    for (const [place, id] of [
      [1, ""],
      [2, "17840000000000951"],
    ] as const) {
      for (const [named, account] of [
        ["ubah.lama", "ubah.baru"],
        ["ubah.baru", "ubah.lama"],
      ] as const) {
        const rows = [row(place, named, id), row(3, "mitra"), row(4, "mitra")];
        expect(await put(file(...rows), { ...CHOICES, account })).toMatchObject({
          accounts_added: 0,
        });
      }
    }
    expect(await handles()).toEqual(["ubah.baru"]);
    expect((await dump(db)).posts).toHaveLength(2);
  });

  test("an id that lost its end is no account's, and the whole file may come later", async () => {
    const zeroed = file(
      row(1, "bulat", "17841405822304900").replace("17900000000000951", "17900000000000900"),
    );
    const link = "https://www.instagram.com/p/DfjiMEXgAAC/";
    await put(zeroed.replace(",,1\n", `,${link},1\n`), CHOICES);
    expect((await dump(db)).accounts).toMatchObject([{ handle: "bulat", external_id: null }]);
    const whole = file(row(1, "bulat", "17841405822304967")).replace(",,1\n", `,${link},2\n`);
    expect(await put(whole, CHOICES)).toMatchObject({ accounts_added: 0, posts_added: 0 });
  });
});

describe("a file in pieces", () => {
  const HEADER =
    "Post ID,Account ID,Account username,Publish time,Description,Likes,Comments,Shares,Views,Reach";
  const row = (index: number) => {
    const day = String(1 + (index % 28)).padStart(2, "0");
    const month = String(1 + (index % 10)).padStart(2, "0");
    return `18${index},178,perpus,${month}/${day}/2026 10:00,"Judul ${"x".repeat(500)}",${index},1,2,${index * 9},${index * 7}`;
  };
  const piece = (from: number) =>
    [HEADER, ...Array.from({ length: 250 }, (_, index) => row(from + index))].join("\n");

  test("is one import, each piece of 250 rows within forty queries and one batch", async () => {
    const first = await counting(db, (counted) => importFile(counted, bytes(piece(0)), OPTIONS));
    expect(first.result).toMatchObject({ import: 1, rows: 250, posts_added: 250 });
    expect(first.queries).toBeLessThanOrEqual(40);
    expect(first.batches).toBe(1);
    // ten minutes later: still the same reading
    const options = { ...OPTIONS, now: NOW + 600, import_id: 1, first_row: 252 };
    const second = await counting(db, (counted) =>
      importFile(counted, bytes(`${piece(250)}\nbad,178,perpus,x,,,,,,`), options),
    );
    expect(second.result).toMatchObject({ import: 1, rows: 251, posts_added: 250 });
    expect(second.result.skipped).toMatchObject([{ row: 502, code: "not_an_id" }]);
    expect(second.queries).toBeLessThanOrEqual(40);
    expect(second.batches).toBe(1);
    const { imports, post_readings, import_parts } = await dump(db);
    expect(imports).toMatchObject([{ rows: 501, skipped: 1, posts_added: 500 }]);
    expect(new Set((post_readings as { read_at: number }[]).map(({ read_at }) => read_at))).toEqual(
      new Set([NOW]),
    );
    expect(import_parts).toHaveLength(2);
  });

  test("takes no piece of another export, and none once it was undone", async () => {
    await put(INSTAGRAM);
    await expect(put(TIKTOK, { import_id: 1 })).rejects.toMatchObject({ code: "conflict" });
    await undoImport(db, 1, { now: NOW, time_zone: ZONE });
    await expect(put(piece(0), { import_id: 1 })).rejects.toMatchObject({ code: "gone" });
  });
});
