/** The Worker with a meter on its database, in workerd, and requests that come back with what they cost. */
import { fileURLToPath } from "node:url";
import { startWorker } from "../../test/worker.ts";
import { build, run } from "../build.ts";
import type { Meter } from "./meter.ts";

/** wrangler.toml, with another entry. */
const ENTRY = fileURLToPath(import.meta.resolve("./worker.ts"));
const DIR = "dist/bench";

export type Metered = Awaited<ReturnType<typeof startMetered>>;
export type Measured = {
  status: number;
  headers: Headers;
  body: string;
  ms: number;
  meter: Meter;
};

/** The folder that it is bundled into. */
export async function buildMetered(): Promise<string> {
  await build();
  await run("wrangler", ["deploy", ENTRY, "--dry-run", "--outdir", DIR]);
  return DIR;
}

export async function startMetered() {
  const worker = await startWorker({ dir: await buildMetered() });
  const meter = async () => (await (await worker.fetch("/bench/meter")).json()) as Meter;

  async function measure(path: string, init: RequestInit = {}): Promise<Measured> {
    await meter();
    const before = performance.now();
    const answer = await worker.fetch(path, init);
    const body = await answer.text();
    const ms = performance.now() - before;
    return { status: answer.status, headers: answer.headers, body, ms, meter: await meter() };
  }
  return { ...worker, measure };
}
