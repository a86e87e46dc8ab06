/** A note as a person says it. */
import * as z from "zod";
import { MOST_ACCOUNTS } from "../model/account.ts";
import { LONGEST_NOTE, type NoteFields } from "../model/note.ts";
import { fault } from "../model/problem.ts";
import { parsed, refusal } from "./parsed.ts";
import { knownDay, typedText } from "./snapshot-schema.ts";

const day = (example: string) =>
  knownDay.meta({ description: "The library's day", example, format: "date" });

const fields = {
  from_on: day("2027-02-08"),
  to_on: day("2027-03-09"),
  text: typedText(LONGEST_NOTE).min(1).meta({ example: "Ramadan" }),
  accounts: z
    .array(z.int().min(1))
    .min(1, "empty")
    .max(MOST_ACCOUNTS, "too_long")
    .nullish()
    .meta({ description: "The accounts' numbers here; null: all, those that come later too" }),
  left_out: z
    .boolean()
    .meta({ description: "Are the posts of these days taken out of the norm?", example: true }),
};

export const newNoteWire = z
  .strictObject({ ...fields, left_out: fields.left_out.optional() })
  .meta({ id: "NewNote", description: "What the library notes of some days, both ends included" });

export const noteChangeWire = z
  .strictObject({
    version: z.int().min(1).meta({ description: "The version that was seen", example: 3 }),
    ...z.strictObject(fields).partial().shape,
  })
  .meta({ id: "NoteChange", description: "What is left out stays as it is" });

/** Throws the Problem that lists every fault with its path. */
export function newNote(body: unknown): NoteFields {
  const { accounts, left_out = false, ...said } = parsed(newNoteWire, body);
  inOrder(said);
  return { ...said, text: tidied(said.text), accounts: each(accounts), left_out };
}

export type NoteChange = { version: number; fields: Partial<NoteFields> };

/** Throws the Problem that lists every fault with its path. */
export function noteChange(body: unknown): NoteChange {
  const { version, accounts, text, ...said } = parsed(noteChangeWire, body);
  inOrder(said);
  const given = {
    ...said,
    ...(text === undefined ? {} : { text: tidied(text) }),
    ...(accounts === undefined ? {} : { accounts: each(accounts) }),
  };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return { version, fields: Object.fromEntries(known) };
}

const tidied = (text: string): string => text.normalize("NFC");

const each = (ids: readonly number[] | null | undefined): number[] | null =>
  ids ? [...new Set(ids)] : null;

function inOrder({ from_on, to_on }: { from_on?: string | undefined; to_on?: string | undefined }) {
  if (from_on === undefined || to_on === undefined || from_on <= to_on) return;
  throw refusal([fault("from_on", "backwards")]);
}
