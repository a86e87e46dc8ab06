/** A month's report of all that is known of it: figures and the rules that held. */

import type { AccountName } from "../../model/account.ts";
import { addDays, dayOf } from "../../model/day.ts";
import { excerpt } from "../../model/excerpt.ts";
import { FORMATS } from "../../model/format.ts";
import type { Note } from "../../model/note.ts";
import { ownAddress } from "../../model/platform.ts";
import { isTold, type Post } from "../../model/post.ts";
import type {
  Report,
  ReportPost,
  ReportSettings,
  ReportStreak,
  ReportTrial,
} from "../../model/report.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { KnownStreak } from "../../model/streak.ts";
import type { TargetFields } from "../../model/target.ts";
import type { TargetStanding } from "../../model/target-standing.ts";
import { TOPICS } from "../../model/topic.ts";
import { type AccountHead, type AccountPeriod, isChoice, type MonthOf } from "../account-period.ts";
import { consistency } from "../consistency.ts";
import { engagementRate } from "../rates.ts";
import { type AdviceFacts, reportAdvice } from "./advice.ts";
import { appendixOf } from "./appendix.ts";
import { type EventSources, reportEvents } from "./events.ts";
import { reportFigures } from "./figures.ts";
import { reportLevels } from "./levels.ts";
import { outages } from "./outages.ts";
import { reportPeriods } from "./periods.ts";
import { rankedPosts } from "./ranked.ts";
import { reportService, type ServiceSources } from "./service.ts";
import { reportSummary } from "./summary.ts";
import { reportTarget } from "./targets.ts";
import { whyPost } from "./why.ts";
import { reportWorks, type WorksSources } from "./works.ts";

/** An account that the report is of, with the day from which on it is collected; `null`: by nobody. */
type ReportedAccount = AccountHead & { name: string | null; connected: Day | null };

/** `captions` in the order of the posts. */
type WholeMonth = Omit<MonthOf, "posts"> & {
  month: string;
  posts: readonly Post[];
  captions: readonly (string | null)[];
};

export type ReportSources = {
  month: string;
  now: Instant;
  time_zone: string;
  library: string;
  settings: ReportSettings;
  /** Nobody keeps it: the month is not over, or it is not made yet. */
  draft: boolean;
  accounts: readonly ReportedAccount[];
  /** Of each the month and the one before, oldest first. */
  months: readonly WholeMonth[];
  lastYear: readonly (MonthOf & { month: string })[];
  /** The posts' addresses, as they came. */
  urls: ReadonlyMap<number, string | null>;
  targets: readonly (Pick<TargetFields, "metric" | "value"> & {
    /** `null`: all together. */
    account: number | null;
    standing: TargetStanding | null;
  })[];
  streaks: readonly KnownStreak[];
  /** Those that ended in the month, each with the account that it is of now. */
  trials: readonly (Omit<ReportTrial, "account"> & { account: number })[];
  events: Omit<EventSources, "accounts">;
  works: WorksSources;
  notes: readonly Note[];
  answers: ServiceSources;
  facts: AdviceFacts;
};

export function madeReport(sources: ReportSources): Report {
  const { month, now, time_zone, accounts, months, lastYear } = sources;
  const today = dayOf(now, time_zone);
  const periods = reportPeriods(month, today);
  const period = periods.now;
  const found = reportFigures({ accounts, months, lastYear, periods });
  const nameOf = (id: number): AccountName | null => {
    const account = accounts.find((one) => one.id === id);
    return account ? { platform: account.platform, handle: account.handle } : null;
  };
  const posts = postsOf(sources, nameOf);
  const whole = months.flatMap((one) => one.posts);
  const part = {
    format: 1 as const,
    month,
    ...period,
    made_at: now,
    draft: sources.draft,
    library: sources.library,
    time_zone,
    settings: sources.settings,
    targets: sources.targets.flatMap(({ account, standing, ...target }) => {
      const name = account === null ? null : nameOf(account);
      if (account !== null && name === null) return [];
      const own = found.accounts.filter(
        (one) => account === null || one.period.account.id === account,
      );
      const reached = (measure: "followers" | "posts") =>
        sumOrNull(
          own.map(({ figures }) => figures.find((one) => one.measure === measure)?.value ?? null),
        );
      const actual = { followers: reached("followers"), posts: reached("posts") };
      return reportTarget(target, name, standing, actual);
    }),
    accounts: found.accounts.map(({ period: own, figures }, index) => {
      const { id, platform, handle } = own.account;
      return {
        id,
        platform,
        handle,
        name: accounts[index]?.name ?? null,
        figures,
        consistency: consistencyOf(own, { period, today, time_zone }),
      };
    }),
    all: found.all,
    formats: reportLevels(posts, FORMATS, (at) => posts[at]?.format ?? null),
    topics: reportLevels(posts, TOPICS, (at) => posts[at]?.topic ?? null),
    ...rankedPosts(posts, ({ id }) => {
      const post = whole.find((one) => one.id === id);
      const own = whole.filter(({ account_id }) => account_id === post?.account_id);
      return post ? whyPost(post, own) : { reach_ratio: null, reaction_ratio: null };
    }),
    streaks: sources.streaks.flatMap((streak) => streakOf(streak, nameOf(streak.account_id))),
    works: reportWorks(month, sources.works, accounts),
    trials: sources.trials.flatMap(({ account, ...trial }) => {
      const name = nameOf(account);
      return name ? [{ account: name, ...trial }] : [];
    }),
    events: reportEvents({ ...sources.events, accounts }, today, time_zone),
    service: reportService(sources.answers, {
      ...{ now, period, time_zone, accounts },
      notes: sources.notes,
    }),
    notes: sources.notes.flatMap(({ from_on, to_on, text, accounts: of, left_out }) => {
      const named = of?.flatMap((id) => nameOf(id) ?? []) ?? null;
      return named?.length === 0 ? [] : [{ from_on, to_on, text, accounts: named, left_out }];
    }),
    outages: found.accounts.flatMap(({ period: { account } }, index) =>
      outages(
        months.filter(({ account_id }) => account_id === account.id).flatMap(({ days }) => days),
        period,
        accounts[index]?.connected ?? null,
        addDays(today, -1),
      ).map((span) => ({
        account: { platform: account.platform, handle: account.handle },
        ...span,
      })),
    ),
    ...appendixOf(posts),
  };
  return { ...part, summary: reportSummary(part), advice: reportAdvice(part, sources.facts) };
}

const sumOrNull = (values: readonly (number | null)[]): number | null =>
  values.length === 0 || values.includes(null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** The month's posts of the accounts, the oldest first; those that a person hid are nobody's business, and stories come and go. */
function postsOf(
  { month, months, urls }: ReportSources,
  nameOf: (id: number) => AccountName | null,
): ReportPost[] {
  return months
    .filter((one) => one.month === month)
    .flatMap(({ account_id, posts, captions }) => {
      const account = nameOf(account_id);
      if (!account) return [];
      return posts.flatMap((post, at): ReportPost[] => {
        if (!isTold({ ...post, removed: false })) return [];
        const { id, published_at, published_on, format, topic } = post;
        const { likes, comments, shares, interactions, reach, views } = post;
        const { score, weak, paid, removed } = post;
        return [
          {
            ...{ id, account, published_at, precision: post.published_precision, published_on },
            ...{ format, topic, caption: excerpt(captions[at] ?? null) },
            url: ownAddress(account.platform, urls.get(id) ?? null),
            ...{ likes, comments, shares, interactions, reach, views },
            engagement_rate: engagementRate(post),
            ...{ score, weak, paid, removed },
          },
        ];
      });
    })
    .sort((a, b) => a.published_at - b.published_at || a.id - b.id);
}

/** As it stood at the month's end, as far as anybody looked. */
function consistencyOf(
  { account, now, posts, known_from }: AccountPeriod,
  { period, today, time_zone }: { period: { from: Day; to: Day }; today: Day; time_zone: string },
) {
  const last = period.to < today ? period.to : today;
  if (isChoice(account)) return NOTHING_KNOWN;
  const told = posts.filter(isTold).filter(({ published_on }) => published_on <= last);
  return consistency(
    now.posts.filter(isTold).map(({ published_on }) => published_on),
    period,
    {
      known: known_from,
      seen: account.last_read_at === null ? last : dayOf(account.last_read_at, time_zone),
      last: told.at(-1)?.published_on ?? null,
      today: last,
    },
  );
}

/** Of a choice of its posts nothing follows. */
const NOTHING_KNOWN = {
  posts: 0,
  weeks_with: null,
  weeks: null,
  longest_gap_days: null,
  days_since_last: null,
};

function streakOf(streak: KnownStreak, account: AccountName | null): ReportStreak[] {
  if (!account || !streak.announced || streak.state === "withdrawn") return [];
  const { id, kind, state, started_at, ended_at, posts, severity, false_alarm_every } = streak;
  const differences = streak.evidence.differences ?? [];
  return [
    {
      id,
      kind,
      state,
      account,
      started_at,
      ended_at,
      posts,
      severity,
      false_alarm_every,
      differences,
    },
  ];
}
