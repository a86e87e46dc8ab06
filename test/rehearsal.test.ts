/** What a start plays comes through to its end, in the engine that a start is in, and says nothing. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorkerd, type Workerd } from "../tools/bench/workerd.ts";
import { buildBehind } from "../tools/build.ts";

/** Tells each request that was made before the first one came, and how it was answered last. */
const RECORDING = `import { DurableObject } from "cloudflare:workers";

const played = [];
const kept = { Request, Response };
globalThis.Request = class extends kept.Request {
  constructor(...given) {
    super(...given);
    played.push({ method: this.method, path: new URL(this.url).pathname, status: null });
  }
};
globalThis.Response = class extends kept.Response {
  constructor(...given) {
    super(...given);
    played.at(-1).status = this.status;
  }
};
await import("./worker.js");

export class Workroom extends DurableObject {}
export default { fetch: () => kept.Response.json(played) };`;

let worker: Workerd;
beforeAll(async () => {
  worker = await startWorkerd({
    dir: await buildBehind("test/limited/worker.ts", "dist/limited"),
    entry: { name: "recording.js", contents: RECORDING },
    vars: {},
  });
});
afterAll(() => worker.close());

test("a page, a file and a push are handed on before anybody comes", async () => {
  expect(await (await worker.fetch("/")).json()).toEqual([
    { method: "GET", path: "/", status: 204 },
    { method: "GET", path: "/export/v1/a/days.csv", status: 204 },
    { method: "POST", path: "/api/snapshots", status: 204 },
  ]);
  expect(worker.logs()).toEqual([]);
});
