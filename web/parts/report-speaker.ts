/** How a report speaks: in the reader's language, by the clock and the year of when it was made, so that it says the same for ever. */

import type { AccountName } from "../../functions/model/account.ts";
import { addMonths, daysOfMonth } from "../../functions/model/month.ts";
import type { Report, ReportMeasure, ReportPost } from "../../functions/model/report.ts";
import type { Day, Instant } from "../../functions/model/snapshot.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { names } from "../language/names.ts";
import { reportWords } from "../language/report.ts";
import { type Speech, type Spoken, speechOf } from "../language/speech.ts";
import { accountName } from "./account-name.ts";
import type { Cell } from "./report-paper.ts";

export type Speaker = ReturnType<typeof speakerOf>;

/** So many letters of a post's words name it. */
const LETTERS = 90;

export function speakerOf(report: Report, language: Language) {
  const spoken: Spoken = { language, time_zone: report.time_zone, now: report.made_at };
  const speech = speechOf(spoken);
  const words = reportWords[language];
  const cell = (value: number | null, as: Cell["as"], say: (value: number) => string): Cell =>
    value === null
      ? { text: words.unknown, value, absent: true }
      : { text: say(value), value, ...(as ? { as } : {}) };
  const say = (measure: ReportMeasure, value: number): string =>
    measure === "engagement_rate" ? speech.percent(value) : speech.count(value);
  return {
    report,
    spoken,
    speech,
    words,
    names: names[language],
    ...monthsOf(report, speech),
    /** `Instagram`, with its handle where the library has two there. */
    account: (name: AccountName): string => accountName(name, report.accounts),
    say,
    count: (value: number | null): Cell => cell(value, "count", speech.count),
    percent: (value: number | null): Cell => cell(value, "percent", speech.percent),
    share: (value: number | null): Cell => cell(value, "percent", speech.share),
    measured: (measure: ReportMeasure, value: number | null): Cell =>
      cell(value, measure === "engagement_rate" ? "percent" : "count", (known) =>
        say(measure, known),
      ),
    times: (value: number): string => speech.decimal(value),
    dayOf: (at: Instant): string => speech.day(speech.dayOf(at)),
    /** Two instants as the days that they lie on. */
    span: (from: Instant, to: Instant | null): string =>
      speech.period(speech.dayOf(from), speech.dayOf(to ?? from)),
    days: (from: Day, to: Day): string => speech.period(from, to),
    caption: ({ caption }: Pick<ReportPost, "caption">, most = LETTERS): string | null =>
      caption === null ? null : firstLetters(caption.replaceAll(/\s+/g, " ").trim(), most) || null,
  };
}

/**
 * Its month, the one before and that of the year before; of one that was not over, so many of their first days: on its last day,
 * too, when it stands whole beside a part of a longer one.
 */
function monthsOf(report: Report, speech: Speech) {
  const { month, to, made_at } = report;
  const whole = daysOfMonth(month);
  const partial = to < whole.to;
  const running = partial || speech.dayOf(made_at) <= whole.to;
  const at = (by: number) => {
    const other = addMonths(month, by);
    const { from, to: last } = daysOfMonth(other);
    const same = `${other}${to.slice(7)}`;
    const cut = running && same < last;
    const days = speech.stretch(from, cut ? same : last);
    return { cut, said: cut || partial ? days : speech.month(from), name: speech.month(from) };
  };
  const before = at(-1);
  return {
    month: at(0).said,
    month_before: before.said,
    month_last_year: at(-12).said,
    /** It was not over: nothing of it is of its end. */
    running,
    /** The whole month before, where only some of its days are compared. */
    cut_month: before.cut ? before.name : null,
  };
}

/** Never half of a letter, nor of a word where that can be helped. */
function firstLetters(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}
