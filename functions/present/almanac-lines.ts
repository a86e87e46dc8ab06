/** The almanac's days as the screens show them, shipped or a library's own. */
import type { AlmanacDay, AlmanacFields } from "../model/almanac.ts";
import type { AlmanacLine } from "./views/almanac.ts";

/** What the library said of a day, by its row. */
type Said = AlmanacFields & { id: number; key: string | null };

export const toAlmanacLine = (day: AlmanacDay | Said): AlmanacLine => ({
  from_on: day.from_on,
  to_on: day.to_on,
  name_id: day.name_id,
  name_en: day.name_en,
  kind: day.kind,
  certainty: day.certainty,
  source: day.source,
  key: day.key,
  id: "id" in day ? day.id : null,
  may_move: "may_move" in day && day.may_move,
});

/** In the calendar each is known by a key: one of the library's own by its number. */
export function toCalendarDay(day: AlmanacDay | Said): AlmanacDay {
  const { id, key, ...line } = toAlmanacLine(day);
  return { ...line, key: key ?? `own-${id}` };
}
