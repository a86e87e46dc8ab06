/** What the database is asked where a library holds as many accounts as it may: no more than where it holds four. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isoInstant } from "../../functions/model/day.ts";
import { EXPORTS, exportLimit } from "./costs.ts";
import { type Door, fine, look, PAGE, PUSH, queriesRow, send, tripsRow } from "./door.ts";
import { fortyRun, fortySnapshots } from "./forty.ts";
import { END, LATER } from "./history.ts";
import { load } from "./load.ts";
import { spentOn } from "./meter.ts";
import { type Measured, startMetered } from "./metered.ts";
import type { Table } from "./table.ts";

const HOUR = 3600;

const UNTIL_KEPT = 6;

const PAGES = [
  { what: "Overview, 28 days", path: "/?t=1" },
  { what: "Overview, 24 months", path: "/?period=2y&t=1" },
  { what: "Posts, 28 days", path: "/posts?t=1" },
  { what: "trend, 24 months", path: "/trend?metric=engagement_rate&period=2y&t=1" },
  { what: "Calendar", path: "/calendar?t=1" },
  { what: "Data", path: "/data" },
] as const;

export async function fortyRows(table: Table): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), "denyut-forty-"));
  const bench = await startMetered(state);
  try {
    const door: Door = { bench, ...(await bench.begin()) };
    await load((some, at) => send(door, some, at), fortySnapshots());
    for (const { what, path } of PAGES) {
      await look(door, path, LATER);
      rowsOf(what, await look(door, path, LATER), PAGE, table);
    }
    await exportRows(door, table);
    await pushRows(door, table);
  } finally {
    await bench.close();
    rmSync(state, { recursive: true, force: true });
  }
}

async function exportRows(door: Door, table: Table): Promise<void> {
  for (const name of EXPORTS) {
    const ask = () =>
      door.bench.measure(`/export/v1/${door.exported}/${name}`, {
        headers: { "bench-now": isoInstant(LATER) },
      });
    // the first few after an update put the months together that are over, and keep them
    for (let turn = 0; turn < UNTIL_KEPT; turn++) {
      fine(await ask(), name);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    const file = await ask();
    const { rows_read } = fine(file, name).meter;
    rowsOf(name, file, PAGE, table);
    table.row({
      what: `rows read: ${name}`,
      figure: rows_read,
      limit: exportLimit(name),
      note: `${Math.round(file.body.length / 1000)} KB`,
      spent: spentOn(file.meter),
    });
  }
}

async function pushRows(door: Door, table: Table): Promise<void> {
  const pushed = async (what: string, accounts: number, at: number) => {
    const snapshots = fortyRun(at, accounts);
    rowsOf(what, fine(await send(door, snapshots, at), what), PUSH, table);
  };
  // the first of a day finds out more than those after it
  await send(door, fortyRun(END + HOUR), END + HOUR);
  await pushed("push of 40 accounts, a post each", 40, END + 2 * HOUR);
  await pushed("push of an account, a post", 1, END + 3 * HOUR);
}

function rowsOf(what: string, measured: Measured, most: typeof PAGE, table: Table): void {
  queriesRow(what, measured, most.queries, table);
  tripsRow(what, measured, most.round_trips, table);
}
