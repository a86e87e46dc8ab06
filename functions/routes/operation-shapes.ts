/** What the operations of the API take and answer, where several do so alike or no other file says it. */
import * as z from "zod";
import { RATE_BASES } from "../model/metric.ts";
import { PROBLEM_STATUS, type ProblemCode } from "../model/problem.ts";
import { PRESETS } from "../present/views/chrome.ts";

export const text = (description: string, example?: string) =>
  z
    .string()
    .optional()
    .meta({ description, ...(example === undefined ? {} : { example }) });

export const PERIOD = {
  platform: text("Platforms, with commas between them; left out: all", "instagram,x"),
  account: text("An account's handle", "perpustakaan.pasuruan"),
  from: text("First day of the period (at most five years)", "2026-10-27"),
  to: text("Last day of the period; left out: today", "2026-11-23"),
};
export const CHOICE = {
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

export const anything = z.record(z.string(), z.unknown());
export const json = (schema: z.ZodType = anything, status = 200) => ({
  status,
  type: "application/json",
  schema,
});

export const storedWire = z
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

export const healthWire = z
  .strictObject({
    ok: z.boolean().meta({
      description:
        "false, and status 503: the collector stands still, or the database does not fit",
    }),
    version: z.string(),
    schema: z.int().nullable().meta({
      description: "The newest migration that the database has; null: it could not say",
    }),
    last_collected_at: z.string().nullable(),
    reason: z.string().nullable().meta({ description: "What is wrong; null: nothing" }),
  })
  .meta({ id: "Health", description: "Is it alive, and is it collecting" });

export const progressWire = z
  .looseObject({ done: z.boolean(), remaining: z.int() })
  .meta({ id: "Progress", description: "Call again until done" });

export const mergingWire = z
  .strictObject({ import: z.int(), done: z.boolean(), remaining: z.int() })
  .meta({ id: "Merging", description: "Call again until done; the import is what undoes it" });

export const restoringWire = z
  .strictObject({
    state: z.enum(["unused", "in_use", "taking", "deriving", "leaving"]),
    next: z.int().meta({ description: "Pieces that are in" }),
    last: z.string().nullable().meta({ description: "The sha256 of the last of them" }),
    rows: z.int(),
    of: z.int(),
    remaining: z.int().meta({ description: "Of deriving anew, or of giving up: falls to 0" }),
    done: z.boolean(),
    waits: z.boolean().meta({
      description: "The day's share of written rows is spent; it goes on after midnight UTC",
    }),
  })
  .meta({ id: "Restoring" });

export const madeReportWire = z
  .strictObject({ month: z.string(), revision: z.int(), made: z.boolean() })
  .meta({ id: "MadeReport" });
