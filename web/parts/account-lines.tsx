/** One account after the other: how it does beside its own usual, its streaks of the period, how regularly it posts. */
import type { AccountName } from "../../functions/model/account.ts";
import type { AccountState, OverviewView } from "../../functions/present/views/overview.ts";
import type { StreakLine } from "../../functions/present/views/streak.ts";
import { postsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { sizeInWords } from "../language/size.ts";
import { speechOf } from "../language/speech.ts";
import { accountName } from "./account-name.ts";
import { plain } from "./rich.tsx";

export function AccountLines({ view }: { view: OverviewView }) {
  const words = overviewWords[view.chrome.language];
  if (view.norms.length === 0) return null;
  return (
    <section>
      <h2>{words.accounts}</h2>
      <p class="small">{words.accounts_help}</p>
      <ul class="rows">
        {view.norms.map((norm) => (
          <li key={norm.platform + norm.handle}>
            <Account view={view} norm={norm} />
            {view.streaks
              .filter((one) => one.platform === norm.platform && one.account === norm.handle)
              .map((streak) => (
                <Streak key={streak.id} view={view} streak={streak} />
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Account({ view, norm }: { view: OverviewView; norm: AccountName & AccountState }) {
  const words = overviewWords[view.chrome.language];
  const rhythm = view.consistency.find(
    ({ platform, handle }) => platform === norm.platform && handle === norm.handle,
  );
  return (
    <div class="stacked">
      <p class="row-between">
        <span>{accountName(norm, view.norms)}</span>
        <span class={norm.state === "weak" || norm.state === "watch" ? "weak" : "soft"}>
          {norm.state === "weak" ? <b>▼ {words.states.weak}</b> : words.states[norm.state]}
        </span>
      </p>
      {norm.state === "watch" && <small>{words.watch}</small>}
      {norm.state === "new_normal" && <small>{words.new_normal}</small>}
      {norm.state === "learning" && <small>{words.learning(norm.judged, norm.needed)}</small>}
      {rhythm && <small>{rhythmOf(view, rhythm)}</small>}
    </div>
  );
}

/** `12 unggahan · setiap minggu ada unggahan · jeda terpanjang 5 hari · terakhir kemarin`. */
function rhythmOf(
  { chrome }: OverviewView,
  {
    posts,
    weeks,
    weeks_with,
    longest_gap_days,
    days_since_last,
  }: OverviewView["consistency"][number],
): string {
  const words = overviewWords[chrome.language];
  return [
    postsInWords[chrome.language](posts),
    weeks === null || weeks_with === null || posts === 0 ? null : words.weeks(weeks_with, weeks),
    longest_gap_days === null ? null : words.gap(longest_gap_days),
    days_since_last === null ? null : words.since_last(days_since_last),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

function Streak({ view, streak }: { view: OverviewView; streak: StreakLine }) {
  const { language } = view.chrome;
  const words = overviewWords[language];
  const speech = speechOf(view.chrome);
  const weak = streak.kind === "weak";
  const when = streak.ended_on
    ? speech.period(streak.started_on, streak.ended_on)
    : words.since(speech.shortDay(streak.started_on));
  const withdrawn = streak.state === "withdrawn";
  return (
    <a class="line run" href={`/streaks/${streak.id}`}>
      <span>
        <span class={withdrawn ? "soft" : weak ? "weak" : "good"}>
          {withdrawn ? words.withdrawn : `${weak ? "▼" : "▲"} ${words.streak_kinds[streak.kind]}`}
        </span>{" "}
        {when}
        <small class="block">
          {postsInWords[language](streak.posts)},{" "}
          {withdrawn && streak.reason !== null
            ? words.left_out(streak.reason)
            : plain(sizeInWords(language, streak.severity))}
        </small>
      </span>
      <span aria-hidden="true">›</span>
    </a>
  );
}
