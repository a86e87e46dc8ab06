/** The real Worker in workerd with a D1 of its own, empty but for the migrations: for whatever is tested over HTTP. */

import { createTestHarness } from "wrangler";
import type { LinkKind } from "../functions/model/link.ts";
import { loginName, newToken, sha256 } from "../functions/model/token.ts";
import type { SnapshotWire } from "../functions/normalise/snapshot-schema.ts";
import { buildBehind, quieten, ROOT } from "../tools/build.ts";

export const ADMIN_TOKEN = "the-admin-token-of-the-tests-0123456789";
/** Base64 of 32 bytes. */
const CREDENTIALS_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

/** By which the tests' Worker signs its pushes; a fixed pair, so that a receiver can be started before it. */
export const VAPID_KEYS =
  "BKc4rtBKU7naGgxbzEuFnfoiQ9wFuGS_A1QdCaFl5GZ-J5tenUZWxVDzGpP7h9Kw7V_JBZMGHvBgusQIYRPfVsA.AIOzqtEV47VclHUKtt-d6DLr-beljzTF5wVcBuaKmcU";

export type WorkerOptions = {
  /** What time it is for the Worker: ISO 8601. Left out: the machine's time. */
  now?: string;
  vars?: Record<string, string>;
  /** Another build of it than the one that holds it to D1's limits. */
  dir?: string;
  adminToken?: string;
};

export type TestWorker = Awaited<ReturnType<typeof startWorker>>;

/** Starts it on a free port. Builds before, where a source is newer than the build. */
export async function startWorker({
  now,
  vars = {},
  dir,
  adminToken = ADMIN_TOKEN,
}: WorkerOptions = {}) {
  const held = dir ?? (await buildBehind("test/limited/worker.ts", "dist/limited"));
  quieten();
  const server = createTestHarness({
    root: ROOT,
    workers: [
      {
        configPath: "wrangler.toml",
        prebuiltWorkerDir: held,
        vars: { ...vars, ...(now === undefined ? {} : { NOW: now }) },
        secrets: { ADMIN_TOKEN: adminToken, CREDENTIALS_KEY, VAPID_KEYS },
      },
    ],
  });
  const { url } = await server.listen();
  const worker = server.getWorker<{ DB: D1Database }>();
  await worker.applyD1Migrations("DB");
  const { DB: db } = await worker.getEnv();

  /** A request to a path of the Worker. Redirects are answers, not followed. */
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(path, url), { redirect: "manual", ...init });

  return {
    url,
    db,
    fetch: ask,

    /** A JSON request by the holder of a token; the admin unless another is given. */
    send: (method: string, path: string, body?: unknown, token: string = ADMIN_TOKEN) =>
      ask(path, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),

    /** A new token of a kind, straight into the table. */
    async token(
      kind: LinkKind,
      {
        expires_at = null,
        with_dashboard = false,
        accounts = null,
      }: {
        expires_at?: number | null;
        with_dashboard?: boolean;
        accounts?: readonly number[] | null;
      } = {},
    ) {
      const token = newToken();
      const name = kind === "admin" ? await loginName(ADMIN_TOKEN) : kind;
      await db
        .prepare(
          "insert into links (kind, name, hash, created_at, expires_at, with_dashboard, accounts) values (?1, ?2, ?3, 0, ?4, ?5, ?6)",
        )
        .bind(
          kind,
          name,
          await sha256(token),
          expires_at,
          Number(with_dashboard),
          accounts && JSON.stringify(accounts),
        )
        .run();
      return token;
    },

    /** The cron's event, at an instant in UTC seconds. */
    scheduled: (at: number, cron = "*/15 * * * *") =>
      worker.scheduled({ cron, scheduledTime: new Date(at * 1000) }),

    /** What the Worker wrote to its log since the last call. */
    logs() {
      const lines = server.getLogs().map(({ level, message }) => `${level}: ${message}`);
      server.clearLogs();
      return lines;
    },

    close: () => server.close(),
  };
}

/** Pushes snapshots through the real route. */
export async function push(
  worker: TestWorker,
  token: string,
  snapshots: readonly SnapshotWire[],
): Promise<void> {
  const answer = await worker.send("POST", "/api/snapshots", snapshots, token);
  if (answer.status !== 200) {
    throw new Error([answer.status, await answer.text(), ...worker.logs()].join("\n"));
  }
}
