import type { RunProblemCode } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";

/** Long, and either of capitals and digits or hexadecimal: no word, no path, no metric and no id looks like that. */
const TOKEN =
  /(?=[\w.%~+=|-]*\d)(?=[\w.%~+=|-]*[A-Z])[\w.%~+=|-]{20,}|\b(?=\d*[a-f])[\da-f]{24,}\b/g;

/** A platform's own words without the token that they may repeat: "Malformed access token EAAB…". */
export const withoutTokens = (words: string): string => words.replaceAll(TOKEN, "…");

/**
 * A visit that cannot go on, in the words of the closed list. What was noted before stays. `until` parks the account
 * (a throttle's end); `null` leaves it to the usual next tick (a throttle: one hour). Its text never holds a token.
 */
export class CollectFault extends Error {
  readonly code: RunProblemCode;
  readonly detail: string | null;
  readonly until: Instant | null;

  constructor(code: RunProblemCode, detail: string | null = null, until: Instant | null = null) {
    const said = detail === null ? null : withoutTokens(detail);
    super(said === null ? code : `${code}: ${said}`);
    this.name = "CollectFault";
    this.code = code;
    this.detail = said;
    this.until = until;
  }
}
