/** What the Worker answers itself, what it hands on to the workroom, and that nobody can tell which of them it was. */
import { timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { LinkKind } from "../../functions/model/link.ts";
import { LEARN_CRON } from "../../functions/model/run.ts";
import { newToken, sha256 } from "../../functions/model/token.ts";
import type { Arrived, Bindings, WorkroomCalls } from "../../functions/routes/env.ts";
import { renewHandedOn, tickHandedOn } from "../../functions/routes/workroom.ts";
import { answer, tick } from "../../functions/work.ts";
import { buildMetered } from "../../tools/bench/metered.ts";
import { startWorkerd } from "../../tools/bench/workerd.ts";
import { ROOT } from "../../tools/build.ts";
import { counted } from "../counted.ts";
import { keepPage, page as learnedPage, NOVEMBER } from "../jobs/learning/pages.ts";
import { ownDatabase } from "../own-database.ts";

const ORIGIN = "https://denyut.example";
const NOW = "2026-11-23T05:30:00Z";
const db = await ownDatabase();
afterEach(() => vi.restoreAllMocks());

/** Cloudflare's side: what is handed on is answered by the same code, in another invocation. */
function cloudflare({
  plan = "free",
  works = true,
  room = true,
  isPublic = false,
  admin = "",
  roomBuild = "",
} = {}) {
  const later: Promise<unknown>[] = [];
  const context = {
    waitUntil: (promise: Promise<unknown>) => void later.push(promise),
    passThroughOnException() {},
    props: {},
  };
  const outside = counted(db);
  const inside = counted(db);
  const rooms = new Set<string>();
  let handed = 0;
  const counters: Record<string, number> = {};
  const limiter = (name: string) => ({
    limit: async () => {
      counters[name] = (counters[name] ?? 0) + 1;
      return { success: true };
    },
  });
  const env: Bindings = {
    DB: outside.db,
    ASSETS: null as never,
    NOW,
    PLAN: plan,
    ...(admin === "" ? {} : { ADMIN_TOKEN: admin }),
    PUBLIC_DASHBOARD: String(isPublic),
    EXPORT_LIMIT: limiter("export"),
    LOGIN_LIMIT: limiter("login"),
  };
  const getByName = (name: string) => ({
    tick: async () => {},
    renew: async () => {},
    answer: async (request: Request, arrived: Arrived) => {
      rooms.add(name);
      handed += 1;
      if (!works) throw new Error("Durable Object reset because its code was updated.");
      // what goes from one invocation to the other is cloned
      return answer(
        request,
        {
          ...env,
          DB: inside.db,
          arrived: { ...structuredClone(arrived), ...(roomBuild && { build: roomBuild }) },
        },
        context,
      );
    },
  });
  async function ask(path: string, init: RequestInit = {}) {
    for (const one of [outside, inside]) one.reset();
    handed = 0;
    const request = new Request(ORIGIN + path, { redirect: "manual", ...init });
    const got = await answer(request, room ? { ...env, WORKROOM: { getByName } } : env, context);
    const body = await got.text();
    await Promise.all(later.splice(0));
    return { status: got.status, headers: got.headers, body, handed };
  }
  return { ask, outside, inside, counters, rooms };
}

async function token(kind: LinkKind, into: D1Database = db): Promise<string> {
  const made = newToken();
  await into
    .prepare("insert into links (kind, name, hash, created_at) values (?1, ?1, ?2, 0)")
    .bind(kind, await sha256(made))
    .run();
  return made;
}

const by = (held: string) => ({ headers: { authorization: `Bearer ${held}` } });

const pushed = (held: string, followers: number): RequestInit => ({
  method: "POST",
  headers: { authorization: `Bearer ${held}`, "content-type": "application/json" },
  body: JSON.stringify({
    platform: "instagram",
    account: "perpus.pasuruan",
    read_at: "2026-11-23T05:00:00Z",
    followers,
  }),
});

describe("the Worker", () => {
  test("answers itself what always fits", async () => {
    const { ask } = cloudflare();
    const view = await token("view");
    for (const path of ["/healthz", "/login", "/offline", `/v/${view}`, "/e/nothing", "/logout"]) {
      expect(await ask(path), path).toMatchObject({ handed: 0 });
    }
    // nor do strangers hold a room's time by what they send
    for (const path of ["/login", "/logout"]) {
      const headers = { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" };
      const sent = { method: "POST", headers, body: "token=wrong" };
      expect(await ask(path, sent), path).toMatchObject({ handed: 0 });
    }
  });

  test("has a link's figures for a messenger made in the workroom", async () => {
    const { ask } = cloudflare();
    const [plain, told] = [await token("view"), await token("view")];
    await db
      .prepare("update links set preview_figures = 1 where hash = ?1")
      .bind(await sha256(told))
      .run();
    const messenger = { headers: { "user-agent": "WhatsApp/2.23.20.0" } };
    expect(await ask(`/v/${plain}`, messenger)).toMatchObject({ status: 200, handed: 0 });
    expect(await ask(`/v/${told}`, messenger)).toMatchObject({ status: 200, handed: 1 });
  });

  test("refuses itself, so that nobody wakes the workroom for nothing", async () => {
    const { ask } = cloudflare();
    const view = await token("view");
    const refused = [
      ["/", {}, 401],
      ["/", by("a-token-that-nobody-was-given-0123456789"), 401],
      ["/nowhere", by(view), 404],
      ["/data/settings", by(view), 403],
      ["/api/snapshots", pushed(view, 1), 403],
      ["/export/v1/a-token-that-nobody-was-given-012345/days.csv", {}, 404],
    ] as const;
    for (const [path, init, status] of refused) {
      expect(await ask(path, init), path).toMatchObject({ status, handed: 0 });
    }
  });

  test("sends what was sent before, until something was written", async () => {
    const { ask } = cloudflare();
    const [view, push] = [await token("view"), await token("push")];
    const first = await ask("/", by(view));
    expect(first).toMatchObject({ status: 200, handed: 1 });
    expect(await ask("/", by(view))).toMatchObject({ status: 200, handed: 0, body: first.body });
    expect(await ask("/api/snapshots", pushed(push, 500))).toMatchObject({
      status: 200,
      handed: 1,
    });
    const after = await ask("/", by(view));
    expect(after).toMatchObject({ status: 200, handed: 1 });
    expect(after.body).not.toBe(first.body);
    // another view is not kept
    expect(await ask("/?t=1", by(view))).toMatchObject({ handed: 1 });
    expect(await ask("/?t=1", by(view))).toMatchObject({ handed: 1 });
  });

  test("says itself that a usual view is unchanged, and sends what was kept to who has an older one", async () => {
    const { ask } = cloudflare();
    const view = await token("view");
    const known = (tag: string) => ({ headers: { ...by(view).headers, "if-none-match": tag } });
    const got = await ask("/calendar", by(view));
    expect(got).toMatchObject({ status: 200, handed: 1 });
    const tag = got.headers.get("etag") ?? "";
    expect(await ask("/calendar", known(tag))).toMatchObject({ status: 304, body: "", handed: 0 });
    const older = await ask("/calendar", known('W/"another"'));
    expect(older).toMatchObject({ status: 200, body: got.body, handed: 0 });
    expect([older.headers.get("etag"), older.headers.get("vary")]).toEqual([
      tag,
      "cookie, authorization",
    ]);
    await db.prepare("delete from pages").run();
    expect(await ask("/calendar", known(tag))).toMatchObject({ status: 304, handed: 0 });
    expect(await ask("/calendar", known('W/"another"'))).toMatchObject({ status: 200, handed: 1 });
  });

  test.each(["/?t=1", "/posts?t=1", "/calendar?month=2026-11", "/api/overview", "export"])(
    "says itself that %s is unchanged, and hands on where it is not",
    async (asked) => {
      const { ask } = cloudflare();
      const view = await token("view");
      const path = asked === "export" ? `/export/v1/${await token("export")}/days.csv` : asked;
      const got = await ask(path, by(view));
      expect(got).toMatchObject({ status: 200, handed: 1 });
      const known = (tag: string) => ({
        headers: { ...by(view).headers, "if-none-match": tag },
      });
      const same = await ask(path, known(got.headers.get("etag") ?? ""));
      expect(same).toMatchObject({ status: 304, body: "", handed: 0 });
      const other = await ask(path, known('W/"another"'));
      expect(other).toMatchObject({ status: 200, handed: 1, body: got.body });
    },
  );

  test.each([
    ["on the paid plan", { plan: "paid" }],
    ["without a workroom", { room: false }],
  ])("does all itself %s", async (_when, options) => {
    const { ask } = cloudflare(options);
    const [view, push] = [await token("view"), await token("push")];
    expect(await ask("/api/snapshots", pushed(push, 500))).toMatchObject({
      status: 200,
      handed: 0,
    });
    expect(await ask("/calendar", by(view))).toMatchObject({ status: 200, handed: 0 });
  });
});

describe("the workroom", () => {
  test("gets a write whatever its sender says to have", async () => {
    const { ask } = cloudflare();
    const sent = pushed(await token("push"), 500);
    const headers = { ...sent.headers, "if-none-match": 'W/"x"' };
    expect(await ask("/api/snapshots", { ...sent, headers })).toMatchObject({
      status: 200,
      handed: 1,
    });
  });

  test.each([
    ["/", {}],
    ["/?lang=en", {}],
    ["/posts", {}],
    ["/trend?metric=reach", {}],
    ["/calendar", {}],
    ["/works", {}],
    ["/data", {}],
    ["/posts/1", {}],
    ["/posts/999", {}],
    ["/streaks/nothing", {}],
    ["/?period=never", {}],
    ["/api/overview", {}],
    ["/api/posts?from=yesterday", {}],
    ["/download.csv", {}],
    ["export", {}],
    ["export", { method: "HEAD" }],
    ["/", { method: "HEAD" }],
    ["/plans", { method: "POST", body: "on=2026-11-24" }],
  ])("answers %s as the Worker would: status, headers, every byte", async (asked, more) => {
    const [view, push] = [await token("view"), await token("push")];
    const alone = cloudflare({ room: false });
    await alone.ask("/api/snapshots", pushed(push, 500));
    const path = asked === "export" ? `/export/v1/${await token("export")}/posts.csv` : asked;
    const accept = { accept: "text/html", origin: "https://sheets.example", ...by(view).headers };
    const expected = await alone.ask(path, { ...more, headers: accept });
    await db.prepare("delete from pages").run();
    const got = await cloudflare().ask(path, { ...more, headers: accept });
    expect({ ...got, handed: 0, headers: [...got.headers] }).toEqual({
      ...expected,
      headers: [...expected.headers],
    });
  });

  test("asks nothing again that was asked already", async () => {
    const [view, push, exported] = [
      await token("view"),
      await token("push"),
      await token("export"),
    ];
    const alone = cloudflare({ room: false });
    const both = cloudflare();
    await alone.ask("/api/snapshots", pushed(push, 500));
    const files = `/export/v1/${exported}/days.csv`;
    for (const path of ["/calendar", "/posts/1", files, `${files}?dialect=excel`]) {
      // the first time something is kept for the next
      await alone.ask(path, by(view));
      await alone.ask(path, by(view));
      await both.ask(path, by(view));
      const sum = (name: "queries" | "read" | "trips") =>
        both.outside.counts[name] + both.inside.counts[name];
      const { queries, read, trips } = alone.outside.counts;
      expect([sum("queries"), sum("read")], path).toEqual([queries, read]);
      expect(sum("trips"), path).toBeLessThanOrEqual(trips);
    }
  });

  test("of another build asks for itself", async () => {
    const exported = await token("export");
    const { ask, inside } = cloudflare({ roomBuild: "before" });
    const got = await ask(`/export/v1/${exported}/accounts.csv`);
    expect([got.status, got.handed, inside.of(/from library l/).times]).toEqual([200, 1, 1]);
    const same = cloudflare();
    await same.ask(`/export/v1/${exported}/accounts.csv`);
    expect(same.inside.of(/from library l/).times).toBe(0);
  });

  test("counts nothing twice: a link's use, what an export was asked", async () => {
    const { ask, outside, inside, counters } = cloudflare();
    const exported = await token("export");
    await ask(`/export/v1/${exported}/days.csv`);
    const uses = (of: typeof outside) => of.of(/update links set last_used_on/).times;
    expect([uses(outside), uses(inside)]).toEqual([1, 0]);
    expect(counters.export).toBe(1);
  });

  test("that does not answer keeps nobody from reading", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const { ask } = cloudflare({ works: false });
    const view = await token("view");
    expect(await ask("/calendar", by(view))).toMatchObject({ status: 200, handed: 1 });
    expect(await ask("/calendar", { ...by(view), method: "HEAD" })).toMatchObject({ status: 200 });
    expect(said).toHaveBeenCalledTimes(2);
  });

  test("that does not answer has no consent asked for twice", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    // as the engine has it
    Object.assign(crypto.subtle, { timingSafeEqual });
    const admin = "the-admin-token-of-the-workroom-0123456789";
    const { ask } = cloudflare({ works: false, admin });
    const got = await ask("/connect/facebook/callback?state=s&code=c", by(admin));
    expect([got.status, got.handed, said.mock.calls.length]).toEqual([503, 1, 1]);
  });

  test("that does not answer a write has it sent again, and nothing is half stored", async () => {
    const push = await token("push");
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const got = await cloudflare({ works: false }).ask("/api/snapshots", pushed(push, 500));
    expect(said).toHaveBeenCalledTimes(1);
    expect(got.status).toBe(503);
    expect(got.headers.get("retry-after")).toBe("5");
    expect(JSON.parse(got.body)).toMatchObject({
      error: { code: "unavailable", problems: [{ code: "broken_off" }] },
    });
    expect(await db.prepare("select count(*) from accounts").first("count(*)")).toBe(0);
    const again = await cloudflare().ask("/api/snapshots", pushed(push, 500));
    expect(again.status).toBe(200);
  });
});

test("who reads stays in one room, writes and strangers are spread over eight, a tick has its own", async () => {
  const { ask, rooms } = cloudflare({ isPublic: true });
  const [view, other, push] = [await token("view"), await token("view"), await token("push")];
  const exported = await token("export");
  const roomsOf = async (times: number, one: () => Promise<unknown>) => {
    rooms.clear();
    for (let time = 0; time < times; time++) await one();
    return [...rooms].sort();
  };
  const first = await roomsOf(5, () => ask("/data", by(view)));
  expect(first).toHaveLength(1);
  expect(await roomsOf(1, () => ask("/data", by(other)))).not.toEqual(first);
  expect(await roomsOf(5, () => ask(`/export/v1/${exported}/accounts.csv`))).toHaveLength(1);
  const all = [0, 1, 2, 3, 4, 5, 6, 7].map((room) => `request ${room}`);
  expect(await roomsOf(100, () => ask("/data"))).toEqual(all);
  expect(await roomsOf(100, () => ask("/api/snapshots", pushed(push, 500)))).toEqual(all);
});

const event = { cron: "7 * * * *", scheduledTime: Date.parse(NOW) };
/** The rooms that were asked for. */
const asked: unknown[] = [];
function given(done: () => Promise<void>, plan = "free", call = "tick"): Bindings {
  asked.length = 0;
  const WORKROOM = {
    getByName: (...named: unknown[]) => {
      asked.push(named);
      // a room that is asked for nothing else
      return { [call]: done } as unknown as WorkroomCalls;
    },
  };
  return { WORKROOM, PLAN: plan } as unknown as Bindings;
}
const fails = (error: object) => async () => Promise.reject(error);

describe("a tick", () => {
  test("has a room of its own, beside the database as all of them", async () => {
    const here = vi.fn(async () => {});
    const room = vi.fn(async () => {});
    await tickHandedOn(given(room), event, here);
    expect(room).toHaveBeenCalledExactlyOnceWith(event);
    expect(here).not.toHaveBeenCalled();
    expect(asked).toEqual([["tick", { locationHint: "apac" }]]);
    expect(readFileSync(join(ROOT, "tools/deploy.ts"), "utf8")).toContain('"--location", "apac"');
  });

  test("is the Worker's own where there is no room, or none that answers", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const here = vi.fn(async () => {});
    await tickHandedOn(
      given(async () => {}, "paid"),
      event,
      here,
    );
    expect([here.mock.calls.length, asked.length]).toEqual([1, 0]);
    const reset = new Error("Durable Object reset because its code was updated.");
    await tickHandedOn(given(fails(reset)), event, here);
    expect([here.mock.calls.length, said.mock.calls.length]).toEqual([2, 1]);
  });

  test("that fails in its room has failed, and is not done twice", async () => {
    const here = vi.fn(async () => {});
    const failed = Object.assign(new Error("no job belongs to the cron"), { remote: true });
    await expect(tickHandedOn(given(fails(failed)), event, here)).rejects.toBe(failed);
    expect(here).not.toHaveBeenCalled();
  });
});

test("of a look the Worker does one slice itself where no room answers, and the room ten", async () => {
  await keepPage(db, 1, learnedPage(1));
  const context = { waitUntil() {}, passThroughOnException() {}, props: {} };
  const looks = { cron: LEARN_CRON, scheduledTime: NOVEMBER.now * 1000 };
  const step = () => db.prepare("select step from looking").first("step");
  await tick(looks, { ...given(async () => {}), DB: db }, context);
  expect(await step()).toBe(1);
  await tick(looks, { DB: db, ASSETS: null as never, PLAN: "free" }, context);
  expect(await step()).toBe(11);
});

describe("what is made anew behind a tick", () => {
  test("is made in a room of its own, and by the Worker where there is none", async () => {
    const here = vi.fn(async () => {});
    const room = vi.fn(async () => {});
    await renewHandedOn(given(room, "free", "renew"), event, here);
    expect(room).toHaveBeenCalledExactlyOnceWith(event);
    expect([asked, here.mock.calls.length]).toEqual([[["pages", { locationHint: "apac" }]], 0]);
    await renewHandedOn(given(room, "paid", "renew"), event, here);
    expect([room.mock.calls.length, here.mock.calls.length]).toEqual([1, 1]);
  });

  test("fails for itself: the tick is done, and the Worker has no time for it", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const here = vi.fn(async () => {});
    await renewHandedOn(given(fails(new Error("reset")), "free", "renew"), event, here);
    expect([here.mock.calls.length, said.mock.calls.length]).toEqual([0, 1]);
  });
});

test("in workerd a tick that fails in its room has failed, and is not done twice", async () => {
  const vars = { TIME_ZONE: "Asia/Jakarta" };
  const worker = await startWorkerd({ dir: await buildMetered(), vars });
  await worker.migrate();
  await (await worker.fetch("/bench/meter")).text();
  expect((await worker.scheduled(Date.parse(NOW) / 1000, "no cron")).outcome).toBe("exception");
  // it asks where the library stands, and then says what it does not know; behind it two ask which pages are old
  expect(await (await worker.fetch("/bench/meter")).json()).toMatchObject({ queries: 3 });
  await worker.close();
});

test("in workerd the workroom is an object of the Worker's, and gets what is handed on", async () => {
  // there it answers with nothing, so that it is seen
  const vars = { PART: "worker", TIME_ZONE: "Asia/Jakarta" };
  const worker = await startWorkerd({ dir: await buildMetered(), vars });
  await worker.migrate();
  const view = await token("view", worker.db);
  const push = await token("push", worker.db);
  const seen = async (path: string, init?: RequestInit) => {
    const got = await worker.fetch(path, init);
    return [got.status, (await got.text()) !== ""];
  };
  expect(await seen("/healthz")).toEqual([200, true]);
  expect(await seen("/")).toEqual([401, true]);
  expect(await seen("/", by(view))).toEqual([200, false]);
  expect(await seen("/api/snapshots", pushed(push, 500))).toEqual([200, false]);
  // a tick of what no cron does is refused by whoever does the work
  const at = Date.parse(NOW) / 1000;
  expect((await worker.scheduled(at, "no cron")).outcome).toBe("ok");
  await worker.close();
});
