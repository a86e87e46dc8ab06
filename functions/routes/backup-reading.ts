/**
 * A backup read slice by slice while the library goes on. What belongs to an account is a section of its own, which begins anew
 * where something was written of that account meanwhile; the rest is read last, and only if nothing at all was written while it
 * was, the backup is whole: all of it then stood at one moment, the last.
 */
import * as z from "zod";
import { fault, Problem } from "../model/problem.ts";
import { keyOf, type RowKey, readPage, type Standing } from "../store/backup.ts";
import { type KeptTable, type Part, tablesOf } from "../store/backup-tables.ts";
import { packed, type TravelKeys } from "./backup-secrets.ts";

/** Rows of one slice: a few milliseconds of the Worker's, and some 200 KB; of those that hold long texts fewer. */
const ROWS_A_SLICE = 2_000;
const LONG_ROWS = 500;
const LONG = ["accounts", "posts", "post_details", "changes", "plans", "streaks"];
/** Each asks three things of the fifty that an invocation may. */
const PAGES_A_SLICE = 12;

/** Where reading stands: what the next slice's address carries. */
export type Cursor = {
  /** Accounts that are read, each as it stood. */
  seen: Record<string, string>;
  /** `null`: the next section is looked for. */
  at: Place | null;
};

type Place = {
  part: Part;
  account: number | null;
  /** Which of the part's tables. */
  table: number;
  after: RowKey | null;
  /** How what is read stood when this section began: the account, or the library. */
  stood: string;
};

export type BackupSlice = {
  /** Which section its rows belong to. */
  section: string;
  /** What came of this section before is void. */
  anew: boolean;
  runs: { table: KeptTable; lines: string[] }[];
  /** `null`: all is read, and `sections` are what it is made of, in their order. */
  next: Cursor | null;
  sections: string[] | null;
  version: number;
};

/** It goes into bound parameters alone, and names a table by its number. */
const placeWire = z
  .strictObject({
    part: z.enum(["head", "account", "tail"]),
    account: z.int().nullable(),
    table: z.int().min(0),
    after: z.array(z.union([z.string(), z.int()])).nullable(),
    stood: z.string(),
  })
  .refine(({ part, table, after }) => {
    const read = tablesOf(part, true)[table];
    return read !== undefined && (after === null || after.length === read.key.length);
  });

const cursorWire = z.strictObject({
  seen: z.record(z.string(), z.string()),
  at: placeWire.nullable(),
});

/** `null`: from the beginning. */
export function cursorOf(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const said = cursorWire.safeParse(decoded(text));
  if (said.success) return said.data;
  throw new Problem("invalid", "after is not what a slice said to go on with", [
    fault("after", "bad_cursor"),
  ]);
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return null;
  }
}

export async function readSlice(
  db: D1Database,
  cursor: Cursor | null,
  { keys, time_zone }: { keys: TravelKeys; time_zone: string },
): Promise<BackupSlice> {
  const seen = { ...cursor?.seen };
  let at = cursor?.at ?? null;
  let anew = false;
  let rows = 0;
  let runs: BackupSlice["runs"] = [];
  for (let page = 0; page < PAGES_A_SLICE; page += 1) {
    const tables: KeptTable[] = at ? tablesOf(at.part, keys !== null) : [];
    const table: KeptTable | undefined = at ? tables[at.table] : undefined;
    const most = table && LONG.includes(table.name) ? LONG_ROWS : ROWS_A_SLICE;
    const limit = Math.min(most, ROWS_A_SLICE - rows);
    const { standing, lines } = await readPage(
      db,
      at && table ? { table, account: at.account, after: at.after } : null,
      limit,
    );
    if (!at || !table || stoodOf(at, standing) !== at.stood) {
      // nothing was read yet, or what was is void
      at = begin(standing, seen);
      anew = true;
      rows = 0;
      runs = [];
      continue;
    }
    const kept = await Promise.all(lines.map((line) => leaving(keys, table, line, time_zone)));
    runs.push({ table, lines: kept.filter((line) => line !== null) });
    rows += lines.length;
    const last = lines.at(-1);
    const section = sectionOf(at);
    const answer = { section, anew, runs, version: standing.library };
    if (last !== undefined && lines.length === limit) {
      const place: Place = { ...at, after: keyOf(table, last) };
      return { ...answer, next: { seen, at: place }, sections: null };
    }
    at = { ...at, table: at.table + 1, after: null };
    if (at.table < tables.length) continue;
    if (at.part === "account") {
      return {
        ...answer,
        next: { seen: { ...seen, [`${at.account}`]: at.stood }, at: null },
        sections: null,
      };
    }
    if (at.part === "head") {
      return { ...answer, next: { seen, at: { ...at, part: "tail", table: 0 } }, sections: null };
    }
    const accounts = standing.accounts.map(({ id }) => `account ${id}`);
    return { ...answer, next: null, sections: ["head", ...accounts, "tail"] };
  }
  // so many tables of few rows; what was read is whole, and the next slice goes on behind it
  if (!at) throw new Error("a section was begun above");
  return {
    section: sectionOf(at),
    anew,
    runs,
    version: 0,
    next: { seen, at },
    sections: null,
  };
}

const sectionOf = ({ part, account }: Place): string =>
  part === "account" ? `account ${account}` : part;

const stoodOf = ({ part, account }: Place, { library, accounts }: Standing): string | undefined =>
  part === "account" ? accounts.find(({ id }) => id === account)?.at : `${library}`;

/** The first account that is not read as it stands; after all of them the rest. */
function begin({ library, accounts }: Standing, seen: Cursor["seen"]): Place {
  const next = accounts.find(({ id, at }) => seen[id] !== at);
  return next
    ? { part: "account", account: next.id, table: 0, after: null, stood: next.at }
    : { part: "head", account: null, table: 0, after: null, stood: `${library}` };
}

/** A row as it leaves. */
async function leaving(
  keys: TravelKeys,
  table: KeptTable,
  line: string,
  time_zone: string,
): Promise<string | null> {
  if (table.secret) return packed(keys, table, line);
  if (table.name !== "library") return line;
  // elsewhere another one may be what a library has that never said its own
  const row = JSON.parse(line) as unknown[];
  row[table.columns.indexOf("time_zone")] ??= time_zone;
  return JSON.stringify(row);
}
