/**
 * `npm run bench`: the budgets of the design, measured on the data set that they are stated for. Fails where one is over.
 *
 * -- --only cpu,forty  does these parts alone: rows, weight, lighthouse, cpu, looks, forty, year
 * -- --no-lighthouse   leaves out a part, which takes a minute; any other likewise
 * -- --days 30         collects for so many days instead of a year
 */
import { loadRow, requestRows, startupRow } from "./bench/cpu.ts";
import { lookRows } from "./bench/cpu-looks.ts";
import { tickRows } from "./bench/cpu-ticks.ts";
import { fortyRows } from "./bench/forty-rows.ts";
import { fourRows } from "./bench/four-rows.ts";
import { loadLibrary } from "./bench/library.ts";
import { buildMetered } from "./bench/metered.ts";
import { chosen, type Part } from "./bench/parts.ts";
import { openTable } from "./bench/table.ts";
import { yearRows } from "./bench/year.ts";

/** These look at the library of four accounts and five years. */
const FOUR = ["rows", "weight", "lighthouse", "cpu", "looks"] as const satisfies Part[];

const { parts, days } = chosen(process.argv.slice(2));
const table = openTable();
await buildMetered();

if (FOUR.some((part) => parts.has(part))) {
  table.title("Loading four accounts, five years, hourly");
  const library = await loadLibrary(table);
  try {
    if (FOUR.some((part) => part !== "cpu" && part !== "looks" && parts.has(part))) {
      await fourRows(library, parts, table);
    }
    if (parts.has("cpu")) {
      table.title("The isolate's JavaScript time, in yardsticks of about 10 ms");
      loadRow(table);
      await startupRow(table);
      await requestRows(library, table);
      await tickRows(library, table);
      loadRow(table);
    }
    if (parts.has("looks")) {
      table.title("Looks at what works, in yardsticks");
      await lookRows(library, table);
      loadRow(table);
    }
  } finally {
    library.remove();
  }
}

if (parts.has("forty")) {
  table.title("Forty accounts, a year, daily");
  await fortyRows(table);
}

if (parts.has("year")) {
  table.title(`Collecting, ${days} days of ticks over four accounts`);
  await yearRows(days, table);
}

const broken = table.broken();
console.log(
  broken.length === 0
    ? `\nAll ${table.count()} budgets are kept.`
    : `\n${broken.length} of ${table.count()} budgets are over: ${broken.map(({ what }) => what).join("; ")}`,
);
process.exit(broken.length === 0 ? 0 : 1);
