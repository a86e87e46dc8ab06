/**
 * `npm run mutants`: plants small faults in the pure folders, one at a time, and asks the tests which they notice.
 * Fails where a folder or a file is under the promised share. All of it takes about an hour;
 * `-- functions/analyse/norm.ts` does one file, or those of a glob in quotes.
 */
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { ROOT } from "./build.ts";
import { CANNOT_MATTER } from "./mutants/left-out.ts";
import { type Planted, tally } from "./mutants/tally.ts";

const FOLDERS = ["analyse", "model", "normalise", "present"];

const asked = process.argv.slice(2);

process.chdir(ROOT);
const planted: Planted[] = [];
for (const folder of FOLDERS) {
  const mutate = asked.length > 0 ? asked.filter(isIn(folder)) : [`functions/${folder}/**/*.ts`];
  if (mutate.length > 0) planted.push(...(await plantedIn(folder, mutate)));
}
const { lines, kept } = tally(planted, CANNOT_MATTER);
for (const line of lines) console.log(line);
process.exitCode = kept ? 0 : 1;

/** A folder's faults, each held against the tests in the folder of the same name that can reach it. */
async function plantedIn(folder: string, mutate: string[]): Promise<Planted[]> {
  const results = await new Stryker({
    mutate,
    testRunner: "vitest",
    plugins: [
      import.meta.resolve("@stryker-mutator/vitest-runner"),
      import.meta.resolve("./mutants/words.ts"),
    ],
    ignorers: ["words"],
    vitest: { configFile: "tools/mutants/vitest.config.ts", dir: `test/${folder}`, related: false },
    coverageAnalysis: "perTest",
    concurrency: 1,
    timeoutMS: 2000,
    reporters: ["progress-append-only"],
    // Stryker reads a tsconfig through TypeScript's old interface, which version 7 has not
    tsconfigFile: "none",
    ignorePatterns: ["web", "dist", ".wrangler", ".denyut", ".github"],
    cleanTempDir: "always",
  }).runMutationTest();
  return results.map((result) => ({ ...result, fileName: relative(ROOT, result.fileName) }));
}

function isIn(folder: string): (path: string) => boolean {
  return (path) => path.startsWith(`functions/${folder}/`);
}
