/** A message in words: what happened, to which account, what to do, and where the evidence stands. At most 200 letters. */
import type { AccountName } from "../../functions/model/account.ts";
import type { Written } from "../../functions/model/recipient.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { Ending, LetterContent } from "../../functions/present/views/letter.ts";
import type { StreakLine, WorthTrying } from "../../functions/present/views/streak.ts";
import { letterWords } from "../language/letters.ts";
import { postsInWords, questionsInWords } from "../language/names.ts";
import { sizeInWords } from "../language/size.ts";
import { speechOf } from "../language/speech.ts";
import { stepWords } from "../language/steps.ts";
import { accountName, namesOf } from "../parts/account-name.ts";
import { plain } from "../parts/rich.tsx";
import { usualDays } from "../parts/silence.ts";
import { adviceFor } from "../parts/streak-advice.ts";
import { cutAtWord, harmless } from "../share/harmless.ts";
import { shareTextOf } from "../share/share-text.ts";

/** A phone shows about so much of it; Slack and Telegram more, which nobody reads. */
const LONGEST = 200;
/** What a person typed leaves room for what there is to say of it. */
const LONGEST_NAME = 60;

type Opened = Extract<LetterContent, { told: "opened" }>;

export function writtenOf(content: LetterContent, chrome: Chrome): Written {
  const said = saidOf(content, chrome);
  // a text that is to be sent on is whole
  if (content.told === "weekly") return said;
  return { ...said, body: cutAtWord(said.body, LONGEST - said.title.length) };
}

function saidOf(content: LetterContent, chrome: Chrome): Written {
  const words = letterWords[chrome.language];
  switch (content.told) {
    case "opened":
      return openedIn(chrome, content);
    case "closed":
      return closedIn(chrome, content.ending, content.among);
    case "weekly": {
      const { pathname, search } = new URL(content.address);
      const body = shareTextOf(content.view, content.address);
      return { title: words.weekly, body, path: pathname + search };
    }
    case "test":
      return {
        title: words.test,
        body: words.test_body(harmless(chrome.library, LONGEST_NAME)),
        path: "/messages",
      };
  }
}

function openedIn(chrome: Chrome, { line, to_try, among }: Opened): Written {
  const words = letterWords[chrome.language];
  const speech = speechOf(chrome);
  const on = (at: number): string => speech.day(speech.dayOf(at));
  switch (line.kind) {
    case "stopped":
      return {
        title: words.stopped(namesOf(chrome, line.accounts, among)),
        body: words.stopped_body(on(line.since)),
        path: "/data#accounts",
      };
    case "token": {
      const said = line.expires_at <= chrome.now ? words.token_past : words.token;
      return {
        title: said(namesOf(chrome, line.accounts, among), on(line.expires_at)),
        body: words.token_body,
        path: "/data#accounts",
      };
    }
    case "weak":
    case "strong":
      return streakIn(chrome, line.streak, to_try, among);
    case "silence":
      return {
        title: words.silence(accountName(line.account, among), speech.day(line.from)),
        body: words.silence_body(usualDays(speech, line.usual_days)),
        path: `/posts?platform=${line.account.platform}`,
      };
    case "event":
      return {
        title: words.event(harmless(line.title, LONGEST_NAME), on(line.starts_at)),
        body: words.event_body(stepWords[chrome.language][line.step], speech.fullDay(line.to)),
        path: `/events/${line.event_id}#steps`,
      };
    case "questions":
      return {
        title: words.questions(
          questionsInWords[chrome.language](line.count),
          namesOf(chrome, line.accounts, among),
        ),
        body: words.questions_body(on(line.oldest)),
        path: "/answers#waiting",
      };
    case "figures": {
      const said = words.figures[line.missing];
      return {
        title: said.title(namesOf(chrome, line.accounts, among)),
        body: line.since === null ? said.never : said.since(on(line.since)),
        path: "/data",
      };
    }
    case "report":
      return {
        title: words.report(speech.month(`${line.month}-01`)),
        body: words.report_body,
        path: `/report/${line.month}`,
      };
    case "decree":
      return {
        title: words.decree(String(line.year)),
        body: words.decree_body,
        path: `/almanac?year=${line.year}`,
      };
  }
}

const ownerOf = ({ platform, account }: StreakLine): AccountName => ({ platform, handle: account });

function streakIn(
  chrome: Chrome,
  streak: StreakLine,
  to_try: WorthTrying | null,
  among: readonly AccountName[],
): Written {
  const { language } = chrome;
  const words = letterWords[language];
  const speech = speechOf(chrome);
  const run = words.run(
    postsInWords[language](streak.posts),
    plain(sizeInWords(language, streak.severity)),
  );
  const [first] = adviceFor({ chrome, streak, differences: streak.differences, to_try });
  const advice = first ? words.try(first.charAt(0).toLowerCase() + first.slice(1)) : "";
  return {
    title: words[streak.kind](accountName(ownerOf(streak), among), speech.day(streak.started_on)),
    body: `${run} ${streak.kind === "strong" ? words.strong_try : advice}`.trim(),
    path: `/streaks/${streak.id}`,
  };
}

function closedIn(chrome: Chrome, ending: Ending, among: readonly AccountName[]): Written {
  const words = letterWords[chrome.language];
  switch (ending.kind) {
    case "stopped":
      return {
        title: words.stopped_over(namesOf(chrome, ending.accounts, among)),
        body: words.stopped_over_body,
        path: "/",
      };
    case "token":
      return {
        title: words.token_over(namesOf(chrome, ending.accounts, among)),
        body: words.token_over_body,
        path: "/",
      };
    case "silence":
      return {
        title: words.silence_over(accountName(ending.account, among)),
        body: words.silence_over_body,
        path: `/posts?platform=${ending.account.platform}`,
      };
    case "weak": {
      const { streak } = ending;
      const who = accountName(ownerOf(streak), among);
      const since = speechOf(chrome).day(streak.started_on);
      const path = `/streaks/${streak.id}`;
      if (streak.state === "withdrawn") {
        return { title: words.withdrawn(who), body: words.withdrawn_body, path };
      }
      return streak.state === "new_normal"
        ? { title: words.new_normal(who), body: words.new_normal_body(since), path }
        : { title: words.recovered(who), body: words.recovered_body(since), path };
    }
  }
}
