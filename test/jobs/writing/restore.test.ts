/** What a library is, is what stands after a backup of it was put back elsewhere. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createEvent, sayOfPost } from "../../../functions/jobs/planning/events.ts";
import { createNote } from "../../../functions/jobs/planning/notes.ts";
import { createPlans } from "../../../functions/jobs/planning/plans.ts";
import type { Planning } from "../../../functions/jobs/planning/rewrite.ts";
import { createShortLink } from "../../../functions/jobs/planning/short-links.ts";
import { createTarget } from "../../../functions/jobs/planning/targets.ts";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { excusePost } from "../../../functions/jobs/writing/excuse.ts";
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import {
  deriveRestored,
  giveUp,
  restoreStanding,
} from "../../../functions/jobs/writing/restore.ts";
import { setTopicWords } from "../../../functions/jobs/writing/retopic.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { backupPieces } from "../../../functions/model/backup.ts";
import { addDays, dayOf } from "../../../functions/model/day.ts";
import type { LinkKind } from "../../../functions/model/link.ts";
import { NO_REPORT_SETTINGS } from "../../../functions/model/report.ts";
import { SCHEMA } from "../../../functions/model/schema.ts";
import { sha256 } from "../../../functions/model/token.ts";
import { beginErasing } from "../../../functions/store/erasing.ts";
import { saveLink } from "../../../functions/store/links.ts";
import { dying, Killed } from "../../../tools/chaos/killed.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import { backupOf, CONTEXT, deriveAll, piecesOf, restored, take } from "./handing-over.ts";
import {
  type Arrival,
  DAY,
  HOUR,
  NOW,
  post,
  randomArrivals,
  SEEDS,
  snapshot,
  tries,
  ZONE,
} from "./snapshots.ts";

let from: D1Database;
let to: D1Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await openDatabase(["FROM", "TO"]);
  close = opened.close;
  [from, to] = opened.databases as [D1Database, D1Database];
});
afterAll(() => close());
beforeEach(async () => {
  for (const db of [from, to]) await wipe(db);
});

const context = { now: NOW, time_zone: ZONE };
const planning: Planning = {
  ...context,
  author: { link: 7, who: "Rina" },
  allowed: null,
  admin: true,
};
const TODAY = dayOf(NOW, ZONE);

let piece = 0;
async function arrive({ file, snapshot: said }: Arrival): Promise<number | null> {
  if (file === null) return (await ingest(from, [said], { ...context, import: null })).import;
  piece += 1;
  const { import: id } = await storeImport(from, [said], {
    ...context,
    import: {
      id: null,
      kind: "instagram_posts",
      name: `berkas ${piece}`,
      created_at: NOW,
      read_at: said.read_at,
      time_zone: ZONE,
      rows: 1,
      skipped: 0,
      hash: `piece ${piece}`,
    },
  });
  return id;
}

type Rows = Record<string, { id: number }[]>;

/** What people do with it, all of it once. */
async function peoplesWork(): Promise<void> {
  const { posts = [], accounts = [] } = (await dump(from, ["posts", "accounts"])) as Rows;
  const [first, second] = posts;
  const account = accounts[0]?.id ?? 0;
  await setTopicWords(from, { now: NOW, author: planning.author }, "events", ["lomba"]);
  if (first) {
    await correctPost(from, first.id, { topic: "community", paid: true }, planning);
    await excusePost(from, first.id, "Banjir", planning);
  }
  if (second) await correctPost(from, second.id, { hidden: true }, planning);
  await createPlans(
    from,
    planning,
    {
      on: addDays(TODAY, 3),
      at: "09:30",
      accounts: [account],
      format: null,
      topic: null,
      title: "Lomba bercerita",
      note: null,
      person: "Budi",
      event: null,
      state: "planned",
    },
    [addDays(TODAY, 3), addDays(TODAY, 10)],
  );
  const { id } = await createEvent(from, planning, {
    kind: "storytelling",
    title: "Lomba bercerita anak",
    starts_at: NOW - DAY,
    ends_at: null,
    place: "Aula",
    hashtags: [],
    url: null,
    note: null,
    visitors: 40,
    cost: null,
  });
  if (first) await sayOfPost(from, planning, id, { version: 1, post: first.id, linked: true });
  await createNote(from, planning, {
    from_on: addDays(TODAY, -24),
    to_on: addDays(TODAY, -20),
    text: "Ramadan",
    accounts: null,
    left_out: true,
  });
  await createShortLink(from, planning, {
    slug: "lomba",
    target: "https://perpustakaan.example.org/lomba",
    event: id,
    name: "Pendaftaran",
  });
  await createTarget(from, planning, {
    year: 2026,
    account: null,
    metric: "followers",
    value: 1234.5678901234567,
  });
  await from.batch([
    from.prepare(
      "insert into clicks (link, source, on_day, clicks) values (1, 'ig', '2026-11-20', 9)",
    ),
    from.prepare(
      `insert into links (kind, name, hash, sealed, created_at) values ('view', 'Kepala', '${"a".repeat(64)}', 'x.y.z', 1)`,
    ),
    from.prepare(
      "insert into links (kind, name, hash, created_at) values ('admin', 'login', 'bb', 1)",
    ),
  ]);
}

async function rebuilt(db: D1Database): Promise<void> {
  for (let slices = 0; slices < 300; slices += 1) if ((await rebuild(db, context)).done) return;
}

/** All of it but what counts writes, and what is not handed over: logins, runs and the links' sealed addresses. */
async function standing(db: D1Database) {
  const {
    runs: _runs,
    consents: _consents,
    collections: _own,
    ...tables
  } = await dump(db, [...Object.keys(await dump(db)), "streaks", "notices"]);
  return Object.fromEntries(
    Object.entries(tables as Record<string, Record<string, unknown>[]>).map(([table, rows]) => [
      table,
      rows
        .filter(({ kind }) => table !== "links" || kind !== "admin")
        .map(({ version, ...row }) =>
          table === "accounts" || table === "library"
            ? { ...row, time_zone: row.time_zone ?? (table === "library" ? ZONE : undefined) }
            : { version, ...row, ...(table === "links" ? { sealed: null } : {}) },
        ),
    ]),
  );
}

describe("a library that is handed over", () => {
  test.each(SEEDS)("is the same elsewhere, whatever its history (%i)", async (seed) => {
    await fc.assert(
      fc.asyncProperty(
        randomArrivals(3),
        fc.record({ undone: fc.boolean(), merged: fc.boolean(), worked: fc.boolean() }),
        async (arrivals, { undone, merged, worked }) => {
          for (const db of [from, to]) await wipe(db);
          const files: number[] = [];
          for (const arrival of arrivals) {
            const id = await arrive(arrival);
            if (id !== null && !files.includes(id)) files.push(id);
          }
          if (worked) await peoplesWork();
          if (undone && files[0] !== undefined) {
            while (!(await undoImport(from, files[0], context)).done);
          }
          if (merged) {
            await from.prepare("update accounts set external_id = null where id = 2").run();
            await mergeSome();
          }
          const text = await backupOf(from);
          await restored(to, text);
          await rebuilt(from);
          expect(await standing(to)).toEqual(await standing(from));
          // and once more changes nothing
          const once = await standing(to);
          await rebuilt(to);
          expect(await standing(to)).toEqual(once);
          expect(await restoreStanding(to)).toMatchObject({ state: "in_use" });
        },
      ),
      tries(seed),
    );
  });

  async function mergeSome(): Promise<void> {
    const { accounts = [] } = (await dump(from, ["accounts"])) as Rows;
    if (accounts.length < 2) return;
    while (!(await mergeAccounts(from, accounts[1]?.id ?? 0, accounts[0]?.id ?? 0, context)).done);
  }
});

/** Three accounts, each with more readings than one piece holds. */
async function someLibrary(): Promise<void> {
  for (const [index, account] of ["satu", "dua", "tiga"].entries()) {
    const snapshots = Array.from({ length: 30 }, (_, hour) =>
      snapshot(NOW - (60 - hour) * HOUR, {
        account,
        external_id: `17${index}`,
        followers: 100 + hour,
        posts: [0, 1, 2].map((number) =>
          post(`${account}-${number}`, NOW - (90 + number) * HOUR, {
            likes: hour + number + index,
          }),
        ),
      }),
    );
    await ingest(from, snapshots, { ...context, import: null });
  }
}

describe("a backup that is taken while the library goes on", () => {
  test("is of one moment, the last: what was read of an account that moved is read anew", async () => {
    await someLibrary();
    let pushed = 0;
    const text = await backupOf(from, {
      between: async (slice) => {
        // after each of the first slices another account, one that was read among them, and one that is new
        if (slice > 4) return;
        pushed += 1;
        const account = ["satu", "dua", "satu", "empat"][slice - 1] ?? "satu";
        await ingest(
          from,
          [
            snapshot(NOW - HOUR + slice, {
              account,
              external_id: `x${account}`.slice(0, account === "empat" ? 9 : 0) || null,
              followers: 500 + slice,
              posts: [post(`${account}-baru-${slice}`, NOW - 2 * HOUR, { likes: slice })],
            }),
          ],
          { ...context, import: null },
        );
        await createNote(from, planning, {
          from_on: TODAY,
          to_on: TODAY,
          text: `Catatan ${slice}`,
          accounts: null,
          left_out: false,
        });
      },
    });
    expect(pushed).toBe(4);
    await restored(to, text);
    await rebuilt(from);
    expect(await standing(to)).toEqual(await standing(from));
  });

  test("knows nothing of an account that is being erased, and all of those that are merged", {
    timeout: 240_000,
  }, async () => {
    await someLibrary();
    await from.prepare("update accounts set external_id = null where id = 2").run();
    while (!(await mergeAccounts(from, 2, 1, context)).done);
    await from.batch(beginErasing(from, [3], [{ platform: "Instagram", handle: "tiga" }]));
    const text = await backupOf(from);
    expect(text).not.toContain("tiga-1");
    await restored(to, text);
    while (!(await eraseAccount(from, 3)).done);
    await rebuilt(from);
    const [there, here] = [await standing(to), await standing(from)];
    const { library: _l, ...rest } = there;
    const { library: _m, ...expected } = here;
    expect(rest).toEqual(expected);
  });
});

describe("a restore", () => {
  let text: string;
  let pieces: string[];
  beforeEach(async () => {
    await someLibrary();
    await peoplesWork();
    text = await backupOf(from);
    pieces = await piecesOf(text);
    expect(pieces.length).toBeGreaterThan(5);
  });
  const inPeace = async () => {
    await rebuilt(from);
    return standing(from);
  };

  test.each([1, 2])(
    "that is killed anywhere goes on to the same (%i)",
    { timeout: 240_000 },
    async (seed) => {
      let dice = seed;
      const next = (below: number) => {
        dice = (dice * 16807) % 2147483647;
        return dice % below;
      };
      let killed = 0;
      const survived = async <Answer>(
        deed: (db: D1Database) => Promise<Answer>,
      ): Promise<Answer> => {
        for (;;) {
          const dies = next(2) === 0 && killed < 12;
          try {
            return await deed(dies ? dying(to, next(6), next(2) === 0) : to);
          } catch (error) {
            if (!(error instanceof Killed)) throw error;
            killed += 1;
          }
        }
      };
      for (const one of pieces) await survived((db) => take(db, one));
      for (let done = false; !done; )
        ({ done } = await survived((db) => deriveRestored(db, CONTEXT)));
      expect(killed).toBeGreaterThan(5);
      expect(await standing(to)).toEqual(await inPeace());
    },
  );

  test("takes each piece once, in its turn, of one file, and of no changed one", async () => {
    const [first = "", second = "", third = ""] = pieces;
    await expect(take(to, second)).rejects.toMatchObject({ problems: [{ code: "broken_backup" }] });
    await expect(take(to, "[1]\n")).rejects.toMatchObject({
      problems: [{ code: "broken_backup" }],
    });
    expect(await take(to, first)).toMatchObject({ state: "taking", next: 1 });
    const stands = await dump(to);
    expect(await take(to, first)).toMatchObject({ next: 1 });
    for (const wrong of [
      third,
      second.replace("[1,", "[2,"),
      second.replaceAll("likes", "loves"),
    ]) {
      await expect(take(to, wrong)).rejects.toMatchObject({ problems: [{ code: "other_piece" }] });
    }
    expect(await dump(to)).toEqual(stands);
    expect(await take(to, second)).toMatchObject({ next: 2 });
  });

  test("of which two send the same piece at once lets one in", async () => {
    const [first = "", second = ""] = pieces;
    await take(to, first);
    const both = await Promise.allSettled([take(to, second), take(to, second)]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await restoreStanding(to)).toMatchObject({ next: 2 });
    for (const one of pieces.slice(2)) await take(to, one);
    await deriveAll(to);
    expect(await standing(to)).toEqual(await inPeace());
  });

  test("does not begin where there is a library, nor with what a newer Denyut made", async () => {
    await expect(take(from, pieces[0] ?? "")).rejects.toMatchObject({
      code: "conflict",
      problems: [{ code: "in_use" }],
    });
    let newer = "";
    const head = {
      schema: 99,
      version: 1,
      made_at: "2026-11-23T05:00:00Z",
      library: "x",
      seal: null,
    };
    for await (const one of backupPieces(head, [])) newer += one;
    await expect(take(to, newer)).rejects.toMatchObject({ problems: [{ code: "newer_backup" }] });
  });

  test("takes an older backup in, what it did not know as new rows have it", async () => {
    let older = "";
    const head = {
      schema: 16,
      version: 1,
      made_at: "2026-11-23T05:00:00Z",
      library: "x",
      seal: null,
    };
    const rows = ['[1,"2026-01-01","2026-01-02","Banjir"]'];
    const runs = [{ table: "notes", columns: ["id", "from_on", "to_on", "text"], rows }];
    for await (const one of backupPieces(head, runs)) older += one;
    await take(to, older);
    await deriveAll(to);
    expect((await dump(to, ["notes"])).notes).toMatchObject([
      { left_out: 0, version: 1, accounts: null },
    ]);
  });

  test("waits where the day's rows are spent, and writes nothing then", async () => {
    await take(to, pieces[0] ?? "");
    await to.prepare("update library set written = 95000, written_on = date('now')").run();
    const stands = await dump(to);
    expect(await take(to, pieces[1] ?? "")).toMatchObject({ waits: true, next: 1 });
    expect(await dump(to)).toEqual(stands);
    await to.prepare("update library set written_on = '2026-01-01'").run();
    expect(await take(to, pieces[1] ?? "")).toMatchObject({ waits: false, next: 2 });
  });

  test("that is given up leaves a new installation, into which a backup goes", async () => {
    await to
      .prepare(
        "insert into links (kind, name, hash, created_at) values ('view', 'Contoh', 'cc', 1)",
      )
      .run();
    const asNew = await dump(to);
    for (const one of pieces) await take(to, one);
    await deriveRestored(to, CONTEXT);
    for (let done = false; !done; ) ({ done } = await giveUp(to, CONTEXT));
    const { library, ...left } = await dump(to);
    const { library: _library, ...before } = asNew;
    expect(left).toEqual(before);
    expect(library).toMatchObject([
      { name: "Perpustakaan", time_zone: null, restoring: null, last_read_at: null },
    ]);
    await restored(to, text);
    const { links = [] } = (await dump(to, ["links"])) as Record<
      string,
      { id: number; name: string }[]
    >;
    // the one that was here comes behind those of the backup
    expect(links.map(({ id, name }) => [id, name])).toEqual([
      [1, "Kepala"],
      [2, "Contoh"],
    ]);
    await expect(giveUp(to, CONTEXT)).rejects.toMatchObject({
      problems: [{ code: "not_restoring" }],
    });
  });
});

const HASH = "b".repeat(64);
const HEAD = {
  schema: SCHEMA,
  version: 1,
  made_at: "2026-11-23T05:00:00Z",
  library: "Perpustakaan Lama",
  seal: null,
};
type Forged = [table: string, columns: string, ...rows: unknown[][]];

/** A backup that somebody wrote by hand, and signed as Denyut signs its own. */
async function written(runs: Forged[], most?: number): Promise<string[]> {
  const pieces: string[] = [];
  const tables = runs.map(([table, columns, ...rows]) => ({
    table,
    columns: columns.split(" "),
    rows: rows.map((row) => JSON.stringify(row)),
  }));
  for await (const one of backupPieces(HEAD, tables, most)) pieces.push(one);
  return pieces;
}

const ACCOUNT: Forged = ["accounts", "id platform handle created_at", [1, "x", "perpus", 1]];
const LINK = "id kind name hash accounts created_at";
const REPORT = {
  format: 1,
  month: "2026-10",
  from: "2026-10-01",
  to: "2026-10-31",
  made_at: NOW,
  library: "x",
  time_zone: ZONE,
  settings: NO_REPORT_SETTINGS,
  ...Object.fromEntries(
    `summary targets accounts all formats topics best weakest streaks events notes outages advice posts`
      .split(" ")
      .map((field) => [field, []]),
  ),
  posts_left_out: 0,
};
const reportRow = (month: string, body: object | string): Forged => [
  "reports",
  "month revision made_at body",
  [month, 1, NOW, typeof body === "string" ? body : JSON.stringify(body)],
];
const libraryRow = (column: string, value: unknown): Forged => [
  "library",
  `id ${column}`,
  [1, value],
];

describe("a backup that was changed by hand and signed anew", () => {
  test.each<[what: string, where: string, run: Forged]>([
    [
      "a zone that nobody knows",
      "library, line 3: time_zone",
      libraryRow("time_zone", "Bogus/Zone"),
    ],
    ["no name", "name", libraryRow("name", " ")],
    ["a name that is none", "name", libraryRow("name", { a: 1 })],
    ["another language", "language", libraryRow("language", "fr")],
    ["a reading of the year 300000", "last_read_at", libraryRow("last_read_at", 9e12)],
    ["a reading of next week", "last_read_at", libraryRow("last_read_at", NOW + 7 * DAY)],
    ["topic words that are no JSON", "topic_rules", libraryRow("topic_rules", "{nope")],
    ["topic words of another shape", "topic_rules", libraryRow("topic_rules", "[1]")],
    [
      "a letterhead of another shape",
      "report_settings",
      libraryRow("report_settings", '{"letterhead":5}'),
    ],
    ["a contact that is none", "contact", libraryRow("contact", "x\r\nfoo: <script>")],
    ["a number beyond those that are exact", "last_post", libraryRow("last_post", 2 ** 60)],
    ["a login", "links, line 3: kind", ["links", LINK, [1, "admin", "x", HASH, null, 1]]],
    ["a link's number below zero", "id", ["links", LINK, [-7, "view", "x", HASH, null, 1]]],
    ["a link's number 0", "id", ["links", LINK, [0, "view", "x", HASH, null, 1]]],
    ["a digest that is none", "hash", ["links", LINK, [1, "view", "x", "aa", null, 1]]],
    ["accounts that are none", "accounts", ["links", LINK, [1, "view", "x", HASH, "nope", 1]]],
    [
      "accounts that are words",
      "accounts",
      ["links", LINK, [1, "view", "x", HASH, '["1) or 1"]', 1]],
    ],
    [
      "a short link to a script",
      "target",
      ["short_links", "id slug target name created_at", [1, "a-b", "javascript:alert(1)", "n", 1]],
    ],
    [
      "a short link home",
      "target",
      ["short_links", "id slug target name created_at", [1, "a-b", "https://127.0.0.1/", "n", 1]],
    ],
    [
      "an event's address that is a script",
      "url",
      [
        "events",
        "id kind title starts_at url changed_at",
        [1, "launch", "x", NOW, "javascript:alert(1)", 1],
      ],
    ],
    [
      "an account that is not there",
      "posts, line 3: account_id",
      [
        "posts",
        "id account_id external_id published_at published_on",
        [1, 99, "1", NOW, "2026-11-18"],
      ],
    ],
    [
      "a platform that is not there",
      "platform",
      ["accounts", "id platform handle created_at", [1, "myspace", "a", 1]],
    ],
    [
      "an event that is not there",
      "event",
      [
        "short_links",
        "id slug target event name created_at",
        [1, "a-b", "https://example.org/", 4, "n", 1],
      ],
    ],
    [
      "a day that is none",
      "from_on",
      ["notes", "id from_on to_on text", [1, "2026-02-30", "2026-03-01", "x"]],
    ],
    ["a report that is empty", "reports, line 3: body", reportRow("2026-10", {})],
    ["a report that is no JSON", "body", reportRow("2026-10", "not json")],
    ["a report of another month", "body", reportRow("2026-09", REPORT)],
    ["a month that is none", "month", reportRow("9999-99", { ...REPORT, month: "9999-99" })],
    ["fewer cells than columns", "the row", ["accounts", "id platform handle", [1]]],
  ])("with %s is refused whole, and it is said where (%s)", async (_what, where, run) => {
    const [only = ""] = await written([run]);
    const stands = await dump(to);
    const refused = await take(to, only).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "invalid",
      message: expect.stringContaining(where),
      problems: [{ code: "bad_row" }],
    });
    expect(await dump(to)).toEqual(stands);
  });

  test("and one that is as Denyut writes it goes in", async () => {
    const [only = ""] = await written([
      libraryRow("time_zone", ZONE),
      ACCOUNT,
      ["links", LINK, [1, "view", "x", HASH, "[1]", 1]],
      reportRow("2026-10", REPORT),
    ]);
    expect(await take(to, only)).toMatchObject({ state: "deriving" });
  });

  test.each([
    ["no columns but the key's are named", '{"table":"accounts","columns":["platform","handle"]}'],
    ["one is named twice", '{"table":"library","columns":["id","name","name"]}'],
    ["a table is not kept", '{"table":"outbox","columns":["recipient"]}'],
  ])("where %s is none", async (_what, line) => {
    const runs = JSON.parse(line) as { table: string; columns: string[] };
    const pieces: string[] = [];
    for await (const one of backupPieces(HEAD, [{ ...runs, rows: ["[1,2]"] }])) pieces.push(one);
    await expect(take(to, pieces[0] ?? "")).rejects.toMatchObject({
      problems: [{ code: "broken_backup" }],
    });
  });

  test.each([
    { library: null },
    { library: { a: 1 } },
    { made_at: null },
    { made_at: "nope" },
    { counts: [1, "x"] },
    { counts: { posts: -5 } },
    { counts: { posts: "9e999" } },
    { seal: "x" },
  ])("with the head %j is none", async (more) => {
    const { counts = {}, ...rest } = more as { counts?: unknown };
    const head = JSON.stringify({ denyut: "backup", format: 1, ...HEAD, ...rest, counts });
    const sum = await sha256(`\n${head}\n`);
    const piece = `${head}\n${JSON.stringify({ lines: 2, sha256: sum, marks: "", counts: {} })}\n`;
    await expect(take(to, piece)).rejects.toMatchObject({ problems: [{ code: "broken_backup" }] });
  });
});

describe("who was here before a restore", () => {
  const link = (kind: LinkKind, hash: string) =>
    saveLink(to, {
      kind,
      name: kind,
      sealed: null,
      accounts: null,
      created_at: 1,
      expires_at: null,
      with_dashboard: false,
      preview_figures: false,
      hash,
    });
  const subscribe = (of: number, after = 0) =>
    to
      .prepare(
        "insert into recipients (way, name, language, kinds, link, origin, hash, sealed, created_at, after) values ('push', 'HP', 'id', '[]', ?1, 'https://a', ?2, 'x', 1, ?3)",
      )
      .bind(of, `device ${of}`, after)
      .run();
  const told = () =>
    to
      .prepare(
        "select r.name, l.kind, l.hash from recipients r join links l on l.id = r.link order by r.id",
      )
      .all<{ hash: string }>();
  const backup = (): Promise<string[]> =>
    written(
      [
        ACCOUNT,
        [
          "links",
          LINK,
          [1, "view", "Kepala", HASH, null, 1],
          [2, "view", "Wakil", "c".repeat(64), null, 1],
        ],
        ["notices", "id kind account_id opened_at", [7, "silence", 1, 1]],
        [
          "recipients",
          "way name language kinds weekly quiet_from quiet_to hash sealed created_at",
          ["json", "Program", "id", '["weak"]', 0, "20:00", "07:00", "d".repeat(64), "x", 1],
        ],
      ],
      1,
    );

  test("keeps the link by which a phone is told, whoever's numbers come", async () => {
    const own = await link("view", "own");
    await subscribe(own?.id ?? 0);
    for (const one of await backup()) await take(to, one);
    await deriveAll(to);
    expect((await told()).results).toEqual([{ name: "HP", kind: "view", hash: "own" }]);
    // and what the backup's library was told is not told here again
    const { results } = await to
      .prepare("select name, origin, after from recipients order by id")
      .all();
    expect(results).toEqual([
      { name: "HP", origin: "https://a", after: 7 },
      { name: "Program", origin: CONTEXT.origin, after: 7 },
    ]);
  });

  test("keeps it where the backup is given up", async () => {
    const own = await link("view", "own");
    await subscribe(own?.id ?? 0);
    const before = await dump(to, ["links", "recipients"]);
    for (const one of await backup()) await take(to, one);
    for (let done = false; !done; ) ({ done } = await giveUp(to, CONTEXT));
    expect(await dump(to, ["links", "recipients"])).toEqual(before);
  });

  test("may log in while it goes on, and stays logged in", async () => {
    const [first = "", ...rest] = await backup();
    await take(to, first);
    const logins = [await link("admin", "login one"), await link("admin", "login two")];
    expect(logins.map((one) => one?.id)).toEqual([-1, -2]);
    for (const one of rest) await take(to, one);
    await deriveAll(to);
    const { results } = await to
      .prepare("select id, hash from links order by id")
      .all<{ id: number; hash: string }>();
    expect(results.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(results.map(({ hash }) => hash).slice(2)).toEqual(["login one", "login two"]);
    expect((await link("view", "later"))?.id).toBe(5);
  });
});
