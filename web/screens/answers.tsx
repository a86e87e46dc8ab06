/** Answers: how soon comments are answered, and who still waits. */
import type { AnswersView } from "../../functions/present/views/answers.ts";
import { answerWords } from "../language/answers.ts";
import { planWords } from "../language/plans.ts";
import { shellWords } from "../language/shell.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import { linkTo } from "../links.ts";
import { namesOf } from "../parts/account-name.ts";
import { Back } from "../parts/back.tsx";
import { ChoiceBar } from "../parts/choice-bar.tsx";
import { Rich } from "../parts/rich.tsx";
import { medianInWords } from "../parts/waits.ts";
import { workingHoursInWords } from "../parts/working-days.ts";
import { ANSWERS, AnswersRows } from "./answers-rows.tsx";
import { Waiting, waitingInWords } from "./answers-waiting.tsx";

/** Of fewer nothing is said: two of three mean little. */
const FEWEST_SETTLED = 20;

export const answersTitle = ({ chrome }: AnswersView): string => answerWords[chrome.language].title;

export function Answers({ view }: { view: AnswersView }) {
  const { chrome, choice, rows, unread, headline, working_hours, agreement } = view;
  const words = answerWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  const { text, help } = headlineInWords(view);
  return (
    <>
      <Back href="/" name={tabs.overview} label={back_to(tabs.overview)} />
      <h1>
        <Rich text={text} />
      </h1>
      {help !== null && <p class="lead soft">{help}</p>}
      <Just view={view} />
      {headline.kind !== "empty" && <ChoiceBar chrome={chrome} choice={choice} path={ANSWERS} />}
      {rows.length > 0 && <AnswersRows view={view} />}
      {unread.length > 0 && rows.length > 0 && (
        <p class="small never">{words.not_read(namesOf(chrome, unread, unread))}</p>
      )}
      {rows.length > 0 && <Waiting view={view} />}
      {agreement.settled >= FEWEST_SETTLED && (
        <p class="small lead">{words.agreement(agreement.settled, agreement.no_question)}</p>
      )}
      {rows.length > 0 && (
        <p class="small lead">
          {words.hours(workingHoursInWords(speechOf(chrome), working_hours))}
        </p>
      )}
      <p class="actions">
        <a class="action" href="/method#answers">
          {words.method}
        </a>
        {chrome.role === "admin" && (
          <a class="action" href="/answers/settings">
            {words.change_hours}
          </a>
        )}
      </p>
    </>
  );
}

type Said = { text: string; help: string | null };

/** What there is to do comes first. */
function headlineInWords(view: AnswersView): Said {
  const { text, help } = answeredInWords(view);
  return view.waiting.length > 0
    ? { text: `*${waitingInWords(view)}*. ${text}${text.endsWith(".") ? "" : "."}`, help }
    : { text, help };
}

/** How soon answers came, as much as so many comments can say. */
function answeredInWords(view: AnswersView): Said {
  const { chrome, headline, waiting } = view;
  const words = answerWords[chrome.language];
  const speech = speechOf(chrome);
  if (headline.kind === "empty") return { text: words.empty, help: words.empty_help };
  if (headline.kind === "unread") return { text: words.unread, help: words.unread_help };
  if (headline.kind === "none") return { text: words.none, help: null };
  if (headline.kind === "unwatched") {
    return { text: words.unwatched(headline.comments), help: words.unwatched_help };
  }
  // who waits is said before; "all are answered" would contradict the list
  const still = waiting.length > 0 ? "" : ` ${words.still(headline.unanswered)}.`;
  const said = (text: string, help: string | null = null) => ({ text: `${text}.${still}`, help });
  switch (headline.kind) {
    case "few":
      return said(words.few(headline.comments), words.few_help);
    case "early":
      return said(words.early(headline.comments));
    case "share":
      return said(words.share(headline.part, headline.of), words.share_help);
    case "not_reached":
      return said(words.not_reached(shareIn(speech, headline.share)));
    case "median": {
      const { text, range } = medianInWords(speech, headline.median, "all_hours");
      return said(words.median(text, range, shareIn(speech, headline.share)));
    }
  }
}

const shareIn = (speech: Speech, share: number | null): string | null =>
  share === null ? null : speech.share(share);

/** What was just done, with the way back. */
function Just({ view: { chrome, choice, just } }: { view: AnswersView }) {
  if (!just) return null;
  const words = answerWords[chrome.language];
  if (just.what === "hours") {
    return (
      <p class="note" role="status">
        {words.just.hours}
      </p>
    );
  }
  return (
    <form class="toast just row-between" method="post" action={`/changes/${just.change}/undo`}>
      <input type="hidden" name="back" value={linkTo("", choice)} />
      <span role="status">{words.just[just.what]}</span>
      <button class="plain" type="submit">
        {planWords[chrome.language].undo}
      </button>
    </form>
  );
}
