/** "Needs no answer" over HTTP and by its form, noted and taken back; and what the export tells of comments. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PersonChange } from "../../functions/model/person-change.ts";
import { listThreads, listWaiting } from "../../functions/store/threads.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const ID = "1-12_34";

let worker: TestWorker;
let plan = "";
let limited = "";
let view = "";
let exported = "";
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  const comment = (id: string, day: number, rest: object = {}) => ({
    external_id: id,
    post: "77_1",
    at: `2026-11-${day}T05:00:00Z`,
    ours: false,
    ...rest,
  });
  const pushed = await worker.send("POST", "/api/snapshots", [
    {
      platform: "facebook",
      account: "perpus",
      external_id: "77",
      read_at: "2026-11-23T05:00:00Z",
      posts: [{ external_id: "1", published_at: "2026-11-10T05:00:00Z" }],
      comments: [
        comment("12_33", 11, { text: "Kapan buka" }),
        comment("12_90", 11, { ours: true, reply_to: "12_33", at: "2026-11-11T06:31:59Z" }),
        comment("12_34", 12, { text: "Bisa pinjam online" }),
        comment("12_35", 13),
      ],
    },
    {
      platform: "x",
      account: "perpus",
      read_at: "2026-11-23T05:00:00Z",
      posts: [{ external_id: "5", published_at: "2025-10-10T05:00:00Z" }],
      comments: [{ ...comment("6", 12), post: "5", at: "2025-10-11T05:00:00Z", asks: false }],
    },
  ]);
  expect(pushed.status).toBe(200);
  plan = await worker.token("plan");
  limited = await worker.token("plan", { accounts: [2] });
  view = await worker.token("view");
  exported = await worker.token("export");
});
afterAll(() => worker.close());

const patch = (id: string, body: unknown, token = plan) =>
  worker.send("PATCH", `/api/comments/${id}`, body, token);
const submit = (path: string, fields: Record<string, string>, origin = worker.url.origin) =>
  worker.fetch(path, {
    method: "POST",
    headers: { cookie: `denyut=${plan}`, origin, accept: "text/html" },
    body: new URLSearchParams(fields),
  });
const settled = async () =>
  (await listThreads(worker.db, [1], { from: 0, to: Date.parse(NOW) / 1000 }))
    .filter((thread) => thread.settled)
    .map((thread) => thread.comment);
const newest = async (): Promise<PersonChange> => {
  const answer = await worker.send("GET", "/api/changes");
  const { changes } = (await answer.json()) as { changes: [PersonChange] };
  return changes[0];
};

describe("needs no answer", () => {
  test("is said, noted with who said it, waits no more, and is taken back once", async () => {
    expect((await listWaiting(worker.db, [1])).all.map(({ comment }) => comment)).toEqual([
      "12_34",
      "12_35",
    ]);
    const answer = await patch(ID, { settled: true });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        comment: {
          id: ID,
          account: 1,
          comment: "12_34",
          at: "2026-11-12T05:00:00Z",
          asks: true,
          settled: true,
        },
      },
    ]);
    expect(await settled()).toEqual(["12_34"]);
    expect((await listWaiting(worker.db, [1])).all.map(({ comment }) => comment)).toEqual([
      "12_35",
    ]);
    const change = await newest();
    expect(change).toMatchObject({
      what: "comment",
      subject: 1,
      who: "plan",
      before: { comment: ID, accounts: [1], settled: false },
      after: { comment: ID, accounts: [1], settled: true },
    });
    // the same again is no change
    expect((await patch(ID, { settled: true })).status).toBe(200);
    expect((await newest()).id).toBe(change.id);
    const undo = `/api/changes/${change.id}/undo`;
    expect((await worker.send("POST", undo, {}, limited)).status).toBe(404);
    const undone = await worker.send("POST", undo, {}, plan);
    expect([undone.status, await settled()]).toEqual([200, []]);
    expect((await worker.send("POST", undo, {}, plan)).status).toBe(409);
  });

  test("by a form, which leads back to the list as it was asked, and may be taken back by one", async () => {
    const fields = { comment: ID, settled: "true", back: "?period=90d&platform=facebook" };
    const answer = await submit("/answers/settle", fields);
    const { id } = await newest();
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/answers?period=90d&platform=facebook&changed=${id}#waiting`,
    ]);
    expect(await settled()).toEqual(["12_34"]);
    const page = await worker.send("GET", "/changes");
    expect(await page.text()).toContain('<a href="/posts/1">#1</a>');
    const undone = await submit(`/changes/${id}/undo`, {});
    const back = (await newest()).id;
    expect(back).toBeGreaterThan(id);
    expect([undone.status, undone.headers.get("location")]).toEqual([
      303,
      `/answers?changed=${back}#c-${ID}`,
    ]);
    expect(await settled()).toEqual([]);
    const told = await worker.fetch(`/answers?changed=${back}`, {
      headers: { cookie: `denyut=${plan}` },
    });
    const html = await told.text();
    expect(html).toContain("Dikembalikan: menunggu jawaban lagi.");
    expect(html).toContain(`id="c-${ID}"`);
  });

  test.each([
    ["to the comment below", "1-12_35", "c-1-12_35"],
    ["behind the last to the list", "", "waiting"],
    ["past what is no comment to the list", "x", "waiting"],
    ["to one whose id holds what an address does not", "1-a b&c", "c-1-a%20b%26c"],
  ])("its form leads on %s, and taking it back keeps the choice", async (_, next, place) => {
    const query = "?period=90d";
    const fields = { comment: ID, settled: "true", back: query, next };
    const answer = await submit("/answers/settle", fields);
    const { id } = await newest();
    expect(answer.headers.get("location")).toBe(`/answers${query}&changed=${id}#${place}`);
    const undone = await submit(`/changes/${id}/undo`, { back: `${query}&changed=${id}` });
    const back = (await newest()).id;
    expect(undone.headers.get("location")).toBe(`/answers${query}&changed=${back}#c-${ID}`);
    // the other way: what waits no more has no place
    const again = await submit(`/changes/${back}/undo`, {});
    const last = (await newest()).id;
    expect(again.headers.get("location")).toBe(`/answers?changed=${last}#waiting`);
    await submit(`/changes/${last}/undo`, {});
    expect(await settled()).toEqual([]);
  });

  test("a form that is sent twice leads to what was said of its comment, not of another under the same post", async () => {
    const fields = { comment: ID, settled: "true" };
    const location = async () => (await submit("/answers/settle", fields)).headers.get("location");
    const first = await location();
    const { id } = await newest();
    // a colleague
    await patch("1-12_35", { settled: true });
    expect([first, await location()]).toEqual(Array(2).fill(`/answers?changed=${id}#waiting`));
    await submit(`/changes/${id}/undo`, {});
    expect(await settled()).toEqual(["12_35"]);
    await patch("1-12_35", { settled: false });
  });

  test("is taken back as long as it is the comment's newest change, though an older one had come to the same", async () => {
    const undo = (id: number) => worker.send("POST", `/api/changes/${id}/undo`, {}, plan);
    await patch(ID, { settled: true });
    const first = await newest();
    await patch(ID, { settled: false });
    await patch(ID, { settled: true });
    const last = await newest();
    // of another comment under the same post
    await patch("1-12_35", { settled: true });
    const other = await newest();
    expect((await undo(first.id)).status).toBe(409);
    expect(await settled()).toEqual(["12_34", "12_35"]);
    expect((await undo(last.id)).status).toBe(200);
    expect((await undo(other.id)).status).toBe(200);
    expect(await settled()).toEqual([]);
  });

  test.each<[string, string, unknown, number, string[]]>([
    ["a body that says nothing", ID, {}, 400, ["settled required"]],
    ["what is no yes or no", ID, { settled: "ya" }, 400, ["settled wrong_type"]],
    ["more than is asked", ID, { settled: true, text: "x" }, 400, ["text unknown_field"]],
    ["an id that is none", "12_34", { settled: true }, 404, []],
    ["a comment that is not known", "1-nope", { settled: true }, 404, []],
    ["one of an account that is not known", "9-12_34", { settled: true }, 404, []],
    ["the account's own", "1-12_90", { settled: true }, 404, []],
  ])("refuses %s", async (_, id, body, status, problems) => {
    const answer = await patch(id, body);
    const { error } = (await answer.json()) as {
      error: { problems: { path: string; code: string }[] };
    };
    expect([answer.status, error.problems.map(({ path, code }) => `${path} ${code}`)]).toEqual([
      status,
      problems,
    ]);
  });

  test("is not said by whoever may only look, by another page, or of another's account", async () => {
    expect((await patch(ID, { settled: true }, view)).status).toBe(403);
    expect((await patch(ID, { settled: true }, exported)).status).toBe(403);
    expect((await patch(ID, { settled: true }, limited)).status).toBe(404);
    const fields = { comment: ID, settled: "true" };
    expect((await submit("/answers/settle", fields, "https://evil.example")).status).toBe(403);
    expect((await submit("/answers/settle", { comment: ID })).status).toBe(400);
    expect((await submit("/answers/settle", { ...fields, comment: "x" })).status).toBe(404);
    expect(await settled()).toEqual([]);
  });

  test("under a hidden post nothing is said", async () => {
    const hide = (hidden: number | null) =>
      worker.db.prepare("update posts set hidden_at = ?1").bind(hidden).run();
    await hide(1);
    expect((await patch(ID, { settled: true })).status).toBe(404);
    await hide(null);
    expect(await settled()).toEqual([]);
  });

  test("of a hidden account nothing is said", async () => {
    await worker.send("PATCH", "/api/accounts/1", { hidden: true });
    expect((await patch(ID, { settled: true })).status).toBe(404);
    await worker.send("PATCH", "/api/accounts/1", { hidden: false });
  });
});

describe("responses", () => {
  const file = (path: string) => worker.fetch(`/export/v1/${exported}/responses.${path}`);

  test("to the byte: of the last year, a comment a row, the oldest first", async () => {
    await patch("1-12_35", { settled: true });
    const answer = await file("csv");
    expect([answer.status, answer.headers.get("link"), await answer.text()]).toEqual([
      200,
      null,
      [
        "platform,account,post,comment,at,asks,answered_at,minutes,settled,watched,known_until",
        "facebook,perpus,77_1,12_33,2026-11-11T05:00:00Z,true,2026-11-11T06:31:59Z,91,false,false,2026-11-23T05:00:00Z",
        "facebook,perpus,77_1,12_34,2026-11-12T05:00:00Z,true,,,false,true,2026-11-23T05:00:00Z",
        "facebook,perpus,77_1,12_35,2026-11-13T05:00:00Z,,,,true,true,2026-11-23T05:00:00Z",
        "",
      ].join("\r\n"),
    ]);
  });

  test("a longer period goes on at the next address; days are the library's; an account alone", async () => {
    const first = await file("ndjson?from=2025-10-11&to=2026-11-12");
    const link = first.headers.get("link") ?? "";
    expect(link).toContain("from=2026-10-12&to=2026-11-12");
    expect(
      (await first.text())
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        platform: "x",
        account: "perpus",
        post: "5",
        comment: "6",
        at: "2025-10-11T05:00:00Z",
        asks: false,
        answered_at: null,
        minutes: null,
        settled: false,
        watched: false,
        known_until: "2026-01-01T05:00:00Z",
      },
    ]);
    const [, next = ""] = /<([^>]+)>/.exec(link) ?? [];
    const rest = await (await fetch(next)).text();
    expect(rest.trim().split("\n")).toHaveLength(2);
    const json = await file("json?from=2025-01-01&to=2025-12-31&account=perpus");
    expect(((await json.json()) as { responses: object[] }).responses).toHaveLength(1);
  });
});
