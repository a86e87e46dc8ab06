/** How the month's comments were answered, of each account and of all together. */
import type { AccountName } from "../../model/account.ts";
import type { AlmanacFields } from "../../model/almanac.ts";
import { addDays, type Period, SECONDS_A_DAY, secondsIn } from "../../model/day.ts";
import type { Note } from "../../model/note.ts";
import type { ReportAnswers, ReportService } from "../../model/report.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Thread } from "../../model/thread.ts";
import type { WorkingHours } from "../../model/working-hours.ts";
import { type AnsweringOptions, answering } from "../answers/answering.ts";
import { workingClocks } from "../answers/working-clocks.ts";

export type ServiceSources = {
  /** Of months that the report's touches. */
  threads: readonly Thread[];
  /** The accounts of which a comment was ever read. */
  commented: readonly number[];
  working_hours: WorkingHours;
  almanac: readonly AlmanacFields[];
};

type Asked = {
  now: Instant;
  period: Period;
  time_zone: string;
  accounts: readonly (AccountName & { id: number })[];
  notes: readonly Note[];
};

/**
 * As of a day after the month's end, whenever the report is made: each comment has had its day, and an answer that came later
 * changes nothing. What people said since does: a comment that was settled leaves the figures, also of a report that is made anew,
 * and so do those under a post that was hidden; working hours, holidays and notes are those of now. A report that is signed stands as it is.
 * @returns `null` where no comment was ever read
 */
export function reportService(
  { threads, commented, working_hours, almanac }: ServiceSources,
  { now, period, time_zone, accounts, notes }: Asked,
): ReportService | null {
  const read = accounts.filter(({ id }) => commented.includes(id));
  if (read.length === 0) return null;
  const written = secondsIn(period, time_zone);
  const options: AnsweringOptions = {
    now: Math.min(now, written.to + SECONDS_A_DAY),
    period: written,
    working: workingClocks({
      hours: working_hours,
      zone: time_zone,
      almanac,
      notes,
      within: { from: period.from, to: addDays(period.to, 1) },
    }),
  };
  const told = (own: readonly Thread[]): ReportAnswers => {
    const { comments, questions, within_day, median, unanswered, unwatched } = answering(
      own,
      options,
    );
    const at_end = answering(own, { ...options, now: Math.min(now, written.to) });
    const asked = own.filter(({ asks }) => asks);
    return {
      ...{ comments, questions, within_day, median, unanswered, unwatched },
      waiting: at_end.unanswered,
      questions_waiting: answering(asked, options).unanswered,
    };
  };
  const ids = new Set(read.map(({ id }) => id));
  return {
    working_hours,
    accounts: read.map(({ id, platform, handle }) => ({
      account: { platform, handle },
      ...told(threads.filter(({ account_id }) => account_id === id)),
    })),
    without: accounts
      .filter((one) => !read.includes(one))
      .map(({ platform, handle }) => ({ platform, handle })),
    all: read.length < 2 ? null : told(threads.filter(({ account_id }) => ids.has(account_id))),
  };
}
