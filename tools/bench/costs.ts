/** What the database is asked: the rows of reading and writing. */
import { isoInstant } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { hourlyRun, readingOf } from "./history.ts";
import { spentOn } from "./meter.ts";
import type { Measured, Metered } from "./metered.ts";
import type { Row, Table } from "./table.ts";

const HOUR = 3600;

export type Door = {
  bench: Metered;
  /** May see the dashboard. */
  view: string;
  push: string;
  exported: string;
};

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

function fine(measured: Measured, what: string, status = 200): Measured {
  if (measured.status === status) return measured;
  throw new Error(
    `${what}: ${measured.status} instead of ${status}\n${measured.body.slice(0, 300)}`,
  );
}

/** A row of what was read; a wrong answer keeps no budget. */
function readOf(what: string, { status, meter }: Measured, expected: number, most: number): Row {
  return status === expected
    ? { what, figure: meter.rows_read, limit: { most }, spent: spentOn(meter) }
    : { what, figure: Number.NaN, limit: { most }, note: `answered ${status}` };
}

/** The dearest of one account's hourly runs: 4 posts due and all changed, then nothing changed, then the same again. */
export async function hourlyCosts(door: Door, at: Instant) {
  const later = at + HOUR;
  const warm = fine(await send(door, [hourlyRun("facebook", at)], at), "an hourly run");
  const changed = fine(await send(door, [hourlyRun("instagram", later)], later), "changed");
  const same = hourlyRun("instagram", later + HOUR, later);
  const unchanged = fine(await send(door, [same], later + HOUR), "unchanged");
  const replayed = fine(await send(door, [same], later + HOUR), "replayed");
  return { warm, changed, unchanged, replayed };
}

/** The pages that are looked at, the budget of each in rows read. */
const PAGES = [
  { what: "Overview, 28 days", path: "/", most: 30 },
  { what: "Overview, 24 months", path: "/?period=2y", most: 200 },
  { what: "Posts, 28 days", path: "/posts", most: 300 },
  { what: "Posts, 24 months", path: "/posts?period=2y", most: 300 },
  { what: "one post", path: "/posts/:post", most: 300 },
  { what: "trend, 24 months", path: "/trend?metric=engagement_rate&period=2y", most: 300 },
  { what: "Data", path: "/data", most: 300 },
  { what: "JSON series, 24 months", path: "/api/series?metric=followers&period=2y", most: 300 },
] as const;

export async function readingCosts(door: Door, at: Instant, table: Table): Promise<Measured[]> {
  const { posts } = JSON.parse(fine(await look(door, "/api/posts", at), "posts").body) as {
    posts: { id: number }[];
  };
  const all: Measured[] = [];
  for (const { what, path, most } of PAGES) {
    const real = path.replace(":post", String(posts[0]?.id));
    const first = await look(door, real, at);
    all.push(first);
    table.row(readOf(`rows read: ${what}`, first, 200, most));
    const etag = first.headers.get("etag") ?? "";
    const again = await look(door, real, at, { "if-none-match": etag });
    table.row(readOf(`rows read: ${what}, seen again (304)`, again, 304, 3));
  }
  return all;
}

const EXPORTS = ["accounts.csv", "days.csv", "posts.csv", "snapshots.csv"] as const;

export async function exportCosts(door: Door, at: Instant, table: Table): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const name of EXPORTS) {
    const path = `/export/v1/${door.exported}/${name}`;
    const headers = { "bench-now": isoInstant(at) };
    const first = fine(await door.bench.measure(path, { headers }), name);
    all.push(first);
    const note = `${Math.round(first.body.length / 1000)} KB`;
    const what = `rows read: export of ${name}`;
    table.row({ what, figure: first.meter.rows_read, limit: null, note });
    const known = { ...headers, "if-none-match": first.headers.get("etag") ?? "" };
    const again = await door.bench.measure(path, { headers: known });
    table.row(readOf(`rows read: export of ${name}, unchanged (304)`, again, 304, 3));
  }
  return all;
}

/** 250 readings in one request: a snapshot of many posts, most of them new. */
export async function ingestCosts(door: Door, at: Instant, table: Table): Promise<Measured> {
  const posts = Array.from({ length: 249 }, (_, index) =>
    readingOf(
      { id: `n${index}`, published_at: at - (index + 2) * HOUR, format: "image", size: 30 },
      at,
    ),
  );
  const { platform, account } = hourlyRun("x", at);
  const snapshot = { platform, account, read_at: isoInstant(at), followers: 900, posts };
  const measured = fine(await send(door, [snapshot], at), "250 readings");
  const { queries, batches, rows_written } = measured.meter;
  const spent = spentOn(measured.meter);
  table.row({
    what: "ingest of 250 readings: queries",
    figure: queries,
    limit: { most: 20 },
    spent,
  });
  table.row({ what: "ingest of 250 readings: batches", figure: batches, limit: { most: 1 } });
  table.row({ what: "ingest of 250 readings: rows written", figure: rows_written, limit: null });
  return measured;
}
