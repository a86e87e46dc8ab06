/**
 * Where a platform begins: the interface that every platform's folder fills.
 *
 * - **A visit** (`VisitAccount`) reads an account: `meta/facebook.ts`, `meta/instagram.ts`, `tiktok/display.ts`,
 *   `tiktok/business.ts`, `x/x.ts`. It talks, and interprets nothing but ids and cursors.
 * - **A trial** (`TryCredentials`) finds out whose a token is and what it lacks: `…-trial.ts` beside the visit.
 * - **A consent** (`consent.ts`) is the platform's own login page: `consent.ts` or `…-consent.ts` beside the visit.
 *
 * What the platforms share lies beside this file: `http.ts` the calls and their budget, `fault.ts` what ends a visit,
 * `notebook.ts` what it leaves behind, `grant.ts` and `oauth.ts` what getting a token has in common. No folder knows
 * another; Facebook and Instagram speak one language, so they are one. A fifth platform adds a folder with a visit and a
 * trial, its pure normaliser (`normalise/<platform>.ts`), a case in `jobs/collecting/adapters.ts` and, where it has a login
 * page, a consent and a case in `jobs/collecting/consent-doors.ts`.
 *
 *     export const visitX: VisitAccount<XCredentials> = async (visit) => {
 *       const answer = await visit.http.ask(`${visit.base}/2/users/me`, { bearer: token });   // throws a CollectFault
 *       visit.notebook.answers.push({ of: "profile", post: null, asked: FIELDS, since: null, until: null, body: answer.body });
 *       …
 *     };
 *     // functions/normalise/<platform>.ts
 *     export const fromX = (answers: readonly Answer[], seen: Seen): Snapshot | null => …
 *
 * `Seen` (model/visit.ts) is what is known beforehand: account, instant, posts that were due. What was noted before a
 * CollectFault is thrown is stored all the same: write to the notebook as soon as something is there. Ask the account
 * first, then new posts, then those that are due, then back-fill; stop before `visit.http.left()` reaches 0 and set
 * `unfinished`, so that the next tick goes on. A post that is gone is noted by `noteGone`.
 */
import type { Credentials, Kept } from "../model/credentials.ts";
import type { Seen } from "../model/visit.ts";
import type { Http } from "./http.ts";
import type { Notebook } from "./notebook.ts";

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

export type VisitAccount<C extends Credentials> = (visit: Visit<C>) => Promise<void>;

/** What a token turned out to be when it was tried. `missing` names scopes or roles that it lacks, in the platform's words. */
export type Tried<C extends Credentials = Credentials> = {
  external_id: string;
  handle: string;
  name: string | null;
  kept: Kept<C>;
  missing: string[];
};

/** `external_id` is what the person said, `null` when it is to be learnt; it may be a handle where the platform resolves one. */
export type Trial<C extends Credentials> = Omit<Visit<C>, "seen"> & { external_id: string | null };

/**
 * Tries credentials at once: who is it, and what is missing. Throws a CollectFault when they open nothing. A refresh that
 * rotates is saved before it is used, and what is paid for is noted, as in a visit.
 */
export type TryCredentials<C extends Credentials> = (trial: Trial<C>) => Promise<Tried<C>>;

/** What a token is got with, in a visit as in a trial. */
export type TokenDesk<C extends Credentials> = Pick<Visit<C>, "http" | "base" | "kept" | "save">;
