/** What the API says of itself is what it answers. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { FACEBOOK, INSTAGRAM } from "../normalise/files.ts";
import { ADMIN_TOKEN, push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";

type Answered = { description: string; content: Record<string, { schema: { $ref?: string } }> };
type Described = {
  paths: Record<
    string,
    Record<
      string,
      { responses: Record<string, Answered>; parameters: { name: string; description: string }[] }
    >
  >;
  components: { schemas: Record<string, { properties: object }> };
};

let worker: TestWorker;
let described: Described;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  described = (await (await worker.fetch("/api/openapi.json")).json()) as Described;
  await push(worker, await worker.token("push"), [
    { platform: "instagram", account: "perpus", external_id: "178", read_at: NOW, followers: 5 },
  ]);
  await worker.send("POST", "/api/typed", { account: 1, date: "2026-11-21", followers: 4 });
  await worker.send("DELETE", "/api/imports/1");
});
afterAll(() => worker.close());

const ask = async (
  method: string,
  path: string,
  body: string | object | null = null,
  headers: Record<string, string> = {},
) =>
  worker.fetch(path, {
    method,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, ...headers },
    ...(body === null ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
const csv = (query: string, body: string, headers: Record<string, string> = {}) =>
  ask("POST", `/api/import?${query}`, body, headers);

test.each<[string, string, string, () => Promise<Response> | Response]>([
  ["post", "/api/import", "not_found", () => csv("import=99", INSTAGRAM)],
  ["post", "/api/import", "gone", () => csv("import=1", INSTAGRAM)],
  ["post", "/api/import", "unsupported", () => csv("", "PK\u0003\u0004")],
  ["post", "/api/import", "unsupported", () => csv("", "", { "content-encoding": "br" })],
  ["post", "/api/import", "too_large", () => csv("", "x".repeat(5_000_001))],
  [
    "post",
    "/api/import",
    "conflict",
    async () => {
      const begun = (await (await csv("", FACEBOOK)).json()) as { import: number };
      return csv(`import=${begun.import}`, INSTAGRAM);
    },
  ],
  [
    "post",
    "/api/typed",
    "not_found",
    () => ask("POST", "/api/typed", { account: 9, followers: 1 }),
  ],
  ["post", "/api/typed", "too_large", () => ask("POST", "/api/typed", "x".repeat(100_001))],
  ["post", "/api/collect", "not_found", () => ask("POST", "/api/collect?account=siapa")],
  ["post", "/api/collect", "not_found", () => ask("POST", "/api/collect")],
  ["post", "/api/accounts", "invalid", () => ask("POST", "/api/accounts", {})],
  [
    "post",
    "/api/accounts/{id}/merge",
    "not_found",
    () => ask("POST", "/api/accounts/9/merge", { into: 1 }),
  ],
  [
    "post",
    "/api/accounts/{id}/merge",
    "conflict",
    () => ask("POST", "/api/accounts/1/merge", { into: 1 }),
  ],
  ...["accounts", "runs", "overview", "series", "posts", "streaks"].map(
    (name): [string, string, string, () => Promise<Response>] => [
      "get",
      `/api/${name}`,
      "not_found",
      () => ask("GET", `/api/${name}?account=siapa`),
    ],
  ),
  [
    "get",
    "/export/v1/{token}/{file}",
    "invalid",
    async () => ask("GET", `/export/v1/${await worker.token("export")}/days.csv?from=x`),
  ],
])("%s %s may answer %s, and says so", async (method, path, code, answer) => {
  const { status, json } = await Promise.resolve(answer()).then(async (got) => ({
    status: got.status,
    json: (await got.json()) as { error: { code: string } },
  }));
  expect(json.error.code).toBe(code);
  expect(described.paths[path]?.[method]?.responses[status]).toMatchObject({
    description: code,
    content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
  });
});

test("what an id may be is said, and what is sent as one refers to it", () => {
  const { PlatformId, CommentReading } = described.components.schemas;
  expect(PlatformId).toMatchObject({
    type: "string",
    maxLength: 200,
    description: "Letters, digits and the marks . _ - : ~ + = @, not dots alone",
  });
  expect(JSON.stringify(CommentReading?.properties)).toContain("#/components/schemas/PlatformId");
});

test("what any token and any body may meet is described everywhere", () => {
  const answers = Object.keys(described.paths["/api/typed"]?.post?.responses ?? {});
  expect(answers).toEqual(["201", "400", "401", "403", "404", "410", "413", "415", "429"]);
});

/** The account has been connected long ago, and nothing succeeded since. */
const haveCredentials = () =>
  worker.db
    .prepare(
      "insert or replace into collections (account_id, sealed, connected_at, next_due_at) values (1, '', 1, 1)",
    )
    .run();

test("/healthz says with 503 what it says with 200", async () => {
  const responses: Record<string, Answered> = described.paths["/healthz"]?.get?.responses ?? {};
  expect(Object.keys(responses)).toEqual(["200", "503"]);
  const fields = Object.keys(described.components.schemas.Health?.properties ?? {});
  const asked = async () => {
    const answer = await worker.fetch("/healthz");
    const { schema } = responses[answer.status]?.content["application/json"] ?? {};
    return [answer.status, Object.keys((await answer.json()) as object), schema];
  };
  const health = { $ref: "#/components/schemas/Health" };
  expect(await asked()).toEqual([200, fields, health]);
  await haveCredentials();
  expect(await asked()).toEqual([503, fields, health]);
});

test("collecting takes an id or a handle", async () => {
  const [account] = described.paths["/api/collect"]?.post?.parameters ?? [];
  expect(account?.description).toBe(
    "An account's id or handle; left out: all that have credentials, due or not",
  );
  await haveCredentials();
  const collected = async (name: string) =>
    (await ask("POST", `/api/collect?account=${name}`)).status;
  expect([await collected("1"), await collected("perpus"), await collected("siapa")]).toEqual([
    200, 200, 404,
  ]);
});
