/**
 * Months of the export that are over, a row a file and month: the lines of all accounts together, finished and in the file's
 * order. So a file of forty accounts reads a row a month in place of forty, and of months that it has whole not a line is
 * looked into. They are kept with the stamp of everything beside the months that they say, and triggers take them away with
 * whatever moves one of those months (schema.sql).
 */
import type { Line } from "../model/export-line.ts";
import type { Months } from "../model/month.ts";
import { type LinesColumn, type Stamp, stampIn } from "./export-months.ts";
import { packLines } from "./lines.ts";
import { all, forRows } from "./rows.ts";

/** `packed` as `packLines` leaves them. */
export type FinishedMonth = { month: string; stamp: string; packed: string };

/** What the lines of all accounts say of a month beside it, in their order. */
const stampOfAll = (stamps: readonly Stamp[], month: string): string =>
  JSON.stringify(stamps.map((one) => [one.account_id, stampIn(one, month)]));

/** Oldest first, under whichever stamp: they can be asked for before the accounts are known. */
export const listFinishedMonths = (
  db: D1Database,
  file: LinesColumn,
  { from, to }: Months,
): Promise<FinishedMonth[]> =>
  all<FinishedMonth>(
    db
      .prepare(
        "select month, stamp, lines as packed from finished_months where file = ?1 and month between ?2 and ?3 order by month",
      )
      .bind(file, from, to),
  );

export const holds = ({ month, stamp }: FinishedMonth, stamps: readonly Stamp[]): boolean =>
  stamp === stampOfAll(stamps, month);

/** So much is kept of what a request put together: after an update a few requests bring all of it, but what is too long for one. */
const MOST_KEPT_MONTHS = 12;
const MOST_KEPT_LENGTH = 600_000;

/**
 * Keeps what a request put together, unless anything was written since: see `saveLines`.
 * @param months with the lines of all accounts, in the file's order
 */
export function saveFinishedMonths(
  db: D1Database,
  file: LinesColumn,
  stamps: readonly Stamp[],
  version: number,
  months: readonly { month: string; lines: readonly Line[] }[],
): D1PreparedStatement[] {
  let length = 0;
  const packed = months
    .slice(0, MOST_KEPT_MONTHS)
    .map(({ month, lines }) => ({
      file,
      month,
      stamp: stampOfAll(stamps, month),
      lines: packLines(lines),
      version,
    }))
    .filter(({ lines }) => {
      if (length + lines.length > MOST_KEPT_LENGTH) return false;
      length += lines.length;
      return true;
    });
  return forRows(
    db,
    `insert into finished_months (file, month, stamp, lines)
     select value ->> 'file', value ->> 'month', value ->> 'stamp', value ->> 'lines' from json_each(?1)
     where (select version from library where id = 1) = value ->> 'version'
     on conflict (file, month) do update set stamp = excluded.stamp, lines = excluded.lines`,
    packed,
  );
}
