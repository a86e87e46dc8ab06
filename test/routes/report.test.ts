/** The monthly report over HTTP: what was signed and what is a draft, who opens it, who sees what of it, and its tables. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOURLY_CRON } from "../../functions/model/run.ts";
import { ADMIN_TOKEN, push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
/** What is the other account's alone. */
const SECRET = "rahasiax";
const HIDDEN_COUNT = 77_123;

let worker: TestWorker;
let pusher: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  pusher = await worker.token("push");
  const posts = (account: string, likes: number, caption: string) =>
    Array.from({ length: 12 }, (_, n) => ({
      external_id: `${account}${n}`,
      published_at: `2026-10-${String(2 * n + 2).padStart(2, "0")}T03:00:00Z`,
      format: "image" as const,
      caption: n === 0 ? caption : "Buku baru",
      url: `https://www.instagram.com/p/${account}${n}/`,
      likes: likes + n,
      comments: 0,
      shares: 0,
    }));
  await push(worker, pusher, [
    { platform: "instagram", account: "perpus", read_at: "2026-09-30T05:00:00Z", followers: 1000 },
    {
      platform: "instagram",
      account: "perpus",
      read_at: "2026-10-31T05:00:00Z",
      followers: 1100,
      posts: posts("own", 10, '=HYPERLINK("https://elsewhere")'),
    },
    {
      platform: "x",
      account: SECRET,
      read_at: "2026-10-31T05:00:00Z",
      followers: HIDDEN_COUNT,
      posts: posts("theirs", HIDDEN_COUNT, SECRET),
    },
    { platform: "instagram", account: "perpus", read_at: "2026-11-22T05:00:00Z", followers: 1150 },
  ]);
  const note = {
    from_on: "2026-10-05",
    to_on: "2026-10-05",
    text: `Catatan ${SECRET}`,
    accounts: [2],
  };
  expect((await worker.send("POST", "/api/notes", note)).status).toBe(201);
});
afterAll(() => worker.close());

type Answer = {
  month: string;
  revision: number | null;
  revisions: { revision: number; made_at: string }[];
  moved: boolean;
  report: Record<string, never> & {
    draft: boolean;
    posts: object[];
    summary: { rule: string; posts: number }[];
  };
};
const json = async (path: string, token?: string) => {
  const answer = await worker.send("GET", path, undefined, token);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};
const page = (path: string, token = ADMIN_TOKEN) =>
  worker.fetch(path, { headers: { authorization: `Bearer ${token}`, accept: "text/html" } });
const post = (path: string, form: Record<string, string> = {}) =>
  worker.fetch(path, {
    method: "POST",
    headers: { cookie: `denyut=${ADMIN_TOKEN}`, origin: worker.url.origin },
    body: new URLSearchParams(form),
  });
const notices = async (token?: string) => {
  const answer = await worker.send("GET", "/api/notices", undefined, token);
  const { notices: all } = (await answer.json()) as { notices: { kind: string; month?: string }[] };
  return all.flatMap(({ kind, month }) => (kind === "report" ? month : []));
};
const tasks = async (token?: string) => {
  const answer = await worker.send("GET", "/api/overview", undefined, token);
  return ((await answer.json()) as { tasks: { kind: string }[] }).tasks.map(({ kind }) => kind);
};
/** What is written behind an answer is there a moment later. */
const behind = () => new Promise((resolve) => setTimeout(resolve, 300));

describe("before one is made", () => {
  test("/report leads to the last whole month, keeping what else was asked", async () => {
    const answer = await page("/report?lang=en");
    expect([answer.status, answer.headers.get("location")]).toEqual([
      302,
      "/report/2026-10?lang=en",
    ]);
  });

  test.each([
    ["the last month", "2026-10", "2026-10-31", 24],
    ["the running one", "2026-11", "2026-11-23", 0],
  ])("%s is a draft", async (_, month, to, posts) => {
    const { revision, revisions, moved, report } = await json(`/api/report/${month}`);
    expect([revision, revisions, moved]).toEqual([null, [], false]);
    expect(report).toMatchObject({ month, to, draft: true, made_at: NOW });
    expect(report.posts).toHaveLength(posts);
    expect((await page(`/report/${month}`)).status).toBe(200);
  });

  test.each([
    "/report/2026-12",
    "/report/2026-08",
    "/report/2026-13",
    "/report/october",
    "/report/2026-10?revision=1",
    "/report/2026-10?revision=x",
    "/report/2026-11?revision=1",
    "/report/2026-12.csv",
    "/api/report/2019-01",
  ])("there is no %s", async (path) => expect((await page(path)).status).toBe(404));

  test("the running month is not made", async () => {
    const answer = await worker.send("POST", "/api/report/2026-11");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { problems: [{ path: "month" }] } });
  });
});

describe("once it is made", () => {
  beforeAll(async () => {
    expect(await worker.scheduled(Date.parse(NOW) / 1000, HOURLY_CRON)).toMatchObject({
      outcome: "ok",
    });
  });

  test("its notice is a task of the Overview, and no more than that", async () => {
    expect(await notices()).toEqual(["2026-10"]);
    expect(await tasks()).toContain("report");
    const overview = await (await page("/")).text();
    expect(overview).toContain('href="/report/2026-10"');
  });

  test("it is no draft any more, and not moved", async () => {
    const { revision, revisions, moved, report } = await json("/api/report/2026-10");
    expect([revision, revisions, moved, report.draft]).toEqual([
      1,
      [{ revision: 1, made_at: NOW }],
      false,
      false,
    ]);
  });

  describe("a link that is limited to one account", () => {
    let own: string;
    beforeAll(async () => {
      own = await worker.token("view", { accounts: [1] });
    });

    test.each([
      "/report/2026-10",
      "/report/2026-11",
      "/report/2026-10.csv",
      "/report/2026-10-posts.csv",
      "/api/report/2026-10",
      "/api/report/2026-11",
    ])("is told nothing of the other by %s", async (path) => {
      const text = await (await page(path, own)).text();
      expect(text).toMatch(/perpus/);
      expect(text).not.toContain(SECRET);
      expect(text).not.toMatch(/77[.,]?1\d\d/);
    });

    test("its sums are the own account's", async () => {
      const { report } = await json("/api/report/2026-10", own);
      expect(report.summary[0]).toMatchObject({ rule: "posted", posts: 12, accounts: 1 });
      expect(report.posts).toHaveLength(12);
    });

    test("is not asked to read, and ends nobody's notice by it", async () => {
      expect(await notices(own)).toEqual([]);
      expect(await tasks(own)).not.toContain("report");
      await page("/report/2026-10", own);
      await behind();
      expect(await notices()).toEqual(["2026-10"]);
    });
  });

  test.each([
    ["a program's reading", () => worker.send("GET", "/api/report/2026-10")],
    ["its table", () => page("/report/2026-10.csv")],
    ["the draft of another month", () => page("/report/2026-11")],
    ["a volunteer's link", async () => page("/report/2026-10", await worker.token("plan"))],
    [
      "a question whether it is there",
      () =>
        worker.fetch("/report/2026-10", {
          method: "HEAD",
          headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
        }),
    ],
  ])("%s opens nothing", async (_, ask) => {
    expect((await ask()).status).toBe(200);
    await behind();
    expect(await notices()).toEqual(["2026-10"]);
  });

  test("whoever holds a view link to all opens it: noted once, and the notice ends with it", async () => {
    await page("/report/2026-10", await worker.token("view"));
    await behind();
    expect(await notices()).toEqual([]);
    expect(await tasks()).not.toContain("report");
    const { results } = await worker.db.prepare("select revision, opened_at from reports").all();
    expect(results).toEqual([{ revision: 1, opened_at: Date.parse(NOW) / 1000 }]);
    const before = await worker.db.prepare("select version from library").first("version");
    await page("/report/2026-10");
    await behind();
    expect(await worker.db.prepare("select version from library").first("version")).toBe(before);
  });

  test("seen again it is 304", async () => {
    const etag = (await page("/report/2026-10")).headers.get("etag") ?? "";
    const again = await worker.fetch("/report/2026-10", {
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, "if-none-match": etag },
    });
    expect(again.status).toBe(304);
  });

  test("made anew without a change it stands, and the form says so", async () => {
    const answer = await worker.send("POST", "/api/report/2026-10");
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { month: "2026-10", revision: 1, made: false },
    ]);
    expect((await post("/report/2026-10")).headers.get("location")).toBe(
      "/report/2026-10?just=unchanged",
    );
  });

  describe("figures that came late", () => {
    test("are said to have moved, and what was signed stands", async () => {
      const before = await json("/api/report/2026-10");
      await push(worker, pusher, [
        {
          platform: "instagram",
          account: "perpus",
          read_at: "2026-11-22T06:00:00Z",
          posts: [{ external_id: "late", published_at: "2026-10-30T03:00:00Z", likes: 5 }],
        },
      ]);
      const after = await json("/api/report/2026-10");
      expect([before.moved, after.moved]).toEqual([false, true]);
      expect(after.report).toEqual(before.report);
    });

    test("whoever may see the other account alone is not told that they moved", async () => {
      const { moved } = await json(
        "/api/report/2026-10",
        await worker.token("view", { accounts: [2] }),
      );
      expect(moved).toBe(false);
    });

    test("make a revision, which stands beside the first", async () => {
      expect((await post("/report/2026-10")).headers.get("location")).toBe(
        "/report/2026-10?just=made",
      );
      const newest = await json("/api/report/2026-10");
      expect([
        newest.revision,
        newest.revisions.map(({ revision }) => revision),
        newest.moved,
      ]).toEqual([2, [1, 2], false]);
      expect(newest.report.posts).toHaveLength(25);
      const first = await json("/api/report/2026-10?revision=1");
      expect([first.revision, first.report.posts.length, first.moved]).toEqual([1, 24, true]);
      expect((await page("/report/2026-10?revision=3")).status).toBe(404);
    });
  });
});

describe("its tables", () => {
  const text = async (path: string) => (await page(path)).text();

  test("are for a spreadsheet, in the person's language", async () => {
    const answer = await page("/report/2026-10.csv");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="denyut-2026-10.csv"',
    );
    const lines = (await answer.text()).split("\r\n");
    // the mark of its encoding goes with the text that it is decoded to
    expect(lines[0]?.replace("\uFEFF", "")).toBe(
      "Bagian;Platform;Akun;Rincian;Ukuran;Nilai;Bulan sebelumnya;Bulan sama tahun lalu;Target;Tercapai",
    );
    expect(lines).toContain("Capaian;Instagram;perpus;pada akhir bulan;Pengikut;1100;1000;;;");
    expect(lines).toContain("Capaian;Instagram;perpus;;Unggahan;13;0;;;");
    expect(lines).toContain(
      `"Catatan dan kendala";X;${SECRET};Catatan ${SECRET};Catatan;2026-10-05;;;;`.replaceAll(
        '"',
        "",
      ),
    );
    expect((await text("/report/2026-10.csv?lang=en")).split("\r\n")[0]).toContain(
      "Part,Platform,Account",
    );
  });

  test("of the posts: every one with its address, and no text is calculated", async () => {
    const csv = await text("/report/2026-10-posts.csv?lang=en");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(26);
    expect(csv).toContain("https://www.instagram.com/p/own0/");
    expect(csv).toContain(`"'=HYPERLINK(""https://elsewhere"")"`);
  });

  test("an older revision's by its number", async () => {
    const csv = await text("/report/2026-10-posts.csv?revision=1");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(25);
  });
});

describe("its head and who signs", () => {
  const settings = async () =>
    ((await (await worker.send("GET", "/api/settings")).json()) as { report: object }).report;
  const BLANK = { title: null, name: null, nip: null };

  test("are blank at first, and said whole", async () => {
    expect(await settings()).toEqual({
      letterhead: [],
      place: null,
      approver: BLANK,
      author: BLANK,
    });
    const report = {
      letterhead: ["PEMERINTAH KOTA PASURUAN", " "],
      place: " Pasuruan ",
      approver: { title: "Kepala", name: "Siti", nip: "" },
    };
    expect((await worker.send("PATCH", "/api/settings", { report })).status).toBe(200);
    expect(await settings()).toEqual({
      letterhead: ["PEMERINTAH KOTA PASURUAN"],
      place: "Pasuruan",
      approver: { title: "Kepala", name: "Siti", nip: null },
      author: BLANK,
    });
  });

  test("other settings leave them as they are", async () => {
    const before = await settings();
    expect((await worker.send("PATCH", "/api/settings", { x_ceiling_usd: 6 })).status).toBe(200);
    expect(await settings()).toEqual(before);
  });

  test("a plain form says the same", async () => {
    const answer = await post("/report/settings", {
      letterhead: "PEMERINTAH KOTA\r\n\r\nDINAS",
      place: "",
      approver_title: "",
      approver_name: "Budi",
      approver_nip: "1",
      author_title: "Pengelola",
      author_name: "",
      author_nip: "",
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/report?just=settings"]);
    expect(await settings()).toEqual({
      letterhead: ["PEMERINTAH KOTA", "DINAS"],
      place: null,
      approver: { title: null, name: "Budi", nip: "1" },
      author: { title: "Pengelola", name: null, nip: null },
    });
  });

  test("its page shows what stands, and what was refused as it was typed", async () => {
    const shown = await (await page("/report/settings")).text();
    expect(shown).toContain("PEMERINTAH KOTA\nDINAS</textarea>");
    expect(shown).toContain('name="approver_name" value="Budi"');
    const long = "x".repeat(121);
    const before = await settings();
    const answer = await post("/report/settings", {
      letterhead: "a\nb\nc\nd\ne",
      author_name: long,
      place: "Pasuruan",
    });
    const again = await answer.text();
    expect(answer.status).toBe(400);
    expect(again).toContain("Nama pengelola");
    expect(again).toContain(`name="author_name" value="${long}"`);
    expect(again).toContain("a\nb\nc\nd\ne</textarea>");
    expect(await settings()).toEqual(before);
  });

  test.each([
    [{ letterhead: ["a", "b", "c", "d", "e"] }, "report.letterhead too_long"],
    [{ letterhead: ["a".repeat(121)] }, "report.letterhead[0] too_long"],
    [{ place: "a\u0000" }, "report.place control_character"],
    [{ author: { name: 7 } }, "report.author.name wrong_type"],
    [{ seal: "x" }, "report.seal unknown_field"],
  ])("%j is refused by its field", async (report, expected) => {
    const answer = await worker.send("PATCH", "/api/settings", { report });
    const { error } = (await answer.json()) as {
      error: { problems: { path: string; code: string }[] };
    };
    expect([answer.status, ...error.problems.map(({ path, code }) => `${path} ${code}`)]).toEqual([
      400,
      expected,
    ]);
  });

  test("are put on the newest report when it is made anew, which is no revision, and on none before", async () => {
    expect((await post("/report/2026-10")).headers.get("location")).toBe(
      "/report/2026-10?just=dressed",
    );
    const { report, revision } = await json("/api/report/2026-10");
    expect(revision).toBe(2);
    expect(report.settings).toMatchObject({ letterhead: ["PEMERINTAH KOTA", "DINAS"] });
    const first = await json("/api/report/2026-10?revision=1");
    expect(first.report.settings).toMatchObject({ letterhead: [] });
  });
});

describe("an account of it", () => {
  const seen = async (link: object) =>
    JSON.stringify(await json("/api/report/2026-10", await worker.token("view", link)));

  test("that is hidden since is shown to the admin alone", async () => {
    expect(await seen({})).toContain(SECRET);
    await worker.send("PATCH", "/api/accounts/2", { hidden: true });
    for (const link of [{}, { accounts: [2] }]) expect(await seen(link)).not.toContain(SECRET);
    expect(JSON.stringify(await json("/api/report/2026-10"))).toContain(SECRET);
    await worker.send("PATCH", "/api/accounts/2", { hidden: false });
    expect(await seen({ accounts: [2] })).toContain(SECRET);
  });

  test("that is erased since is in no revision, for nobody, whoever has its id", async () => {
    let done = false;
    for (let turns = 0; turns < 9 && !done; turns += 1) {
      const answer = await worker.send("DELETE", "/api/accounts/2?erase=true");
      done = ((await answer.json()) as { done: boolean }).done;
    }
    for (const revision of [1, 2]) {
      const told = JSON.stringify(await json(`/api/report/2026-10?revision=${revision}`));
      expect(told).not.toContain(SECRET);
      expect(told).toContain("perpus");
    }
    await push(worker, pusher, [
      { platform: "x", account: "baru", read_at: "2026-11-22T05:00:00Z", followers: 5 },
    ]);
    expect(await seen({ accounts: [2] })).not.toContain("perpus");
  });
});
