const WIDTH = 320;
const HEIGHT = 120;
const TOP = 16;
const BASE = HEIGHT - 18;

type Props = {
  /** Hours since publishing and what had come by then, oldest first. */
  points: readonly { hours: number; value: number }[];
  newest: string;
  /** The axis' two ends, as said. */
  start: string;
  end: string;
  label: string;
};

/** How a post's figure grew: every reading a dot, on a true scale of time. */
export function GrowthLine({ points, newest, start, end, label }: Props) {
  const last = points.at(-1);
  if (!last) return null;
  const longest = Math.max(last.hours, 1);
  const most = Math.max(1, ...points.map(({ value }) => value));
  const x = (hours: number) => 4 + (Math.max(0, hours) / longest) * (WIDTH - 12);
  const y = (value: number) => BASE - (value / most) * (BASE - TOP);
  return (
    <svg class="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line class="s-line" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
      <polyline
        points={points
          .map(({ hours, value }) => `${x(hours).toFixed(1)},${y(value).toFixed(1)}`)
          .join(" ")}
        stroke-width="1.6"
        stroke-linejoin="round"
      />
      {points.length <= 60 &&
        points.map(({ hours, value }) => (
          <circle key={hours} cx={x(hours)} cy={y(value)} r="1.8" />
        ))}
      <circle cx={x(last.hours)} cy={y(last.value)} r="3.5" />
      <text x={WIDTH - 4} y={Math.max(11, y(last.value) - 8)} text-anchor="end" font-weight="600">
        {newest}
      </text>
      <g class="s-soft">
        <text x="0" y={HEIGHT - 3}>
          {start}
        </text>
        <text x={WIDTH} y={HEIGHT - 3} text-anchor="end">
          {end}
        </text>
      </g>
    </svg>
  );
}
