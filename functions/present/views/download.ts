/** What a downloaded table says in a person's language. */
import type { Format } from "../../model/format.ts";
import type { HeadlineMetric, RateBase } from "../../model/metric.ts";
import type { Topic } from "../../model/topic.ts";

export type DownloadWords = {
  columns: Record<
    | HeadlineMetric
    | "date"
    | "whole"
    | "published"
    | "platform"
    | "account"
    | "posts"
    | "interactions"
    | "format"
    | "topic"
    | "caption"
    | "link"
    | "likes"
    | "comments"
    | "shares"
    | "times_usual"
    | "weak"
    | "paid",
    string
  >;
  /** After the rate's name: what it is taken of. */
  rate_bases: Record<RateBase, string>;
  formats: Record<Format, string>;
  topics: Record<Topic, string>;
  yes: string;
  no: string;
};
