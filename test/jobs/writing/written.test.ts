/** The rows written today are told in D1's own unit: what its answers say that it bills. */
import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { correctAccount } from "../../../functions/jobs/writing/correct-account.ts";
import { eraseAccount, goOnErasing } from "../../../functions/jobs/writing/erase.ts";
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { listAccounts } from "../../../functions/store/accounts.ts";
import { findRoom } from "../../../functions/store/library.ts";
import { openDatabase, wipe } from "../../database.ts";
import { counting } from "./counting.ts";
import { type Arrival, NOW, randomArrivals, SEEDS, tries, ZONE } from "./snapshots.ts";

const { databases, close } = await openDatabase();
const real = databases[0] as D1Database;
afterAll(close);
beforeEach(() => wipe(real));

const CONTEXT = { now: NOW, time_zone: ZONE };
const FILES = 2;

/** Of a rebuild or an undoing. */
const LARGE = 0.1;

const part = (hash: string, read_at: number) => ({
  id: null,
  kind: "instagram_posts" as const,
  name: null,
  created_at: NOW,
  read_at,
  time_zone: ZONE,
  rows: 1,
  skipped: 0,
  hash,
});

test.each(SEEDS)("over pushes, files and what undoes them (%i)", async (seed) => {
  await fc.assert(
    fc.asyncProperty(randomArrivals(FILES), async (arrivals) => {
      await wipe(real);
      const { db, written } = counting(real);
      /** @param most rows that only the database finds, or finds to be as they were */
      const told = async (what: string, most: number) => {
        const off = Math.abs((await findRoom(real)).written - written());
        expect([what, off, written()]).toEqual([
          what,
          expect.toSatisfy((rows) => rows <= most),
          written(),
        ]);
      };
      const imports: number[] = [];
      const arrive = async ({ file, snapshot }: Arrival) => {
        if (file === null) return ingest(db, [snapshot], { ...CONTEXT, import: null });
        const hash = `${file} ${snapshot.read_at} ${snapshot.account}`;
        return storeImport(db, [snapshot], { ...CONTEXT, import: part(hash, snapshot.read_at) });
      };
      for (const [index, arrival] of arrivals.entries()) {
        const { import: id } = await arrive(arrival);
        if (id !== null) imports.push(id);
        await told(`arrival ${index}`, 2);
      }
      for (const id of imports.slice(0, 1)) while (!(await undoImport(db, id, CONTEXT)).done);
      await told("undone", LARGE * written());
      while (!(await rebuild(db, CONTEXT)).done);
      await told("rebuilt", LARGE * written());
      const [one, other] = await listAccounts(real);
      if (!one) return;
      await correctAccount(db, one.id, { handle: "nama.baru", external_id: null }, CONTEXT);
      await told("corrected", LARGE * written());
      if (other) {
        while (!(await mergeAccounts(db, one.id, other.id, CONTEXT)).done);
        await told("merged", LARGE * written());
      }
      await eraseAccount(db, other?.id ?? one.id);
      while (!(await goOnErasing(db)).done);
      await told("erased", LARGE * written());
    }),
    tries(seed),
  );
});
