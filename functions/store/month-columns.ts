/** Months of accounts as columns beside them, a year that is kept whole (years.ts) in place of its twelve. */
import type { Platform } from "../model/platform.ts";
import { ACCOUNTS, type AccountRow } from "./accounts.ts";
import type { AccountYear } from "./years.ts";

/** What is read of months. */
export type Shape<Month> = {
  /** As JSON, of a row `m` of `months`. */
  month: string;
  /** As a text that begins with a brace, of a row `y` of `years`; null where the row does not hold it. */
  year: string;
  /** Of more letters a year is too long to be kept. */
  mostYearLength: number;
  /** @param json a list of months, or a kept year */
  unpack: (account_id: number, json: string) => Month[];
};

/** Which months, `YYYY-MM`, both ends included. */
export type Span = { from: string; to: string };

/** Months of one year; `year`: it is the whole one. */
type Piece = Span & { most: number; year: number | null };

/** A month as the number of months since the year 0. */
const numberOf = (month: string): number =>
  12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1;

const monthOfNumber = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/** A span by its years, oldest first. Their number is small: no period is longer than some years. */
function piecesOf({ from, to }: Span): Piece[] {
  const pieces: Piece[] = [];
  const end = numberOf(to);
  for (let first = numberOf(from); first <= end; ) {
    const year = Math.floor(first / 12);
    const last = Math.min(end, 12 * year + 11);
    const most = last - first + 1;
    const whole = most === 12 ? year : null;
    pieces.push({ from: monthOfNumber(first), to: monthOfNumber(last), most, year: whole });
    first = last + 1;
  }
  // a span backwards has no month, and a query some column
  return pieces.length > 0 ? pieces : [{ from, to, most: 0, year: null }];
}

const isKeptYear = (json: string): boolean => json.startsWith("{");

/** What the columns of months are called, each with the place of its piece. */
const MONTHS_AT = "months_";

export type MonthColumns = { id: number } & {
  [column: `${typeof MONTHS_AT}${number}`]: string | null;
};

/**
 * As columns of a row `a` of an account: its months, oldest first, as JSON, or a kept year in place of them. A text for each
 * piece of the span, since one holds no more than a row of D1. The number of its months is its limit, so that the row after the
 * last is not read.
 * @param first the number of the first parameter
 */
export function monthColumns<Month>(shape: Shape<Month>, span: Span, first: number) {
  const pieces = piecesOf(span);
  const values: (string | number)[] = [];
  const bind = (value: string | number) => `?${first + values.push(value) - 1}`;
  const sql = pieces.map(({ from, to, most, year }) => {
    const months = `(select json_group_array(${shape.month})
      from (select * from months m where m.account_id = a.id and m.month between ${bind(from)} and ${bind(to)}
        order by m.month limit ${bind(most)}))`;
    if (year === null) return months;
    const kept = `(select ${shape.year} from years y where y.account_id = a.id and y.year = ${bind(String(year).padStart(4, "0"))})`;
    return `coalesce(${kept}, ${months})`;
  });
  const jsonOf = (row: MonthColumns, at: number): string => row[`${MONTHS_AT}${at}`] ?? "[]";
  return {
    values,
    /** @param only a condition: where it does not hold there are none */
    columns: (only = "1"): string =>
      sql.map((one, at) => `case when ${only} then ${one} end as ${MONTHS_AT}${at}`).join(", "),
    monthsOf: (row: MonthColumns): Month[] =>
      pieces.flatMap((_piece, at) => shape.unpack(row.id, jsonOf(row, at))),
    /** The whole years that were read by the month, and that a row would hold. */
    unkeptOf: (row: MonthColumns): AccountYear[] =>
      pieces.flatMap(({ year }, at) => {
        const json = jsonOf(row, at);
        if (year === null || json === "[]" || isKeptYear(json)) return [];
        return json.length > shape.mostYearLength ? [] : [{ account_id: row.id, year }];
      }),
  };
}

/** Whose months are asked for: of all accounts that are not hidden, those that fit; `null`: any does. */
export type MonthOwners = {
  platforms: readonly Platform[] | null;
  ids: readonly number[] | null;
  /** What it is called, or was. */
  handle: string | null;
};

export type AccountsWith<Month> = {
  /** Every account as `listAccounts` gives them. */
  accounts: AccountRow[];
  /** Of those that are asked for; of an old handle perhaps of more. */
  months: Month[];
  /** The whole years that were read by the month. */
  unkept: AccountYear[];
};

/** Both in one question: whoever asks knows the accounts no sooner than their months. */
export async function listAccountsWith<Month>(
  db: D1Database,
  shape: Shape<Month>,
  span: Span,
  { platforms, ids, handle }: MonthOwners,
): Promise<AccountsWith<Month>> {
  const { values, columns, monthsOf, unkeptOf } = monthColumns(shape, span, 4);
  const rows = await ACCOUNTS.rows<Omit<MonthColumns, "id">>(
    db
      .prepare(
        `select ${ACCOUNTS.of("a")}, ${columns("a.asked")}
         from (select *, hidden_at is null and (?1 is null or instr(?1, ',' || platform || ','))
             and (?2 is null or instr(?2, ',' || id || ','))
             and (?3 is null or handle = ?3 or instr(old_handles, json_quote(?3))) as asked
           from accounts where merged_into is null) a order by a.id`,
      )
      .bind(listed(platforms), listed(ids), handle, ...values),
  );
  return {
    accounts: rows.map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).filter(([column]) => !column.startsWith(MONTHS_AT)),
        ) as AccountRow,
    ),
    months: rows.flatMap(monthsOf),
    unkept: rows.flatMap(unkeptOf),
  };
}

/** `,1,2,`: where a comma stands on both sides of each, one can be found in it. */
const listed = (values: readonly (string | number)[] | null): string | null =>
  values && `,${values.join()},`;
