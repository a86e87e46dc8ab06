/**
 * What the export reads: a row an account and month, and of it either the finished lines of a file or what they are made
 * of. Lines are kept with the stamp of everything beside the month that they say (the account's handle, the zone, the build
 * that made them): under another stamp they are as good as none. Whatever changes a month makes them null (months.ts).
 */
import type { Line } from "../model/export-line.ts";
import type { Months } from "../model/month.ts";
import { packLines, unpackLines } from "./lines.ts";
import type { AccountMonth, LEFT_OUT, Month, MonthRow } from "./month-packing.ts";
import { monthOfRow } from "./month-packing.ts";
import { listTextsById, type PostText } from "./posts.ts";
import { all, forRows, valuesOf } from "./rows.ts";

/** Where the lines of a file lie. */
export const LINES = {
  days: { csv: "days_csv", ndjson: "days_ndjson" },
  posts: { csv: "posts_csv", ndjson: "posts_ndjson" },
} as const;
export type LinesColumn = (typeof LINES)[keyof typeof LINES]["csv" | "ndjson"];

/** @param more what else the stamp has in some months */
export type Stamp = { account_id: number; stamp: string; more: Record<string, string> };

export const stampIn = ({ stamp, more }: Stamp, month: string): string =>
  `${stamp}${more[month] ?? ""}`;

/** Its finished lines; or the month, and what its posts say in the same order. */
export type ExportMonth = AccountMonth &
  ({ lines: Line[] } | { lines: null; whole: Month; texts: PostText[] });

type Row = MonthRow & { lines: string | null; captions: string; texts: string };

/** The months of these accounts, an account after the other as they are stamped, oldest first. */
export async function listExportMonths(
  db: D1Database,
  column: LinesColumn | null,
  stamps: readonly Stamp[],
  spans: readonly Months[],
): Promise<ExportMonth[]> {
  if (stamps.length === 0) return [];
  const ids = stamps.map(({ account_id }) => account_id);
  const own = Object.fromEntries(stamps.map((one) => [one.account_id, one]));
  const rows = await all<Row>(
    db.prepare(reading(column, ids)).bind(JSON.stringify(own), JSON.stringify(spans)),
  );
  const place = new Map(stamps.map(({ account_id }, index) => [account_id, index]));
  const placeOf = ({ account_id }: AccountMonth) => place.get(account_id) ?? 0;
  // not by the database, which bills a row that it sorts a second time
  rows.sort((a, b) => placeOf(a) - placeOf(b) || (a.month < b.month ? -1 : 1));
  return withTexts(db, rows.map(fromRow));
}

/** A stamp is JSON, and holds no line's end. */
const STAMP = `(j.own ->> 'stamp') || coalesce(j.own -> 'more' ->> m.month, '') || char(10)`;

/** The lines without their stamp, where it is the one asked for. */
const linesOf = (column: LinesColumn): string =>
  `case when substr(m.${column}, 1, length(${STAMP})) = ${STAMP} then substr(m.${column}, length(${STAMP}) + 1) end`;

/** Accounts stand in the statement, and their stamps under their ids: a list as JSON is billed like rows of a table. */
const reading = (column: LinesColumn | null, account_ids: readonly number[]): string =>
  `select account_id, month, lines, iif(lines is null, followers_before, null) as followers_before,
     iif(lines is null, days, null) as days, iif(lines is null, posts, null) as posts,
     iif(lines is null, captions, null) as captions, iif(lines is null, texts, null) as texts,
     iif(lines is null, verdicts, null) as verdicts
   from (
     select ${column === null ? "null" : linesOf(column)} as lines, m.account_id, m.month, m.followers_before, m.days, m.posts,
       m.captions, m.texts, m.verdicts
     from json_each(?2) s
       cross join (select column1 as id, ?1 -> cast(column1 as text) as own from ${valuesOf(account_ids.map((id) => [id]))}) j
       cross join months m on m.account_id = j.id and m.month between s.value ->> 'from' and s.value ->> 'to'
   )`;

type Unfinished = { lines: null; whole: Month; texts: (PostText | null)[] };
type Read = AccountMonth & ({ lines: Line[] } | Unfinished);

function fromRow(row: Row): Read {
  const { account_id, month, lines } = row;
  if (lines !== null) return { account_id, month, lines: unpackLines(lines) };
  const whole = monthOfRow(row);
  const captions = JSON.parse(row.captions) as (string | null)[];
  const packed = JSON.parse(row.texts) as (PackedText | typeof LEFT_OUT)[];
  const texts = whole.posts.map(({ id }, index) => {
    const text = packed[index];
    return text && text[0] === id ? postTextOf(text, captions[index] ?? null) : null;
  });
  return { account_id, month, lines, whole, texts };
}

type PackedText = [
  PostText["id"],
  PostText["external_id"],
  PostText["url"],
  PostText["read_at"],
  PostText["removed_at"],
];

const postTextOf = (
  [id, external_id, url, read_at, removed_at]: PackedText,
  caption: string | null,
): PostText => ({ id, external_id, caption, url, read_at, removed_at });

/** What was too long to lie beside its month is read from the posts, and so is whatever was packed without its texts. */
async function withTexts(db: D1Database, months: readonly Read[]): Promise<ExportMonth[]> {
  const missing = months.flatMap((month) =>
    month.lines === null
      ? month.whole.posts.flatMap(({ id }, index) => (month.texts[index] ? [] : [id]))
      : [],
  );
  const found = missing.length === 0 ? [] : await listTextsById(db, missing);
  const known = new Map(found.map((text) => [text.id, text]));
  return months.map((month) => {
    if (month.lines !== null) return month;
    const { account_id, month: name, lines, whole, texts } = month;
    const posts = whole.posts.filter(({ id }, index) => texts[index] || known.has(id));
    return {
      account_id,
      month: name,
      lines,
      whole: { ...whole, posts },
      texts: whole.posts.flatMap(({ id }, index) => texts[index] ?? known.get(id) ?? []),
    };
  });
}

export type FinishedLines = AccountMonth & { stamp: string; lines: readonly Line[] };

/**
 * Keeps what a request made of the months that it read, unless anything was written since: the library's version moves
 * with every write, and the request knows the one that it came in.
 * @param version the library's, from before the months were read
 */
export function saveLines(
  db: D1Database,
  column: LinesColumn,
  version: number,
  rows: readonly FinishedLines[],
): D1PreparedStatement[] {
  let length = 0;
  const packed = rows
    .slice(0, MOST_KEPT_MONTHS)
    .map((row) => ({ ...row, lines: packLines(row.lines), version }))
    .filter(({ lines }) => {
      length += lines.length;
      return length <= MOST_KEPT_LENGTH && lines.length <= MOST_KEPT_OF_A_MONTH;
    });
  return forRows(db, SAVING[column], packed);
}

/** So much is kept of what a request made, oldest first: after an update a few requests bring all of it. */
const MOST_KEPT_MONTHS = 12;
const MOST_KEPT_LENGTH = 300_000;
/** Of one month and file, in letters of up to three bytes: its posts in both dialects and the month itself fit a row of D1. */
const MOST_KEPT_OF_A_MONTH = 145_000;

const saving = (column: LinesColumn) =>
  `update months set ${column} = (v ->> 'stamp') || char(10) || (v ->> 'lines')
   from (select value as v from json_each(?1))
   where months.account_id = v ->> 'account_id' and months.month = v ->> 'month'
     and (select version from library where id = 1) = v ->> 'version'`;

const SAVING: Record<LinesColumn, string> = {
  days_csv: saving("days_csv"),
  days_ndjson: saving("days_ndjson"),
  posts_csv: saving("posts_csv"),
  posts_ndjson: saving("posts_ndjson"),
};
