const WIDTH = 320;
const HEIGHT = 96;
const BASE = HEIGHT - 6;
/** Room for the newest sum's figure beside its dot. */
const RIGHT = 44;

type Props = {
  /** The sum after each post, oldest first; `null` where a post was not judged. */
  sums: readonly (number | null)[];
  threshold: number;
  weak: boolean;
  /** What the dashed line is called. */
  name: string;
  /** The newest sum, as said. */
  newest: string;
  label: string;
};

/** The sum of signs climbing over the threshold, post by post. */
export function SumLine({ sums, threshold, weak, name, newest, label }: Props) {
  const known = sums.flatMap((sum, index) => (sum === null ? [] : [{ sum, index }]));
  const top = Math.max(threshold * 1.15, ...known.map(({ sum }) => sum));
  const x = (index: number) => 4 + (index / Math.max(1, sums.length - 1)) * (WIDTH - RIGHT - 4);
  const y = (sum: number) => BASE - (sum / top) * (BASE - 14);
  const last = known.at(-1);
  return (
    <svg class="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line class="s-line" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
      <g class={weak ? "s-weak" : "s-good"}>
        <line
          x1="0"
          x2={WIDTH}
          y1={y(threshold)}
          y2={y(threshold)}
          stroke-dasharray="3 3"
          stroke-width="0.8"
        />
        <text x="0" y={y(threshold) - 5}>
          {name}
        </text>
      </g>
      <polyline
        points={known
          .map(({ sum, index }) => `${x(index).toFixed(1)},${y(sum).toFixed(1)}`)
          .join(" ")}
        stroke-width="1.6"
        stroke-linejoin="round"
      />
      {last && (
        <g class={weak ? "s-weak" : "s-good"}>
          <circle cx={x(last.index)} cy={y(last.sum)} r="4" />
          <text x={x(last.index) + 8} y={y(last.sum) + 4} font-weight="600">
            {newest}
          </text>
        </g>
      )}
    </svg>
  );
}
