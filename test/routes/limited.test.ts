/** Links that are limited to one account: what they open, and what they may push. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN_TOKEN, push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const HIDDEN = /tetangga|rahasia/;

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  await push(worker, await worker.token("push"), [
    {
      platform: "instagram",
      account: "perpus",
      external_id: "178",
      read_at: "2026-11-22T05:00:00Z",
      followers: 1204,
      posts: [{ external_id: "p1", published_at: "2026-11-19T20:00:00Z", likes: 3, caption: "a" }],
    },
    {
      platform: "facebook",
      account: "tetangga",
      external_id: "104",
      read_at: "2026-11-22T05:00:00Z",
      followers: 99,
      posts: [
        {
          external_id: "104_2",
          published_at: "2026-11-19T21:00:00Z",
          likes: 9,
          caption: "rahasia",
        },
      ],
    },
  ]);
  const problems = [1, 2, null].map((account_id) => ({
    account_id,
    code: "token_dead",
    detail: account_id === 2 ? "rahasia" : null,
  }));
  await worker.db
    .prepare(
      "insert into runs (id, started_at, finished_at, seconds, calls, readings, problems) values (1, 1, 1, 7, 4321, 8765, ?1)",
    )
    .bind(JSON.stringify(problems))
    .run();
});
afterAll(() => worker.close());

async function limited(kind: "view" | "export" | "push", accounts: number[]): Promise<string> {
  const made = await worker.send("POST", "/api/links", { kind, name: kind, accounts });
  return ((await made.json()) as { token: string }).token;
}

const bodyOf = async (path: string, token: string) =>
  (await worker.send("GET", path, undefined, token)).text();

const read = async (token: string) =>
  JSON.parse(await bodyOf("/api/accounts", token)) as { accounts: { handle: string }[] };

describe("a view link", () => {
  test.each([
    "/",
    "/trend",
    "/posts",
    "/data",
    "/download.csv",
    "/download-posts.csv",
    "/api/overview",
    "/api/series",
    "/api/posts",
    "/api/streaks",
    "/api/accounts",
    "/api/runs",
  ])("shows nothing of other accounts: %s", async (path) => {
    expect(await bodyOf(path, await limited("view", [1]))).not.toMatch(HIDDEN);
    expect(await bodyOf(path, await limited("view", [2]))).not.toBe("");
  });

  test("nor their posts by number, nor the problems of their runs", async () => {
    const token = await limited("view", [1]);
    for (const path of ["/api/posts/2", "/posts/2", "/api/posts?account=tetangga"]) {
      expect([path, (await worker.send("GET", path, undefined, token)).status]).toEqual([
        path,
        404,
      ]);
    }
    const { runs } = JSON.parse(await bodyOf("/api/runs", token)) as {
      runs: { problems: { account_id: number | null }[] }[];
    };
    expect(runs.map(({ problems }) => problems.map((one) => one.account_id))).toEqual([[1, null]]);
  });

  test("nor what the runs counted of all accounts together", async () => {
    const [own, all] = [await limited("view", [1]), await worker.token("view")];
    const counted = async (token: string) => {
      const { runs } = JSON.parse(await bodyOf("/api/runs", token)) as { runs: object[] };
      return runs[0];
    };
    expect(await counted(all)).toMatchObject({ seconds: 7, calls: 4321, readings: 8765 });
    expect(await counted(own)).toMatchObject({ seconds: null, calls: null, readings: null });
    // what each collection did is the admin's to read on the page
    expect(await bodyOf("/data", ADMIN_TOKEN)).toMatch(/4\.321 panggilan.*8\.765 pembacaan/);
    for (const token of [own, all]) {
      expect(await bodyOf("/data", token)).not.toMatch(/4\.321|8\.765|panggilan/);
    }
  });

  test("nor, of what is asked for by a handle, anything of another account", async () => {
    const token = await limited("view", [1]);
    for (const name of ["runs", "accounts", "overview", "series", "posts", "streaks"]) {
      const ask = (account: string) =>
        worker.send("GET", `/api/${name}?account=${account}`, undefined, token);
      const statuses = [await ask("perpus"), await ask("tetangga"), await ask("siapa")];
      expect([name, ...statuses.map(({ status }) => status)]).toEqual([name, 200, 404, 404]);
    }
  });
});

test("an export link that opens the dashboard shows there nothing of other accounts", async () => {
  const made = await worker.send("POST", "/api/links", {
    kind: "export",
    name: "x",
    accounts: [1],
    with_dashboard: true,
  });
  const { token } = (await made.json()) as { token: string };
  for (const path of ["/", "/data", "/posts", "/api/posts", "/api/accounts"]) {
    const answer = await worker.send("GET", path, undefined, token);
    expect([path, answer.status, await answer.text()]).toEqual([
      path,
      200,
      expect.not.stringMatching(HIDDEN),
    ]);
  }
});

test("an export link exports nothing of other accounts", async () => {
  const token = await limited("export", [1]);
  for (const name of ["accounts", "days", "posts", "snapshots", "streaks"]) {
    const file = await worker.fetch(`/export/v1/${token}/${name}.csv`);
    expect([name, file.status, await file.text()]).toEqual([
      name,
      200,
      expect.not.stringMatching(HIDDEN),
    ]);
  }
});

describe("a push token", () => {
  const snapshot = { account: "perpus", platform: "instagram", read_at: "2026-11-23T05:00:00Z" };
  const other = { ...snapshot, platform: "facebook", account: "tetangga" };

  test("pushes its own accounts", async () => {
    const token = await limited("push", [1]);
    expect((await worker.send("POST", "/api/snapshots", snapshot, token)).status).toBe(200);
  });

  test("pushes its own account under the name that it takes", async () => {
    const token = await limited("push", [1]);
    const named = [
      { ...snapshot, account: "perpus.lain", external_id: "178" },
      { ...snapshot, account: "perpus.lain" },
      { ...snapshot, external_id: "178" },
    ];
    expect((await worker.send("POST", "/api/snapshots", named, token)).status).toBe(200);
    expect((await worker.send("POST", "/api/snapshots", snapshot, token)).status).toBe(200);
  });

  test("says nobody's id: it might be another account's that is not known yet", async () => {
    const plain = { platform: "x" as const, read_at: "2026-11-22T05:00:00Z", followers: 5 };
    await push(worker, await worker.token("push"), [{ ...plain, account: "tanpa.id" }]);
    const id = await worker.db
      .prepare("select id from accounts where handle = 'tanpa.id'")
      .first<number>("id");
    const token = await limited("push", [id ?? 0]);
    const said = { ...plain, account: "tanpa.id", external_id: "880088", followers: 6 };
    expect((await worker.send("POST", "/api/snapshots", said, token)).status).toBe(200);
    const row = await worker.db
      .prepare("select external_id, followers from accounts where id = ?1")
      .bind(id)
      .first();
    expect(row).toEqual({ external_id: null, followers: 6 });
    await worker.send("DELETE", `/api/accounts/${id}?erase=true`);
  });

  test.each([
    ["another account", [snapshot, other], 1],
    ["another account by its id", [{ ...other, account: "baru", external_id: "104" }], 0],
    ["a new account", [{ ...snapshot, account: "baru" }], 0],
    [
      "another account under a wrong id, and answers as for an unknown one",
      [{ ...other, external_id: "1" }],
      0,
    ],
    [
      "whoever has its old name next",
      [
        { ...snapshot, account: "baru", external_id: "178" },
        { ...snapshot, external_id: "179" },
      ],
      1,
    ],
  ])("does not push %s", async (_what, body, place) => {
    const token = await limited("push", [1]);
    const answer = await worker.send("POST", "/api/snapshots", body, token);
    expect([answer.status, await answer.json()]).toEqual([
      403,
      {
        error: {
          code: "forbidden",
          message: "this token may not push this account; nothing was stored",
          problems: [
            {
              path: `[${place}].account`,
              code: "unknown_account",
              message: "is not an account that is known here",
            },
          ],
        },
      },
    ]);
    expect(await bodyOf("/api/accounts", await worker.token("view"))).not.toContain("baru");
  });
});

test("an account that takes the number of an erased one is not shown to its links", async () => {
  const token = await limited("view", [2]);
  const both = await limited("view", [1, 2]);
  expect((await worker.send("DELETE", "/api/accounts/2?erase=true")).status).toBe(200);
  await push(worker, await worker.token("push"), [
    { platform: "x", account: "lain", read_at: "2026-11-23T05:00:00Z", followers: 5 },
  ]);
  expect((await read(await worker.token("view"))).accounts.map(({ handle }) => handle)).toEqual([
    "perpus",
    "lain",
  ]);
  expect((await read(token)).accounts).toEqual([]);
  expect((await read(both)).accounts.map(({ handle }) => handle)).toEqual(["perpus"]);
  const { problems } = (await worker.db
    .prepare("select problems from runs where id = 1")
    .first<{ problems: string }>()) ?? { problems: "" };
  expect(JSON.parse(problems)).toEqual([
    { account_id: 1, code: "token_dead", detail: null },
    { account_id: null, code: "token_dead", detail: null },
  ]);
});
