/** There is always exactly one admin token, whoever made it last: here, or with the environment's secret. */
import { timingSafeEqual } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../../functions/model/token.ts";
import { adminOf, isAdminToken } from "../../functions/routes/admin-token.ts";
import { standingOf } from "../../tools/local/standing.ts";
import { ADMIN_TOKEN, startWorker, type TestWorker } from "../worker.ts";

let worker: TestWorker;
beforeAll(async () => {
  // what workerd has and node calls otherwise
  Object.assign(crypto.subtle, { timingSafeEqual });
  worker = await startWorker({ now: "2026-11-23T05:30:00Z" });
});
afterAll(() => worker.close());

const settings = (headers: Record<string, string>) => worker.fetch("/api/settings", { headers });
const byBearer = async (token: string) =>
  (await settings({ authorization: `Bearer ${token}` })).status;
const byCookie = async (cookie: string) => (await settings({ cookie })).status;
const cookieOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
const logIn = (token: string) =>
  worker.fetch("/login", { method: "POST", body: new URLSearchParams({ token }) });
const renew = (cookie: string, token: string, origin = worker.url.origin) =>
  worker.fetch("/admin-token", {
    method: "POST",
    headers: { cookie, origin },
    body: new URLSearchParams({ token }),
  });
/** The token on the page. */
const shownOn = (page: string) => /<code>([\w-]{43})<\/code>/.exec(page)?.[1] ?? null;

test("one button ends every login and the old token, and shows the new one once", async () => {
  const [mine, others] = [cookieOf(await logIn(ADMIN_TOKEN)), cookieOf(await logIn(ADMIN_TOKEN))];
  const view = await worker.token("view");
  expect([await byCookie(mine), await byCookie(others)]).toEqual([200, 200]);

  // a login alone is not enough, nor is a page elsewhere
  const wrong = await renew(mine, "wrong");
  expect([wrong.status, shownOn(await wrong.text())]).toEqual([400, null]);
  expect((await renew(mine, ADMIN_TOKEN, "https://evil.example")).status).toBe(403);
  expect(await byBearer(ADMIN_TOKEN)).toBe(200);

  const answer = await renew(mine, ADMIN_TOKEN);
  const page = await answer.text();
  const made = shownOn(page) ?? "";
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await byBearer(made)).toBe(200);
  expect(await byBearer(ADMIN_TOKEN)).toBe(401);
  expect((await logIn(ADMIN_TOKEN)).status).toBe(401);
  // both logins are over; whoever made it has another
  expect([await byCookie(mine), await byCookie(others)]).toEqual([401, 401]);
  expect(await byCookie(cookieOf(answer))).toBe(200);
  expect((await logIn(made)).status).toBe(303);
  // links that others hold stay
  expect((await worker.fetch(`/v/${view}`)).headers.get("location")).toBe("/");

  // its digest alone is kept
  const kept = await worker.db.prepare("select * from library").first<Record<string, unknown>>();
  expect(JSON.stringify(kept)).not.toContain(made);
  expect(kept?.admin_token).toBe(await sha256(made));
  const shown = await worker.fetch("/admin-token", {
    headers: { authorization: `Bearer ${made}` },
  });
  expect(shownOn(await shown.text())).toBe(null);

  // and again, from the one that was made here
  const again = shownOn(await (await renew(cookieOf(answer), made)).text()) ?? "";
  expect(await byBearer(again)).toBe(200);
  expect(await byBearer(made)).toBe(401);
});

test("of two who press in one moment, whoever is shown a token has one that holds", async () => {
  await worker.db
    .prepare("update library set admin_token = null, admin_token_replaced = null")
    .run();
  const cookie = cookieOf(await logIn(ADMIN_TOKEN));
  const answers = await Promise.all([renew(cookie, ADMIN_TOKEN), renew(cookie, ADMIN_TOKEN)]);
  const shown = (await Promise.all(answers.map((one) => one.text()))).flatMap(
    (page) => shownOn(page) ?? [],
  );
  expect(shown.length).toBe(1);
  expect(await byBearer(shown[0] ?? "")).toBe(200);
  await worker.db
    .prepare("update library set admin_token = null, admin_token_replaced = null")
    .run();
});

const LONG = "a-secret-of-the-environment-0123456789";
const OTHER = "another-secret-of-the-environment-0123";
const MADE = "made-here-0123456789012345678901234567890123";

test.each<
  [what: string, environment: string | undefined, replaced: string | null, holds: string[]]
>([
  ["nothing was made here", LONG, null, [LONG]],
  ["one was made in its place", LONG, LONG, [MADE]],
  ["the environment has another since", OTHER, LONG, [OTHER]],
  ["the environment has none", undefined, LONG, []],
  ["the environment's is empty", "", LONG, []],
])("where %s, one alone holds", async (_what, environment, replaced, holds) => {
  const row =
    replaced === null ? null : { made: await sha256(MADE), replaced: await sha256(replaced) };
  const admin = await adminOf({ ADMIN_TOKEN: environment }, row);
  const opens: string[] = [];
  for (const token of [LONG, OTHER, MADE, "", await sha256(MADE), await sha256(LONG)]) {
    if (isAdminToken(admin, await sha256(token))) opens.push(token);
  }
  expect(opens).toEqual(holds);
});

test("a login holds as long as the token does by which it was made", async () => {
  const row = { made: await sha256(MADE), replaced: await sha256(LONG) };
  const logins = [
    await adminOf({ ADMIN_TOKEN: LONG }, null),
    await adminOf({ ADMIN_TOKEN: LONG }, row),
    await adminOf({ ADMIN_TOKEN: OTHER }, row),
    await adminOf({ ADMIN_TOKEN: LONG }, { ...row, made: await sha256(OTHER) }),
  ].map((admin) => admin?.login);
  expect(new Set(logins).size).toBe(4);
});

test("one that can be guessed opens nothing, unless another was made in its place", async () => {
  const short = await adminOf({ ADMIN_TOKEN: "rahasia" }, null);
  const hash = await sha256("rahasia");
  expect(() => isAdminToken(short, hash)).toThrow("fewer than 32");
  const made = { made: await sha256(MADE), replaced: hash };
  expect(isAdminToken(await adminOf({ ADMIN_TOKEN: "rahasia" }, made), hash)).toBe(false);
});

test("one that lost its place to another secret of the environment does not come back with the older one", async () => {
  const save = async (replaced: string) =>
    worker.db
      .prepare("update library set admin_token = ?1, admin_token_replaced = ?2")
      .bind(await sha256(MADE), await sha256(replaced))
      .run();
  const kept = () =>
    worker.db.prepare("select admin_token, admin_token_replaced from library").first();
  // the environment has another since: the first request notices, whoever sends it
  await save(OTHER);
  expect((await worker.fetch("/login")).status).toBe(200);
  expect(await kept()).toEqual({ admin_token: null, admin_token_replaced: null });
  expect([await byBearer(ADMIN_TOKEN), await byBearer(MADE)]).toEqual([200, 401]);
  // as long as it has the one that was replaced, the one that was made stays
  await save(ADMIN_TOKEN);
  expect([await byBearer(MADE), await byBearer(ADMIN_TOKEN)]).toEqual([200, 401]);

  // `npm start` by the older one says so, and goes on
  const { origin } = worker.url;
  expect(await standingOf(origin, ADMIN_TOKEN)).toBe("replaced");
  expect(await standingOf(origin, MADE)).toBe("open");
  await worker.db
    .prepare("update library set restoring = ?1")
    .bind(
      JSON.stringify({
        state: "taking",
        next: 1,
        last: "x",
        rows: 1,
        of: 2,
        library: "x",
        made_at: "2026-11-23T05:00:00Z",
        begun: false,
      }),
    )
    .run();
  expect(await standingOf(origin, MADE)).toBe("restoring");
  await worker.db
    .prepare("update library set restoring = null, admin_token = null, admin_token_replaced = null")
    .run();
});
