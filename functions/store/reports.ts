import type { Report } from "../model/report.ts";
import type { Instant } from "../model/snapshot.ts";
import { all } from "./rows.ts";
import { table } from "./table.ts";

/** A report as it was signed. `opened_at`: when whoever it is for opened it first. */
export type ReportRow = {
  month: string;
  revision: number;
  made_at: Instant;
  opened_at: Instant | null;
  body: Report;
};

const REPORTS = table<ReportRow>("reports", {
  month: "plain",
  revision: "plain",
  made_at: "plain",
  opened_at: "plain",
  body: "json",
});

/** @param revision `null`: the newest */
export const findReport = (db: D1Database, month: string, revision: number | null) =>
  REPORTS.first(
    db
      .prepare(
        `select ${REPORTS.list} from reports where month = ?1 and revision = coalesce(?2, revision)
         order by revision desc limit 1`,
      )
      .bind(month, revision),
  );

/** The first reports that name one of these accounts. */
export async function listReportsNaming(
  db: D1Database,
  ids: readonly number[],
  most: number,
): Promise<ReportRow[]> {
  const rows = await all<Record<string, unknown>>(
    db
      .prepare(
        `select ${REPORTS.list} from reports where exists (
           select 1 from json_each(reports.body, '$.accounts') where value ->> 'id' in (select value from json_each(?1)))
         order by month, revision limit ?2`,
      )
      .bind(JSON.stringify(ids), most),
  );
  return rows.map((row) => REPORTS.fromStored(row));
}

/** What was erased goes out of it, and its letterhead is put anew; nothing else ever changes what it says of the month. */
export const rewriteReport = (
  db: D1Database,
  { month, revision, body }: Pick<ReportRow, "month" | "revision" | "body">,
) =>
  db
    .prepare("update reports set body = ?3 where month = ?1 and revision = ?2")
    .bind(month, revision, JSON.stringify(body));

export type MadeReport = Omit<ReportRow, "body">;

/** More than twenty years of reports, some of them revised. */
const MOST_AT_ONCE = 400;

/** Which there are, without what they say: the newest month first, and of a month the newest revision. */
export const listReports = (db: D1Database) =>
  all<MadeReport>(
    db.prepare(
      `select month, revision, made_at, opened_at from reports order by month desc, revision desc limit ${MOST_AT_ONCE}`,
    ),
  );

/** In a batch that loses nothing: where somebody else has made the same revision, the database refuses it whole. */
export const insertReport = (db: D1Database, row: ReportRow) => REPORTS.insert(db, [row]);

/** What of a month says whether its report is to be made: whether there is one, and whether anything is known of it. */
export async function findMonthState(
  db: D1Database,
  month: string,
): Promise<{ made: boolean; known: boolean }> {
  const row = await db
    .prepare(
      `select exists (select 1 from reports where month = ?1) as made,
         exists (select 1 from accounts a join months m on m.account_id = a.id and m.month = ?1
           where a.merged_into is null and a.hidden_at is null) as known`,
    )
    .bind(month)
    .first<{ made: number; known: number }>();
  return { made: row?.made === 1, known: row?.known === 1 };
}

/** Once: who opens it later changes nothing. */
export const markOpened = (
  db: D1Database,
  { month, revision }: Pick<ReportRow, "month" | "revision">,
  now: Instant,
) =>
  db
    .prepare(
      "update reports set opened_at = ?3 where month = ?1 and revision = ?2 and opened_at is null",
    )
    .bind(month, revision, now);
