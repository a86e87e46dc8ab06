import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dump } from "../database.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";

let worker: TestWorker;
let token: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  token = await worker.token("push");
  expect((await send([SNAPSHOT])).status).toBe(200);
});
afterAll(() => worker.close());

const POST = {
  external_id: "p1",
  published_at: "2026-11-19T09:30:00Z",
  likes: 31,
  comments: 2,
  shares: 4,
};
const SNAPSHOT = {
  platform: "instagram",
  account: "perpus",
  external_id: "178",
  read_at: "2026-11-23T05:00:00Z",
  followers: 1204,
  posts: [POST],
};

const raw = (body: BodyInit, headers: Record<string, string> = {}) =>
  worker.fetch("/api/snapshots", {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    body,
  });
const send = (body: unknown) => raw(JSON.stringify(body));
const everything = async () => JSON.stringify(await dump(worker.db));

/** The answer's status and faults, after making sure that nothing was stored. */
async function refused(answer: () => Promise<Response>) {
  const before = await everything();
  const got = await answer();
  const { error } = (await got.json()) as {
    error: { code: string; message: string; problems: { path: string; code: string }[] };
  };
  expect(await everything()).toBe(before);
  expect(error.message).not.toBe("");
  return [got.status, error.code, ...error.problems.map(({ path, code }) => `${path} ${code}`)];
}

describe("refusals name the place and the reason, and store nothing", () => {
  const withPost = (post: object) => [
    SNAPSHOT,
    { ...SNAPSHOT, read_at: "2026-11-23T04:00:00Z", posts: [POST, { ...POST, ...post }] },
  ];
  test.each<[string, unknown, string]>([
    ["a wrong type deep inside", withPost({ likes: "31" }), "[1].posts[1].likes wrong_type"],
    ["a negative count", withPost({ likes: -1 }), "[1].posts[1].likes not_a_count"],
    ["a fractional count", withPost({ views: 1.5 }), "[1].posts[1].views not_a_count"],
    ["a huge count", withPost({ views: 1e18 }), "[1].posts[1].views too_large_a_count"],
    [
      "a post without a time",
      withPost({ published_at: undefined }),
      "[1].posts[1].published_at no_published_at",
    ],
    [
      "a date in the far future",
      { ...SNAPSHOT, read_at: "2031-01-01T00:00:00Z" },
      "read_at in_the_future",
    ],
    [
      "a time without a zone",
      { ...SNAPSHOT, read_at: "2026-11-23T05:00:00" },
      "read_at no_time_zone",
    ],
    [
      "a post from after the reading",
      { ...SNAPSHOT, posts: [{ ...POST, published_at: "2026-11-23T05:20:00Z" }] },
      "posts[0].published_at after_read_at",
    ],
    ["an unknown platform", { ...SNAPSHOT, platform: "myspace" }, "platform unknown_platform"],
    [
      "a handle that is twice as long in lower case",
      { ...SNAPSHOT, account: "İ".repeat(200) },
      "account too_long",
    ],
    ["an unknown field", { ...SNAPSHOT, follower: 1 }, "follower unknown_field"],
    ["no platform", { account: "a", read_at: NOW }, "platform required"],
    ["no object", [1], "[0] wrong_type"],
    [
      "a comment on nothing",
      { ...SNAPSHOT, comments: [{ external_id: "c", post: "nowhere", at: NOW, ours: false }] },
      "[0].comments[0].post unknown_post",
    ],
  ])("%s", async (_what, body, fault) => {
    expect(await refused(() => send(body))).toEqual([400, "invalid", fault]);
  });

  test("a handle that is known with another id", async () => {
    expect(await refused(() => send({ ...SNAPSHOT, external_id: "999" }))).toEqual([
      409,
      "conflict",
      "external_id other_account",
    ]);
  });

  test("malformed JSON, an empty body, text that is not UTF-8", async () => {
    expect(await refused(() => raw('{"platform":'))).toEqual([400, "invalid", " not_json"]);
    expect(await refused(() => raw(""))).toEqual([400, "invalid", " empty"]);
    expect(await refused(() => raw(new Uint8Array([0xff, 0xfe, 0x7b])))).toEqual([
      400,
      "invalid",
      " not_utf8",
    ]);
  });

  test("6 MB, too many readings, another kind of body", async () => {
    expect(await refused(() => raw("x".repeat(6_000_000)))).toEqual([413, "too_large"]);
    const posts = Array.from({ length: 5_001 }, (_, index) => ({
      ...POST,
      external_id: `q${index}`,
    }));
    expect(await refused(() => send({ ...SNAPSHOT, posts }))).toEqual([
      413,
      "too_large",
      " too_many",
    ]);
    expect(await refused(() => raw("a,b", { "content-type": "text/csv" }))).toEqual([
      415,
      "unsupported",
    ]);
    expect(await refused(() => raw("{}", { "content-encoding": "br" }))).toEqual([
      415,
      "unsupported",
    ]);
  });

  test("NDJSON with a bad 700th line", async () => {
    const lines = Array.from({ length: 800 }, (_, index) =>
      JSON.stringify({
        ...SNAPSHOT,
        posts: [],
        read_at: new Date(1_700_000_000_000 + index * 3_600_000).toISOString(),
      }),
    );
    lines[699] = '{"platform":"instagram","account":"perpus"}';
    expect(
      await refused(() => raw(lines.join("\n"), { "content-type": "application/x-ndjson" })),
    ).toEqual([400, "invalid", "line 700: read_at required"]);
  });
});

describe("what is taken", () => {
  test("the same again changes nothing, to the byte", async () => {
    const before = await everything();
    const answer = await send([SNAPSHOT]);
    expect(await answer.json()).toEqual({
      snapshots: 1,
      accounts_added: 0,
      posts_added: 0,
      readings_added: 0,
      readings_replaced: 0,
      readings_unchanged: 2,
    });
    expect(await everything()).toBe(before);
  });

  test("odd captions are kept as they are, but for the NUL that no text can hold", async () => {
    const caption = `<script>alert(1)</script>=HYPERLINK("x")📚\0${"a".repeat(10_000)}`;
    const answer = await send({ ...SNAPSHOT, posts: [{ ...POST, external_id: "odd", caption }] });
    expect(answer.status).toBe(200);
    const row = await worker.db
      .prepare("select caption from posts where external_id = 'odd'")
      .first();
    expect(row).toEqual({ caption: caption.replace("\0", "") });
  });

  test("NDJSON, in any order of time", async () => {
    const at = (hour: string, followers: number) =>
      JSON.stringify({
        platform: "x",
        account: "@Perpus_X",
        read_at: `2026-11-23T${hour}:00:00Z`,
        followers,
      });
    const body = [at("04", 12), "", at("02", 10), at("03", 11)].join("\r\n");
    const answer = await raw(body, { "content-type": "application/x-ndjson" });
    expect(await answer.json()).toMatchObject({
      snapshots: 3,
      accounts_added: 1,
      readings_added: 3,
    });
    const row = await worker.db
      .prepare("select handle, followers from accounts where platform = 'x'")
      .first();
    expect(row).toEqual({ handle: "perpus_x", followers: 12 });
  });
});
