/** Draws a trend with Chart.js: the only file that imports it, and only `client.tsx` imports this one. */
import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  Tooltip,
  type TooltipItem,
} from "chart.js";
import {
  apart,
  type ChartProps,
  outliersOf,
  rangeOf,
  strokeOf,
  ticksOf,
} from "./parts/chart-props.ts";

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

const LABEL_ROOM = 76;
const LABEL_HEIGHT = 15;

const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Takes the place of the server's picture. */
export default function drawChart(root: HTMLElement, props: ChartProps): void {
  const figure = root.querySelector("figure");
  const picture = figure?.querySelector("svg");
  if (!figure || !picture) return;
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", picture.getAttribute("aria-label") ?? "");
  const holder = document.createElement("div");
  holder.append(canvas);
  picture.replaceWith(holder);
  let chart = new Chart(canvas, configuration(props));
  // the phone's theme changes while the page is open
  matchMedia("(prefers-color-scheme:dark)").addEventListener("change", () => {
    chart.destroy();
    chart = new Chart(canvas, configuration(props));
  });
}

function sayer({ language, percent }: ChartProps): (value: number) => string {
  const format = new Intl.NumberFormat(
    language === "id" ? "id-ID" : "en-GB",
    percent
      ? { style: "percent", maximumFractionDigits: 2 }
      : { notation: "compact", maximumFractionDigits: 1 },
  );
  return (value) => format.format(value);
}

function configuration(props: ChartProps) {
  const say = sayer(props);
  const range = rangeOf(props.lines) ?? { low: 0, high: 1 };
  const ticks = ticksOf(range.low, range.high);
  const ink = colour("ink");
  const soft = colour("soft");
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12.5 };
  const still = matchMedia("(prefers-reduced-motion:reduce)").matches;
  return {
    type: "line" as const,
    data: {
      labels: props.dates,
      datasets: props.lines.map(({ name, values, breaks }, line) => ({
        label: name,
        data: values,
        borderColor: ink,
        borderWidth: 1.6,
        borderDash: strokeOf(line),
        backgroundColor: ink,
        pointRadius: values.map((value, index) =>
          value !== null && isAlone(values, index) ? 1.5 : 0,
        ),
        pointHoverRadius: 4,
        pointHitRadius: 22,
        // nothing is drawn to a figure that means something else
        segment: {
          borderColor: ({ p1DataIndex }: { p1DataIndex: number }) =>
            breaks.includes(p1DataIndex) ? "transparent" : undefined,
        },
      })),
    },
    options: {
      maintainAspectRatio: false,
      animation: still ? (false as const) : { duration: 250 },
      layout: { padding: { right: LABEL_ROOM, top: 18 } },
      interaction: { mode: "index" as const, intersect: false },
      scales: {
        x: {
          grid: { display: false },
          border: { color: soft },
          ticks: {
            color: soft,
            font,
            maxTicksLimit: 4,
            maxRotation: 0,
            autoSkipPadding: 16,
            // the year below the day: more dates find room
            callback: (_: unknown, bucket: number) =>
              (props.dates[bucket] ?? "").replace(/ (?=\d{4}$)/, "\n").split("\n"),
          },
        },
        y: {
          min: ticks[0] ?? 0,
          max: ticks.at(-1) ?? 1,
          border: { display: false },
          grid: { color: colour("line"), drawTicks: false },
          ticks: {
            color: soft,
            font,
            stepSize: (ticks[1] ?? 1) - (ticks[0] ?? 0),
            callback: (value: number | string) => say(Number(value)),
          },
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: ink,
          titleColor: colour("paper"),
          bodyColor: colour("paper"),
          footerColor: colour("paper"),
          displayColors: false,
          titleFont: font,
          bodyFont: font,
          callbacks: {
            label: ({ dataset, parsed }: TooltipItem<"line">) =>
              `${dataset.label}: ${parsed.y === null ? "–" : say(parsed.y)}`,
            footer: (items: TooltipItem<"line">[]) => noteAt(props, items[0]?.dataIndex ?? -1),
          },
        },
      },
    },
    plugins: [shades(props), labels(props, font), outliers(props, font, say)],
  };
}

/** Figures above the axis, written where their line is cut. */
const outliers = (
  { lines }: ChartProps,
  font: { family: string; size: number },
  say: (value: number) => string,
): Plugin<"line"> => ({
  id: "outliers",
  afterDatasetsDraw({ ctx, chartArea: { top }, scales: { x, y } }) {
    if (!x || !y) return;
    ctx.save();
    ctx.fillStyle = colour("ink");
    ctx.font = `${font.size}px ${font.family}`;
    ctx.textBaseline = "bottom";
    ctx.textAlign = "center";
    const outliers = outliersOf(lines, y.max, (bucket) => x.getPixelForValue(bucket));
    for (const { at, value } of outliers) {
      ctx.fillText(`▲ ${say(value)}`, at, top - 2);
    }
    ctx.restore();
  },
});

const isAlone = (values: readonly (number | null)[], index: number): boolean =>
  (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;

const noteAt = ({ lines, break_words }: ChartProps, bucket: number): string =>
  lines.some(({ breaks }) => breaks.includes(bucket)) ? break_words : "";

/** Weak streaks, behind the lines. */
const shades = ({ streaks, dates }: ChartProps): Plugin<"line"> => ({
  id: "shades",
  beforeDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales }) {
    const { x } = scales;
    if (!x) return;
    const half = (right - left) / Math.max(1, dates.length - 1) / 2;
    ctx.save();
    ctx.fillStyle = colour("wash");
    for (const { from, to } of streaks) {
      const start = Math.max(left, x.getPixelForValue(from) - half);
      const end = Math.min(right, x.getPixelForValue(to) + half);
      ctx.fillRect(start, top, Math.max(3, end - start), bottom - top);
    }
    ctx.restore();
  },
});

/** Each line's name at its end, in place of a legend. */
const labels = ({ lines }: ChartProps, font: { family: string; size: number }): Plugin<"line"> => ({
  id: "labels",
  afterDatasetsDraw(chart) {
    const { ctx, chartArea } = chart;
    const ends = lines.map(({ values }, line) => {
      const last = values.findLastIndex((value) => value !== null);
      return chart.getDatasetMeta(line).data[last] ?? null;
    });
    const heights = apart(
      ends.map((end) => end?.y ?? chartArea.bottom),
      LABEL_HEIGHT,
      chartArea.bottom,
    );
    ctx.save();
    ctx.fillStyle = colour("ink");
    ctx.font = `${font.size}px ${font.family}`;
    ctx.textBaseline = "middle";
    lines.forEach(({ name }, line) => {
      const end = ends[line];
      if (!end) return;
      ctx.beginPath();
      ctx.arc(end.x, end.y, 2.6, 0, 2 * Math.PI);
      ctx.fill();
      ctx.fillText(name, chartArea.right + 8, heights[line] ?? 0, LABEL_ROOM - 8);
    });
    ctx.restore();
  },
});
