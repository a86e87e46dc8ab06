/** Reading what was sent: capped before it is parsed, and only as UTF-8. */
import type * as z from "zod";
import { fault, inWords, Problem } from "../model/problem.ts";
import { faultCode, faultsOf, MOST_FAULTS } from "../normalise/schema-faults.ts";
import type { Ctx } from "./env.ts";

const MEGABYTE = 1_000_000;

/** The body's bytes. Throws `too_large` when there are more than allowed. */
export async function bytesOf(c: Ctx, megabytes: number): Promise<Uint8Array> {
  const most = megabytes * MEGABYTE;
  const encoding = c.req.header("content-encoding");
  if (encoding && encoding !== "identity") {
    throw new Problem(
      "unsupported",
      `send the body as it is, not with content-encoding ${encoding.slice(0, 40)}`,
    );
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  // read to its end even when there is too much, keeping none of it: a sender that is cut off does not read the answer
  for await (const piece of c.req.raw.body ?? []) {
    size += piece.byteLength;
    if (size <= most) pieces.push(piece);
    else pieces.length = 0;
  }
  if (size > most) {
    throw new Problem("too_large", `the body is larger than ${megabytes} MB; nothing was stored`);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.byteLength;
  }
  return bytes;
}

export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Problem("invalid", "the body is not UTF-8 text; nothing was stored", [
      fault("", "not_utf8"),
    ]);
  }
}

/** Largest small body: settings, a link's name, a correction. */
const SMALL_MEGABYTES = 0.1;

/** A small JSON body. */
export async function jsonOf(c: Ctx): Promise<unknown> {
  const text = textOf(await bytesOf(c, SMALL_MEGABYTES));
  if (text.trim() === "") {
    throw new Problem("invalid", "the body is empty", [fault("", "empty")]);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("invalid", "the body is not JSON", [fault("", "not_json")]);
  }
}

/** A small form (`application/x-www-form-urlencoded`, as every form of the pages is). */
export const formOf = async (c: Ctx): Promise<URLSearchParams> =>
  new URLSearchParams(textOf(await bytesOf(c, SMALL_MEGABYTES)));

/** What the schema makes of it; else the Problem that lists every fault with its path. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value, { error: faultCode });
  if (result.success) return result.data;
  const faults = faultsOf(result.error, value, []).slice(0, MOST_FAULTS);
  throw new Problem("invalid", inWords(faults), faults);
}
