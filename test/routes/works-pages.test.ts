/** The pages of what works on the demo's two years, judged as the cron does: what they show, to whom, and what they read. */
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { learn } from "../../functions/jobs/learning/learn.ts";
import type { Meter } from "../../tools/bench/meter.ts";
import { buildMetered } from "../../tools/bench/metered.ts";
import { requestsOf } from "../demo/requests.ts";
import { demoSnapshots } from "../demo/snapshots.ts";
import { ADMIN_TOKEN, push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const CLOCK = { now: Date.parse(NOW) / 1000, time_zone: "Asia/Jakarta" };
const MOST_ROWS = 300;
const MOST_TRIPS = 3;
const MOST_BYTES = 15_000;

let worker: TestWorker;
let view: string;
let plan: string;
/** The demo's, by platform, and a small one's. */
const ids: Record<string, number> = {};
beforeAll(async () => {
  worker = await startWorker({ now: NOW, dir: await buildMetered() });
  [view, plan] = await Promise.all([worker.token("view"), worker.token("plan")]);
  const pusher = await worker.token("push");
  for (const request of requestsOf(demoSnapshots(CLOCK.now), 1_000)) {
    await push(worker, pusher, request);
  }
  const posts = Array.from({ length: 20 }, (_, n) => ({
    external_id: `kecil${n}`,
    published_at: new Date(Date.parse(NOW) - (n * 3 + 30) * 86_400_000).toISOString(),
    format: "image" as const,
    caption: "Jam buka perpustakaan keliling",
    likes: 10 + n,
  }));
  const small = { platform: "facebook", account: "perpus.kecil", read_at: NOW, posts } as const;
  await push(worker, pusher, [small]);
  const { accounts } = (await (await worker.send("GET", "/api/accounts")).json()) as {
    accounts: { id: number; platform: string; account?: string; handle: string }[];
  };
  for (const { id, platform, handle } of accounts) {
    ids[handle === "perpus.kecil" ? "small" : platform] = id;
  }
  await learn(worker.db, CLOCK, 1_000);
});
afterAll(() => worker.close());

const get = (path: string, token = view) => worker.send("GET", path, undefined, token);

/** What a person reads, marks taken off. */
async function textOf(path: string, token = view): Promise<string> {
  const answer = await get(path, token);
  expect([path, answer.status]).toEqual([path, 200]);
  const html = await answer.text();
  return html
    .replaceAll(/<(style|script)\b.*?<\/\1>/gs, "")
    .replaceAll(/<\/?(em|b|i)\b[^>]*>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll(/\s+/g, " ");
}

const INSTAGRAM = "platform=instagram&account=perpustakaan.pasuruan";
const FACEBOOK = "platform=facebook&account=perpustakaanpasuruan";

describe("the page of what works", () => {
  test("begins with the account that something is claimed of", async () => {
    const text = await textOf("/works");
    expect(text).toMatch(/Unggahan bertopik “Kuis dan tanya jawab” mendapat sekitar 1,\d kali/);
    expect(text).toContain("muncul pada kurang dari 1 dari 50 penilaian");
    expect(text).toContain("Semua yang dibandingkan");
    expect(await textOf("/works?lang=en")).toMatch(
      /Posts on “Quizzes and questions” get about 1\.\d/,
    );
  });

  test("says calmly that nothing differs, and what would have been seen", async () => {
    const text = await textOf(`/works?${FACEBOOK}`);
    expect(text).toContain("Tidak ada yang berbeda secara meyakinkan.");
    expect(text).toMatch(
      /Dari \d+ unggahan, satu kelompok yang mendapat dua kali lipat, .* akan ketahuan pada 6 dari 10/,
    );
    const together = await textOf("/works?accounts=all");
    expect(together).toContain("Tidak ada yang berbeda");
    expect(together).toMatch(/paling banyak \d+ unggahan terbaru/);
    expect(together).toContain("di semua akun bersama belum");
    expect(text).not.toMatch(/unggahan terbaru;|semua akun bersama/);
    expect(await textOf("/works?platform=x")).toContain("kurang dari 4 interaksi");
  });

  test("of twenty posts shows what there is to count, and no ratio", async () => {
    const text = await textOf("/works?platform=facebook&account=perpus.kecil");
    expect(text).toContain("Baru 20 unggahan yang bisa dibandingkan");
    expect(text).toMatch(/penilaian pertama kira-kira \w+ 202[67]/);
    expect(text).toContain("Berapa unggahan terbit pada hari dan jam itu.");
    expect(text).toContain("Layanan");
    expect(text).not.toMatch(/\d×/);
  });

  test.each(["accounts=all&mix=format", `${INSTAGRAM}&mix=nonsense`, "platform=nonsense"])(
    "%s opens something, however old the link",
    async (query) => expect((await get(`/works?${query}`)).status).toBe(200),
  );

  test("an account that is not there is said to be none", async () =>
    expect((await get("/works?account=nobody")).status).toBe(404));

  test("to a link of one account tells nothing of the others, nor of all together", async () => {
    const limited = await worker.token("view", { accounts: [ids.facebook ?? 0] });
    const text = await textOf("/works?accounts=all", limited);
    expect(text).not.toContain("Di semua akun");
    expect(text).not.toContain("Kuis dan tanya jawab” mendapat");
    expect(
      (await get(`/works/posts?${INSTAGRAM}&factor=topic&level=interactive`, limited)).status,
    ).toBe(404);
    expect(await textOf("/posts", limited)).toContain(
      "Tidak ada jenis, topik, atau jam yang berbeda secara meyakinkan",
    );
  });
});

test("to a link of all that were judged together tells what they show together", async () => {
  const judged = ["instagram", "facebook", "x", "tiktok"].map((name) => ids[name] ?? 0);
  const of = (accounts: number[]) => worker.token("view", { accounts });
  const together = "/works?accounts=all";
  expect(await textOf(together, await of(judged))).toContain("Di semua akun");
  expect(await textOf(together, await of(judged.slice(1)))).not.toContain("Di semua akun");
});

test("the list of posts says the surest claim in a line that leads to it", async () => {
  const html = await (await get("/posts")).text();
  expect(html).toContain('href="/works?platform=instagram&amp;account=perpustakaan.pasuruan"');
  expect(await textOf("/posts")).toMatch(
    /Yang berhasil Instagram: Unggahan bertopik “Kuis dan tanya jawab”/,
  );
  expect(await textOf("/posts?platform=facebook")).toContain("Tidak ada jenis, topik, atau jam");
});

test("a claim leads to its posts, the newest first", async () => {
  const html = await (await get(`/works/posts?${INSTAGRAM}&factor=topic&level=interactive`)).text();
  expect(html).toContain("Unggahan bertopik “Kuis dan tanya jawab”");
  const rows = html.match(/<a class="clip" href="\/posts\/\d+">/g) ?? [];
  expect(rows).toHaveLength(25);
  expect(html).toContain(
    "Penilaian November 2026: yang terbit bulan itu, atau dua hari sebelumnya, dinilai",
  );
  expect(html).toContain('href="/works?platform=instagram&amp;account=perpustakaan.pasuruan"');
  for (const query of ["factor=topic&level=none", "factor=nonsense&level=x", ""]) {
    expect((await get(`/works/posts?${INSTAGRAM}&${query}`)).status).toBe(404);
  }
});

describe("the target mix", () => {
  const send = (form: Record<string, string>, token: string) =>
    worker.fetch("/works/mix", {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/x-www-form-urlencoded",
        accept: "text/html",
      },
      body: new URLSearchParams(form).toString(),
    });

  test("is wished by whoever plans, and stands beside the counts", async () => {
    const answer = await send({ by: "topic", events: "25", literacy: " 15 % ", places: "" }, plan);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      "/works/mix?by=topic&just=saved",
    ]);
    expect(await (await get("/works/mix?by=topic&just=saved", plan)).text()).toContain(
      "Tersimpan.",
    );
    const text = await textOf(`/works?${INSTAGRAM}`);
    expect(text).toMatch(/Kegiatan \d+ dari \d+ unggahan \(\d+%\); sasaran 25%/);
    expect(text).toMatch(/Literasi \d+ dari \d+ unggahan \(\d+%\); sasaran 15%/);
    expect(await textOf(`/works?${INSTAGRAM}&mix=format`)).not.toContain("sasaran 25%");
    const { changes } = (await (await worker.send("GET", "/api/changes")).json()) as {
      changes: Record<string, unknown>[];
    };
    expect(changes[0]).toMatchObject({
      what: "target_mix",
      who: "plan",
      before: null,
      after: { by: "topic", shares: { events: 0.25, literacy: 0.15 } },
    });
    const form = await (await get("/works/mix?by=topic", plan)).text();
    expect(form).toMatch(/name="events"[^>]*value="25"/);
    // a form without its fields takes no wish away
    for (const broken of [{ by: "topic" }, { by: "nonsense", events: "" }, { events: "" }]) {
      expect((await send(broken as Record<string, string>, ADMIN_TOKEN)).status).toBe(400);
    }
    expect(await textOf(`/works?${INSTAGRAM}`)).toContain("sasaran 25%");
    expect((await send({ by: "topic", events: "" }, ADMIN_TOKEN)).status).toBe(303);
    expect(await textOf(`/works?${INSTAGRAM}`)).not.toContain("sasaran 25%");
  });

  test.each([
    [
      { by: "topic", events: "60", literacy: "41" },
      "Semua sasaran: berjumlah 101%, padahal paling banyak 100%",
    ],
    [{ by: "topic", events: "banyak" }, "Kegiatan: harus persen bulat dari 0 sampai 100"],
    [{ by: "format", video: "101" }, "Video: harus persen bulat dari 0 sampai 100"],
    [{ by: "format", video: "2,5" }, "Video: harus persen bulat dari 0 sampai 100"],
  ])("%j is refused, and stays as it was typed", async (form, why) => {
    const answer = await send(form as Record<string, string>, plan);
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(
      html.replaceAll(/<style\b.*?<\/style>|<[^>]*>/gs, " ").replaceAll(/\s+/g, " "),
    ).toContain(why);
    for (const [name, value] of Object.entries(form)) {
      if (name !== "by") expect(html).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
    }
  });

  test("of too much marks each field that adds to it", async () => {
    const form = { by: "topic", events: "90", literacy: "60", places: "0" };
    const html = await (await send(form, plan)).text();
    expect(html).toContain("berjumlah 150%");
    const marked = [...html.matchAll(/<input[^>]*>/g)]
      .map(([input]) => input)
      .filter((input) => input.includes("aria-invalid"));
    expect(marked.map((input) => /name="(\w+)"/.exec(input)?.[1]).sort()).toEqual([
      "events",
      "literacy",
    ]);
  });

  test("over HTTP is the same", async () => {
    const body = { by: "format", shares: { video: 0.4 } };
    const answer = await worker.send("POST", "/api/target-mix", body, plan);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { topic: {}, format: { video: 0.4 } },
    ]);
    expect(await (await get("/api/target-mix")).json()).toEqual({
      topic: {},
      format: { video: 0.4 },
    });
    expect(await textOf(`/works?${INSTAGRAM}&mix=format`)).toContain("sasaran 40%");
    const limited = await worker.token("plan", { accounts: [ids.facebook ?? 0] });
    expect((await worker.send("POST", "/api/target-mix", body, limited)).status).toBe(403);
    // a name that an object would lose without a word
    const lost = await worker.fetch("/api/target-mix", {
      method: "POST",
      headers: { authorization: `Bearer ${plan}`, "content-type": "application/json" },
      body: '{"by":"format","shares":{"__proto__":0.1}}',
    });
    expect(lost.status).toBe(400);
  });

  test("is nobody's who only looks, or whose link opens some accounts", async () => {
    expect((await send({ by: "topic" }, view)).status).toBe(403);
    expect((await get("/works/mix")).status).toBe(403);
    const limited = await worker.token("plan", { accounts: [ids.facebook ?? 0] });
    expect((await send({ by: "topic", events: "10" }, limited)).status).toBe(403);
    expect((await get("/works/mix", limited)).status).toBe(403);
  });
});

const meter = async () => (await (await worker.fetch("/bench/meter")).json()) as Meter;

test.each([
  "/works",
  "/works?accounts=all",
  `/works?${FACEBOOK}&mix=format`,
  `/works/posts?${INSTAGRAM}&factor=length&level=short`,
  "/works/posts?accounts=all&factor=format&level=image",
  "/posts?period=2y",
])("%s reads at most three hundred rows in three round trips, and is small", async (path) => {
  await worker.db.prepare("delete from pages").run();
  await meter();
  const answer = await get(path);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  const { statements, round_trips, writing_trips } = await meter();
  const rows = statements.reduce((sum, { rows_read }) => sum + rows_read, 0);
  expect(rows).toBeLessThanOrEqual(MOST_ROWS);
  expect(round_trips - writing_trips).toBeLessThanOrEqual(MOST_TRIPS);
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(MOST_BYTES);
});
