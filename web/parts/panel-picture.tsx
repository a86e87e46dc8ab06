import {
  across,
  areMany,
  type ChartProps,
  down,
  type Mark,
  marksAbove,
  marksBehind,
  type Panel,
  type Scale,
} from "./panel.ts";

/** The picture is stretched to its place; its strokes and dots are not. */
const WIDTH = 1000;
const HEIGHT = 90;

const x = (share: number): number => Math.round(share * WIDTH);
const y = (share: number): number => Math.round(share * HEIGHT * 10) / 10;

const FILLS: Partial<Record<Mark["look"], string>> = {
  weak: "s-wash",
  strong: "s-lift",
  range: "s-band",
  bar: "s-bar",
  piece: "s-piece",
};

/** A panel before and without JavaScript. All that is written stands beside it, so that it grows with the reader's text. */
export function PanelPicture(props: {
  chart: ChartProps;
  panel: Panel;
  scale: Scale;
  label: string;
}) {
  const { chart, panel, scale, label } = props;
  return (
    <svg
      class="marks"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {marksBehind(panel, scale, chart).map(drawn)}
      {panel.dots.length > 0 && (
        <path
          class={areMany(panel) ? "s-dots s-many" : "s-dots"}
          d={dotsPath(panel, scale, chart)}
        />
      )}
      {panel.line.length > 0 && <path class="s-trend" d={linePath(panel, scale, chart)} />}
      {marksAbove(panel, scale, chart).map(drawn)}
    </svg>
  );
}

function drawn({ look, left, right, top, bottom }: Mark, index: number) {
  const fill = FILLS[look];
  return fill ? (
    <rect
      key={index}
      class={fill}
      x={x(left)}
      width={x(right - left)}
      y={y(top)}
      height={y(bottom - top)}
    />
  ) : (
    <path key={index} class={`s-${look}`} d={`M${x(left)} ${y(top)}L${x(right)} ${y(bottom)}`} />
  );
}

/** A dot is a line of no length with round ends: nine letters each, of which two years have thousands. */
const dotsPath = ({ dots }: Panel, scale: Scale, { days }: ChartProps): string =>
  dots
    .filter(([, value]) => value <= scale.high)
    .map(([day, value]) => `M${x(across(day, days))} ${y(down(value, scale))}h0`)
    .join("");

function linePath({ line }: Panel, scale: Scale, { days }: ChartProps): string {
  let pen = "M";
  let path = "";
  line.forEach(([day, value], index) => {
    if (value === null) {
      pen = "M";
      return;
    }
    path += `${pen}${x(across(day, days))} ${y(down(value, scale))}`;
    // alone between two gaps: a dot, so that it is seen
    if (pen === "M" && (line[index + 1]?.[1] ?? null) === null) path += "h0";
    pen = "L";
  });
  return path;
}
