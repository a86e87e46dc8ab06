/** Kalender: what is planned and what was published, a day a row; where nothing is, times are offered. */
import { addDays } from "../../functions/model/day.ts";
import { addMonths } from "../../functions/model/month.ts";
import type { Ahead, CalendarView, JustChanged } from "../../functions/present/views/calendar.ts";
import { names } from "../language/names.ts";
import { noteWords } from "../language/notes.ts";
import { planWords } from "../language/plans.ts";
import { speechOf } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";
import { accountName } from "../parts/account-name.ts";
import { More } from "../parts/field.tsx";
import { Just } from "../parts/just-changed.tsx";
import { Rich } from "../parts/rich.tsx";
import { trialName, trialState } from "../parts/trial-sentence.ts";
import { Trials } from "../parts/trials.tsx";
import { cutAtWord } from "../share/harmless.ts";
import { aheadInWords, becauseInWords, headlineBecause } from "./calendar-ahead.ts";
import { Day } from "./calendar-day.tsx";
import { Brought, File } from "./calendar-file.tsx";
import { PlanRow } from "./calendar-plan.tsx";

export const CALENDAR = "/calendar";

export const calendarTitle = ({ chrome }: CalendarView): string => planWords[chrome.language].title;

export function Calendar({ view }: { view: CalendarView }) {
  const { chrome, headline, days, late, may_plan, accounts, changed } = view;
  const words = planWords[chrome.language];
  return (
    <>
      {view.brought && <Brought view={view} brought={view.brought} />}
      {changed && (
        <Just said={justInWords(chrome, changed)} changed={changed} language={chrome.language} />
      )}
      <h1>
        <Rich text={aheadInWords(chrome, headline, accounts)} />
      </h1>
      <p class="lead soft">{headlineBecause(view)}</p>
      {may_plan && accounts.length > 0 && (
        <p class="lead actions">
          <a class="button" href="/plans/new">
            {words.new}
          </a>{" "}
          <a class="action" href={noteHref(view)}>
            {noteWords[chrome.language].add}
          </a>
        </p>
      )}
      {late.length > 0 && (
        <section id="late">
          <h2>{words.late}</h2>
          <ul class="rows">
            {late.map((plan) => (
              <PlanRow key={plan.id} view={view} plan={plan} dated />
            ))}
          </ul>
        </section>
      )}
      <p class="actions">
        <a class="action" href="/events">
          {words.events}
        </a>
        {may_plan && (
          <a class="action" href="/events/new">
            {words.new_event}
          </a>
        )}
      </p>
      <Months view={view} />
      <Notes view={view} />
      <RecentTrials view={view} />
      <ol class={view.month === null ? "days" : "days month"}>
        {days.map((day) => (
          <Day key={day.day} view={view} of={day} />
        ))}
      </ol>
      <div class="columns">
        <Missing view={view} />
        <Topics view={view} />
        <Evergreen view={view} />
        <Trials chrome={chrome} trials={view.trials} accounts={accounts} may_plan={may_plan} />
      </div>
      <File view={view} />
    </>
  );
}

function justInWords(chrome: CalendarView["chrome"], changed: JustChanged): string {
  const { thing, title, what, made_as, on, plans } = changed;
  const words = planWords[chrome.language];
  // of a trial that stands its own page tells
  if (thing === "trial") return trialWords[chrome.language].just.removed(plans ?? 0);
  if (made_as !== null) return words.just_as[made_as](title);
  const { just } = thing === "note" ? noteWords[chrome.language] : words;
  return just[what](title, on === null ? "" : speechOf(chrome).day(on));
}

/** What people noted of the days that are shown, a line each. */
function Notes({ view }: { view: CalendarView }) {
  const { chrome, notes, accounts } = view;
  const words = noteWords[chrome.language];
  const speech = speechOf(chrome);
  if (notes.length === 0) return null;
  return (
    <ul class="noted">
      {notes.map((note) => (
        <li key={note.id}>
          <a href={`/notes/${note.id}`}>{note.text}</a>
          <small>
            {[
              speech.period(note.from_on, note.to_on),
              note.accounts?.map((one) => accountName(one, accounts)).join(", "),
              note.left_out && words.is_left_out,
            ]
              .filter(Boolean)
              .map((said) => ` · ${said}`)
              .join("")}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Trials that run, and those that ended lately, a line each. */
function RecentTrials({ view }: { view: CalendarView }) {
  const { chrome, recent_trials, accounts } = view;
  const recent = view.trials.filter(({ id }) => recent_trials.includes(id));
  if (recent.length === 0) return null;
  return (
    <ul class="noted">
      {recent.map((trial) => (
        <li key={trial.id}>
          <a href={`/trials/${trial.id}`}>
            {trialWords[chrome.language].one(trialName(chrome, trial))}
          </a>
          <small>
            {` · ${accountName(trial.account, accounts)} · ${trialState(chrome, trial)}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Of a month that is shown the first of its days; else today. */
const noteHref = ({ month, from }: CalendarView): string =>
  month === null ? "/notes/new" : `/notes/new?from=${from}`;

/** From today, or a month: one, with those beside it. */
function Months({ view: { chrome, month, today } }: { view: CalendarView }) {
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  const shown = month ?? addMonths(today.slice(0, 7), 1);
  return (
    <nav class="presets choice" aria-label={words.months}>
      <a href={CALENDAR} aria-current={month === null ? "page" : undefined}>
        {words.agenda}
      </a>
      {[-1, 0, 1].map((by) => {
        const one = addMonths(shown, by);
        return (
          <a
            key={one}
            href={`${CALENDAR}?month=${one}`}
            aria-current={one === month ? "page" : undefined}
          >
            {speech.shortMonth(one)}
          </a>
        );
      })}
    </nav>
  );
}

const isThin = (one: Ahead): one is Extract<Ahead, { kind: "thin_week" }> =>
  one.kind === "thin_week";

/** Every gap, also those that do not stand on top; the accounts of a thin week in one line. */
function Missing({ view }: { view: CalendarView }) {
  const { chrome, ahead, headline, accounts } = view;
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  const others = ahead.filter((one) => JSON.stringify(one) !== JSON.stringify(headline));
  if (others.length === 0) return null;
  return (
    <section>
      <h2>{words.ahead}</h2>
      <ul class="rows">
        {others
          .filter(({ kind }) => kind !== "thin_week")
          .map((one) => (
            <li key={JSON.stringify(one)} class="stacked">
              <Rich text={aheadInWords(chrome, one, accounts)} />
              <small>{becauseInWords(chrome, one)}</small>
            </li>
          ))}
        {[...Map.groupBy(ahead.filter(isThin), ({ monday }) => monday)]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([monday, thin]) => (
            <li key={monday} class="stacked">
              {words.week(speech.period(monday, addDays(monday, 6)))}
              <small>
                {thin
                  .map(({ account, planned, needed }) =>
                    words.of_needed(accountName(account, accounts), planned, needed),
                  )
                  .join(", ")}
              </small>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Topics({ view }: { view: CalendarView }) {
  const { chrome, topics, accounts } = view;
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  if (topics.length === 0) return null;
  return (
    <section>
      <More title={words.topics}>
        <ul class="rows">
          {topics.map(({ account, topic, last, posts_since, usual_every_posts, flagged }) => (
            <li key={`${account.platform} ${account.handle} ${topic}`} class="stacked">
              {names[chrome.language].topics[topic]} · {accountName(account, accounts)}
              {flagged && <em class="weak"> {words.forgotten}</em>}
              <small>
                {words.topic_age(speech.day(last), posts_since)}
                {usual_every_posts !== null &&
                  `; ${words.topic_usual(speech.count(Math.round(usual_every_posts)))}`}
              </small>
            </li>
          ))}
        </ul>
      </More>
    </section>
  );
}

/** Letters of a caption that are enough for a title: a plan's is changed anyway. */
const ENOUGH = 60;

function Evergreen({ view }: { view: CalendarView }) {
  const { chrome, evergreen, accounts } = view;
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  if (evergreen.length === 0) return null;
  return (
    <section>
      <More title={words.evergreen}>
        <p class="small soft">{words.evergreen_help}</p>
        <ul class="rows posts">
          {evergreen.map((post) => (
            <li key={post.id} class="stacked">
              <a class="block" href={`/posts/${post.id}`}>
                <span class="clip">{post.caption}</span>
              </a>
              <small>
                {accountName(post.account, accounts)} · {speech.day(post.published_on)} ·{" "}
                {words.evergreen_score(speech.times(post.score))}
              </small>
              {view.may_plan && (
                <a
                  class="action"
                  href={`/plans/new?${new URLSearchParams({
                    title: cutAtWord((post.caption ?? "").trim().replaceAll(/\s+/g, " "), ENOUGH),
                    post: String(post.id),
                  })}`}
                >
                  {words.again}
                </a>
              )}
            </li>
          ))}
        </ul>
      </More>
    </section>
  );
}
