import type { EventFigures } from "../model/event.ts";

/**
 * What an event's posts came to. Reactions are added up; people are not, for whoever saw two posts is one: the reach is that
 * of the post that reached most, so at least so many. Unknown where no post says it.
 * @example
 * eventFigures([{ reach: 900, interactions: 31 }, { reach: 400, interactions: null }], null);
 * // { posts: 2, reach: 900, interactions: 31, clicks: null }
 */
export function eventFigures(
  posts: readonly { reach: number | null; interactions: number | null }[],
  clicks: number | null,
): EventFigures {
  const reach = posts.flatMap((post) => post.reach ?? []);
  const interactions = posts.flatMap((post) => post.interactions ?? []);
  return {
    posts: posts.length,
    reach: reach.length === 0 ? null : Math.max(...reach),
    interactions: interactions.length === 0 ? null : interactions.reduce((a, b) => a + b, 0),
    clicks,
  };
}
