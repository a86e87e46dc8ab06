/** The export's files of days and of posts: months' lines, finished ones as they are kept, the others made and kept then. */
import { build } from "#page";
import { engagementRate, engagementRateByReach, engagementRateByViews } from "../analyse/rates.ts";
import { dayNumber, monthOf, type Period, secondsIn } from "../model/day.ts";
import type { Line } from "../model/export-line.ts";
import { monthsWithout } from "../model/month.ts";
import type { Dialect } from "../present/csv.ts";
import { type Extension, lineWriter } from "../present/export-file.ts";
import { inOrder, toFileOfLines, within } from "../present/export-lines.ts";
import { dayRows, postRow } from "../present/export-rows.ts";
import type { AccountRow } from "../store/accounts.ts";
import {
  type ExportMonth,
  type FinishedLines,
  LINES,
  type LinesColumn,
  listExportMonths,
  type Stamp,
  saveLines,
  stampIn,
} from "../store/export-months.ts";
import { holds, listFinishedMonths, saveFinishedMonths } from "../store/finished-months.ts";
import { joinedLines, unpackLines } from "../store/lines.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";
import { todayOf, visibleAccounts, withHandle } from "./reading.ts";

type Name = keyof typeof LINES;
type Unfinished = Extract<ExportMonth, { lines: null }>;

/** Only what is asked most is kept: the plain dialect. */
const columnOf = (name: Name, extension: Extension, { excel }: Dialect): LinesColumn | null =>
  extension === "csv" ? (excel ? null : LINES[name].csv) : LINES[name].ndjson;

/** @param account the one that was asked for, by its handle; empty: all that the link shows */
export async function fileOfMonths(
  c: Ctx,
  name: Name,
  extension: Extension,
  { account, period, dialect }: { account: string; period: Period; dialect: Dialect },
): Promise<string> {
  const { DB } = c.env;
  const zone = c.get("time_zone");
  const link = c.get("export_link");
  const column = columnOf(name, extension, dialect);
  const asked = { from: monthOf(period.from), to: monthOf(period.to) };
  // of some accounts a month's own lines are joined
  const together = account === "" && allowedAccounts(link) === null ? column : null;
  const [visible, kept] = await Promise.all([
    visibleAccounts(c, link),
    together === null ? [] : listFinishedMonths(DB, together, asked),
  ]);
  const accounts = withHandle(visible, account);
  const stamps = accounts.map((one) => stampOf(name, one, zone));
  const finished = kept.filter((one) => holds(one, stamps));
  const spans = monthsWithout(
    asked,
    finished.map(({ month }) => month),
  );
  const months = await listExportMonths(DB, column, stamps, spans);
  const write = lineWriter(name, extension, dialect);
  const known = new Map(
    accounts.map((account, index) => [account.id, { account, stamp: stamps[index] }]),
  );
  const made: FinishedLines[] = [];
  const linesOf = (month: ExportMonth): readonly Line[] => {
    if (month.lines !== null) return month.lines;
    const { account, stamp } = known.get(month.account_id) ?? {};
    if (!account || !stamp) return [];
    const lines = LINES_OF[name](account, month, zone, write);
    const { id: account_id } = account;
    made.push({ account_id, month: month.month, stamp: stampIn(stamp, month.month), lines });
    return lines;
  };
  const others = [...Map.groupBy(months, ({ month }) => month)].map(([month, own]) => ({
    month,
    lines: inOrder(own.flatMap(linesOf)),
  }));
  if (column !== null) {
    const { version } = c.get("library");
    const running = monthOf(todayOf(c));
    const over = together === null ? [] : others.filter(({ month }) => month < running);
    const kept = saveFinishedMonths(DB, column, stamps, version, over);
    // one or the other, so that what a request keeps stays small; of months that are too long together each account's own
    keep(c, kept.length > 0 ? kept : saveLines(DB, column, version, made));
  }
  const places = PLACES[name](period, zone);
  const isCut = (month: string): boolean => month === asked.from || month === asked.to;
  const texts = [
    ...finished.map(({ month, packed }) => ({
      month,
      text: isCut(month) ? within(unpackLines(packed), places) : joinedLines(packed),
    })),
    ...others.map(({ month, lines }) => ({ month, text: within(lines, places) })),
  ].sort((a, b) => (a.month < b.month ? -1 : 1));
  return toFileOfLines(name, extension, texts.map(({ text }) => text).join(""), dialect);
}

/** What a line says that its month does not, and by which build it is written. */
const stampOf = (name: Name, { id, handle, posts_seen }: AccountRow, zone: string): Stamp => ({
  account_id: id,
  stamp: JSON.stringify([build, handle, zone]),
  more:
    name === "posts"
      ? Object.fromEntries(
          Object.entries(posts_seen).map(([month, seen]) => [month, JSON.stringify(seen)]),
        )
      : {},
});

const LINES_OF: Record<
  Name,
  (
    account: AccountRow,
    month: Unfinished,
    zone: string,
    write: ReturnType<typeof lineWriter>,
  ) => Line[]
> = {
  days: (account, { whole }, zone, write) =>
    dayRows({ ...whole, account }, zone).map((row) => ({
      at: dayNumber(String(row.date)),
      id: 0,
      text: write(row),
    })),

  posts: (account, { month, whole, texts }, zone, write) => {
    const seen = account.posts_seen[month] ?? {};
    return whole.posts.flatMap((post, index) => {
      const text = texts[index];
      if (post.hidden || !text) return [];
      const rates = {
        by_followers: engagementRate(post),
        by_reach: engagementRateByReach(post),
        by_views: engagementRateByViews(post),
      };
      const read_at = seen[post.id] ?? text.read_at;
      const row = postRow(account, post, { ...text, read_at }, rates, zone);
      return { at: post.published_at, id: post.id, text: write(row) };
    });
  },
};

/** A period as the places of lines. */
const PLACES: Record<Name, (period: Period, zone: string) => { from: number; to: number }> = {
  days: ({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }),
  posts: secondsIn,
};

/** Nobody waits for it, and nothing is lost where it fails: the next request makes them again. */
function keep(c: Ctx, statements: D1PreparedStatement[]): void {
  if (statements.length === 0) return;
  const saved = c.env.DB.batch(statements);
  c.executionCtx.waitUntil(saved.catch((error) => console.error(error)));
}
