/** Trials over HTTP: by program, by forms without a script, in the calendar; and in the real runtime from the lots to the verdict. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Planning } from "../../functions/jobs/planning/rewrite.ts";
import { startTrial } from "../../functions/jobs/planning/trials.ts";
import { addDays, daysBetween, weekOf } from "../../functions/model/day.ts";
import { plannedAt } from "../../functions/model/plan-time.ts";
import { HOURLY_CRON } from "../../functions/model/run.ts";
import type { Lot, TrialResult } from "../../functions/model/trial.ts";
import { ADMIN_TOKEN, startWorker, type TestWorker } from "../worker.ts";

const NOW = Date.parse("2026-11-25T05:30:00Z") / 1000;
const ZONE = "Asia/Jakarta";
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");
const NEXT_MONDAY = "2026-11-30";
/** Whose eight weeks were over last Sunday. */
const LAST_START = addDays(weekOf("2026-11-25"), -56);

let worker: TestWorker;
let plan = "";
let view = "";
let limited = "";
beforeAll(async () => {
  worker = await startWorker({ now: iso(NOW) });
  const read = (account: string) => ({
    platform: "instagram",
    account,
    read_at: iso(NOW - 3600),
    followers: 100,
  });
  await worker.send("POST", "/api/snapshots", [read("satu"), read("dua"), read("tiga")]);
  plan = await worker.token("plan");
  view = await worker.token("view");
  limited = await worker.token("plan", { accounts: [2] });
});
afterAll(() => worker.close());

const BODY = {
  account: 1,
  kind: "hours",
  a: "09:00",
  b: "19:00",
  weekdays: [4, 2],
  starts_on: NEXT_MONDAY,
  title: "Unggahan",
};
type Json = {
  id: number;
  version: number;
  state: string;
  progress: object | null;
  result: TrialResult | null;
};
const begin = async (more: object = {}, token = plan): Promise<Json> => {
  const answer = await worker.send("POST", "/api/trials", { ...BODY, ...more }, token);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { trial: Json }).trial;
};
const listed = async (token = view): Promise<Json[]> =>
  ((await (await worker.send("GET", "/api/trials", undefined, token)).json()) as { trials: Json[] })
    .trials;
const refusal = async (answer: Response): Promise<[number, string[]]> => {
  const { error } = (await answer.json()) as {
    error: { problems: { path: string; code: string }[] };
  };
  return [answer.status, error.problems.map(({ path, code }) => `${path} ${code}`)];
};
const submit = (path: string, fields: [string, string][], token = plan) =>
  worker.fetch(path, {
    method: "POST",
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
  test.each<[string, object, string[]]>([
    ["an hour that is none", { a: "25:00" }, ["a not_an_hour"]],
    ["an hour twice", { b: "09:00" }, ["b same_sides"]],
    ["hours of which the other is near", { b: "10:59" }, ["b too_near"]],
    ["near around midnight", { a: "23:30", b: "01:00" }, ["b too_near"]],
    ["a format as an hour", { b: "image" }, ["b not_an_hour"]],
    ["an hour of all, of hours", { at: "12:00" }, ["at unknown_field"]],
    ["a format that is none", { kind: "formats", a: "image", b: "poem" }, ["b unknown_format"]],
    ["a story", { kind: "formats", a: "story", b: "image" }, ["a not_in_a_trial"]],
    [
      "an hour of formats that is none",
      { kind: "formats", a: "text", b: "image", at: "9" },
      ["at not_an_hour"],
    ],
    ["one day a week", { weekdays: [2] }, ["weekdays too_few_weekdays"]],
    ["a day twice", { weekdays: [2, 2] }, ["weekdays not_a_weekday"]],
    ["an eighth day", { weekdays: [2, 8] }, ["weekdays not_a_weekday"]],
    ["a Tuesday", { starts_on: "2026-12-01" }, ["starts_on not_a_monday"]],
    ["this week", { starts_on: "2026-11-23" }, ["starts_on too_soon"]],
    ["in half a year", { starts_on: "2027-05-31" }, ["starts_on too_soon"]],
    ["no title", { title: " " }, ["title empty"]],
    ["a title that is not seen", { title: "\u200b\u202e" }, ["title empty"]],
    ["an account that is not there", { account: 9 }, ["account unknown_account"]],
    ["lots that somebody chose", { seed: 1 }, ["seed unknown_field"]],
    [
      "several things at once",
      { a: "x", weekdays: [] },
      ["a not_an_hour", "weekdays too_few_weekdays"],
    ],
  ])("%s", async (_what, more, faults) => {
    const answer = await worker.send("POST", "/api/trials", { ...BODY, ...more }, plan);
    expect(await refusal(answer)).toEqual([400, faults]);
  });

  test("whoever may only look, or plans for other accounts", async () => {
    expect((await worker.send("POST", "/api/trials", BODY, view)).status).toBe(403);
    expect(await refusal(await worker.send("POST", "/api/trials", BODY, limited))).toEqual([
      400,
      ["account unknown_account"],
    ]);
    expect(await listed()).toEqual([]);
  });
});

describe("a trial", () => {
  test("is begun, seen without a figure, broken off, and leaves its reason", async () => {
    const trial = await begin();
    expect(trial).toMatchObject({
      account: 1,
      kind: "hours",
      weekdays: [2, 4],
      state: "running",
      week: 0,
      ends_on: "2027-01-24",
      says_on: "2027-01-27",
      power: { of_ten: 2, noise: 0.8, posts: 0 },
      progress: { drawn: 16, over: 0, published: 0, kept: 0 },
      result: null,
    });
    expect(trial).not.toHaveProperty("seed");
    expect((await listed()).map(({ id }) => id)).toEqual([trial.id]);
    expect(await listed(limited)).toEqual([]);
    expect((await worker.send("GET", `/trials/${trial.id}`, undefined, limited)).status).toBe(404);

    const again = await worker.send("POST", "/api/trials", BODY, plan);
    expect(await refusal(again)).toEqual([409, ["account trial_running"]]);
    const path = `/api/trials/${trial.id}`;
    const stale = await worker.send("PATCH", path, { version: 9, state: "broken" }, plan);
    expect(await refusal(stale)).toEqual([409, ["version stale_version"]]);
    // to whoever does not see its account there is none, whatever version is named
    for (const version of [1, 9]) {
      const foreign = await worker.send("PATCH", path, { version, state: "broken" }, limited);
      expect(foreign.status).toBe(404);
    }
    const ended = await worker.send("PATCH", path, { version: 1, state: "ended" }, plan);
    expect(ended.status).toBe(400);

    const broken = await worker.send(
      "PATCH",
      path,
      { version: 1, state: "broken", why: "Libur <b>" },
      plan,
    );
    expect(await broken.json()).toMatchObject({
      trial: { state: "broken", broken_on: "2026-11-25", why: "Libur <b>", progress: null },
    });
    const html = await look(`/trials/${trial.id}?lang=en`, view);
    expect(html).toContain("This trial was broken off, so it says nothing.");
    expect(html).toContain("Libur &lt;b>");
  });

  test("is taken away with its plans before it begins", async () => {
    const { id } = await begin({ account: 2 }, limited);
    const gone = await worker.send("DELETE", `/api/trials/${id}`, { version: 1 }, limited);
    expect(gone.status).toBe(200);
    const { plans } = (await (
      await worker.send("GET", "/api/plans?from=2026-11-30", undefined, limited)
    ).json()) as { plans: { state: string }[] };
    expect(plans).toEqual([]);
  });
});

test("taken away and begun again it draws the same lots, and another trial others", async () => {
  const lotsOf = async (body: object) => {
    const { id } = await begin({ account: 2, ...body }, limited);
    const { plans } = (await (
      await worker.send("GET", "/api/plans?from=2026-11-30", undefined, limited)
    ).json()) as { plans: { on: string; at: string | null }[] };
    const gone = await worker.send("DELETE", `/api/trials/${id}`, { version: 1 }, limited);
    expect(gone.status).toBe(200);
    return plans.map(({ on, at }) => `${on} ${at}`);
  };
  const first = await lotsOf({});
  expect(first.length).toBeGreaterThan(10);
  expect(await lotsOf({})).toEqual(first);
  expect(await lotsOf({ starts_on: "2026-12-14" })).not.toEqual(first);
});

describe("a trial of an account that is hidden", () => {
  const hide = (hidden: boolean) =>
    worker.send("PATCH", "/api/accounts/3", { hidden }, ADMIN_TOKEN);

  test("is neither begun, nor planned for, nor broken off, nor taken away", async () => {
    const { id } = await begin({ account: 3 });
    await hide(true);
    const asked: [string, string, object, number][] = [
      ["PATCH", `/api/trials/${id}`, { version: 1, state: "broken" }, 404],
      ["DELETE", `/api/trials/${id}`, { version: 1 }, 404],
      ["POST", "/api/trials", { ...BODY, account: 3 }, 400],
      ["POST", "/api/plans", { on: "2026-12-09", title: "Rencana", accounts: [3] }, 400],
    ];
    for (const [method, path, body, status] of asked) {
      expect((await worker.send(method, path, body, plan)).status).toBe(status);
    }
    await hide(false);
    expect((await listed()).find((one) => one.id === id)).toMatchObject({
      state: "running",
      version: 1,
    });
    await worker.send("DELETE", `/api/trials/${id}`, { version: 1 }, plan);
  });
});

describe("a trial that was broken off", () => {
  const newest = async (): Promise<number> => {
    const answer = await worker.send("GET", "/api/changes", undefined, ADMIN_TOKEN);
    return ((await answer.json()) as { changes: { id: number }[] }).changes[0]?.id ?? 0;
  };
  const states = async () => {
    const answer = await worker.send("GET", "/api/plans?from=2026-11-30", undefined, limited);
    const { plans } = (await answer.json()) as { plans: { state: string }[] };
    return [...new Set(plans.map(({ state }) => state))];
  };

  test("goes on where that is undone, and drops its plans again where the undoing is", async () => {
    const { id } = await begin({ account: 2 }, limited);
    await worker.send("PATCH", `/api/trials/${id}`, { version: 1, state: "broken" }, limited);
    expect(await states()).toEqual(["dropped"]);
    for (const expected of ["planned", "dropped", "planned"]) {
      const undone = await worker.send("POST", `/api/changes/${await newest()}/undo`, {}, limited);
      expect(undone.status).toBe(200);
      expect(await states()).toEqual([expected]);
    }
    const gone = await worker.send("DELETE", `/api/trials/${id}`, { version: 5 }, limited);
    expect(gone.status).toBe(200);
  });

  test("fills no days of the calendar, and yet its plans are there", async () => {
    const { id } = await begin({ account: 2, title: "Unggahan yang diundi" }, limited);
    const title = "Unggahan yang diundi";
    expect(await look("/calendar", limited)).toContain(title);
    await worker.send("PATCH", `/api/trials/${id}`, { version: 1, state: "broken" }, limited);
    for (const path of ["/calendar", "/calendar?month=2026-12"])
      expect([path, (await look(path, limited)).includes(title)]).toEqual([path, false]);
    const answer = await worker.send("GET", "/api/plans?from=2026-11-30", undefined, limited);
    const { plans } = (await answer.json()) as { plans: { id: number; title: string }[] };
    const own = plans.filter((one) => one.title === title);
    expect(own).toHaveLength(16);
    expect(await look(`/plans/${own[0]?.id}`, limited)).toContain(title);
    expect(await look(`/trials/${id}`, limited)).toContain(`/plans/${own[0]?.id}"`);
    const csv = await worker.fetch("/plans.csv", { headers: { cookie: `denyut=${limited}` } });
    expect((await csv.text()).match(new RegExp(title, "g"))).toHaveLength(16);
    const undo = await newest();
    // what is dropped of others stays where it was
    const plain = { on: "2026-12-01", title: "Batal biasa", accounts: [2], state: "dropped" };
    const made = await worker.send("POST", "/api/plans", plain, limited);
    expect(await look("/calendar", limited)).toContain("Batal biasa");
    const [other] = ((await made.json()) as { plans: { id: number }[] }).plans;
    await worker.send("DELETE", `/api/plans/${other?.id}`, { version: 1 }, limited);

    await worker.send("POST", `/api/changes/${undo}/undo`, {}, limited);
    expect(await look("/calendar", limited)).toContain(title);
    const gone = await worker.send("DELETE", `/api/trials/${id}`, { version: 3 }, limited);
    expect(gone.status).toBe(200);
  });

  test("keeps its plans, whoever plans for more accounts than its own", async () => {
    const { id } = await begin({ account: 2 }, limited);
    const answer = await worker.send("GET", "/api/plans?from=2026-11-30", undefined, limited);
    const [first] = ((await answer.json()) as { plans: { id: number; version: number }[] }).plans;
    for (const accounts of [[1], [2, 1]]) {
      const body = { version: first?.version, accounts };
      const moved = await worker.send("PATCH", `/api/plans/${first?.id}`, body, plan);
      expect(moved.status).toBe(400);
      expect(await moved.json()).toMatchObject({
        error: { problems: [{ path: "accounts", code: "drawn_for_trial" }] },
      });
    }
    const titled = { version: first?.version, accounts: [2], title: "Tur rak anak" };
    expect((await worker.send("PATCH", `/api/plans/${first?.id}`, titled, plan)).status).toBe(200);
    const gone = await worker.send("DELETE", `/api/trials/${id}`, { version: 1 }, limited);
    expect(gone.status).toBe(200);
  });
});

describe("by a form", () => {
  const form = (more: [string, string][]): [string, string][] => [
    ["account", "2"],
    ["kind", "formats"],
    ["a", "image"],
    ["b", "short_video"],
    ["at", "16:00:00"],
    ["starts_on", NEXT_MONDAY],
    ["title", "Uji <i>"],
    ...more,
  ];

  test("which says what could be seen before anything is drawn", async () => {
    const html = await look("/trials/new?account=2&kind=formats&a=short_video&b=story&lang=en");
    expect(html).toContain("2 days a week: 2 times out of 10");
    expect(html).toContain("4 days a week: 6 times out of 10");
    expect(html).toMatch(/<option selected value="short_video"|value="short_video" selected/);
    expect(html).not.toContain('value="story"');
  });

  test("which offers what the account publishes in, and promises nothing of few reactions", async () => {
    const answer = await worker.send("POST", "/api/snapshots", {
      platform: "instagram",
      account: "tiga",
      read_at: iso(NOW - 600),
      posts: Array.from({ length: 20 }, (_, i) => ({
        external_id: `tiga-${i}`,
        published_at: iso(NOW - (i + 3) * 86_400),
        format: i % 2 === 0 ? "image" : "carousel",
        likes: 1,
        comments: 0,
        shares: 0,
      })),
    });
    expect(answer.status).toBe(200);
    const offered = (html: string) =>
      [...html.matchAll(/<option[^>]*value="(\w+)"/g)].map(([, value]) => value);
    const html = await look("/trials/new?account=3&kind=formats&lang=id");
    expect(html).toContain("kurang dari 4 interaksi");
    expect(html).not.toContain("dari 10 kali");
    expect(offered(html).slice(0, 2)).toEqual(["image", "carousel"]);
    expect(offered(html)).not.toContain("link");
    // what somebody chose stays
    expect(offered(await look("/trials/new?account=3&kind=formats&a=link"))).toContain("link");
    expect(offered(await look("/trials/new?account=2&kind=formats"))).toContain("poll");
  });

  test("which suggests a Monday by which something can be prepared, and offers others", async () => {
    const html = await look("/trials/new?account=2");
    expect(html).toMatch(/<option selected value="2026-11-30"|value="2026-11-30" selected/);
    expect(html).toContain('value="2026-12-07"');
  });

  test("finds its account by the handle too", async () =>
    expect(await look("/trials/new?account=dua&platform=instagram&kind=hours&a=19:00")).toMatch(
      /name="account" value="2"/,
    ));

  test("is refused with what was typed", async () => {
    const answer = await submit("/trials", form([["weekdays", "3"]]));
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain("Uji &lt;i>");
    expect(html).toContain("Pilih minimal dua hari");
  });

  test("is begun, told once, undone by one tap, and begun again; stands in the calendar and on its plans", async () => {
    const days: [string, string][] = [
      ["weekdays", "1"],
      ["weekdays", "3"],
      ["weekdays", "5"],
    ];
    const begun = await submit("/trials", form(days));
    expect(begun.status).toBe(303);
    const told = begun.headers.get("location") ?? "";
    const html = await look(`${told}&lang=id`);
    expect(html).toContain("Uji siap: 24 rencana masuk kalender.");
    const change = /\/changes\/(\d+)\/undo/.exec(html)?.[1];
    const undone = await submit(`/changes/${change}/undo`, []);
    expect([undone.status, undone.headers.get("location")]).toEqual([303, "/calendar"]);
    expect((await listed(limited)).length).toBe(0);

    const again = await submit("/trials", form(days));
    const [, id] = /\/trials\/(\d+)/.exec(again.headers.get("location") ?? "") ?? [];
    const calendar = await look("/calendar?lang=id", view);
    expect(calendar).toContain(`href="/trials/${id}"`);
    expect(calendar).toContain("Uji kecil: Foto atau video pendek?");
    const [, own] = /href="(\/plans\/\d+)">Uji &lt;i>/.exec(calendar) ?? [];
    const before = await look(`${own}?lang=en`);
    expect(before).toMatch(/Part of a trial: (photos|short videos) was drawn\./);
    expect(before).not.toContain("was changed from its lot");
    const moved = await worker.send("PATCH", `/api${own}`, { version: 1, format: "text" }, plan);
    expect(moved.status).toBe(200);
    expect(await look(`${own}?lang=en`)).toContain("was changed from its lot");
    // a viewer sees it, and has nothing to press
    const seen = await look(`/trials/${id}?lang=en`, view);
    expect(seen).toContain("Nothing was due yet.");
    expect(seen).not.toContain("<form");
    // what was drawn for a day off says which
    for (const name of ["Christmas Day", "New Year's Day"])
      expect(seen).toContain(`holiday: ${name}`);
    expect(seen).not.toContain("another plan");
    // what else is planned for its account on a lot's day, and no other plan
    const planned = await worker.send("GET", "/api/plans?to=2027-12-31", undefined, plan);
    const { plans } = (await planned.json()) as {
      plans: { on: string; trial: number | null; accounts: number[] }[];
    };
    const own_plan = plans.find(({ trial }) => trial === Number(id));
    const others = [
      { accounts: own_plan?.accounts, title: "Bentrok", on: own_plan?.on },
      { accounts: own_plan?.accounts, title: "Ide saja", on: own_plan?.on, state: "idea" },
    ];
    for (const body of others) {
      expect((await worker.send("POST", "/api/plans", body, plan)).status).toBe(201);
    }
    const clashing = await look(`/trials/${id}?lang=en`, view);
    expect(clashing).toContain("On one of the lots’ days something else is planned");
    expect(clashing).toContain("another plan: Bentrok");
    expect(clashing).not.toContain("Ide saja");
    const removed = await submit(`/trials/${id}`, [
      ["do", "remove"],
      ["version", "1"],
    ]);
    expect(removed.status).toBe(303);
    // told once, and taken back by one tap with all that was drawn
    const removal = removed.headers.get("location") ?? "";
    const said = await look(`${removal}&lang=id`);
    expect(said).toContain("Uji dan 24 rencananya dihapus.");
    expect(await look(`${removal}&lang=id`, view)).not.toContain("dihapus.");
    const [, back] = /\/changes\/(\d+)\/undo/.exec(said) ?? [];
    const restored = await submit(`/changes/${back}/undo`, []);
    expect([restored.status, restored.headers.get("location")]).toEqual([303, `/trials/${id}`]);
    expect(await look("/calendar", view)).toContain(`href="/trials/${id}"`);
    const gone = await submit(`/trials/${id}`, [
      ["do", "remove"],
      ["version", "2"],
    ]);
    expect(gone.headers.get("location")).toMatch(/^\/calendar\?changed=\d+$/);
  });

  test("is broken off, told once, and goes on where that is undone", async () => {
    const { id } = await begin({ account: 2 }, limited);
    const broken = await submit(`/trials/${id}`, [
      ["do", "break"],
      ["version", "1"],
    ]);
    const html = await look(`${broken.headers.get("location")}&lang=id`);
    expect(html).toContain("Uji dihentikan; rencana yang belum lewat dibatalkan.");
    const [, change] = /\/changes\/(\d+)\/undo/.exec(html) ?? [];
    const undone = await submit(`/changes/${change}/undo`, []);
    expect(undone.headers.get("location")).toBe(`/trials/${id}`);
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ state: "running" });
    await worker.send("DELETE", `/api/trials/${id}`, { version: 3 }, plan);
  });
});

describe("from the lots to the verdict", () => {
  /** Begun nine weeks ago, as far as the database knows. */
  const planning: Planning = {
    now: plannedAt({ on: addDays(LAST_START, -3), at: null }, ZONE),
    time_zone: ZONE,
    author: { link: null, who: "" },
    allowed: null,
  };
  const begunThen = (account: number) =>
    startTrial(
      worker.db,
      planning,
      {
        account,
        kind: "hours",
        a: "09:00",
        b: "19:00",
        at: null,
        weekdays: [1, 2, 4, 5],
        starts_on: LAST_START,
      },
      "Unggahan",
    );
  const publish = async (account: string, lots: readonly Lot[], hour: (lot: Lot) => string) => {
    const answer = await worker.send("POST", "/api/snapshots", {
      platform: "instagram",
      account,
      read_at: iso(NOW - 600),
      posts: lots.map((lot) => ({
        external_id: `${account}-${lot.on}`,
        published_at: iso(plannedAt({ on: lot.on, at: hour(lot) }, ZONE)),
        format: "image",
        // each week draws more than the one before, and what the lots are changes no ratio
        likes: (lot.side === "a" ? 20 : 52) * (1 + Math.floor(daysBetween(LAST_START, lot.on) / 7)),
      })),
    });
    expect(answer.status).toBe(200);
  };
  /** One hour may go to the month's report: the look comes with the next. */
  const hourly = async () => {
    await worker.scheduled(NOW, HOURLY_CRON);
    await worker.scheduled(NOW + 3600, HOURLY_CRON);
  };
  const drawnHour = ({ side }: Lot) => (side === "a" ? "09:20" : "18:50");

  test("kept as it was drawn: it says what differs, by how much and how surely, and leads to its posts", async () => {
    const { id, lots } = await begunThen(1);
    await publish("satu", lots, drawnHour);
    const waiting = await look(`/trials/${id}?lang=id`, view);
    expect(waiting).toContain("32 dari 32 yang sudah lewat terbit; 32 sesuai undian.");
    // no figure of a post before it has ended
    expect(waiting).not.toMatch(/\d+ reaksi/);
    expect((await listed()).find((one) => one.id === id)?.result).toBeNull();

    await hourly();
    const ended = (await listed()).find((one) => one.id === id);
    expect(ended).toMatchObject({ state: "ended", version: 2, progress: null });
    expect(ended?.result).toMatchObject({ verdict: "differs", kept: { a: 16, b: 16 } });
    const html = await look(`/trials/${id}?lang=id`, view);
    expect(html).toMatch(/Pukul 19\.00 mendapat sekitar <em>2,6 kali<\/em> pukul 09\.00/);
    expect(html).toContain(
      "Undian saja membuat selisih seperti ini kurang dari 1 dari 1.000 kali.",
    );
    expect(html).toMatch(/href="\/posts\/\d+"/);
    expect(html).toMatch(/\d+ reaksi/);
    expect(await look("/calendar?lang=en", view)).toContain("they differ");
    const late = await worker.send(
      "PATCH",
      `/api/trials/${id}`,
      { version: 2, state: "broken" },
      plan,
    );
    expect(await refusal(late)).toEqual([409, ["state trial_over"]]);
    const gone = await worker.send("DELETE", `/api/trials/${id}`, { version: 2 }, plan);
    expect(await refusal(gone)).toEqual([409, ["state trial_begun"]]);
  });

  test("all in the evening: it says nothing, and no figure", async () => {
    const { id, lots } = await begunThen(3);
    await publish("tiga", lots, () => "19:00");
    await hourly();
    expect((await listed()).find((one) => one.id === id)?.result).toMatchObject({
      verdict: "not_kept",
      size: null,
    });
    const html = await look(`/trials/${id}?lang=en`, view);
    expect(html).toContain("This trial says nothing");
    expect(html).not.toMatch(/\d times/);
  });
});
