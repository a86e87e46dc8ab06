import type { Platform } from "./platform.ts";
import type { Fault } from "./problem.ts";

/** The files that platforms let a person export, and that are known here. Each is the kind of the import it becomes. */
export const EXPORT_KINDS = [
  "facebook_posts",
  "instagram_posts",
  "x_content",
  "x_overview",
  "tiktok_content",
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What is typed by hand is kept, and undone, like a file; and so is what one account brings that was merged into another. */
export type ImportKind = ExportKind | "typed" | "merged";

export const EXPORT_PLATFORM: Record<ExportKind, Platform> = {
  facebook_posts: "facebook",
  instagram_posts: "instagram",
  x_content: "x",
  x_overview: "x",
  tiktok_content: "tiktok",
};

/** As the platforms call them, where they can be exported. */
export const EXPORT_TITLES: Record<ExportKind, string> = {
  facebook_posts: "Meta Business Suite, Facebook posts",
  instagram_posts: "Meta Business Suite, Instagram posts",
  x_content: "X account analytics, content",
  x_overview: "X account analytics, overview",
  tiktok_content: "TikTok Studio, content",
};

/**
 * A row of a file that was left out: its number as the file counts them, the header being row 1, and why. A fault's path
 * is the column's name as the file has it, empty where the row is meant; `message` says them all, `code` is the first's.
 */
export type SkippedRow = { row: number; code: string; message: string; faults: Fault[] };
