import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NO_REPORT_SETTINGS } from "../../functions/model/report.ts";
import { USUAL_WORKING_HOURS } from "../../functions/model/working-hours.ts";
import { accountWords } from "../../web/language/account.ts";
import { dataWords } from "../../web/language/data.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  await push(worker, await worker.token("push"), [
    {
      platform: "instagram",
      account: "perpus",
      external_id: "178",
      name: "Perpustakaan",
      read_at: "2026-11-22T05:00:00Z",
      followers: 1204,
      posts: [{ external_id: "p1", published_at: "2026-11-20T20:00:00Z", likes: 3 }],
    },
  ]);
});
afterAll(() => worker.close());

const json = async (method: string, path: string, body?: unknown) => {
  const answer = await worker.send(method, path, body);
  return [answer.status, await answer.json()] as [number, Record<string, unknown>];
};
const faultsOf = async (method: string, path: string, body?: unknown) => {
  const [status, { error }] = await json(method, path, body);
  const { problems } = error as { problems: { path: string; code: string }[] };
  return [status, ...problems.map((one) => `${one.path} ${one.code}`)];
};

describe("links", () => {
  test("are made, listed with their last use, shown again with a QR code, and revoked", async () => {
    const [status, made] = await json("POST", "/api/links", { kind: "view", name: "Kepala dinas" });
    expect([status, made]).toEqual([
      201,
      {
        id: expect.any(Number),
        kind: "view",
        name: "Kepala dinas",
        url: `${worker.url.origin}/v/${made.token}`,
        token: expect.stringMatching(/^[\w-]{43}$/),
        accounts: null,
        created_at: NOW,
        expires_at: null,
        revoked_at: null,
        last_used_on: null,
        with_dashboard: false,
        preview_figures: false,
      },
    ]);
    const { id, url } = made as unknown as { id: number; url: string };
    await worker.fetch(new URL(url).pathname);
    const line = async () => {
      const [, { links }] = await json("GET", "/api/links");
      return (links as Record<string, unknown>[]).find((link) => link.id === id);
    };
    expect(await line()).toMatchObject({ url, last_used_on: "2026-11-23" });
    const page = await (await worker.send("GET", `/links/${id}`)).text();
    expect(page).toContain(url);
    expect(page).toContain("<svg");
    expect(await json("DELETE", `/api/links/${id}`)).toEqual([200, { id, revoked: true }]);
    expect(await line()).toMatchObject({ url: null, revoked_at: NOW });
    expect(await json("DELETE", "/api/links/999")).toMatchObject([404, {}]);
  });

  test("are kept by their digest, and by a copy that only the key opens", async () => {
    const [, made] = await json("POST", "/api/links", { kind: "export", name: "Looker" });
    const row = await worker.db.prepare("select * from links where id = ?1").bind(made.id).first();
    expect(JSON.stringify(row)).not.toContain(made.token);
  });

  test("are refused with every reason", async () => {
    const refuse = (body: unknown) => faultsOf("POST", "/api/links", body);
    expect(await refuse({ kind: "admin", name: "x" })).toEqual([400, "kind not_one_of"]);
    expect(await refuse({ kind: "view" })).toEqual([400, "name required"]);
    expect(await refuse({ kind: "view", name: " " })).toEqual([400, "name empty"]);
    expect(await refuse({ kind: "view", name: "x", expires_at: "2026-01-01T00:00:00Z" })).toEqual([
      400,
      "expires_at in_the_past",
    ]);
    expect(await refuse({ kind: "view", name: "x", accounts: [1, 99] })).toEqual([
      400,
      "accounts[1] unknown_account",
    ]);
    for (const kind of ["view", "push"]) {
      expect(await refuse({ kind, name: "x", with_dashboard: true })).toEqual([
        400,
        "with_dashboard export_alone",
      ]);
    }
    expect(await refuse({ kind: "export", name: "x", with_dashboard: "yes" })).toEqual([
      400,
      "with_dashboard wrong_type",
    ]);
    expect(await refuse({ kind: "view", name: "x", secret: 1 })).toEqual([
      400,
      "secret unknown_field",
    ]);
  });
});

/** No text of the database holds a NUL, and nobody sees the others. */
test.each([
  ["POST", "/api/links", { kind: "view", name: "\0" }, "name"],
  ["PATCH", "/api/settings", { name: "\0" }, "name"],
  ["PATCH", "/api/accounts/1", { name: "Perpus\u0007" }, "name"],
  ["POST", "/api/accounts", { platform: "x", handle: "p", name: "\0" }, "name"],
  ["POST", "/api/excused", { post: 1, reason: "\0" }, "reason"],
  ["PATCH", "/api/streaks/1", { reason: "Ramadan\u009f" }, "reason"],
])("%s %s %j: no control characters", async (method, path, body, field) => {
  expect(await faultsOf(method, path, body)).toEqual([400, `${field} control_character`]);
});

test.each([
  ["that is twice as long in lower case", "İ".repeat(200), "too_long"],
  ["that is no more than its @", "@", "empty"],
])("an account's handle %s", async (_what, handle, code) => {
  expect(await faultsOf("POST", "/api/accounts", { platform: "x", handle })).toEqual([
    400,
    `handle ${code}`,
  ]);
});

test.each([
  ["instagram", "https://www.instagram.com/Perpus.Baru/?hl=id", "perpus.baru"],
  ["tiktok", "https://www.tiktok.com/@perpus.baru", "perpus.baru"],
  ["facebook", "https://evil.example/perpus", null],
  ["facebook", "https://www.facebook.com/profile.php?id=7", null],
  ["x", "perpus baru", null],
])("an account on %s named as %s", async (platform, handle, expected) => {
  const [status, answer] = await json("POST", "/api/accounts", { platform, handle });
  if (expected === null) {
    expect(await faultsOf("POST", "/api/accounts", { platform, handle })).toEqual([
      400,
      "handle not_a_handle",
    ]);
    return;
  }
  expect([status, answer.account]).toMatchObject([201, { handle: expected }]);
  await json("DELETE", `/api/accounts/${(answer.account as { id: number }).id}?erase=true`);
});

describe("settings", () => {
  test("are changed one by one; a new zone asks for a rebuild", async () => {
    const usual = {
      name: "Perpustakaan",
      language: "id",
      time_zone: "Asia/Jakarta",
      x_ceiling_usd: 5,
      demo: false,
      contact: null,
    };
    const report = NO_REPORT_SETTINGS;
    const working_hours = USUAL_WORKING_HOURS;
    expect(await json("GET", "/api/settings")).toEqual([200, { ...usual, report, working_hours }]);
    expect(await json("PATCH", "/api/settings", { name: "Perpustakaan Kota" })).toEqual([
      200,
      { ...usual, name: "Perpustakaan Kota", rebuild_needed: false },
    ]);
    // 20:00 UTC is already the next day in Jakarta, and not in London
    const day = async () =>
      (await (await worker.send("GET", "/api/posts/1")).text()).includes("2026") &&
      (await worker.db.prepare("select published_on from posts").first("published_on"));
    expect(await day()).toBe("2026-11-21");
    const [, moved] = await json("PATCH", "/api/settings", { time_zone: "Europe/London" });
    expect(moved).toMatchObject({ time_zone: "Europe/London", rebuild_needed: true });
    // the Data tab says so until it is done
    const data = async () => (await worker.send("GET", "/data")).text();
    expect(await data()).toContain(dataWords.id.rebuilding);
    for (let calls = 0; calls < 10; calls += 1) {
      const [, { done }] = await json("POST", "/api/rebuild");
      if (done) break;
    }
    expect(await day()).toBe("2026-11-20");
    expect(await data()).not.toContain(dataWords.id.rebuilding);
    await json("PATCH", "/api/settings", { time_zone: "Asia/Jakarta" });
  });

  test("the working hours are whole, or refused and as they were", async () => {
    const hours = { days: [6, 2], from: "09:00", to: "17:30" };
    const stands = async () => (await json("GET", "/api/settings"))[1].working_hours;
    expect(await json("PATCH", "/api/settings", { working_hours: hours })).toMatchObject([
      200,
      { working_hours: { ...hours, days: [2, 6] } },
    ]);
    expect(await stands()).toEqual({ ...hours, days: [2, 6] });
    for (const [wrong, fault] of [
      [{ ...hours, days: [] }, "working_hours.days no_day"],
      [{ ...hours, to: "09:00" }, "working_hours.to closes_before_opening"],
      [{ from: "09:00", to: "10:00" }, "working_hours.days required"],
    ] as const) {
      expect(await faultsOf("PATCH", "/api/settings", { working_hours: wrong })).toEqual([
        400,
        fault,
      ]);
    }
    await json("PATCH", "/api/settings", { name: "Perpustakaan" });
    expect(await stands()).toEqual({ ...hours, days: [2, 6] });
    await json("PATCH", "/api/settings", { working_hours: USUAL_WORKING_HOURS });
  });

  test("two at once lose none", async () => {
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([
        json("PATCH", "/api/settings", { name: `Perpustakaan ${round}` }),
        json("PATCH", "/api/settings", { x_ceiling_usd: round }),
        json("PATCH", "/api/settings", { demo: round % 2 === 0 }),
      ]);
      expect(await json("GET", "/api/settings")).toMatchObject([
        200,
        { name: `Perpustakaan ${round}`, x_ceiling_usd: round, demo: round % 2 === 0 },
      ]);
    }
    await json("PATCH", "/api/settings", { x_ceiling_usd: 5, demo: false });
  });

  test("a zone whose rebuild could not begin is not changed either", async () => {
    await worker.db
      .prepare(
        "create trigger full before update on accounts begin select raise(abort, 'database or disk is full'); end",
      )
      .run();
    expect(await faultsOf("PATCH", "/api/settings", { time_zone: "Asia/Makassar" })).toEqual([
      503,
      " database_full",
    ]);
    expect(await json("GET", "/api/settings")).toMatchObject([200, { time_zone: "Asia/Jakarta" }]);
    await worker.db.prepare("drop trigger full").run();
  });

  test("are refused with every reason", async () => {
    const refuse = (body: unknown) => faultsOf("PATCH", "/api/settings", body);
    expect(await refuse({ time_zone: "Mars/Olympus" })).toEqual([
      400,
      "time_zone unknown_time_zone",
    ]);
    expect(await refuse({ language: "fr", name: "" })).toEqual([
      400,
      "name empty",
      "language not_one_of",
    ]);
    expect(await refuse({ x_ceiling_usd: -1 })).toEqual([400, "x_ceiling_usd not_a_count"]);
  });
});

describe("accounts", () => {
  test.each(["1", "TRUE", "yes"])("erase=%s is neither hiding nor erasing", async (erase) => {
    expect(await faultsOf("DELETE", `/api/accounts/1?erase=${erase}`)).toEqual([
      400,
      "erase not_one_of",
    ]);
  });

  test("that are only named were never read", async () => {
    const [status] = await json("POST", "/api/accounts", { platform: "tiktok", handle: "baru" });
    expect(status).toBe(201);
    const [, { accounts }] = await json("GET", "/api/accounts");
    const added = (accounts as { id: number; handle: string }[]).find(
      ({ handle }) => handle === "baru",
    );
    expect(added).toMatchObject({ followers_at: null, last_read_at: null });
    await json("DELETE", `/api/accounts/${added?.id}?erase=true`);
  });

  test("that are one are merged, slice by slice, and the merge is undone with the imports", async () => {
    await push(worker, await worker.token("push"), [
      { platform: "instagram", account: "lama", read_at: "2026-11-21T05:00:00Z", followers: 1200 },
    ]);
    const { id } = (await accountsThere()).find(({ handle }) => handle === "lama") ?? { id: 0 };
    const path = `/api/accounts/${id}/merge`;
    expect(await faultsOf("POST", path, { into: id })).toEqual([409, "into same_account"]);
    expect(await faultsOf("POST", path, { into: "1" })).toEqual([400, "into wrong_type"]);
    // the tests of the settings changed the zone
    while (!(await json("POST", "/api/rebuild"))[1].done);
    const before = await json("GET", "/api/accounts");
    let [status, answer] = await json("POST", path, { into: 1 });
    expect([status, answer]).toEqual([
      200,
      { import: expect.any(Number), done: false, remaining: 4 },
    ]);
    // out of every list from the first slice on
    expect((await accountsThere()).map(({ handle }) => handle)).toEqual(["perpus"]);
    while (!answer.done) [status, answer] = await json("POST", path, { into: 1 });
    const [, { imports }] = await json("GET", "/api/imports");
    expect((imports as object[])[0]).toMatchObject({
      id: answer.import,
      kind: "merged",
      name: "Instagram · @lama → @perpus",
    });
    const page = await (await worker.send("GET", "/data/bring?lang=en")).text();
    expect(page).toContain(dataWords.en.import_kinds.merged);
    let undone: Record<string, unknown> = {};
    while (!undone.done) {
      [status, undone] = await json("DELETE", `/api/imports/${answer.import}`);
      expect(status).toBe(200);
    }
    expect(await json("GET", "/api/accounts")).toEqual(before);
    await json("DELETE", `/api/accounts/${id}?erase=true`);
  });

  test("with a wrong id get the right one, or none", async () => {
    const patch = (external_id: unknown) => json("PATCH", "/api/accounts/1", { external_id });
    expect(await patch(" 179 ")).toMatchObject([200, { account: { external_id: "179" } }]);
    expect(await patch(null)).toMatchObject([200, { account: { external_id: null } }]);
    // on the Data tab the field is as it stands
    expect(await patch("178")).toMatchObject([200, { account: { external_id: "178" } }]);
    const page = await (await worker.send("GET", "/data?lang=en")).text();
    expect(page).toContain(accountWords.en.external_id_help);
    expect(page).toMatch(/<input[^>]* name="external_id"[^>]* value="178"/);
    const refuse = (external_id: unknown) =>
      faultsOf("PATCH", "/api/accounts/1", { external_id, name: "Lain" });
    for (const [sent, code] of [
      ["perpus", "not_an_account_id"],
      ["../me", "unsafe_id"],
      ["", "empty"],
      [178, "wrong_type"],
    ] as const) {
      expect(await refuse(sent)).toEqual([400, `external_id ${code}`]);
    }
    await push(worker, await worker.token("push"), [
      { platform: "instagram", account: "lain", external_id: "5", read_at: "2026-11-21T05:00:00Z" },
    ]);
    expect(await refuse("5")).toEqual([409, "external_id id_taken"]);
    // nothing of what was refused is in
    expect((await accountsThere())[0]).toMatchObject({ name: "Perpustakaan", external_id: "178" });
    const other = (await accountsThere()).find(({ handle }) => handle === "lain");
    await json("DELETE", `/api/accounts/${other?.id}?erase=true`);
  });

  test("of which two people say two things at once lose none", async () => {
    for (let round = 0; round < 3; round += 1) {
      const said = [
        { name: `Perpus ${round}` },
        { handle: `perpus${round}` },
        { external_id: `17${round}` },
      ];
      const answers = await Promise.all(said.map((one) => json("PATCH", "/api/accounts/1", one)));
      expect(answers.map(([status]) => status)).toEqual([200, 200, 200]);
      expect((await accountsThere())[0]).toMatchObject({
        name: `Perpus ${round}`,
        handle: `perpus${round}`,
        external_id: `17${round}`,
      });
    }
    const [status, { account }] = await json("PATCH", "/api/accounts/1", {
      name: null,
      handle: "perpus",
      external_id: "178",
      hidden: false,
    });
    expect([status, account]).toMatchObject([
      200,
      { name: "Perpustakaan", handle: "perpus", external_id: "178" },
    ]);
  });

  const accountsThere = async () =>
    (await json("GET", "/api/accounts"))[1].accounts as { id: number; handle: string }[];

  test("are named by a person, hidden, and erased", async () => {
    const [, { accounts }] = await json("GET", "/api/accounts");
    expect(accounts).toEqual([
      {
        id: 1,
        platform: "instagram",
        handle: "perpus",
        name: "Perpustakaan",
        url: "https://www.instagram.com/perpus/",
        external_id: "178",
        followers: 1204,
        followers_at: "2026-11-22T05:00:00Z",
        last_read_at: "2026-11-22T05:00:00Z",
        posts: 1,
        first_post_on: "2026-11-21",
        first_day_on: "2026-11-21",
      },
    ]);
    const [, { account }] = await json("PATCH", "/api/accounts/1", { name: "Perpus kita" });
    expect(account).toMatchObject({ name: "Perpus kita" });

    expect(await json("DELETE", "/api/accounts/1")).toEqual([200, { id: 1, erased: false }]);
    expect((await json("GET", "/api/accounts"))[1]).toEqual({ accounts: [] });
    await json("PATCH", "/api/accounts/1", { hidden: false });
    expect((await json("GET", "/api/accounts"))[1].accounts).toHaveLength(1);

    // at once it is in no list; its rows go by the next slices
    expect(await json("DELETE", "/api/accounts/1?erase=true")).toEqual([
      200,
      { id: 1, erased: false, done: false, remaining: expect.any(Number), waits: false },
    ]);
    expect((await json("GET", "/api/accounts"))[1].accounts).toHaveLength(0);
    expect(await json("DELETE", "/api/accounts/1?erase=true")).toEqual([
      200,
      { id: 1, erased: true, done: true, remaining: 0, waits: false },
    ]);
    for (const table of ["accounts", "posts", "post_readings", "months", "days", "streaks"]) {
      const count = await worker.db.prepare(`select count(*) as n from ${table}`).first("n");
      expect([table, count]).toEqual([table, 0]);
    }
    expect(await json("DELETE", "/api/accounts/1")).toMatchObject([404, {}]);
  });
});
