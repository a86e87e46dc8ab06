import type { AccountName } from "../../functions/model/account.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { Headline, OverviewView } from "../../functions/present/views/overview.ts";
import type { StreakLine } from "../../functions/present/views/streak.ts";
import { names, questionsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { speechOf } from "../language/speech.ts";
import { accountName, namesOf } from "./account-name.ts";

/** Why no account can be called as usual. */
export type Unknown = "learning" | "too_few" | null;

/** @returns `null`: one can */
export function unknownOf(norms: OverviewView["norms"]): Unknown {
  if (norms.some(({ state }) => state !== "learning" && state !== "too_few")) return null;
  return norms.length > 0 && norms.every(({ state }) => state === "too_few")
    ? "too_few"
    : "learning";
}

/** Whose a streak is. */
export const ownerOf = ({ platform, account }: StreakLine): AccountName => ({
  platform,
  handle: account,
});

/**
 * The sentence on top, `*…*` around what counts in it.
 *
 * @param among all accounts: where a platform has several, the handle tells them apart
 * @param unknown why no account can be called as usual: then silence is not calm
 */
export function headlineText(
  chrome: Chrome,
  headline: Headline,
  among: readonly AccountName[],
  unknown: Unknown = null,
): string {
  const words = overviewWords[chrome.language];
  const speech = speechOf(chrome);
  const dayOf = (at: number): string => speech.day(speech.dayOf(at));
  switch (headline.kind) {
    case "empty":
      return words.empty;
    case "stopped":
      return words.stopped(dayOf(headline.since));
    case "token": {
      const on = dayOf(headline.expires_at);
      return headline.expires_at <= chrome.now ? words.token_over(on) : words.token(on);
    }
    case "figures": {
      const { missing, since, accounts } = headline;
      const whose = namesOf(chrome, accounts, among);
      const said = words.figures[missing];
      return since === null ? said.never(whose) : said.since(whose, dayOf(since));
    }
    case "questions":
      return words.questions(
        questionsInWords[chrome.language](headline.count),
        dayOf(headline.oldest),
      );
    case "silence":
      return words.silence(accountName(headline.account, among), speech.day(headline.from));
    case "event":
      // what a person typed marks no word
      return words.event(headline.title.replaceAll("*", ""), dayOf(headline.starts_at));
    case "weak": {
      const { streak } = headline;
      return words.weak(accountName(ownerOf(streak), among), speech.day(streak.started_on));
    }
    case "recovered": {
      const { streak } = headline;
      const since = streak.ended_on ?? streak.started_on;
      return words.recovered(accountName(ownerOf(streak), among), speech.day(since));
    }
    case "change":
      return words.change[headline.direction](
        names[chrome.language].metrics[headline.metric],
        accountName(headline.account, among),
      );
    case "calm":
      return unknown === null ? words.calm : words.unknown;
  }
}
