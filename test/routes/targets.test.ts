/** Targets over HTTP: by program, by a form without a script, on the Overview, by whom. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN_TOKEN, startWorker, type TestWorker } from "../worker.ts";

const NOW = Date.parse("2026-11-23T05:30:00Z") / 1000;
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");
const DAY = 86_400;

let worker: TestWorker;
let view = "";
beforeAll(async () => {
  worker = await startWorker({ now: iso(NOW) });
  const pushed = await worker.send(
    "POST",
    "/api/snapshots",
    ["instagram", "x"].flatMap((platform) =>
      [40, 1].map((ago) => ({
        platform,
        account: "perpus",
        read_at: iso(NOW - ago * DAY),
        followers: 2480,
        posts: [],
      })),
    ),
  );
  expect(pushed.status).toBe(200);
  view = await worker.token("view");
});
afterAll(() => worker.close());

type Target = {
  id: number;
  version: number;
  account: number | null;
  value: number;
  standing: object;
};
const FOLLOWERS = { year: 2026, metric: "followers", value: 3000 };
const post = (body: object, token?: string) => worker.send("POST", "/api/targets", body, token);
const make = async (body: object): Promise<Target> => {
  const answer = await post({ ...FOLLOWERS, ...body });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { target: Target }).target;
};
const listed = async (token = view): Promise<Target[]> => {
  const answer = await worker.send("GET", "/api/targets", undefined, token);
  return ((await answer.json()) as { targets: Target[] }).targets;
};
const refusal = async (answer: Response): Promise<[number, string[]]> => {
  const { error } = (await answer.json()) as {
    error: { problems: { path: string; code: string }[] };
  };
  return [answer.status, error.problems.map(({ path, code }) => `${path} ${code}`)];
};
const remove = async ({ id, version }: Target) =>
  expect((await worker.send("DELETE", `/api/targets/${id}`, { version })).status).toBe(200);
const look = async (path: string, token = view): Promise<string> => {
  const answer = await worker.fetch(path, {
    headers: { cookie: `denyut=${token}`, accept: "text/html" },
  });
  return answer.text();
};

describe("what is refused", () => {
  test.each([
    ["a rate of all accounts", { metric: "engagement_rate", value: 0.02 }, 400, "account required"],
    [
      "a rate above one",
      { metric: "engagement_rate", value: 2, account: 1 },
      400,
      "value not_a_rate",
    ],
    ["half a follower", { value: 0.5 }, 400, "value not_a_count"],
    ["no follower", { value: 0 }, 400, "value not_a_count"],
    ["a year of long ago", { year: 1926 }, 400, "year not_one_of"],
    ["an account that is not there", { account: 9 }, 400, "account unknown_account"],
    ["another measure", { metric: "reach" }, 400, "metric not_one_of"],
  ])("%s", async (_what, more, status, fault) => {
    expect(await refusal(await post({ ...FOLLOWERS, ...more }))).toEqual([status, [fault]]);
    expect(await listed()).toEqual([]);
  });
});

test("one is set, once a subject, changed by whoever saw it last, and taken away", async () => {
  const made = await make({});
  expect(made).toEqual({
    ...FOLLOWERS,
    id: made.id,
    version: 1,
    account: null,
    // two accounts of 2,480; a month and eight days are left
    standing: expect.objectContaining({ metric: "followers", now: 4960, word: null, low: null }),
  });
  expect(await refusal(await post(FOLLOWERS))).toEqual([409, ["metric target_taken"]]);
  const own = await make({ account: 1 });
  expect((await listed()).map(({ account }) => account)).toEqual([null, 1]);
  const path = `/api/targets/${made.id}`;
  const changed = await worker.send("PATCH", path, { version: 1, value: 6000 });
  expect(((await changed.json()) as { target: Target }).target).toMatchObject({
    value: 6000,
    version: 2,
  });
  const late = await worker.send("PATCH", path, { version: 1, value: 1 });
  expect(await refusal(late)).toEqual([409, ["version stale_version"]]);
  const { changes } = (await (await worker.send("GET", "/api/changes")).json()) as {
    changes: { id: number; what: string }[];
  };
  expect(changes[0]).toMatchObject({
    what: "target",
    before: { value: 3000 },
    after: { value: 6000 },
  });
  expect((await worker.send("POST", `/api/changes/${changes[0]?.id}/undo`)).status).toBe(200);
  expect((await listed())[0]).toMatchObject({ value: 3000, version: 3 });
  await remove({ ...made, version: 3 });
  await remove(own);
  expect(await listed()).toEqual([]);
});

test("the Overview says how far it is, to whoever sees the accounts that it is of", async () => {
  const all = await make({ value: 6000 });
  const own = await make({ account: 2, metric: "posts_per_month", value: 4 });
  const said = "Target 2026: 6.000 pengikut; sekarang 4.960; belum ada perkiraan; perlu +";
  expect(await look("/")).toContain(said);
  expect(await look("/")).toContain(
    "Target 2026: 4 unggahan sebulan; tercapai dalam 0 dari 10 bulan, rata-rata 0",
  );
  // one platform alone is not all
  expect(await look("/?platform=x")).not.toContain(said);
  expect(await look("/?platform=instagram")).not.toContain("4 unggahan sebulan");
  const limited = (await (
    await worker.send("POST", "/api/links", { kind: "view", name: "satu", accounts: [1] })
  ).json()) as { url: string };
  const token = limited.url.split("/").at(-1) ?? "";
  expect(await listed(token)).toEqual([]);
  expect(await look("/", token)).not.toContain("Target 2026");
  await remove(all);
  await remove(own);
});

test("the day's first page finds how far it is and keeps it; the others read that, until the target is another", async () => {
  const made = await make({});
  await look("/");
  const kept = async () =>
    (await worker.db.prepare("select standing from targets").first<string | null>("standing")) ??
    "";
  await expect.poll(kept).toContain('"on":"2026-11-23"');
  await worker.db
    .prepare("update targets set standing = json_set(standing, '$.found.now', 1234)")
    .run();
  expect((await listed())[0]?.standing).toMatchObject({ now: 1234 });
  await worker.db
    .prepare("update targets set standing = json_set(standing, '$.on', '2026-11-22')")
    .run();
  // another address, since a page of the same figures is not made twice
  expect(await look("/api/targets?day=2")).toContain('"now":4960');
  await remove(made);
});

test("the form takes back what the page says, and says again what was refused", async () => {
  const submit = (path: string, fields: Record<string, string>) =>
    worker.fetch(path, {
      method: "POST",
      redirect: "manual",
      headers: {
        authorization: `Bearer ${ADMIN_TOKEN}`,
        origin: worker.url.origin,
        accept: "text/html",
      },
      body: new URLSearchParams(fields),
    });
  const rate = { year: "2026", account: "1", metric: "engagement_rate", value: "2,5%" };
  const refused = await submit("/targets", { ...rate, value: "250%" });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain("harus persen di atas 0 dan paling banyak 100");
  expect((await submit("/targets", rate)).headers.get("location")).toBe("/targets");
  const [made] = await listed();
  expect(made).toMatchObject({ account: 1, value: 0.025 });
  expect((await submit(`/targets/${made?.id}`, { version: "1", value: "3.25" })).status).toBe(303);
  expect((await listed())[0]).toMatchObject({ value: 0.0325, version: 2 });
  expect((await submit(`/targets/${made?.id}`, { version: "2", do: "remove" })).status).toBe(303);
  await submit("/targets", { ...rate, metric: "followers", value: "3.000" });
  const [count] = await listed();
  expect(count).toMatchObject({ value: 3000 });
  await remove(count as Target);
});
