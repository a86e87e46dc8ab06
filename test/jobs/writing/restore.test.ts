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
import { excusePost } from "../../../functions/jobs/writing/excuse.ts";
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import { giveUp, restoreStanding } from "../../../functions/jobs/writing/restore.ts";
import { setTopicWords } from "../../../functions/jobs/writing/retopic.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { addDays, dayOf } from "../../../functions/model/day.ts";
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
  for (const db of [from, to]) {
    await wipe(db);
    await db.prepare("update library set restoring = null").run();
  }
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
    target: "https://perpustakaan.example/lomba",
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
      "insert into links (kind, name, hash, sealed, created_at) values ('view', 'Kepala', 'aa', 'x.y.z', 1)",
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
