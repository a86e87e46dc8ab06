/** A streak: how sure, why, and what to do. */

import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { StreakView } from "../../functions/present/views/streak.ts";
import { chanceSentence } from "../language/chance.ts";
import { differenceWords } from "../language/difference.ts";
import { names, postsInWords } from "../language/names.ts";
import { shellWords } from "../language/shell.ts";
import { sizeInWords } from "../language/size.ts";
import { speechOf } from "../language/speech.ts";
import { streakWords } from "../language/streak.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Back } from "../parts/back.tsx";
import { causeOf } from "../parts/cause.ts";
import { EvidenceDots } from "../parts/evidence-dots.tsx";
import { ReasonFields } from "../parts/reason-fields.tsx";
import { plain, Rich } from "../parts/rich.tsx";
import { adviceFor } from "../parts/streak-advice.ts";
import { SumLine } from "../parts/sum-line.tsx";

export const streakTitle = ({ chrome, streak }: StreakView): string =>
  streakWords[chrome.language].title[streak.kind].join("") + PLATFORM_NAMES[streak.platform];

export function Streak({ view }: { view: StreakView }) {
  const { chrome, streak } = view;
  const shell = shellWords[chrome.language];
  const words = streakWords[chrome.language];
  const [before, word, after] = words.title[streak.kind];
  return (
    <>
      <Back href="/" name={shell.tabs.overview} label={shell.back_to(shell.tabs.overview)} />
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
          <Evidence view={view} />
          <Sure view={view} />
        </div>
        <div>
          <Why view={view} />
          {streak.state !== "withdrawn" && <Next view={view} />}
        </div>
        <div class="wide">
          <Adjusted view={view} />
          <Told view={view} />
          <section class="prose">
            <h2>{words.limits}</h2>
            <p class="soft">{words.limits_text[streak.kind]}</p>
          </section>
          {chrome.role === "admin" && <Reason view={view} />}
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

function Evidence({ view }: { view: StreakView }) {
  const { chrome, posts, low, high, streak } = view;
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  const inside = posts.filter((post) => post.in_streak).length;
  return (
    <figure>
      <EvidenceDots
        posts={posts}
        low={low}
        high={high}
        weak={streak.kind === "weak"}
        label={words.dots_label(speech.count(posts.length), speech.count(inside))}
      />
      <details class="more under">
        <summary>
          <span class="small">{words.dots_caption}</span>
          <span class="link">{words.table}</span>
        </summary>
        <EvidenceTable view={view} />
        <p class="small">{words.usual_range(speech.times(low), speech.times(high))}</p>
      </details>
    </figure>
  );
}

function EvidenceTable({ view: { chrome, streak, posts } }: { view: StreakView }) {
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.published}</th>
            <th scope="col">{words.columns.kind}</th>
            <th scope="col">{words.columns.interactions}</th>
            <th scope="col">{words.columns.times}</th>
            <th scope="col">{words.sum[streak.kind]}</th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.id}>
              <th scope="row">
                <a class="cell" href={`/posts/${post.id}`}>
                  {post.in_streak && "● "}
                  {speech.shortDay(speech.dayOf(post.published_at))}
                </a>
              </th>
              <td>{post.format ? names[chrome.language].format[post.format] : "–"}</td>
              <td>{post.interactions === null ? "–" : speech.count(post.interactions)}</td>
              <td>{post.times === null ? words.not_judged : speech.times(post.times)}</td>
              <td>{post.sum === null ? "–" : speech.decimal(post.sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sure({ view: { chrome, streak, posts, threshold } }: { view: StreakView }) {
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  const peak = Math.max(0, ...posts.map((post) => post.sum ?? 0));
  const newest = posts.findLast((post) => post.sum !== null)?.sum ?? 0;
  const weak = streak.kind === "weak";
  const label = (weak ? words.sum_label : words.sum_label_strong)(
    speech.decimal(peak),
    speech.decimal(threshold),
  );
  const { language } = chrome;
  const chance = chanceSentence(language, streak.false_alarm_every, streak.posts_per_week);
  return (
    <section>
      <h2>{words.sure}</h2>
      <p class="soft lead">
        <Rich text={chance} /> <a href="/method">{shellWords[language].footer.method}</a>
      </p>
      <SumLine
        sums={posts.map((post) => post.sum)}
        threshold={threshold}
        weak={weak}
        name={`${words.threshold}: ${speech.decimal(threshold)}`}
        newest={speech.decimal(newest)}
        label={label}
      />
      <p class="small">
        {words.sum[streak.kind]}. {words.sum_caption[streak.kind]}
      </p>
    </section>
  );
}

function Why({ view }: { view: StreakView }) {
  const { chrome, streak, differences } = view;
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  const { reach_ratio, reaction_ratio } = streak;
  return (
    <section>
      <h2>{words.why[streak.kind]}</h2>
      <p class="soft lead">
        {reach_ratio === null || reaction_ratio === null
          ? words.unknown_reach
          : words.diagnosis[causeOf(streak)]}
      </p>
      <div class="rows">
        {reach_ratio !== null && (
          <p class="line">
            {words.reach_row}
            <b class={toneOf(reach_ratio)}>{speech.times(reach_ratio)}</b>
          </p>
        )}
        {reaction_ratio !== null && (
          <p class="line">
            {words.reaction_row}
            <b class={toneOf(reaction_ratio)}>{speech.times(reaction_ratio)}</b>
          </p>
        )}
        {differences.map((difference) => (
          <DifferenceRow key={difference.what} view={view} difference={difference} />
        ))}
      </div>
      <p class="small">{differences.length > 0 ? words.clues : words.nothing_differs}</p>
    </section>
  );
}

/** A fifth either way is within what such medians do by themselves. */
const toneOf = (ratio: number): string => (ratio < 0.8 ? "weak" : ratio > 1.25 ? "good" : "");

type Difference = StreakView["differences"][number];

function DifferenceRow({ view, difference }: { view: StreakView; difference: Difference }) {
  const words = streakWords[view.chrome.language];
  const { name, now, before } = differenceWords(view.chrome, view.streak.posts, difference);
  return (
    <p class="line">
      {name}
      <span>
        <b>{now}</b>
        <small class="under">
          {difference.what === "format" || difference.what === "topic"
            ? words.share(before)
            : words.before(before)}
        </small>
      </span>
    </p>
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

function Adjusted({ view: { chrome, formats } }: { view: StreakView }) {
  const words = streakWords[chrome.language];
  const speech = speechOf(chrome);
  if (formats.length < 2) return null;
  return (
    <section>
      <h2>{words.adjusted}</h2>
      <p class="soft lead">{words.adjusted_why}</p>
      <div class="rows narrow">
        {formats.map(({ format, times, posts }) => (
          <p key={format} class="line">
            {names[chrome.language].formats[format]}
            <span>
              <b>{speech.times(times)}</b>{" "}
              <small>{words.format_posts(posts, speech.count(posts))}</small>
            </span>
          </p>
        ))}
      </div>
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
