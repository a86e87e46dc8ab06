/** What the screens show as the API answers it: the same, with the names and the instants of the export. */
import type { AccountName } from "../model/account.ts";
import { instantOrNull, isoInstant } from "../model/day.ts";
import { RUN_PROBLEMS, type SeenRun } from "../model/run.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import type { KnownStreak } from "../model/streak.ts";
import { toStreakLine } from "./streak-line.ts";
import { toTargetJson } from "./target-lines.ts";
import type { AccountLine, ImportLine } from "./views/data.ts";
import type { LinkLine } from "./views/link.ts";
import type { Task } from "./views/notice.ts";
import type { Headline, OverviewView } from "./views/overview.ts";
import type { PostView } from "./views/post.ts";
import type { PostLine } from "./views/posts.ts";

export const toAccountJson = (line: AccountLine) => ({
  ...line,
  followers_at: instantOrNull(line.followers_at),
  last_read_at: instantOrNull(line.last_read_at),
});

export const toLinkJson = (line: LinkLine) => ({
  ...line,
  created_at: instantOrNull(line.created_at),
  expires_at: instantOrNull(line.expires_at),
  revoked_at: instantOrNull(line.revoked_at),
});

export const toImportJson = (line: ImportLine) => ({
  ...line,
  created_at: instantOrNull(line.created_at),
  read_at: instantOrNull(line.read_at),
  undone_at: instantOrNull(line.undone_at),
});

/** @param accounts those that were asked for, as far as the caller may see them; problems of others are left out */
export const toRunJson = (run: SeenRun, accounts: readonly { id: number }[]) => ({
  ...run,
  started_at: isoInstant(run.started_at),
  finished_at: instantOrNull(run.finished_at),
  problems: run.problems
    .filter(({ account_id }) => account_id === null || accounts.some(({ id }) => id === account_id))
    .map((problem) => ({ ...problem, message: RUN_PROBLEMS[problem.code] })),
});

export const toPostJson = <Line extends PostLine>({ precision, ...post }: Line) => ({
  ...post,
  published_at: isoInstant(post.published_at),
  published_precision: precision,
});

export const toWholePostJson = (post: PostView["post"]) => ({
  ...toPostJson(post),
  read_at: instantOrNull(post.read_at),
  removed_at: instantOrNull(post.removed_at),
});

export const toReadingJson = (reading: PostView["readings"][number]) => ({
  ...reading,
  read_at: isoInstant(reading.read_at),
});

export const toStreakJson = (
  streak: KnownStreak,
  account: AccountName,
  dayOf: (at: Instant) => Day,
) => ({
  ...toStreakLine(streak, account, dayOf),
  started_at: instantOrNull(streak.started_at),
  ended_at: instantOrNull(streak.ended_at),
  closed_at: instantOrNull(streak.closed_at),
  peak: streak.peak,
  reason: streak.reason,
  revised: streak.revised,
  told: {
    at: instantOrNull(streak.told.at),
    posts: streak.told.posts.length,
    severity: streak.told.severity,
    false_alarm_every: streak.told.false_alarm_every,
  },
});

export const toOverviewJson = ({ screen: _screen, chrome: _chrome, ...view }: OverviewView) => ({
  ...view,
  headline: toHeadlineJson(view.headline),
  tasks: view.tasks.map(toTaskJson),
  dots: view.dots && {
    ...view.dots,
    posts: view.dots.posts.map((post) => ({
      ...post,
      published_at: isoInstant(post.published_at),
    })),
  },
  blocks: view.blocks.map(({ metric, rows }) => ({
    metric,
    rows: rows.map(({ account: _id, read_at, ...row }) => ({
      ...named(row),
      read_at: instantOrNull(read_at),
    })),
  })),
  targets: view.targets.map(toTargetJson),
  norms: view.norms.map(named),
  consistency: view.consistency.map(named),
});

function toHeadlineJson(headline: Headline) {
  if (headline.kind === "change") {
    const { account, ...change } = headline;
    return { ...change, ...named(account) };
  }
  if ("accounts" in headline || headline.kind === "event" || "account" in headline)
    return toTaskJson(headline);
  if ("best" in headline) return { ...headline, best: headline.best && toPostJson(headline.best) };
  return headline;
}

/** Of several accounts at once. */
function toTaskJson(line: Task) {
  if ("streak" in line) return line;
  if (line.kind === "decree" || line.kind === "report") return line;
  if (line.kind === "event") return { ...line, starts_at: isoInstant(line.starts_at) };
  if ("account" in line) {
    const { account, ...rest } = line;
    return { ...rest, ...named(account) };
  }
  const accounts = line.accounts.map(named);
  if (line.kind === "questions") return { ...line, accounts, oldest: isoInstant(line.oldest) };
  return line.kind === "token"
    ? { ...line, accounts, expires_at: isoInstant(line.expires_at) }
    : { ...line, accounts, since: instantOrNull(line.since) };
}

const named = <Row extends { handle: string | null }>({ handle, ...row }: Row) => ({
  ...row,
  account: handle,
});
