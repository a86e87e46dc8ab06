/** What people say of posts is kept like all that they change, with what it was before; the same again is no change. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorker, type TestWorker } from "../worker.ts";

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: "2026-11-23T05:30:00Z" });
  const pushed = await worker.send("POST", "/api/snapshots", {
    platform: "instagram",
    account: "perpus",
    read_at: "2026-11-23T05:00:00Z",
    posts: [{ external_id: "p1", published_at: "2026-11-22T05:00:00Z", likes: 3 }],
  });
  expect(pushed.status).toBe(200);
});
afterAll(() => worker.close());

type Change = { what: string; subject: number; link: number | null; before: unknown };

test("a corrected topic, and a post left out of the norm", async () => {
  for (const _ of [1, 2]) {
    const topic = await worker.send("PATCH", "/api/posts/1", { topic: "events" });
    expect(topic.status).toBe(200);
  }
  for (const _ of [1, 2]) {
    const out = await worker.send("POST", "/api/excused", { post: 1, reason: "salah unggah" });
    expect(out.status).toBe(200);
  }
  const answer = await worker.send("GET", "/api/changes");
  const { changes } = (await answer.json()) as { changes: Change[] };
  expect(changes).toMatchObject([
    {
      what: "post",
      subject: 1,
      link: null,
      before: { excused: null },
      after: { excused: "salah unggah" },
    },
    {
      what: "post",
      subject: 1,
      before: { topic: null, hidden: false },
      after: { topic: "events", hidden: false },
    },
  ]);
  const page = await worker.send("GET", "/changes");
  expect(await page.text()).toContain('<a href="/posts/1">#1</a>');
});
