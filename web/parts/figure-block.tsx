import { type Against, comparedPeriod, daysIn } from "../../functions/model/day.ts";
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
import type { TargetLine } from "../../functions/present/views/targets.ts";
import { figureWords } from "../language/figures.ts";
import { names } from "../language/names.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import { linkTo } from "../links.ts";
import { Spark } from "./spark.tsx";
import { TargetLines } from "./target-line.tsx";

/** How a value of the metric is said: a rate in percent, the rest as whole numbers. */
export const sayValue = (speech: Speech, metric: HeadlineMetric, value: number): string =>
  metric === "engagement_rate" ? speech.percent(value) : speech.short(value);

/** Less than this reads as no change. */
const STEADY = 0.05;

/** Above a doubling a multiple is said: hundreds of percent are the percentage of a small base. */
const DOUBLED = 1;

/**
 * The change in words, its size before how sure it is. "Up" and "down" are said only where it is sure; the colour repeats them.
 */
export function ChangeWords(props: { chrome: Chrome; metric: HeadlineMetric; change: Comparison }) {
  const { chrome, metric, change } = props;
  const words = figureWords[chrome.language];
  const { meaning, difference, before } = change;
  if (difference === null || before === null) {
    return <span class="change">{words.changes.none}</span>;
  }
  const sure = meaning === "up" || meaning === "down";
  const moved = Math.abs(change.ratio ?? 1) >= STEADY;
  if (metric !== "followers" && !sure && !moved) {
    return (
      <span class="change">
        {words.changes.steady}
        {meaning === "few" && <span class="block">{words.few}</span>}
      </span>
    );
  }
  // a multiple of next to nothing is no size
  if (meaning === "few" && (change.ratio ?? 0) > DOUBLED) {
    return <span class="change">{words.few}</span>;
  }
  const up = difference > 0;
  return (
    <span class={sure ? `change ${up ? "good" : "weak"}` : "change"}>
      {sure && (
        <>
          <span aria-hidden="true">{up ? "▲ " : "▼ "}</span>
          <span class="hidden">{up ? words.up : words.down} </span>
        </>
      )}
      {sizeOf(props, difference, before)}
      {meaning === "same" && metric !== "followers" && <span class="block">{words.unsure}</span>}
      {meaning === "few" && <span class="block">{words.few}</span>}
    </span>
  );
}

/** `+58`; `dari 2,5%`; above a doubling `3,2 kali dari 140`. */
function sizeOf(
  { chrome, metric, change }: { chrome: Chrome; metric: HeadlineMetric; change: Comparison },
  difference: number,
  before: number,
): string {
  const words = figureWords[chrome.language];
  const speech = speechOf(chrome);
  if (metric === "followers") return speech.signed(difference);
  const was = sayValue(speech, metric, before);
  return change.ratio !== null && change.ratio > DOUBLED
    ? words.times_from(speech.decimal(change.ratio + 1), was)
    : words.from(was);
}

/** Under which figure a target stands. */
const UNDER: Record<TargetLine["metric"], HeadlineMetric> = {
  followers: "followers",
  engagement_rate: "engagement_rate",
  posts_per_month: "engagement_rate",
};

type Props = {
  chrome: Chrome;
  choice: Choice;
  block: Block;
  streaks: StreakLine[];
  targets: TargetLine[];
  /** The first says for all that a figure can be opened. */
  first: boolean;
};

/** One figure, a row a platform; those that never give it share one line. */
export function FigureBlock({ chrome, choice, block, streaks, targets, first }: Props) {
  const words = figureWords[chrome.language];
  const { metric, rows } = block;
  const given = rows.filter((row) => !isNeverGiven(row));
  const never = [...new Set(rows.filter(isNeverGiven).map(({ platform }) => platform))];
  const explained = words.explained[metric];
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
        {typeof explained === "string" ? explained : explained[choice.rate_base]};{" "}
        {comparedInWords(chrome, choice)}
        {first && <span class="block">{words.tap}</span>}
      </p>
      <div class="rows">
        {given.map((row) => (
          <Row
            key={`${row.platform} ${row.account}`}
            {...{ chrome, choice, metric, row }}
            several={rows.some((other) => other !== row && other.platform === row.platform)}
            streak={metric === "engagement_rate" ? openStreakOf(row, streaks) : null}
          />
        ))}
      </div>
      <TargetLines
        chrome={chrome}
        targets={targets.filter((one) => UNDER[one.metric] === metric)}
        among={rows.flatMap(({ platform, handle }) =>
          platform && handle ? [{ platform, handle }] : [],
        )}
      />
      {never.length > 0 && (
        <p class="small never">
          {words.never_given(
            speechOf(chrome).list(
              never.flatMap((platform) => (platform ? PLATFORM_NAMES[platform] : [])),
            ),
          )}
        </p>
      )}
    </section>
  );
}

/** With what the figures are compared: `dibanding 28 hari sebelumnya`, `dibanding 27 Okt – 23 Nov 2025, setahun sebelumnya`. */
export function comparedInWords(chrome: Chrome, choice: Choice): string {
  const words = figureWords[chrome.language];
  if (choice.against === "before") return words.compared(daysIn(choice));
  const same = comparedPeriod(choice, choice.against);
  return same
    ? words.compared_year(speechOf(chrome).stretch(same.from, same.to))
    : words.longer_than_a_year;
}

const isNeverGiven = ({ platform, value, absence }: FigureRow): boolean =>
  platform !== null && value === null && absence === "not_available";

const openStreakOf = (row: FigureRow, streaks: StreakLine[]): StreakLine | null =>
  streaks.find(
    ({ kind, state, platform, account }) =>
      kind === "weak" && state === "open" && platform === row.platform && account === row.handle,
  ) ?? null;

/** From which share of its width on the small line is the open streak's: its posts are the newest of those counted. */
function weakFrom({ parts }: FigureRow, streak: StreakLine | null): number | null {
  const { posts } = parts;
  return streak === null || !posts ? null : Math.max(0, 1 - streak.posts / posts);
}

/** A line needs so many points. */
const FEWEST_POINTS = 5;

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
  const words = figureWords[chrome.language];
  const speech = speechOf(chrome);
  const unit = words.units[row.formula];
  return (
    <details class="figure">
      <summary>
        <span class="name">
          {row.platform ? PLATFORM_NAMES[row.platform] : words.together}
          {several && row.handle && <small>{row.handle}</small>}
          {unit && <small class="block">{unit(row.parts.days || daysIn(choice))}</small>}
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
        {row.spark.filter((value) => value !== null).length >= FEWEST_POINTS && (
          <Spark values={row.spark} weakFrom={weakFrom(row, streak)} />
        )}
      </summary>
      <HowMade {...{ chrome, metric, row }} against={choice.against} />
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
  against,
}: {
  chrome: Chrome;
  metric: HeadlineMetric;
  row: FigureRow;
  against: Against;
}) {
  const words = figureWords[chrome.language];
  const speech = speechOf(chrome);
  const { before } = row.change;
  const together = row.platform === null;
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
            <dt>{row.parts.days_before ? words.before_as_many : words.befores[against]}</dt>
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
