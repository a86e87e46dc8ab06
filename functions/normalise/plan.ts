/** A plan as a person says it. The schemas validate and document; what they let through is then written in one way. */
import * as z from "zod";
import { MOST_ACCOUNTS } from "../model/account.ts";
import { addDays, daysBetween } from "../model/day.ts";
import { FORMATS } from "../model/format.ts";
import { FIRST_DAY } from "../model/known-days.ts";
import {
  LONGEST_PERSON,
  LONGEST_PLAN_NOTE,
  LONGEST_TITLE,
  MOST_OF_A_SERIES,
  MOST_WEEKS_APART,
  PLAN_STATES,
  type PlanFields,
} from "../model/plan.ts";
import { isHour } from "../model/plan-time.ts";
import { type Fault, type FaultCode, fault } from "../model/problem.ts";
import type { Day } from "../model/snapshot.ts";
import { TOPICS } from "../model/topic.ts";
import { parsed, refusal } from "./parsed.ts";
import { isBlank, lineFault, textFault, tidied, tidiedOrNull } from "./person-text.ts";
import { faultCode, faultsOf } from "./schema-faults.ts";
import { knownDay, refusing } from "./snapshot-schema.ts";

const noteFault = textFault(LONGEST_PLAN_NOTE);

const titleFault = (text: string): FaultCode | null =>
  isBlank(text) ? "empty" : lineFault(LONGEST_TITLE)(text);

const rowId = z.int().min(1);

const on = knownDay.meta({
  description: "The library's day",
  example: "2026-12-01",
  format: "date",
});
const at = z
  .string()
  .check(refusing((text) => (isHour(text) ? null : "not_an_hour")))
  .nullish()
  .meta({
    description: "HH:MM by the library's clock; null: any time of that day",
    example: "09:30",
  });
const accounts = z
  .array(rowId)
  .min(1, "empty")
  .max(MOST_ACCOUNTS, "too_long")
  .meta({ description: "The accounts' numbers here", example: [1, 2] });
const format = z.enum(FORMATS).nullish().meta({ example: "carousel" });
const topic = z.enum(TOPICS).nullish().meta({ example: "new_books" });
const title = z
  .string()
  .check(refusing(titleFault))
  .meta({ maxLength: LONGEST_TITLE, example: "Koleksi baru pekan ini" });
const note = z
  .string()
  .check(refusing(noteFault))
  .nullish()
  .meta({ maxLength: LONGEST_PLAN_NOTE, example: "Foto sampul dulu" });
const person = z
  .string()
  .check(refusing(lineFault(LONGEST_PERSON)))
  .nullish()
  .meta({ maxLength: LONGEST_PERSON, description: "Who sees to it", example: "Rini" });
const event = rowId.nullish().meta({ description: "The event's number here", example: null });
const state = z.enum(PLAN_STATES).meta({ example: "planned" });

const fields = {
  on,
  at,
  accounts,
  format,
  topic,
  title,
  note,
  person,
  event,
  state: state.optional().meta({ description: "Left out: planned", example: "planned" }),
};

const repeat = z
  .strictObject({
    every_weeks: z
      .int("not_weeks")
      .min(1, "not_weeks")
      .max(MOST_WEEKS_APART, "not_weeks")
      .meta({ example: 1 }),
    until: knownDay.meta({
      description: "No plan after it",
      example: "2027-03-30",
      format: "date",
    }),
  })
  .nullish()
  .meta({
    description: "Written out as single plans, each of which can be moved or dropped alone",
  });

const planFieldsWire = z.strictObject(fields);

export const newPlanWire = z
  .strictObject({ ...fields, repeat })
  .meta({ id: "NewPlan", description: "What the library means to publish, once or repeatedly" });

export const planChangeWire = z
  .strictObject({
    version: rowId.meta({ description: "The version that was seen", example: 3 }),
    ...z.strictObject({ ...fields, state }).partial().shape,
  })
  .meta({ id: "PlanChange", description: "What is left out stays as it is; null takes it away" });

/** A plan that is to be made: the same on each of its days. */
export type NewPlan = { fields: PlanFields; days: Day[] };

/** Throws the Problem that lists every fault with its path. */
export function newPlan(body: unknown): NewPlan {
  const { repeat: repeated, ...said } = parsed(newPlanWire, body);
  const made = fieldsOf(said);
  if (!repeated) return { fields: made, days: [made.on] };
  const days = seriesDays(made.on, repeated.every_weeks, repeated.until);
  if (typeof days === "string") throw refusal([fault("repeat.until", days)]);
  return { fields: made, days };
}

export type PlanChange = { version: number; fields: Partial<PlanFields> };

/** Throws the Problem that lists every fault with its path. */
export function planChange(body: unknown): PlanChange {
  const { version, ...said } = parsed(planChangeWire, body);
  // what stands in for the fields that were not said is left out again
  const { on = FIRST_DAY, accounts = [], title = "" } = said;
  const whole = fieldsOf({ ...said, on, accounts, title });
  const changed = Object.keys(said).filter((name) => Reflect.get(said, name) !== undefined);
  return {
    version,
    fields: Object.fromEntries(Object.entries(whole).filter(([name]) => changed.includes(name))),
  };
}

/** The fields alone, or what is wrong with them, each fault by its field's name. */
export function planFields(said: unknown): { fields: PlanFields } | { faults: Fault[] } {
  const { data, error } = planFieldsWire.safeParse(said, { error: faultCode });
  return error ? { faults: faultsOf(error, said, []) } : { fields: fieldsOf(data) };
}

/**
 * The days of a series, the first among them. `seriesDays("2026-12-01", 2, "2026-12-31")` is 1, 15 and 29 December; a code
 * where it has none, or too many.
 */
export function seriesDays(first: Day, every_weeks: number, until: Day): Day[] | FaultCode {
  if (until < first) return "before_first";
  const step = 7 * every_weeks;
  const count = Math.floor(daysBetween(first, until) / step) + 1;
  if (count > MOST_OF_A_SERIES) return "too_long_a_series";
  return Array.from({ length: count }, (_, index) => addDays(first, index * step));
}

type Said = z.infer<typeof planFieldsWire>;

const fieldsOf = (said: Said): PlanFields => ({
  on: said.on,
  at: said.at ?? null,
  accounts: [...new Set(said.accounts)],
  format: said.format ?? null,
  topic: said.topic ?? null,
  title: tidied(said.title),
  note: tidiedOrNull(said.note),
  person: tidiedOrNull(said.person),
  event: said.event ?? null,
  state: said.state ?? "planned",
});
