/** Messages that are due, put together: what they tell, from the notices as they stand. */
import type { AccountName } from "../model/account.ts";
import { claimsOfAccount, type StandingClaim } from "../model/look.ts";
import type { OpenNotice } from "../model/notice.ts";
import type { Instant } from "../model/snapshot.ts";
import { noticeLines, seenNotices } from "./notices.ts";
import type { Ending, LetterContent } from "./views/letter.ts";
import type { StreakLine } from "./views/streak.ts";
import { worthTrying } from "./worth-trying.ts";

/** A notice that is to be told, as far as it is said from it. */
export type ToTell = {
  kind: string;
  state: "opened" | "closed";
  since: Instant;
  /** As it stands; `null`: it is gone. */
  stands: OpenNotice | null;
  account: (AccountName & { id: number }) | null;
  /** The platform has more than one account here. */
  several: boolean;
  /** Of what is over: it is well again, and not only no longer asked for. */
  well: boolean;
};

/** Of several accounts one message tells at once. */
const TOGETHER = ["stopped", "token", "questions", "figures"];

/** Those with the same stand in one message: one recipient's, of one kind. */
export const bundleOf = ({
  recipient,
  subject,
  kind,
  state,
  since,
  stands,
}: Pick<ToTell, "kind" | "state" | "since" | "stands"> & {
  recipient: number;
  subject: string;
}): string =>
  TOGETHER.includes(kind)
    ? `${recipient} ${kind} ${state} ${missingIn(stands)}`
    : `${recipient} ${subject} ${state} ${since}`;

/** Followers that are missing are asked for otherwise than all figures. */
const missingIn = (notice: OpenNotice | null): string =>
  notice?.kind === "figures" ? notice.missing : "";

/**
 * What one message tells. `null`: nothing that would be of use to anybody.
 * @param rows of one bundle
 * @param claims that stand now
 */
export function contentOf(
  rows: readonly ToTell[],
  streaks: readonly StreakLine[],
  claims: readonly StandingClaim[],
): Extract<LetterContent, { told: "opened" | "closed" }> | null {
  const [first] = rows;
  if (!first) return null;
  if (first.state === "closed") {
    const ending = endingOf(first, rows, streaks);
    return ending && { told: "closed", ending, among: amongOf(rows) };
  }
  const accounts = rows.flatMap(({ account }) => account ?? []);
  const notices = rows.flatMap(({ stands }) => stands ?? []);
  const [line] = noticeLines(seenNotices(notices, accounts, streaks));
  if (!line) return null;
  const to_try =
    line.kind === "weak"
      ? worthTrying(line.streak, claimsOfAccount(claims, first.account?.id))
      : null;
  return { told: "opened", line, to_try, among: amongOf(rows) };
}

/** So that a platform that has several accounts here says which. */
const amongOf = (rows: readonly ToTell[]): AccountName[] =>
  rows.flatMap(({ account, several }) =>
    account === null ? [] : several ? [account, account] : [account],
  );

/** The streak that a notice is of; `null`: of none. */
export const streakIn = (notice: OpenNotice | null): number | null =>
  notice && "streak_id" in notice ? notice.streak_id : null;

function endingOf(
  first: ToTell,
  rows: readonly ToTell[],
  streaks: readonly StreakLine[],
): Ending | null {
  const accounts = rows
    .flatMap(({ account }) => account ?? [])
    .map(({ platform, handle }): AccountName => ({ platform, handle }));
  const [account] = accounts;
  if (!account || rows.some(({ well }) => !well)) return null;
  switch (first.kind) {
    case "stopped":
    case "token":
      return { kind: first.kind, accounts };
    case "silence":
      return { kind: first.kind, account };
    case "weak": {
      const streak = streaks.find(({ id }) => id === streakIn(first.stands));
      // whoever noted the reason knows of it
      return streak && streak.state !== "open" && streak.reason === null
        ? { kind: first.kind, streak }
        : null;
    }
    default:
      return null;
  }
}
