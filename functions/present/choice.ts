/** The period and platforms that an address asks for. */

import { AGAINST, addDays, daysBetween, GRAINS, type Grain, type Period } from "../model/day.ts";
import { dayFault } from "../model/known-days.ts";
import { RATE_BASES, type RateBase } from "../model/metric.ts";
import { isPlatform, PLATFORMS, type Platform } from "../model/platform.ts";
import { type Fault, fault, inWords, Problem } from "../model/problem.ts";
import type { Day } from "../model/snapshot.ts";
import { type Choice, PRESETS, type Preset } from "./views/chrome.ts";

const PRESET_DAYS: Record<Preset, number> = { "7d": 7, "28d": 28, "90d": 90, "1y": 365, "2y": 730 };

/** The days of a preset, which ends with today. */
export const presetPeriod = (preset: Preset, today: Day): Period => ({
  from: addDays(today, 1 - PRESET_DAYS[preset]),
  to: today,
});

/** The longest period that is answered: five years, leap days included. */
export const MOST_DAYS = 5 * 366;

export type Query = Record<string, string | undefined>;

/**
 * @param today the library's day; the presets end with it
 * @param offered the platforms that have an account
 * Throws for a date that does not exist, a period backwards or longer than five years, an unknown platform.
 */
export function choiceOf(query: Query, today: Day, offered: readonly Platform[]): Choice {
  const faults: Fault[] = [];
  const platforms = platformsOf(query.platform, faults);
  const own = query.from || query.to;
  const preset = own ? null : presetOf(query.period);
  const period = preset ? presetPeriod(preset, today) : periodOf(query, today, faults);
  if (faults.length > 0) {
    throw new Problem("invalid", inWords(faults), faults);
  }
  return {
    preset,
    ...period,
    platforms,
    offered: [...offered],
    rate_base: rateBaseOf(query.rate),
    against: AGAINST.find((one) => one === query.against) ?? "before",
  };
}

/** An unknown preset is an old or a mistyped link: the usual period is a kinder answer than a refusal. */
const presetOf = (text: string | undefined): Preset =>
  PRESETS.find((preset) => preset === text) ?? "28d";

const rateBaseOf = (text: string | undefined): RateBase =>
  RATE_BASES.find((base) => base === text) ?? "followers";

function platformsOf(text: string | undefined, faults: Fault[]): Platform[] | null {
  const names = (text ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  if (!names.every(isPlatform)) faults.push(fault("platform", "unknown_platform"));
  const chosen = PLATFORMS.filter((platform) => names.includes(platform));
  return chosen.length === 0 || chosen.length === PLATFORMS.length ? null : chosen;
}

/** The dates `from` and `to`; one of them alone makes a period of 28 days, or up to today. */
export function periodOf(query: Query, today: Day, faults: Fault[]): Period {
  for (const name of ["from", "to"] as const) {
    const code = query[name] ? dayFault(query[name]) : null;
    if (code) faults.push(fault(name, code));
  }
  if (faults.length > 0) return { from: today, to: today };
  const to = query.to || today;
  const from = query.from || addDays(to, -27);
  if (from > to) faults.push(fault("from", "backwards"));
  else if (daysBetween(from, to) > MOST_DAYS) faults.push(fault("from", "too_long_a_period"));
  return { from, to };
}

export const grainOf = (text: string | undefined): Grain | null =>
  GRAINS.find((grain) => grain === text) ?? null;
