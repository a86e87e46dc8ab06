/** What X takes, and what the month's ceiling leaves. */
import { dayOf, startOfDay } from "../../model/day.ts";
import { type JsonObject, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault } from "../fault.ts";
import type { XTalk } from "./call.ts";
import { isPaid, memoryOf, notePaid, paidToday } from "./memory.ts";

/**
 * What X takes for each thing that it answers, in millionths of a US dollar (its pay-per-use price list of 2026). A
 * thing read again on the same UTC day is not paid again. Where we can't know, we count what it costs at most.
 */
export const X_PRICES = {
  /** A post of anyone, or read without the account's own token. */
  post: 5_000,
  /** A post of the account's own timeline, read with its own token ("owned read"). */
  own_post: 1_000,
  user: 10_000,
} as const;

export const ownPostPrice = ({ token }: XTalk): number =>
  token.user ? X_PRICES.own_post : X_PRICES.post;

/** Millionths of a dollar that may still be spent. */
export const fundsOf = ({ visit }: Pick<XTalk, "visit">): number =>
  visit.allowance === null ? Number.POSITIVE_INFINITY : visit.allowance - visit.notebook.cost;

/**
 * How many things of a price may be asked for, up to `most`. Pauses the account until the next month when the ceiling
 * does not leave room for `least`.
 */
export function affordable(
  talk: Pick<XTalk, "visit">,
  price: number,
  least: number,
  most: number,
): number {
  const count = Math.min(most, Math.floor(fundsOf(talk) / price));
  if (count < least) {
    throw new CollectFault("ceiling_reached", null, nextMonth(talk.visit.http.now));
  }
  return count;
}

const nextMonth = (now: Instant): Instant => {
  const [year = 1970, month = 1] = dayOf(now, "UTC").split("-").map(Number);
  const next =
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return startOfDay(next, "UTC");
};

const idsOf = (posts: readonly JsonObject[]): string[] =>
  posts.map((post) => textOf(post.id)).filter((id) => id !== null);

export function payUser({ visit }: XTalk): void {
  const paid = paidToday(memoryOf(visit.notebook), visit.http.now);
  if (!paid.user) visit.notebook.cost += X_PRICES.user;
  paid.user = true;
}

/** A page of the own timeline. `remember`: it continues what was read today, so that the same posts cost nothing more. */
export function payTimeline(talk: XTalk, page: JsonObject, remember: boolean): void {
  const { notebook, http } = talk.visit;
  const paid = paidToday(memoryOf(notebook), http.now);
  const ids = idsOf(objectsOf(page.data));
  const unpaid = ids.filter((id) => !isPaid(paid, id));
  notebook.cost += unpaid.length * ownPostPrice(talk);
  if (remember) notePaid(paid, ids);
}

/** A page of posts that are read by id or found by a search. */
export function payPosts({ visit }: XTalk, page: JsonObject): void {
  visit.notebook.cost += objectsOf(page.data).length * X_PRICES.post;
}
