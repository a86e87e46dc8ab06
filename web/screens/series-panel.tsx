import type { Period } from "../../functions/model/day.ts";
import { daysBetween, daysIn } from "../../functions/model/day.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import { FEWEST_SPOTS } from "../../functions/model/trend.ts";
import type { SeriesPanel, SeriesView } from "../../functions/present/views/series.ts";
import { names } from "../language/names.ts";
import { numeral } from "../language/numerals.ts";
import { seriesWords } from "../language/series.ts";
import type { Speech } from "../language/speech.ts";
import { ChangeWords, sayValue } from "../parts/figure-block.tsx";
import { type ChartProps, highestAbove, type Panel, scaleOf } from "../parts/panel.ts";
import { PanelPicture } from "../parts/panel-picture.tsx";
import { accountName, hasSeveral, shortSpan } from "../parts/series-words.ts";
import { timeTicks } from "../parts/time-ticks.ts";

type Props = {
  view: SeriesView;
  one: SeriesPanel;
  /** What is drawn of it. */
  panel: Panel | undefined;
  chart: ChartProps;
  speech: Speech;
};

/** An account's panel: its name and newest value, and its picture on its own scale. */
export function TrendPanel({ view, one, panel, chart, speech }: Props) {
  const { chrome, metric, choice, series } = view;
  const words = seriesWords[chrome.language];
  const scale = panel && scaleOf(panel);
  if (!scale) return null;
  const newest = newestOf(view, one);
  const highest = highestAbove(panel, scale);
  const name = accountName(one, series);
  const label = words.panel(
    name,
    names[chrome.language].metrics[metric],
    speech.period(choice.from, choice.to),
  );
  return (
    <section class="panel" aria-label={name}>
      <p class="panel-head">
        <b>{PLATFORM_NAMES[one.platform]}</b>
        {hasSeveral(one, series) && <small>{one.account}</small>}
        {newest && <span class="newest">{sayValue(speech, metric, newest.value)}</span>}
        <small>{unitOf(view, one, newest?.when ?? "")}</small>
        {highest !== null && <small>{words.above(sayValue(speech, metric, highest))}</small>}
      </p>
      <div class="panel-body">
        <div class="plot-at">
          <PanelPicture {...{ chart, panel, scale, label }} />
        </div>
        <p class="scale" aria-hidden="true">
          <span>{tickLabel(view, speech, scale.high)}</span>
          <span>{tickLabel(view, speech, scale.low)}</span>
        </p>
      </div>
      {one.compared && one.compared.value !== null && (
        <p class="small">
          {words.whole_period(sayValue(speech, metric, one.compared.value))}{" "}
          <ChangeWords {...{ chrome, metric }} change={one.compared.change} />
        </p>
      )}
      {one.breaks.map((day) => (
        <p key={day} class="small">
          {words.break_at(speech.shortDay(day))}
        </p>
      ))}
    </section>
  );
}

/** What stands beside the name: of posts the line's end, else the newest bucket; of sums one that is whole. */
function newestOf(
  view: SeriesView,
  { points, line, posts }: SeriesPanel,
): { value: number; when: string } | null {
  if (posts) {
    const last = line.at(-1)?.[1] ?? null;
    return last === null ? null : { value: last, when: "" };
  }
  const wanted = points.filter(
    ({ date, value }) =>
      value !== null && (view.metric === "followers" || !view.pieces.includes(date)),
  );
  const last = wanted.at(-1) ?? points.findLast(({ value }) => value !== null);
  return last?.value == null ? null : { value: last.value, when: shortSpan(view, last.date) };
}

function unitOf(
  view: SeriesView,
  { formula, dots, posts, line, gained }: SeriesPanel,
  when: string,
) {
  const words = seriesWords[view.chrome.language];
  if (posts && line.length === 0 && dots.length < FEWEST_SPOTS) return words.few_posts(dots.length);
  if (view.metric === "followers") return gained === null ? "" : words.gained(signed(view, gained));
  return words.unit[formula](when);
}

function signed({ chrome }: SeriesView, value: number): string {
  const size = numeral(chrome.language, Math.abs(value));
  return value === 0 ? size : `${value > 0 ? "+" : "−"}${size}`;
}

/** With as many places as the round number has: a quarter of a percent is not `0,3%`. */
function tickLabel({ metric, chrome }: SeriesView, speech: Speech, value: number): string {
  if (metric !== "engagement_rate") return speech.short(value);
  const percent = Number((value * 100).toPrecision(6));
  const places = [0, 1, 2].find((digits) => Number(percent.toFixed(digits)) === percent) ?? 3;
  return `${numeral(chrome.language, value, places, 2)}%`;
}

/** A label whose tick is nearer to an end than half of its width stands at that end. */
const NEAR_END = 0.1;

/** The time below all panels. Where the text is large for the screen, every second label and the years are left out. */
export function TimeAxis({ choice, speech }: { choice: Period; speech: Speech }) {
  const days = daysIn(choice);
  return (
    <svg class="time-axis" aria-hidden="true">
      {timeTicks(choice).map(({ day, by }, index) => {
        const january = day.slice(5, 7) === "01";
        return (
          <text
            key={day}
            class={index % 2 === 1 ? "spare" : undefined}
            y="1.1em"
            {...placeOf(daysBetween(choice.from, day) / days)}
          >
            {by === "month" ? speech.shortMonth(day) : speech.shortDay(day)}
            {by === "month" && (index === 0 || january) && (
              <tspan class="spare">{` ${day.slice(0, 4)}`}</tspan>
            )}
          </text>
        );
      })}
    </svg>
  );
}

function placeOf(share: number) {
  if (share < NEAR_END) return { x: "0", "text-anchor": "start" } as const;
  if (share > 1 - NEAR_END) return { x: "100%", "text-anchor": "end" } as const;
  return { x: `${Math.round(share * 1000) / 10}%`, "text-anchor": "middle" } as const;
}
