/** What is downloaded: the screen's own tables, and the export's files. */
import { describe, expect, test } from "vitest";
import { NO_FIGURES } from "../../functions/model/metric.ts";
import {
  type DownloadContext,
  toPostTable,
  toTrendTable,
} from "../../functions/present/download-rows.ts";
import { FILE_TYPES, isExtension, toFile } from "../../functions/present/export-file.ts";
import { toPostLine } from "../../functions/present/post-line.ts";
import { toWholePost } from "../../functions/present/post-view.ts";
import { tableWords } from "../../web/language/downloads.ts";
import { post } from "../analyse/months.ts";

const context = (language: "id" | "en"): DownloadContext => ({
  words: tableWords(language),
  language,
  time_zone: "Asia/Jakarta",
  rate_base: "followers",
});

/** The first row as its columns name it. */
const first = ({ columns, rows: [cells = []] }: ReturnType<typeof toPostTable>) => {
  expect(cells).toHaveLength(columns.length);
  return Object.fromEntries(columns.map(({ name }, index) => [name, cells[index]]));
};

const LINE = {
  ...toPostLine(
    post({
      id: 3,
      published_at: Date.parse("2026-11-23T17:30:00Z") / 1000,
      topic: "events",
      likes: 4,
      comments: 2,
      shares: null,
      interactions: 6,
      reach: 8,
      views: 9,
      score: 0.6,
      weak: true,
    }),
    { platform: "x", account: "perpus", caption: "Kuis", engagement_rate: 0.02534 },
  ),
  against_usual: "below" as const,
  url: "https://x.com/perpus/status/3",
};

describe("what a person downloads", () => {
  test("is a post in their words, by the library's clock, with its address", () => {
    expect(first(toPostTable([LINE], context("id")))).toEqual({
      Terbit: "2026-11-24 00:30",
      Platform: "X",
      Akun: "perpus",
      Jenis: "foto",
      Topik: "Kegiatan",
      "Teks unggahan": "Kuis",
      Tautan: "https://x.com/perpus/status/3",
      Suka: 4,
      Komentar: 2,
      Dibagikan: null,
      Interaksi: 6,
      "Tingkat keterlibatan (pengikut)": "2,53%",
      Jangkauan: 8,
      Tayangan: 9,
      "Kali dari biasanya": 0.6,
      "Masa lemah": "ya",
      Berbayar: "tidak",
    });
  });

  test("in English with a decimal point; of a post whose hour is unknown the day alone", () => {
    const day = { ...LINE, precision: "day" as const, weak: null, score: null, paid: true };
    expect(first(toPostTable([day], context("en")))).toMatchObject({
      Published: "2026-11-24",
      "Engagement rate (followers)": "2.53%",
      "Times the usual": null,
      "Weak streak": null,
      Boosted: "yes",
    });
  });

  test("is a bucket of the trend, whole numbers of people, and says whether it is whole", () => {
    const row = {
      date: "2026-11-02",
      whole: false,
      engagement_rate: 0.02,
      reach: 50.4,
      views: null,
      followers: 1200,
      posts: 2,
      interactions: 30,
      account: { platform: "x", handle: "perpus" } as const,
    };
    expect(first(toTrendTable([row], context("id")))).toEqual({
      "Mulai tanggal": "2026-11-02",
      Utuh: "tidak",
      Platform: "X",
      Akun: "perpus",
      "Tingkat keterlibatan (pengikut)": "2%",
      Jangkauan: 50,
      Tayangan: null,
      Pengikut: 1200,
      Unggahan: 2,
      Interaksi: 30,
    });
  });
});

describe("a file of the export", () => {
  const rows = [{ platform: "x", account: "perpus", name: "A", followers: 1204 }];
  const plain = { excel: false, language: "en" } as const;

  test("as CSV has every column, an unknown one empty", () =>
    expect(toFile("accounts", "csv", rows, plain)).toBe(
      "platform,account,name,url,followers,followers_at,last_read_at,external_id\r\n" +
        "x,perpus,A,,1204,,,\r\n",
    ));

  test("as CSV may be for Excel", () =>
    expect(toFile("accounts", "csv", [], { excel: true, language: "id" })).toMatch(
      /^\uFEFFplatform;account/,
    ));

  test("as JSON and NDJSON holds the rows as they are", () => {
    const [row] = rows;
    expect(toFile("accounts", "json", rows, plain)).toBe(JSON.stringify({ accounts: rows }));
    expect(toFile("accounts", "ndjson", [...rows, ...rows], plain)).toBe(
      `${JSON.stringify(row)}\n${JSON.stringify(row)}\n`,
    );
    expect(toFile("accounts", "ndjson", [], plain)).toBe("");
  });

  test.each([
    ["csv", true],
    ["json", true],
    ["ndjson", true],
    ["xlsx", false],
    ["toString", false],
  ])("may end in %s: %s", (extension, there) => expect(isExtension(extension)).toBe(there));

  test("is of its type, in UTF-8", () =>
    expect(FILE_TYPES).toEqual({
      csv: "text/csv; charset=utf-8",
      json: "application/json; charset=utf-8",
      ndjson: "application/x-ndjson; charset=utf-8",
    }));
});

describe("a whole post", () => {
  const ROW = {
    ...NO_FIGURES,
    likes: 3,
    reach: 11,
    external_id: "17",
    url: "https://x.com/perpus/status/17",
    read_at: 5,
    followers_at_publish: 1000,
    followers_estimated: true,
    removed_at: null,
    hidden_at: null,
    excused: "akun diretas",
    person_format: null,
    person_topic: null,
    person_paid: null,
  };
  const RATES = { by_followers: 0.1, by_reach: 0.2, by_views: null };

  test("has the row's figures and every rate", () =>
    expect(toWholePost(LINE, ROW, RATES)).toEqual({
      ...LINE,
      ...NO_FIGURES,
      likes: 3,
      reach: 11,
      external_id: "17",
      url: "https://x.com/perpus/status/17",
      read_at: 5,
      followers_at_publish: 1000,
      followers_estimated: true,
      removed_at: null,
      hidden: false,
      excused: "akun diretas",
      engagement_rate: 0.1,
      engagement_rate_by_reach: 0.2,
      engagement_rate_by_views: null,
      corrected: [],
    }));

  test('says what a person corrected, "no" included, and that it is hidden', () =>
    expect(
      toWholePost(
        LINE,
        {
          ...ROW,
          hidden_at: 0,
          person_format: "video",
          person_topic: "events",
          person_paid: false,
        },
        RATES,
      ),
    ).toMatchObject({ hidden: true, corrected: ["format", "topic", "paid"] }));

  test("leads to its own platform alone", () =>
    expect(
      toWholePost(LINE, { ...ROW, url: "https://elsewhere.example/17" }, RATES).url,
    ).toBeNull());
});
