import type { RunProblemCode } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";

/**
 * A visit that cannot go on, in the words of the closed list. What was noted before stays. `until` parks the account
 * (a throttle's end); `null` leaves it to the usual next tick (a throttle: one hour). Its text never holds a token.
 */
export class CollectFault extends Error {
  readonly code: RunProblemCode;
  readonly detail: string | null;
  readonly until: Instant | null;

  constructor(code: RunProblemCode, detail: string | null = null, until: Instant | null = null) {
    super(detail === null ? code : `${code}: ${detail}`);
    this.name = "CollectFault";
    this.code = code;
    this.detail = detail;
    this.until = until;
  }
}
