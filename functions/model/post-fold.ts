/** What a post's row keeps of its readings, so that the next one goes on where the last one stopped. */
import type { Counter, DailyCounter, Figures } from "./metric.ts";
import type { Day, Instant, PostReading } from "./snapshot.ts";

/** What is said of a post beside its figures. */
export type Details = Omit<PostReading, Counter>;

/** What a reading may leave out of them. */
export const OPTIONAL_DETAILS = [
  "external_id",
  "format",
  "caption",
  "url",
  "paid",
  "removed_at",
] as const;

/** What a reading may say of a post, each a bit of a number; their order is never changed. Of when it was published: a day or a second. */
export const SAID_FIELDS = [...OPTIONAL_DETAILS, "day", "second"] as const;

/**
 * What the readings of collectors and pushes say, those that left a row and those that did not: from an instant on these
 * fields, until the next. Readings say the same fields as a rule, so a year of them is one entry.
 */
export type Said = [from: Instant, fields: number][];

/** Instead of the fields: nobody knows any more. */
export const FORGOTTEN = -1;

/** As a row keeps it; those of before this was kept know of each field when it was last said. */
export function saidOf(kept: unknown): Said {
  if (Array.isArray(kept)) return kept as Said;
  const last = Object.entries((kept ?? {}) as Record<string, Instant>);
  const instants = [...new Set(last.map(([, at]) => at))].sort((a, b) => a - b);
  const bits = SAID_FIELDS as readonly string[];
  const said = instants.map((at): Said[number] => [
    at,
    last.reduce(
      (fields, [field, mark]) =>
        mark === at
          ? fields | (1 << bits.indexOf(field === "published" ? "second" : field))
          : fields,
      0,
    ),
  ]);
  const known = said.flatMap((entry, index): Said => {
    const next = said[index + 1]?.[0];
    return next === undefined || next === entry[0] + 1
      ? [entry]
      : [entry, [entry[0] + 1, FORGOTTEN]];
  });
  return known.length === 0 ? [] : [[0, FORGOTTEN], ...known];
}

export type Fold = {
  /** The newest stored reading. */
  read_at: Instant;
  last: Figures;
  /** A reading that an import brought is never merged with a collector's: undoing it must leave the collector's. */
  last_imported: boolean;
  /** The latest known value of each counter. */
  known: Figures;
  /** The day of the newest observation, and what was known before it: a number, 0 for a fresh post, `null` unknown. */
  day: Day;
  base: Record<DailyCounter, number | null>;
  /** The counters that an observation on `day` gave. */
  seen: DailyCounter[];
};

/** `fold`: `null` without readings; `imported`: an import has a hand in its details. */
export type PostFold = { fold: Fold | null; said: Said; imported: boolean };

/** Of a post that nothing was read of yet. */
export const NO_FOLD: PostFold = { fold: null, said: [], imported: false };
