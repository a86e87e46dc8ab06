/**
 * `npm run early` makes tools/early/functions.txt anew: which functions are compiled as an isolate starts. To be run where
 * the bench's rows of a fresh isolate have grown; the list may be old meanwhile, and costs nothing but time.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadLibrary } from "./bench/library.ts";
import { buildMetered } from "./bench/metered.ts";
import { openTable } from "./bench/table.ts";
import { ROOT, run } from "./build.ts";
import { askEverything } from "./early/ask-everything.ts";
import { LIST, listOf } from "./early/compile-early.ts";
import { COUNTING } from "./early/count-calls.ts";

const DIR = "dist/counting";

await buildMetered();
await run("vite", [
  ...["build", "--mode", COUNTING, "--ssr", "tools/bench/worker.ts", "--outDir", DIR],
  ...["--logLevel", "warn"],
]);
const library = await loadLibrary(openTable());
try {
  const called = await askEverything(DIR, library);
  writeFileSync(join(ROOT, LIST), listOf(called));
  console.log(`${called.length} functions are compiled early`);
} finally {
  library.remove();
}
