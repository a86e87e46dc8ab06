/**
 * What a visit leaves behind: the answers for the normaliser, what went wrong, and what the next visit has to know. Every
 * platform writes it by these functions.
 */
import type { Answer } from "../model/answer.ts";
import type { Refusal, RunProblem, RunProblemCode } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";
import type { Http } from "./http.ts";

export type Notebook = {
  answers: Answer[];
  problems: RunProblem[];
  /** What this account is known not to give: read it before asking, add to it what is refused. */
  refusals: Refusal[];
  /** How far the back-fill has come, in the adapter's own text; `""` before the first contact, `null` when it is done. */
  cursor: string | null;
  /** What the adapter wants to know next time, in its own words (JSON values). */
  memory: Record<string, unknown>;
  /** There is more to ask: the account is due again at the next tick. */
  unfinished: boolean;
  /** What the visit cost, in millionths of a US dollar. */
  cost: number;
};

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

/** Every figure of a day, as `declare` takes it. */
export const ALL_DAYS = [
  "days/reach",
  "days/views",
  "days/profile_views",
  "days/followers_gained",
  "days/followers_lost",
];

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

/** Notes that a post is gone from its platform. */
export const noteGone = ({ answers }: Notebook, post: string | null) =>
  answers.push({ of: "gone", post, asked: [], since: null, until: null, body: null });

/** Notes that there is more to do when no call is left. */
export function isOutOfCalls({ http, notebook }: { http: Http; notebook: Notebook }): boolean {
  if (http.left() >= 1) return false;
  notebook.unfinished = true;
  return true;
}
