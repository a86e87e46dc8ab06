/** The Worker with a meter on its database, in workerd, and requests that come back with what they cost. */
import { startWorker } from "../../test/worker.ts";
import { run } from "../build.ts";
import type { Meter } from "./meter.ts";

const DIR = "dist/bench";

export type Metered = Awaited<ReturnType<typeof startMetered>>;
export type Measured = {
  status: number;
  headers: Headers;
  body: string;
  ms: number;
  meter: Meter;
};

export async function startMetered() {
  // wrangler.toml, with another entry
  await run("wrangler", ["deploy", "tools/bench/worker.ts", "--dry-run", "--outdir", DIR]);
  const worker = await startWorker({ dir: DIR });
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
