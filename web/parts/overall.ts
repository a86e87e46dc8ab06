/** How the accounts do that the sentence does not speak of, in a few words. */
import type { AccountName } from "../../functions/model/account.ts";
import type {
  AccountState,
  Headline,
  OverviewView,
} from "../../functions/present/views/overview.ts";

/** `strong`: a strong streak is open. `watch` is as usual: not enough of it to be told. */
export type Doing = Exclude<AccountState["state"], "watch"> | "strong";

/** In the order in which they are told. */
const DOINGS: readonly Doing[] = [
  "weak",
  "strong",
  "recovered",
  "normal",
  "new_normal",
  "learning",
  "too_few",
];

/** The accounts by how they do; those that the sentence on top is about are left out. */
export function doingsOf({
  norms,
  headline,
  streaks,
}: Pick<OverviewView, "norms" | "headline" | "streaks">): {
  doing: Doing;
  accounts: AccountName[];
}[] {
  const told = subjectOf(headline);
  const others = norms.filter(
    ({ platform, handle }) => platform !== told?.platform || handle !== told.handle,
  );
  const isStrong = (account: AccountName) =>
    streaks.some(
      ({ kind, state, platform, account: handle }) =>
        kind === "strong" &&
        state === "open" &&
        platform === account.platform &&
        handle === account.handle,
    );
  const doingOf = (norm: AccountName & AccountState): Doing => {
    if (norm.state !== "normal" && norm.state !== "watch") return norm.state;
    return isStrong(norm) ? "strong" : "normal";
  };
  return DOINGS.flatMap((doing) => {
    const accounts = others.filter((norm) => doingOf(norm) === doing);
    return accounts.length === 0 ? [] : [{ doing, accounts }];
  });
}

/** Whom the sentence is about, where it is about one account's posts. */
function subjectOf(headline: Headline): AccountName | null {
  if ("streak" in headline) {
    const { platform, account } = headline.streak;
    return { platform, handle: account };
  }
  return headline.kind === "silence" ? headline.account : null;
}
