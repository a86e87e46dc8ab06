/** The almanac of a library: the days that are shipped, as its people have corrected and added to them. */
import { ALMANAC_KINDS, type AlmanacDay, type AlmanacFields } from "./almanac.ts";
import { EVERY_YEAR, FEASTS, SHIPPED, SHIPPED_YEARS, SOURCES } from "./almanac-days.ts";
import type { Day } from "./snapshot.ts";

/** What a library changed: with a shipped day's `key` that day, removed or as these fields say; without, a day of its own. */
export type AlmanacChange = AlmanacFields & { key: string | null; removed: boolean };

/** The shipped days that touch a period, both ends included, in order. There are none after 2035. */
export const almanacDays = (from: Day, to: Day): AlmanacDay[] =>
  shippedDays()
    .filter((day) => touches(day, from, to))
    .sort(inOrder);

/**
 * The same with a library's changes, which come out as they were given, ids and all. A change stands where its own days lie,
 * not where the shipped ones did; of two with one key the later counts.
 */
export function almanacOf<Change extends AlmanacChange>(
  changes: readonly Change[],
  from: Day,
  to: Day,
): (AlmanacDay | Change)[] {
  const own = changes.filter(({ key }) => key === null);
  const changed = new Map(changes.flatMap((change) => (change.key ? [[change.key, change]] : [])));
  const kept = shippedDays().filter(({ key }) => !changed.has(key));
  return [...kept, ...[...changed.values(), ...own].filter(({ removed }) => !removed)]
    .filter((day) => touches(day, from, to))
    .sort(inOrder);
}

/**
 * True from October on, while no decree is known of the coming year's public holidays: every one of them is computed, or
 * there is none at all.
 * @param days the library's almanac, the coming year in it
 */
export function decreeMissing(days: readonly AlmanacFields[], today: Day): boolean {
  if (today.slice(5, 7) < "10") return false;
  const coming = String(Number(today.slice(0, 4)) + 1);
  return days
    .filter(({ kind, from_on }) => kind === "public" && from_on.startsWith(coming))
    .every(({ certainty }) => certainty === "computed");
}

let shipped: readonly AlmanacDay[] | undefined;

/** Spelled out once, when they are first asked for. */
function shippedDays(): readonly AlmanacDay[] {
  shipped ??= [
    ...SHIPPED.map(([key, from, to, source]) =>
      dayOf(key, key.replace(/-\d{4}(-\d)?$/, ""), from, to, source),
    ),
    ...yearsShipped().flatMap((year) =>
      EVERY_YEAR.map(([feast, from, to, source]) =>
        dayOf(`${feast}-${year}`, feast, `${year}-${from}`, `${year}-${to}`, source),
      ),
    ),
  ];
  return shipped;
}

const yearsShipped = (): number[] =>
  Array.from(
    { length: SHIPPED_YEARS.to - SHIPPED_YEARS.from + 1 },
    (_, index) => SHIPPED_YEARS.from + index,
  );

function dayOf(key: string, feast: string, from_on: Day, to_on: Day, from: number): AlmanacDay {
  const [kind, name_id, name_en] = FEASTS[feast] ?? ["own", feast, feast];
  const [certainty, source] = SOURCES[from] ?? ["computed", ""];
  const may_move = certainty === "computed" && RECKONED.test(source);
  return { key, from_on, to_on, name_id, name_en, kind, certainty, source, may_move };
}

/** By the moon's sighting, or a calendar that a decree reads otherwise. */
const RECKONED = /MABIMS|Bulan|Bali|Daftar/;

const touches = (day: AlmanacFields, from: Day, to: Day): boolean =>
  day.from_on <= to && day.to_on >= from;

/** By their days, the shorter first; of the same days a public one before a library's, then by name. */
const inOrder = (a: AlmanacFields, b: AlmanacFields): number =>
  byText(a.from_on, b.from_on) ||
  byText(a.to_on, b.to_on) ||
  ALMANAC_KINDS.indexOf(a.kind) - ALMANAC_KINDS.indexOf(b.kind) ||
  byText(a.name_id, b.name_id);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
