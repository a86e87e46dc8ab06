/** How each account's comments were answered: the figures side by side, and opened what they are made of. */
import { FEWEST_FOR_SHARE, type WaitingClock } from "../../functions/model/answering.ts";
import type { AnswersRow, AnswersView } from "../../functions/present/views/answers.ts";
import { answerWords } from "../language/answers.ts";
import { speechOf } from "../language/speech.ts";
import { waitWords } from "../language/waits.ts";
import { accountName } from "../parts/account-name.ts";
import { medianInWords } from "../parts/waits.ts";
import { workingHoursInWords } from "../parts/working-days.ts";

export const ANSWERS = "/answers";

export function AnswersRows({ view }: { view: AnswersView }) {
  const { chrome, rows } = view;
  const words = answerWords[chrome.language];
  return (
    <section>
      <h2>{words.by_account}</h2>
      <p class="small">{words.by_account_help}</p>
      <div class="rows">
        {rows.map((row) => (
          <Row key={nameOf(view, row)} view={view} row={row} />
        ))}
      </div>
    </section>
  );
}

/** `Instagram`, with its handle where the library has two there. */
const nameOf = ({ chrome, rows }: AnswersView, { account }: AnswersRow): string =>
  account === null
    ? answerWords[chrome.language].together
    : accountName(
        account,
        rows.flatMap((row) => row.account ?? []),
      );

function Row({ view, row }: { view: AnswersView; row: AnswersRow }) {
  const words = answerWords[view.chrome.language];
  const speech = speechOf(view.chrome);
  return (
    <details class="answers">
      <summary>
        <span class="name row-between">
          <b>{nameOf(view, row)}</b>
          <small>{words.waiting(row.waiting)}</small>
        </span>
        {row.comments === 0 ? (
          <span class="name absent">
            {row.unwatched > 0 ? words.comments_unwatched : words.comments_none}
          </span>
        ) : (
          <>
            <Figure value={speech.count(row.questions)} name={words.questions(row.questions)} />
            <WithinDay view={view} row={row} />
            <Median view={view} row={row} clock="all_hours" />
            <Median view={view} row={row} clock="working_hours" />
          </>
        )}
      </summary>
      <HowMade view={view} row={row} />
    </details>
  );
}

type RowProps = { view: AnswersView; row: AnswersRow };

/** Its value over what it is. */
function Figure({ value, name, absent }: { value: string; name: string; absent?: boolean }) {
  return (
    <span>
      <span class={absent ? "absent" : "value"}>{value}</span>
      <small>{name}</small>
    </span>
  );
}

function WithinDay({ view, row }: RowProps) {
  const words = answerWords[view.chrome.language];
  const { comments, within_day } = row;
  if (within_day.of >= FEWEST_FOR_SHARE) {
    return <Figure value={words.of(within_day.part, within_day.of)} name={words.within_day} />;
  }
  const why = comments < FEWEST_FOR_SHARE ? words.comments_few(comments) : words.comments_early;
  return <Figure value={why} name={words.within_day} absent />;
}

function Median({ view, row, clock }: RowProps & { clock: WaitingClock }) {
  const words = answerWords[view.chrome.language];
  const speech = speechOf(view.chrome);
  const name = `${words.median_by} ${waitWords[speech.language].clocks[clock]}`;
  // of fewer than five the list alone
  if (row.comments < FEWEST_FOR_SHARE) return null;
  if (row.median === null) return <Figure value={words.from_twenty} name={name} absent />;
  const median = row.median[clock];
  if (median.minutes === null) return <Figure value={words.not_half} name={name} absent />;
  const { text, is_figure } = medianInWords(speech, median, clock);
  if (!is_figure) {
    const why = words.outside(waitWords[speech.language].clocks[clock]);
    return <Figure value={words.no_value} name={why} absent />;
  }
  return <Figure value={text} name={name} />;
}

/** Formula, numerators and denominators. */
function HowMade({ view, row }: RowProps) {
  const words = answerWords[view.chrome.language];
  const speech = speechOf(view.chrome);
  const { comments, questions, unread, within_day, median, unanswered, settled, unwatched } = row;
  const { low, high } = within_day;
  const outside = median?.working_hours.minutes === 0;
  const pairs: [string, string][] = [
    [words.parts.comments, speech.count(comments)],
    [words.parts.questions, speech.count(questions)],
    ...some(words.parts.unknown, unread),
    [words.parts.quick, speech.count(within_day.part)],
    [words.parts.old, speech.count(within_day.of)],
    ...(low === null || high === null
      ? []
      : [
          [
            words.parts.share,
            `${speech.share(within_day.part / within_day.of)} (${speech.share(low)}–${speech.share(high)})`,
          ] satisfies [string, string],
        ]),
    ...(median === null
      ? []
      : (["all_hours", "working_hours"] as const).map((clock): [string, string] => {
          const { text, range } =
            outside && clock === "working_hours"
              ? { text: words.no_value, range: null }
              : medianInWords(speech, median[clock], clock);
          return [
            words.median_part(waitWords[speech.language].clocks[clock]),
            range === null ? text : `${text} (${range})`,
          ];
        })),
    [words.parts.unanswered, speech.count(unanswered)],
    ...some(words.parts.settled, settled),
    ...some(words.parts.unwatched, unwatched),
  ];
  function some(name: string, value: number): [string, string][] {
    return value === 0 ? [] : [[name, speech.count(value)]];
  }
  return (
    <div class="formula">
      <p class="soft">{words.formula}</p>
      <p class="soft">{words.working_formula(workingHoursInWords(speech, view.working_hours))}</p>
      <dl class="pairs">
        {pairs.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      {outside && <p class="soft">{words.outside_why}</p>}
    </div>
  );
}
