/** What four accounts cost the database and the phone, five years after the first reading. */
import { lighthouseRows } from "../lighthouse.ts";
import { exportCosts, ingestCosts, readingCosts } from "./costs.ts";
import { type Door, look, PUSH, tripsRow } from "./door.ts";
import { firstView } from "./first-view.ts";
import { ageRows, growing } from "./growth.ts";
import { END, LATER } from "./history.ts";
import type { Library } from "./library.ts";
import { spentOn } from "./meter.ts";
import { type Measured, startMetered } from "./metered.ts";
import type { Part } from "./parts.ts";
import { openEdge } from "./proxy.ts";
import type { Table } from "./table.ts";
import { weigh } from "./weights.ts";

const TIMED = 15;

export async function fourRows(
  library: Library,
  parts: ReadonlySet<Part>,
  table: Table,
): Promise<void> {
  const bench = await startMetered(library.copy());
  const door: Door = { ...library, bench };
  try {
    const late = await growing(door, END);
    if (parts.has("rows")) {
      const dearest: Measured[] = Object.values(late.hourly);
      table.title("Reading");
      dearest.push(...(await readingCosts(door, LATER, table)));
      dearest.push(...(await exportCosts(door, LATER, table)));
      await writingRows(door, late, dearest, table);
      table.title("Age: after five years as after six months");
      ageRows(library.early, late, table);
      table.title("Time, as multiples of the cheapest answer (a 304)");
      await timeRows(door, table);
    }
    await travelRows(door, parts, table);
  } catch (error) {
    console.error(bench.logs().join("\n"));
    throw error;
  } finally {
    await bench.close();
  }
}

async function writingRows(
  door: Door,
  late: Awaited<ReturnType<typeof growing>>,
  dearest: Measured[],
  table: Table,
): Promise<void> {
  table.title("Writing, an account's hourly run with 4 posts due");
  const written = (what: string, { meter }: Measured, most: number) =>
    table.row({
      what: `rows written: ${what}`,
      figure: meter.rows_written,
      limit: { most },
      spent: spentOn(meter),
    });
  written("all changed", late.hourly.changed, 20);
  tripsRow(
    "all changed, one of them behind the answer",
    late.hourly.changed,
    PUSH.round_trips,
    table,
  );
  written("nothing changed", late.hourly.unchanged, 8);
  written("the same again", late.hourly.replayed, 0);
  dearest.push(await ingestCosts(door, LATER, table));
  table.row({
    what: "queries of the dearest invocation",
    figure: Math.max(...dearest.map(({ meter }) => meter.queries)),
    limit: { most: PUSH.queries },
  });
}

async function timeRows(door: Door, table: Table): Promise<void> {
  const overview = await look(door, "/", LATER);
  const known = { "if-none-match": overview.headers.get("etag") ?? "" };
  const unit = await timed(() => look(door, "/", LATER, known));
  for (const path of ["/", "/?period=2y", "/posts?period=2y", "/data"]) {
    const ms = await timed(() => look(door, path, LATER));
    table.row({ what: path, figure: ms / unit, limit: null, note: `${ms.toFixed(1)} ms` });
  }
}

async function travelRows(door: Door, parts: ReadonlySet<Part>, table: Table): Promise<void> {
  const { bench, view } = door;
  const edge = await openEdge(bench.url, `denyut=${view}`);
  if (parts.has("weight")) {
    table.title("Weight");
    const first = await bench.fetch("/", { headers: { cookie: `denyut=${view}` } });
    weigh(await first.text(), table);
    await firstView(edge.url, table);
  }
  if (parts.has("lighthouse")) {
    table.title("Lighthouse, mobile, median of 3");
    await lighthouseRows(edge.url, "Overview", table);
  }
  await edge.close();
}

/** Median milliseconds. */
async function timed(ask: () => Promise<Measured>): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < TIMED; run++) all.push((await ask()).ms);
  return all.toSorted((a, b) => a - b)[Math.floor(TIMED / 2)] ?? Number.NaN;
}
