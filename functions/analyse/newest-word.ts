/**
 * A platform's days of which it is not kept any more when each figure was said: of those the newest word counts, and when it
 * was said last is told by a row, though that may say nothing new. A reading from before it changes nothing.
 */
import { type DaySaid, FORGOTTEN_DAY } from "../model/day-said.ts";
import type { Instant } from "../model/snapshot.ts";
import {
  bitOf,
  DAY_FIELDS,
  type DayField,
  foldPlatformDay,
  NO_DAY,
  type PlatformDay,
} from "./platform-day.ts";
import { lastUpTo } from "./repeats.ts";

/** Nothing is kept of when it was said. */
export const NOT_KEPT: DaySaid = [[FORGOTTEN_DAY, 0, Number.MAX_SAFE_INTEGER, 0]];

/** Up to here nobody knows any more when what was said. */
export const forgottenUpTo = (said: DaySaid): Instant =>
  said.find(([fields]) => fields === FORGOTTEN_DAY)?.[2] ?? -1;

const isCollected = ({ import_id }: PlatformDay): boolean => import_id === null;

/** The newest row that tells a figure. */
const wordOf = <Row extends PlatformDay>(rows: readonly Row[], field: DayField): Row | undefined =>
  rows
    .filter((row) => isCollected(row) && row[field] !== null)
    .toSorted((a, b) => a.read_at - b.read_at || a.version - b.version)
    .at(-1);

/** A reading put among the rows where it is the newest word of a figure. @returns the same rows where it is of none */
export function withNewestWord<Row extends PlatformDay>(
  rows: readonly Row[],
  row: Row,
  upTo: Instant,
): readonly Row[] {
  const news = DAY_FIELDS.filter((field) => {
    if (row[field] === null) return false;
    const word = wordOf(rows, field);
    if (!word || word.read_at < row.read_at) return true;
    return word.read_at === row.read_at && word[field] !== row[field];
  });
  if (news.length === 0) return rows;
  const said = Object.fromEntries(news.map((field) => [field, row[field]]));
  return tidied([...rows, { ...row, ...NO_DAY, ...said }], upTo);
}

/** The rows with when each figure was said last, before that is forgotten. @returns the same where they tell it already */
export function settled<Row extends PlatformDay>(
  rows: readonly Row[],
  said: DaySaid,
  upTo: Instant,
): readonly Row[] {
  const [like] = rows.filter(isCollected);
  if (!like) return rows;
  let all = rows;
  for (const field of DAY_FIELDS) {
    const at = lastSaid(said, field, upTo);
    const earlier = rows.filter((row) => isCollected(row) && row.read_at <= at);
    const value = foldPlatformDay(earlier)[field];
    const word = wordOf(earlier, field);
    if (value === null || !word || word.read_at >= at) continue;
    all = [...all, { ...like, ...NO_DAY, version: word.version, read_at: at, [field]: value }];
  }
  return all === rows ? rows : tidied(all, upTo);
}

const lastSaid = (said: DaySaid, field: DayField, upTo: Instant): Instant =>
  said.reduce((last, [fields, ...run]) => {
    if (fields === FORGOTTEN_DAY || (fields & bitOf(field)) === 0) return last;
    return Math.max(last, lastUpTo([run], upTo) ?? -1);
  }, -1);

/**
 * One row an instant, each with its news and with what was said last then, as far as that is told by rows alone. Where an
 * import has a hand in them every row stays as it is: undoing it must leave what the others said.
 * @param upTo until when it is
 */
export function tidied<Row extends PlatformDay>(rows: readonly Row[], upTo: Instant): Row[] {
  const ordered = rows.toSorted((a, b) => a.read_at - b.read_at || a.version - b.version);
  if (!rows.every(isCollected)) return joined(ordered);
  const words = ordered.filter(({ read_at }) => read_at <= upTo);
  const last = new Map(DAY_FIELDS.map((field) => [field, wordOf(words, field)?.read_at]));
  const alone: Row[] = [];
  for (const row of joined(ordered)) {
    const known = foldPlatformDay(alone);
    const fields = DAY_FIELDS.filter(
      (field) =>
        row[field] !== null && (row[field] !== known[field] || last.get(field) === row.read_at),
    );
    if (fields.length === 0) continue;
    const said = Object.fromEntries(fields.map((field) => [field, row[field]]));
    alone.push({ ...row, ...NO_DAY, ...said });
  }
  return alone;
}

/** Those of one hand and one instant are one row. */
function joined<Row extends PlatformDay>(ordered: readonly Row[]): Row[] {
  const groups = Map.groupBy(ordered, ({ read_at, import_id, version }) =>
    import_id === null ? `${read_at}` : `${read_at} ${version}`,
  );
  return [...groups.values()].flatMap(([row, ...others]) =>
    row ? [{ ...row, ...foldPlatformDay([row, ...others]) }] : [],
  );
}
