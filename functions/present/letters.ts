/** Messages that are due, put together: what they tell, from the notices as they stand. */
import type { AccountName } from "../model/account.ts";
import type { Notice, OpenNotice } from "../model/notice.ts";
import type { Platform } from "../model/platform.ts";
import type { Instant } from "../model/snapshot.ts";
import { noticeLines, seenNotices } from "./notices.ts";
import type { Ending, LetterContent } from "./views/letter.ts";
import type { StreakLine } from "./views/streak.ts";

/** A notice that is to be told, as far as it is said from it. */
export type ToTell = {
  kind: string;
  state: "opened" | "closed";
  since: Instant;
  account_id: number | null;
  evidence: string | null;
  streak_id: number | null;
  event_id: number | null;
  title: string | null;
  starts_at: Instant | null;
  platform: string | null;
  handle: string | null;
  /** The platform has more than one account here. */
  several: number | null;
  /** Of what is over: it is well again, and not only no longer asked for. */
  well: number;
};

/** Of several accounts one message tells at once. */
const TOGETHER = ["stopped", "token", "figures"];

/** Those with the same stand in one message: one recipient's, of one kind. */
export const bundleOf = ({
  recipient,
  subject,
  kind,
  state,
  since,
  evidence,
}: Pick<ToTell, "kind" | "state" | "since" | "evidence"> & {
  recipient: number;
  subject: string;
}): string =>
  TOGETHER.includes(kind)
    ? `${recipient} ${kind} ${state} ${missingIn(evidence)}`
    : `${recipient} ${subject} ${state} ${since}`;

/** Followers that are missing are asked for otherwise than all figures. */
const missingIn = (evidence: string | null): string =>
  (JSON.parse(evidence ?? "{}") as { missing?: string }).missing ?? "";

/**
 * What one message tells. `null`: nothing that would be of use to anybody.
 * @param rows of one bundle
 */
export function contentOf(
  rows: readonly ToTell[],
  streaks: readonly StreakLine[],
): Extract<LetterContent, { told: "opened" | "closed" }> | null {
  const [first] = rows;
  if (!first) return null;
  if (first.state === "closed") {
    const ending = endingOf(first, rows, streaks);
    return ending && { told: "closed", ending, among: amongOf(rows) };
  }
  const accounts = rows.flatMap(accountOf);
  const [line] = noticeLines(seenNotices(rows.map(noticeOf), accounts, streaks));
  return line ? { told: "opened", line, among: amongOf(rows) } : null;
}

/** So that a platform that has several accounts here says which. */
const amongOf = (rows: readonly ToTell[]): AccountName[] =>
  rows.flatMap((row) => accountOf(row).flatMap((one) => (row.several ? [one, one] : [one])));

/** As it is read where it stands open (`store/notices.ts`). */
function noticeOf(row: ToTell): OpenNotice {
  const { kind, account_id, since, streak_id, event_id, title, starts_at } = row;
  return {
    ...(JSON.parse(row.evidence ?? "{}") as object),
    ...(streak_id === null ? {} : { streak_id }),
    ...(event_id === null ? {} : { event_id, title, starts_at }),
    kind: kind as Notice["kind"],
    account_id,
    opened_at: since,
  } as OpenNotice;
}

const accountOf = ({ account_id, platform, handle }: ToTell): (AccountName & { id: number })[] =>
  account_id === null || platform === null || handle === null
    ? []
    : [{ id: account_id, platform: platform as Platform, handle }];

function endingOf(
  first: ToTell,
  rows: readonly ToTell[],
  streaks: readonly StreakLine[],
): Ending | null {
  const accounts = rows
    .flatMap(accountOf)
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
      const streak = streaks.find(({ id }) => id === first.streak_id);
      // whoever noted the reason knows of it
      return streak && streak.state !== "open" && streak.reason === null
        ? { kind: first.kind, streak }
        : null;
    }
    default:
      return null;
  }
}
