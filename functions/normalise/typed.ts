/** Figures typed by hand: an account's followers on a day, or one post's figures. */
import * as z from "zod";
import { addDays, dayOf, isDay, startOfDay } from "../model/day.ts";
import { COUNTERS, type Counter, type Figures, NO_FIGURES } from "../model/metric.ts";
import { type Fault, fault } from "../model/problem.ts";
import type { Day, Instant, PostReading, Precision } from "../model/snapshot.ts";
import { typedCount } from "../model/typed-count.ts";
import { CLOCK_LEEWAY_SECONDS, EARLIEST_INSTANT, readInstant } from "./instant.ts";
import { parsed, refusal } from "./parsed.ts";
import { count, dayText, figures, identifier, instantOrDay, url } from "./snapshot-schema.ts";

const rowId = z.int().min(1);

/** A whole number, or the text of one as a person types it. */
const typed = z
  .preprocess((value, { issues }) => {
    const count = typeof value === "string" ? typedCount(value) : value;
    if (typeof count !== "string") return count;
    issues.push({ code: "custom", message: count, input: value });
    return z.NEVER;
  }, count)
  .meta({ override: { type: ["integer", "string"], minimum: 0 } });

/** A figure that nobody looked up is left out, or `null`. */
const typedFigure = (counter: Counter) => typed.nullish().meta(figures[counter].meta() ?? {});

const TYPED_FIGURES = Object.fromEntries(
  COUNTERS.map((counter) => [counter, typedFigure(counter)]),
) as Record<Counter, ReturnType<typeof typedFigure>>;

const typedFollowers = z.strictObject({
  account: rowId.meta({ description: "The account's number here", example: 1 }),
  date: dayText
    .nullish()
    .meta({ description: "The library's day; left out: today", example: "2026-11-22" }),
  followers: typed.meta({
    description: "Followers at the end of that day; 2480, or as text 2.480 or 2,480",
    example: 1204,
  }),
  sure: z.boolean().optional().meta({
    description: "true: it is right, though less than half or more than twice the last known",
  }),
});

const typedPost = z.strictObject({
  account: rowId.meta({ description: "The account's number here", example: 1 }),
  post: z.strictObject({
    id: rowId.nullish().meta({ description: "A known post's number here", example: 12 }),
    external_id: identifier
      .nullish()
      .meta({ description: "The platform's id of the post", example: "17860000000000001" }),
    url: url.nullish().meta({
      description: "The post's address",
      example: "https://www.instagram.com/p/DRq4v1Zk9aB/",
    }),
    published_at: instantOrDay.nullish().meta({
      description:
        "Needed for a post that is not known yet and whose id or address does not hold it",
      example: "2026-11-19",
    }),
    ...TYPED_FIGURES,
  }),
});

export const typedWire = z
  .union([typedFollowers, typedPost])
  .meta({ id: "Typed", description: "Figures typed by hand: of an account, or of one post" });

/** A post as typed. How it is known, and by what time, is for the caller to find out where these are `null`. */
export type TypedPost = Omit<PostReading, "published_at" | "published_precision"> & {
  id: number | null;
  published: { at: Instant; precision: Precision } | null;
};

export type Typed =
  | { account: number; date: Day; read_at: Instant; followers: number; sure: boolean; post: null }
  | { account: number; read_at: Instant; followers: null; post: TypedPost };

export type TypedContext = { now: Instant; time_zone: string };

/** Throws the Problem that lists every fault with its path. */
export function fromTyped(body: unknown, context: TypedContext): Typed {
  const isPost = typeof body === "object" && body !== null && "post" in body;
  const data = parsed(isPost ? typedPost : typedFollowers, body);
  if ("post" in data) return postFrom(data, context);
  const today = dayOf(context.now, context.time_zone);
  const date = data.date ?? today;
  if (date > today) throw refusal([fault("date", "in_the_future")]);
  if (startOfDay(date, "UTC") < EARLIEST_INSTANT) throw refusal([fault("date", "too_early")]);
  // the count of a day that is over stands for its last second
  const end = startOfDay(addDays(date, 1), context.time_zone) - 1;
  const read_at = Math.min(end, context.now);
  return {
    account: data.account,
    date,
    read_at,
    followers: data.followers,
    sure: data.sure ?? false,
    post: null,
  };
}

function postFrom(
  { account, post }: z.infer<typeof typedPost>,
  { now, time_zone }: TypedContext,
): Typed {
  const said: Figures = { ...NO_FIGURES };
  for (const counter of COUNTERS) said[counter] = post[counter] ?? null;
  const faults: Fault[] = [];
  const published = post.published_at ? publishedOf(post.published_at, time_zone) : null;
  if (published && published.at > now + CLOCK_LEEWAY_SECONDS) {
    faults.push(fault("post.published_at", "in_the_future"));
  }
  if (published && published.at < EARLIEST_INSTANT) {
    faults.push(fault("post.published_at", "too_early"));
  }
  if (COUNTERS.every((counter) => said[counter] === null)) faults.push(fault("post", "no_figures"));
  if (faults.length > 0) throw refusal(faults);
  return {
    account,
    read_at: now,
    followers: null,
    post: {
      id: post.id ?? null,
      external_id: post.external_id?.trim() || null,
      url: post.url?.trim() || null,
      published,
      format: null,
      caption: null,
      paid: null,
      removed_at: null,
      ...said,
    },
  };
}

function publishedOf(text: string, zone: string): { at: Instant; precision: Precision } {
  const at = isDay(text) ? startOfDay(text, zone) : readInstant(text);
  if (typeof at !== "number") throw new TypeError(`not an instant: ${at}`);
  return { at, precision: isDay(text) ? "day" : "second" };
}
