import type { Answer } from "./answer.ts";
import { LARGEST_COUNT } from "./metric.ts";

/**
 * Reading the JSON of a platform: whatever it holds, these answer a value of the right kind or `null`. A field that is
 * missing, `null` or of another kind is "the platform did not say"; one odd field never costs the others.
 */

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object, or an empty one. */
export const objectOf = (value: unknown): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** The objects of a list; empty for anything that is no list. */
export const objectsOf = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.map(objectOf) : [];

/** A text that says something; ids that came as numbers are texts too. */
export function textOf(value: unknown): string | null {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === "string" && text.trim() !== ""
    ? text.replaceAll("\0", "").toWellFormed()
    : null;
}

/** A whole number of 0 or more, also as text (`"1763450000"`); fractions are rounded. */
export function countOf(value: unknown): number | null {
  const number = typeof value === "string" && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !(number >= 0 && number <= LARGEST_COUNT)) return null;
  return Math.round(number);
}

/** `true`, `false`, or `null` for anything else. */
export const flagOf = (value: unknown): boolean | null =>
  typeof value === "boolean" ? value : null;

/** The bodies of all answers of one kind. */
export const bodiesOf = (answers: readonly Answer[], of: string): JsonObject[] =>
  answers.filter((answer) => answer.of === of).map(({ body }) => objectOf(body));
