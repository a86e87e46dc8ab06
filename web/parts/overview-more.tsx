/** What follows the sentence: what to try, how the others do, how many people there are, and what else there is to do. */
import type { AccountName } from "../../functions/model/account.ts";
import { daysIn } from "../../functions/model/day.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { Task } from "../../functions/present/views/notice.ts";
import type { OverviewView } from "../../functions/present/views/overview.ts";
import { questionsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { speechOf } from "../language/speech.ts";
import { stepWords } from "../language/steps.ts";
import { accountName, namesOf } from "./account-name.ts";
import { ownerOf } from "./headline-text.ts";
import { doingsOf } from "./overall.ts";
import { usualDays } from "./silence.ts";
import { adviceFor } from "./streak-advice.ts";
import { worksLink } from "./works-link.ts";

type Advising = Pick<OverviewView, "chrome" | "headline" | "to_try">;

/** The first thing to try. Only where something is weak: what is as usual needs no trying. */
export function Try({ view }: { view: OverviewView }) {
  const { chrome, headline } = view;
  const words = overviewWords[chrome.language];
  const first = firstAdvice(view);
  if (first === null) return null;
  const claimed = headline.kind === "weak" && view.to_try ? ownerOf(headline.streak) : null;
  return (
    <>
      <p class="try">
        <b>{words.try}</b> {first.charAt(0).toLowerCase() + first.slice(1)}
      </p>
      {claimed && (
        <a class="action" href={worksLink(claimed)}>
          {words.try_link}
        </a>
      )}
    </>
  );
}

export function firstAdvice({ chrome, headline, to_try }: Advising): string | null {
  if (headline.kind === "silence") return overviewWords[chrome.language].silence_try;
  if (headline.kind !== "weak") return null;
  const { streak } = headline;
  return adviceFor({ chrome, streak, differences: streak.differences, to_try })[0] ?? null;
}

/** `Facebook dan TikTok seperti biasa; X belum cukup data. 12.480 pengikut, +58 dalam 28 hari.` */
export function Overall({ view }: { view: OverviewView }) {
  const { chrome, choice, norms } = view;
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const said = doingsOf(view).map(({ doing, accounts }) =>
    words.doing[doing](namesOf(chrome, accounts, norms), accounts.length),
  );
  const followers = view.blocks
    .find(({ metric }) => metric === "followers")
    ?.rows.find(({ platform }, _, rows) => platform === null || rows.length === 1);
  if (said.length === 0 && (followers?.value ?? null) === null) return null;
  const { difference = null } = followers?.change ?? {};
  return (
    <p class="soft overall">
      {said.length > 0 && `${said.join("; ")}. `}
      {followers?.value != null && (
        <>
          <b>{words.followers_in_all(speech.count(followers.value))}</b>
          {difference !== null &&
            `, ${
              choice.against === "year"
                ? words.more_in_a_year(speech.signed(difference))
                : words.more_followers(speech.signed(difference), daysIn(choice))
            }`}
          .
        </>
      )}
    </p>
  );
}

/** What else there is to do: only what is true, and where it is done. */
export function Tasks({ view: { chrome, tasks, norms } }: { view: OverviewView }) {
  const words = overviewWords[chrome.language];
  if (tasks.length === 0) return null;
  return (
    <nav class="tasks" aria-label={words.tasks}>
      {tasks.map((task) => {
        const { text, action, href } = saidOf(chrome, task, norms);
        return href === null ? (
          <p key={text} class="line">
            {text}
          </p>
        ) : (
          <a key={text} class="line" href={href}>
            <span>{text}</span>
            <span class="link">{action} ›</span>
          </a>
        );
      })}
    </nav>
  );
}

/** A task in a line. `href`: `null` where who reads it cannot do it. */
export function saidOf(
  chrome: Chrome,
  task: Task,
  among: readonly AccountName[],
): { text: string; action: string; href: string | null } {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const on = (at: number) => speech.day(speech.dayOf(at));
  const mine = (href: string) => (chrome.role === "admin" ? href : null);
  if ("streak" in task) {
    const { id, platform, account: handle, started_on } = task.streak;
    return {
      text: words.task_weak(accountName({ platform, handle }, among), speech.day(started_on)),
      action: words.evidence_link,
      href: `/streaks/${id}`,
    };
  }
  if (task.kind === "event") {
    const { event_id, title, step, to } = task;
    return {
      text: words.task_event(title, stepWords[chrome.language][step], speech.day(to)),
      action: words.event_link,
      href: `/events/${event_id}#steps`,
    };
  }
  if (task.kind === "decree") {
    return {
      text: words.task_decree(String(task.year)),
      action: words.decree_link,
      href: `/almanac?year=${task.year}`,
    };
  }
  if (task.kind === "report") {
    return {
      text: words.task_report(speech.month(`${task.month}-01`)),
      action: words.report_link,
      href: `/report/${task.month}`,
    };
  }
  if (task.kind === "silence") {
    const { account, from, usual_days } = task;
    return {
      text: words.task_silence(
        accountName(account, among),
        speech.day(from),
        usualDays(speech, usual_days),
      ),
      action: words.silence_link,
      href: `/posts?platform=${account.platform}`,
    };
  }
  const names = namesOf(chrome, task.accounts, among);
  switch (task.kind) {
    case "stopped":
      return {
        text: words.task_stopped(names, on(task.since)),
        action: words.stopped_link,
        href: mine("/data#accounts"),
      };
    case "token":
      return {
        text: words.task_token(names, on(task.expires_at)),
        action: words.token_link,
        href: mine("/data#accounts"),
      };
    case "questions":
      return {
        text: words.task_questions(
          questionsInWords[chrome.language](task.count),
          names,
          on(task.oldest),
        ),
        action: words.questions_link,
        href: "/answers#waiting",
      };
    case "figures":
      return {
        text: words.task_figures[task.missing](names, task.since === null ? null : on(task.since)),
        action: words.figures_link,
        href: mine("/data/bring#typed"),
      };
  }
}
