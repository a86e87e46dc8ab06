/**
 * A backup's rows, held to what Denyut itself writes there: a file may have been changed by hand and signed anew, and what a page
 * cannot read would close that page for good. The database's own checks hold besides.
 */
import * as z from "zod";
import { FACTORS } from "../model/claim.ts";
import { isDay, isTimeZone, SECONDS_A_DAY } from "../model/day.ts";
import { HOUR_BANDS } from "../model/hour-band.ts";
import { WEBHOOK_WAYS } from "../model/recipient.ts";
import type { Instant } from "../model/snapshot.ts";
import { TOPICS } from "../model/topic.ts";
import { STORED_VERDICTS } from "../model/trial.ts";
import { addressFault } from "./event.ts";
import { isBlank } from "./person-text.ts";
import { clock, wishesWire } from "./recipient.ts";
import { storedReportSettings } from "./report-settings.ts";
import { newShortLinkWire } from "./short-link.ts";
import { storedTargetMix } from "./target-mix.ts";
import { workingHoursWire } from "./working-hours.ts";

/** Clocks differ. */
const AHEAD = SECONDS_A_DAY;
/** The last second of the year 9999: no later one can be written as a date. */
const LAST_INSTANT = 253_402_300_799;

/** Columns that hold fractions; every other number is whole. */
const FRACTIONS = [
  "x_ceiling_usd",
  "severity",
  "peak",
  "posts_per_week",
  "reach_ratio",
  "reaction_ratio",
  "value",
  "ratio",
  "low",
  "high",
  "chance",
];

const positive = z.int().min(1);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const zone = z.string().refine(isTimeZone);
const day = z.string().refine(isDay);
const list = z.array(z.unknown());
const object = z.record(z.string(), z.unknown());
const ids = z.array(positive);

const ofSides = z.object({ a: z.int().min(0), b: z.int().min(0) });
const ratio = z.number().positive();
const storedTrialResult = z.object({
  method: z.literal([1, 2]),
  verdict: z.enum(STORED_VERDICTS),
  drawn: ofSides,
  published: ofSides,
  kept: ofSides,
  compared: ofSides,
  size: z.object({ ratio, low: ratio.nullable(), high: ratio.nullable() }).nullable(),
  chance: z.number().min(0).max(1).nullable(),
  seen_from: ratio.nullable(),
  posts: z.object({ a: ids, b: ids }),
});

/** Text that is JSON of this shape. */
const json = (shape: z.ZodType) =>
  z.string().refine((text) => {
    const value = parsed(text);
    return value !== undefined && shape.safeParse(value).success;
  });

/** As the first version of reports has them; later ones have more. */
const report = z.looseObject({
  format: z.literal(1),
  month,
  from: day,
  to: day,
  made_at: z.int().min(0).max(LAST_INSTANT),
  library: z.string(),
  time_zone: zone,
  settings: storedReportSettings,
  ...Object.fromEntries(
    ["summary", "targets", "accounts", "all", "formats", "topics", "best", "weakest"].map(
      (field) => [field, z.array(object)],
    ),
  ),
  ...Object.fromEntries(
    ["streaks", "events", "notes", "outages", "advice", "posts"].map((field) => [
      field,
      z.array(object),
    ]),
  ),
  posts_left_out: z.int().min(0),
});

/** 0: all accounts together. */
const accountOrAll = z.int().min(0);
const above0 = z.number().positive();
const tie = z.object({ factor: z.enum(FACTORS), level: z.string(), share: z.number() });
const level = z.looseObject({
  factor: z.enum(FACTORS),
  level: z.string(),
  posts: z.int().min(0),
  size: z.object({ ratio: above0, low: above0, high: above0 }).nullable(),
  entangled_with: tie.nullable(),
});
const lookResult = z.object({
  levels: z.looseObject({ posts: z.int().min(0), levels: z.array(level) }),
  cells: z.array(z.looseObject({ hours: z.enum(HOUR_BANDS), posts: z.int().min(0) })),
  members: z.record(z.string(), ids),
});

const standingClaim = z.looseObject({
  account_id: accountOrAll.nullable(),
  of: ids,
  month,
  factor: z.enum(FACTORS),
  level: z.string(),
  direction: z.union([z.literal(1), z.literal(-1)]),
  ratio: above0,
  entangled_with: tie.nullable(),
});

/** What a column holds, by its name alone where no table is named. A `null` is left to the database. */
const SHAPES: Readonly<Record<string, z.ZodType>> = {
  id: positive,
  post_id: positive,
  account_id: positive,
  import_id: positive,
  version: z.int().min(0),
  month,
  date: day,

  "library.name": z
    .string()
    .max(200)
    .refine((text) => !isBlank(text)),
  "library.time_zone": zone,
  "library.topic_rules": json(z.partialRecord(z.enum(TOPICS), z.array(z.string()))),
  "library.report_settings": json(storedReportSettings),
  "library.working_hours": json(workingHoursWire),
  "library.target_mix": json(storedTargetMix),
  "library.contact": z.email().max(200),
  "library.last_post": z.int().min(0),
  "library.topics_due": z.int().min(0),
  "library.standing_claims": json(z.array(standingClaim)),

  "imports.time_zone": zone,

  "accounts.held": json(list),
  "accounts.days_seen": json(object),
  "accounts.old_handles": json(list),
  "accounts.merged": json(object),
  "accounts.posts_seen": json(object),
  "accounts.norm": json(object),
  "accounts.merged_into": positive,

  // a login belongs to the admin token of its own installation
  "links.kind": z.enum(["push", "view", "export", "plan"]),
  "links.name": z.string().min(1).max(200),
  "links.hash": z.string().regex(/^[0-9a-f]{64}$/),
  "links.accounts": json(ids),

  "changes.before": json(z.unknown()),
  "changes.after": json(z.unknown()),

  "posts.held": json(list),
  "posts.fold": json(object),
  previous_held: json(list),

  "streaks.evidence": json(object),
  "streaks.told": json(object),
  "notices.evidence": json(object),
  "notices.streak_id": positive,
  "notices.event_id": positive,

  "events.hashtags": json(z.array(z.string())),
  "events.url": z.string().refine((text) => addressFault(text) === null),
  "events.effect": json(object),
  "event_posts.event": positive,
  "event_posts.post": positive,

  "plans.matches": json(list),
  "notes.accounts": json(ids),
  "targets.account": positive,

  "trials.account": positive,
  "trials.starts_on": day,
  "trials.broken_on": day,
  "trials.weekdays": json(z.array(z.int().min(1).max(7)).min(1)),
  "trials.lots": json(
    z.array(z.strictObject({ plan: positive, on: day, side: z.enum(["a", "b"]) })).min(1),
  ),
  "trials.power": json(z.object({ of_ten: z.number(), noise: z.number(), posts: z.number() })),
  "trials.result": json(storedTrialResult),

  "short_links.slug": newShortLinkWire.shape.slug,
  "short_links.target": newShortLinkWire.shape.target,
  "short_links.event": positive,
  "clicks.link": positive,

  "reports.body": json(report),
  "reports.revision": positive,

  "recipients.way": z.enum(WEBHOOK_WAYS),
  "recipients.name": wishesWire.shape.name,
  "recipients.kinds": json(wishesWire.shape.kinds),
  "recipients.quiet_from": clock,
  "recipients.quiet_to": clock,
  "recipients.hash": z.string().regex(/^[0-9a-f]{64}$/),
  "looks.account_id": accountOrAll,
  "looks.of": json(ids),
  "looks.late": z.int().min(0),
  "looks.result": json(lookResult),
  "claims.account_id": accountOrAll,
  "claims.factor": z.enum(FACTORS),
  "claims.level": z.string().min(1),
  "claims.ratio": above0,
  "claims.low": above0,
  "claims.high": above0,
  "claims.chance": above0.max(1),
  "claims.entangled_with": json(tie),

  "collections.refusals": json(list),
  "collections.memory": json(object),
  "collections.problem": json(object),
};

/** Days: `on_day`, `published_on`, `from_on` and their like. */
const DAYS = /(^on_day|_on)$/;
const INSTANTS = /(^|_)at$/;

/**
 * What says of a row of these columns, a JSON array, which of them is not as Denyut writes it; `""`: it is no row of them. `null`:
 * all is well.
 */
export function rowChecker(
  table: string,
  columns: readonly string[],
  now: Instant,
): (line: string) => string | null {
  const checks = columns.map((column) => checkOf(table, column, now));
  const [month, body] = [columns.indexOf("month"), columns.indexOf("body")];
  return (line) => {
    const row = parsed(line);
    if (!Array.isArray(row) || row.length !== columns.length) return "";
    const at = row.findIndex((value, index) => value !== null && !checks[index]?.(value));
    if (at >= 0) return columns[at] ?? "";
    // a report lies under its own month
    if (table !== "reports" || body < 0) return null;
    const { month: own } = parsed(String(row[body])) as { month?: unknown };
    return own === row[month] ? null : "body";
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of a value that is not `null`. */
function checkOf(table: string, column: string, now: Instant): (value: unknown) => boolean {
  const shape = SHAPES[`${table}.${column}`] ?? SHAPES[column];
  const fraction = FRACTIONS.includes(column);
  const [isInstant, isOfDay] = [INSTANTS.test(column), DAYS.test(column)];
  // it is what all figures are measured from, and only moves forward
  const last = column === "last_read_at" ? now + AHEAD : LAST_INSTANT;
  return (value) => {
    if (typeof value === "number") {
      if (!(fraction ? Number.isFinite(value) : Number.isSafeInteger(value))) return false;
      if (isInstant && (value < 0 || value > last)) return false;
    } else if (typeof value !== "string" || (isOfDay && !isDay(value))) return false;
    return shape === undefined || shape.safeParse(value).success;
  };
}
