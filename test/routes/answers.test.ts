/** Answers over HTTP: as JSON, as a page, by the working hours, of whom one may see, in the month's report. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorker, type TestWorker } from "../worker.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Thursday, 26 November 2026, 12:00 in Jakarta. */
const NOW = Date.parse("2026-11-26T05:00:00Z") / 1000;
/** Monday, 2 November, 08:00 there. */
const MONDAY = Date.parse("2026-11-02T01:00:00Z") / 1000;
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");

/** Under one post, written an hour after the other from a Monday on; answered so many hours later, `null`: not. */
const commentsOf = (post: string, at: number, hours: readonly (number | null)[], asks: boolean) =>
  hours.flatMap((later, index) => {
    const one = {
      external_id: `${post}c${index}`,
      post,
      at: iso(at + index * HOUR),
      ours: false,
      reply_to: null,
      asks,
    };
    return later === null
      ? [one]
      : [
          one,
          {
            external_id: `${post}r${index}`,
            post,
            at: iso(at + (index + later) * HOUR),
            ours: true,
            reply_to: one.external_id,
            asks: null,
          },
        ];
  });

/** From the first of its own comments on that a push tells, the answers of an account are known. */
const ownComment = (post: string) => ({
  external_id: `${post}o`,
  post,
  at: iso(MONDAY - HOUR),
  ours: true,
  reply_to: null,
  asks: null,
});

let worker: TestWorker;
let view = "";
beforeAll(async () => {
  worker = await startWorker({ now: iso(NOW) });
  const snapshot = (
    platform: string,
    comments: object[],
    posts: { external_id: string; [field: string]: unknown }[],
  ) => ({
    ...{ platform, account: "perpus", read_at: iso(NOW - HOUR), followers: 100 },
    posts,
    comments:
      comments.length === 0
        ? []
        : [...comments, ...posts.map(({ external_id }) => ownComment(external_id))],
  });
  const post = {
    published_at: iso(MONDAY - DAY),
    format: "image",
    likes: 3,
    comments: 2,
    shares: 0,
  };
  const pushed = await worker.send("POST", "/api/snapshots", [
    snapshot(
      "instagram",
      // twenty in all: twelve answered after two hours, eight not
      commentsOf("1", MONDAY, [...Array(12).fill(2), ...Array(8).fill(null)], true),
      [
        {
          external_id: "1",
          ...post,
          caption: "Jam layanan <b>baru</b>",
          url: "https://www.instagram.com/p/one/",
        },
      ],
    ),
    snapshot("facebook", commentsOf("2_2", MONDAY, [30, null, 1], false), [
      { external_id: "2_2", ...post },
    ]),
    snapshot(
      "tiktok",
      [],
      [
        {
          external_id: "7300000000000000000",
          ...post,
          published_at: iso(MONDAY),
          format: "short_video",
        },
      ],
    ),
  ]);
  expect([pushed.status, await pushed.text()]).toMatchObject([200, expect.any(String)]);
  view = await worker.token("view");
});
afterAll(() => worker.close());

type Row = {
  platform: string | null;
  comments: number;
  questions: number;
  unanswered: number;
  waiting: number;
  within_day: { answered: number; of: number };
  median_minutes: Record<
    string,
    { median: number | null; low: number | null; high: number | null }
  > | null;
};
type Responses = {
  responses: Row[];
  not_read: object[];
  waiting: {
    comment: string;
    platform: string;
    asks: boolean | null;
    url: string | null;
    at: string;
  }[];
};
const asked = async (query = "", token = view): Promise<Responses> => {
  const answer = await worker.send("GET", `/api/responses${query}`, undefined, token);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Responses;
};
const look = async (path: string, token = view): Promise<string> => {
  const answer = await worker.fetch(path, { headers: { cookie: `denyut=${token}` } });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
};

describe("how soon comments are answered", () => {
  test("of each account whose comments are read, and of all together", async () => {
    const { responses, not_read } = await asked();
    expect(
      responses.map(({ platform, comments, questions, unanswered, waiting, within_day }) => [
        ...[platform, comments, questions, unanswered, waiting],
        `${within_day.answered}/${within_day.of}`,
      ]),
    ).toEqual([
      ["instagram", 20, 20, 8, 8, "12/20"],
      ["facebook", 3, 0, 1, 1, "1/3"],
      [null, 23, 20, 9, 9, "13/23"],
    ]);
    expect(not_read).toEqual([{ platform: "tiktok", account: "perpus" }]);
  });

  test("a median from twenty comments on, by both clocks", async () => {
    const [instagram, facebook] = (await asked()).responses;
    expect(facebook?.median_minutes).toBeNull();
    expect(instagram?.median_minutes?.all_hours).toMatchObject({ median: 120, low: 120 });
    // written from 08:00 to 19:00: seven waited two hours, one until it closed, the last four for no working minute
    expect(instagram?.median_minutes?.working_hours).toMatchObject({ median: 120, low: 60 });
  });

  test("the working hours are the library's", async () => {
    // by these it never opens on a Monday, when all of it happened
    const hours = { days: [2], from: "09:00", to: "10:00" };
    await worker.send("PATCH", "/api/settings", { working_hours: hours });
    const [moved] = (await asked()).responses;
    expect(moved?.median_minutes?.working_hours?.median).toBe(0);
    await worker.send("PATCH", "/api/settings", {
      working_hours: { days: [1, 2, 3, 4, 5], from: "08:00", to: "16:00" },
    });
  });

  test("days that were left out are no working hours, of their account alone", async () => {
    const { accounts } = (await (await worker.send("GET", "/api/accounts")).json()) as {
      accounts: { id: number; platform: string }[];
    };
    const instagram = accounts.find(({ platform }) => platform === "instagram")?.id;
    const made = await worker.send("POST", "/api/notes", {
      ...{ from_on: "2026-11-02", to_on: "2026-11-02", text: "Listrik padam" },
      accounts: [instagram],
      left_out: true,
    });
    const { note } = (await made.json()) as { note: { id: number; version: number } };
    const [row] = (await asked()).responses;
    expect(row?.median_minutes?.working_hours?.median).toBe(0);
    await worker.send("DELETE", `/api/notes/${note.id}`, { version: note.version });
  });

  test("those of another period, and of a platform", async () => {
    const { responses } = await asked("?from=2026-10-01&to=2026-10-31");
    expect(responses.map(({ comments }) => comments)).toEqual([0, 0, 0]);
    // who waits does so now
    expect(responses.map(({ waiting }) => waiting)).toEqual([8, 1, 9]);
    const one = await asked("?platform=facebook");
    expect(one.responses.map(({ platform }) => platform)).toEqual(["facebook"]);
    expect(one.waiting).toHaveLength(1);
    const answer = await worker.send("GET", "/api/responses?from=2026-13-01", undefined, view);
    expect(answer.status).toBe(400);
  });

  test("a link that opens one account tells of that alone", async () => {
    const made = await worker.send("POST", "/api/links", {
      kind: "view",
      name: "FB",
      accounts: [2],
    });
    const { url } = (await made.json()) as { url: string };
    const { responses, waiting } = await asked("", url.split("/").at(-1));
    expect(responses).toHaveLength(1);
    expect(new Set(waiting.map(({ platform }) => platform))).toEqual(
      new Set([responses[0]?.platform]),
    );
  });
});

describe("who waits", () => {
  test("questions before the rest, the oldest first, each with its place", async () => {
    const { waiting } = await asked();
    expect(waiting.map(({ asks }) => asks)).toEqual([...Array(8).fill(true), false]);
    const times = waiting.slice(0, 8).map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(waiting[0]?.url).toContain("instagram.com/p/one");
  });

  test("on the page, with the post's words as text", async () => {
    const html = await look("/answers");
    expect(html).toContain("9 komentar menunggu jawaban, 8 di antaranya pertanyaan");
    expect(html).toContain("Jam layanan &lt;b>baru");
    expect(html).toContain("https://www.instagram.com/p/one/");
  });
});

test("the page says it in a sentence, in both languages", async () => {
  expect(await look("/answers?platform=instagram")).toMatch(
    /<h1><em>8 pertanyaan menunggu jawaban<\/em>\. Separuh komentar dijawab dalam <em>2\s?jam<\/em>.*60% dalam sehari\.</,
  );
  expect(await look("/answers?platform=facebook&lang=en")).toContain("too few");
  expect(await look("/answers?platform=tiktok&lang=id")).toContain("belum terbaca");
});

describe("the working hours' form", () => {
  const submit = (fields: [string, string][], token: string) =>
    worker.fetch("/answers/settings", {
      method: "POST",
      redirect: "manual",
      headers: { cookie: `denyut=${token}`, origin: worker.url.origin, accept: "text/html" },
      body: new URLSearchParams(fields),
    });

  test("is the admin's, needs no script, and says what is wrong beside what was typed", async () => {
    const admin = await worker.token("admin");
    expect((await submit([["days", "1"]], view)).status).toBe(403);
    const refused = await submit(
      [
        ["from", "17:00"],
        ["to", "09:00"],
      ],
      admin,
    );
    const html = await refused.text();
    expect(refused.status).toBe(400);
    expect(html).toContain("pilih sedikitnya satu hari");
    expect(html).toContain("harus lebih akhir daripada jam buka");
    expect(html).toContain('value="17:00"');
    // as people type an hour
    const saved = await submit(
      [
        ["days", "6"],
        ["days", "1"],
        ["from", "9.00"],
        ["to", "17:00"],
      ],
      admin,
    );
    expect([saved.status, saved.headers.get("location")]).toEqual([303, "/answers?just=hours"]);
    const { working_hours } = (await (await worker.send("GET", "/api/settings")).json()) as {
      working_hours: object;
    };
    expect(working_hours).toEqual({ days: [1, 6], from: "09:00", to: "17:00" });
    expect(await look("/answers?just=hours", admin)).toContain("Jam kerja disimpan");
  });
});

test("the month's report has it", async () => {
  const answer = await worker.send("GET", "/api/report/2026-11", undefined, view);
  const { report } = (await answer.json()) as {
    report: {
      service: {
        accounts: { platform: string; comments: number; waiting: number }[];
        all: { comments: number };
        without: object[];
      };
    };
  };
  expect(
    report.service.accounts.map(({ platform, comments, waiting }) => [platform, comments, waiting]),
  ).toEqual([
    ["instagram", 20, 8],
    ["facebook", 3, 1],
  ]);
  expect(report.service.all.comments).toBe(23);
  expect(report.service.without).toHaveLength(1);
  const table = await (
    await worker.fetch("/report/2026-11.csv", { headers: { cookie: `denyut=${view}` } })
  ).text();
  expect(table).toMatch(/Layanan di media sosial.*Komentar.*23/);
});
