/** A comment's text that is pushed is looked at once: it stands in no table, no page, no answer, no file and no backup. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXPORT_NAMES } from "../../functions/model/export-columns.ts";
import { ADDRESSES } from "../../functions/routes/addresses.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const MARK = "sampurasun";
const TEXT = `Kak, kapan buka? ${MARK}`;

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
});
afterAll(() => worker.close());

const snapshot = (comment: object) => ({
  platform: "instagram",
  account: "perpus",
  read_at: "2026-11-23T05:00:00Z",
  posts: [{ external_id: "1", published_at: "2026-11-20T05:00:00Z", likes: 1 }],
  comments: [
    {
      external_id: "9",
      post: "1",
      at: "2026-11-20T06:00:00Z",
      ours: false,
      text: TEXT,
      ...comment,
    },
    { external_id: "10", post: "1", at: "2026-11-20T07:00:00Z", ours: true, text: TEXT },
  ],
});

/** Every address that is looked at, with something that is there in the place of what varies. */
const LOOKED_AT = Object.keys(ADDRESSES)
  .filter((address) => address.startsWith("GET ") && !/\/(logout|connect|v|e)\b/.test(address))
  .map((address) =>
    address
      .slice(4)
      .replace(/:file\{.*\}$/, "2026-10.csv")
      .replace(":month", "2026-10")
      .replace(":platform", "instagram")
      .replace(":id", "1"),
  )
  .filter((path) => !path.includes(":token"));

test("a pushed text is answered, stored and shown nowhere", async () => {
  const seen: [string, string][] = [];
  const push = async (body: object | string) => {
    const answer = await worker.send("POST", "/api/snapshots", body);
    seen.push(["push", await answer.text()]);
    return answer.status;
  };
  expect(await push(snapshot({}))).toBe(200);
  expect(await push(snapshot({ at: "2026-11-20T06:00:00" }))).toBe(400);
  expect(await push(snapshot({ post: "unknown" }))).toBe(400);
  expect(await push(snapshot({ external_id: "9/9" }))).toBe(400);
  const broken = await worker.fetch("/api/snapshots", {
    method: "POST",
    headers: {
      authorization: `Bearer ${await worker.token("push")}`,
      "content-type": "application/x-ndjson",
    },
    body: `${JSON.stringify(snapshot({}))}x ${TEXT}\n`,
  });
  expect(broken.status).toBe(400);
  seen.push(["broken push", await broken.text()]);
  const word = await worker.send("PATCH", "/api/comments/1-9", { settled: true });
  expect([word.status, await word.json()]).toMatchObject([200, { comment: { asks: true } }]);

  for (const path of LOOKED_AT) {
    const answer = await worker.send("GET", path);
    seen.push([path, await answer.text()]);
  }
  const exported = await worker.token("export");
  for (const name of EXPORT_NAMES) {
    for (const extension of ["csv", "json", "ndjson"]) {
      const answer = await worker.fetch(`/export/v1/${exported}/${name}.${extension}`);
      expect([name, answer.status]).toEqual([name, 200]);
      seen.push([`${name}.${extension}`, await answer.text()]);
    }
  }
  const { results: tables } = await worker.db
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'",
    )
    .all<{ name: string }>();
  for (const { name } of tables) {
    const { results } = await worker.db.prepare(`select * from "${name}"`).all();
    seen.push([`table ${name}`, JSON.stringify(results)]);
  }
  expect(tables.length).toBeGreaterThan(30);
  expect(seen.filter(([path]) => path.startsWith("/api/backup"))).toHaveLength(1);
  const found = (text: string) => seen.flatMap(([path, said]) => (said.includes(text) ? path : []));
  // what is looked for is found where it stands
  expect(found('"10"')).toContain("table comments");
  expect(found(MARK)).toEqual([]);
});
