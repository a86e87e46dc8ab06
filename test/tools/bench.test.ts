import { expect, test } from "vitest";
import { metered, newMeter, spentOn } from "../../tools/bench/meter.ts";
import { chosen } from "../../tools/bench/parts.ts";
import { timeIn } from "../../tools/bench/profiler.ts";
import { openDatabase } from "../database.ts";

test("a statement by itself is a round trip, a batch is one whatever is in it", async () => {
  const { databases, close } = await openDatabase();
  const [behind] = databases;
  if (!behind) throw new Error("no database");
  const meter = newMeter();
  const db = metered(behind, () => meter);
  const one = db.prepare("select count(*) as n from accounts");
  await one.all();
  await one.first("n");
  await db.prepare("update library set name = ?1").bind("Perpustakaan").run();
  await db.batch([one, one, one]);
  await db.batch([one, db.prepare("update library set demo = 1")]);
  const { queries, round_trips, writing_trips, batches, rows_written } = meter;
  expect({ queries, round_trips, writing_trips, batches, rows_written }).toEqual({
    queries: 8,
    round_trips: 5,
    writing_trips: 1,
    batches: 1,
    rows_written: 2,
  });
  expect(spentOn(meter)[0]).toContain("update library");
  await close();
});

test("the isolate's time is what its functions and its garbage took, not what it waited or was kept waiting", () => {
  const names = ["(root)", "(idle)", "(program)", "(garbage collector)", "toCsv"];
  const nodes = names.map((functionName, id) => ({ id, callFrame: { functionName } }));
  const samples = [0, 1, 2, 3, 4, 4];
  // the last one says that another process had the core for nine milliseconds
  const timeDeltas = [100, 5000, 100, 150, 100, 9000];
  expect(timeIn({ nodes, samples, timeDeltas })).toBe(0.15 + 0.1 + 0.2);
});

test.each([
  ["", ["rows", "weight", "lighthouse", "cpu", "looks", "forty", "year"], 365],
  ["--only cpu", ["cpu"], 365],
  ["--only forty,year --days 3", ["forty", "year"], 3],
  ["--no-lighthouse --no-cpu --no-looks --no-year", ["rows", "weight", "forty"], 365],
])("bench %s", (args, parts, days) => {
  const said = chosen(args.split(" ").filter((word) => word !== ""));
  expect({ parts: [...said.parts], days: said.days }).toEqual({ parts, days });
});

test.each([["--only rest"], ["--no-rest"], ["--days many"], ["rows"]])(
  "bench %s is refused",
  (args) => expect(() => chosen(args.split(" "))).toThrow(/bench|number/),
);
