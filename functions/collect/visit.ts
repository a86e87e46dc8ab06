/**
 * What an adapter is given and what it leaves behind. The interface of every platform:
 *
 *     // functions/collect/<platform>.ts: talks, interprets nothing but ids and cursors
 *     export const visitX: VisitAccount<XCredentials> = async (visit) => {
 *       const answer = await visit.http.ask(`${visit.base}/2/users/me`, { bearer: token });   // throws a CollectFault
 *       visit.notebook.answers.push({ of: "profile", post: null, asked: FIELDS, since: null, until: null, body: answer.body });
 *       …
 *     };
 *     // functions/normalise/<platform>.ts: pure
 *     export const fromX = (answers: readonly Answer[], seen: Seen): Snapshot | null => …
 *
 * `Seen` (model/visit.ts) is what is known beforehand: account, instant, posts that were due. What was noted before a
 * CollectFault is thrown is kept and stored: write to the notebook as soon as something is there. Ask the account
 * first, then new posts, then those that are due, then back-fill; stop before `visit.http.left()` reaches 0 and set
 * `unfinished`, so that the next tick goes on. A post that is gone is noted as an answer `{ of: "gone", post }`.
 */
import type { Answer } from "../model/answer.ts";
import type { Credentials, Kept } from "../model/credentials.ts";
import type { Refusal, RunProblem, RunProblemCode } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import type { Http } from "./http.ts";

export type Visit<C extends Credentials = Credentials> = {
  http: Http;
  /** The platform's origin, without a slash at the end: `https://graph.facebook.com`, or the fake's `http://…/facebook`. */
  base: string;
  seen: Seen;
  kept: Kept<C>;
  /**
   * Stores renewed credentials; resolves when they are safe. Call it after every refresh and BEFORE the new access
   * token is used: a rotating refresh token that is lost loses the account. Never call it with an empty token.
   */
  save: (kept: Kept<C>) => Promise<void>;
  /** What this visit may still cost, in millionths of a US dollar; `null`: costs nothing (everything but X). */
  allowance: number | null;
  notebook: Notebook;
};

export type Notebook = {
  answers: Answer[];
  problems: RunProblem[];
  /** What this account is known not to give: read it before asking, add to it what is refused. */
  refusals: Refusal[];
  /** Where the back-fill stands, in the adapter's own text; `""` before the first contact, `null` when it is done. */
  cursor: string | null;
  /** What the adapter wants to know next time, in its own words (JSON values). */
  memory: Record<string, unknown>;
  /** There is more to ask: the account is due again at the next tick. */
  unfinished: boolean;
  /** What the visit cost, in millionths of a US dollar. */
  cost: number;
};

export type VisitAccount<C extends Credentials> = (visit: Visit<C>) => Promise<void>;

/** What a token turned out to be when it was tried. `missing` names scopes or roles that it lacks, in the platform's words. */
export type Tried<C extends Credentials = Credentials> = {
  external_id: string;
  handle: string;
  name: string | null;
  kept: Kept<C>;
  missing: string[];
};

/**
 * Tries credentials at once: who is it, and what is missing. Throws a CollectFault when they open nothing.
 * `external_id` is what the person said, `null` when it is to be learnt; it may be a handle where the platform resolves one.
 * The rest is as in Visit: a refresh that rotates is saved before it is used, and what is paid for is noted.
 */
export type TryCredentials<C extends Credentials> = (trial: {
  http: Http;
  base: string;
  now: Instant;
  external_id: string | null;
  kept: Kept<C>;
  save: (kept: Kept<C>) => Promise<void>;
  allowance: number | null;
  notebook: Notebook;
}) => Promise<Tried<C>>;

/** Before the first contact. */
export const emptyNotebook = (): Notebook => ({
  answers: [],
  problems: [],
  refusals: [],
  cursor: "",
  memory: {},
  unfinished: false,
  cost: 0,
});

export const isRefused = (notebook: Notebook, what: string): boolean =>
  notebook.refusals.some((refusal) => refusal.what === what);

/** Remembers what is not given, and says so in the run the first time. */
export function refuse(notebook: Notebook, refusal: Refusal): void {
  if (isRefused(notebook, refusal.what)) return;
  notebook.refusals.push(refusal);
  notebook.problems.push({ code: refusal.reason, detail: refusal.what });
}

/** Remembers what this way in never gives (`days/reach`, `posts/saves`, `comments`): worth showing, no problem of a run. */
export function declare(
  { refusals }: Notebook,
  reason: RunProblemCode,
  lacks: readonly string[],
  at: Instant,
): void {
  const known = new Set(refusals.map(({ what }) => what));
  refusals.push(...lacks.filter((what) => !known.has(what)).map((what) => ({ what, reason, at })));
}
