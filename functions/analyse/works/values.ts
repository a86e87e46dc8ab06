/**
 * What of an account's units is compared: the ln of their interactions against the median of their block, as it is, or less
 * what is usual for their format.
 */
import { blocksOf, lessBlock } from "../statistics/blocks.ts";
import { medianOf } from "../statistics/middle.ts";

/** A format is judged by `plain`; everything else by what is left beside it. */
export type Reading = "plain" | "by_format";

/** Of each of an account's units. */
export type Readings = Record<Reading, number[]>;

/** As if so many posts as usual as the account's others stood at each format. */
const SHRINK_FORMAT = 3;

/**
 * @param logs of one account, oldest first
 * @param formats the number of each one's format; 0: unknown, which is one too
 */
export function valuesOf(logs: readonly number[], formats: readonly number[]): Readings {
  const plain = lessBlock(Float64Array.from(logs), blocksOf(logs.length), medianOf);
  return { plain: Array.from(plain), by_format: Array.from(lessFormat(plain, formats)) };
}

/** What videos do for one account says nothing of another's. */
function lessFormat(values: Float64Array, formats: readonly number[]): Float64Array {
  const left = values.slice();
  const placesOf: number[][] = [];
  for (const [place, format] of formats.entries()) {
    placesOf[format] ??= [];
    placesOf[format].push(place);
  }
  for (const places of placesOf) {
    if (!places) continue;
    const median = medianOf(Float64Array.from(places, (place) => values[place] ?? 0));
    const usual = (median * places.length) / (places.length + SHRINK_FORMAT);
    for (const place of places) left[place] = (values[place] ?? 0) - usual;
  }
  return left;
}
