/** An admin token that can be guessed is no lock: it opens nothing, and who knows it is told. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultWords } from "../../web/language/faults.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const SHORT = "x".repeat(31);

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ adminToken: SHORT });
});
afterAll(() => worker.close());

test("as a bearer it opens nothing", async () => {
  const answer = await worker.fetch("/api/settings", {
    headers: { authorization: `Bearer ${SHORT}` },
  });
  expect([answer.status, await answer.json()]).toMatchObject([
    503,
    { error: { problems: [{ code: "short_admin_token" }] } },
  ]);
});

test("typed at the login it says why", async () => {
  const answer = await worker.fetch("/login", {
    method: "POST",
    headers: {
      accept: "text/html",
      origin: worker.url.origin,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ token: SHORT }),
  });
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([503, null]);
  expect(await answer.text()).toContain(faultWords.id.faults.short_admin_token);
});

test("another token is only wrong", async () => {
  const answer = await worker.fetch("/api/settings", { headers: { authorization: "Bearer no" } });
  expect(answer.status).toBe(401);
});
