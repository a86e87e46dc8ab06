import { GRAINS } from "../../functions/model/day.ts";
import { HEADLINE_METRICS } from "../../functions/model/metric.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { SeriesPanel, SeriesView } from "../../functions/present/views/series.ts";
import { names } from "../language/names.ts";
import { noteWords } from "../language/notes.ts";
import { seriesWords } from "../language/series.ts";
import { shellWords } from "../language/shell.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import { linkTo } from "../links.ts";
import { Back } from "../parts/back.tsx";
import { ChoiceBar } from "../parts/choice-bar.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { comparedInWords } from "../parts/figure-block.tsx";
import { Island } from "../parts/island.tsx";
import { type ChartProps, highestAbove, scaleOf } from "../parts/panel.ts";
import { isKnown, toChartProps } from "../parts/series-props.ts";
import { accountName, bucketLines } from "../parts/series-words.ts";
import { TimeAxis, TrendPanel } from "./series-panel.tsx";
import { ReadOut } from "./series-read-out.tsx";
import { SeriesTable } from "./series-table.tsx";

/** So many fill a phone: more have the time above them too. */
const MANY_PANELS = 4;

/** One figure over time: a panel an account, and the table behind them. */
export function Series({ view }: { view: SeriesView }) {
  const { chrome, choice, metric, series } = view;
  const words = seriesWords[chrome.language];
  const shell = shellWords[chrome.language];
  const speech = speechOf(chrome);
  const known = series.filter(isKnown);
  const chart = toChartProps(view);
  const lines = bucketLines(view);
  return (
    <>
      <Back
        href={linkTo("/", choice)}
        name={shell.tabs.overview}
        label={shell.back_to(shell.tabs.overview)}
      />
      <h1>{names[chrome.language].metrics[metric]}</h1>
      <MetricTabs view={view} />
      <ChoiceBar
        {...{ chrome, choice }}
        path="/trend"
        // another period has another grain at which it is a shape, and not hair
        keep={{ metric }}
        rate={metric === "engagement_rate"}
        compares
      />
      {known.length > 0 ? (
        <Island name="chart" props={chart}>
          <ReadOut {...{ view, lines }} />
          <div class="panels">
            {known.length > MANY_PANELS && <TimeAxis choice={choice} speech={speech} />}
            {known.map((one, index) => (
              <TrendPanel
                key={one.platform + one.account}
                panel={chart.panels[index]}
                {...{ view, one, chart, speech }}
              />
            ))}
            <TimeAxis choice={choice} speech={speech} />
          </div>
          <NotGiven view={view} speech={speech} />
          <Legend {...{ view, known, chart }} />
          <Streaks view={view} known={known} speech={speech} />
          <Notes view={view} speech={speech} />
          <GrainLinks view={view} />
          <SeriesTable {...{ view, lines }} />
        </Island>
      ) : (
        <>
          <p class="lead soft">{words.nothing}</p>
          <NotGiven view={view} speech={speech} />
        </>
      )}
      <Downloads {...{ chrome, choice }} />
    </>
  );
}

/** What a platform never gives is one line, and so is what was not read: no empty chart. */
function NotGiven({ view, speech }: { view: SeriesView; speech: Speech }) {
  const words = seriesWords[view.chrome.language];
  const unknown = view.series.filter((one) => !isKnown(one));
  const named = (some: SeriesPanel[]) =>
    speech.list([...new Set(some.map((one) => accountName(one, view.series)))]);
  // a platform is said once, however many of its accounts there are
  const never = [
    ...new Set(unknown.filter((one) => one.never).map((one) => PLATFORM_NAMES[one.platform])),
  ];
  const none = unknown.filter((one) => !one.never);
  return (
    <>
      {never.length > 0 && <p class="small under-panels">{words.never(speech.list(never))}</p>}
      {none.length > 0 && <p class="small under-panels">{words.none(named(none))}</p>}
    </>
  );
}

/** How the panels are read. */
function Legend(props: { view: SeriesView; known: SeriesPanel[]; chart: ChartProps }) {
  const { view, known, chart } = props;
  const { legend, grains } = seriesWords[view.chrome.language];
  const ofPosts = known.some(({ posts }) => posts !== null);
  const isCut = chart.panels.some((panel) => {
    const scale = scaleOf(panel);
    return scale !== null && highestAbove(panel, scale) !== null;
  });
  return (
    <p class="small under-panels">
      {[
        known.some(({ posts, dots }) => posts !== null && dots.length > 0) && legend.dots,
        known.some(({ posts, line }) => posts !== null && line.length > 0) && legend.line,
        isCut && legend.above,
        ofPosts && view.crowded && legend.crowded,
        known.some(({ range }) => range !== null) && legend.range,
        view.metric === "views" && view.pieces.length > 0 && legend.pieces(grains[view.grain]),
        known.length > 1 && legend.own_scale,
        view.metric === "followers" && legend.cut_axis,
        view.metric === "views" && legend.views,
        // begins a sentence of its own
        known.some(({ compared }) => compared !== null) &&
          legend.compared(comparedInWords(view.chrome, view.choice)),
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}

/** More of these are folded. */
const MOST_STREAKS = 3;

/** What is shaded, each leading to its evidence. */
function Streaks(props: { view: SeriesView; known: SeriesPanel[]; speech: Speech }) {
  const { view, known, speech } = props;
  const words = seriesWords[view.chrome.language];
  const streaks = view.streaks.filter(({ platform, account }) =>
    known.some((one) => one.platform === platform && one.account === account),
  );
  if (streaks.length === 0) return null;
  const list = (
    <ul class="shaded">
      {streaks.map((streak) => {
        const when =
          streak.to === null
            ? words.since(speech.shortDay(streak.from))
            : speech.period(streak.from, streak.to);
        return (
          <li key={streak.id}>
            <a href={`/streaks/${streak.id}`}>
              {words.streak[streak.kind](accountName(streak, view.series), when)}
            </a>
          </li>
        );
      })}
    </ul>
  );
  if (streaks.length <= MOST_STREAKS) return list;
  return (
    <details class="more">
      <summary>{words.streaks(streaks.length)}</summary>
      {list}
    </details>
  );
}

/** More of these are folded. */
const MOST_NOTES = 5;

/** What people noted of the days: the marks' texts. */
function Notes({ view, speech }: { view: SeriesView; speech: Speech }) {
  const words = noteWords[view.chrome.language];
  const { notes, series } = view;
  if (notes.length === 0) return null;
  const list = (
    <ul class="noted">
      {notes.map(({ id, text, from_on, to_on, accounts }) => (
        <li key={id}>
          <a href={`/notes/${id}`}>{text}</a>
          <small>
            {[
              speech.period(from_on, to_on),
              accounts
                ?.map(({ platform, handle }) => accountName({ platform, account: handle }, series))
                .join(", "),
            ]
              .filter(Boolean)
              .map((said) => ` · ${said}`)
              .join("")}
          </small>
        </li>
      ))}
    </ul>
  );
  if (notes.length <= MOST_NOTES) return list;
  return (
    <details class="more">
      <summary>{words.notes(notes.length)}</summary>
      {list}
    </details>
  );
}

/** Another figure: plain links. */
function MetricTabs({ view: { chrome, choice, metric } }: { view: SeriesView }) {
  const words = seriesWords[chrome.language];
  return (
    <nav class="options metrics" aria-label={words.metric_label}>
      {HEADLINE_METRICS.map((one) => (
        <a
          key={one}
          href={linkTo("/trend", choice, { metric: one })}
          aria-current={one === metric ? "true" : undefined}
        >
          {words.tabs[one]}
        </a>
      ))}
    </nav>
  );
}

/** Another grain: plain links. */
function GrainLinks({ view: { chrome, choice, metric, grain } }: { view: SeriesView }) {
  const words = seriesWords[chrome.language];
  return (
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
  );
}
