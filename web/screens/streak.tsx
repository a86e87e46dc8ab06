/** A streak: what to try, why, its posts, how sure, and what cannot be seen. */

import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { StreakView } from "../../functions/present/views/streak.ts";
import { chanceSentence } from "../language/chance.ts";
import { postsInWords } from "../language/names.ts";
import { shellWords } from "../language/shell.ts";
import { sizeInWords } from "../language/size.ts";
import { speechOf } from "../language/speech.ts";
import { streakWords } from "../language/streak.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Back } from "../parts/back.tsx";
import { ReasonFields } from "../parts/reason-fields.tsx";
import { plain, Rich } from "../parts/rich.tsx";
import { ShareScreen, ShareSeen } from "../parts/share-screen.tsx";
import { adviceFor } from "../parts/streak-advice.ts";
import { StreakPosts } from "./streak-posts.tsx";
import { Sure } from "./streak-sure.tsx";
import { Why } from "./streak-why.tsx";

export const streakTitle = ({ chrome, streak }: StreakView): string =>
  streakWords[chrome.language].title[streak.kind].join("") + PLATFORM_NAMES[streak.platform];

export function Streak({ view }: { view: StreakView }) {
  const { chrome, streak } = view;
  const shell = shellWords[chrome.language];
  const words = streakWords[chrome.language];
  const [before, word, after] = words.title[streak.kind];
  return (
    <>
      <div class="row-between">
        <Back href="/" name={shell.tabs.overview} label={shell.back_to(shell.tabs.overview)} />
        <ShareScreen view={view} />
      </div>
      <h1>
        {before}
        <em class={streak.kind === "weak" ? "weak" : "good"}>{word}</em>
        {after}
        {PLATFORM_NAMES[streak.platform]}
      </h1>
      <p class="lead soft">{spanLine(view)}</p>
      <StateNote view={view} />
      <div class="columns">
        <div>
          {streak.state !== "withdrawn" && <Next view={view} />}
          <Why view={view} />
        </div>
        <div>
          <StreakPosts view={view} />
        </div>
        <div class="wide">
          <Sure view={view} />
          <Told view={view} />
          <section class="prose">
            <h2>{words.limits}</h2>
            <p class="soft">{words.limits_text[streak.kind]}</p>
          </section>
          {chrome.role === "admin" && <Reason view={view} />}
          <ShareSeen view={view} />
        </div>
      </div>
    </>
  );
}

/** `3–21 November · 5 unggahan · sekitar separuh dari biasanya`. */
function spanLine({ chrome, streak }: StreakView): string {
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  const span = streak.ended_on
    ? speech.period(streak.started_on, streak.ended_on)
    : words.until_now(speech.day(streak.started_on));
  const { language } = chrome;
  const size = plain(sizeInWords(language, streak.severity));
  return [span, postsInWords[language](streak.posts), size].join(" · ");
}

function StateNote({ view: { chrome, streak, reason } }: { view: StreakView }) {
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  const said = {
    open: null,
    recovered: streak.ended_on && words.states.recovered(speech.day(streak.ended_on)),
    new_normal: words.states.new_normal(speech.count(streak.posts)),
    // what a person took out of the norm was not taken back by the data
    withdrawn: reason ? null : words.states.withdrawn(),
  }[streak.state];
  return (
    <>
      {said && <p class="note">{said}</p>}
      {reason && <p class="note">{words.reason.noted(reason)}</p>}
    </>
  );
}

function Next({ view }: { view: StreakView }) {
  const words = streakWords[view.chrome.language];
  return (
    <section class="prose">
      <h2>{words.next[view.streak.kind]}</h2>
      <ul>
        {adviceFor(view).map((advice) => (
          <li key={advice}>{advice}</li>
        ))}
      </ul>
    </section>
  );
}

function Told({ view: { chrome, told, revised } }: { view: StreakView }) {
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  if (!told) return null;
  return (
    <section class="prose">
      <h2>{words.told}</h2>
      <p class="soft">
        <Rich
          text={words.told_text(
            speech.moment(told.at),
            postsInWords[chrome.language](told.posts),
            plain(sizeInWords(chrome.language, told.severity)),
            chanceSentence(chrome.language, told.false_alarm_every),
          )}
        />
      </p>
      {revised && <p class="soft">{words.revised}</p>}
    </section>
  );
}

/** The admin's: a reason leaves the run out of the norm. */
function Reason({ view: { chrome, streak, reason } }: { view: StreakView }) {
  const words = streakWords[chrome.language].reason;
  const call = {
    language: chrome.language,
    method: "PATCH",
    path: `/api/streaks/${streak.id}`,
  } as const;
  return (
    <section class="narrow">
      <h2>{words.title}</h2>
      <p class="soft lead">{words.help}</p>
      <ApiForm {...call}>
        <ReasonFields language={chrome.language} reason={reason} />
      </ApiForm>
    </section>
  );
}
