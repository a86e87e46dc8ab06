/** A chart as the server says it and the browser draws it: words, dates and figures, ready. */
export type ChartProps = {
  language: "id" | "en";
  /** Rates are said in percent. */
  percent: boolean;
  /** One a bucket, already said in the person's language. */
  dates: string[];
  lines: {
    /** The platform's name, and the handle where it has several accounts. */
    name: string;
    /** One a bucket; `null` breaks the line. */
    values: (number | null)[];
    /** Buckets at which the figure's meaning changed: the line breaks before them. */
    breaks: number[];
  }[];
  /** Buckets of weak streaks, both ends included. */
  streaks: { from: number; to: number }[];
  break_words: string;
};

/** Lines are told apart by their stroke as well as by their name: dash and gap lengths. */
const STROKES: readonly number[][] = [[], [7, 3], [2, 3], [9, 3, 2, 3]];

export const strokeOf = (line: number): number[] => STROKES[line % STROKES.length] ?? [];

/** Pushes labels apart that would stand on each other: their heights, in the order given. */
export function apart(heights: readonly number[], least: number, bottom: number): number[] {
  const order = heights
    .map((height, index) => ({ height, index }))
    .sort((a, b) => a.height - b.height);
  const placed = [...heights];
  let floor = Number.NEGATIVE_INFINITY;
  for (const { height, index } of order) {
    floor = Math.max(height, floor + least);
    placed[index] = floor;
  }
  // what fell out below moves up again, and pushes the others
  let ceiling = bottom;
  for (const { index } of order.reverse()) {
    ceiling = Math.min(placed[index] ?? 0, ceiling);
    placed[index] = ceiling;
    ceiling -= least;
  }
  return placed;
}

/** Round steps of an axis from 0 or from just below the lowest value; at most four. */
export function ticksOf(low: number, high: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 3;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * unit).find((one) => one >= rough) ?? span;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** A bucket this many times above nearly all others would flatten every line: it is cut, and its figure written there. */
const FAR_ABOVE = 3;
/** "Nearly all": of every fifty buckets one may stand out. */
const NEARLY_ALL = 0.98;

/** From 0 upwards where 0 is near; a follower count may start higher, or its line would be flat. */
export function rangeOf(lines: ChartProps["lines"]): { low: number; high: number } | null {
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  if (known.length === 0) return null;
  known.sort((a, b) => a - b);
  const highest = known.at(-1) ?? 0;
  const usual = known[Math.ceil(known.length * NEARLY_ALL) - 1] ?? highest;
  const high = highest > FAR_ABOVE * usual ? 1.25 * usual : highest;
  const lowest = known[0] ?? 0;
  return { low: lowest > high * 0.6 ? lowest : 0, high };
}

/** Pixels that a figure takes above the axis, `▲ 37,3 rb`. */
const OUTLIER_WIDTH = 66;

/**
 * The figures above the axis: how much, and the middle of where it is written. Of those that would stand on each other
 * the highest remains.
 *
 * @param x the place of a bucket, in pixels
 */
export function outliersOf(
  lines: ChartProps["lines"],
  top: number,
  x: (bucket: number) => number,
): { at: number; value: number }[] {
  const first = x(0) + OUTLIER_WIDTH / 2;
  const last = x((lines[0]?.values.length ?? 1) - 1) - OUTLIER_WIDTH / 2;
  const kept: { at: number; value: number }[] = [];
  const all = lines.flatMap(({ values }) =>
    values.flatMap((value, bucket) => (value !== null && value > top ? [{ bucket, value }] : [])),
  );
  for (const { bucket, value } of all.sort((a, b) => b.value - a.value)) {
    const at = Math.max(first, Math.min(last, x(bucket)));
    if (kept.every((other) => Math.abs(other.at - at) >= OUTLIER_WIDTH)) kept.push({ at, value });
  }
  return kept;
}
