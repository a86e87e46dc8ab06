/** Faults on demand: which calls they meet, and what then happens. */
import type { Door } from "./credentials.ts";

/** Which calls a fault meets: all that fit what is given here. */
type Match = {
  door?: Door;
  /** A part of the path with its query: `/insights`. */
  path?: string;
  method?: string;
  /** The account that is asked about, or whose token it is. */
  account?: string;
  /** Let so many fitting calls pass before the first. */
  after?: number;
  /** Meet so many calls; left out: every one until the fault is taken away. */
  count?: number;
};

export type FaultKind =
  /** Refused for too many calls, as the platform says it. `code` on Meta and TikTok Business, `regain_minutes` null: it does not say when. */
  | { kind: "throttled"; code?: number; regain_minutes?: number | null }
  /** Answered, but a header says that the limit is near: so many percent. */
  | { kind: "usage"; percent: number; regain_minutes?: number | null }
  /** The token (or the refresh token) is withdrawn. */
  | { kind: "token_dead"; subcode?: number }
  /** X and TikTok, where a token is renewed: the app's secret was changed. */
  | { kind: "app_refused" }
  | { kind: "scope_missing"; scope: string }
  | { kind: "server_error"; status?: number }
  /** A page of HTML where JSON was due. */
  | { kind: "html"; status?: number }
  /** Half of the answer, under the whole one's status. */
  | { kind: "truncated" }
  /** No answer for so long. */
  | { kind: "hanging"; ms?: number }
  /** HTTP 200 that carries an error. */
  | { kind: "error_in_200" }
  /** Meta's error of this code, whatever was asked. */
  | { kind: "graph_error"; code: number; subcode?: number; message?: string; status?: number }
  /** A list's page without anything on it; the list goes on when it went on before. */
  | { kind: "empty_page" }
  /** Too much was asked at once: refused when `limit` is over this. */
  | { kind: "too_much_data"; limit: number }
  /** The platform no longer knows a metric or field. */
  | { kind: "metric_retired"; metric: string }
  /** X: nothing is paid for any more. */
  | { kind: "no_credits" }
  /** One part of a batch was not answered in time. */
  | { kind: "batch_null"; index?: number }
  /** The platform did what was asked, a refresh for one, and the answer never came. */
  | { kind: "answer_lost" }
  /** Meta serves another version than was asked. */
  | { kind: "version_served"; version: string }
  /** The person says no on the login page. */
  | { kind: "login_denied" };

export type Fault = Match & FaultKind & { seen: number };

/** Made new, a fault has met nobody. */
export const newFault = (fault: Match & FaultKind): Fault => ({ ...fault, seen: 0 });

/** What is known of a call before it is answered. */
export type FaultSubject = {
  door: Door;
  method: string;
  address: string;
  accounts: readonly (string | null)[];
};

/** The first fault that this call meets; counts it. */
export function faultFor(faults: readonly Fault[], subject: FaultSubject): Fault | null {
  for (const fault of faults) {
    if (!fits(fault, subject)) continue;
    fault.seen++;
    const turn = fault.seen - (fault.after ?? 0);
    if (turn > 0 && turn <= (fault.count ?? Number.POSITIVE_INFINITY)) return fault;
  }
  return null;
}

function fits(fault: Fault, { door, method, address, accounts }: FaultSubject): boolean {
  return (
    (fault.door === undefined || fault.door === door) &&
    (fault.method === undefined || fault.method === method) &&
    (fault.path === undefined || address.includes(fault.path)) &&
    (fault.account === undefined || accounts.includes(fault.account)) &&
    (fault.kind !== "metric_retired" || address.includes(fault.metric)) &&
    (fault.kind !== "batch_null" || method === "POST")
  );
}
