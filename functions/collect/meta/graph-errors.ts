/** Meta's errors: how they are written, what they mean, and which of them end a visit. */
import { objectOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault, withoutTokens } from "../fault.ts";

export type GraphError = { code: number; subcode: number | null; message: string };

/** Where the platform does not say for how long. */
export const PAUSE_SECONDS = 3600;
const BLOCK_SECONDS = 6 * 3600;

/** A 200 can carry an error as well as any other status. */
export function errorOf(body: unknown, status: number): GraphError | null {
  const { error } = objectOf(body);
  if (error === undefined && status < 400) return null;
  const { code, error_subcode, message } = objectOf(error);
  return {
    code: typeof code === "number" ? code : 0,
    subcode: typeof error_subcode === "number" ? error_subcode : null,
    message: withoutTokens(textOf(message) ?? `HTTP ${status}`).slice(0, 200),
  };
}

const THROTTLES = new Set([
  4, 17, 32, 613, 80000, 80001, 80002, 80003, 80004, 80005, 80006, 80008, 80009, 80014,
]);
const DEAD = new Set([102, 190]);
const BLOCKED = 368;

/** What ends the visit; `null` for an error that concerns one request only. */
export function endOf(
  error: GraphError,
  now: Instant,
  regain: Instant | null,
): CollectFault | null {
  const words = `(#${error.code}) ${error.message}`;
  if (THROTTLES.has(error.code)) {
    return new CollectFault("throttled", words, regain ?? now + PAUSE_SECONDS);
  }
  if (DEAD.has(error.code)) return new CollectFault("token_dead", words);
  if (error.code === BLOCKED) return new CollectFault("blocked", words, now + BLOCK_SECONDS);
  return null;
}

export type ErrorKind =
  | "permission"
  | "too_few_people"
  | "gone"
  | "refused"
  | "too_much"
  | "passing"
  | "other";

/** Object gone, or no access to it. */
const GONE_SUBCODE = 33;

export function kindOf({ code, subcode, message }: GraphError): ErrorKind {
  if (code === 10 && /not enough/i.test(message)) return "too_few_people";
  if (code === 10 || (code >= 200 && code <= 299)) return "permission";
  if (code === 100 && subcode === GONE_SUBCODE) return "gone";
  if (code === 100 || (code >= 3000 && code < 4000)) return "refused";
  // 0: no code at all, as from a proxy in between
  if (code > 2) return "other";
  if (code === 1 && /reduce the amount/i.test(message)) return "too_much";
  return "passing";
}
