/** What must not cost more when the history is longer. */
import type { Instant } from "../../functions/model/snapshot.ts";
import { type Door, fine, look, send } from "./door.ts";
import { hourlyRun } from "./history.ts";
import type { Table } from "./table.ts";

const HOUR = 3600;
/** What a history ten times as long may cost more: a month more or less falls into a view. */
const GROWTH_ROWS = 4;

export type Growing = Awaited<ReturnType<typeof growing>>;

/** @param end the newest reading */
export async function growing(door: Door, end: Instant) {
  await look(door, "/", end);
  return {
    hourly: await hourlyCosts(door, end + HOUR),
    overview: await look(door, "/?t=1", end + 4 * HOUR),
    posts: await look(door, "/posts?t=1", end + 4 * HOUR),
  };
}

/** The dearest of one account's hourly runs: 4 posts due and all changed, then nothing changed, then the same again. */
async function hourlyCosts(door: Door, at: Instant) {
  const later = at + HOUR;
  const warm = fine(await send(door, [hourlyRun("facebook", at)], at), "an hourly run");
  const changed = fine(await send(door, [hourlyRun("instagram", later)], later), "changed");
  const same = hourlyRun("instagram", later + HOUR, later);
  const unchanged = fine(await send(door, [same], later + HOUR), "unchanged");
  const replayed = fine(await send(door, [same], later + HOUR), "replayed");
  return { warm, changed, unchanged, replayed };
}

export function ageRows(early: Growing, late: Growing, table: Table): void {
  for (const [what, read] of [
    ["rows read: Overview, 28 days", ({ overview }) => overview.meter.rows_read],
    ["rows read: Posts, 28 days", ({ posts }) => posts.meter.rows_read],
    ["rows read: an hourly run", ({ hourly }) => hourly.changed.meter.rows_read],
    ["rows written: an hourly run", ({ hourly }) => hourly.changed.meter.rows_written],
  ] as const satisfies [string, (grown: Growing) => number][]) {
    const before = read(early);
    table.row({
      what,
      figure: read(late),
      limit: { most: before + GROWTH_ROWS },
      note: `${before} after six months`,
    });
  }
}
