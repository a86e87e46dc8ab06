/** Answers as the screen and the API show them. */
import type { AccountName } from "../model/account.ts";
import type { MedianWait, ShareOf, WaitingClock } from "../model/answering.ts";
import { instantOrNull, isoInstant } from "../model/day.ts";
import { excerpt } from "../model/excerpt.ts";
import { commentId, type WaitingThread } from "../model/thread.ts";
import type { AnswersRow, AnswersView, WaitingLine } from "./views/answers.ts";

/** Questions before the rest, those of which nobody knows between them; the longest wait first. */
export function waitingLines(
  waiting: readonly WaitingThread[],
  accounts: readonly (AccountName & { id: number })[],
): WaitingLine[] {
  return [...waiting]
    .sort((a, b) => asking(a) - asking(b) || a.at - b.at || (a.comment < b.comment ? -1 : 1))
    .flatMap((thread): WaitingLine[] => {
      const account = accounts.find(({ id }) => id === thread.account_id);
      if (!account) return [];
      const { post_id: post, at, asks, seen_at, permalink, caption } = thread;
      return [
        {
          id: commentId(thread),
          account: { platform: account.platform, handle: account.handle },
          post,
          caption: excerpt(caption),
          ...{ at, asks, seen_at, permalink },
        },
      ];
    });
}

const asking = ({ asks }: Pick<WaitingThread, "asks">): number =>
  asks === null ? 1 : asks ? 0 : 2;

export const toResponsesJson = ({
  choice: { from, to },
  chrome: { time_zone },
  working_hours,
  rows,
  unread,
  waiting,
  more_waiting,
  agreement,
}: AnswersView) => ({
  ...{ from, to, time_zone, working_hours },
  responses: rows.map(toRowJson),
  not_read: unread.map(({ platform, handle }) => ({ platform, account: handle })),
  waiting: waiting.map(({ account, id, at, asks, seen_at, permalink, post }) => ({
    comment: id,
    platform: account.platform,
    account: account.handle,
    post,
    at: isoInstant(at),
    asks,
    seen_at: instantOrNull(seen_at),
    url: permalink,
  })),
  more_waiting,
  agreement,
});

const toRowJson = ({ account, within_day, median, ...counts }: AnswersRow) => ({
  platform: account?.platform ?? null,
  account: account?.handle ?? null,
  ...counts,
  within_day: toShareJson(within_day),
  median_minutes: median && {
    all_hours: toMedianJson(median, "all_hours"),
    working_hours: toMedianJson(median, "working_hours"),
  },
});

const toShareJson = ({ part, of, low, high }: ShareOf) => ({
  answered: part,
  of,
  share: of === 0 ? null : part / of,
  low,
  high,
});

const toMedianJson = (median: Record<WaitingClock, MedianWait>, clock: WaitingClock) => {
  const { minutes, low, high } = median[clock];
  return { median: minutes, low, high };
};
