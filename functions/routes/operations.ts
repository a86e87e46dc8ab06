/** Every operation of the API, once: what it is for, who may call it, what it takes. The description is made from this. */
import * as z from "zod";
import { GRAINS } from "../model/day.ts";
import { FORMATS } from "../model/format.ts";
import { HEADLINE_METRICS, RATE_BASES } from "../model/metric.ts";
import { PROBLEM_STATUS, type ProblemCode } from "../model/problem.ts";
import { TOPICS } from "../model/topic.ts";
import { connectionWire } from "../normalise/connection.ts";
import { snapshotsWire, snapshotWire } from "../normalise/snapshot-schema.ts";
import { typedWire } from "../normalise/typed.ts";
import { POST_SORTS, PRESETS } from "../present/view.ts";
import { accountChangeWire } from "./accounts.ts";
import { newLinkWire } from "./links.ts";
import { correctionWire } from "./posts.ts";
import { settingsWire } from "./settings.ts";
import { excusedWire, STREAK_STATES, streakWire } from "./streaks.ts";

export type Operation = {
  method: "get" | "post" | "patch" | "delete";
  path: string;
  summary: string;
  /** Kinds of token, or `anyone`. */
  who: string;
  query?: z.ZodObject;
  body?: Record<string, z.ZodType>;
  answer: { status: number; type: string; schema: z.ZodType };
  /** The problems that it answers beside the usual ones. */
  problems?: readonly ProblemCode[];
  /** What it answers with another status that is no problem's. */
  also?: Record<number, { description: string; schema: z.ZodType }>;
};

const text = (description: string, example?: string) =>
  z
    .string()
    .optional()
    .meta({ description, ...(example === undefined ? {} : { example }) });

const PERIOD = {
  platform: text("Platforms, with commas between them; left out: all", "instagram,x"),
  account: text("An account's handle", "perpustakaan.pasuruan"),
  from: text("First day of the period (at most five years)", "2026-10-27"),
  to: text("Last day of the period; left out: today", "2026-11-23"),
};
const CHOICE = {
  ...PERIOD,
  period: z
    .enum(PRESETS)
    .optional()
    .meta({ description: "Instead of from and to: so long up to today; left out: 28d" }),
  rate: z
    .enum(RATE_BASES)
    .optional()
    .meta({ description: "What engagement rates are taken of; left out: followers" }),
};

const anything = z.record(z.string(), z.unknown());
const json = (schema: z.ZodType = anything, status = 200) => ({
  status,
  type: "application/json",
  schema,
});

const counts = z
  .strictObject({
    snapshots: z.int(),
    accounts_added: z.int(),
    posts_added: z.int(),
    readings_added: z.int(),
    readings_replaced: z.int(),
    readings_unchanged: z.int(),
  })
  .meta({ id: "Stored", description: "What a push changed" });

export const problemWire = z
  .strictObject({
    error: z.strictObject({
      code: z.enum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]),
      message: z.string(),
      problems: z.array(
        z.strictObject({ path: z.string(), code: z.string(), message: z.string() }),
      ),
    }),
  })
  .meta({ id: "Problem", description: "The one shape of every error but of /healthz" });

const health = z
  .strictObject({
    ok: z.boolean().meta({ description: "false, and status 503: the collector stands still" }),
    version: z.string(),
    schema: z.int().meta({ description: "The newest migration that this version knows" }),
    last_collected_at: z.string().nullable(),
  })
  .meta({ id: "Health", description: "Is it alive, and is it collecting" });

const progress = z
  .looseObject({ done: z.boolean(), remaining: z.int() })
  .meta({ id: "Progress", description: "Call again until done" });

const ADMIN = "admin";
const VIEW = "view";

export const OPERATIONS: readonly Operation[] = [
  {
    method: "post",
    path: "/api/snapshots",
    summary: "Store one Snapshot, an array of them, or one a line (NDJSON); whole or not at all",
    who: "push, admin",
    body: { "application/json": snapshotsWire, "application/x-ndjson": snapshotWire },
    answer: json(counts),
    problems: ["conflict"],
  },
  {
    method: "post",
    path: "/api/import",
    summary: "Store a platform's own CSV export, or a piece of one",
    who: ADMIN,
    query: z.object({
      platform: text("Where the file comes from, if it does not say"),
      account: text("The account's handle, if the file does not say"),
      time_zone: text(
        "The zone of the file's times; left out: the library's",
        "America/Los_Angeles",
      ),
      read_at: text("When the file was made", "2026-11-23T05:00:00Z"),
      name: text("The file's name"),
      import: text("The import that this piece belongs to, from the answer to the first"),
      first_row: text(
        "The number of this piece's first row in the file, whose header is row 1; left out: 2",
      ),
    }),
    body: { "text/csv": z.string() },
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  {
    method: "post",
    path: "/api/typed",
    summary: "Store figures that were typed by hand: followers on a day, or one post's figures",
    who: ADMIN,
    body: { "application/json": typedWire },
    answer: json(anything, 201),
    problems: ["not_found"],
  },
  {
    method: "get",
    path: "/api/imports",
    summary: "What came in by file or by hand",
    who: ADMIN,
    answer: json(),
  },
  {
    method: "delete",
    path: "/api/imports/{id}",
    summary: "Undo an import whole, a slice a call",
    who: ADMIN,
    answer: json(progress),
    problems: ["not_found"],
  },
  {
    method: "post",
    path: "/api/rebuild",
    summary: "Derive every figure anew from the raw readings, a slice a call",
    who: ADMIN,
    answer: json(progress),
  },
  {
    method: "get",
    path: "/api/settings",
    summary: "The library's settings",
    who: ADMIN,
    answer: json(settingsWire),
  },
  {
    method: "patch",
    path: "/api/settings",
    summary: "Change the library's settings; a new time zone needs a rebuild",
    who: ADMIN,
    body: { "application/json": settingsWire },
    answer: json(),
  },
  {
    method: "get",
    path: "/api/accounts",
    summary: "The accounts, with what was read of them last",
    who: VIEW,
    query: z.object({ platform: PERIOD.platform, account: PERIOD.account }),
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "post",
    path: "/api/accounts",
    summary: "Connect an account: its credentials are tested at once and kept encrypted",
    who: ADMIN,
    body: { "application/json": connectionWire },
    answer: json(anything, 201),
    problems: ["conflict", "upstream", "unavailable"],
  },
  {
    method: "patch",
    path: "/api/accounts/{id}",
    summary: "Name an account, or hide it",
    who: ADMIN,
    body: { "application/json": accountChangeWire },
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "delete",
    path: "/api/accounts/{id}",
    summary: "Forget an account's credentials and hide it; with erase=true its history goes too",
    who: ADMIN,
    query: z.object({ erase: text("true: everything of the account, for good") }),
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "post",
    path: "/api/collect",
    summary: "Collect now",
    who: ADMIN,
    query: z.object({
      account: text("An account's id or handle; left out: all that have credentials, due or not"),
    }),
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  {
    method: "get",
    path: "/api/runs",
    summary: "What each collection did, and why it failed",
    who: VIEW,
    query: z.object({ platform: PERIOD.platform, account: PERIOD.account }),
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "get",
    path: "/api/overview",
    summary: "The Overview's figures, an account each and in all, with the period before",
    who: VIEW,
    query: z.object(CHOICE),
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "get",
    path: "/api/series",
    summary: "One figure's lines; a bucket without a value is there with null",
    who: VIEW,
    query: z.object({
      metric: z.enum(HEADLINE_METRICS).optional(),
      grain: z.enum(GRAINS).optional(),
      ...CHOICE,
    }),
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "get",
    path: "/api/posts",
    summary: "Posts with their figures",
    who: VIEW,
    query: z.object({
      q: text("Words that all occur in the caption"),
      format: z
        .enum([...FORMATS, "posts"])
        .optional()
        .meta({ description: '"posts": all but stories' }),
      topic: z.enum(TOPICS).optional(),
      sort: z.enum(POST_SORTS).optional(),
      cursor: text("The next page, from the answer before"),
      ...CHOICE,
    }),
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "get",
    path: "/api/posts/{id}",
    summary: "One post with its readings",
    who: VIEW,
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "patch",
    path: "/api/posts/{id}",
    summary:
      "Correct a post's format, topic or paid mark, or hide it; null takes a correction back",
    who: ADMIN,
    body: { "application/json": correctionWire },
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "get",
    path: "/api/streaks",
    summary: "Weak and strong content streaks with their evidence",
    who: VIEW,
    query: z.object({
      state: z.enum(STREAK_STATES).optional(),
      ...PERIOD,
    }),
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "get",
    path: "/api/streaks/{id}",
    summary: "One streak with its evidence: its posts and those of the norm before it",
    who: VIEW,
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "post",
    path: "/api/excused",
    summary: "Leave a post, or a span of an account's days, out of its norm for a reason",
    who: ADMIN,
    body: { "application/json": excusedWire },
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "patch",
    path: "/api/streaks/{id}",
    summary: "Note a reason: the run is then left out of the norm; null takes it back",
    who: ADMIN,
    body: { "application/json": streakWire },
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "get",
    path: "/api/links",
    summary: "View, push and export tokens, with their last use",
    who: ADMIN,
    answer: json(),
  },
  {
    method: "post",
    path: "/api/links",
    summary: "Make a token",
    who: ADMIN,
    body: { "application/json": newLinkWire },
    answer: json(anything, 201),
  },
  {
    method: "delete",
    path: "/api/links/{id}",
    summary: "Revoke a token for good",
    who: ADMIN,
    answer: json(),
    problems: ["not_found"],
  },
  {
    method: "get",
    path: "/export/v1/{token}/{file}",
    summary:
      "accounts, days, posts, snapshots or streaks as .csv, .json or .ndjson, or datapackage.json",
    who: "export (in the address)",
    query: z.object({
      from: PERIOD.from,
      to: PERIOD.to,
      account: PERIOD.account,
      dialect: text("excel: opens in Excel with a double click"),
      lang: text("id: with dialect=excel, semicolons and decimal commas"),
      download: text("1: as a file to keep"),
    }),
    answer: { status: 200, type: "text/csv", schema: z.string() },
    problems: ["invalid", "not_found", "gone", "rate_limited"],
  },
  {
    method: "get",
    path: "/healthz",
    summary: "Is it alive, and is it collecting? 503 when the collector stands still",
    who: "anyone",
    answer: json(health),
    also: { 503: { description: "The collector stands still", schema: health } },
  },
];
