/** Answers of Meta's insights, in their several shapes. */
import type { Instant } from "../../functions/model/snapshot.ts";
import { type Incoming, list } from "./call.ts";
import { invalidMetric, refuse } from "./graph-errors.ts";
import { graphTime, type Parameters } from "./graph-node.ts";
import type { Window } from "./meta-days.ts";

type Value = number | Record<string, number>;

/** The metrics asked for. One that is unknown, dead or retired fails the whole call. */
export function metricsOf(
  { fault }: Incoming,
  { metric }: Parameters,
  known: (name: string) => boolean,
): string[] {
  // a JSON list does as well as words with commas
  const names = list(metric?.replaceAll(/[[\]"]/g, ""));
  if (names.length === 0) {
    refuse({
      code: 3001,
      subcode: 1504028,
      message: "(#3001) Cannot query insights without a metric.",
    });
  }
  for (const name of names) {
    const retired = fault?.kind === "metric_retired" && fault.metric === name;
    if (retired || !known(name)) refuse(invalidMetric());
  }
  return names;
}

const entry = (owner: string, name: string, period: string) => ({
  name,
  period,
  title: name.replaceAll("_", " "),
  description: "As the platform explains it.",
  id: `${owner}/insights/${name}/${period}`,
});

export const lifetime = (owner: string, name: string, value: Value) => ({
  ...entry(owner, name, "lifetime"),
  values: [{ value }],
});

export const daily = (owner: string, name: string, values: { value: Value; end: Instant }[]) => ({
  ...entry(owner, name, "day"),
  values: values.map(({ value, end }) => ({ value, end_time: graphTime(end) })),
});

export const total = (owner: string, name: string, value: number) => ({
  ...entry(owner, name, "day"),
  total_value: { value },
});

export const split = (
  owner: string,
  name: string,
  key: string,
  results: readonly (readonly [string, number])[],
) => ({
  ...entry(owner, name, "day"),
  total_value: {
    breakdowns: [
      {
        dimension_keys: [key],
        results: results.map(([dimension, value]) => ({ dimension_values: [dimension], value })),
      },
    ],
  },
});

/** Both neighbours always exist: who follows `next` never ends. */
export function windowPaging(
  call: Incoming,
  id: string,
  parameters: Parameters,
  { since, until }: Window,
) {
  const span = until - since;
  const { access_token: _, ...asked } = parameters;
  const token = call.query.access_token;
  const address = (from: Instant) => {
    const query = new URLSearchParams({
      ...(token === undefined ? {} : { access_token: token }),
      ...asked,
      since: String(from),
      until: String(from + span),
    });
    return `${call.origin}/${call.door}/v26.0/${id}/insights?${query}`;
  };
  return { previous: address(since - span), next: address(until) };
}
