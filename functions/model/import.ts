import type { Platform } from "./platform.ts";
import type { Fault, FaultCode } from "./problem.ts";
import type { Day, Instant } from "./snapshot.ts";

/** The files that platforms let a person export, and that are known here. Each is the kind of the import it becomes. */
export const EXPORT_KINDS = [
  "facebook_posts",
  "instagram_posts",
  "meta_daily",
  "x_content",
  "x_overview",
  "tiktok_content",
  "tiktok_overview",
  "tiktok_followers",
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What is typed by hand is kept, and undone, like a file; and so is what one account brings that was merged into another. */
export type ImportKind = ExportKind | "typed" | "merged";

/** Whose files they are. Meta writes the same daily file for both of its platforms. */
export const EXPORT_PLATFORMS: Record<ExportKind, readonly [Platform, ...Platform[]]> = {
  facebook_posts: ["facebook"],
  instagram_posts: ["instagram"],
  meta_daily: ["instagram", "facebook"],
  x_content: ["x"],
  x_overview: ["x"],
  tiktok_content: ["tiktok"],
  tiktok_overview: ["tiktok"],
  tiktok_followers: ["tiktok"],
};

/** As the platforms call them, where they can be exported. */
export const EXPORT_TITLES: Record<ExportKind, string> = {
  facebook_posts: "Meta Business Suite, Facebook posts",
  instagram_posts: "Meta Business Suite, Instagram posts",
  meta_daily: "Meta Business Suite, one figure day by day",
  x_content: "X account analytics, content",
  x_overview: "X account analytics, overview",
  tiktok_content: "TikTok Studio, content",
  tiktok_overview: "TikTok Studio, overview",
  tiktok_followers: "TikTok Studio, follower history",
};

/**
 * A row of a file that was left out: its number as the file counts them, the header being row 1, and why. A fault's path
 * is the column's name as the file has it, empty where the row is meant; `message` says them all, `code` is the first's.
 */
export type SkippedRow = { row: number; code: string; message: string; faults: Fault[] };

/** How a file writes `9/11/2026`; the year first only where it has two digits, as in `26/11/09`. */
export const DATE_ORDERS = ["day_first", "month_first", "short_year_first"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Which mark groups the thousands: `12,400` or `12.400`. The other one is the decimal mark. */
export const FRACTION_STYLES = ["comma_groups", "point_groups"] as const;
export type FractionStyle = (typeof FRACTION_STYLES)[number];

/** A file that was put together from several may group by both: of counts, which have no fraction, that can be read. */
export const NUMBER_STYLES = [...FRACTION_STYLES, "both_groups"] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

/** What a spreadsheet left of a file's long ids: all of them, or their first 15 digits and zeros. */
export const ID_STATES = ["whole", "zeroed"] as const;
export type IdState = (typeof ID_STATES)[number];

/**
 * What is decided over a whole file. Sent back with each piece of it, so that all are read alike: the names are those of
 * the options.
 */
export type Decided = {
  /** The zone of the file's own times. */
  time_zone: string;
  /** `null`: no date in it leaves room for two readings. */
  date_order: DateOrder | null;
  /** When the file was made. */
  read_at: Instant;
  /** Whose file it is, by the platform's id or, where it says none, the handle; `null`: it does not say. */
  owner: string | null;
  numbers: NumberStyle;
  /** How its lengths of time are written, which have fractions; `null`: it has none. */
  seconds: FractionStyle | null;
  /** The newest of its days, from which those without a year count back; `null`: each is counted back from the file's own. */
  newest_day: Day | null;
  ids: IdState;
};

/** From what it is known when a file was made: the person, its own column, its name, its last change, or nothing. */
export type ReadAtFrom = "chosen" | "file" | "name" | "modified" | "now";

/** What may be asked of a person: parameters of the request, and what else a file leaves open. */
export type AskedParameter = "date_order" | "time_zone" | "read_at" | "account";

/** `value` as the parameter takes it; `published_at`: when the first row in doubt would stand then. */
export type Choice = { value: string; published_at: Instant | null };

/**
 * What a person should see before a file is stored.
 *
 * - `date_order` nothing tells day from month
 * - `time_zone` nothing proves the zone of the file's times, or its posts prove another one than was to be expected
 * - `clock_differs` the file's times contradict the instants in the posts' ids, which were taken
 * - `year_guessed` dates without a year were counted back from the file's day, and nothing says that day for certain
 * - `read_at` the file's own day, or the one in its name, lies before posts in it, and was passed over
 * - `several_accounts` posts are of several accounts, and nothing tells which of them it is of
 * - `no_account` the file does not say whose it is
 */
export type Doubt = {
  code:
    | Extract<FaultCode, "date_order" | "several_accounts" | "no_account">
    | "time_zone"
    | "clock_differs"
    | "year_guessed"
    | "read_at";
  /** How many rows it is about. */
  rows: number;
  /** `null`: there is nothing to choose. */
  ask: { parameter: AskedParameter; choices: Choice[]; chosen: string | null } | null;
  /** Nothing can be stored before it is answered. */
  must: boolean;
};
