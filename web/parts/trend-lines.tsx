import { apart, type ChartProps, outliersOf, rangeOf, strokeOf, ticksOf } from "./chart-props.ts";

const WIDTH = 320;
const HEIGHT = 220;
const TOP = 18;
const BOTTOM = HEIGHT - 24;
/** Room for the lines' names. */
const RIGHT = WIDTH - 68;
const LINE_HEIGHT = 14;

const round = (value: number): number => Math.round(value * 10) / 10;

/** The chart before and without JavaScript: names at the lines' ends, streaks shaded, lines broken where nothing is known. */
export function TrendLines(props: {
  chart: ChartProps;
  say: (value: number) => string;
  label: string;
}) {
  const { chart, say, label } = props;
  const range = rangeOf(chart.lines);
  if (!range) return null;
  const ticks = ticksOf(range.low, range.high);
  const bottom = ticks[0] ?? 0;
  const top = ticks.at(-1) ?? 1;
  const step = RIGHT / Math.max(1, chart.dates.length - 1);
  const x = (index: number) => round(index * step);
  const y = (value: number) =>
    round(BOTTOM - ((Math.min(value, top) - bottom) / (top - bottom)) * (BOTTOM - TOP));
  const ends = chart.lines.map(({ values }) => {
    const last = values.findLastIndex((value) => value !== null);
    return last < 0 ? null : { x: x(last), y: y(values[last] ?? 0) };
  });
  const heights = apart(
    ends.map((end) => end?.y ?? BOTTOM),
    LINE_HEIGHT,
    BOTTOM,
  );
  return (
    <svg class="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {chart.streaks.map(({ from, to }) => (
        <rect
          key={from}
          class="s-wash"
          x={round(Math.max(0, x(from) - step / 2))}
          width={round(
            Math.max(3, Math.min(RIGHT, x(to) + step / 2) - Math.max(0, x(from) - step / 2)),
          )}
          y={TOP}
          height={BOTTOM - TOP}
        />
      ))}
      {ticks.map((tick) => (
        <g key={tick} class="s-line">
          <line x1="0" x2={RIGHT} y1={y(tick)} y2={y(tick)} />
          <text class="s-soft" x="0" y={y(tick) - 3}>
            {say(tick)}
          </text>
        </g>
      ))}
      {chart.lines.map(({ name, values, breaks }, line) => (
        <g key={name}>
          <path
            d={pathOf(values, breaks, x, y)}
            stroke-width="1.6"
            stroke-linejoin="round"
            stroke-dasharray={strokeOf(line).join(" ") || undefined}
          />
          {ends[line] && (
            <>
              <circle cx={ends[line].x} cy={ends[line].y} r="2.6" />
              <text x={RIGHT + 7} y={(heights[line] ?? 0) + 4}>
                {name}
              </text>
            </>
          )}
        </g>
      ))}
      {outliersOf(chart.lines, top, x).map(({ at, value }) => (
        <text key={at} x={at} y={TOP - 5} text-anchor="middle">
          ▲ {say(value)}
        </text>
      ))}
      <text class="s-soft" x="0" y={HEIGHT - 6}>
        {chart.dates[0]}
      </text>
      <text class="s-soft" x={RIGHT} y={HEIGHT - 6} text-anchor="end">
        {chart.dates.at(-1)}
      </text>
    </svg>
  );
}

function pathOf(
  values: readonly (number | null)[],
  breaks: readonly number[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let pen = "M";
  let path = "";
  values.forEach((value, index) => {
    if (value === null || breaks.includes(index)) pen = "M";
    if (value === null) return;
    path += `${pen}${x(index)} ${y(value)}`;
    // a value alone between two gaps is a dash, so that it is seen
    const alone = pen === "M" && (values[index + 1] ?? null) === null;
    if (alone) path += "h1.5";
    pen = "L";
  });
  return path;
}
