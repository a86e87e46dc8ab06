/** Notes over HTTP: by program, by a form without a script, in the calendar, in a trend, in the export, by whom. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorker, type TestWorker } from "../worker.ts";

const NOW = Date.parse("2026-11-23T05:30:00Z") / 1000;
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");
const DAY = 86_400;

let worker: TestWorker;
let plan = "";
let view = "";
let exported = "";
beforeAll(async () => {
  worker = await startWorker({ now: iso(NOW) });
  const account = (platform: string, followers: number) =>
    [9, 5, 1].map((ago) => ({
      platform,
      account: "perpus",
      read_at: iso(NOW - ago * DAY),
      followers: followers - ago,
    }));
  const pushed = await worker.send("POST", "/api/snapshots", [
    ...account("instagram", 100),
    ...account("x", 20),
  ]);
  expect(pushed.status).toBe(200);
  plan = await worker.token("plan");
  view = await worker.token("view");
  exported = await worker.token("export");
});
afterAll(() => worker.close());

type Note = { id: number; version: number; text: string; accounts: number[] | null };
const make = async (body: object, token = plan): Promise<Note> => {
  const days = { from_on: "2026-11-12", to_on: "2026-11-14" };
  const answer = await worker.send("POST", "/api/notes", { ...days, ...body }, token);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { note: Note }).note;
};
const listed = async (query = "", token = view): Promise<Note[]> => {
  const answer = await worker.send("GET", `/api/notes${query}`, undefined, token);
  return ((await answer.json()) as { notes: Note[] }).notes;
};
const refusal = async (answer: Response): Promise<[number, string[]]> => {
  const { error } = (await answer.json()) as {
    error: { problems: { path: string; code: string }[] };
  };
  return [answer.status, error.problems.map(({ path, code }) => `${path} ${code}`)];
};
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
const remove = async ({ id, version }: Note) => {
  const answer = await worker.send("DELETE", `/api/notes/${id}`, { version }, plan);
  expect(answer.status).toBe(200);
};

describe("what is refused", () => {
  test.each([
    ["a day that does not exist", { from_on: "2026-02-31" }, "from_on not_a_day"],
    ["before all platforms", { from_on: "0001-01-01" }, "from_on too_early"],
    ["to the end of all years", { to_on: "9999-12-31" }, "to_on too_late"],
    ["days backwards", { from_on: "2026-11-20" }, "from_on backwards"],
    ["no text", { text: "  " }, "text empty"],
    ["a text of 201 letters", { text: "a".repeat(201) }, "text too_long"],
    ["a control character", { text: "a\u0007" }, "text control_character"],
    ["an account that is not there", { accounts: [9] }, "accounts[0] unknown_account"],
    ["no account at all", { accounts: [] }, "accounts empty"],
    ["a field that is none", { reason: "x" }, "reason unknown_field"],
  ])("%s", async (_what, more, fault) => {
    const body = { from_on: "2026-11-12", to_on: "2026-11-14", text: "Banjir", ...more };
    const answer = await worker.send("POST", "/api/notes", body, plan);
    expect(await refusal(answer)).toEqual([400, [fault]]);
    expect(await listed()).toEqual([]);
  });
});

test("a note is made, listed, changed by whoever saw it last, and taken away", async () => {
  const made = await make({ text: " Banjir ", accounts: [1, 1] });
  expect(made).toEqual({
    id: made.id,
    from_on: "2026-11-12",
    to_on: "2026-11-14",
    text: "Banjir",
    accounts: [1],
    left_out: false,
    version: 1,
  });
  expect(await listed()).toEqual([made]);
  expect(await listed("?from=2026-11-14&to=2026-11-14")).toEqual([made]);
  expect(await listed("?from=2026-11-15")).toEqual([]);
  const path = `/api/notes/${made.id}`;
  const changed = await worker.send("PATCH", path, { version: 1, left_out: true }, plan);
  expect(await changed.json()).toEqual({ note: { ...made, left_out: true, version: 2 } });
  const late = await worker.send("PATCH", path, { version: 1, text: "Gempa" }, plan);
  expect(await refusal(late)).toEqual([409, ["version stale_version"]]);
  await remove({ ...made, version: 2 });
  expect(await listed()).toEqual([]);
  expect((await worker.send("DELETE", path, { version: 2 }, plan)).status).toBe(404);
});

test("a link of some accounts learns nothing of a note of others, not even its version", async () => {
  const limited = await worker.token("plan", { accounts: [2] });
  const note = await make({ text: "Rak pindah", accounts: [1] });
  const asked = (number: number, version: number) =>
    worker.send("PATCH", `/api/notes/${number}`, { version, text: "X" }, limited);
  const [absent, ...others] = await Promise.all(
    [asked(99_999, 1), asked(note.id, 1), asked(note.id, 9)].map(async (answer) =>
      (await answer).json(),
    ),
  );
  expect(others).toEqual([absent, absent]);
  await remove(note);
});

test("the form makes one, shows it in its month with the way back, and says again what was refused", async () => {
  const fields = { from_on: "2026-11-12", to_on: "2026-11-14", text: "Listrik <padam>" };
  const refused = await submit("/notes", { ...fields, to_on: "2026-11-01" });
  expect(refused.status).toBe(400);
  const again = await refused.text();
  expect(again).toContain('value="Listrik &lt;padam>"');
  expect(again).toContain("Tanggal mulai melewati tanggal akhir");
  const made = await submit(
    "/notes",
    new URLSearchParams([...Object.entries(fields), ["left_out", "true"]]),
  );
  expect(made.status).toBe(303);
  const place = made.headers.get("location") ?? "";
  expect(place).toMatch(/^\/calendar\?month=2026-11&changed=\d+#d-2026-11-12$/);
  const page = await look(place);
  expect(page).toContain("“Listrik &lt;padam>” dicatat.");
  expect(page).toMatch(
    /<ul class="noted"><li><a href="\/notes\/\d+">Listrik &lt;padam><\/a><small> · 12–14 Nov · tidak ikut dihitung/,
  );
  expect(await look("/calendar?month=2026-10")).not.toContain("Listrik");
  const [note] = await listed();
  expect(note).toMatchObject({ accounts: null, left_out: true });
  // a form without the tick says that they count
  const saved = await submit(`/notes/${note?.id}`, { ...fields, version: "1", accounts: "2" });
  expect(saved.status).toBe(303);
  expect((await listed())[0]).toMatchObject({ accounts: [2], left_out: false, version: 2 });
  const late = await submit(`/notes/${note?.id}`, { ...fields, text: "Lain", version: "1" });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain("mengubah catatan ini selagi Anda mengisi");
  const undone = await submit(
    /\/changes\/\d+\/undo/.exec(await look(saved.headers.get("location") ?? ""))?.[0] ?? "",
    {},
  );
  expect(undone.status).toBe(303);
  expect((await listed())[0]).toMatchObject({ accounts: null, left_out: true, version: 3 });
  const gone = await submit(`/notes/${note?.id}`, { do: "remove", version: "3" });
  expect(gone.headers.get("location")).toMatch(/^\/calendar\?changed=\d+$/);
  expect(await listed()).toEqual([]);
});

test("a viewer reads a note and finds no form", async () => {
  const note = await make({ text: "Banjir" });
  const page = await look(`/notes/${note.id}`, view);
  expect(page).toContain("Banjir");
  expect(page).not.toContain('<form class="form');
  await remove(note);
});

test("a trend names it, and marks it in the panels of its accounts", async () => {
  const all = await make({ text: "Banjir" });
  const one = await make({ text: "Sandi hilang", accounts: [2] });
  const marks = async (platform: string) =>
    (await look(`/trend?metric=followers${platform}`, view)).match(/class="s-note"/g)?.length ?? 0;
  // three strokes a bracket
  expect([await marks(""), await marks("&platform=instagram"), await marks("&platform=x")]).toEqual(
    [9, 3, 6],
  );
  const page = await look("/trend?metric=followers&platform=instagram", view);
  expect(page).toContain("Banjir");
  expect(page).not.toContain("Sandi hilang");
  await remove(all);
  await remove(one);
});

test("the export has a row for each account, and one without for all", async () => {
  const all = await make({ text: "=Banjir, lagi", left_out: true });
  const two = await make({ text: "Sandi hilang", accounts: [1, 2] });
  const file = async (query: string) =>
    (await worker.fetch(`/export/v1/${exported}/notes.csv${query}`)).text();
  expect(await file("")).toBe(
    [
      "from,to,platform,account,text,left_out",
      '2026-11-12,2026-11-14,,,"\'=Banjir, lagi",true',
      "2026-11-12,2026-11-14,instagram,perpus,Sandi hilang,false",
      "2026-11-12,2026-11-14,x,perpus,Sandi hilang,false",
      "",
    ].join("\r\n"),
  );
  expect(await file("?from=2026-11-15")).toBe("from,to,platform,account,text,left_out\r\n");
  const json = await worker.fetch(`/export/v1/${exported}/notes.json`);
  expect(((await json.json()) as { notes: object[] }).notes[0]).toEqual({
    from: "2026-11-12",
    to: "2026-11-14",
    platform: null,
    account: null,
    text: "=Banjir, lagi",
    left_out: true,
  });
  await remove(all);
  await remove(two);
});
