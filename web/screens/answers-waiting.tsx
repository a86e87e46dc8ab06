/** The comments that wait for an answer, each with the way to it. */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { AnswersView, WaitingLine } from "../../functions/present/views/answers.ts";
import { answerWords } from "../language/answers.ts";
import { speechOf } from "../language/speech.ts";
import { linkTo } from "../links.ts";
import { accountName } from "../parts/account-name.ts";
import { More } from "../parts/field.tsx";
import { waitInWords } from "../parts/waits.ts";
import { ANSWERS } from "./answers-rows.tsx";

/** As many as anybody answers at a sitting; the others a tap away. */
const FIRST = 10;

/** How many wait now, of the period or from before it, and how many of them are known to be questions. */
export function waitingInWords({ chrome, waiting, more_waiting }: AnswersView): string {
  const words = answerWords[chrome.language];
  const questions = waiting.filter(({ asks }) => asks === true).length;
  return waiting.length === 0
    ? words.nobody_waits
    : words.who_waits(waiting.length, questions, more_waiting);
}

/** A comment's place in the list. */
const placeOf = ({ id }: WaitingLine): string => `c-${id}`;

export function Waiting({ view }: { view: AnswersView }) {
  const { chrome, waiting, before } = view;
  const words = answerWords[chrome.language];
  return (
    <section id="waiting">
      <h2>{waitingInWords(view)}</h2>
      {waiting.length === 0 ? (
        <p class="soft lead">{words.waiting_none}</p>
      ) : (
        <>
          <p class="small">
            {words.waiting_help} {before > 0 && words.before(before)}
          </p>
          <Lines view={view} lines={waiting.slice(0, FIRST)} />
          {waiting.length > FIRST && (
            <More title={words.more(waiting.length - FIRST)}>
              <Lines view={view} lines={waiting.slice(FIRST)} />
            </More>
          )}
          <p class="small lead">{words.asks_help}</p>
        </>
      )}
    </section>
  );
}

const Lines = ({ view, lines }: { view: AnswersView; lines: readonly WaitingLine[] }) => (
  <ul class="rows">
    {lines.map((line) => (
      <Line key={line.id} view={view} line={line} />
    ))}
  </ul>
);

function Line({ view, line }: { view: AnswersView; line: WaitingLine }) {
  const { chrome, choice, rows, waiting, may_settle } = view;
  const words = answerWords[chrome.language];
  const speech = speechOf(chrome);
  const accounts = rows.flatMap(({ account }) => account ?? []);
  const platform = PLATFORM_NAMES[line.account.platform];
  const what = line.asks ? words.asks : words.says;
  const wait = waitInWords(speech, (chrome.now - line.at) / 60);
  const old = line.seen_at !== null && chrome.now - line.seen_at > SECONDS_A_DAY;
  return (
    <li class="stacked" id={placeOf(line)}>
      <b>{what}</b> · {words.waits(wait)}
      <small>
        {accountName(line.account, accounts)} · {words.since(speech.moment(line.at))}
        {old && line.seen_at !== null && ` · ${words.seen(speech.moment(line.seen_at))}`}
      </small>
      <a class="published" href={`/posts/${line.post}`}>
        <span class="clip">{words.under(line.caption)}</span>
      </a>
      <div class="actions">
        {line.permalink === null ? (
          <span class="small">{words.no_place}</span>
        ) : (
          <a class="action" href={line.permalink} target="_blank" rel="noopener noreferrer">
            {words.answer_at(platform)} ↗
          </a>
        )}
        {may_settle && (
          <form method="post" action={`${ANSWERS}/settle`}>
            <input type="hidden" name="comment" value={line.id} />
            <input type="hidden" name="back" value={linkTo("", choice)} />
            <input type="hidden" name="next" value={nextOf(waiting, line)} />
            <button
              class="plain"
              type="submit"
              name="settled"
              value="true"
              aria-label={words.settle_which(`${what}, ${platform}, ${speech.moment(line.at)}`)}
            >
              {words.settle}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}

/** The one to go on with once this one is settled; none behind the last. */
const nextOf = (waiting: readonly WaitingLine[], { id }: WaitingLine): string =>
  waiting[waiting.findIndex((line) => line.id === id) + 1]?.id ?? "";
