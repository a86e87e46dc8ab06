/**
 * How long the Worker's file takes to be read, compiled and run, in yardsticks of the same process: what a start costs of
 * which the profiler sees the last part alone. Run with --experimental-vm-modules by cpu.ts, which reads the line.
 */
import { timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { SourceTextModule, SyntheticModule } from "node:vm";
import { medianOf, type Time } from "./isolate.ts";
import { yardstick } from "./yardstick.ts";

const WARM_UP = 12;
const RUNS = 15;

const [file = ""] = process.argv.slice(2);
const code = readFileSync(file, "utf8");

/** What workerd has there. */
Object.assign(crypto.subtle, { timingSafeEqual });
const ENGINE = "cloudflare:workers";
const engine = new SyntheticModule(["DurableObject"], () => {
  engine.setExport("DurableObject", class {});
});

async function start(run: number): Promise<void> {
  // a text that was compiled before is not compiled again
  const module = new SourceTextModule(`${code}\n//${run}`);
  await module.link((name) => {
    if (name === ENGINE) return engine;
    throw new Error(`${file} imports ${name}`);
  });
  await module.evaluate();
}

async function during(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

for (let run = 0; run < WARM_UP; run++) yardstick();
const times: Time[] = [];
for (let run = 0; run < RUNS; run++) {
  const before = await during(yardstick);
  const ms = await during(() => start(run));
  times.push({ ratio: (2 * ms) / (before + (await during(yardstick))), ms });
}
console.log(JSON.stringify(medianOf(times)));
