/** What is asked of a library whose database has a meter, by those who may. */
import { isoInstant } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { spentOn } from "./meter.ts";
import type { Measured, Metered } from "./metered.ts";
import type { Table } from "./table.ts";

/** A token of each kind that is needed; `view` may see the dashboard. */
export type Tokens = { view: string; push: string; exported: string };
export type Door = Tokens & { bench: Metered };

/** Whether somebody is to be told is asked once a push is answered: nobody waits for that. */
const BEHIND = { queries: 2, round_trips: 1 };

/** What one page and one push may ask of the database, and one of 250 readings. */
export const PAGE = { queries: 20, round_trips: 3 };
export const PUSH = { queries: 40, round_trips: 4 + BEHIND.round_trips };
export const INGEST = { queries: 20 + BEHIND.queries, batches: 1 };

/** A page or an answer as a viewer gets it, at an instant. */
export const look = (
  { bench, view }: Door,
  path: string,
  at: Instant,
  headers: Record<string, string> = {},
): Promise<Measured> =>
  bench.measure(path, {
    headers: { cookie: `denyut=${view}`, "bench-now": isoInstant(at), ...headers },
  });

export const send = (
  { bench, push }: Door,
  snapshots: readonly SnapshotWire[],
  at: Instant,
): Promise<Measured> =>
  bench.measure("/api/snapshots", {
    method: "POST",
    body: JSON.stringify(snapshots),
    headers: {
      authorization: `Bearer ${push}`,
      "content-type": "application/json",
      "bench-now": isoInstant(at),
    },
  });

export function fine(measured: Measured, what: string, status = 200): Measured {
  if (measured.status === status) return measured;
  throw new Error(
    `${what}: ${measured.status} instead of ${status}\n${measured.body.slice(0, 300)}`,
  );
}

/** How often the database was gone to; a wrong answer keeps no budget. What is kept after a page is sent nobody waits for. */
export function tripsRow(what: string, measured: Measured, most: number, table: Table): void {
  const { status, meter } = measured;
  const waited = meter.round_trips - (most === PAGE.round_trips ? meter.writing_trips : 0);
  const figure = status === 200 ? waited : Number.NaN;
  table.row({ what: `round trips: ${what}`, figure, limit: { most }, spent: spentOn(meter) });
}

export function queriesRow(what: string, measured: Measured, most: number, table: Table): void {
  const { status, meter } = measured;
  const figure = status === 200 ? meter.queries : Number.NaN;
  table.row({ what: `queries: ${what}`, figure, limit: { most }, spent: spentOn(meter) });
}
