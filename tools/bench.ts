/**
 * `npm run bench`: the budgets of the design, measured on the data set that they are stated for. Fails where one is over.
 *
 * -- --no-lighthouse   leaves out the last part, which takes a minute
 * -- --days 30         collects for so many days instead of a year
 */
import type { SnapshotWire } from "../functions/normalise/snapshot-schema.ts";
import { requestsOf } from "../test/demo/requests.ts";
import {
  type Door,
  exportCosts,
  hourlyCosts,
  ingestCosts,
  look,
  readingCosts,
  send,
} from "./bench/costs.ts";
import { firstView } from "./bench/first-view.ts";
import { benchSnapshots, END } from "./bench/history.ts";
import { spentOn } from "./bench/meter.ts";
import { type Measured, startMetered } from "./bench/metered.ts";
import { openEdge } from "./bench/proxy.ts";
import { openTable } from "./bench/table.ts";
import { weigh } from "./bench/weights.ts";
import { yearRows } from "./bench/year.ts";
import { lighthouseRows } from "./lighthouse.ts";

/** Six months in: the same hour of the same day of a month as the end, so that both see as many months. */
const EARLY = Date.parse("2025-05-23T05:00:00Z") / 1000;
/** The most that one request may hold. */
const READINGS_A_REQUEST = 5000;
/** What a history four times as long may cost more: a month more or less falls into a view. */
const GROWTH_ROWS = 4;
const TIMED = 15;
const COLLECTED_DAYS = process.argv.includes("--days")
  ? Number(process.argv[process.argv.indexOf("--days") + 1])
  : 365;

const table = openTable();
const bench = await startMetered();
try {
  const door: Door = {
    bench,
    view: await bench.token("view"),
    push: await bench.token("push"),
    exported: await bench.token("export"),
  };

  table.title("Loading four accounts, two years, hourly");
  const snapshots = [...benchSnapshots()];
  const isEarly = ({ read_at }: SnapshotWire) => Date.parse(read_at) / 1000 <= EARLY;
  await load(door, snapshots.filter(isEarly));
  const early = await growing(door, EARLY);
  await load(
    door,
    snapshots.filter((one) => !isEarly(one)),
  );
  const late = await growing(door, END);
  const postReadings = snapshots.reduce((all, { posts }) => all + (posts?.length ?? 0), 0);
  table.row({ what: "readings of accounts", figure: snapshots.length, limit: null });
  table.row({ what: "readings of posts", figure: postReadings, limit: null });

  const now = END + 4 * 3600;
  const dearest: Measured[] = Object.values(late.hourly);

  table.title("Reading");
  dearest.push(...(await readingCosts(door, now, table)));
  dearest.push(...(await exportCosts(door, now, table)));

  table.title("Writing, an account's hourly run with 4 posts due");
  const written = (what: string, { meter }: Measured, most: number) =>
    table.row({
      what: `rows written: ${what}`,
      figure: meter.rows_written,
      limit: { most },
      spent: spentOn(meter),
    });
  written("all changed", late.hourly.changed, 20);
  written("nothing changed", late.hourly.unchanged, 8);
  written("the same again", late.hourly.replayed, 0);
  dearest.push(await ingestCosts(door, now, table));
  table.row({
    what: "queries of the dearest invocation",
    figure: Math.max(...dearest.map(({ meter }) => meter.queries)),
    limit: { most: 40 },
  });

  table.title("Age: after two years as after six months");
  for (const [what, before, after] of [
    ["rows read: Overview, 28 days", early.overview.meter.rows_read, late.overview.meter.rows_read],
    ["rows read: Posts, 28 days", early.posts.meter.rows_read, late.posts.meter.rows_read],
    [
      "rows read: an hourly run",
      early.hourly.changed.meter.rows_read,
      late.hourly.changed.meter.rows_read,
    ],
    [
      "rows written: an hourly run",
      early.hourly.changed.meter.rows_written,
      late.hourly.changed.meter.rows_written,
    ],
  ] as const) {
    const most = before + GROWTH_ROWS;
    table.row({ what, figure: after, limit: { most }, note: `${before} after six months` });
  }

  table.title("Time, as multiples of the cheapest answer (a 304)");
  const overview = await look(door, "/", now);
  const known = { "if-none-match": overview.headers.get("etag") ?? "" };
  const unit = await timed(() => look(door, "/", now, known));
  for (const path of ["/", "/?period=2y", "/posts?period=2y", "/data"]) {
    const ms = await timed(() => look(door, path, now));
    table.row({ what: path, figure: ms / unit, limit: null, note: `${ms.toFixed(1)} ms` });
  }

  table.title("Weight");
  const first = await bench.fetch("/", { headers: { cookie: `denyut=${door.view}` } });
  weigh(await first.text(), table);
  const edge = await openEdge(bench.url, `denyut=${door.view}`);
  await firstView(edge.url, table);
  if (!process.argv.includes("--no-lighthouse")) {
    table.title("Lighthouse, mobile, median of 3");
    await lighthouseRows(edge.url, "Overview", table);
  }
  await edge.close();
} catch (error) {
  console.error(bench.logs().join("\n"));
  throw error;
} finally {
  await bench.close();
}

table.title(`Collecting, ${COLLECTED_DAYS} days of hourly ticks over four accounts`);
await yearRows(COLLECTED_DAYS, table);

const broken = table.broken();
console.log(
  broken.length === 0
    ? `\nAll ${table.count()} budgets are kept.`
    : `\n${broken.length} of ${table.count()} budgets are over: ${broken.map(({ what }) => what).join("; ")}`,
);
process.exit(broken.length === 0 ? 0 : 1);

async function load(door: Door, part: SnapshotWire[]): Promise<void> {
  const started = performance.now();
  const requests = requestsOf(part, READINGS_A_REQUEST);
  for (const [index, request] of requests.entries()) {
    const newest = Date.parse(request.at(-1)?.read_at ?? "") / 1000;
    const { status, body } = await send(door, request, newest);
    if (status !== 200) throw new Error(`loading: ${status} ${body.slice(0, 500)}`);
    if ((index + 1) % 10 === 0 || index + 1 === requests.length) {
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`  ${index + 1} of ${requests.length} requests, ${seconds} s`);
    }
  }
}

/** What must not cost more when the history is longer. */
async function growing(door: Door, end: number) {
  await look(door, "/", end);
  return {
    hourly: await hourlyCosts(door, end + 3600),
    overview: await look(door, "/", end + 4 * 3600),
    posts: await look(door, "/posts", end + 4 * 3600),
  };
}

/** Median milliseconds. */
async function timed(ask: () => Promise<Measured>): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < TIMED; run++) all.push((await ask()).ms);
  return all.toSorted((a, b) => a - b)[Math.floor(TIMED / 2)] ?? Number.NaN;
}
