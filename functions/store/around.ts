/** What of the library's week lies around posts: plans, the posts beside them, and events. */
import type { Day, Instant } from "../model/snapshot.ts";
import { EVENTS, type EventRow, MOST_EVENTS } from "./events.ts";
import { MATCHABLE, type MatchableRow } from "./matchable-posts.ts";
import { MOST_PLANS, PLANS, type PlanRow } from "./plans.ts";
import { all, valuesOf } from "./rows.ts";

export type Around = {
  plans: PlanRow[];
  /** Of the accounts; none where nothing is planned. */
  posts: MatchableRow[];
  events: EventRow[];
  /** There are events, here or elsewhere. */
  any_event: boolean;
};

export type AskedAround = {
  /** Both ends included. */
  days: { from: Day; to: Day };
  accounts: readonly number[];
  posts: { from: Instant; to: Instant };
  events: { from: Instant; to: Instant };
};

type Found = { of: "plan" | "post" | "event" | "any"; row: string };

/** In one question: whoever plans nothing pays for a row or two. */
export async function listAround(
  db: D1Database,
  { days, accounts, posts, events }: AskedAround,
): Promise<Around> {
  const found = await all<Found>(
    db
      .prepare(
        `with a (id) as ${valuesOf(accounts.map((id) => [id]))}
         select 'plan' as of, ${PLANS.asJson("p")} as row
         from (select * from plans where on_day between ?1 and ?2 order by on_day limit ${MOST_PLANS}) p
         union all
         select 'post', ${MATCHABLE.json} from a join posts p on p.account_id = a.id and p.published_at between ?3 and ?4
         where exists (select 1 from plans where on_day between ?1 and ?2)
         union all
         select 'event', ${EVENTS.asJson("e")}
         from (select * from events where coalesce(ends_at, starts_at) >= ?5 and starts_at <= ?6
           order by coalesce(ends_at, starts_at), starts_at limit ${MOST_EVENTS}) e
         union all
         select 'any', '' where exists (select 1 from events)`,
      )
      .bind(days.from, days.to, posts.from, posts.to, events.from, events.to),
  );
  const of = (what: Found["of"]) => found.filter((one) => one.of === what);
  return {
    plans: of("plan").map(({ row }) => PLANS.fromJson(row)),
    posts: of("post").map(({ row }) => JSON.parse(row) as MatchableRow),
    events: of("event").map(({ row }) => EVENTS.fromJson(row)),
    any_event: of("any").length > 0,
  };
}
