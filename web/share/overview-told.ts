import type { AccountName } from "../../functions/model/account.ts";
import type { Headline, OverviewView } from "../../functions/present/views/overview.ts";
import { names, postsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { shareWords } from "../language/share.ts";
import { sizeInWords } from "../language/size.ts";
import { speechOf } from "../language/speech.ts";
import { stepWords } from "../language/steps.ts";
import { streakWords } from "../language/streak.ts";
import { accountName, namesOf } from "../parts/account-name.ts";
import { causeOf } from "../parts/cause.ts";
import { sayValue } from "../parts/figure-block.tsx";
import { headlineText, ownerOf, unknownOf } from "../parts/headline-text.ts";
import { firstAdvice, saidOf } from "../parts/overview-more.tsx";
import { plain } from "../parts/rich.tsx";
import { usualDays } from "../parts/silence.ts";
import { figuresTold, type ToldPeriod } from "./figures-told.ts";
import { harmless } from "./harmless.ts";
import { libraryTold } from "./library-told.ts";
import { LONGEST_NAME, LONGEST_QUOTE, type Told } from "./told.ts";

/** The Overview as it is shared: what a person who opens it sees first. */
export function overviewTold(view: OverviewView): Told {
  const { choice, norms } = view;
  // who gets it is no admin, and is told whom to ask
  const chrome = { ...view.chrome, role: "view" } as const;
  const headline = typed(view.headline);
  return {
    library: libraryTold(chrome),
    about: speechOf(chrome).stretch(choice.from, choice.to),
    sentence: plain(headlineText(chrome, headline, norms, unknownOf(norms))),
    evidence: evidenceOf({ ...view, chrome, headline }),
    figures: figuresTold(
      chrome,
      view.blocks,
      subjectOf(headline),
      norms,
      "streak" in headline ? periodOf(view) : null,
    ),
    todo: todoOf({ ...view, chrome, headline }),
  };
}

/** What a person typed into it, made fit to be sent on. */
const typed = (headline: Headline): Headline =>
  headline.kind === "event"
    ? { ...headline, title: harmless(headline.title, LONGEST_NAME) }
    : headline;

/** Whose figures are told. */
function subjectOf(headline: Headline): AccountName | null {
  if ("streak" in headline) return ownerOf(headline.streak);
  if (headline.kind === "silence" || headline.kind === "change") return headline.account;
  const best = headline.kind === "calm" ? headline.best : null;
  return best && { platform: best.platform, handle: best.account };
}

/** A streak goes on now, whatever period is chosen: its account's figures of a year may well have gone the other way. */
function periodOf({ chrome, choice: { preset } }: OverviewView): ToldPeriod {
  const { periods, within, own_dates } = shareWords[chrome.language];
  return preset === null
    ? { over: own_dates, within: own_dates }
    : { over: periods[preset], within: within[preset] };
}

function evidenceOf({ chrome, choice, headline, norms }: OverviewView): string | null {
  const { language } = chrome;
  const words = overviewWords[language];
  const shared = shareWords[language];
  const speech = speechOf(chrome);
  switch (headline.kind) {
    case "weak": {
      const { streak } = headline;
      const kind = streak.format && names[language].formats[streak.format];
      const size = sizeInWords(language, streak.severity, words.usual_of_kind(kind));
      const cause = causeOf(streak);
      const said = plain(words.weak_evidence(postsInWords[language](streak.posts), size));
      return cause === "unclear" ? said : `${said} ${streakWords[language].diagnosis[cause]}`;
    }
    case "recovered":
      return words.recovered_evidence;
    case "silence":
      return words.silence_evidence(usualDays(speech, headline.usual_days));
    case "change": {
      const { metric, before, value } = headline;
      const say = (one: number) => sayValue(speech, metric, one);
      return plain(words.change_evidence[choice.against](say(before), say(value)));
    }
    case "calm": {
      if (headline.best === null || unknownOf(norms) !== null) return null;
      const { platform, account, published_at, score, caption } = headline.best;
      const said = shared.best(
        accountName({ platform, handle: account }, norms),
        speech.shortDay(speech.dayOf(published_at)),
        score === null ? null : speech.times(score),
      );
      const quote = harmless(caption ?? "", LONGEST_QUOTE);
      return quote === "" ? said : shared.quoted(said, quote);
    }
    case "empty":
      return words.empty_viewer;
    case "questions":
      return words.questions_evidence(namesOf(chrome, headline.accounts, norms));
    // what else the page says of them is of the page
    case "stopped":
    case "token":
    case "figures":
    case "event":
      return null;
  }
}

/** What the sentence asks for, else the first of the tasks. */
function todoOf({ chrome, headline, to_try, norms, tasks }: OverviewView): string | null {
  const words = overviewWords[chrome.language];
  const shared = shareWords[chrome.language];
  const speech = speechOf(chrome);
  switch (headline.kind) {
    case "stopped":
      return words.ask_admin_look;
    case "token":
      return words.ask_admin;
    case "figures":
      return words.ask_admin_figures;
    case "questions":
      return words.questions_do;
    case "event": {
      const step = stepWords[chrome.language][headline.step];
      return shared.step(step, speech.fullDay(headline.to));
    }
    default: {
      const advice = firstAdvice({ chrome, headline, to_try });
      if (advice !== null) return shared.try(advice.charAt(0).toLowerCase() + advice.slice(1));
      const [task] = tasks;
      if (!task) return null;
      const own =
        task.kind === "event" ? { ...task, title: harmless(task.title, LONGEST_NAME) } : task;
      return shared.do(saidOf(chrome, own, norms).text);
    }
  }
}
