/** plans.csv coming back in: what a person changed in a spreadsheet, whole or not at all. */
import type { AccountName } from "../model/account.ts";
import { isId } from "../model/id.ts";
import type { PlanFields } from "../model/plan.ts";
import { PLAN_COLUMNS, type PlanColumn } from "../model/plan-columns.ts";
import { isPlatform } from "../model/platform.ts";
import { type Fault, type FaultCode, fault } from "../model/problem.ts";
import { handleOf } from "./handle.ts";
import { planFields } from "./plan.ts";
import { missingFault, type PlanCells, planRefusal, planTable } from "./plan-table.ts";
import { MOST_FAULTS } from "./schema-faults.ts";

export type PlanCsvContext = {
  time_zone: string;
  accounts: readonly (AccountName & { id: number })[];
};

/** A plan of the file. */
export type PlanLine = {
  /** The first of its rows, as the spreadsheet counts them. */
  row: number;
  /** `null`: a new one. */
  id: number | null;
  /** The one that was exported: the plan is changed if it still stands. `null` of a new one. */
  version: number | null;
  fields: PlanFields;
};

/** What a new plan has at the least; of one that is there all that a person says, for a column that lacks would be emptied. */
const NEEDED: readonly PlanColumn[] = ["on", "platform", "account", "title"];
const TOLD: readonly PlanColumn[] = ["time_zone", "post"];
const ALL = PLAN_COLUMNS.map(({ name }) => name).filter((name) => !TOLD.includes(name));

/**
 * The plans of a file, in its order. Lines of one id are one plan in several accounts; a line without is a plan of its own.
 * What was seen (`post`) is not read. Throws the Problem that lists every fault by its row and column.
 */
export function fromPlanCsv(text: string, context: PlanCsvContext): PlanLine[] {
  const table = planTable(text);
  const changes = table.rows.some(({ cells }) => cells.id !== null);
  const missing = missingFault(changes ? ALL : NEEDED, table);
  if (missing) throw planRefusal([missing]);
  const faults: Fault[] = [];
  const lines: PlanLine[] = [];
  for (const cells of table.rows) {
    const line = lineOf(cells, context);
    if ("faults" in line) faults.push(...line.faults);
    else faults.push(...addLine(lines, line));
    if (faults.length >= MOST_FAULTS) break;
  }
  if (faults.length > 0) throw planRefusal(faults.slice(0, MOST_FAULTS));
  return lines;
}

const at = (row: number, column: PlanColumn): string => `row ${row} ${column}`;

function lineOf(
  { row, cells }: PlanCells,
  { accounts, time_zone }: PlanCsvContext,
): PlanLine | { faults: Fault[] } {
  const faults: Fault[] = [];
  const refuse = (column: PlanColumn, code: FaultCode) => faults.push(fault(at(row, column), code));
  const count = (column: PlanColumn): number | null => {
    const cell = cells[column]?.trim();
    if (cell === undefined) return null;
    if (isId(cell)) return Number(cell);
    refuse(column, "not_a_count");
    return null;
  };
  const [id, version, event] = [count("id"), count("version"), count("event")];
  const isNew = cells.id === null;
  if (!isNew && cells.version === null) refuse("version", "required");
  if (!isNew && cells.state === null) refuse("state", "required");
  if (cells.time_zone !== null && cells.time_zone.trim() !== time_zone) {
    refuse("time_zone", "other_zone");
  }
  const account = accountOf(cells, accounts);
  if (typeof account !== "number") refuse(...account);
  const said = planFields({
    on: cells.on?.trim() ?? undefined,
    at: hourOf(cells.at),
    accounts: [typeof account === "number" ? account : 1],
    format: wordOf(cells.format),
    topic: wordOf(cells.topic),
    title: cells.title ?? undefined,
    note: cells.note,
    person: cells.person,
    event,
    state: wordOf(cells.state) ?? undefined,
  });
  if ("faults" in said) {
    faults.push(...said.faults.map((one) => ({ ...one, path: `row ${row} ${one.path}` })));
  }
  if (faults.length > 0 || !("fields" in said)) return { faults };
  return { row, id, version: isNew ? null : version, fields: said.fields };
}

const wordOf = (cell: string | null): string | null => cell?.trim().toLowerCase() ?? null;

/** A spreadsheet that took `09:30` for an hour writes it in its own way: `9:30`, `9.30`, `09:30:00`. */
function hourOf(cell: string | null): string | null {
  if (cell === null) return null;
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?:[:.]00)?$/.exec(cell.trim()) ?? [];
  return hour && minute ? `${hour.padStart(2, "0")}:${minute}` : cell;
}

function accountOf(
  { platform, account }: PlanCells["cells"],
  accounts: PlanCsvContext["accounts"],
): number | [PlanColumn, FaultCode] {
  const named = wordOf(platform);
  if (named === null) return ["platform", "required"];
  if (!isPlatform(named)) return ["platform", "unknown_platform"];
  if (account === null) return ["account", "required"];
  const handle = handleOf(account);
  const known = accounts.find((one) => one.platform === named && one.handle === handle);
  return known?.id ?? ["account", "unknown_account"];
}

/** Puts the line to the plan that it belongs to; what it says of that plan has to be what the first said. */
function addLine(lines: PlanLine[], line: PlanLine): Fault[] {
  const first = line.id === null ? undefined : lines.find(({ id }) => id === line.id);
  if (!first) {
    lines.push(line);
    return [];
  }
  const { accounts, ...said } = line.fields;
  const other = Object.entries({ ...said, version: line.version }).find(
    ([name, value]) => Reflect.get({ ...first.fields, version: first.version }, name) !== value,
  );
  if (other) return [fault(`row ${line.row} ${other[0]}`, "lines_disagree")];
  if (accounts.some((account) => first.fields.accounts.includes(account))) {
    return [fault(at(line.row, "account"), "line_twice")];
  }
  first.fields.accounts.push(...accounts);
  return [];
}
