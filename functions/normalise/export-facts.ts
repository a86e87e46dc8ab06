/** What is decided over a whole file before its rows are read: order of dates, day and zone of the file. */
import { dayNumber, dayOf, SECONDS_A_DAY } from "../model/day.ts";
import type { DateOrder, ExportKind } from "../model/import.ts";
import type { Platform } from "../model/platform.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import type { Role } from "./columns.ts";
import type { Csv } from "./csv.ts";
import { dateOrder, type FoundOrder, USUAL_ORDER } from "./date-order.ts";
import { type DateText, readDate, type WallTime, wallTime } from "./date-text.ts";
import type { ExportOptions } from "./export-options.ts";
import { type FileDay, fileDay } from "./file-day.ts";
import { META_ZONE, provedZone } from "./file-zone.ts";
import { instantOfPost } from "./id-instant.ts";
import { CLOCK_LEEWAY_SECONDS } from "./instant.ts";
import { postIdInLink } from "./permalink.ts";
import { plainName } from "./plain-name.ts";
import { zonedInstant } from "./published.ts";
import type { Recognised } from "./recognise.ts";
import { newestDay } from "./row-years.ts";

/** What a row says of its time, before anything is decided. */
export type TimedRow = {
  date: DateText | null;
  zoned: Instant | null;
  /** The instant in its post's id or short code. */
  made: Instant | null;
};

export type Facts = {
  /** Its rows are posts, whose place in time is the zone's to say; days are the platform's own. */
  of_posts: boolean;
  rows: TimedRow[];
  order: FoundOrder<TimedRow>;
  day: FileDay;
  /** The newest of days that say no year, where they were decided together. */
  newest_day: Day | null;
  /** The day from which a date without a year counts back: that newest one, else the file's. */
  file_day: Day;
  zone: string;
  /** The zone that was to be expected. */
  usual: string;
  /** The posts' ids prove the zone. */
  proved: boolean;
};

/** No zone's clock is further ahead. */
const FURTHEST_AHEAD = 14 * 3600;

export function factsOf(
  csv: Csv,
  recognised: Recognised,
  platform: Platform | null,
  options: ExportOptions,
): Facts {
  const { now, library_zone } = options;
  const rows = timedRows(csv, recognised, platform, now + CLOCK_LEEWAY_SECONDS);
  const order = dateOrder(rows, { now, chosen: options.date_order });
  const known = order.order ?? USUAL_ORDER;
  const own = columnOf(csv, recognised, "made").flatMap((text) => readDate(text) ?? []);
  const newest = newestOf(rows, known, now);
  const day = fileDay(options, { own, order: known, newest });
  const of_posts = recognised.places.has("published");
  const read_day = dayOf(day.read_at, library_zone);
  // posts may stand in any order
  const together = of_posts ? null : newestDay(dates(rows), known, read_day);
  const newest_day = options.newest_day ?? together;
  const file_day = newest_day ?? read_day;
  const usual = options.time_zone ?? usualZone(csv, recognised, library_zone);
  const witnesses = rows.flatMap((row) => {
    const wall = wallOf(row, known, file_day);
    const tells = wall !== null && wall.clock !== null && wall.offset === undefined;
    // who names his own zone says nothing of the others'
    return tells && row.made !== null ? { wall, made: row.made } : [];
  });
  const proved = provedZone(witnesses, [usual, META_ZONE, library_zone, "UTC"]);
  return {
    of_posts,
    rows,
    order,
    day,
    newest_day,
    file_day,
    usual,
    zone: proved ?? usual,
    proved: proved !== null,
  };
}

/** The rows' dates, of those that do not say their instant. */
export const dates = (rows: readonly TimedRow[]): (DateText | null)[] =>
  rows.map(({ date, zoned }) => (zoned === null ? date : null));

/** The day and clock of a row, where it states them without their zone. */
export const wallOf = (
  { date, zoned }: TimedRow,
  order: DateOrder,
  file_day: Day,
): WallTime | null => (zoned === null && date ? wallTime(date, order, file_day) : null);

const columnOf = ({ rows }: Csv, { places }: Recognised, role: Role): string[] => {
  const place = places.get(role);
  return place === undefined ? [] : rows.map(({ cells }) => cells[place] ?? "");
};

function timedRows(
  csv: Csv,
  recognised: Recognised,
  platform: Platform | null,
  latest: Instant,
): TimedRow[] {
  const { places } = recognised;
  const texts = columnOf(csv, recognised, places.has("published") ? "published" : "date");
  return csv.rows.map(({ cells }, index) => {
    const text = texts[index] ?? "";
    const url = cells[places.get("url") ?? -1]?.trim() || null;
    const said = cells[places.get("post_id") ?? -1]?.trim() || null;
    const id = (url && platform && postIdInLink(platform, url)) ?? said;
    const made = platform && instantOfPost(platform, id, url, latest);
    return { date: readDate(text), zoned: zonedInstant(text), made };
  });
}

/** When the newest post of a file was published at the earliest, as far as that is certain. */
function newestOf(rows: readonly TimedRow[], order: DateOrder, now: Instant): Instant | null {
  let newest: Instant | null = null;
  const today = dayOf(now, "UTC");
  for (const { date, zoned, made } of rows) {
    const wall = date?.year == null ? null : wallTime(date, order, today);
    const stated = wall && dayNumber(wall.day) * SECONDS_A_DAY + (wall.clock ?? 0) - FURTHEST_AHEAD;
    const at = made ?? zoned ?? stated;
    if (at !== null && at <= now && (newest === null || at > newest)) newest = at;
  }
  return newest;
}

const META: readonly ExportKind[] = ["facebook_posts", "instagram_posts", "meta_daily"];

/** What a kind of file usually writes: Meta its own clock, TikTok's files for businesses UTC, the others the person's. */
function usualZone({ header }: Csv, { kind, places }: Recognised, library_zone: string): string {
  if (META.includes(kind)) return META_ZONE;
  const views = plainName(header[places.get("views") ?? -1] ?? "");
  return kind === "tiktok_content" && BUSINESS_VIEWS.includes(views) ? "UTC" : library_zone;
}

/** The column by which TikTok's files for businesses are told from those of its Studio. */
const BUSINESS_VIEWS = ["video views", "tayangan video"];
