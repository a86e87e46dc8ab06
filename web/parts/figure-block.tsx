import { daysBetween, daysIn } from "../../functions/model/day.ts";
import type {
  FigureBlock as Block,
  Comparison,
  FigurePart,
  FigureRow,
} from "../../functions/model/figure.ts";
import type { HeadlineMetric } from "../../functions/model/metric.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Choice, Chrome } from "../../functions/present/views/chrome.ts";
import type { StreakLine } from "../../functions/present/views/streak.ts";
import { names } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import { linkTo } from "../links.ts";
import { Spark } from "./spark.tsx";

/** How a value of the metric is said: a rate in percent, the rest as whole numbers. */
export const sayValue = (speech: Speech, metric: HeadlineMetric, value: number): string =>
  metric === "engagement_rate" ? speech.percent(value) : speech.short(value);

/** Less than this reads as no change. */
const STEADY = 0.05;

/**
 * The change in words, its sign before it: the colour only repeats the sign. One that may be chance has its size too, without
 * a colour: a quarter less is not "steady".
 */
function ChangeWords(props: { chrome: Chrome; metric: HeadlineMetric; change: Comparison }) {
  const { chrome, metric, change } = props;
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const { meaning } = change;
  const sure = meaning === "up" || meaning === "down";
  const moved = Math.abs(change.ratio ?? 0) >= STEADY;
  if (meaning === "few" || meaning === "none" || (!sure && !moved)) {
    return <span class="change">{words.changes[meaning === "sum" ? "same" : meaning]}</span>;
  }
  const up = (change.difference ?? 0) > 0;
  const size = Math.abs(change.difference ?? 0);
  const said =
    metric === "engagement_rate"
      ? words.points(speech.decimal(size * 100, size < 0.001 ? 2 : 1))
      : change.ratio === null
        ? speech.short(size)
        : speech.percent(Math.abs(change.ratio));
  return (
    <span class={sure ? `change ${up ? "good" : "weak"}` : "change"}>
      <span aria-hidden="true">{up ? "▲ " : "▼ "}</span>
      <span class="hidden">{up ? words.up : words.down} </span>
      {said}
      {meaning === "same" && <span class="block">{words.unsure}</span>}
    </span>
  );
}

type Props = {
  chrome: Chrome;
  choice: Choice;
  block: Block;
  streaks: StreakLine[];
  /** The first says for all that a figure can be opened. */
  first: boolean;
};

/** One figure, a row a platform. */
export function FigureBlock({ chrome, choice, block, streaks, first }: Props) {
  const words = overviewWords[chrome.language];
  const { metric, rows } = block;
  return (
    <section>
      <div class="row-between">
        <h2>{names[chrome.language].metrics[metric]}</h2>
        <a
          class="small link action"
          href={linkTo("/trend", choice, { metric })}
          aria-label={`${words.trend}: ${names[chrome.language].metrics[metric]}`}
        >
          {words.trend}
        </a>
      </div>
      <p class="small">
        {words.compared(daysIn(choice))}
        {first && <span class="block">{words.tap}</span>}
      </p>
      <div class="rows">
        {rows.map((row) => (
          <Row
            key={`${row.platform} ${row.account}`}
            {...{ chrome, choice, metric, row }}
            several={rows.some((other) => other !== row && other.platform === row.platform)}
            streak={metric === "engagement_rate" ? openStreakOf(row, streaks) : null}
          />
        ))}
      </div>
    </section>
  );
}

const openStreakOf = (row: FigureRow, streaks: StreakLine[]): StreakLine | null =>
  streaks.find(
    ({ kind, state, platform, account }) =>
      kind === "weak" && state === "open" && platform === row.platform && account === row.handle,
  ) ?? null;

type RowProps = {
  chrome: Chrome;
  choice: Choice;
  metric: HeadlineMetric;
  row: FigureRow;
  /** More than one account on this platform: then the handle tells them apart. */
  several: boolean;
  streak: StreakLine | null;
};

function Row({ chrome, choice, metric, row, several, streak }: RowProps) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const weakFrom =
    streak === null
      ? null
      : daysBetween(choice.from, streak.started_on) /
        Math.max(1, daysBetween(choice.from, choice.to));
  return (
    <details class="figure">
      <summary>
        <span class="name">
          {row.platform ? PLATFORM_NAMES[row.platform] : words.together}
          {several && row.handle && <small>{row.handle}</small>}
          {row.of_choice && <small class="block">{words.of_choice}</small>}
        </span>
        <span>
          {row.value === null ? (
            <span class="absent">{words.absences[row.absence ?? "no_data"]}</span>
          ) : (
            <>
              <span class="value">{sayValue(speech, metric, row.value)}</span>
              <ChangeWords {...{ chrome, metric, change: row.change }} />
            </>
          )}
        </span>
        {row.spark.some((value) => value !== null) && (
          <Spark values={row.spark} weakFrom={weakFrom} />
        )}
      </summary>
      <HowMade {...{ chrome, metric, row }} />
    </details>
  );
}

/** None left out, and no days where posts are counted: not worth a line. */
const saysNothing = (part: FigurePart): boolean => part === "days" || part.startsWith("without_");

/** What a figure is made of, when it was read and from where. */
function HowMade({
  chrome,
  metric,
  row,
}: {
  chrome: Chrome;
  metric: HeadlineMetric;
  row: FigureRow;
}) {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const { before } = row.change;
  const together = row.platform === null;
  if (row.value === null && row.absence === "not_available") {
    return (
      <div class="formula">
        <p>{together && metric === "reach" ? words.why_not_together : words.why.not_available}</p>
      </div>
    );
  }
  return (
    <div class="formula">
      {row.value === null && row.absence && <p>{words.why[row.absence]}</p>}
      {row.of_choice && <p>{words.why_of_choice}</p>}
      <p class="soft">
        {(together && words.formulas_together[metric]) || words.formulas[row.formula]}
      </p>
      <dl class="pairs">
        {(Object.keys(row.parts) as FigurePart[]).map((name) => {
          const value = row.parts[name] ?? null;
          return value === null || (value === 0 && saysNothing(name)) ? null : (
            <>
              <dt>{words.parts[name]}</dt>
              <dd>{speech.count(value)}</dd>
            </>
          );
        })}
        {before !== null && row.parts.followers_before !== before && (
          <>
            <dt>{row.parts.days_before ? words.before_as_many : words.before}</dt>
            <dd>{sayValue(speech, metric, before)}</dd>
          </>
        )}
      </dl>
      {row.read_at !== null && (
        <p class="small">
          {row.brought
            ? words.brought_at(speech.moment(row.read_at))
            : words.read_at(
                speech.moment(row.read_at),
                row.platform && PLATFORM_NAMES[row.platform],
              )}
        </p>
      )}
    </div>
  );
}
