import type { AccountName } from "../../functions/model/account.ts";
import type {
  Report,
  ReportAdvice,
  ReportFigure,
  ReportMeasure,
  ReportSentence,
} from "../../functions/model/report.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ReportView } from "../../functions/present/views/report.ts";
import { names, postsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { shareWords } from "../language/share.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import { stepWords } from "../language/steps.ts";
import { accountName, namesOf } from "../parts/account-name.ts";
import { sayValue } from "../parts/figure-block.tsx";
import { plain } from "../parts/rich.tsx";
import { harmless } from "./harmless.ts";
import { libraryTold } from "./library-told.ts";
import { LONGEST_NAME, LONGEST_QUOTE, type Told, type ToldFigure } from "./told.ts";

/** The monthly report as it is shared: its first sentences, its figures, its first advice. */
export function reportTold({ chrome, report }: ReportView): Told {
  const words = shareWords[chrome.language];
  const [first, second] = report.summary;
  const [advice] = report.advice;
  const about = words.report(speechOf(chrome).month(report.from));
  return {
    library: libraryTold({ ...chrome, library: report.library }),
    about: report.draft ? `${about} (${words.draft})` : about,
    sentence: first ? sentenceOf(chrome, report, first) : words.sentences.no_figures(),
    evidence: second ? sentenceOf(chrome, report, second) : null,
    figures: figuresOf(chrome, report),
    todo: advice ? words.do(adviceOf(chrome, report, advice)) : null,
  };
}

const among = ({ accounts }: Report): readonly AccountName[] => accounts;

function sentenceOf(chrome: Chrome, report: Report, said: ReportSentence): string {
  const { language } = chrome;
  const words = shareWords[language].sentences;
  const overview = overviewWords[language];
  const speech = speechOf(chrome);
  const accounts = among(report);
  const nameOf = (one: AccountName) => accountName(one, accounts);
  switch (said.rule) {
    case "no_figures":
      return words.no_figures();
    case "posted": {
      const before = said.before === null ? null : speech.count(said.before);
      return words.posted(postsInWords[language](said.posts), said.accounts, before);
    }
    case "silent_month":
      return words.silent_month(namesOf(chrome, said.accounts, accounts));
    case "changed": {
      const { measure, account, direction, before, value } = said;
      const sentence = overview.change[direction](
        names[language].metrics[measure],
        nameOf(account),
      );
      const say = (one: number) => sayValue(speech, measure, one);
      return words.changed(plain(sentence), say(before), say(value));
    }
    case "steady":
      return words.steady();
    case "followers":
      return words.followers(speech.count(said.end), speech.signed(said.change));
    case "weak":
    case "recovered": {
      const { account, started_at, ended_at } = said.streak;
      const at = said.rule === "weak" ? started_at : (ended_at ?? started_at);
      return plain(overview[said.rule](nameOf(account), speech.day(speech.dayOf(at))));
    }
    case "best_post": {
      const { account, published_on, caption } = said.post;
      const sentence = words.best_post(nameOf(account), speech.shortDay(published_on));
      const quote = harmless(caption ?? "", LONGEST_QUOTE);
      return quote === "" ? sentence : shareWords[language].quoted(sentence, quote);
    }
    case "events":
      return words.events(said.events, said.visitors === null ? null : speech.count(said.visitors));
  }
}

const MOST = 3;

/** Of all together; where a part of the accounts is shown, of the first of them. */
function figuresOf(chrome: Chrome, report: Report): ToldFigure[] {
  const [first] = report.accounts;
  const own = report.all.length === 0 && first ? first : null;
  return (own?.figures ?? report.all)
    .flatMap((figure) => (figure.value === null ? [] : [{ ...figure, value: figure.value }]))
    .slice(0, MOST)
    .map((figure) => {
      const { language } = chrome;
      const name = measureName(chrome, figure.measure);
      const speech = speechOf(chrome);
      return {
        name: own ? shareWords[language].of(name, accountName(own, among(report))) : name,
        value: say(speech, figure.measure, figure.value),
        more: beforeTold(chrome, figure),
      };
    });
}

const measureName = ({ language }: Chrome, measure: ReportMeasure): string =>
  measure === "posts" ? shareWords[language].posts : names[language].metrics[measure];

const say = (speech: Speech, measure: ReportMeasure, value: number): string =>
  measure === "posts" || measure === "interactions"
    ? speech.count(value)
    : sayValue(speech, measure, value);

function beforeTold(chrome: Chrome, { measure, before }: ReportFigure): string | null {
  const speech = speechOf(chrome);
  if (before.before === null || before.difference === null) return null;
  if (measure === "followers") return speech.signed(before.difference);
  return shareWords[chrome.language].before(say(speech, measure, before.before));
}

function adviceOf(chrome: Chrome, report: Report, advice: ReportAdvice): string {
  const { language } = chrome;
  const shared = shareWords[language];
  const words = shared.advice;
  const speech = speechOf(chrome);
  const accounts = among(report);
  const nameOf = (one: AccountName) => accountName(one, accounts);
  const title = (text: string) => harmless(text, LONGEST_NAME);
  switch (advice.rule) {
    case "collector":
    case "figures":
      return words[advice.rule](namesOf(chrome, advice.accounts, accounts));
    case "weak":
      return words.weak(nameOf(advice.streak.account));
    case "silence":
      return words.silence(nameOf(advice.account), speech.day(advice.from));
    case "event": {
      const step = shared.steps(stepWords[language][advice.step]);
      return words.event(title(advice.title), step, speech.day(advice.to));
    }
    case "unpromoted":
      return words.unpromoted(
        title(advice.title),
        speech.count(advice.done),
        speech.count(advice.due),
      );
    case "target":
      return advice.metric === "followers"
        ? words.target_growth(speech.percent(advice.needed_a_month - 1))
        : words.target(shared.metrics_in_target[advice.metric]);
    case "few_plans":
      return words.few_plans(advice.planned, speech.count(Math.round(advice.usual)));
    case "repeat":
      return words.repeat(nameOf(advice.post.account), speech.shortDay(advice.post.published_on));
  }
}
