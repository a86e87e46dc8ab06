import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postsWords } from "../../web/language/posts.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const CAPTION = `<script>alert(1)</script> "kuis" & =SUM(1) 📚 ${"panjang ".repeat(1200)}`;

let worker: TestWorker;
let view: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  view = await worker.token("view");
  const token = await worker.token("push");
  const post = (id: number, day: string, likes: number) => ({
    external_id: `p${id}`,
    published_at: `2026-11-${day}T02:00:00Z`,
    format: "image" as const,
    caption: id === 1 ? CAPTION : `Buku baru nomor ${id}`,
    likes,
    comments: 1,
    shares: 0,
    views: 100,
  });
  await push(worker, token, [
    {
      platform: "facebook",
      account: "perpus.fb",
      read_at: "2026-10-20T05:00:00Z",
      followers: 1000,
    },
    {
      platform: "facebook",
      account: "perpus.fb",
      name: "Perpustakaan",
      read_at: "2026-11-22T05:00:00Z",
      followers: 1100,
      posts: [
        post(1, "10", 19),
        post(2, "11", 29),
        post(3, "12", 9),
        post(4, "22", 99),
        // of another week: no week counts as one with a post by it
        { external_id: "s1", published_at: "2026-11-02T02:00:00Z", format: "story", shares: 1 },
      ],
    },
    { platform: "x", account: "perpus_x", read_at: "2026-11-22T05:00:00Z", followers: 50 },
  ]);
});
afterAll(() => worker.close());

const get = (path: string) => worker.send("GET", path, undefined, view);
const json = async (path: string) => (await get(path)).json() as Promise<never>;
const faultsOf = async (path: string) => {
  const answer = await get(path);
  const { error } = (await answer.json()) as {
    error: { problems: { path: string; code: string }[] };
  };
  return [answer.status, ...error.problems.map((one) => `${one.path} ${one.code}`)];
};

describe("the Overview's figures", () => {
  test("are the median rate of mature posts, followers and their change, and say what is not there", async () => {
    const { blocks, consistency } = (await json("/api/overview")) as {
      blocks: { metric: string; rows: Record<string, unknown>[] }[];
      consistency: Record<string, unknown>[];
    };
    const of = (metric: string) => blocks.find((block) => block.metric === metric)?.rows ?? [];
    const [rate, xRate, ...more] = of("engagement_rate");
    // 20, 30 and 10 interactions of 1,000 followers; the fourth was read at three hours
    expect(rate).toMatchObject({
      platform: "facebook",
      account: "perpus.fb",
      read_at: "2026-11-22T05:00:00Z",
      value: 0.02,
      absence: null,
      formula: "median_post_rate",
    });
    expect(rate?.parts).toEqual({
      posts: 3,
      too_early: 1,
      without_followers: 0,
      interactions: 60,
      followers: 1000,
    });
    expect(xRate).toMatchObject({ platform: "x", value: null, absence: "no_data" });
    // of all together there is none: the mix of platforms would move it
    expect(more).toEqual([]);
    const [followers] = of("followers");
    expect(followers).toMatchObject({
      value: 1100,
      change: { before: 1000, difference: 100, ratio: 0.1, meaning: "up" },
    });
    const [reach] = of("reach");
    expect(reach).toMatchObject({ value: null, absence: "not_read" });
    const [views] = of("views");
    expect(views).toMatchObject({ value: 400, formula: "sum_post_views" });
    expect(consistency[0]).toEqual({
      platform: "facebook",
      account: "perpus.fb",
      posts: 4,
      weeks_with: 2,
      // of 27 October to 23 November those from a Monday to a Sunday
      weeks: 3,
      longest_gap_days: 14,
      days_since_last: 1,
    });
  });

  test("by reach or by views when asked", async () => {
    const { blocks } = (await json("/api/overview?rate=views")) as {
      blocks: { rows: { value: number }[] }[];
    };
    expect(blocks[0]?.rows[0]?.value).toBe(0.2);
  });
});

test("an account's posts of a year are those that the Overview counts", async () => {
  const token = await worker.token("push");
  const old = { likes: 1, comments: 1, shares: 0, format: "image" as const };
  const readAt = "2026-11-22T06:00:00Z";
  const year = {
    platform: "tiktok" as const,
    account: "perpus.tt",
    read_at: readAt,
    posts: [
      { ...old, external_id: "before", published_at: "2025-11-23T02:00:00Z" },
      { ...old, external_id: "first", published_at: "2025-11-24T02:00:00Z" },
      { ...old, external_id: "gone", published_at: "2026-05-01T02:00:00Z", removed_at: readAt },
    ],
  };
  await push(worker, token, [year]);
  const { accounts } = (await json("/api/accounts?account=perpus.tt")) as {
    accounts: { posts: number }[];
  };
  const { consistency } = (await json("/api/overview?period=1y&account=perpus.tt")) as {
    consistency: { posts: number }[];
  };
  expect([accounts[0]?.posts, consistency[0]?.posts]).toEqual([1, 1]);
});

describe("a series", () => {
  test("has every bucket of the period, with null where nothing is known", async () => {
    const { series, metric, grain, time_zone } = (await json(
      "/api/series?metric=followers&grain=day&from=2026-11-20&to=2026-11-23&platform=facebook",
    )) as Record<string, unknown>;
    expect({ metric, grain, time_zone }).toEqual({
      metric: "followers",
      grain: "day",
      time_zone: "Asia/Jakarta",
    });
    expect(series).toEqual([
      {
        platform: "facebook",
        account: "perpus.fb",
        points: [
          { date: "2026-11-20", value: null },
          { date: "2026-11-21", value: null },
          { date: "2026-11-22", value: 1100 },
          // today is not over
          { date: "2026-11-23", value: null, whole: false },
        ],
      },
    ]);
  });
});

test("what a trend says of a week, and whether it is whole, is what its download says", async () => {
  const asked = "grain=week&from=2026-10-28&to=2026-11-23&platform=facebook";
  const { series } = (await json(`/api/series?metric=followers&${asked}`)) as {
    series: { points: { date: string; value: number | null; whole?: false }[] }[];
  };
  const file = await (await get(`/download.csv?dialect=plain&lang=en&${asked}`)).text();
  const [head = [], ...rows] = file
    .trim()
    .split("\r\n")
    .map((row) => row.split(","));
  const column = (name: string) => head.indexOf(name);
  expect(
    series[0]?.points.map(({ date, value, whole }) => [
      date,
      whole === false ? "no" : "yes",
      value === null ? "" : String(value),
    ]),
  ).toEqual(
    rows.map((row) => ["From", "Whole", "Followers"].map((name) => row[column(name)] ?? "")),
  );
  expect(rows.map((row) => row[column("Whole")])).toEqual(["no", "yes", "yes", "yes", "no"]);
});

test("a week that is not whole is drawn, paler, and said; a table of the same stands below", async () => {
  const html = await (
    await get(
      "/trend?metric=views&grain=week&from=2026-10-28&to=2026-11-23&platform=facebook&lang=en",
    )
  ).text();
  expect(html).toContain("Paler: a week that is not whole.");
  expect(html).toMatch(/week of 23\u2009–\u200929 Nov 2026 \(not whole\)/);
});

describe("posts", () => {
  const ids = async (query: string) =>
    ((await json(`/api/posts?${query}`)) as { posts: { caption: string }[] }).posts.map(
      ({ caption }) => caption.at(-1),
    );
  test("are searched, sorted and filtered", async () => {
    expect(await ids("q=BUKU nomor")).toEqual(["4", "3", "2"]);
    expect(await ids("q=nomor&sort=oldest")).toEqual(["2", "3", "4"]);
    expect(await ids("q=nomor&sort=interactions")).toEqual(["4", "2", "3"]);
    expect(await ids("q=nomor&format=video")).toEqual([]);
    expect(await ids("q=nomor&from=2026-11-11&to=2026-11-11")).toEqual(["2"]);
  });

  test("are without stories on the screen and in its download, unless asked for; with them as JSON", async () => {
    const lines = async (query: string) => [
      (await (await get(`/posts?${query}`)).text()).match(/<th scope="row"/g)?.length,
      (await (await get(`/download-posts.csv?dialect=plain&${query}`)).text()).match(/,Facebook,/g)
        ?.length,
      ((await json(`/api/posts?${query}`)) as { total: number }).total,
    ];
    expect(await lines("")).toEqual([4, 4, 5]);
    expect(await lines("format=posts")).toEqual([4, 4, 4]);
    expect(await lines("format=all")).toEqual([5, 5, 5]);
    expect(await lines("format=story")).toEqual([1, 1, 1]);
    const html = await (await get("/posts?lang=en")).text();
    expect(html).toContain("1 story left out.");
    expect(html).toContain('href="/posts?format=all"');
    expect(html).toContain("All but stories");
  });

  test("a person's correction stays", async () => {
    const patch = (body: unknown) => worker.send("PATCH", "/api/posts/2", body);
    const answer = await patch({ topic: "events", format: "carousel", paid: true });
    expect(answer.status).toBe(200);
    const { post } = (await json("/api/posts/2")) as { post: Record<string, unknown> };
    expect(post).toMatchObject({
      topic: "events",
      format: "carousel",
      paid: true,
      published_precision: "second",
      read_at: "2026-11-22T05:00:00Z",
      corrected: ["format", "topic", "paid"],
    });
    expect(((await answer.json()) as { post: unknown }).post).toEqual(post);
    expect((await patch({ topic: null, format: null, paid: null })).status).toBe(200);
    const { post: again } = (await json("/api/posts/2")) as { post: Record<string, unknown> };
    expect(again).toMatchObject({
      topic: "new_books",
      format: "image",
      paid: null,
      corrected: [],
    });
    expect((await patch({ topic: "cats" })).status).toBe(400);
    expect((await worker.send("PATCH", "/api/posts/999", {})).status).toBe(404);
  });

  test("untrusted text is shown harmlessly", async () => {
    for (const path of ["/posts", "/posts/1", "/posts?q=%3Cscript%3Ealert(1)%3C/script%3E"]) {
      const html = await (await get(path)).text();
      expect(html).not.toContain("<script>alert");
    }
  });
});

describe("what is asked wrongly", () => {
  test.each([
    ["/api/overview?from=2026-11-02&to=2026-11-01", 400, "from backwards"],
    ["/api/overview?from=2011-11-02&to=2026-11-01", 400, "from too_long_a_period"],
    ["/api/posts?from=yesterday", 400, "from not_a_day"],
    ["/api/posts?to=2026-13-01", 400, "to not_a_day"],
    ["/api/series?platform=myspace", 400, "platform unknown_platform"],
    ["/api/series?metric=happiness", 400, "metric unknown_metric"],
    ["/api/accounts?account=nobody", 404, "account unknown_account"],
  ])("%s", async (path, status, fault) => {
    expect(await faultsOf(path)).toEqual([status, fault]);
  });

  const countPosts = async () =>
    (await worker.db.prepare("select count(*) as count from posts").first<{ count: number }>())
      ?.count;
  const SQL = encodeURIComponent("1' or 1=1; drop table posts; --");
  test.each([
    ...[
      "platform",
      "account",
      "from",
      "to",
      "period",
      "rate",
      "q",
      "sort",
      "format",
      "topic",
      "cursor",
      "lang",
    ].map((name) => `/api/posts?${name}=${SQL}`),
    ...["metric", "grain"].map((name) => `/api/series?${name}=${SQL}`),
    `/api/posts/${SQL}`,
    `/posts/${SQL}`,
    `/v/${SQL}`,
    `/export/v1/${SQL}/days.csv`,
    `/api/overview?${SQL}=1`,
  ])("SQL is a text like any other: %s", async (path) => {
    const before = await countPosts();
    const answer = await get(path);
    expect([200, 400, 404]).toContain(answer.status);
    expect(await countPosts()).toBe(before);
  });
});

test("a page that was seen costs two rows the second time", async () => {
  const first = await get("/");
  const tag = first.headers.get("etag") ?? "";
  const again = await worker.fetch("/", {
    headers: { authorization: `Bearer ${view}`, "if-none-match": tag },
  });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("the API describes itself", async () => {
  const described = (await json("/api/openapi.json")) as {
    openapi: string;
    paths: Record<string, unknown>;
    components: { schemas: Record<string, { properties?: object }> };
  };
  expect(described.openapi).toBe("3.1.0");
  expect(Object.keys(described.paths)).toContain("/api/snapshots");
  expect(Object.keys(described.components.schemas.Snapshot?.properties ?? {})).toContain("read_at");
  expect((await get("/api/docs")).status).toBe(200);
});

test("a post that was hidden is the admin's alone, and in no export, until it is shown again", async () => {
  const exported = await worker.token("export");
  const hide = (hidden: boolean) => worker.send("PATCH", "/api/posts/4", { hidden });
  const seen = async () => ({
    "the API": (await get("/api/posts/4")).status,
    "the page": (await get("/posts/4")).status,
    "the list": (await (await get("/api/posts")).text()).includes("nomor 4"),
    "the download": (await (await get("/download-posts.csv")).text()).includes("nomor 4"),
    "the posts export": (
      await (await worker.fetch(`/export/v1/${exported}/posts.csv`)).text()
    ).includes("p4"),
    "the snapshots export": (
      await (await worker.fetch(`/export/v1/${exported}/snapshots.csv`)).text()
    ).includes("p4"),
    "the sum of views": await viewsNow(),
  });
  const viewsNow = async () => {
    const { blocks } = (await json("/api/overview")) as {
      blocks: { metric: string; rows: { value: number | null }[] }[];
    };
    return blocks.find(({ metric }) => metric === "views")?.rows[0]?.value;
  };
  const everywhere = {
    "the API": 200,
    "the page": 200,
    "the list": true,
    "the download": true,
    "the posts export": true,
    "the snapshots export": true,
    "the sum of views": 400,
  };
  expect(await seen()).toEqual(everywhere);
  const answer = await hide(true);
  expect([answer.status, await answer.json()]).toMatchObject([200, { post: { hidden: true } }]);
  expect(await seen()).toEqual({
    "the API": 404,
    "the page": 404,
    "the list": false,
    "the download": false,
    "the posts export": false,
    "the snapshots export": false,
    "the sum of views": 300,
  });
  expect((await worker.send("GET", "/posts/4")).status).toBe(200);
  expect((await worker.send("GET", "/api/posts/4")).status).toBe(200);
  expect((await hide(false)).status).toBe(200);
  expect(await seen()).toEqual(everywhere);
});

test.each([
  "https://www.instagram.com@evil.example/p/AB/",
  "http://127.0.0.1:8791/logout",
  "https://evil.example/p/AB/",
])("a post that says it is at %s is taken in, and leads nowhere", async (url) => {
  const push = { platform: "instagram", account: "perpus.ig", read_at: "2026-11-22T05:00:00Z" };
  const external_id = `at-${url.length}`;
  const answer = await worker.send("POST", "/api/snapshots", {
    ...push,
    posts: [{ external_id, published_at: "2026-11-20T05:00:00Z", likes: 1, url }],
  });
  expect(answer.status).toBe(200);
  const id = await worker.db
    .prepare("select id from posts where external_id = ?1")
    .bind(external_id)
    .first("id");
  const html = await (await get(`/posts/${id}`)).text();
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
  expect(links).not.toContain(url);
  expect(html).not.toContain(postsWords.id.post.open("Instagram"));
  expect(await json(`/api/posts/${id}`)).toMatchObject({ post: { external_id, url: null } });
  const exported = await worker.fetch(`/export/v1/${await worker.token("export")}/posts.json`);
  const { posts } = (await exported.json()) as { posts: { post: string; url: unknown }[] };
  expect(posts.find(({ post }) => post === external_id)?.url).toBeNull();
});

test("a post leads back to the list that it was opened from, and nowhere else", async () => {
  const backOf = async (referer?: string) => {
    const html = await (
      await worker.fetch("/posts/1", {
        headers: { authorization: `Bearer ${view}`, ...(referer ? { referer } : {}) },
      })
    ).text();
    return /class="back" href="([^"]*)"/.exec(html)?.[1];
  };
  const origin = new URL((await get("/posts")).url).origin;
  expect(await backOf()).toBe("/posts");
  expect(await backOf(`${origin}/posts?platform=x&sort=reach`)).toBe(
    "/posts?platform=x&amp;sort=reach",
  );
  expect(await backOf(`${origin}/data`)).toBe("/posts");
  expect(await backOf("https://evil.example/posts?x")).toBe("/posts");
});
