/** The sentence on top of the answers, by rule: as much as so many comments can say. */
import { type Answering, FEWEST_FOR_SHARE } from "../model/answering.ts";
import type { AnswersHeadline } from "./views/answers.ts";

export function answersHeadline(
  { comments, within_day, median, unanswered, unwatched }: Answering,
  { accounts, read }: { accounts: number; read: number },
): AnswersHeadline {
  if (accounts === 0) return { kind: "empty" };
  if (read === 0) return { kind: "unread" };
  if (comments === 0) {
    return unwatched > 0 ? { kind: "unwatched", comments: unwatched } : { kind: "none" };
  }
  const { part, of } = within_day;
  if (comments < FEWEST_FOR_SHARE) return { kind: "few", comments, unanswered };
  const early = of < FEWEST_FOR_SHARE;
  if (median === null) {
    return early
      ? { kind: "early", comments, unanswered }
      : { kind: "share", part, of, unanswered };
  }
  const { minutes, ...ends } = median.all_hours;
  const share = early ? null : part / of;
  return minutes === null
    ? { kind: "not_reached", share, unanswered }
    : { kind: "median", median: { minutes, ...ends }, share, unanswered };
}
