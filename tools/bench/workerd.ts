/**
 * The built Worker straight in workerd: its database in a folder that outlives it, an inspector where one is asked for.
 * The harness of the tests keeps nothing and lets nobody look inside.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { unstable_readConfig } from "wrangler";
import { COLLECT_CRON } from "../../functions/model/run.ts";
import { migrations, statementsOf } from "../../test/database.ts";
import { quieten, ROOT } from "../build.ts";

/** The name of the Worker, by which its isolate is found. */
export const WORKER = "denyut";

const ORIGIN = "https://denyut.example";

export type WorkerdOptions = {
  /** Where it was bundled to. */
  dir: string;
  /** The file in it that is entered; left out: the Worker's own. */
  entry?: { name: string; contents: string };
  /** The folder of its database; left out: gone when it is closed. */
  state?: string;
  vars: Record<string, string>;
};

export type Workerd = Awaited<ReturnType<typeof startWorkerd>>;

type Cron = { scheduled: (event: object) => Promise<{ outcome: string }> };

export async function startWorkerd({ dir, entry, state, vars }: WorkerdOptions) {
  quieten();
  const { compatibility_date = "", assets } = unstable_readConfig({
    config: join(ROOT, "wrangler.toml"),
  });
  const errors: string[] = [];
  const miniflare = new Miniflare({
    inspectorPort: 0,
    ...(state === undefined ? {} : { resourcePersistencePath: state }),
    handleStructuredLogs: ({ level, message }) => errors.push(`${level}: ${message}`),
    workers: [
      {
        config: {
          name: WORKER,
          compatibilityDate: compatibility_date,
          assets: {
            directory: join(ROOT, "dist", "client"),
            hasUserWorker: true,
            htmlHandling: "none",
            runWorkerFirst: assets?.run_worker_first ?? [],
          },
          env: {
            DB: { type: "d1", id: "DB" },
            ASSETS: { type: "assets" },
            WORKROOM: { type: "durable-object", worker: WORKER, exportName: "Workroom" },
            ...Object.fromEntries(
              Object.entries(vars).map(([name, value]) => [name, { type: "text", value }]),
            ),
          },
          exports: { Workroom: { type: "durable-object", storage: "sqlite" } },
          manifest: {
            mainModule: entry?.name ?? "worker.js",
            modules: {
              ...modulesIn(join(ROOT, dir)),
              ...(entry ? { [entry.name]: { type: "esm", contents: entry.contents } } : {}),
            },
          },
        },
      },
    ],
  });
  const url = await miniflare.ready;
  const db = (await miniflare.getD1Database("DB")) as unknown as D1Database;
  const worker = (await miniflare.getWorker()) as unknown as Cron;

  return {
    url,
    db,
    inspector: await miniflare.getInspectorURL(),
    /**
     * A request to a path of the Worker, under one name wherever it listens: a page's own address is part of what it is made of.
     * Redirects are answers, not followed.
     */
    fetch: (path: string, init: RequestInit = {}): Promise<Response> =>
      miniflare.dispatchFetch(new URL(path, ORIGIN).href, {
        redirect: "manual",
        ...(init as object),
      }) as Promise<unknown> as Promise<Response>,
    /** The cron's event, at an instant in UTC seconds. */
    scheduled: (at: number, cron = COLLECT_CRON) =>
      worker.scheduled({ cron, scheduledTime: new Date(at * 1000) }),
    migrate: () => db.batch(statementsOf(migrations()).map((statement) => db.prepare(statement))),
    /** What the Worker wrote to its log. */
    logs: () => errors,
    close: () => miniflare.dispose(),
  };
}

/** Every script of a bundle, so that one that is loaded later is there. */
function modulesIn(dir: string): Record<string, { type: "esm"; contents: string }> {
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith(".js"))
      .map((name) => [name, { type: "esm", contents: readFileSync(join(dir, name), "utf8") }]),
  );
}
