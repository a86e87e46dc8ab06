/** How answers leave: cached by what they are made of, and errors in one shape. */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { build } from "#page";
import { dayOf } from "../model/day.ts";
import { FAULT_MESSAGES, fault, Problem } from "../model/problem.ts";
import { SCHEMA } from "../model/schema.ts";
import type { Instant } from "../model/snapshot.ts";
import { sha256 } from "../model/token.ts";
import { failureOf } from "../store/failures.ts";
import type { Ctx } from "./env.ts";
import { handedOn } from "./workroom.ts";

/** Figures are looked at again this often, in seconds, even when nothing was written: "days since the last post" moves. */
const TURN_SECONDS = 3600;

type Moment = { version: number; now: Instant; time_zone: string };

/** What every answer of a moment is made of, whichever it is: the build, the library's version, the hour, its day. */
export const madeOf = ({ version, now, time_zone }: Moment): string =>
  JSON.stringify([
    ...[build, version, Math.floor(now / TURN_SECONDS)],
    // in a zone that is not whole hours from UTC a day begins in the midst of one
    ...[dayOf(now, time_zone), time_zone],
  ]);

/** As `madeOf`, of the moment of this request. */
export const madeNow = (c: Ctx): string =>
  madeOf({
    version: c.get("library").version,
    now: c.get("now"),
    time_zone: c.get("time_zone"),
  });

/** What else an answer is made of, beside its moment and its path. */
type Named = readonly (string | number | null)[];

/** Says of what an answer is made. */
export async function tagOf(c: Ctx, named: Named): Promise<string> {
  const { pathname } = new URL(c.req.url);
  const made = await sha256(JSON.stringify([madeNow(c), pathname, ...named]));
  return `W/"${made.slice(0, 32)}"`;
}

/** @param alike the address alone says what the answer is, whoever asks */
const headersOf = (tag: string, alike: boolean): Record<string, string> => ({
  etag: tag,
  "cache-control": REVALIDATED,
  ...(alike ? {} : { vary: "cookie, authorization" }),
});

/** Has the caller what is tagged so? */
export const isKnown = (c: Ctx, tag: string): boolean =>
  (c.req.header("if-none-match") ?? "").split(",").some((one) => one.trim() === tag);

/** With the cookies that were set: a language that an address asks for is remembered, whether its page is known or not. */
export const notModified = (c: Ctx, tag: string, alike = false): Response =>
  c.body(null, 304, headersOf(tag, alike));

/** An answer that may be asked for again by its tag. */
export function tagged(c: Ctx, answer: Response, tag: string, alike = false): Response {
  const { last_read_at } = c.get("library");
  for (const [name, value] of Object.entries(headersOf(tag, alike))) {
    answer.headers.set(name, value);
  }
  if (last_read_at !== null) {
    answer.headers.set("last-modified", new Date(last_read_at * 1000).toUTCString());
  }
  return answer;
}

/**
 * Answers 304 when the caller has the same already; else what `make` gives, with its tag.
 * @param alike the address alone says what the answer is, whoever asks
 */
export async function cached(
  c: Ctx,
  named: Named,
  make: (tag: string) => Promise<Response> | Response,
  { alike = false } = {},
): Promise<Response> {
  const tag = await tagOf(c, named);
  if (isKnown(c, tag)) return notModified(c, tag, alike);
  // it changed, for which it was looked at here
  return (await handedOn(c)) ?? tagged(c, await make(tag), tag, alike);
}

/** As `cached`, for what the whole address asks and what its caller may see. */
export function cachedRead(
  c: Ctx,
  make: () => Promise<Response>,
  named: readonly (number | null)[] = [],
): Promise<Response> {
  const caller = c.get("caller");
  return cached(c, [c.req.url, caller?.kind ?? null, caller?.link?.id ?? null, ...named], make);
}

/**
 * What is asked again and again, a screen or a file: the reader's own browser keeps it, and asks each time whether it still
 * holds. With `no-store` it would have nothing to ask about, and a phone on a thin line would load every screen whole. No
 * cache between keeps it, and what the browser kept of it is taken away at the logout (`login.ts`).
 */
const REVALIDATED = "private, no-cache";

/** For an answer that no browser and no cache may keep: it holds a token, or gives one. */
export const NO_STORE = { "cache-control": "no-store" };

/** Of whatever does not say otherwise: answers for one person that nobody asks for twice, and refusals. */
export const FOR_ONE = "private, no-store";

/** When it is worth asking again, in seconds. */
export const RETRY_SECONDS = 5;

/** @param found `null`: the database is older than the column that says it */
export const otherSchema = (found: number | null): Problem =>
  new Problem(
    "unavailable",
    `the database has ${found === null ? "an older schema" : `schema ${found}`}, and this version of Denyut needs ${SCHEMA}; npm run deploy brings both together`,
    [fault("", "other_schema")],
  );

/** A backup is being put back. */
export const beingRestored = (): Problem =>
  new Problem("unavailable", `the library ${FAULT_MESSAGES.restoring}`, [fault("", "restoring")]);

/**
 * What a failure of the database means for who asked; `null`: it is a fault of ours.
 * @param arrived the schema was found to fit before
 */
function problemOfDatabase(error: unknown, arrived: boolean): Problem | null {
  switch (failureOf(error)) {
    case "missing":
      return arrived ? null : otherSchema(null);
    case "full":
      return new Problem("unavailable", "the database takes nothing more in; nothing was stored", [
        fault("", "database_full"),
      ]);
    case "passing":
      return new Problem("unavailable", "the database is busy; send it again, it is stored once", [
        fault("", "busy"),
      ]);
    case null:
      return null;
  }
}

/**
 * Anything but a Problem is a bug: logged whole for the operator, and only "internal" outside.
 * @param arrived it is known who asks, and that the database fits
 */
export function problemOf(error: unknown, arrived: boolean): Problem {
  if (error instanceof Problem) return error;
  console.error(error);
  const known = problemOfDatabase(error, arrived);
  if (known) return known;
  return new Problem("internal", "something went wrong here; it is in the Worker's log");
}

/** Does it pass by itself? Between an update's migrations and its code another schema does. */
export const passes = ({ problems }: Problem): boolean =>
  problems.some(({ code }) =>
    ["busy", "broken_off", "database_full", "other_schema", "restoring"].includes(code),
  );

export function answerProblem(c: Ctx, problem: Problem): Response {
  if (passes(problem)) c.header("retry-after", String(RETRY_SECONDS));
  return c.json(problem.toJSON(), problem.status as ContentfulStatusCode);
}
