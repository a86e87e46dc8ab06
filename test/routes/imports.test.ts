/** A file over HTTP: looked at without a trace, stored as the look decided, in pieces like in one. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SeenFile } from "../../functions/present/views/seen-file.ts";
import { dump } from "../database.ts";
import { X_OVERVIEW } from "../normalise/files.ts";
import { ADMIN_TOKEN, push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  await push(worker, await worker.token("push"), [
    {
      platform: "instagram",
      account: "perpus",
      read_at: "2026-11-12T05:00:00Z",
      followers: 1204,
      posts: [{ external_id: "2", published_at: "2026-11-08T13:10:00Z", likes: 3 }],
    },
  ]);
});
afterAll(() => worker.close());

const everything = async () => JSON.stringify(await dump(worker.db));

const send = (query: Record<string, string>, body: string) =>
  worker.fetch(`/api/import?${new URLSearchParams(query)}`, {
    method: "POST",
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "text/csv" },
    body,
  });

/** What a look answers. It leaves no trace. */
async function look(body: string, query: Record<string, string> = {}): Promise<SeenFile> {
  const before = await everything();
  const answer = await send({ dry_run: "true", ...query }, body);
  expect(await everything()).toBe(before);
  return (await answer.json()) as SeenFile;
}

const HEADER = "Post ID,Account username,Publish time,Permalink,Post type,Likes,Custom labels";
const FILE = `${HEADER}
1,perpus,09/11/2026 20:10,,IG reel,5,a
2,perpus,08/11/2026 20:10,,IG image,7,b
3,perpus,07/11/2026 20:10,,IG image,many,c
`;

describe("a look", () => {
  test("says all that storing would do", async () => {
    const seen = await look(FILE, {
      date_order: "day_first",
      time_zone: "Asia/Jakarta",
      name: "posts 2026-11-20.csv",
      modified: "2026-11-21T00:00:00Z",
    });
    expect(seen).toMatchObject({
      dry_run: true,
      kind: "instagram_posts",
      accounts: [
        {
          platform: "instagram",
          handle: "perpus",
          name: null,
          state: "known",
          was: null,
          called: null,
        },
      ],
      posts_added: 1,
      posts_updated: 1,
      posts_unchanged: 0,
      days: 0,
      followers: 0,
      from: "2026-11-08",
      to: "2026-11-09",
      rows: 3,
      skipped: [{ row: 4, code: "not_a_count" }],
      unused: ["Custom labels"],
      read_at: "2026-11-20T16:59:59Z",
      read_at_from: "name",
      time_zone: "Asia/Jakarta",
      decided: {
        time_zone: "Asia/Jakarta",
        date_order: "day_first",
        read_at: "2026-11-20T16:59:59Z",
        owner: "perpus",
        numbers: "comma_groups",
        ids: "whole",
      },
      partial: false,
    });
    expect(seen.first).toEqual([
      {
        external_id: "1",
        url: null,
        published_at: "2026-11-09T13:10:00Z",
        published_precision: "second",
        format: "short_video",
        caption: null,
        paid: null,
        likes: 5,
        comments: null,
        shares: null,
        saves: null,
        reach: null,
        views: null,
        clicks: null,
        watch_seconds: null,
      },
      expect.objectContaining({ external_id: "2", published_at: "2026-11-08T13:10:00Z" }),
    ]);
  });

  test("asks what has to be answered, with what each answer would make of the file", async () => {
    const { doubts } = await look(FILE);
    expect(doubts.find(({ code }) => code === "date_order")).toEqual({
      code: "date_order",
      rows: 3,
      must: true,
      ask: {
        parameter: "date_order",
        chosen: null,
        choices: [
          { value: "day_first", published_at: expect.stringMatching(/^2026-11-10T04:10:00Z$/) },
          { value: "month_first", published_at: expect.stringMatching(/^2026-09-12T03:10:00Z$/) },
        ],
      },
    });
    const before = await everything();
    const refused = await send({}, FILE);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      error: { problems: [{ path: "date_order", code: "date_order" }] },
    });
    expect(await everything()).toBe(before);
  });

  test.each(["perpuskota", "@PerpusKota", "https://x.com/perpuskota", "x.com/PerpusKota/"])(
    "the account may be named as %s",
    async (account) => {
      expect((await look(X_OVERVIEW)).doubts).toMatchObject([{ code: "no_account", must: true }]);
      const seen = await look(X_OVERVIEW, { account });
      expect(seen.accounts).toMatchObject([{ handle: "perpuskota", state: "new" }]);
      expect(seen).toMatchObject({ doubts: [], days: 2, first: [] });
    },
  );

  test.each<[string, Record<string, string>, string, string]>([
    ["an order that is none", { date_order: "year_first" }, "date_order", "not_one_of"],
    ["numbers that are none", { numbers: "roman" }, "numbers", "not_one_of"],
    ["a change at no instant", { modified: "yesterday" }, "modified", "not_an_instant"],
    ["a platform that is none", { platform: "myspace" }, "platform", "unknown_platform"],
    ["an account that is none", { account: "dua kata, bukan" }, "account", "not_a_handle"],
    ["an owner that is too long", { owner: "x".repeat(201) }, "owner", "too_long"],
    ["a day to come", { read_at: "2026-11-24T00:00:00Z" }, "read_at", "in_the_future"],
  ])("%s is refused by its name", async (_what, query, path, code) =>
    expect(await look(FILE, { date_order: "day_first", ...query })).toMatchObject({
      error: { problems: [{ path, code }] },
    }),
  );

  test("a change that lies in the future says nothing", async () =>
    expect(
      await look(FILE, { date_order: "day_first", modified: "2027-01-01T00:00:00Z" }),
    ).toMatchObject({ read_at: NOW, read_at_from: "now" }));
});

test("pieces are read as the look at the whole of the file decided", async () => {
  // only the first row says how thousands are grouped, only the last one that the day comes first
  const rows = [
    "11,taman,09/11/2026 20:10,,IG image,1.204.000,",
    "12,taman,08/11/2026 20:10,,IG image,1.204,",
    "13,taman,23/10/2026 20:10,,IG image,7,",
  ];
  const { decided } = await look([HEADER, ...rows].join("\n"));
  expect(decided).toMatchObject({ date_order: "day_first", numbers: "point_groups" });
  const query = Object.entries(decided).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  let id = "";
  for (const [at, row] of rows.entries()) {
    const answer = await send(
      { ...Object.fromEntries(query), import: id, first_row: String(at + 2) },
      `${HEADER}\n${row}`,
    );
    const { import: stored } = (await answer.json()) as { import: number };
    id ||= String(stored);
    expect(String(stored)).toBe(id);
  }
  const { results } = await worker.db
    .prepare(
      "select published_on, likes from posts join accounts a on a.id = account_id where a.handle = 'taman' order by published_at",
    )
    .all();
  expect(results).toEqual([
    { published_on: "2026-10-24", likes: 7 },
    { published_on: "2026-11-09", likes: 1204 },
    { published_on: "2026-11-10", likes: 1_204_000 },
  ]);
  // the same file looked at again brings nothing
  expect(await look([HEADER, ...rows].join("\n"))).toMatchObject({
    posts_added: 0,
    posts_updated: 0,
    posts_unchanged: 3,
  });
});

test("the same file read in another way is another reading", async () => {
  const file = `${HEADER}\n31,lain,09/11/2026 20:10,,IG image,5,\n`;
  const store = async (date_order: string) =>
    (await (await send({ date_order, modified: "2026-11-20T00:00:00Z" }, file)).json()) as object;
  expect(await store("month_first")).toMatchObject({ posts_added: 1, readings_added: 1 });
  expect(await store("month_first")).toMatchObject({ readings_unchanged: 1, readings_added: 0 });
  const { import: id } = (await store("month_first")) as { import: number };
  await worker.send("DELETE", `/api/imports/${id}`);
  expect(await store("day_first")).toMatchObject({ posts_added: 1 });
});

test("a handle is corrected by its address too; what was typed is listed on its account", async () => {
  const renamed = await worker.send("PATCH", "/api/accounts/1", {
    handle: "https://www.instagram.com/Perpus.Baru/",
  });
  expect(await renamed.json()).toMatchObject({ account: { handle: "perpus.baru" } });
  const refused = await worker.send("PATCH", "/api/accounts/1", { handle: "dua kata" });
  expect(await refused.json()).toMatchObject({
    error: { problems: [{ path: "handle", code: "not_a_handle" }] },
  });
  await worker.send("POST", "/api/typed", { account: 1, followers: "1.250" });
  const page = await worker.fetch("/data/bring", {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  });
  const html = await page.text();
  expect(html).toContain("1.250 pengikut pada 23 November");
  expect(html).toContain("terakhir 1.250, 23 November");
});

test.each(["1", "TRUE", "yes", "True"])(
  "a look that is asked for as dry_run=%s is refused, and nothing is stored",
  async (dry_run) => {
    const before = await everything();
    const answer = await send({ dry_run, account: "perpus" }, X_OVERVIEW);
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { error: { problems: [{ path: "dry_run", code: "not_one_of" }] } },
    ]);
    expect(await everything()).toBe(before);
  },
);

describe("days", () => {
  const daily = (figure: string, rows: string) => `sep=,\n"${figure}"\n"Date","Primary"\n${rows}`;
  const whose = { platform: "instagram", account: "perpus", name: "harian.csv", read_at: NOW };
  const put = async (figure: string, rows: string) => {
    const text = daily(figure, rows);
    const { first_days, figure: which, ...seen } = await look(text, whose);
    const stored = (await (await send(whose, text)).json()) as SeenFile;
    const { days_added, days_extended, days_replaced, days_unchanged } = seen;
    const days = { days_added, days_extended, days_replaced, days_unchanged };
    // what was said beforehand is what happens
    expect(stored).toMatchObject(days);
    return { days: Object.values(days), first_days, figure: which };
  };

  const TWO = '"2026-11-01T00:00:00","40"\n"2026-11-02T00:00:00","0"\n';

  test("are told as new, extended, replaced or as before, with the first of them", async () => {
    const first = await put("Instagram reach", TWO);
    expect(first.days).toEqual([2, 0, 0, 0]);
    expect(first.figure).toEqual({ metric: "reach", platform: "instagram" });
    expect(first.first_days).toMatchObject([
      { date: "2026-11-01", reach: 40, views: null, followers: null },
      { date: "2026-11-02", reach: 0, views: null, followers: null },
    ]);
    expect((await put("Instagram reach", TWO)).days).toEqual([0, 0, 0, 2]);
    expect((await put("Views", TWO)).days).toEqual([0, 2, 0, 0]);
    const mixed = TWO.replace("40", "41").replace("2026-11-02", "2026-11-03");
    expect((await put("Instagram reach", mixed)).days).toEqual([1, 0, 1, 0]);
  });

  test("of which nobody says whose they are are shown all the same", async () => {
    const seen = await look(daily("Facebook visits", `"2026-11-05T00:00:00",\n${TWO}`));
    expect(seen.figure).toEqual({ metric: "profile_views", platform: "facebook" });
    expect(seen.first_days.map(({ date, profile_views }) => [date, profile_views])).toEqual([
      ["2026-11-01", 40],
      ["2026-11-02", 0],
    ]);
    expect(seen).toMatchObject({ days: 0, days_added: 0 });
  });

  test("of followers are told too", async () => {
    const file = "Date,Followers\nNovember 20,2460\nNovember 21,2463\n";
    const query = { platform: "tiktok", account: "perpus", read_at: NOW };
    expect(await look(file, query)).toMatchObject({
      followers_added: 2,
      first_days: [
        { date: "2026-11-20", followers: 2460, views: null },
        { date: "2026-11-21", followers: 2463 },
      ],
      figure: null,
    });
    await send(query, file);
    expect(await look(file.replace("2463", "2464"), query)).toMatchObject({
      followers_added: 0,
      followers_replaced: 1,
      followers_unchanged: 1,
    });
  });
});

test("the list says of each import whose it is and of which figure, and what was typed", async () => {
  const text = 'sep=,\n"Page visits"\n"Date","Primary"\n"2026-10-01T00:00:00","40"\n';
  const whose = { platform: "facebook", account: "halaman", read_at: NOW };
  await send({ ...whose, name: "Visits.csv", label: "arsip.zip › Visits.csv" }, text);
  const api = async <T>(method: string, path: string, body?: unknown) =>
    (await (await worker.send(method, path, body)).json()) as T;
  type Accounts = { accounts: { id: number; handle: string; first_day_on: string }[] };
  const { accounts } = await api<Accounts>("GET", "/api/accounts");
  const page = accounts.find(({ handle }) => handle === "halaman");
  // the file holds no post: its days say since when there are figures
  expect(page).toMatchObject({ first_post_on: null, first_day_on: "2026-10-01" });
  await api("POST", "/api/typed", { account: page?.id, followers: "1.204" });
  const { imports } = await api<{ imports: unknown[] }>("GET", "/api/imports");
  expect(imports.slice(0, 2)).toMatchObject([
    { kind: "typed", name: "Facebook @halaman", account: page?.id, followers: 1204, post: null },
    {
      kind: "meta_daily",
      name: "arsip.zip › Visits.csv",
      account: page?.id,
      metric: "profile_views",
      followers: null,
    },
  ]);
});
