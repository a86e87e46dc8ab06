/** What the operations of the API take and answer, where several do so alike or no other file says it. */
import * as z from "zod";
import { DATE_ORDERS, EXPORT_KINDS, NUMBER_STYLES } from "../model/import.ts";
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
    ok: z.boolean().meta({ description: "false, and status 503: the collector stands still" }),
    version: z.string(),
    schema: z.int().meta({ description: "The newest migration that this version knows" }),
    last_collected_at: z.string().nullable(),
  })
  .meta({ id: "Health", description: "Is it alive, and is it collecting" });

export const progressWire = z
  .looseObject({ done: z.boolean(), remaining: z.int() })
  .meta({ id: "Progress", description: "Call again until done" });

/** The parameters that a look at the whole file decides come back in its `decided`, so that all pieces are read alike. */
export const importQuery = z.object({
  dry_run: text("true: store nothing, and answer what storing would do"),
  platform: text("Where the file comes from, if it does not say"),
  account: text(
    "Whose file it is, if it does not say: a handle, @handle or the address of the account's page",
    "@perpustakaan.pasuruan",
  ),
  time_zone: text(
    "The zone of the file's times; left out: what its posts' ids prove, else what such files usually write",
    "America/Los_Angeles",
  ),
  date_order: z
    .enum(DATE_ORDERS)
    .optional()
    .meta({ description: "How the file writes 9/11/2026; left out: as its rows prove" }),
  read_at: text(
    "When the file was made; left out: what the file, its name or modified say, else now",
    "2026-11-23T05:00:00Z",
  ),
  modified: text("When the file was last changed", "2026-11-23T05:00:00Z"),
  name: text("The file's name"),
  numbers: z
    .enum(NUMBER_STYLES)
    .optional()
    .meta({ description: "Which mark groups thousands; left out: as the file's cells prove" }),
  owner: text("Whose file it is, from the decided of a look at the whole of it"),
  import: text("The import that this piece belongs to, from the answer to the first"),
  first_row: text(
    "The number of this piece's first row in the file, whose header is row 1; left out: 2",
  ),
});

const skipped = z
  .array(
    z.looseObject({
      row: z.int(),
      code: z.string(),
      message: z.string(),
      faults: z.array(anything),
    }),
  )
  .meta({ description: "Rows that are left out, each with the reasons" });

const stored = z
  .looseObject({
    import: z.int().nullable().meta({ description: "null as long as nothing in it is news" }),
    kind: z.enum(EXPORT_KINDS),
    rows: z.int(),
    skipped,
    unused: z.array(z.string()).meta({ description: "Columns that are not kept" }),
    posts_added: z.int(),
    readings_added: z.int(),
    readings_replaced: z.int(),
    readings_unchanged: z.int(),
  })
  .meta({ id: "Imported", description: "What was stored" });

const seen = z
  .looseObject({
    dry_run: z.literal(true),
    kind: z.enum(EXPORT_KINDS),
    accounts: z.array(anything).meta({
      description: "Each with state: known, new, or renamed from the handle was",
    }),
    posts_added: z.int(),
    posts_updated: z.int(),
    posts_unchanged: z.int(),
    days: z.int(),
    followers: z.int().meta({ description: "How many follower counts" }),
    from: z.string().nullable(),
    to: z.string().nullable(),
    first: z.array(anything).meta({ description: "The first three posts as they would stand" }),
    rows: z.int(),
    skipped,
    unused: z.array(z.string()),
    doubts: z.array(anything).meta({
      description:
        "What a person should see or choose; one with must has to be answered by the parameter that it asks for",
    }),
    read_at: z.string(),
    read_at_from: z.string(),
    time_zone: z.string(),
    decided: anything.meta({ description: "Parameters to send with the file or its pieces" }),
    partial: z.boolean(),
  })
  .meta({ id: "SeenFile", description: "What storing would do (dry_run=true)" });

export const importAnswer = z.union([stored, seen]);

export const mergingWire = z
  .strictObject({ import: z.int(), done: z.boolean(), remaining: z.int() })
  .meta({ id: "Merging", description: "Call again until done; the import is what undoes it" });
