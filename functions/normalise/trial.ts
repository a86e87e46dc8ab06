/** A trial as a person asks for it. */
import * as z from "zod";
import { addDays, weekOf } from "../model/day.ts";
import { isFormat } from "../model/format.ts";
import { LONGEST_TITLE } from "../model/plan.ts";
import { isHour, minutesApart } from "../model/plan-time.ts";
import { isStory } from "../model/post.ts";
import { type Fault, type FaultCode, fault } from "../model/problem.ts";
import type { Day } from "../model/snapshot.ts";
import {
  FEWEST_A_WEEK,
  LONGEST_WHY,
  MOST_A_WEEK,
  MOST_DAYS_AHEAD,
  NEAREST_HOURS_MINUTES,
  TRIAL_KINDS,
  type TrialFields,
  type TrialKind,
} from "../model/trial.ts";
import { parsed, refusal } from "./parsed.ts";
import { isBlank, tidied, tidiedOrNull } from "./person-text.ts";
import { dayText, refusing, typedText } from "./snapshot-schema.ts";

const side = (example: string) =>
  z.string().max(20).meta({ description: "HH:MM by the library's clock, or a format", example });

export const newTrialWire = z
  .strictObject({
    account: z.int().min(1).meta({ description: "The account's number here", example: 1 }),
    kind: z.enum(TRIAL_KINDS),
    a: side("09:00"),
    b: side("19:00"),
    at: z
      .string()
      .max(20)
      .nullish()
      .meta({ description: "Of formats: the hour of all its plans; null: any", example: null }),
    weekdays: z
      .array(z.int())
      .max(MOST_A_WEEK, "not_a_weekday")
      .meta({ description: "1 is Monday; a post on each, in each week", example: [2, 4, 6] }),
    starts_on: dayText.meta({
      description: "A Monday that lies ahead",
      example: "2026-12-07",
      format: "date",
    }),
    title: typedText(LONGEST_TITLE)
      .check(refusing((text) => (isBlank(text) ? "empty" : null)))
      .meta({ description: "What its plans are called", example: "Unggahan uji" }),
  })
  .meta({
    id: "NewTrial",
    description: "Two hours or two formats that take turns for eight weeks",
  });

export const trialChangeWire = z
  .strictObject({
    version: z.int().min(1).meta({ description: "The version that was seen", example: 1 }),
    state: z.literal("broken").meta({ description: "Broken off: it says nothing then" }),
    why: typedText(LONGEST_WHY).nullish().meta({ example: "Libur panjang" }),
  })
  .meta({ id: "TrialChange" });

/** Throws the Problem that lists every fault with its path. */
export function newTrial(body: unknown, today: Day): { fields: TrialFields; title: string } {
  const { title, at = null, ...said } = parsed(newTrialWire, body);
  const fields = { ...said, at, weekdays: said.weekdays.toSorted((a, b) => a - b) };
  const faults = [...sideFaults(fields), ...dayFaults(fields, today)];
  if (faults.length > 0) throw refusal(faults);
  return { fields, title: tidied(title) };
}

function sideFaults({ kind, a, b, at }: Pick<TrialFields, "kind" | "a" | "b" | "at">): Fault[] {
  const each = (["a", "b"] as const).flatMap((path) => {
    const code = sideFault(kind, { a, b }[path]);
    return code ? [fault(path, code)] : [];
  });
  const hour =
    at === null || (kind === "formats" && isHour(at))
      ? []
      : [fault("at", kind === "formats" ? "not_an_hour" : "unknown_field")];
  if (each.length > 0) return [...each, ...hour];
  if (a === b) return [fault("b", "same_sides"), ...hour];
  const near = kind === "hours" && minutesApart(a, b) < NEAREST_HOURS_MINUTES;
  return near ? [fault("b", "too_near"), ...hour] : hour;
}

function sideFault(kind: TrialKind, text: string): FaultCode | null {
  if (kind === "hours") return isHour(text) ? null : "not_an_hour";
  if (!isFormat(text)) return "unknown_format";
  return isStory({ format: text }) ? "not_in_a_trial" : null;
}

function dayFaults(
  { weekdays, starts_on }: Pick<TrialFields, "weekdays" | "starts_on">,
  today: Day,
): Fault[] {
  const known = weekdays.every((day) => day >= 1 && day <= 7);
  const once = new Set(weekdays).size === weekdays.length;
  const days =
    !known || !once
      ? [fault("weekdays", "not_a_weekday")]
      : weekdays.length < FEWEST_A_WEEK
        ? [fault("weekdays", "too_few_weekdays")]
        : [];
  if (weekOf(starts_on) !== starts_on) return [...days, fault("starts_on", "not_a_monday")];
  const ahead = starts_on > today && starts_on <= addDays(today, MOST_DAYS_AHEAD);
  return ahead ? days : [...days, fault("starts_on", "too_soon")];
}

/** Throws the Problem that lists every fault with its path. */
export function trialChange(body: unknown): { version: number; why: string | null } {
  const { version, why } = parsed(trialChangeWire, body);
  return { version, why: tidiedOrNull(why) };
}
