/** A real D1, empty but for the migrations, in a runtime of its own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { limited } from "./limited/limited.ts";

const MIGRATIONS = join(import.meta.dirname, "../functions/store/migrations");

/** What all migrations say, in order. */
export const migrations = (): string =>
  readdirSync(MIGRATIONS)
    .sort()
    .map((file) => readFileSync(join(MIGRATIONS, file), "utf8"))
    .join("\n");

/**
 * A script as single statements: comments gone, cut at semicolons. The schema has none inside texts, and in a trigger only
 * the one before its END.
 */
export const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/--.*$/gm, "")
    .split(/;(?!\s*END\b)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");

/** @param schema a script to start from, instead of the migrations */
export async function openDatabase(names: readonly string[] = ["DB"], schema = migrations()) {
  const miniflare = new Miniflare({
    workers: [
      {
        config: {
          name: "database",
          compatibilityDate: "2026-10-23",
          env: Object.fromEntries(names.map((name) => [name, { type: "d1" as const, id: name }])),
          manifest: {
            mainModule: "empty.mjs",
            modules: { "empty.mjs": { type: "esm", contents: "export default {}" } },
          },
        },
      },
    ],
  });
  const databases: D1Database[] = [];
  for (const name of names) {
    const db = (await miniflare.getD1Database(name)) as unknown as D1Database;
    await db.batch(statementsOf(schema).map((statement) => db.prepare(statement)));
    databases.push(limited(db));
  }
  return { databases, close: () => miniflare.dispose() };
}

const TABLES = [
  "accounts",
  "posts",
  "post_keys",
  "post_details",
  "post_readings",
  "account_readings",
  "day_readings",
  "comments",
  "threads",
  "days",
  "months",
  "reports",
  "notes",
  "targets",
  "trials",
  "plans",
  "events",
  "event_posts",
  "short_links",
  "clicks",
  "almanac",
  "changes",
  "imports",
  "import_parts",
  "import_posts",
  "links",
  "library",
  "collections",
  "runs",
  "x_spend",
  "consents",
  "recipients",
  "outbox",
  "looks",
  "claims",
  "looking",
] as const;

/** How much was written on the way to what stands is another matter. */
function withoutCounts(row: unknown): object {
  const {
    written: _written,
    written_on: _on,
    changes_seen: _seen,
    ...rest
  } = row as Record<string, unknown>;
  return rest;
}

/** What lies with the accounts is looked at as a table of its own. */
const ASKED: { [table: string]: string } = {
  norms: "select id as account_id, norm from accounts where norm is not null order by id",
  streaks: `select s.*, (select norm ->> 'streaks' from accounts a where a.id = s.account_id) as moved from streaks s`,
};

const SHOWN: { [table: string]: (row: Record<string, unknown>) => object } = {
  accounts: ({ norm: _norm, ...row }) => row,
  norms: ({ norm, ...row }) => {
    const { streaks: _moved, ...rest } = JSON.parse(String(norm));
    return { ...row, ...rest };
  },
  // as it stands, whether its own row says it or its account's
  streaks: ({ moved, ...row }) => {
    const all = JSON.parse(String(moved ?? "[]")) as { id: number; evidence: object }[];
    const found = all.find(({ id }) => id === row.id);
    return { ...row, ...(found ? { ...found, evidence: JSON.stringify(found.evidence) } : {}) };
  },
};

/** Everything in the database, for comparing it whole. */
export async function dump(db: D1Database, tables: readonly string[] = TABLES) {
  const results = await db.batch(
    tables.map((table) => db.prepare(ASKED[table] ?? `select * from ${table}`)),
  );
  return Object.fromEntries(
    tables.map((table, index) => {
      const rows = (results[index]?.results ?? []) as Record<string, unknown>[];
      return [table, rows.map((row) => withoutCounts(SHOWN[table]?.(row) ?? row))];
    }),
  );
}

/** The database as it was when new. */
export async function wipe(db: D1Database): Promise<void> {
  // children first, for the foreign keys
  const order = [...TABLES].filter((table) => table !== "library").reverse();
  const accountsLast = [
    "import_posts",
    "import_parts",
    ...order.filter(
      (table) => !["accounts", "posts", "imports", "import_posts", "import_parts"].includes(table),
    ),
    "posts",
    "accounts",
    "imports",
  ];
  await db.batch([
    ...["years", ...accountsLast, "finished_months", "pages", "turn"].map((table) =>
      db.prepare(`delete from ${table}`),
    ),
    db.prepare(
      "update library set version = 0, last_read_at = null, time_zone = null, name = 'Perpustakaan', demo = 0, x_ceiling_usd = 5, last_post = 0, written = 0, written_on = null, topic_rules = null, topics_due = null, restoring = null, report_settings = null, contact = null, working_hours = null, standing_claims = '[]', target_mix = null",
    ),
  ]);
}
