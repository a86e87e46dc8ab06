/** What the address of `POST /api/import` says of a file. An empty parameter is one that was left out. */
import type { ImportOptions } from "../jobs/writing/import.ts";
import { isDay, isTimeZone } from "../model/day.ts";
import { DATE_ORDERS, FRACTION_STYLES, ID_STATES, NUMBER_STYLES } from "../model/import.ts";
import { PLATFORMS } from "../model/platform.ts";
import { type Fault, fault, inWords, listing, Problem } from "../model/problem.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { CLOCK_LEEWAY_SECONDS, readInstant } from "../normalise/instant.ts";
import type { Ctx } from "./env.ts";

/** Longer than any name or address of an account, or of a file that a person gave one. */
const LONGEST = 200;
const LONGEST_ADDRESS = 2_000;

/** `dry_run`: nothing is to be stored. */
export function importOptions(c: Ctx): ImportOptions & { dry_run: boolean } {
  const said = c.req.query();
  const faults: Fault[] = [];
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | null => {
    const text = said[name];
    const known = values.find((value) => value === text);
    if (text && !known) {
      const unknown = name === "platform" ? fault(name, "unknown_platform") : null;
      faults.push(unknown ?? listing(name, "not_one_of", values));
    }
    return known ?? null;
  };
  const instant = (name: string, latest: Instant): Instant | null => {
    const at = said[name] ? readInstant(said[name]) : null;
    if (typeof at === "string") faults.push(fault(name, at));
    else if (at !== null && at > latest) faults.push(fault(name, "in_the_future"));
    return typeof at === "number" ? at : null;
  };
  const day = (name: string): Day | null => {
    const text = said[name];
    if (!text || isDay(text)) return text || null;
    faults.push(fault(name, "not_a_day"));
    return null;
  };
  const count = (name: string): number | null => {
    const text = said[name];
    if (!text) return null;
    if (/^\d{1,12}$/.test(text)) return Number(text);
    faults.push(fault(name, "not_a_count"));
    return null;
  };
  const name = (of: string, longest: number): string | null => {
    const text = said[of]?.trim() || null;
    if (text !== null && text.length > longest) faults.push(fault(of, "too_long"));
    return text;
  };
  const { time_zone } = said;
  if (time_zone && !isTimeZone(time_zone)) faults.push(fault("time_zone", "unknown_time_zone"));
  const options = {
    // whoever asks for a look in other words must not find the file stored
    dry_run: oneOf("dry_run", ["true", "false"]) === "true",
    now: c.get("now"),
    library_zone: c.get("time_zone"),
    platform: oneOf("platform", PLATFORMS),
    account: name("account", LONGEST_ADDRESS),
    time_zone: time_zone || null,
    date_order: oneOf("date_order", DATE_ORDERS),
    numbers: oneOf("numbers", NUMBER_STYLES),
    seconds: oneOf("seconds", FRACTION_STYLES),
    newest_day: day("newest_day"),
    ids: oneOf("ids", ID_STATES),
    owner: name("owner", LONGEST),
    read_at: instant("read_at", c.get("now") + CLOCK_LEEWAY_SECONDS),
    // a clock that goes wrong is no reason to refuse the file: such a change says nothing
    modified: instant("modified", Number.POSITIVE_INFINITY),
    name: said.name?.slice(0, LONGEST) || null,
    label: said.label?.slice(0, LONGEST) || null,
    import_id: count("import"),
    first_row: count("first_row") ?? 2,
  };
  if (faults.length > 0) throw new Problem("invalid", inWords(faults), faults);
  return options;
}
