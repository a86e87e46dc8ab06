import { GRAINS } from "../../functions/model/day.ts";
import { HEADLINE_METRICS } from "../../functions/model/metric.ts";
import { PLATFORM_NAMES, type Platform } from "../../functions/model/platform.ts";
import type { SeriesView } from "../../functions/present/views/series.ts";
import { names } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { seriesWords } from "../language/series.ts";
import { shellWords } from "../language/shell.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import { linkTo } from "../links.ts";
import { Back } from "../parts/back.tsx";
import type { ChartProps } from "../parts/chart-props.ts";
import { ChoiceBar } from "../parts/choice-bar.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { sayValue } from "../parts/figure-block.tsx";
import { Island } from "../parts/island.tsx";
import { TrendLines } from "../parts/trend-lines.tsx";

/** One figure over time: a line an account, and the table behind it. */
export function Series({ view }: { view: SeriesView }) {
  const { chrome, choice, metric, grain } = view;
  const words = seriesWords[chrome.language];
  const shell = shellWords[chrome.language];
  const speech = speechOf(chrome);
  const chart = chartOf(view, speech);
  const name = names[chrome.language].metrics[metric];
  const known = chart.lines.some(({ values }) => values.some((value) => value !== null));
  const label = words.chart(name, words.grains[grain], speech.period(choice.from, choice.to));
  return (
    <>
      <Back
        href={linkTo("/", choice)}
        name={shell.tabs.overview}
        label={shell.back_to(shell.tabs.overview)}
      />
      <h1>{name}</h1>
      {known ? (
        <>
          <Island name="chart" props={chart}>
            <figure class="chart">
              <TrendLines
                chart={chart}
                say={(value) => sayValue(speech, metric, value)}
                label={label}
              />
            </figure>
          </Island>
          <Notes view={view} speech={speech} />
        </>
      ) : (
        <p class="lead soft">{words.nothing}</p>
      )}
      <ChoiceBar {...{ chrome, choice }} path="/trend" keep={{ metric, grain }} rate />
      <Switches view={view} />
      {known && <Table view={view} speech={speech} />}
      <Downloads chrome={view.chrome} choice={view.choice} />
    </>
  );
}

const lineName = (
  line: { platform: Platform; account: string },
  all: SeriesView["series"],
): string =>
  all.filter(({ platform }) => platform === line.platform).length > 1
    ? line.account
    : PLATFORM_NAMES[line.platform];

/** The buckets of all lines, oldest first. */
const datesOf = ({ series }: SeriesView): string[] =>
  [...new Set(series.flatMap(({ points }) => points.map(({ date }) => date)))].sort();

function chartOf(view: SeriesView, speech: Speech): ChartProps {
  const { series, streaks, pieces, metric, grain, chrome } = view;
  const dates = datesOf(view);
  const bucketAt = (day: string) =>
    Math.max(
      0,
      dates.findLastIndex((date) => date <= day),
    );
  return {
    language: chrome.language,
    percent: metric === "engagement_rate",
    dates: dates.map((date) => (grain === "month" ? speech.month(date) : speech.shortDay(date))),
    lines: series.map((line) => {
      const points = new Map(line.points.map((point) => [point.date, point]));
      return {
        name: lineName(line, series),
        values: dates.map((date) =>
          pieces.includes(date) ? null : (points.get(date)?.value ?? null),
        ),
        breaks: dates.flatMap((date, index) => (points.get(date)?.note ? [index] : [])),
      };
    }),
    streaks: streaks.map(({ from, to }) => ({
      from: bucketAt(from),
      to: to === null ? dates.length - 1 : bucketAt(to),
    })),
    break_words: seriesWords[chrome.language].meaning_changed,
  };
}

/** What the shading means, and where a figure changed its meaning. */
function Notes({ view, speech }: { view: SeriesView; speech: Speech }) {
  const words = seriesWords[view.chrome.language];
  const breaks = view.series.flatMap((line) =>
    line.points
      .filter(({ note }) => note)
      .map(({ date }) => `${lineName(line, view.series)}, ${speech.shortDay(date)}`),
  );
  return (
    <div class="small">
      {view.streaks.length > 0 && (
        <p>
          {words.shaded(
            speech.list([...new Set(view.streaks.map((streak) => lineName(streak, view.series)))]),
          )}
        </p>
      )}
      {view.pieces.length > 0 && <p>{words.cut(words.grains[view.grain])}</p>}
      {breaks.map((where) => (
        <p key={where}>
          {where}: {words.meaning_changed}.
        </p>
      ))}
    </div>
  );
}

/** Another figure, another grain: plain links. */
function Switches({ view: { chrome, choice, metric, grain } }: { view: SeriesView }) {
  const words = seriesWords[chrome.language];
  const short = overviewWords[chrome.language].metric_short;
  return (
    <>
      <nav class="options" aria-label={words.metric_label}>
        <span>{words.metric_label}</span>
        {HEADLINE_METRICS.map((one) => (
          <a
            key={one}
            href={linkTo("/trend", choice, { metric: one, grain })}
            aria-current={one === metric ? "true" : undefined}
          >
            {short[one]}
          </a>
        ))}
      </nav>
      <nav class="options" aria-label={words.grain_label}>
        <span>{words.grain_label}</span>
        {GRAINS.map((one) => (
          <a
            key={one}
            href={linkTo("/trend", choice, { metric, grain: one })}
            aria-current={one === grain ? "true" : undefined}
          >
            {words.grains[one]}
          </a>
        ))}
      </nav>
    </>
  );
}

/** The newest first: that is what a person looks for. */
function Table({ view, speech }: { view: SeriesView; speech: Speech }) {
  const { series, metric, grain, chrome } = view;
  const words = seriesWords[chrome.language];
  const lines = series.map(({ points }) => new Map(points.map(({ date, value }) => [date, value])));
  const say = (value: number | null | undefined) =>
    value === null || value === undefined ? words.unknown : sayValue(speech, metric, value);
  return (
    <details class="more">
      <summary>{words.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={words.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.date}</th>
              {series.map((line) => (
                <th key={line.platform + line.account} scope="col">
                  {lineName(line, series)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {datesOf(view)
              .reverse()
              .map((date) => (
                <tr key={date}>
                  <th scope="row">
                    {grain === "month" ? speech.month(date) : speech.shortDay(date)}
                  </th>
                  {lines.map((line, index) => (
                    <td key={series[index]?.account}>{say(line.get(date))}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
