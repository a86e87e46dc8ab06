const WIDTH = 120;
const HEIGHT = 42;
const MARGIN = 5;

type Point = { x: number; y: number };

const round = (value: number): number => Math.round(value * 10) / 10;

/** The known values as runs of points: an unknown one breaks the line. */
function runsOf(values: readonly (number | null)[]): Point[][] {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const runs: Point[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) {
      runs.push([]);
      return;
    }
    const share = span === 0 ? 0.5 : (value - low) / span;
    const x = MARGIN + (index / Math.max(values.length - 1, 1)) * (WIDTH - 2 * MARGIN);
    runs.at(-1)?.push({ x: round(x), y: round(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)) });
  });
  return runs.filter((run) => run.length > 0);
}

/** A run of one point is a short dash, so that it is seen. */
const pathOf = (run: Point[]): string =>
  run.length === 1
    ? `M${(run[0]?.x ?? 0) - 1} ${run[0]?.y}h2`
    : `M${run.map(({ x, y }) => `${x} ${y}`).join("L")}`;

/** The part of a run from a place on, with the point before it, so that the line does not break. */
function from(run: Point[], place: number): Point[] {
  const first = run.findIndex(({ x }) => x >= place);
  return first < 0 ? [] : run.slice(Math.max(0, first - 1));
}

/**
 * A line without axes beside its figure, which says the value; so it is hidden from those who cannot see it.
 * @param weakFrom share of the width at which an open weak streak begins: from there on it is coloured, and only there
 */
export function Spark(props: { values: (number | null)[]; weakFrom: number | null }) {
  const runs = runsOf(props.values);
  const last = runs.at(-1)?.at(-1);
  const washAt =
    props.weakFrom === null ? WIDTH : round(MARGIN + props.weakFrom * (WIDTH - 2 * MARGIN));
  const weak = runs.map((run) => from(run, washAt)).filter((run) => run.length > 0);
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMaxYMid meet"
      aria-hidden="true"
    >
      {washAt < WIDTH && (
        <rect class="s-wash" x={washAt} width={WIDTH - washAt} height={HEIGHT} rx="1" />
      )}
      <Line runs={runs} />
      <g class={weak.length > 0 ? "s-weak" : undefined}>
        {weak.length > 0 && <Line runs={weak} />}
        {last && <circle cx={last.x} cy={last.y} r="3" />}
      </g>
    </svg>
  );
}

const Line = ({ runs }: { runs: Point[][] }) => (
  <path
    d={runs.map(pathOf).join("")}
    stroke-width="1.5"
    stroke-linejoin="round"
    stroke-linecap="round"
  />
);
