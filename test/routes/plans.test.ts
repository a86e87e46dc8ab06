/** The calendar over HTTP: by program, by a form without a script, out as files and in again, by whom. */
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { icsFaults } from "../ics-faults.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const NOW = Date.parse("2026-11-23T05:30:00Z") / 1000;
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");
const DAY = 86_400;

let worker: TestWorker;
let plan = "";
let exported = "";
beforeAll(async () => {
  worker = await startWorker({ now: iso(NOW) });
  const pushed = await worker.send("POST", "/api/snapshots", [
    { platform: "instagram", account: "perpus", read_at: iso(NOW - DAY), followers: 100 },
    { platform: "x", account: "perpus", read_at: iso(NOW - DAY), followers: 10 },
  ]);
  expect(pushed.status).toBe(200);
  plan = await worker.token("plan");
  exported = await worker.token("export");
});
afterAll(() => worker.close());

type Made = { id: number; version: number; title: string; on: string; seen: string };
type Refused = { error: { code: string; problems: { path: string; code: string }[] } };

const make = async (body: object, token = plan): Promise<Made> => {
  const answer = await worker.send("POST", "/api/plans", { accounts: [1], ...body }, token);
  expect(answer.status).toBe(201);
  const { plans } = (await answer.json()) as { plans: Made[] };
  return plans[0] as Made;
};
const listed = async (query = ""): Promise<Made[]> => {
  const answer = await worker.send("GET", `/api/plans${query}`, undefined, plan);
  return ((await answer.json()) as { plans: Made[] }).plans;
};
const refusal = async (answer: Response): Promise<[number, string, string[]]> => {
  const { error } = (await answer.json()) as Refused;
  return [answer.status, error.code, error.problems.map(({ path, code }) => `${path} ${code}`)];
};

/** A browser that holds a link, and has no script. */
const submit = (path: string, fields: Record<string, string> | URLSearchParams, token = plan) =>
  worker.fetch(path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: `denyut=${token}`, origin: worker.url.origin, accept: "text/html" },
    body: new URLSearchParams(fields),
  });
const look = async (path: string, token = plan): Promise<string> => {
  const answer = await worker.fetch(path, {
    headers: { cookie: `denyut=${token}`, accept: "text/html" },
  });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};

describe("what is refused", () => {
  test.each([
    ["a day that does not exist", { on: "2026-02-31", title: "A" }, "on not_a_day"],
    [
      "an hour that does not exist",
      { on: "2026-12-01", at: "25:61", title: "A" },
      "at not_an_hour",
    ],
    [
      "an account that is not there",
      { on: "2026-12-01", title: "A", accounts: [9] },
      "accounts[0] unknown_account",
    ],
    [
      "a note of 2,001 letters",
      { on: "2026-12-01", title: "A", note: "a".repeat(2001) },
      "note too_long",
    ],
    ["a title of nothing", { on: "2026-12-01", title: " \u200b " }, "title empty"],
    ["a NUL", { on: "2026-12-01", title: "A\u0000B" }, "title control_character"],
    ["two lines in a title", { on: "2026-12-01", title: "A\r\nB" }, "title control_character"],
    [
      "a state that is none",
      { on: "2026-12-01", title: "A", state: "published" },
      "state not_one_of",
    ],
    [
      "a series of ten thousand",
      { on: "2026-12-01", title: "A", repeat: { every_weeks: 1, until: "2099-12-31" } },
      "repeat.until too_long_a_series",
    ],
  ])("%s", async (_, body, fault) => {
    const answer = await worker.send("POST", "/api/plans", { accounts: [1], ...body }, plan);
    expect(await refusal(answer)).toEqual([400, "invalid", [fault]]);
    expect(await listed()).toEqual([]);
  });
});

describe("a plan", () => {
  test("is made, changed by the version that was seen, and removed", async () => {
    const made = await make({ on: "2026-12-01", title: "Kuis" });
    expect(made).toMatchObject({ version: 1, seen: "open" });
    const path = `/api/plans/${made.id}`;
    const moved = await worker.send("PATCH", path, { version: 1, on: "2026-12-02" }, plan);
    expect(await moved.json()).toMatchObject({
      plan: { on: "2026-12-02", version: 2, title: "Kuis" },
    });
    expect(
      await refusal(await worker.send("PATCH", path, { version: 1, title: "B" }, plan)),
    ).toEqual([409, "conflict", ["version stale_version"]]);
    expect((await worker.send("DELETE", path, { version: 1 }, plan)).status).toBe(409);
    expect((await worker.send("DELETE", path, { version: 2 }, plan)).status).toBe(200);
    expect((await worker.send("PATCH", path, { version: 2, title: "B" }, plan)).status).toBe(404);
  });

  test("finds the post that is pushed, and is listed as published", async () => {
    const made = await make({ on: "2026-11-23", title: "Dongeng Sabtu di ruang baca" });
    await worker.send("POST", "/api/snapshots", {
      platform: "instagram",
      account: "perpus",
      read_at: iso(NOW),
      posts: [
        {
          external_id: "p1",
          published_at: iso(NOW - 3600),
          caption: "Dongeng Sabtu di ruang baca!",
          likes: 3,
        },
      ],
    });
    const found = (await listed("?from=2026-11-23&to=2026-11-23")).find(({ id }) => id === made.id);
    expect(found).toMatchObject({ seen: "published", posts: [{ account: 1, post: 1 }] });
    const said = await worker.send(
      "POST",
      `/api/plans/${made.id}/post`,
      { version: 1, account: 1, post: null },
      plan,
    );
    expect(await said.json()).toMatchObject({ plan: { posts: [{ post: null, by_person: true }] } });
    // a hidden one is as one that is not there
    await worker.db.prepare("update posts set hidden_at = 1 where id = 1").run();
    const match = { version: 2, account: 1, post: 1 };
    const hidden = await worker.send("POST", `/api/plans/${made.id}/post`, match, plan);
    expect(await refusal(hidden)).toEqual([400, "invalid", ["post unknown_post"]]);
    await worker.db.prepare("update posts set hidden_at = null where id = 1").run();
    await worker.send("DELETE", `/api/plans/${made.id}`, { version: 2 }, plan);
  });

  test("an ETag holds until something is planned", async () => {
    const first = await worker.send("GET", "/api/plans", undefined, plan);
    const tag = first.headers.get("etag") ?? "";
    const ask = () =>
      worker.fetch("/api/plans", {
        headers: { authorization: `Bearer ${plan}`, "if-none-match": tag },
      });
    expect((await ask()).status).toBe(304);
    const made = await make({ on: "2026-12-01", title: "Kuis" });
    expect((await ask()).status).toBe(200);
    await worker.send("DELETE", `/api/plans/${made.id}`, { version: 1 }, plan);
  });
});

describe("without a script", () => {
  const CHANGED = /^\/calendar\?(?:month=2026-12&)?changed=(\d+)(#d-[\d-]+)?$/;

  test("is planned, moved by one tap, dropped, and taken back", async () => {
    const made = await submit("/plans", {
      on: "2026-12-03",
      at: "",
      accounts: "1",
      title: "Tur",
      state: "planned",
    });
    expect(made.status).toBe(303);
    const [, change] = CHANGED.exec(made.headers.get("location") ?? "") ?? [];
    expect(await look(`/calendar?changed=${change}`)).toContain("“Tur” direncanakan.");
    const [plan] = await listed();
    const path = `/plans/${plan?.id}`;
    const moved = await submit(path, { version: "1", do: "later", back: "2026-12" });
    expect(moved.headers.get("location")).toMatch(/month=2026-12&changed=\d+#d-2026-12-04$/);
    expect((await submit(path, { version: "2", do: "drop" })).status).toBe(303);
    expect(await listed()).toMatchObject([{ on: "2026-12-04", state: "dropped", version: 3 }]);
    const changes = (await (await worker.send("GET", "/api/changes")).json()) as {
      changes: { id: number; what: string; who: string }[];
    };
    const [newest] = changes.changes;
    expect(newest).toMatchObject({ what: "plan", who: "plan" });
    const undone = await submit(`/changes/${newest?.id}/undo`, {});
    expect(undone.status).toBe(303);
    expect(await listed()).toMatchObject([{ state: "planned", version: 4 }]);
  });

  test("what is refused stays in the form as it was typed, with what is wrong", async () => {
    const refused = await submit("/plans", {
      on: "2026-12-03",
      at: "9:99",
      accounts: "1",
      title: "<script>alert(1)</script> & kawan",
      note: "baris satu\nbaris dua",
      state: "planned",
    });
    expect(refused.status).toBe(400);
    const html = await refused.text();
    expect(html).toContain("&lt;script>alert(1)&lt;/script> &amp; kawan");
    expect(html).toContain("baris satu\nbaris dua");
    expect(html).toContain("bukan jam yang ada");
    expect(html).not.toContain("<script>alert");
  });

  test("of two people the later one sees both versions, and may save again", async () => {
    const [plan] = await listed();
    const path = `/plans/${plan?.id}`;
    const fields = { on: "2026-12-04", at: "", accounts: "1", state: "planned", do: "save" };
    expect((await submit(path, { ...fields, version: "4", title: "Versi Rina" })).status).toBe(303);
    const late = await submit(path, { ...fields, version: "4", title: "Versi Budi" });
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain("Versi Rina");
    expect(html).toContain('value="Versi Budi"');
    const [, version = ""] = /name="version" value="(\d+)"/.exec(html) ?? [];
    expect((await submit(path, { ...fields, version, title: "Versi Budi" })).status).toBe(303);
    expect(await listed()).toMatchObject([{ title: "Versi Budi" }]);
  });

  test.each([
    ["/plans/new?on=2026-11-28&lang=en", "/plans/new?on=2026-11-28&amp;lang="],
    ["/calendar", "/calendar?lang="],
    // a browser that does not say where it was, or says another site
    [null, "/?lang="],
    ["https://elsewhere.example/plans/new", "/?lang="],
  ])("from %s the other language leads to a page that there is", async (from, to) => {
    const referer = from === null ? {} : { referer: new URL(from, worker.url).href };
    const refused = await worker.fetch("/plans", {
      method: "POST",
      redirect: "manual",
      headers: { cookie: `denyut=${plan}`, origin: worker.url.origin, ...referer },
      body: new URLSearchParams({ title: "" }),
    });
    expect(refused.status).toBe(400);
    const [, href] = /href="([^"]*)" hreflang/.exec(await refused.text()) ?? [];
    expect(href?.replace(/(en|id)$/, "")).toBe(to);
    await look(href?.replaceAll("&amp;", "&") ?? "");
  });

  test("a form from another site is refused", async () => {
    const answer = await worker.fetch("/plans", {
      method: "POST",
      headers: { cookie: `denyut=${plan}`, origin: "https://elsewhere.example" },
      body: new URLSearchParams({ on: "2026-12-03", accounts: "1", title: "Tur" }),
    });
    expect(answer.status).toBe(403);
  });
});

describe("as files", () => {
  const HOSTILE = "=cmd|'/c calc'!A1 <script>\u202Ealert";
  let row: Made;
  beforeAll(async () => {
    row = await make({
      on: "2026-12-05",
      at: "15:00",
      accounts: [1, 2],
      title: HOSTILE,
      note: "satu\r\nDTSTART:19700101\ndua; tiga, empat\\",
    });
  });
  const csv = async () => (await worker.fetch(`/export/v1/${exported}/plans.csv`)).text();
  const bring = (body: string) =>
    worker.fetch("/api/plans/import", {
      method: "POST",
      headers: { authorization: `Bearer ${plan}`, "content-type": "text/csv" },
      body,
    });

  test("go out and come in again unchanged", async () => {
    const text = await csv();
    expect(text.split("\r\n")[0]).toBe(
      "id,on,at,time_zone,platform,account,state,format,topic,title,note,person,event,post,version",
    );
    expect(text).not.toMatch(/(^|[,"])=cmd/m);
    expect(await (await bring(text)).json()).toEqual({ added: 0, changed: 0, unchanged: 2 });
    expect(await csv()).toBe(text);
  });

  test("a cell that was changed in a spreadsheet changes its plan, a new line makes one", async () => {
    const text = await csv();
    const changed = `${text.replace("Versi Budi", "Versi lembar")},2026-12-09,,,x,perpus,planned,,,Baru,,,,,\r\n`;
    expect(await (await bring(changed)).json()).toEqual({ added: 1, changed: 1, unchanged: 1 });
    expect((await listed()).map(({ title }) => title)).toEqual(
      expect.arrayContaining(["Versi lembar", "Baru"]),
    );
    // and that file again is of versions that are over
    expect(await refusal(await bring(text))).toEqual([
      409,
      "conflict",
      ["row 2 version stale_version"],
    ]);
  });

  test("a wrong state in the fortieth line refuses all of it", async () => {
    const before = await listed();
    const lines = Array.from(
      { length: 50 },
      (_, n) => `2026-12-10,x,perpus,Massal ${n},${n === 38 ? "maybe" : "planned"}`,
    );
    const answer = await bring(`on,platform,account,title,state\r\n${lines.join("\r\n")}\r\n`);
    expect(await refusal(answer)).toEqual([400, "invalid", ["row 40 state not_one_of"]]);
    expect(await listed()).toEqual(before);
  });

  test("the calendar is one that readers accept, and says what was typed as text", async () => {
    const answer = await worker.fetch(`/export/v1/${exported}/calendar.ics?with=almanac`);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(icsFaults(bytes)).toEqual([]);
    const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
    const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    const found = events.find(({ uid }) => uid.startsWith(`plan-${row.id}@`));
    expect(found?.summary).toBe(HOSTILE);
    expect(found?.startDate.toJSDate().toISOString()).toBe("2026-12-05T08:00:00.000Z");
    expect(found?.description).toContain("satu\nDTSTART:19700101\ndua; tiga, empat\\");
    expect(events.some(({ uid }) => uid.startsWith("almanac-natal"))).toBe(true);
    expect(events.some(({ uid }) => uid.startsWith("gap-"))).toBe(false);
    const gaps = await worker.fetch(`/export/v1/${exported}/calendar.ics?with=gaps`);
    const told = await gaps.text();
    // the days up to the next plan, today among them
    expect(told).toContain("UID:gap-2026-11-23-2026-12-03@");
    expect(told).not.toContain("UID:almanac-");
    const again = await worker.fetch(`/export/v1/${exported}/calendar.ics?with=almanac`, {
      headers: { "if-none-match": answer.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  test("a file sent by the page's form is told on the page", async () => {
    const form = new FormData();
    form.set(
      "file",
      new File(["on,platform,account,title\r\n2026-02-31,x,perpus,A\r\n"], "plans.csv"),
    );
    const answer = await worker.fetch("/plans/import", {
      method: "POST",
      headers: { cookie: `denyut=${plan}`, origin: worker.url.origin, accept: "text/html" },
      body: form,
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("baris 2, ");
  });
});

describe("links that plan", () => {
  test("one that is limited to an account neither sees nor changes what is another's", async () => {
    const limited = await worker.token("plan", { accounts: [2] });
    const [own, other] = [
      await make({ on: "2026-12-20", title: "Punya dua", accounts: [2] }),
      await make({ on: "2026-12-20", title: "Punya satu", accounts: [1] }),
    ];
    const seen = await worker.send("GET", "/api/plans?from=2026-12-20", undefined, limited);
    expect(((await seen.json()) as { plans: Made[] }).plans.map(({ id }) => id)).toEqual([own.id]);
    const change = (id: number, version = 1) =>
      worker.send("PATCH", `/api/plans/${id}`, { version, title: "X" }, limited);
    const remove = (id: number, version: number) =>
      worker.send("DELETE", `/api/plans/${id}`, { version }, limited);
    const match = (id: number, account: number, post: number | null) =>
      worker.send("POST", `/api/plans/${id}/post`, { version: 9, account, post }, limited);
    expect((await change(own.id)).status).toBe(200);
    // answered as one that is not there, whatever of it was guessed
    const absent = await refusal(await change(99_999));
    for (const asked of [
      change(other.id),
      change(other.id, 9),
      remove(other.id, 1),
      remove(other.id, 9),
      match(other.id, 1, null),
      match(other.id, 2, null),
      match(99_999, 1, 1),
    ]) {
      expect(await refusal(await asked)).toEqual(absent);
    }
    expect(
      (
        await worker.fetch(`/plans/${other.id}`, {
          headers: { cookie: `denyut=${limited}`, accept: "text/html" },
        })
      ).status,
    ).toBe(404);
    const made = await worker.send(
      "POST",
      "/api/plans",
      { on: "2026-12-20", title: "X", accounts: [1] },
      limited,
    );
    expect(await refusal(made)).toEqual([400, "invalid", ["accounts[0] unknown_account"]]);
  });

  test("one that is limited learns nothing of another account's plan, and takes nothing of it back", async () => {
    const limited = await worker.token("plan", { accounts: [2] });
    const secret = await make({ on: "2026-12-21", title: "Rahasia akun satu", accounts: [1] });
    const moved = await worker.send("PATCH", `/api/plans/${secret.id}`, {
      version: 1,
      title: "Terbuka",
      accounts: [2],
    });
    expect(moved.status).toBe(200);
    const { changes } = (await (await worker.send("GET", "/api/changes")).json()) as {
      changes: { id: number; subject: number }[];
    };
    for (const { id } of changes.filter(({ subject }) => subject === secret.id)) {
      expect(await look(`/calendar?changed=${id}`, limited)).not.toContain("Rahasia");
      const undone = await worker.send("POST", `/api/changes/${id}/undo`, undefined, limited);
      expect(undone.status).toBe(404);
    }
    const page = await look(`/plans/${secret.id}`, limited);
    expect(page).toContain("Terbuka");
    expect(page).not.toContain("Rahasia");
  });

  test("a tap moves no plan to where no form would", async () => {
    const { id } = await make({ on: "2099-12-31", title: "Akhir", accounts: [2] });
    const answer = await submit(`/plans/${id}`, { version: "1", do: "later" });
    expect(answer.status).toBe(400);
    expect((await submit(`/plans/${id}`, { version: "1", do: "earlier" })).status).toBe(303);
  });

  test.each(["\u{3164}", "\u{2800}\u{115F}", "\u{200B} "])(
    "a title of %j says nothing",
    async (title) => {
      const answer = await worker.send(
        "POST",
        "/api/plans",
        { on: "2026-12-22", title, accounts: [2] },
        plan,
      );
      expect(await refusal(answer)).toEqual([400, "invalid", [expect.stringMatching(/^title /)]]);
    },
  );

  test("a plan is kept by a post of its own account alone", async () => {
    const own = await make({ on: "2026-12-22", title: "Punya dua lagi", accounts: [2] });
    for (const post of [1, 99_999, 0, -3, 1.5]) {
      const answer = await worker.send(
        "POST",
        `/api/plans/${own.id}/post`,
        { version: 1, account: 2, post },
        plan,
      );
      expect([post, answer.status]).toEqual([post, 400]);
    }
    for (const post of ["abc", "", "-3", "1e999"]) {
      const answer = await submit(`/plans/${own.id}`, {
        version: "1",
        do: "match",
        account: "2",
        post,
      });
      expect([post, answer.status]).toEqual([post, 400]);
    }
  });

  test("one that is limited brings its own file back, also of plans that are for others too", async () => {
    const limited = await worker.token("plan", { accounts: [2] });
    await make({ on: "2026-12-23", title: "Bersama", accounts: [1, 2] });
    const file = await worker.fetch("/plans.csv", {
      headers: { authorization: `Bearer ${limited}` },
    });
    const answer = await worker.fetch("/api/plans/import", {
      method: "POST",
      headers: { authorization: `Bearer ${limited}`, "content-type": "text/csv" },
      body: await file.text(),
    });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { added: 0, changed: 0, unchanged: expect.any(Number) },
    ]);
  });

  test("what is the admin's, or the whole library's, such a link does not change", async () => {
    const limited = await worker.token("plan", { accounts: [2] });
    await worker.send("POST", "/api/targets", {
      year: 2027,
      account: 2,
      metric: "followers",
      value: 900,
    });
    const { changes } = (await (await worker.send("GET", "/api/changes")).json()) as {
      changes: { id: number; what: string }[];
    };
    expect(changes[0]?.what).toBe("target");
    for (const token of [limited, plan]) {
      const undone = await worker.send(
        "POST",
        `/api/changes/${changes[0]?.id}/undo`,
        undefined,
        token,
      );
      // of some accounts alone it is not told that there was one
      expect(undone.status).toBe(token === limited ? 404 : 403);
    }
    const refused = [
      worker.send("POST", "/api/topics", { topic: "events", words: ["a"] }, limited),
      worker.send("POST", "/api/topics/apply", {}, limited),
      worker.send(
        "POST",
        "/api/short-links",
        { slug: "coba-saja", target: "https://example.org/", name: "Coba" },
        limited,
      ),
      worker.send("PATCH", "/api/almanac/1", { removed: true }, limited),
    ];
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  test("a view link sees the calendar and has no form in it", async () => {
    const view = await worker.token("view");
    const html = await look("/calendar?month=2026-12", view);
    expect(html).toContain("Punya satu");
    expect(html).not.toContain("<form");
  });

  test("the gaps are there for whoever looks", async () => {
    const answer = await worker.send("GET", "/api/gaps", undefined, plan);
    expect(await answer.json()).toMatchObject({
      empty: expect.arrayContaining([
        expect.objectContaining({ from: expect.any(String), days: expect.any(Number) }),
      ]),
      ahead: [],
    });
  });

  test("who is silent is told as the notice tells it, and judged nowhere else", async () => {
    const silent = async (): Promise<unknown[]> => {
      const answer = await worker.send("GET", "/api/gaps", undefined, plan);
      const { ahead } = (await answer.json()) as { ahead: { kind: string }[] };
      return ahead.filter(({ kind }) => kind === "silent");
    };
    expect(await silent()).toEqual([]);
    const evidence = { from: "2026-11-02", usual_days: 2.5, by_chance_every_weeks: 60 };
    await worker.db.batch([
      worker.db
        .prepare(
          "insert into notices (kind, account_id, evidence, opened_at) values ('silence', 2, ?1, ?2)",
        )
        .bind(JSON.stringify(evidence), NOW - DAY),
      worker.db.prepare("update library set version = version + 1"),
    ]);
    const account = expect.objectContaining({ platform: "x", handle: "perpus" });
    const told = { kind: "silent", account, from: "2026-11-02", usual_days: 2.5 };
    expect(await silent()).toEqual([told]);
    await worker.db.batch([
      worker.db.prepare("delete from notices where kind = 'silence'"),
      worker.db.prepare("update library set version = version + 1"),
    ]);
    expect(await silent()).toEqual([]);
  });

  test("a target of posts a month decides which weeks are thin", async () => {
    const week = async () => {
      const answer = await worker.send("GET", "/api/gaps", undefined, plan);
      const { ahead } = (await answer.json()) as {
        ahead: { kind: string; basis: string; monday: string; needed: number }[];
      };
      return ahead.filter(({ kind }) => kind === "thin_week");
    };
    expect(await week()).toEqual([]);
    const made = await worker.send("POST", "/api/targets", {
      year: 2026,
      account: 1,
      metric: "posts_per_month",
      value: 10,
    });
    expect(made.status).toBe(201);
    expect((await week())[0]).toMatchObject({ basis: "target", monday: "2026-11-30", needed: 3 });
  });

  test("a silence is told as far as plans are read, and not where none was looked for", async () => {
    const dayOf = (from: number) => iso(NOW + from * DAY).slice(0, 10);
    const posts = Array.from({ length: 30 }, (_, ago) => ({
      external_id: `daily-${ago}`,
      published_at: iso(NOW - (ago + 1) * DAY),
      likes: 3,
    }));
    const reading = { platform: "facebook", account: "harian", read_at: iso(NOW), posts };
    expect((await worker.send("POST", "/api/snapshots", reading)).status).toBe(200);
    const { accounts } = (await (await worker.send("GET", "/api/accounts")).json()) as {
      accounts: { id: number; handle: string }[];
    };
    const { id = 0 } = accounts.find(({ handle }) => handle === "harian") ?? {};
    const daily = async (from: number, to: number) => {
      for (let day = from; day <= to; day++) {
        await make({ on: dayOf(day), title: "Harian", accounts: [id] });
      }
    };
    const silences = async () => {
      const answer = await worker.send("GET", "/api/gaps", undefined, plan);
      const { ahead } = (await answer.json()) as {
        ahead: { kind: string; account: { handle: string }; last: string; next: string | null }[];
      };
      return ahead
        .filter(({ kind, account }) => kind === "will_be_silent" && account.handle === "harian")
        .map(({ last, next }) => ({ last, next }));
    };
    await daily(1, 20);
    expect(await silences()).toEqual([{ last: dayOf(20), next: null }]);
    await daily(30, 33);
    expect(await silences()).toEqual([{ last: dayOf(20), next: dayOf(30) }]);
    // the agenda ends on the 34th day: what is planned after it is not looked at
    await daily(21, 29);
    expect(await silences()).toEqual([]);
  });
});
