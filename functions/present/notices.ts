/** The notices that stand open, as the screens and the API tell them. */
import type { AccountName } from "../model/account.ts";
import { dayNumber, instantOrNull } from "../model/day.ts";
import { NOTICE_KINDS, type OpenNotice } from "../model/notice.ts";
import type { Instant } from "../model/snapshot.ts";
import type { NoticeLine } from "./views/notice.ts";
import type { StreakLine } from "./views/streak.ts";

/** A notice with whose it is; of a streak, with its line. What is of an event is no account's. */
export type SeenNotice = {
  notice: OpenNotice;
  account: AccountName | null;
  streak: StreakLine | null;
};

/**
 * Those of the given accounts, in the order in which they are told: by kind, the rarest streak and the longest wait first.
 * @param streaks the open ones, by which those of streaks are told
 */
export function seenNotices(
  notices: readonly OpenNotice[],
  accounts: readonly (AccountName & { id: number })[],
  streaks: readonly StreakLine[],
): SeenNotice[] {
  return notices
    .flatMap((notice): SeenNotice[] => {
      if (notice.account_id === null) return [{ notice, account: null, streak: null }];
      const found = accounts.find(({ id }) => id === notice.account_id);
      const streak =
        "streak_id" in notice ? streaks.find(({ id }) => id === notice.streak_id) : null;
      if (!found || streak === undefined) return [];
      return [{ notice, account: { platform: found.platform, handle: found.handle }, streak }];
    })
    .sort(
      (a, b) =>
        NOTICE_KINDS.indexOf(a.notice.kind) - NOTICE_KINDS.indexOf(b.notice.kind) ||
        urgency(a) - urgency(b) ||
        subjectOf(a) - subjectOf(b),
    );
}

const subjectOf = ({ notice }: SeenNotice): number =>
  notice.kind === "event" ? notice.event_id : (notice.account_id ?? 0);

/** Among notices of one kind the smallest comes first. */
function urgency({ notice, streak }: SeenNotice): number {
  switch (notice.kind) {
    case "stopped":
    case "figures":
      return notice.since ?? 0;
    case "token":
      return notice.expires_at;
    case "questions":
      return notice.oldest;
    case "silence":
      return -notice.by_chance_every_weeks;
    case "event":
      return dayNumber(notice.to);
    case "decree":
      return notice.year;
    case "report":
      return 0;
    case "weak":
    case "strong":
      return -(streak?.false_alarm_every ?? 0);
  }
}

/** What one look shows of several accounts stands in one line. */
export function noticeLines(seen: readonly SeenNotice[]): NoticeLine[] {
  const lines: NoticeLine[] = [];
  for (const { notice, account, streak } of seen) {
    if (streak && (notice.kind === "weak" || notice.kind === "strong")) {
      lines.push(notice.kind === "weak" ? { kind: "weak", streak } : { kind: "strong", streak });
      continue;
    }
    if (notice.kind === "event") {
      const { event_id, title, starts_at, step, to } = notice;
      lines.push({ kind: "event", event_id, title, starts_at, step, to });
      continue;
    }
    if (notice.kind === "decree") {
      lines.push({ kind: "decree", year: notice.year });
      continue;
    }
    if (notice.kind === "report") {
      lines.push({ kind: "report", month: notice.month });
      continue;
    }
    if (!account) continue;
    // the first of its kind is the most urgent: its date is the line's
    const line = lines.find((one) => isOneLine(one, notice));
    if (line && "accounts" in line) {
      line.accounts.push(account);
      if (line.kind === "questions" && notice.kind === "questions") line.count += notice.count;
    } else lines.push(...lineOf(notice, account));
  }
  return lines;
}

const isOneLine = (line: NoticeLine, notice: OpenNotice): boolean =>
  line.kind === notice.kind &&
  "accounts" in line &&
  !("missing" in line && "missing" in notice && line.missing !== notice.missing);

function lineOf(notice: OpenNotice, account: AccountName): NoticeLine[] {
  const accounts = [account];
  switch (notice.kind) {
    case "stopped":
      return [{ kind: notice.kind, accounts, since: notice.since }];
    case "token":
      return [{ kind: notice.kind, accounts, expires_at: notice.expires_at }];
    case "silence": {
      const { kind, from, usual_days } = notice;
      return [{ kind, account, from, usual_days }];
    }
    case "questions":
      return [{ kind: notice.kind, accounts, count: notice.count, oldest: notice.oldest }];
    case "figures":
      return [{ kind: notice.kind, accounts, missing: notice.missing, since: notice.since }];
    default:
      return [];
  }
}

/** As the API answers it: one an account or event, with its figures. */
export function toNoticeJson({ notice, account, streak }: SeenNotice) {
  const { kind, opened_at } = notice;
  return {
    kind,
    platform: account?.platform ?? null,
    account: account?.handle ?? null,
    opened_at: instantOrNull(opened_at),
    ...evidenceOf(notice, streak),
  };
}

function evidenceOf(notice: OpenNotice, streak: StreakLine | null) {
  const iso = (at: Instant | null) => instantOrNull(at);
  switch (notice.kind) {
    case "stopped":
      return { since: iso(notice.since) };
    case "token":
      return { expires_at: iso(notice.expires_at) };
    case "silence": {
      const { from, usual_days, by_chance_every_weeks } = notice;
      return { from, usual_days, by_chance_every_weeks };
    }
    case "event": {
      const { event_id, title, starts_at, step, from, to } = notice;
      return { event: event_id, title, starts_at: iso(starts_at), step, from, to };
    }
    case "questions":
      return { count: notice.count, oldest: iso(notice.oldest) };
    case "figures":
      return { missing: notice.missing, since: iso(notice.since) };
    case "decree":
      return { year: notice.year };
    case "report":
      return { month: notice.month };
    case "weak":
    case "strong":
      return { streak };
  }
}
