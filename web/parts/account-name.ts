import type { AccountName } from "../../functions/model/account.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import { overviewWords } from "../language/overview.ts";
import { type Spoken, speechOf } from "../language/speech.ts";

/** `Instagram`, and the handle where the platform has more than one of these accounts. */
export const accountName = (
  { platform, handle }: AccountName,
  among: readonly { platform: string }[],
): string =>
  PLATFORM_NAMES[platform] +
  (among.filter((one) => one.platform === platform).length > 1 ? ` · ${handle}` : "");

/** More accounts than these are counted, not named. */
const MOST_NAMED = 3;

/** Several of them in a sentence. @param among all that there are */
export const namesOf = (
  chrome: Spoken,
  accounts: readonly AccountName[],
  among: readonly AccountName[],
): string =>
  accounts.length > MOST_NAMED
    ? overviewWords[chrome.language].so_many_accounts(accounts.length)
    : speechOf(chrome).list(accounts.map((account) => accountName(account, among)));
