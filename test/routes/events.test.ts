/** Events over HTTP: the API and the pages, whose forms need no script. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";

let worker: TestWorker;
let plan: string;
let view: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  plan = await worker.token("plan");
  view = await worker.token("view");
  await push(worker, await worker.token("push"), [
    {
      platform: "instagram",
      account: "perpus",
      read_at: "2026-11-23T05:00:00Z",
      followers: 1200,
      posts: [
        {
          external_id: "p1",
          published_at: "2026-11-20T09:30:00Z",
          format: "image",
          caption: "Datanglah! #bedahlaut",
          likes: 31,
          comments: 2,
          shares: 4,
          reach: 900,
        },
        {
          external_id: "p2",
          published_at: "2026-11-21T09:30:00Z",
          format: "live",
          caption: "Siaran #BedahLaut",
          likes: 5,
          views: 140,
        },
        {
          external_id: "p3",
          published_at: "2026-11-21T10:30:00Z",
          format: "image",
          caption: "Selamat pagi",
        },
      ],
    },
  ]);
});
afterAll(() => worker.close());

const EVENT = {
  kind: "discussion",
  title: "Bedah buku Laut Bercerita",
  starts_at: "2026-11-28T13:00:00+07:00",
  place: "Aula",
  hashtags: ["bedahlaut"],
  url: "https://example.org/daftar",
};

type Json = Record<string, unknown> & { id: number; version: number };
async function create(more: object = {}): Promise<Json> {
  const answer = await worker.send("POST", "/api/events", { ...EVENT, ...more }, plan);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { event: Json }).event;
}

/** A page as a browser opens it. */
const open = async (path: string, token = plan) => {
  const answer = await worker.fetch(path, {
    headers: { cookie: `denyut=${token}`, accept: "text/html" },
  });
  return { status: answer.status, html: await answer.text() };
};
const submit = (path: string, form: Record<string, string>, token = plan) =>
  worker.fetch(path, {
    method: "POST",
    headers: {
      cookie: `denyut=${token}`,
      origin: worker.url.origin,
      accept: "text/html",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(form),
  });

describe("the API", () => {
  test("makes one, with the posts that are about it, and lists it", async () => {
    const event = await create({ visitors: 85 });
    expect(event).toMatchObject({
      title: "Bedah buku Laut Bercerita",
      starts_at: "2026-11-28T06:00:00Z",
      ends_at: null,
      version: 1,
      posts: 2,
      reach: 900,
      interactions: 42,
      clicks: null,
      visitors: 85,
      effect: null,
    });
    const listed = await worker.send("GET", "/api/events", undefined, view);
    expect(((await listed.json()) as { events: Json[] }).events).toContainEqual(event);
    const none = await worker.send("GET", "/api/events?from=2027-01-01", undefined, view);
    expect(await none.json()).toEqual({ events: [] });
  });

  test("changes it by the version that was seen, unlinks a post for ever, and takes that back", async () => {
    const { id } = await create();
    const path = `/api/events/${id}`;
    const changed = await worker.send("PATCH", path, { version: 1, cost: 100 }, plan);
    expect(await changed.json()).toMatchObject({ event: { version: 2, cost: 100 } });
    const late = await worker.send("PATCH", path, { version: 1, cost: 5 }, plan);
    expect([late.status, await late.json()]).toMatchObject([
      409,
      { error: { problems: [{ path: "version", code: "stale_version" }] } },
    ]);
    const said = { version: 2, post: 1, linked: false };
    const unlinked = await worker.send("POST", `${path}/post`, said, plan);
    expect(await unlinked.json()).toMatchObject({ event: { posts: 1, linked: [2] } });
    const changes = await worker.send("GET", "/api/changes");
    const [newest] = ((await changes.json()) as { changes: Json[] }).changes;
    const undone = await worker.send("POST", `/api/changes/${newest?.id}/undo`, undefined, plan);
    expect(await undone.json()).toEqual({ event: id, undone: true });
    expect((await worker.send("DELETE", path, { version: 4 }, plan)).status).toBe(200);
    expect((await worker.send("DELETE", path, { version: 4 }, plan)).status).toBe(404);
  });

  test("a post that is hidden, or of a hidden account, is as one that is not there", async () => {
    const { id } = await create();
    const say = async (post: number) => {
      const body = { version: 1, post, linked: true };
      const answer = await worker.send("POST", `/api/events/${id}/post`, body, plan);
      return [answer.status, await answer.text()];
    };
    const absent = await say(99_999);
    expect(absent[0]).toBe(400);
    const hide = async (table: "posts" | "accounts", at: number | null) =>
      worker.db.prepare(`update ${table} set hidden_at = ?1 where id = 1`).bind(at).run();
    await hide("posts", 1);
    expect(await say(1)).toEqual(absent);
    await hide("posts", null);
    await hide("accounts", 1);
    expect(await say(1)).toEqual(absent);
    await hide("accounts", null);
    expect((await say(1))[0]).toBe(200);
  });

  test("a plan for an event that is not there is refused", async () => {
    const body = { on: "2026-11-25", accounts: [1], title: "Ajakan", event: 999 };
    const answer = await worker.send("POST", "/api/plans", body, plan);
    expect(await answer.json()).toMatchObject({
      error: { problems: [{ path: "event", code: "unknown_event" }] },
    });
  });

  test("who may only look changes nothing", async () => {
    expect((await worker.send("POST", "/api/events", EVENT, view)).status).toBe(403);
  });
});

describe("the pages", () => {
  test("a form that is whole makes an event by the library's clock, and one tap takes it back", async () => {
    const made = await submit("/events", {
      kind: "workshop",
      title: "Lokakarya menulis",
      starts_at: "2026-12-05T13:00",
      ends_at: "",
      hashtags: "#menulis, #lokakarya",
      visitors: "1.204",
      cost: "Rp 750.000",
    });
    expect(made.status).toBe(303);
    const to = made.headers.get("location") ?? "";
    expect(to).toMatch(/^\/events\/\d+\?changed=\d+$/);
    const { html } = await open(to);
    expect(html).toContain("Sab, 5 Des 2026, 13.00");
    expect(html).toContain("1.204");
    expect(html).toContain("750.000");
    const [, undo = ""] = /action="(\/changes\/\d+\/undo)"/.exec(html) ?? [];
    const undone = await submit(undo, {});
    expect(undone.headers.get("location")).toBe("/events");
    expect((await open(to.replace(/\?.*/, ""))).status).toBe(404);
  });

  test("what is refused is shown as it was typed, with what is wrong", async () => {
    const answer = await submit("/events", {
      kind: "other",
      title: "Tanpa waktu",
      starts_at: "",
      visitors: "banyak",
    });
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain('value="Tanpa waktu"');
    expect(html).toContain('value="banyak"');
    expect(html).toContain('role="alert"');
  });

  test("of two who change it the later one keeps what was typed, and sees whose it is", async () => {
    const { id } = await create({ title: "Berdua" });
    await worker.send("PATCH", `/api/events/${id}`, { version: 1, place: "Taman" }, plan);
    const form = { version: "1", kind: "other", title: "Saya", starts_at: "2026-12-05T13:00" };
    const answer = await submit(`/events/${id}`, form);
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('value="Saya"');
    expect(html).toMatch(/name="version" value="2"/);
    expect(html).toContain("Taman");
  });

  test("its page has the checklist with a way to plan, posts, viewers, links and their clicks", async () => {
    const { id } = await create({ visitors: 85, cost: 850_000 });
    const link = {
      slug: "bedah",
      target: "https://example.org/",
      name: "Daftar",
      event: String(id),
    };
    const made = await submit("/short-links", link);
    expect(made.headers.get("location")).toMatch(/^\/short-links\/\d+$/);
    const phone = { "user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile" };
    await worker.fetch("/e/bedah/wa", { headers: phone });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { html } = await open(`/events/${id}`);
    expect(html).toContain("1 dari 5 langkah");
    expect(html).toMatch(
      new RegExp(`href="/plans/new\\?on=2026-11-2\\d&amp;title=[^"]*&amp;event=${id}"`),
    );
    expect(html).toContain("140 kali ditonton");
    expect(html).toContain("850.000 untuk 85 pengunjung");
    expect(html).toContain("WhatsApp 1");
    expect(html).toContain("/e/bedah");
    const codes = await open(made.headers.get("location") ?? "");
    expect(codes.html.match(/<svg[^>]*>/g)?.length ?? 0).toBeGreaterThanOrEqual(7);
    // who may only look finds no form
    const seen = await open(`/events/${id}`, view);
    expect(seen.html).not.toContain('action="/events/');
  });

  test("a post is linked and unlinked by a tap", async () => {
    const { id } = await create({ title: "Ketuk", hashtags: ["lainsekali"] });
    await submit(`/events/${id}`, { version: "1", do: "link", post: "3" });
    expect((await open(`/events/${id}`)).html).toContain('href="/posts/3"');
    await submit(`/events/${id}`, { version: "2", do: "unlink", post: "3" });
    const { results } = await worker.db
      .prepare("select linked, by_person from event_posts where event = ?1")
      .bind(id)
      .all();
    expect(results).toEqual([{ linked: 0, by_person: 1 }]);
  });

  test("the calendar shows it on its day, and a plan's form offers it", async () => {
    const { id } = await create({ title: "Di kalender" });
    const { html } = await open("/calendar?month=2026-11");
    expect(html).toContain(`href="/events/${id}"`);
    const form = await open(`/plans/new?on=2026-11-25&title=Ajakan&event=${id}`);
    expect(form.html).toMatch(new RegExp(`<option value="${id}" selected`));
  });

  test("the list says nothing of visitors below eight events, and what goes together from there on", async () => {
    expect((await open("/events")).html).not.toContain("ρ");
    for (let n = 0; n < 8; n += 1) {
      await worker.db
        .prepare(
          `insert into events (id, kind, title, starts_at, visitors, changed_at) values (?1, 'other', 'Dulu', ?2, ?3, 0)`,
        )
        .bind(500 + n, Date.parse("2026-10-01T00:00:00Z") / 1000 + n * 86_400, 10 * n)
        .run();
      await worker.db
        .prepare(
          `insert into posts (id, account_id, external_id, published_at, published_precision, published_on, fold, reach)
           select ?1, account_id, 'q' || ?1, published_at, published_precision, published_on, fold, ?2 from posts where id = 1`,
        )
        .bind(500 + n, 100 * n + 1)
        .run();
      await worker.db
        .prepare("insert into event_posts values (?1, ?1, 1, 1)")
        .bind(500 + n)
        .run();
    }
    await create({ title: "Nanti" });
    const { html } = await open("/events");
    expect(html).toContain("cenderung lebih ramai (8 acara; ρ 1");
    expect(html).toContain("bukan bukti sebab");
    const english = await open("/events?lang=en");
    expect(english.html).toContain("They go together; this does not prove a cause.");
  });
});

describe("a link for one account", () => {
  let limited: string;
  beforeAll(async () => {
    await push(worker, await worker.token("push"), [
      { platform: "x", account: "perpus", read_at: "2026-11-23T05:00:00Z", followers: 10 },
    ]);
    const { accounts } = (await (await worker.send("GET", "/api/accounts")).json()) as {
      accounts: { id: number; platform: string }[];
    };
    const own = accounts.find(({ platform }) => platform === "x");
    limited = await worker.token("plan", { accounts: [own?.id ?? 0] });
  });

  test("is told nothing of what another account's posts did for an event", async () => {
    const { id } = await create({ title: "Diam-diam" });
    const result = { posts: 6, against: "all", others: 199, ratio: 1.4, word: "above" };
    await worker.db.batch([
      worker.db
        .prepare("update events set effect = ?2 where id = ?1")
        .bind(id, JSON.stringify({ at: 1_764_000_000, result })),
      worker.db.prepare("update library set version = version + 1"),
    ]);
    const told = async (token: string) => {
      const answer = await worker.send("GET", "/api/events", undefined, token);
      const { events } = (await answer.json()) as { events: Json[] };
      const found = events.find((event) => event.id === id);
      return { posts: found?.posts, effect: found?.effect };
    };
    expect(await told(plan)).toMatchObject({ posts: 2, effect: { result: { posts: 6 } } });
    expect(await told(limited)).toEqual({ posts: 0, effect: null });
    const all = await open(`/events/${id}`);
    const some = await open(`/events/${id}`, limited);
    expect([all, some].map(({ html }) => html.includes("6 unggahan"))).toEqual([true, false]);
    // nor when they came out
    expect([all, some].map(({ html }) => html.includes("1 dari 5 langkah"))).toEqual([true, false]);
  });

  test("changes none, which are the whole library's, and is shown no form for it", async () => {
    const { id, version } = await create({ title: "Bukan milikmu" });
    const typed = { kind: "other", title: "Diubah", starts_at: "2026-12-05T13:00" };
    const answers = [
      await worker.send("POST", "/api/events", EVENT, limited),
      await worker.send("PATCH", `/api/events/${id}`, { version, place: "Sini" }, limited),
      await worker.send("DELETE", `/api/events/${id}`, { version }, limited),
      await submit("/events", typed, limited),
      await submit(`/events/${id}`, { ...typed, version: "1" }, limited),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    for (const path of [`/events/${id}`, "/events"]) {
      const { html } = await open(path, limited);
      expect(html).not.toMatch(/value="remove"|href="\/events\/new"|action="\/short-links/);
    }
  });
});
