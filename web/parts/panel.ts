/**
 * A trend's panels as the server draws them and the browser does: the same scales, ticks and marks. Across, everything
 * is a share of the period (0 at its first day's beginning, 1 at its last day's end); down, a share of the panel from its
 * top.
 */
import type { Range, Spot } from "../../functions/model/trend.ts";

/** What is drawn, as it travels to the browser. */
export type ChartProps = {
  /** How long the period is. */
  days: number;
  /** The days at which a year, a month or a week begins, for the time axis. */
  ticks: number[];
  /** The first day of each bucket; the first may begin before the period. */
  buckets: number[];
  /** Buckets that are not whole, by their place. */
  pieces: number[];
  panels: Panel[];
};

export type Panel = {
  dots: [day: number, value: number][];
  line: Spot[];
  /** A sum a bucket. */
  bars: (number | null)[];
  /** What is usual. */
  range: Range | null;
  /** Streaks, by their first and last day. */
  shades: { kind: "weak" | "strong"; from: number; to: number }[];
  /** Days on which the figure changed its meaning. */
  breaks: number[];
  /** What people noted, by its first and last day. */
  notes: { from: number; to: number }[];
  /** Does the axis begin at 0? A follower count has a range of its own. */
  from_zero: boolean;
  /** Counts have no half steps. */
  whole: boolean;
};

/** Round ends of an axis that hold what is drawn. */
export type Scale = { low: number; high: number };

/** Of the values of a panel so many stand on its scale; what is higher is told by a mark at its top, or one viral post would press all others flat. */
const NEARLY_ALL = 0.95;

/** So much above nearly all others is far: what is nearer only makes the scale a little longer. */
const FAR_ABOVE = 1.5;

/** An axis' steps, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/** `null` where nothing is known. */
export function scaleOf({ dots, line, bars, range, from_zero, whole }: Panel): Scale | null {
  const single = [...dots.map(([, value]) => value), ...known(bars)];
  const carried = known(line.map(([, value]) => value));
  if (single.length + carried.length === 0) return null;
  // the line and the band are always whole
  const seen = [usualTop(single), ...carried, range?.high ?? 0];
  const high = Math.max(...seen);
  const low = from_zero ? 0 : Math.min(...carried, ...single);
  return rounded(low, high, whole);
}

function usualTop(values: readonly number[]): number {
  const ordered = Float64Array.from(values).sort();
  const highest = ordered.at(-1) ?? 0;
  const usual = ordered[Math.ceil(ordered.length * NEARLY_ALL) - 1] ?? 0;
  return highest > FAR_ABOVE * usual ? usual : highest;
}

const known = (values: readonly (number | null)[]): number[] =>
  values.filter((value) => value !== null);

function rounded(low: number, high: number, whole: boolean): Scale {
  const span = high - low || Math.max(whole ? 1 : 0, Math.abs(high)) / 10 || 1;
  const rough = span / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const found = (STEPS.find((factor) => factor * unit >= rough * 0.999) ?? 10) * unit;
  const step = whole ? Math.max(1, Math.round(found)) : found;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return { low: exact(first * step), high: exact(last * step) };
}

/** Without the crumbs of binary fractions: 3 × 0.1 is 0.3. */
const exact = (value: number): number => Number(value.toPrecision(12));

/** Where a day stands: in its middle. */
export const across = (day: number, days: number): number => (day + 0.5) / days;

/** What is higher than the scale stands at its top. */
export const down = (value: number, { low, high }: Scale): number =>
  1 - (Math.min(value, high) - low) / (high - low);

/** A bucket's stretch of the period; of one that is cut, what the period holds of it. */
export function stretchOf(bucket: number, { buckets, days }: ChartProps): [number, number] {
  const begins = buckets[bucket] ?? 0;
  const ends = buckets[bucket + 1] ?? days;
  return [Math.max(0, begins) / days, Math.min(days, ends) / days];
}

/** The bucket at a share of the period. */
export function bucketAt(share: number, { buckets, days }: ChartProps): number {
  const day = Math.floor(share * days);
  return Math.max(
    0,
    buckets.findLastIndex((begins) => begins <= day),
  );
}

/** Something drawn behind or over the figures: a rectangle, or a line where both ends share a side. */
export type Mark = {
  look: "weak" | "strong" | "range" | "rule" | "break" | "note" | "bar" | "piece" | "above";
  left: number;
  right: number;
  top: number;
  bottom: number;
};

/** A streak of one day is still seen. */
const NARROWEST = 0.008;

const upright = (look: Mark["look"], at: number, top = 0, bottom = 1): Mark => ({
  look,
  left: at,
  right: at,
  top,
  bottom,
});

/** Of a bar's stretch so much is left free, to tell it from the next. */
const BETWEEN = 0.12;

/** The least of a bar's height: none at all is what is not known. */
const LOWEST = 0.012;

/** A sum a bucket; paler where the bucket is not whole. */
const barsOf = ({ bars }: Panel, scale: Scale, chart: ChartProps): Mark[] =>
  bars.flatMap((value, bucket) => {
    if (value === null) return [];
    const [left, right] = stretchOf(bucket, chart);
    const free = ((right - left) * BETWEEN) / 2;
    return {
      look: chart.pieces.includes(bucket) ? "piece" : "bar",
      left: left + free,
      right: right - free,
      top: Math.min(down(value, scale), 1 - LOWEST),
      bottom: 1,
    } as const;
  });

/** A note of one day is a line in its middle; of more a bracket over them, open where it reaches out of the period. */
function bracket({ from, to }: Panel["notes"][number], days: number): Mark[] {
  if (from === to) return [upright("note", across(from, days))];
  const left = Math.max(0, from / days);
  const right = Math.min(1, (to + 1) / days);
  return [
    ...(from >= 0 ? [upright("note", left)] : []),
    ...(to < days ? [upright("note", right)] : []),
    { look: "note", left, right, top: 0, bottom: 0 },
  ];
}

/** Behind the lines: streaks, the usual range over them, the axis' two ends, the time's ticks, bars, where the meaning changed, notes. */
export function marksBehind(panel: Panel, scale: Scale, chart: ChartProps): Mark[] {
  const { days, ticks } = chart;
  const shades = panel.shades.map(({ kind, from, to }): Mark => {
    const left = Math.max(0, from / days);
    const right = Math.min(1, (to + 1) / days);
    return {
      look: kind,
      left: Math.min(left, 1 - NARROWEST),
      right: Math.max(right, left + NARROWEST),
      top: 0,
      bottom: 1,
    };
  });
  const { range } = panel;
  const band: Mark[] = range
    ? [
        {
          look: "range",
          left: 0,
          right: 1,
          top: down(range.high, scale),
          bottom: down(range.low, scale),
        },
      ]
    : [];
  return [
    ...shades,
    ...band,
    ...[0, 1].map((side): Mark => ({ look: "rule", left: 0, right: 1, top: side, bottom: side })),
    ...ticks.map((day) => upright("rule", day / days)),
    ...barsOf(panel, scale, chart),
    ...panel.breaks.map((day) => upright("break", day / days)),
    ...panel.notes.flatMap((note) => bracket(note, days)),
  ];
}

/** How far down the marks of what is above the scale reach. */
const ABOVE = 0.08;

/** Over the figures: what is higher than the scale. */
export const marksAbove = ({ dots, bars }: Panel, { high }: Scale, chart: ChartProps): Mark[] => [
  ...dots
    .filter(([, value]) => value > high)
    .map(([day]) => upright("above", across(day, chart.days), 0, ABOVE)),
  ...bars.flatMap((value, bucket) => {
    if (value === null || value <= high) return [];
    const [left, right] = stretchOf(bucket, chart);
    return [upright("above", (left + right) / 2, 0, ABOVE)];
  }),
];

/** The highest value, where the scale does not hold it. */
export function highestAbove({ dots, bars }: Panel, { high }: Scale): number | null {
  const highest = Math.max(...dots.map(([, value]) => value), ...known(bars), high);
  return highest > high ? highest : null;
}

/** More dots than these are drawn smaller and fainter. */
const MANY = 120;

export const areMany = ({ dots }: Panel): boolean => dots.length > MANY;
