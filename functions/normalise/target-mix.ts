/** The mix that a library wishes for, as it is said: in JSON by fractions, typed into a form in whole percents. */
import * as z from "zod";
import { FORMATS } from "../model/format.ts";
import { type Fault, fault, listing } from "../model/problem.ts";
import { MIX_LEVELS, MIXED_BY, type MixedBy, type MixLevel } from "../model/target-mix.ts";
import { TOPICS } from "../model/topic.ts";
import { parsed, refusal } from "./parsed.ts";
import { MOST_FAULTS } from "./schema-faults.ts";

const share = z.number().min(0).max(1);

/** As it lies in the database. */
export const storedTargetMix = z.strictObject({
  topic: z.partialRecord(z.enum(TOPICS), share).optional(),
  format: z.partialRecord(z.enum(FORMATS), share).optional(),
});

export const targetMixWire = z
  .strictObject({
    by: z.enum(MIXED_BY),
    shares: z.record(z.string().max(40), z.number()).meta({
      description:
        "By topic, or by format: fractions in whole percents, together at most 1; none: no wish",
      example: { events: 0.25, literacy: 0.15 },
    }),
  })
  .meta({ id: "TargetMix", description: "How the library wishes its posts to be spread" });

type Shares = Partial<Record<MixLevel, number>>;

/** @throws {Problem} that lists every share that is none, and every name of no topic or format */
export function newTargetMix(body: unknown): { by: MixedBy; shares: Shares } {
  const named = (body as { shares?: object | null } | null)?.shares;
  // an object that is copied field by field loses it without a word
  if (named && Object.hasOwn(named, "__proto__"))
    throw refusal([fault("shares.__proto__", "not_one_of")]);
  const { by, shares } = parsed(targetMixWire, body);
  const faults = Object.entries(shares).flatMap(([level, share]): Fault[] => {
    if (!MIX_LEVELS[by].some((one) => one === level))
      return [fault(`shares.${level}`, "not_one_of")];
    const percent = Math.round(share * 100);
    const whole = Math.abs(share * 100 - percent) < 1e-9;
    return whole && percent >= 0 && percent <= 100 ? [] : [fault(`shares.${level}`, "not_a_share")];
  });
  if (faults.length > 0) throw refusal(faults.slice(0, MOST_FAULTS));
  const percents = MIX_LEVELS[by].flatMap((level): [MixLevel, number][] => {
    const share = shares[level];
    return share === undefined ? [] : [[level, Math.round(share * 100)]];
  });
  return { by, shares: sharesOf(percents) };
}

const PERCENT = /^(\d{1,3})\s*%?$/;

/**
 * What stands in a form's fields, by level: `25` and `25 %` are .25, and an empty one has no wish.
 * @throws {Problem} that lists every field that is no share, or `shares` where they come to more than 100 percent
 */
export function typedMix(by: MixedBy, typed: Readonly<Record<string, string>>): Shares {
  const faults: Fault[] = [];
  const percents = MIX_LEVELS[by].flatMap((level): [MixLevel, number][] => {
    const text = (typed[level] ?? "").normalize("NFKC").trim();
    if (text === "") return [];
    const percent = Number(PERCENT.exec(text)?.[1] ?? Number.NaN);
    if (percent <= 100) return [[level, percent]];
    faults.push(fault(level, "not_a_share"));
    return [];
  });
  if (faults.length > 0) throw refusal(faults);
  return sharesOf(percents);
}

function sharesOf(percents: readonly [MixLevel, number][]): Shares {
  const sum = percents.reduce((total, [, percent]) => total + percent, 0);
  if (sum > 100) throw refusal([listing("shares", "over_a_hundred", [String(sum)])]);
  return Object.fromEntries(percents.map(([level, percent]) => [level, percent / 100]));
}
