import type { Comparison } from "../../functions/model/figure.ts";
import type {
  Report,
  ReportAdvice,
  ReportFigure,
  ReportMeasure,
  ReportPost,
  ReportSentence,
} from "../../functions/model/report.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ReportView } from "../../functions/present/views/report.ts";
import { names } from "../language/names.ts";
import { shareWords } from "../language/share.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import { accountName } from "../parts/account-name.ts";
import { sayValue } from "../parts/figure-block.tsx";
import { adviceInWords } from "../parts/report-remarks.ts";
import { sentenceOf } from "../parts/report-sentence.ts";
import { speakerOf } from "../parts/report-speaker.ts";
import { harmless } from "./harmless.ts";
import { libraryTold } from "./library-told.ts";
import { LONGEST_NAME, LONGEST_QUOTE, type Told, type ToldFigure } from "./told.ts";

/** The monthly report as it is shared: its first sentences, its figures and its first advice, in the report's own words. */
export function reportTold({ chrome, report }: ReportView): Told {
  const words = shareWords[chrome.language];
  const speaker = speakerOf(report, chrome.language);
  const say = (said: ReportSentence) => sentenceOf(speaker, typedIn(said)).text;
  const [first = { rule: "no_figures" } as const, second] = report.summary;
  const [advice] = report.advice;
  const steady = [first, second].some((said) => said?.rule === "steady");
  const about = words.report(speechOf(chrome).month(report.from));
  return {
    library: libraryTold({ ...chrome, library: report.library }),
    about: report.draft ? words.draft(about) : about,
    sentence: say(first),
    evidence: second ? say(second) : null,
    figures: figuresOf(chrome, report, steady),
    todo: advice ? words.do(lowered(adviceInWords(speaker, advisedOn(advice)))) : null,
  };
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const quoted = (post: ReportPost): ReportPost => ({
  ...post,
  caption: post.caption && harmless(post.caption, LONGEST_QUOTE),
});

/** What somebody typed into it, made fit to be sent on. */
const typedIn = (said: ReportSentence): ReportSentence =>
  said.rule === "best_post" ? { ...said, post: quoted(said.post) } : said;

function advisedOn(advice: ReportAdvice): ReportAdvice {
  switch (advice.rule) {
    case "repeat":
      return { ...advice, post: quoted(advice.post) };
    case "event":
    case "unpromoted":
      return { ...advice, title: harmless(advice.title, LONGEST_NAME) };
    default:
      return advice;
  }
}

const MOST = 3;

/** Of all together; where a part of the accounts is shown, of the first of them. */
function figuresOf(chrome: Chrome, report: Report, steady: boolean): ToldFigure[] {
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
        name: own ? shareWords[language].of(name, accountName(own, report.accounts)) : name,
        value: say(speech, figure.measure, figure.value),
        more: steady && !isChange(figure.before) ? null : beforeTold(chrome, figure),
      };
    });
}

const measureName = ({ language }: Chrome, measure: ReportMeasure): string =>
  measure === "posts" ? shareWords[language].posts : names[language].metrics[measure];

const say = (speech: Speech, measure: ReportMeasure, value: number): string =>
  measure === "posts" || measure === "interactions"
    ? speech.count(value)
    : sayValue(speech, measure, value);

/** More than chance: said even beside a sentence by which nothing changed. */
const isChange = ({ meaning }: Comparison): boolean => meaning === "up" || meaning === "down";

function beforeTold(chrome: Chrome, { measure, before }: ReportFigure): string | null {
  const speech = speechOf(chrome);
  if (before.before === null || before.difference === null) return null;
  if (measure === "followers") return speech.signed(before.difference);
  return shareWords[chrome.language].before(say(speech, measure, before.before));
}
