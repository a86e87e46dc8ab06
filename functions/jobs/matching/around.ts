/** What of the library's week a batch's posts are held against: plans and the posts beside them, and events. */
import { type Around, type AskedAround, listAround } from "../../store/around.ts";
import { eventsAround } from "./linked-posts.ts";
import { placesAround, type Touched } from "./match-anew.ts";

/** What was found, and how far was looked. */
export type AroundAtHand = { asked: AskedAround; found: Around };

export const weekAround = (places: readonly Touched[], time_zone: string): AskedAround => ({
  ...placesAround(places, time_zone),
  events: eventsAround(places.map(({ at }) => at)),
});

const NOTHING_AROUND: Around = { plans: [], posts: [], events: [], any_event: false };

/** At hand, or asked now: by a merge or an undo, and where a post lies elsewhere than was told. */
export async function aroundOf(
  db: D1Database,
  places: readonly Touched[],
  time_zone: string,
  atHand: AroundAtHand | null,
): Promise<Around> {
  if (places.length === 0) return NOTHING_AROUND;
  const wanted = weekAround(places, time_zone);
  return atHand && covers(atHand.asked, wanted) ? atHand.found : listAround(db, wanted);
}

type Span<Place> = { from: Place; to: Place };

const within = <Place extends string | number>(wide: Span<Place>, narrow: Span<Place>): boolean =>
  wide.from <= narrow.from && narrow.to <= wide.to;

const covers = (asked: AskedAround, wanted: AskedAround): boolean =>
  within(asked.days, wanted.days) &&
  within(asked.posts, wanted.posts) &&
  within(asked.events, wanted.events) &&
  wanted.accounts.every((id) => asked.accounts.includes(id));
