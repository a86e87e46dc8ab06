/** What is missing in the calendar, as a sentence and why. */
import type { AccountName } from "../../functions/model/account.ts";
import { addDays } from "../../functions/model/day.ts";
import type {
  Ahead,
  CalendarHeadline,
  CalendarView,
} from "../../functions/present/views/calendar.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import { planWords } from "../language/plans.ts";
import { speechOf } from "../language/speech.ts";
import { accountName } from "../parts/account-name.ts";

export function aheadInWords(
  chrome: Chrome,
  one: CalendarHeadline | Ahead,
  accounts: readonly AccountName[],
): string {
  const { headline: words } = planWords[chrome.language];
  const speech = speechOf(chrome);
  switch (one.kind) {
    case "no_accounts":
      return words.no_accounts;
    case "late":
      return words.late(one.plans);
    case "silent":
      return words.silent(accountName(one.account, accounts), speech.day(one.from));
    case "will_be_silent": {
      const who = accountName(one.account, accounts);
      return one.next === null
        ? words.will_be_silent(who, speech.day(one.unusual_on))
        : words.silent_until(who, speech.day(one.unusual_on), speech.day(one.next));
    }
    case "thin_week":
      return words.thin_week(
        accountName(one.account, accounts),
        speech.period(one.monday, addDays(one.monday, 6)),
        one.planned,
        one.needed,
      );
    case "nothing_planned":
      return words.nothing_planned(speech.day(one.until));
    case "calm":
      return words.calm(one.plans, speech.day(one.until));
  }
}

export function becauseInWords(chrome: Chrome, one: CalendarHeadline | Ahead): string {
  const { because } = planWords[chrome.language];
  const speech = speechOf(chrome);
  switch (one.kind) {
    case "silent":
      return because.silent(speech.decimal(one.usual_days));
    case "will_be_silent":
      return because.will_be_silent(speech.day(one.last), one.planned);
    case "thin_week":
      return because.thin_week[one.basis];
    default:
      return because[one.kind];
  }
}

/** Why the sentence on top: who has nothing to press there is not told to press it, but who is in charge. */
export function headlineBecause({
  chrome,
  headline,
  late,
  may_plan,
}: Pick<CalendarView, "chrome" | "headline" | "late" | "may_plan">): string {
  const words = planWords[chrome.language].because_viewer;
  if (may_plan) return becauseInWords(chrome, headline);
  switch (headline.kind) {
    case "late": {
      const persons = [...new Set(late.flatMap(({ person }) => person ?? []))];
      return words.late(persons.length === 0 ? null : speechOf(chrome).list(persons));
    }
    case "nothing_planned":
    case "no_accounts":
      return words[headline.kind];
    default:
      return becauseInWords(chrome, headline);
  }
}
