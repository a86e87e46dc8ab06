/** Pages that were opened lately are made anew behind each tick, so that the next who opens one finds it ready. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { isoInstant } from "../../functions/model/day.ts";
import type { LinkKind } from "../../functions/model/link.ts";
import { LEARN_CRON } from "../../functions/model/run.ts";
import { newToken, sha256 } from "../../functions/model/token.ts";
import type { Bindings } from "../../functions/routes/env.ts";
import { answer, renew } from "../../functions/work.ts";
import { limited, MOST_QUERIES } from "../limited/limited.ts";
import { ownDatabase } from "../own-database.ts";
import { push, startWorker } from "../worker.ts";

const ORIGIN = "https://denyut.example";
const AT = Date.parse("2026-11-23T05:30:00Z") / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;
const db = await ownDatabase();

/** What is kept, and nothing else, ends so. */
const MARK = "<!-- kept -->";

/** The Worker at an instant. */
function worker(at = AT, { isPublic = false, by = db } = {}) {
  const later: Promise<unknown>[] = [];
  const context = {
    waitUntil: (promise: Promise<unknown>) => void later.push(promise),
    passThroughOnException() {},
    props: {},
  };
  const env: Bindings = {
    DB: by,
    ASSETS: null as never,
    PUBLIC_DASHBOARD: String(isPublic),
  };
  const settled = () => Promise.all(later.splice(0));
  async function ask(path: string, init: RequestInit) {
    const got = await answer(
      new Request(ORIGIN + path, init),
      { ...env, NOW: isoInstant(at) },
      context,
    );
    const body = await got.text();
    await settled();
    return { status: got.status, etag: got.headers.get("etag"), body };
  }
  return {
    open: (path: string, held: string | null, remembered = "") => {
      const cookie = held === null ? "" : `denyut=${held}; ${remembered}`;
      return ask(path, { headers: { accept: "text/html", cookie } });
    },
    push: (held: string, followers: number) =>
      ask("/api/snapshots", {
        method: "POST",
        headers: { authorization: `Bearer ${held}`, "content-type": "application/json" },
        body: JSON.stringify({
          platform: "instagram",
          account: "perpus.pasuruan",
          read_at: isoInstant(at - 60),
          followers,
        }),
      }),
    async renew() {
      await renew({ ...env, NOW: isoInstant(at) }, context);
      await settled();
    },
  };
}

type Row = { key: string; opened_at: number; tag: string; body: string };
const kept = async (): Promise<Row[]> =>
  (
    await db
      .prepare("select key, opened_at, tag, body from pages order by opened_at, key")
      .all<Row>()
  ).results;
const mark = () => db.prepare("update pages set body = body || ?1").bind(MARK).run();
const isKept = ({ body }: { body: string }) => body.endsWith(MARK);

async function token(kind: LinkKind): Promise<string> {
  const made = newToken();
  await db
    .prepare("insert into links (kind, name, hash, created_at) values (?1, ?1, ?2, 0)")
    .bind(kind, await sha256(made))
    .run();
  return made;
}

let view: string;
let pusher: string;
beforeEach(async () => {
  [view, pusher] = [await token("view"), await token("push")];
  await worker().push(pusher, 1000);
});

describe("a page that was opened is ready again", () => {
  test("once somebody pushed", async () => {
    await worker().open("/", view);
    await worker().push(pusher, 1234);
    await mark();
    expect(isKept(await worker().open("/?t=1", view))).toBe(false);
    await worker().renew();
    await mark();
    const next = await worker().open("/", view);
    expect(next.body).toContain("1.234");
    expect(isKept(next)).toBe(true);
  });

  test("once the hour has turned", async () => {
    await worker().open("/", view);
    await worker(AT + HOUR).renew();
    await mark();
    expect(isKept(await worker(AT + HOUR).open("/", view))).toBe(true);
    expect(isKept(await worker(AT + 2 * HOUR).open("/", view))).toBe(false);
  });

  test.each(["/", "/?lang=en", "/posts", "/trend?metric=views&period=1y", "/calendar"])(
    "byte for byte as it is made when somebody asks: %s",
    async (path) => {
      await worker().open(path, view);
      await worker().push(pusher, 1500);
      await worker().renew();
      const [row] = await kept();
      await db.prepare("delete from pages").run();
      const made = await worker().open(path, view);
      expect(row).toMatchObject({ tag: made.etag, body: made.body });
    },
  );

  test("in the language that the browser remembers", async () => {
    await worker().open("/", view, "lang=en");
    await worker().push(pusher, 1500);
    await worker().renew();
    await mark();
    const next = await worker().open("/", view, "lang=en");
    expect(next.body).toContain('lang="en"');
    expect(isKept(next)).toBe(true);
  });

  test("for anybody, where the dashboard is public", async () => {
    const open = worker(AT, { isPublic: true });
    await open.open("/", null);
    await open.push(pusher, 1500);
    await open.renew();
    await mark();
    expect(isKept(await open.open("/", null))).toBe(true);
  });

  test("those that were opened last first, three behind a tick", async () => {
    const paths = ["/", "/?period=7d", "/?period=90d", "/?period=1y", "/?period=2y"];
    for (const [minute, path] of paths.entries()) await worker(AT + 60 * minute).open(path, view);
    await worker(AT + 300).push(pusher, 1500);
    await mark();
    await worker(AT + 300).renew();
    expect((await kept()).map(isKept)).toEqual([true, true, false, false, false]);
    await worker(AT + 600).renew();
    expect((await kept()).some(isKept)).toBe(false);
  });

  test("of each link one before the second of any", async () => {
    await worker().open("/", view);
    const other = await token("view");
    const paths = ["/", "/?period=7d", "/?period=90d", "/?period=1y"];
    for (const [minute, path] of paths.entries()) await worker(AT + 60 * minute).open(path, other);
    await worker(AT + 300).push(pusher, 1500);
    await mark();
    await worker(AT + 300).renew();
    // the first is the one link's only page, the others are the other's
    const made = (await kept()).filter((page) => !isKept(page));
    expect(made.map(({ opened_at }) => (opened_at - AT) / 60)).toEqual([0, 2, 3]);
  });

  test.each(["/", "/calendar", "/trend", "/posts"])("within a tick's queries: %s", async (path) => {
    for (const held of [view, await token("view"), await token("plan")]) {
      await worker().open(path, held);
    }
    await worker().push(pusher, 1500);
    await mark();
    await worker(AT, { by: limited(db, MOST_QUERIES) }).renew();
    expect((await kept()).map(isKept)).toEqual([false, false, false]);
  });
});

describe("it is left alone", () => {
  test("where nothing changed", async () => {
    await worker().open("/", view);
    await mark();
    await worker(AT + 60).renew();
    expect((await kept()).map(isKept)).toEqual([true]);
  });

  test("once nobody has opened it in eleven days, however often it was made anew", async () => {
    await worker().open("/", view);
    for (const days of [3, 8, 11]) {
      await mark();
      await worker(AT + days * DAY).renew();
      expect((await kept()).map(isKept), `after ${days} days`).toEqual([false]);
    }
    expect((await kept())[0]?.opened_at).toBe(AT);
    await mark();
    await worker(AT + 11 * DAY + HOUR).renew();
    expect((await kept()).map(isKept)).toEqual([true]);
  });

  test("but not while somebody opens it, who need not have waited", async () => {
    await worker().open("/", view);
    await worker(AT + 2 * DAY).renew();
    await worker(AT + 2 * DAY).open("/", view);
    // so soon it is not noted again
    expect((await kept())[0]?.opened_at).toBe(AT);
    await worker(AT + 8 * DAY).renew();
    await mark();
    expect(isKept(await worker(AT + 8 * DAY).open("/", view))).toBe(true);
    expect((await kept())[0]?.opened_at).toBe(AT + 8 * DAY);
  });

  test("while the database has no answer", async () => {
    await worker().open("/", view);
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const overloaded = new Error("D1_ERROR: D1 DB is overloaded. Requests queued for too long.");
    const by = new Proxy(db, {
      get: (of, name) =>
        name === "batch" ? () => Promise.reject(overloaded) : Reflect.get(of, name).bind(of),
    });
    await worker(AT + HOUR, { by }).renew();
    expect(said).toHaveBeenCalled();
    said.mockRestore();
    expect(await kept()).toHaveLength(1);
    await mark();
    await worker(AT + HOUR).renew();
    expect((await kept()).map(isKept)).toEqual([false]);
  });

  test("while a backup is put back", async () => {
    await worker().open("/", view);
    await db.prepare("update library set restoring = '{}'").run();
    await worker(AT + HOUR).renew();
    await db.prepare("update library set restoring = null").run();
    await mark();
    expect(isKept(await worker().open("/", view))).toBe(true);
  });
});

describe("it is forgotten", () => {
  test.each([
    ["revoked", "update links set revoked_at = 1"],
    ["over", "update links set expires_at = 1"],
    ["erased", "delete from links"],
  ])("once its link is %s", async (_, sql) => {
    await worker().open("/", view);
    await db.prepare(`${sql} where kind = 'view'`).run();
    await worker(AT + HOUR).renew();
    expect(await kept()).toEqual([]);
  });

  test("once nobody has opened it in eleven days, by the day's first tick", async () => {
    await worker().open("/", view);
    await worker(AT + 11 * DAY + HOUR).renew();
    expect(await kept()).toHaveLength(1);
    const midnight = Date.parse("2026-12-05T00:00:00Z") / 1000;
    await worker(midnight - 300).renew();
    expect(await kept()).toHaveLength(1);
    await worker(midnight).renew();
    expect(await kept()).toEqual([]);
  });

  test("once it has grown too long to be kept", async () => {
    await worker().open("/calendar", view);
    await db
      .prepare(
        `with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000)
         insert into plans (on_day, matches, title, state, changed_at)
           select '2026-11-25', json_array(json_object('account', (select id from accounts), 'post', null)),
             hex(zeroblob(100)), 'idea', 0 from n`,
      )
      .run();
    await worker(AT + HOUR).renew();
    expect(await kept()).toEqual([]);
  });
});

test("in workerd it is behind the cron's event", async () => {
  const read_at = isoInstant(AT);
  const real = await startWorker({ now: read_at });
  try {
    const [viewing, pushing] = [await real.token("view"), await real.token("push")];
    const pushed = (followers: number) =>
      push(real, pushing, [{ platform: "x", account: "perpus_x", read_at, followers }]);
    const bodies = async () =>
      (await real.db.prepare("select body from pages").all<{ body: string }>()).results;
    const open = async () =>
      (await real.fetch("/", { headers: { cookie: `denyut=${viewing}` } })).text();
    await pushed(1000);
    await open();
    await expect.poll(bodies).toHaveLength(1);
    await pushed(1234);
    expect(await real.scheduled(AT, LEARN_CRON)).toMatchObject({ outcome: "ok" });
    await expect.poll(async () => (await bodies())[0]?.body).toContain("1.234");
    await real.db.prepare("update pages set body = ?1").bind(MARK).run();
    expect(await open()).toBe(MARK);
  } finally {
    await real.close();
  }
});

test("making a page anew is no use of its link", async () => {
  await worker().open("/", view);
  const lastUsed = () =>
    db.prepare("select last_used_on from links where kind = 'view'").first("last_used_on");
  expect(await lastUsed()).toBe("2026-11-23");
  await worker(AT + DAY).renew();
  expect(await lastUsed()).toBe("2026-11-23");
});
