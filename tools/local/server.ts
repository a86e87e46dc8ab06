/** The built Worker in a local workerd, with a D1 that stays on the disk. */
import { createServer } from "node:net";
import { join } from "node:path";
import { unstable_readConfig, unstable_startWorker } from "wrangler";
import { quieten, ROOT, run } from "../build.ts";

export const migrate = (state: string): Promise<string> =>
  run("wrangler", ["d1", "migrations", "apply", "DB", "--local", "--persist-to", state]);

/** Is there no account yet? Asked of the file, before anything is served. */
export async function isEmpty(state: string): Promise<boolean> {
  const answer = await run("wrangler", [
    ...["d1", "execute", "DB", "--local", "--persist-to", state, "--json"],
    ...["--command", "select count(*) as accounts from accounts"],
  ]);
  const [{ results }] = JSON.parse(answer) as [{ results: [{ accounts: number }] }];
  return results[0].accounts === 0;
}

type ServeOptions = {
  port: number;
  state: string;
  vars: Record<string, string>;
  secrets: Record<string, string>;
};

export async function serve({ port, state, vars, secrets }: ServeOptions) {
  quieten();
  const config = unstable_readConfig({ config: join(ROOT, "wrangler.toml") });
  const worker = await unstable_startWorker({
    config,
    bindings: Object.fromEntries([
      ...Object.entries(vars).map(([name, value]) => [name, { type: "plain_text", value }]),
      ...Object.entries(secrets).map(([name, value]) => [name, { type: "secret_text", value }]),
    ]),
    dev: {
      server: { hostname: "localhost", port },
      persist: state,
      inspector: false,
      watch: false,
      logLevel: "warn",
    },
  });
  await worker.ready;
  return {
    /** The cron's event. Locally it never comes by itself. */
    /** @param at in milliseconds, as the cron says it */
    async tick(cron: string, at = Date.now()): Promise<void> {
      const query = new URLSearchParams({ cron, time: String(at) });
      const answer = await fetch(`http://localhost:${port}/cdn-cgi/handler/scheduled?${query}`);
      if (!answer.ok) throw new Error(`the cron's event: ${answer.status} ${await answer.text()}`);
    },
    stop: () => worker.dispose(),
  };
}

/** Is nobody listening there yet? */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "localhost" }, () => probe.close(() => resolve(true)));
  });
