/** The mix that a library wishes for, as it is said: in JSON by fractions, typed into a form in whole percents. */
import * as z from "zod";
import { FORMATS } from "../model/format.ts";
import { type Fault, fault } from "../model/problem.ts";
import { MIX_LEVELS, type MixedBy, type MixLevel } from "../model/target-mix.ts";
import { TOPICS } from "../model/topic.ts";
import { refusal } from "./parsed.ts";

const share = z.number().min(0).max(1);

/** As it lies in the database. */
export const storedTargetMix = z.strictObject({
  topic: z.partialRecord(z.enum(TOPICS), share).optional(),
  format: z.partialRecord(z.enum(FORMATS), share).optional(),
});

const PERCENT = /^(\d{1,3})\s*%?$/;

/**
 * What stands in a form's fields, by level: `25` and `25 %` are .25, and an empty one has no wish.
 * @throws {Problem} that lists every field that is no share, or `shares` where they come to more than 100 percent
 */
export function typedMix(
  by: MixedBy,
  typed: Readonly<Record<string, string>>,
): Partial<Record<MixLevel, number>> {
  const faults: Fault[] = [];
  const percents = MIX_LEVELS[by].flatMap((level): [MixLevel, number][] => {
    const text = (typed[level] ?? "").normalize("NFKC").trim();
    if (text === "") return [];
    const percent = Number(PERCENT.exec(text)?.[1] ?? Number.NaN);
    if (percent <= 100) return [[level, percent]];
    faults.push(fault(level, "not_a_share"));
    return [];
  });
  const sum = percents.reduce((total, [, percent]) => total + percent, 0);
  if (faults.length === 0 && sum > 100) faults.push(fault("shares", "over_a_hundred"));
  if (faults.length > 0) throw refusal(faults);
  return Object.fromEntries(percents.map(([level, percent]) => [level, percent / 100]));
}
