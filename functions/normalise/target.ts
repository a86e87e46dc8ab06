/** A target as a person says it: in JSON, a rate as a fraction; typed into a form, in percent. */
import * as z from "zod";
import { fault } from "../model/problem.ts";
import { TARGET_METRICS, type TargetFields, type TargetMetric } from "../model/target.ts";
import { typedCount } from "../model/typed-count.ts";
import { parsed, refusal } from "./parsed.ts";

const FIRST_YEAR = 2004;
const LAST_YEAR = 2099;

const value = z
  .number()
  .meta({ description: "Followers and posts as counts, a rate as a fraction", example: 3000 });

export const newTargetWire = z
  .strictObject({
    year: z.int().meta({ example: 2027 }),
    account: z
      .int()
      .min(1)
      .nullish()
      .meta({ description: "The account's number here; null: all together, but for a rate" }),
    metric: z.enum(TARGET_METRICS).meta({ example: "followers" }),
    value,
  })
  .meta({ id: "NewTarget", description: "What the library wants to reach in a year" });

export const targetChangeWire = z
  .strictObject({
    version: z.int().min(1).meta({ description: "The version that was seen", example: 3 }),
    value,
  })
  .meta({ id: "TargetChange" });

/** Throws the Problem that lists every fault with its path. */
export function newTarget(body: unknown): TargetFields {
  const { account = null, ...said } = parsed(newTargetWire, body);
  const faults = [
    ...(said.year < FIRST_YEAR || said.year > LAST_YEAR ? [fault("year", "not_one_of")] : []),
    ...(said.metric === "engagement_rate" && account === null
      ? [fault("account", "required")]
      : []),
    ...valueFaults(said.metric, said.value),
  ];
  if (faults.length > 0) throw refusal(faults);
  return { ...said, account };
}

/** @param metric of the target that is changed */
export function targetChange(body: unknown, metric: TargetMetric) {
  const said = parsed(targetChangeWire, body);
  const faults = valueFaults(metric, said.value);
  if (faults.length > 0) throw refusal(faults);
  return said;
}

const MOST_FOLLOWERS = 1e10;
const MOST_POSTS = 10_000;

function valueFaults(metric: TargetMetric, value: number) {
  if (metric === "engagement_rate")
    return value > 0 && value <= 1 ? [] : [fault("value", "not_a_rate")];
  const most = metric === "followers" ? MOST_FOLLOWERS : MOST_POSTS;
  if (!Number.isInteger(value) || value < 1) return [fault("value", "not_a_count")];
  return value > most ? [fault("value", "too_large_a_count")] : [];
}

/** `2,5` and `2.5%` are 0.025; `3.000` followers are 3000. Throws the Problem of what is neither. */
export function typedValue(metric: string, text: string): number {
  if (metric !== "engagement_rate") {
    const count = typedCount(text);
    if (typeof count === "number") return count;
    throw refusal([fault("value", count)]);
  }
  const percent = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.normalize("NFKC").trim());
  if (!percent) throw refusal([fault("value", "not_a_rate")]);
  return Number((Number(`${percent[1]}.${percent[2] ?? 0}`) / 100).toPrecision(12));
}
