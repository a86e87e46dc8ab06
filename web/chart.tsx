/** Draws a trend's panels with Chart.js: the only file that imports it, and only `client.tsx` imports this one. */
import {
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from "chart.js";
import { readOut } from "./islands/read-out.ts";
import {
  areMany,
  type ChartProps,
  type Mark,
  marksAbove,
  marksBehind,
  type Panel,
  type Scale,
  scaleOf,
} from "./parts/panel.ts";

Chart.register(LinearScale, LineController, LineElement, PointElement);

const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Each picture of the server gives way to a canvas when it comes near the view: forty at once would hold up a phone. */
export default function drawCharts(root: HTMLElement, props: ChartProps): void {
  const drawn = new Map<HTMLElement, () => void>();
  const places = [...root.querySelectorAll<HTMLElement>(".plot-at")];
  const nearView = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const place = target as HTMLElement;
        const panel = props.panels[places.indexOf(place)];
        if (!isIntersecting || !panel) continue;
        nearView.unobserve(place);
        drawn.set(place, drawPanel(place, panel, props));
      }
    },
    { rootMargin: "50% 0%" },
  );
  for (const place of places) nearView.observe(place);
  // the phone's theme changes while the page is open
  matchMedia("(prefers-color-scheme:dark)").addEventListener("change", () => {
    for (const redraw of drawn.values()) redraw();
  });
  readOut(root, props);
}

/** @returns what draws it again, in the colours that hold then */
function drawPanel(place: HTMLElement, panel: Panel, props: ChartProps): () => void {
  const picture = place.querySelector("svg");
  const scale = scaleOf(panel);
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", picture?.getAttribute("aria-label") ?? "");
  picture?.replaceWith(canvas);
  if (!scale) return () => {};
  let chart = new Chart(canvas, configuration(panel, scale, props));
  return () => {
    chart.destroy();
    chart = new Chart(canvas, configuration(panel, scale, props));
  };
}

/** What is written stands in the page, beside the canvas: there it grows with the reader's text. */
function configuration(panel: Panel, scale: Scale, props: ChartProps) {
  return {
    type: "line" as const,
    data: { datasets: datasetsOf(panel, scale) },
    options: {
      // the place has its height from the page, whichever way the phone is held
      maintainAspectRatio: false,
      animation: false as const,
      events: [],
      // the period begins and ends at the place's edges, as in the picture and under the cursor
      layout: { autoPadding: false },
      scales: {
        x: { type: "linear" as const, display: false, min: 0, max: props.days },
        y: { display: false, min: scale.low, max: scale.high },
      },
    },
    plugins: [
      marks("beforeDatasetsDraw", marksBehind(panel, scale, props)),
      marks("afterDatasetsDraw", marksAbove(panel, scale, props)),
    ],
  };
}

type Dataset = ChartDataset<"line", { x: number; y: number | null }[]>;

function datasetsOf(panel: Panel, { high }: Scale): Dataset[] {
  const many = areMany(panel);
  const onDay = ([day, value]: readonly [number, number | null]) => ({ x: day + 0.5, y: value });
  return [
    {
      data: panel.line.map(onDay),
      borderColor: colour("ink"),
      borderWidth: 1.6,
      borderJoinStyle: "round",
      // alone between two gaps: a dot, so that it is seen
      pointRadius: panel.line.map((_, at) => (isAlone(panel.line, at) ? 1.6 : 0)),
      pointBackgroundColor: colour("ink"),
      pointBorderWidth: 0,
    },
    {
      data: panel.dots.filter(([, value]) => value <= high).map(onDay),
      showLine: false,
      // the dots of the first and the last day are whole
      clip: false as const,
      pointRadius: many ? 1.1 : 1.8,
      pointBackgroundColor: many ? `${colour("stem")}99` : colour("stem"),
      pointBorderWidth: 0,
    },
  ];
}

const isAlone = (line: Panel["line"], at: number): boolean =>
  (line[at - 1]?.[1] ?? null) === null && (line[at + 1]?.[1] ?? null) === null;

/** As `web/style.ts` has them for the server's picture. */
const LOOKS: Record<
  Mark["look"],
  { colour: string; alpha?: number; dash?: number[]; width?: number }
> = {
  weak: { colour: "wash" },
  strong: { colour: "accent", alpha: 0.12 },
  range: { colour: "band", alpha: 0.75 },
  bar: { colour: "soft" },
  piece: { colour: "soft", alpha: 0.4 },
  rule: { colour: "line" },
  break: { colour: "soft", dash: [2, 3] },
  note: { colour: "ink", alpha: 0.55 },
  above: { colour: "stem", width: 2 },
};

/** The panel's marks, behind the figures or over them. */
const marks = (
  when: "beforeDatasetsDraw" | "afterDatasetsDraw",
  list: readonly Mark[],
): Plugin<"line"> => ({
  id: when,
  [when]({ ctx, chartArea: { left, top, width, height } }: Chart) {
    ctx.save();
    for (const mark of list) {
      const look = LOOKS[mark.look];
      ctx.globalAlpha = look.alpha ?? 1;
      ctx.fillStyle = ctx.strokeStyle = colour(look.colour);
      const [x, y] = [left + mark.left * width, top + mark.top * height];
      const [across, down] = [(mark.right - mark.left) * width, (mark.bottom - mark.top) * height];
      if (across > 0 && down > 0) {
        ctx.fillRect(x, y, across, down);
        continue;
      }
      ctx.lineWidth = look.width ?? 1;
      ctx.setLineDash(look.dash ?? []);
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.lineTo(x + across, y + down);
      ctx.stroke();
    }
    ctx.restore();
  },
});
