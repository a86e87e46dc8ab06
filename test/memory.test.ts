/** What is young is old behind a start: asked of V8 itself, with the Workers' room for what is young. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const MEMORY = join(import.meta.dirname, "../functions/memory.ts");
const ROOM_MB = 2;

/** A megabyte is made and stays in use; how many bytes of old objects there are then, and after what a start does. */
const STARTING = `
  const { getHeapSpaceStatistics } = require("node:v8");
  const old = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === "old_space").space_used_size;
  import(${JSON.stringify(MEMORY)}).then(({ makeStartOld }) => {
    globalThis.used = Array.from({ length: 8000 }, (_, at) => ({ at, also: [at, String(at)] }));
    const before = old();
    makeStartOld();
    console.log(old() - before);
  });`;

test("what a start leaves is no longer among what the first request's collections copy", () => {
  const room = [`--min-semi-space-size=${ROOM_MB}`, `--max-semi-space-size=${ROOM_MB}`];
  const said = execFileSync(process.execPath, [...room, "--no-warnings", "-e", STARTING], {
    encoding: "utf8",
  });
  expect(Number(said)).toBeGreaterThan(700_000);
});
