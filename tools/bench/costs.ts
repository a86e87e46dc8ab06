/** What the database is asked: the rows of reading and writing. */
import { isoInstant } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import { type Door, fine, INGEST, look, PAGE, PUSH, send, tripsRow } from "./door.ts";
import { hourlyRun, readingOf } from "./history.ts";
import { spentOn } from "./meter.ts";
import type { Measured } from "./metered.ts";
import { storePlans } from "./plans.ts";
import type { Row, Table } from "./table.ts";

const HOUR = 3600;

/** A row of what was read; a wrong answer keeps no budget. */
function readOf(what: string, { status, meter }: Measured, expected: number, most: number): Row {
  return status === expected
    ? { what, figure: meter.rows_read, limit: { most }, spent: spentOn(meter) }
    : { what, figure: Number.NaN, limit: { most }, note: `answered ${status}` };
}

/** The pages that are looked at, the budget of each in rows read; with `t` one is not kept as it was sent. */
const PAGES = [
  { what: "Overview, 28 days", path: "/?t=1", most: 40 },
  { what: "Overview, 24 months", path: "/?period=2y&t=1", most: 200 },
  { what: "Posts, 28 days", path: "/posts?t=1", most: 300 },
  { what: "Posts, 24 months", path: "/posts?period=2y&t=1", most: 300 },
  { what: "one post", path: "/posts/:post", most: 300 },
  { what: "trend, 24 months", path: "/trend?metric=engagement_rate&period=2y&t=1", most: 300 },
  { what: "Data", path: "/data", most: 300 },
  { what: "Calendar", path: "/calendar?t=1", most: 300 },
  { what: "a month of the Calendar", path: "/calendar?month=:month&t=1", most: 300 },
  { what: "one plan", path: "/plans/:plan", most: 300 },
  { what: "events", path: "/events", most: 300 },
  { what: "one event", path: "/events/1", most: 300 },
  { what: "JSON series, 24 months", path: "/api/series?metric=followers&period=2y", most: 300 },
  { what: "Overview, own dates over five years", path: "/?:five", most: 300 },
  { what: "Posts, own dates over five years", path: "/posts?:five", most: 300 },
  { what: "trend, own dates over five years", path: "/trend?metric=followers&:five", most: 300 },
] as const;

/** One of about today. */
const PLAN = "120";

/** The five years of the history, cut at both ends so that years stand beside whole ones. */
function fiveYears(at: Instant): string {
  const today = isoInstant(at).slice(0, 10);
  return `from=${Number(today.slice(0, 4)) - 5}${today.slice(4)}&to=${today}`;
}

/**
 * The first page of a long period reads its years by the month, and keeps them: this one is said, and no budget. Two do it
 * for all accounts.
 */
async function keepYears(door: Door, at: Instant, table: Table): Promise<void> {
  const count = () => door.bench.db.prepare("select count(*) as n from years").first<number>("n");
  for (const turn of [1, 2]) {
    const before = await count();
    const first = fine(await look(door, `/?${fiveYears(at)}&t=${turn}`, at), "five years");
    table.row({
      what: `rows read: five years, opened for the ${turn === 1 ? "first" : "second"} time, with keeping them`,
      figure: first.meter.rows_read,
      limit: null,
      note: `${before} years were kept`,
    });
    // what is kept after an answer nobody waits for
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

export async function readingCosts(door: Door, at: Instant, table: Table): Promise<Measured[]> {
  const { posts } = JSON.parse(fine(await look(door, "/api/posts", at), "posts").body) as {
    posts: { id: number }[];
  };
  await storePlans(door.bench.db, at);
  await keepYears(door, at, table);
  const all: Measured[] = [];
  for (const { what, path, most } of PAGES) {
    const real = path
      .replace(":post", String(posts[0]?.id))
      .replace(":plan", PLAN)
      .replace(":month", isoInstant(at).slice(0, 7))
      .replace(":five", fiveYears(at));
    const first = await look(door, real, at);
    all.push(first);
    table.row(readOf(`rows read: ${what}`, first, 200, most));
    tripsRow(what, first, PAGE.round_trips, table);
    const etag = first.headers.get("etag") ?? "";
    const again = await look(door, real, at, { "if-none-match": etag });
    table.row(readOf(`rows read: ${what}, seen again (304)`, again, 304, 3));
  }
  return all;
}

export const EXPORTS = ["accounts.csv", "days.csv", "posts.csv", "snapshots.csv"] as const;
/**
 * What a file may read, whatever is stored: a longer one comes in pages, or from what was made ready. That of readings
 * comes in pages already, a month each, and reads what it says.
 */
export const exportLimit = (name: (typeof EXPORTS)[number]) =>
  name === "snapshots.csv" ? null : { most: 300 };

export async function exportCosts(door: Door, at: Instant, table: Table): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const name of EXPORTS) {
    const path = `/export/v1/${door.exported}/${name}`;
    const headers = { "bench-now": isoInstant(at) };
    const first = fine(await door.bench.measure(path, { headers }), name);
    all.push(first);
    const note = `${Math.round(first.body.length / 1000)} KB`;
    table.row({
      what: `rows read: export of ${name}`,
      figure: first.meter.rows_read,
      limit: exportLimit(name),
      spent: spentOn(first.meter),
      note,
    });
    tripsRow(`export of ${name}`, first, PAGE.round_trips, table);
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
    what: "ingest of 250 readings: queries, two of them behind the answer",
    figure: queries,
    limit: { most: INGEST.queries },
    spent,
  });
  tripsRow(
    "ingest of 250 readings, one of them behind the answer",
    measured,
    PUSH.round_trips,
    table,
  );
  table.row({
    what: "ingest of 250 readings: batches",
    figure: batches,
    limit: { most: INGEST.batches },
  });
  table.row({ what: "ingest of 250 readings: rows written", figure: rows_written, limit: null });
  return measured;
}
