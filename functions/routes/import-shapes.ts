/** What `POST /api/import` takes beside the file, and what it answers. */
import * as z from "zod";
import {
  DATE_ORDERS,
  EXPORT_KINDS,
  FRACTION_STYLES,
  ID_STATES,
  NUMBER_STYLES,
} from "../model/import.ts";
import { anything, text } from "./operation-shapes.ts";

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
  label: text("What it is listed as: its archive and its sheet with it; left out: its name"),
  numbers: z
    .enum(NUMBER_STYLES)
    .optional()
    .meta({ description: "Which mark groups thousands; left out: as the file's cells prove" }),
  seconds: z
    .enum(FRACTION_STYLES)
    .optional()
    .meta({ description: "The same for lengths of time, which have fractions" }),
  newest_day: text(
    "The newest day of a file whose days say no year; left out: as the order of its rows proves",
    "2026-11-22",
  ),
  ids: z
    .enum(ID_STATES)
    .optional()
    .meta({ description: "What a spreadsheet left of long ids; left out: as they look" }),
  owner: text("Whose file it is, from the decided of a look at the whole of it"),
  import: text("The import that this piece belongs to, from the answer to the first"),
  first_row: text(
    "The number of this piece's first row in the file, whose header is row 1; left out: 2",
  ),
});

const skippedWire = z
  .array(
    z.looseObject({
      row: z.int(),
      code: z.string(),
      message: z.string(),
      faults: z.array(anything),
    }),
  )
  .meta({ description: "Rows that are left out, each with the reasons" });

/** What becomes of posts, days and follower counts: the same before and after. */
const tally = {
  posts_added: z.int(),
  posts_updated: z.int(),
  posts_unchanged: z.int(),
  days_added: z.int().meta({ description: "Days of which nothing was known" }),
  days_extended: z.int().meta({ description: "Known days that another figure joins" }),
  days_replaced: z.int().meta({ description: "Days of which a known figure changes" }),
  days_unchanged: z.int(),
  followers_added: z.int().meta({ description: "Days whose followers were not known" }),
  followers_replaced: z.int(),
  followers_unchanged: z.int(),
};

const storedWire = z
  .looseObject({
    import: z.int().nullable().meta({ description: "null as long as nothing in it is news" }),
    kind: z.enum(EXPORT_KINDS),
    rows: z.int(),
    skipped: skippedWire,
    unused: z.array(z.string()).meta({ description: "Columns that are not kept" }),
    ...tally,
    readings_added: z.int(),
    readings_replaced: z.int(),
    readings_unchanged: z.int(),
  })
  .meta({ id: "Imported", description: "What was stored" });

const seenWire = z
  .looseObject({
    dry_run: z.literal(true),
    kind: z.enum(EXPORT_KINDS),
    accounts: z.array(anything).meta({
      description:
        "Each with state: known, new, or renamed from the handle was; called: another name by which the file calls it",
    }),
    ...tally,
    days: z.int(),
    followers: z.int().meta({ description: "How many follower counts" }),
    from: z.string().nullable(),
    to: z.string().nullable(),
    first: z.array(anything).meta({ description: "The first three posts as they would stand" }),
    first_days: z.array(anything).meta({
      description: "The first three days of which it says something, with their figures",
    }),
    figure: anything.nullable().meta({
      description: "Of a daily file of Meta's: its metric, and the platform in its name or null",
    }),
    rows: z.int(),
    skipped: skippedWire,
    unused: z.array(z.string()),
    doubts: z.array(anything).meta({
      description:
        "What a person should see or choose; one with must has to be answered by the parameter that it asks for",
    }),
    read_at: z.string(),
    read_at_from: z.string(),
    time_zone: z.string(),
    decided: anything.meta({ description: "Parameters to send with the file or its pieces" }),
    written_today: z.int().meta({
      description:
        "Rows written to the database today (UTC), about, as D1 bills them; a row of a file comes to about 7",
    }),
    written_most: z.int().meta({
      description: "Rows that the plan gives a day: 100,000 on the free one",
    }),
    partial: z.boolean(),
  })
  .meta({ id: "SeenFile", description: "What storing would do (dry_run=true)" });

export const importedWire = z.union([storedWire, seenWire]);
