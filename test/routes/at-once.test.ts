/** What people change, changed by many at once: whoever is told that it stands finds it standing, and nobody gets a 500. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TOPICS } from "../../functions/model/topic.ts";
import { ADMIN_TOKEN, startWorker, type TestWorker } from "../worker.ts";

const NOW = Date.parse("2026-11-23T05:30:00Z") / 1000;
const DAY = 86_400;
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");

/** One reading of each account; the first has a post on 20 November. */
const SNAPSHOTS = ["instagram", "facebook", "x", "tiktok"].map((platform, index) => ({
  platform,
  account: "perpus",
  read_at: iso(NOW - 1800),
  followers: 1000,
  posts:
    index > 0
      ? []
      : [
          {
            external_id: "p1",
            published_at: iso(NOW - 3 * DAY),
            caption: "Bedah buku Laskar Pelangi",
            likes: 100,
          },
        ],
}));

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: iso(NOW) });
  expect((await worker.send("POST", "/api/snapshots", SNAPSHOTS)).status).toBe(200);
});
afterAll(() => worker.close());

type Asked = [method: string, path: string, body?: unknown];
type Answer = { status: number; body: Record<string, unknown> };

/** What is told to come back comes back, as with `curl --retry`. */
async function insisting(ask: () => Promise<Response>): Promise<Response> {
  for (let tried = 0; ; tried += 1) {
    const answer = await ask();
    if (answer.status !== 503 || tried === 3) return answer;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

const atOnce = (asked: readonly Asked[]): Promise<Answer[]> =>
  Promise.all(
    asked.map(async ([method, path, body]) => {
      const answer = await insisting(() => worker.send(method, path, body));
      return { status: answer.status, body: (await answer.json()) as Answer["body"] };
    }),
  );
const times = <One>(count: number, one: (index: number) => One): One[] =>
  Array.from({ length: count }, (_, index) => one(index));
const statusesOf = (answers: readonly Answer[]): number[] =>
  answers.map(({ status }) => status).sort();
const rows = async (sql: string) =>
  (await worker.db.prepare(sql).all<Record<string, unknown>>()).results;

type Thing = {
  /** As a change and an answer name it. */
  what: string;
  made: string;
  path: string;
  body: (index: number) => object;
  said: (index: number) => object;
};

const DAYS = { from_on: "2027-05-03", to_on: "2027-05-03" };
const PLAN = { on: "2026-12-10", accounts: [1], title: "Rencana" };

/** With the version that was seen. */
const VERSIONED: Thing[] = [
  {
    what: "note",
    made: "note",
    path: "/api/notes",
    body: (index) => ({ ...DAYS, text: `Catatan ${index}`, accounts: [1] }),
    said: (index) => ({ text: `Lain ${index}` }),
  },
  {
    what: "target",
    made: "target",
    path: "/api/targets",
    body: (index) => ({ metric: "posts_per_month", year: 2030 + index, value: 9 }),
    said: (index) => ({ value: index + 1 }),
  },
  {
    what: "plan",
    made: "plans",
    path: "/api/plans",
    body: (index) => ({ ...PLAN, title: `Rencana ${index}` }),
    said: (index) => ({ title: `Lain ${index}` }),
  },
  {
    what: "event",
    made: "event",
    path: "/api/events",
    body: (index) => ({
      kind: "discussion",
      title: `Acara ${index}`,
      starts_at: iso(NOW + 30 * DAY),
    }),
    said: (index) => ({ title: `Lain ${index}` }),
  },
];
/** Without one: the last to say something is right. */
const OTHERS: Thing[] = [
  {
    what: "short_link",
    made: "short_link",
    path: "/api/short-links",
    body: (index) => ({ slug: `acara-${index}`, target: "https://example.org/a", name: "Daftar" }),
    said: (index) => ({ name: `Lain ${index}` }),
  },
  {
    what: "almanac",
    made: "day",
    path: "/api/almanac",
    body: (index) => ({
      ...DAYS,
      name_id: `Hari ${index}`,
      name_en: `Day ${index}`,
      kind: "own",
      certainty: "decree",
      source: "",
    }),
    said: (index) => ({ name_id: `Lain ${index}` }),
  },
];

const tableOf = ({ what }: Thing): string => (what === "almanac" ? what : `${what}s`);

type Made = { id: number; version?: number };
const madeIn = ({ made }: Thing, { body }: Answer): Made => {
  const found = body[made];
  return (Array.isArray(found) ? found[0] : found) as Made;
};
async function make(thing: Thing, index: number): Promise<Made> {
  const [answer] = await atOnce([["POST", thing.path, thing.body(index)]]);
  expect(answer?.status).toBe(201);
  return madeIn(thing, answer as Answer);
}

/**
 * What was changed of a thing, each from what the one before it had left: nothing was overwritten unseen, and nothing is
 * noted that did not happen.
 */
async function chain({ what }: Pick<Thing, "what">, subject: number) {
  const { results } = await worker.db
    .prepare("select id, before, after from changes where what = ?1 and subject = ?2 order by id")
    .bind(what, subject)
    .all<{ id: number; before: string | null; after: string | null }>();
  const changes = results.map(({ id, before, after }) => ({
    id,
    before: JSON.parse(before ?? "null"),
    after: JSON.parse(after ?? "null"),
  }));
  expect(changes.map(({ before }) => before)).toEqual([
    null,
    ...changes.slice(0, -1).map(({ after }) => after),
  ]);
  return changes;
}

async function standing(thing: Thing, id: number): Promise<boolean> {
  const found = await rows(`select id from ${tableOf(thing)} where id = ${id}`);
  return found.length === 1;
}

describe.each([...VERSIONED, ...OTHERS])("$what", (thing) => {
  test("made by many at once: all stand", async () => {
    const answers = await atOnce(
      times(12, (index): Asked => ["POST", thing.path, thing.body(index)]),
    );
    expect(statusesOf(answers)).toEqual(times(12, () => 201));
    const ids = answers.map((answer) => madeIn(thing, answer).id);
    expect(new Set(ids).size).toBe(12);
    const found = await rows(`select id from ${tableOf(thing)} where id in (${ids})`);
    expect(found.length).toBe(12);
  }, 30_000);

  test("changed and removed at once: who is told so, has done so", async () => {
    const { id, version } = await make(thing, 20);
    const seen = version === undefined ? {} : { version };
    const one = `${thing.path}/${id}`;
    const change = (index: number): Asked => ["PATCH", one, { ...seen, ...thing.said(index) }];
    const remove: Asked = ["DELETE", one, seen];
    const answers = await atOnce([change(0), remove, change(1), remove, change(2), change(3)]);
    const done = answers.filter(({ status }) => status === 200).length;
    expect(statusesOf(answers).filter((status) => ![200, 404, 409].includes(status))).toEqual([]);
    if (version !== undefined) expect(done).toBe(1);
    const changes = await chain(thing, id);
    expect(changes.length).toBe(1 + done);
    expect(await standing(thing, id)).toBe(changes.at(-1)?.after !== null);
  }, 30_000);
});

describe.each(VERSIONED)("a change of a $what", (thing) => {
  test("taken back by many at once: once; and once where others change it meanwhile", async () => {
    const made = await make(thing, 30);
    const one = `${thing.path}/${made.id}`;
    const seen = { version: made.version };
    expect(statusesOf(await atOnce([["DELETE", one, seen]]))).toEqual([200]);
    const undo = async (): Promise<Asked> => {
      const last = (await chain(thing, made.id)).at(-1);
      return ["POST", `/api/changes/${last?.id}/undo`];
    };
    const removal = await undo();
    const back = await atOnce(times(6, () => removal));
    expect(statusesOf(back)).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await standing(thing, made.id)).toBe(true);

    const { version } = (
      await rows(`select version from ${tableOf(thing)} where id = ${made.id}`)
    )[0] as { version: number };
    const again = await undo();
    const change = (index: number): Asked => ["PATCH", one, { version, ...thing.said(index) }];
    const mixed = await atOnce([change(0), again, change(1), again, change(2)]);
    expect(mixed.filter(({ status }) => status === 200).length).toBe(1);
    expect(statusesOf(mixed).filter((status) => ![200, 404, 409].includes(status))).toEqual([]);
    expect((await chain(thing, made.id)).length).toBe(4);
  }, 30_000);
});

test("one slug, wanted by many: one has it", async () => {
  const short = { slug: "sama", target: "https://example.org/a", name: "Daftar" };
  const answers = await atOnce(times(8, () => ["POST", "/api/short-links", short]));
  expect(statusesOf(answers)).toEqual([201, ...times(7, () => 409)]);
});

test("two things said of a short link at once: both stand", async () => {
  const { id } = await make(OTHERS[0] as Thing, 40);
  const answers = await atOnce([
    ["PATCH", `/api/short-links/${id}`, { name: "Baru" }],
    ["PATCH", `/api/short-links/${id}`, { target: "https://example.org/b" }],
  ]);
  expect(statusesOf(answers)).toEqual([200, 200]);
  expect(await rows(`select name, target from short_links where id = ${id}`)).toEqual([
    { name: "Baru", target: "https://example.org/b" },
  ]);
});

test("one target, set by many: one is", async () => {
  const target = { year: 2028, metric: "followers", value: 3000 };
  const answers = await atOnce(times(8, () => ["POST", "/api/targets", target]));
  expect(statusesOf(answers)).toEqual([201, ...times(7, () => 409)]);
});

test("one shipped day, corrected by many: one row, each word after the other", async () => {
  const eid = {
    key: "idulfitri-2027",
    from_on: "2027-03-11",
    to_on: "2027-03-12",
    name_id: "Idulfitri",
    name_en: "Eid al-Fitr",
    kind: "public",
    certainty: "decree",
  };
  const answers = await atOnce(
    times(8, (index) => ["POST", "/api/almanac", { ...eid, source: `SKB ${index}` }]),
  );
  expect(statusesOf(answers)).toEqual(times(8, () => 201));
  const [row, ...more] = await rows("select id, source from almanac where key = 'idulfitri-2027'");
  expect(more).toEqual([]);
  const changes = await chain({ what: "almanac" }, Number(row?.id));
  expect(changes.length).toBe(8);
  expect(changes.at(-1)?.after).toEqual({ removed: false, ...eid, ...row });
});

test("words of all topics, each by another at once, by program and by the form: all stand", async () => {
  const words = async () => {
    const [row] = await rows("select topic_rules from library");
    return JSON.parse(String(row?.topic_rules));
  };
  const answers = await atOnce(
    TOPICS.map((topic) => ["POST", "/api/topics", { topic, words: [`kata ${topic}`] }]),
  );
  expect(statusesOf(answers)).toEqual(TOPICS.map(() => 200));
  expect(await words()).toEqual(
    Object.fromEntries(TOPICS.map((topic) => [topic, [`kata ${topic}`]])),
  );

  const submitted = await Promise.all(
    TOPICS.map((topic) =>
      insisting(() =>
        worker.fetch("/topics", {
          method: "POST",
          headers: { authorization: `Bearer ${ADMIN_TOKEN}`, accept: "text/html" },
          body: new URLSearchParams({ topic, words: `lain ${topic}` }),
        }),
      ),
    ),
  );
  expect(submitted.map(({ status }) => status)).toEqual(TOPICS.map(() => 303));
  expect(await words()).toEqual(
    Object.fromEntries(TOPICS.map((topic) => [topic, [`lain ${topic}`]])),
  );
});

test("plans that come to a post's day at once: one of them has the post", async () => {
  const ids: number[] = [];
  for (const index of [0, 1, 2, 3]) {
    const plan = { ...PLAN, title: `Bedah buku Laskar Pelangi ${index}` };
    const [answer] = await atOnce([["POST", "/api/plans", plan]]);
    ids.push(madeIn(VERSIONED[2] as Thing, answer as Answer).id);
  }
  const answers = await atOnce(
    ids.map((id) => ["PATCH", `/api/plans/${id}`, { version: 1, on: "2026-11-20" }]),
  );
  expect(statusesOf(answers)).toEqual([200, 200, 200, 200]);
  const kept = await rows(`select id from plans where matches like '%"post":1,%'`);
  expect(kept.length).toBe(1);
}, 30_000);

test("an event that is removed while its plans are changed leaves none that is for it", async () => {
  const event = await make(VERSIONED[3] as Thing, 50);
  const plans = await Promise.all(
    times(4, async (index) => {
      const plan = { ...PLAN, title: `Undangan ${index}`, event: event.id };
      const [answer] = await atOnce([["POST", "/api/plans", plan]]);
      return madeIn(VERSIONED[2] as Thing, answer as Answer).id;
    }),
  );
  const answers = await atOnce([
    ["DELETE", `/api/events/${event.id}`, { version: event.version }],
    ...plans.map((id): Asked => ["PATCH", `/api/plans/${id}`, { version: 1, title: "Lain" }]),
  ]);
  expect(statusesOf(answers)).toEqual([200, 200, 200, 200, 200]);
  expect(await rows(`select id from plans where event = ${event.id}`)).toEqual([]);
}, 30_000);

test("an account that is erased while things are made for it leaves nothing that is of it", async () => {
  const accounts = [4];
  const answers = await atOnce([
    ...times(3, (): Asked => ["POST", "/api/links", { kind: "view", name: "Kadis", accounts }]),
    ...times(3, (): Asked => ["POST", "/api/notes", { ...DAYS, text: "Banjir", accounts }]),
    ["DELETE", "/api/accounts/4?erase=true"],
    ...times(3, (): Asked => ["POST", "/api/plans", { ...PLAN, accounts }]),
    ...times(
      3,
      (index): Asked => [
        "POST",
        "/api/targets",
        { year: 2040 + index, account: 4, metric: "followers", value: 3000 },
      ],
    ),
  ]);
  expect(statusesOf(answers).filter((status) => ![200, 201, 400, 404].includes(status))).toEqual(
    [],
  );
  // its rows go by the slices after
  await atOnce([["DELETE", "/api/accounts/4?erase=true"]]);
  expect(await rows("select id from accounts where id = 4")).toEqual([]);
  expect(await rows("select id from targets where account = 4")).toEqual([]);
  expect(await rows("select n.id from notes n, json_each(n.accounts) a where a.value = 4")).toEqual(
    [],
  );
  expect(await rows("select l.id from links l, json_each(l.accounts) a where a.value = 4")).toEqual(
    [],
  );
  expect(
    await rows("select p.id from plans p, json_each(p.matches) m where m.value ->> 'account' = 4"),
  ).toEqual([]);
}, 30_000);

test("of a post, an account and the library, each says something else at once: all of it stands", async () => {
  const said = { format: "live", topic: "places", paid: true, hidden: true };
  const answers = await atOnce([
    ...Object.entries(said).map(
      ([field, value]): Asked => ["PATCH", "/api/posts/1", { [field]: value }],
    ),
    ["PATCH", "/api/accounts/2", { name: "Perpustakaan" }],
    ["PATCH", "/api/accounts/2", { handle: "perpus.kota" }],
    ["PATCH", "/api/accounts/2", { hidden: true }],
    ["PATCH", "/api/settings", { name: "Perpustakaan Kota" }],
    ["PATCH", "/api/settings", { language: "en" }],
    ["PATCH", "/api/settings", { x_ceiling_usd: 7 }],
    ["PATCH", "/api/settings", { demo: true }],
  ]);
  expect(statusesOf(answers)).toEqual(answers.map(() => 200));
  expect(
    await rows(
      "select person_format, person_topic, person_paid, hidden_at from posts where id = 1",
    ),
  ).toEqual([{ person_format: "live", person_topic: "places", person_paid: 1, hidden_at: NOW }]);
  expect(await rows("select given_name, handle, hidden_at from accounts where id = 2")).toEqual([
    { given_name: "Perpustakaan", handle: "perpus.kota", hidden_at: NOW },
  ]);
  expect(await rows("select name, language, x_ceiling_usd, demo from library")).toEqual([
    { name: "Perpustakaan Kota", language: "en", x_ceiling_usd: 7, demo: 1 },
  ]);
}, 30_000);
