/** What a report's table says in a person's language. */
import type { WaitingClock } from "../../model/answering.ts";
import type { Formula } from "../../model/figure.ts";
import type { Format } from "../../model/format.ts";
import type { ReportMeasure } from "../../model/report.ts";
import type { TargetMetric } from "../../model/target.ts";
import type { Topic } from "../../model/topic.ts";

export type ReportTableWords = {
  columns: Record<
    | "part"
    | "platform"
    | "account"
    | "detail"
    | "measure"
    | "value"
    | "before"
    | "year"
    | "target"
    | "reached",
    string
  >;
  parts: Record<
    "figures" | "targets" | "formats" | "topics" | "events" | "service" | "notes",
    string
  >;
  /** All accounts together. */
  all: string;
  measures: Record<ReportMeasure, string>;
  /** What a figure counts: a mean of days beside a sum of them must not look like one thing. */
  units: Partial<Record<Formula, string>>;
  targets: Record<TargetMetric, string>;
  /** In the median. */
  per_post: string;
  formats: Record<Format, string>;
  topics: Record<Topic, string>;
  /** Of what has no format or topic. */
  none: string;
  /** Of the post that reached most. */
  event: Record<"posts" | "reach" | "interactions" | "clicks" | "visitors" | "cost", string>;
  /** Steps of promotion that were kept, and those that were due. */
  event_steps: Record<"done" | "due", string>;
  /** How comments were answered; the medians in minutes. */
  service: Record<
    | "comments"
    | "questions"
    | "within_day"
    | "old_enough"
    | `median_${WaitingClock}`
    | `low_${WaitingClock}`
    | `high_${WaitingClock}`
    | "waiting",
    string
  >;
  note: string;
  outage: string;
};
