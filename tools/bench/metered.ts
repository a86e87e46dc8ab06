/** The Worker with a meter on its database, in workerd, and requests that come back with what they cost. */
import type { LinkKind } from "../../functions/model/link.ts";
import { newToken, sha256 } from "../../functions/model/token.ts";
import { buildBehind } from "../build.ts";
import type { Meter } from "./meter.ts";
import { startWorkerd } from "./workerd.ts";

export const BENCH_DIR = "dist/bench";

export const VARS = {
  TIME_ZONE: "Asia/Jakarta",
  ADMIN_TOKEN: "the-admin-token-of-the-bench-0123456789abcdef",
  CREDENTIALS_KEY: btoa("0123456789abcdef0123456789abcdef"),
};

export type Metered = Awaited<ReturnType<typeof startMetered>>;
export type Measured = {
  status: number;
  headers: Headers;
  body: string;
  ms: number;
  meter: Meter;
};

/** @returns the folder that it is bundled into */
export const buildMetered = (): Promise<string> => buildBehind("tools/bench/worker.ts", BENCH_DIR);

/** @param state the folder of its library; once it is built */
export async function startMetered(state: string) {
  const worker = await startWorkerd({ dir: BENCH_DIR, state, vars: VARS });
  const meter = async () => (await (await worker.fetch("/bench/meter")).json()) as Meter;

  async function measure(path: string, init: RequestInit = {}): Promise<Measured> {
    await meter();
    const before = performance.now();
    const answer = await worker.fetch(path, init);
    const body = await answer.text();
    const ms = performance.now() - before;
    return { status: answer.status, headers: answer.headers, body, ms, meter: await meter() };
  }

  /** A new token of a kind, straight into the table. */
  async function token(kind: LinkKind): Promise<string> {
    const made = newToken();
    await worker.db
      .prepare("insert into links (kind, name, hash, created_at) values (?1, ?1, ?2, 0)")
      .bind(kind, await sha256(made))
      .run();
    return made;
  }

  return {
    ...worker,
    measure,
    /** The tables of an empty library, and who may open it. */
    async begin() {
      await worker.migrate();
      return {
        view: await token("view"),
        push: await token("push"),
        exported: await token("export"),
      };
    },
  };
}
