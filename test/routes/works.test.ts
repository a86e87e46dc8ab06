/** What works over HTTP and in the export, from the cron that judges it on; who sees what all accounts together show. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { LEARN_CRON } from "../../functions/model/run.ts";
import { worksWire } from "../../functions/routes/works-shapes.ts";
import { EFFECT_TOPIC } from "../../tools/works/page.ts";
import { keepPage, page } from "../jobs/learning/pages.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-06T03:04:00Z";
const AT = Date.parse(NOW) / 1000;

let worker: TestWorker;
let view = "";
let one = "";
let exported = "";
let exportedOne = "";
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  const { db } = worker;
  await keepPage(db, 1, page(1, { effect: { posts: 60, times: 3 } }));
  await keepPage(db, 2, page(2, { effect: { posts: 60, times: 3 } }));
  await keepPage(db, 3, page(3, { count: 6 }));
  for (let tick = 0; tick < 140; tick++) await worker.scheduled(AT + 300 * tick, LEARN_CRON);
  view = await worker.token("view");
  one = await worker.token("view", { accounts: [1] });
  exported = await worker.token("export");
  exportedOne = await worker.token("export", { accounts: [1] });
});
afterAll(() => worker.close());

type Look = {
  account: string | null;
  state: string;
  claims: { level: string; ratio: number; low: number; high: number; post_ids: number[] }[];
  levels: { level: string }[];
  cells: object[];
};
const looks = async (query = "", token = view): Promise<Look[]> => {
  const answer = await worker.send("GET", `/api/works${query}`, undefined, token);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { looks: Look[] }).looks;
};

test("each account's look, and that of all together", async () => {
  const [pool, first, second, third] = await looks();
  expect([pool, first, second, third].map((look) => [look?.account, look?.state])).toEqual([
    [null, "ready"],
    ["akun1", "ready"],
    ["akun2", "ready"],
    ["akun3", "learning"],
  ]);
  const claim = pool?.claims.find(({ level }) => level === EFFECT_TOPIC);
  expect(claim?.ratio).toBeGreaterThan(1.5);
  expect(claim?.post_ids).toHaveLength(60);
  expect(pool?.cells).toHaveLength(49);
  expect(pool?.levels.length).toBeGreaterThan(20);
  expect(third).toMatchObject({ claims: [], levels: [], cells: [] });
});

test("a claim does not name a post that was hidden since", async () => {
  const named = async () =>
    (await looks()).flatMap(({ claims }) => claims).flatMap((claim) => claim.post_ids);
  const before = await named();
  const [hidden] = before;
  expect(hidden).toBeDefined();
  const change = (is: boolean) => worker.send("PATCH", `/api/posts/${hidden}`, { hidden: is });
  expect((await change(true)).status).toBe(200);
  expect(await named()).toEqual(before.filter((id) => id !== hidden));
  expect((await change(false)).status).toBe(200);
  expect(await named()).toEqual(before);
});

test("it answers as the description says", async () => {
  const answer = await worker.send("GET", "/api/works", undefined, view);
  expect(worksWire.safeParse(await answer.json()).error).toBeUndefined();
});

test("of a part, what all together show is not told", async () => {
  expect((await looks("?account=akun1")).map(({ account }) => account)).toEqual(["akun1"]);
  expect((await looks("", one)).map(({ account }) => account)).toEqual(["akun1"]);
  expect((await looks("?platform=x")).map(({ account }) => account)).toEqual([]);
  expect((await looks("?platform=instagram"))[0]?.account).toBe(null);
  expect((await worker.send("GET", "/api/works?account=nobody", undefined, view)).status).toBe(404);
});

test("what did not change is not sent again", async () => {
  const first = await worker.send("GET", "/api/works", undefined, view);
  const etag = first.headers.get("etag") ?? "";
  await first.text();
  const again = await worker.fetch("/api/works", {
    headers: { authorization: `Bearer ${view}`, "if-none-match": etag },
  });
  expect(again.status).toBe(304);
  expect((await worker.send("GET", "/api/works", undefined, exported)).status).toBe(403);
});

test("the export has a row a claim, with no account where it is of all together", async () => {
  const file = async (token: string, query = "") =>
    (await (await worker.fetch(`/export/v1/${token}/claims.csv${query}`)).text()).split("\r\n");
  const [head, ...rows] = await file(exported);
  expect(head).toBe("month,platform,account,factor,level,direction,ratio,low,high,posts,chance");
  expect(rows.some((row) => row.startsWith(`2026-11,,,topic,${EFFECT_TOPIC},1,`))).toBe(true);
  expect(rows.some((row) => row.startsWith("2026-11,instagram,akun1,topic,"))).toBe(true);
  for (const some of [await file(exportedOne), await file(exported, "?account=akun1")]) {
    expect(some.slice(1, -1).every((row) => row.startsWith("2026-11,instagram,akun1,"))).toBe(true);
  }
  expect(await file(exported, "?from=2026-10-01&to=2026-10-31")).toEqual([head, ""]);
  const json = await worker.fetch(`/export/v1/${exported}/claims.json`);
  const { claims } = (await json.json()) as { claims: { ratio: number; low: number }[] };
  expect(claims[0]?.low).toBeLessThan(claims[0]?.ratio ?? 0);
});
