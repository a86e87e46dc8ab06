/** Every operation of the API, once: what it is for, what it takes and answers. The description is made from this. */
import * as z from "zod";
import { AGAINST, GRAINS } from "../model/day.ts";
import { FORMATS } from "../model/format.ts";
import { HEADLINE_METRICS } from "../model/metric.ts";
import type { ProblemCode } from "../model/problem.ts";
import { TOPICS } from "../model/topic.ts";
import { connectionWire } from "../normalise/connection.ts";
import { newRecipientWire } from "../normalise/recipient.ts";
import { snapshotsWire, snapshotWire } from "../normalise/snapshot-schema.ts";
import { typedWire } from "../normalise/typed.ts";
import { POST_SORTS } from "../present/views/posts.ts";
import { accountChangeWire, mergeWire } from "./accounts.ts";
import type { Address } from "./addresses.ts";
import { importedWire, importQuery } from "./import-shapes.ts";
import { newLinkWire } from "./links.ts";
import {
  anything,
  CHOICE,
  healthWire,
  json,
  madeReportWire,
  mergingWire,
  PERIOD,
  progressWire,
  restoringWire,
  storedWire,
  text,
} from "./operation-shapes.ts";
import { PLANNING } from "./planning-operations.ts";
import { correctionWire } from "./post-corrections.ts";
import { responsesWire } from "./response-shapes.ts";
import { settingsWire } from "./settings.ts";
import { excusedWire, streakWire } from "./streak-reasons.ts";
import { STREAK_STATES } from "./streaks.ts";
import { worksWire } from "./works-shapes.ts";

export type Operation = {
  summary: string;
  query?: z.ZodObject;
  body?: Record<string, z.ZodType>;
  answer: { status: number; type: string; schema: z.ZodType };
  /** The problems that it answers beside the usual ones. */
  problems?: readonly ProblemCode[];
  /** What it answers with another status that is no problem's. */
  also?: Record<number, { description: string; schema: z.ZodType }>;
};

/** All of the API but what describes it, the export's files, and whether it is alive. The other addresses are pages. */
type Described =
  | Exclude<Address & `${string} /api/${string}`, "GET /api/openapi.json" | "GET /api/docs">
  | "GET /export/v1/:token/:file{[a-z]+\\.[a-z]+}"
  | "GET /healthz";

export const OPERATIONS: Record<Described, Operation> = {
  "POST /api/snapshots": {
    summary: "Store one Snapshot, an array of them, or one a line (NDJSON); whole or not at all",
    body: { "application/json": snapshotsWire, "application/x-ndjson": snapshotWire },
    answer: json(storedWire),
    problems: ["conflict"],
  },
  "GET /api/subscriptions": {
    summary: "Who is told of notices: the admin's list, or a viewer's own device",
    query: z.object({
      device: text(
        "SHA-256, in hex, of the address that the browser is reached at: that one alone",
      ),
    }),
    answer: json(),
  },
  "POST /api/subscriptions": {
    summary:
      "Tell one more: a browser of whoever asks, or (the admin) a webhook; the same again changes what it is told",
    body: { "application/json": newRecipientWire },
    answer: json(anything, 201),
    problems: ["conflict", "unavailable"],
  },
  "DELETE /api/subscriptions/:id": {
    summary: "Tell one no more; a viewer its own device, named by device",
    query: z.object({ device: text("As in the list") }),
    answer: json(),
    problems: ["not_found"],
  },
  "POST /api/import": {
    summary:
      "Store a platform's own CSV export, or a piece of one; with dry_run=true store nothing and say what it would bring",
    query: importQuery,
    body: { "text/csv": z.string() },
    answer: json(importedWire),
    problems: ["not_found", "conflict"],
  },
  "POST /api/typed": {
    summary: "Store figures that were typed by hand: followers on a day, or one post's figures",
    body: { "application/json": typedWire },
    answer: json(anything, 201),
    problems: ["not_found"],
  },
  "GET /api/imports": {
    summary: "What came in by file or by hand",
    answer: json(),
  },
  "DELETE /api/imports/:id": {
    summary: "Undo an import whole, a slice a call",
    answer: json(progressWire),
    problems: ["not_found", "conflict"],
  },
  "POST /api/rebuild": {
    summary: "Derive every figure anew from the raw readings, a slice a call",
    answer: json(progressWire),
  },
  "GET /api/backup": {
    summary:
      "Everything of the library, a slice a call: the first line says which section its rows belong to and what after= goes on with; npm run backup makes one file of it. Secrets come along under the header denyut-seal-key, a key of 32 bytes; a login sends the admin token itself too, as denyut-admin-token",
    query: z.object({ after: text("What the slice before says to go on with") }),
    answer: { status: 200, type: "application/x-ndjson", schema: z.string() },
  },
  "GET /api/restore": {
    summary: "Whether a backup may go in here, or how far one is",
    answer: json(restoringWire),
  },
  "POST /api/restore": {
    summary:
      "Put the next piece of a backup into a new installation; once all are in, an empty body derives everything anew, a slice a call until done",
    body: { "application/x-ndjson": z.string() },
    answer: json(restoringWire),
    problems: ["conflict"],
  },
  "DELETE /api/restore": {
    summary: "Give restoring up: what came in goes again, a slice a call until done",
    answer: json(restoringWire),
    problems: ["conflict"],
  },
  "GET /api/responses": {
    summary:
      "How soon comments are answered, of each account and of all together, and the comments that wait",
    query: z.object({ ...PERIOD, period: CHOICE.period }),
    answer: json(responsesWire),
    problems: ["not_found"],
  },
  "GET /api/settings": {
    summary: "The library's settings",
    answer: json(settingsWire),
  },
  "PATCH /api/settings": {
    summary: "Change the library's settings; a new time zone needs a rebuild",
    body: { "application/json": settingsWire },
    answer: json(),
  },
  "GET /api/report/:month": {
    summary:
      "A month's report as it was signed, or a draft: the running month's, or of one that is not made yet",
    query: z.object({ revision: text("Which of them; left out: the newest", "1") }),
    answer: json(),
    problems: ["not_found"],
  },
  "POST /api/report/:month": {
    summary:
      "Make a month's report anew: a revision, where it would say something else of the month",
    answer: json(madeReportWire, 201),
    problems: ["not_found"],
    also: { 200: { description: "It stands as it is", schema: madeReportWire } },
  },
  "GET /api/accounts": {
    summary: "The accounts, with what was read of them last",
    query: z.object({ platform: PERIOD.platform, account: PERIOD.account }),
    answer: json(),
    problems: ["not_found"],
  },
  "POST /api/accounts": {
    summary: "Connect an account: its credentials are tested at once and kept encrypted",
    body: { "application/json": connectionWire },
    answer: json(anything, 201),
    problems: ["conflict", "upstream", "unavailable"],
  },
  "PATCH /api/accounts/:id": {
    summary: "Name an account, or hide it",
    body: { "application/json": accountChangeWire },
    answer: json(),
    problems: ["not_found"],
  },
  "DELETE /api/accounts/:id": {
    summary: "Forget an account's credentials and hide it; with erase=true its history goes too",
    query: z.object({ erase: text("true: everything of the account, for good") }),
    answer: json(),
    problems: ["not_found"],
  },
  "POST /api/accounts/:id/merge": {
    summary:
      "Merge an account into another of the platform that it turned out to be, a slice a call; undone as the import that it is listed as",
    body: { "application/json": mergeWire },
    answer: json(mergingWire),
    problems: ["not_found", "conflict"],
  },
  "POST /api/collect": {
    summary: "Collect now",
    query: z.object({
      account: text("An account's id or handle; left out: all that have credentials, due or not"),
    }),
    answer: json(),
    problems: ["not_found", "conflict"],
  },
  "GET /api/runs": {
    summary: "What each collection did, and why it failed",
    query: z.object({ platform: PERIOD.platform, account: PERIOD.account }),
    answer: json(),
    problems: ["not_found"],
  },
  "GET /api/overview": {
    summary: "The Overview's figures, an account each and in all, with the period before",
    query: z.object({
      ...CHOICE,
      against: z
        .enum(AGAINST)
        .optional()
        .meta({ description: "What it is compared with; left out: the period before" }),
    }),
    answer: json(),
    problems: ["not_found"],
  },
  "GET /api/notices": {
    summary:
      "What there is to know or do now: each notice since when it is true, the most urgent first",
    query: z.object({ platform: PERIOD.platform, account: PERIOD.account }),
    answer: json(),
    problems: ["not_found"],
  },
  "GET /api/works": {
    summary:
      "What works: of each account, and of all together, the newest month's look with its claims, every level, and the hours",
    query: z.object({ platform: PERIOD.platform, account: PERIOD.account }),
    answer: json(worksWire),
    problems: ["not_found"],
  },
  "GET /api/series": {
    summary:
      "One figure's lines; a bucket without a value is there with null, one that is cut or not over has whole: false",
    query: z.object({
      metric: z.enum(HEADLINE_METRICS).optional(),
      grain: z.enum(GRAINS).optional(),
      ...CHOICE,
    }),
    answer: json(),
    problems: ["not_found"],
  },
  "GET /api/posts": {
    summary: "Posts with their figures",
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
  "GET /api/posts/:id": {
    summary:
      "One post with its readings, newest first, fifty at a time; next is the address of those before them, null where there are none. What a reading left out is the last that the readings around it know",
    query: z.object({
      readings: text(
        "Only those before this instant, such as 2026-11-23T05:00:00Z: as next has it",
      ),
    }),
    answer: json(),
    problems: ["not_found"],
  },
  "PATCH /api/posts/:id": {
    summary:
      "Correct a post's format, topic or paid mark, or hide it; null takes a correction back",
    body: { "application/json": correctionWire },
    answer: json(),
    problems: ["not_found"],
  },
  "GET /api/streaks": {
    summary: "Weak and strong content streaks with their evidence",
    query: z.object({
      state: z.enum(STREAK_STATES).optional(),
      ...PERIOD,
    }),
    answer: json(),
    problems: ["not_found"],
  },
  "GET /api/streaks/:id": {
    summary: "One streak with its evidence: its posts and those of the norm before it",
    answer: json(),
    problems: ["not_found"],
  },
  "POST /api/excused": {
    summary: "Leave a post out of its account's norm for a reason",
    body: { "application/json": excusedWire },
    answer: json(),
    problems: ["not_found"],
  },
  "PATCH /api/streaks/:id": {
    summary: "Note a reason: the run is then left out of the norm; null takes it back",
    body: { "application/json": streakWire },
    answer: json(),
    problems: ["not_found"],
  },
  ...PLANNING,
  "GET /api/links": {
    summary: "View, plan, push and export tokens, with their last use",
    answer: json(),
  },
  "POST /api/links": {
    summary: "Make a token",
    body: { "application/json": newLinkWire },
    answer: json(anything, 201),
  },
  "DELETE /api/links/:id": {
    summary: "Revoke a token for good",
    answer: json(),
    problems: ["not_found"],
  },
  "GET /export/v1/:token/:file{[a-z]+\\.[a-z]+}": {
    summary:
      "accounts, days, posts, snapshots, streaks, plans, events, notes, responses or claims as .csv, .json or .ndjson, or datapackage.json",
    query: z.object({
      from: PERIOD.from,
      to: PERIOD.to,
      account: PERIOD.account,
      dialect: text("excel: opens in Excel with a double click, in the library's own language"),
      lang: text(
        "with dialect=excel, another: id for semicolons and decimal commas, en for neither",
      ),
      download: text("1: as a file to keep"),
    }),
    answer: { status: 200, type: "text/csv", schema: z.string() },
    problems: ["invalid", "not_found", "gone", "rate_limited"],
  },
  "GET /healthz": {
    summary: "Is it alive, and is it collecting? 503 when the collector stands still",
    answer: json(healthWire),
    also: {
      503: {
        description: "The collector stands still, or the database does not fit",
        schema: healthWire,
      },
    },
  },
};
