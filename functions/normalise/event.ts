/** An event as a person says it. The schemas validate and document; what they let through is then written in one way. */
import * as z from "zod";
import { dayNumber, SECONDS_A_DAY } from "../model/day.ts";
import {
  EVENT_KINDS,
  type EventFields,
  LONGEST_EVENT_NOTE,
  LONGEST_EVENT_TEXT,
  MOST_HASHTAGS,
} from "../model/event.ts";
import { LAST_DAY } from "../model/known-days.ts";
import { type FaultCode, fault } from "../model/problem.ts";
import type { Instant } from "../model/snapshot.ts";
import { EARLIEST_INSTANT, readInstant } from "./instant.ts";
import { parsed, refusal } from "./parsed.ts";
import { webAddress } from "./permalink.ts";
import { isBlank, lineFault, textFault, tidied, tidiedOrNull } from "./person-text.ts";
import { count, refusing } from "./snapshot-schema.ts";

const LAST_INSTANT: Instant = (dayNumber(LAST_DAY) + 1) * SECONDS_A_DAY - 1;
const LONGEST_ADDRESS = 2_000;
const LONGEST_HASHTAG = 100;

const titleFault = (text: string): FaultCode | null =>
  isBlank(text) ? "empty" : lineFault(LONGEST_EVENT_TEXT)(text);

function instantFault(text: string): FaultCode | null {
  const at = readInstant(text);
  if (typeof at !== "number") return at;
  if (at < EARLIEST_INSTANT) return "too_early";
  return at > LAST_INSTANT ? "too_late" : null;
}

/** `#BedahBuku` and `bedahbuku` are one. */
const hashtagOf = (text: string): string => tidied(text).replace(/^#/, "").toLowerCase();

function hashtagFault(text: string): FaultCode | null {
  const tag = hashtagOf(text);
  if (tag.length > LONGEST_HASHTAG) return "too_long";
  return /^[\p{L}\p{M}\p{N}_]+$/u.test(tag) ? null : "not_a_hashtag";
}

/** What is wrong with an address that others are sent to. */
export function addressFault(text: string): FaultCode | null {
  if (text.length > LONGEST_ADDRESS) return "too_long";
  const url = webAddress(text);
  if (url === null) return "bad_url";
  return /^https:/i.test(url) ? null : "not_https";
}

const instant = z.string().check(refusing(instantFault));
const optional = (shape: z.ZodType<string>) => shape.nullish();
const line = z.string().check(refusing(lineFault(LONGEST_EVENT_TEXT)));

const fields = {
  kind: z.enum(EVENT_KINDS).meta({ example: "discussion" }),
  title: z
    .string()
    .check(refusing(titleFault))
    .meta({ maxLength: LONGEST_EVENT_TEXT, example: "Bedah buku Laut Bercerita" }),
  starts_at: instant.meta({
    description: "ISO 8601 with its zone",
    example: "2026-12-05T13:00:00+07:00",
    format: "date-time",
  }),
  ends_at: optional(instant).meta({ example: "2026-12-05T15:00:00+07:00", format: "date-time" }),
  place: optional(line).meta({ maxLength: LONGEST_EVENT_TEXT, example: "Aula lantai 2" }),
  hashtags: z
    .array(z.string().check(refusing(hashtagFault)))
    .max(MOST_HASHTAGS, "too_long")
    .optional()
    .meta({
      description: "By which its posts are found, with or without #",
      example: ["bedahlaut"],
    }),
  url: optional(z.string().check(refusing(addressFault))).meta({
    maxLength: LONGEST_ADDRESS,
    description: "https alone",
    example: "https://example.org/acara",
  }),
  note: optional(z.string().check(refusing(textFault(LONGEST_EVENT_NOTE)))).meta({
    maxLength: LONGEST_EVENT_NOTE,
    example: "Penulis datang pukul 12",
  }),
  visitors: count.nullish().meta({ description: "How many came", example: 85 }),
  cost: count.nullish().meta({ description: "In whole rupiah", example: 750_000 }),
};

const eventFieldsWire = z.strictObject(fields);

export const newEventWire = eventFieldsWire.meta({
  id: "NewEvent",
  description: "What the library invites to",
});

export const eventChangeWire = z
  .strictObject({
    version: z.int().min(1).meta({ description: "The version that was seen", example: 3 }),
    ...eventFieldsWire.partial().shape,
  })
  .meta({ id: "EventChange", description: "What is left out stays as it is; null takes it away" });

/** Throws the Problem that lists every fault with its path. */
export function newEvent(body: unknown): EventFields {
  const event = fieldsOf(parsed(newEventWire, body));
  if (event.ends_at !== null && event.ends_at < event.starts_at) {
    throw refusal([fault("ends_at", "ends_before_start")]);
  }
  return event;
}

export type EventChange = { version: number; fields: Partial<EventFields> };

/** Throws the Problem that lists every fault with its path. Whether it ends after it starts is seen with what stands. */
export function eventChange(body: unknown): EventChange {
  const { version, ...said } = parsed(eventChangeWire, body);
  // what stands in for the fields that were not said is left out again
  const { kind = "other", title = "", starts_at = "2026-01-01T00:00:00Z" } = said;
  const whole = fieldsOf({ ...said, kind, title, starts_at });
  const changed = Object.keys(said).filter((name) => Reflect.get(said, name) !== undefined);
  return {
    version,
    fields: Object.fromEntries(Object.entries(whole).filter(([name]) => changed.includes(name))),
  };
}

const fieldsOf = (said: z.infer<typeof eventFieldsWire>): EventFields => ({
  kind: said.kind,
  title: tidied(said.title),
  starts_at: Number(readInstant(said.starts_at)),
  ends_at: said.ends_at == null ? null : Number(readInstant(said.ends_at)),
  place: tidiedOrNull(said.place),
  hashtags: [...new Set((said.hashtags ?? []).map(hashtagOf))],
  url: tidiedOrNull(said.url),
  note: tidiedOrNull(said.note),
  visitors: said.visitors ?? null,
  cost: said.cost ?? null,
});
