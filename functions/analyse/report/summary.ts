/**
 * The report's first sentences, by rule: what was published, then what a person has to know, the most important first. No
 * rule speaks without its condition, and none of a share of next to nothing.
 */
import type { AccountName } from "../../model/account.ts";
import { dayOf } from "../../model/day.ts";
import { HEADLINE_METRICS, type HeadlineMetric } from "../../model/metric.ts";
import type {
  Report,
  ReportAccount,
  ReportFigure,
  ReportSentence,
  ReportStreak,
} from "../../model/report.ts";

const MOST_SENTENCES = 3;

/** Reach and views of fewer are no base: from 3 to 9 is nothing to report. */
const SMALL_BASE = 30;

/** A post that drew less more is as usual. */
const GOOD_SCORE = 1.3;

/** What the sentences are made of. */
export type Told = Pick<Report, "to" | "time_zone" | "accounts" | "streaks" | "best" | "events">;

export function reportSummary(report: Told): ReportSentence[] {
  const { accounts } = report;
  if (!accounts.some(({ figures }) => figures.some(({ value }) => value !== null))) {
    return [{ rule: "no_figures" }];
  }
  const first = published(accounts);
  const weak = openWeak(report);
  const change = changed(accounts);
  return [
    ...first,
    ...(first.some(({ rule }) => rule === "posted") ? someSilent(accounts) : []),
    ...weak,
    ...(change.length > 0 || weak.length > 0 ? change : steady(accounts)),
    ...recovered(report),
    ...followers(accounts),
    ...events(report),
    ...bestPost(report),
  ].slice(0, MOST_SENTENCES);
}

const figureFor = (account: ReportAccount, measure: ReportFigure["measure"]): ReportFigure | null =>
  account.figures.find((one) => one.measure === measure) ?? null;

const nameOf = ({ platform, handle }: AccountName): AccountName => ({ platform, handle });

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** Before all else: what was published, or that nothing was; nothing where it is not known of any account. */
function published(accounts: readonly ReportAccount[]): ReportSentence[] {
  const counted = accounts.flatMap((account) => {
    const posts = figureFor(account, "posts");
    return posts?.value == null
      ? []
      : [{ account, posts: posts.value, before: posts.before.before }];
  });
  if (counted.length === 0) return [];
  const posts = sum(counted.map((one) => one.posts));
  if (posts === 0) {
    return [{ rule: "silent_month", accounts: counted.map(({ account }) => nameOf(account)) }];
  }
  const interactions = counted.flatMap(
    ({ account }) => figureFor(account, "interactions")?.value ?? [],
  );
  const before = counted.flatMap((one) => one.before ?? []);
  return [
    {
      rule: "posted",
      posts,
      before: before.length === counted.length ? sum(before) : null,
      accounts: counted.filter((one) => one.posts > 0).length,
      interactions: interactions.length === 0 ? null : sum(interactions),
    },
  ];
}

/** Of several accounts some published nothing, which published something the month before. */
function someSilent(accounts: readonly ReportAccount[]): ReportSentence[] {
  const silent = accounts.filter((account) => {
    const posts = figureFor(account, "posts");
    return posts?.value === 0 && (posts.before.before ?? 0) > 0;
  });
  return silent.length === 0 ? [] : [{ rule: "silent_month", accounts: silent.map(nameOf) }];
}

/** The rarest by chance first, of two as rare the one that lies lower. */
const rarest = (streaks: readonly ReportStreak[]): ReportStreak[] =>
  [...streaks].sort(
    (a, b) => b.false_alarm_every - a.false_alarm_every || a.severity - b.severity || a.id - b.id,
  );

/** One that the month ended in. */
function openWeak({ streaks, to, time_zone }: Told): ReportSentence[] {
  const [streak] = rarest(
    streaks.filter(
      ({ kind, ended_at }) =>
        kind === "weak" && (ended_at === null || dayOf(ended_at, time_zone) > to),
    ),
  );
  return streak ? [{ rule: "weak", streak }] : [];
}

/** One that was over by the month's end, and its posts back at the usual. */
function recovered({ streaks, to, time_zone }: Told): ReportSentence[] {
  const [streak] = rarest(
    streaks.filter(
      ({ kind, state, ended_at }) =>
        kind === "weak" &&
        state === "recovered" &&
        ended_at !== null &&
        dayOf(ended_at, time_zone) <= to,
    ),
  );
  return streak ? [{ rule: "recovered", streak }] : [];
}

type Change = { account: AccountName; measure: HeadlineMetric; figure: ReportFigure };

/** What may be compared: followers have a sentence of their own, in people. */
const comparable = (accounts: readonly ReportAccount[]): Change[] =>
  accounts.flatMap((account) =>
    account.figures.flatMap((figure) => {
      const measure = HEADLINE_METRICS.find((one) => one === figure.measure);
      return !measure || measure === "followers" || figure.value === null
        ? []
        : [{ account: nameOf(account), measure, figure }];
    }),
  );

/** The largest that is more than chance, against the month before. */
function changed(accounts: readonly ReportAccount[]): ReportSentence[] {
  const [most] = comparable(accounts)
    .flatMap(({ account, measure, figure: { value, before: comparison } }) => {
      const { before, ratio, meaning } = comparison;
      if (meaning !== "up" && meaning !== "down") return [];
      if (value === null || before === null || isSmall(measure, before)) return [];
      const size = Math.abs(Math.log((value || Number.MIN_VALUE) / before));
      return [{ account, measure, direction: meaning, value, before, ratio, size }];
    })
    .sort((a, b) => b.size - a.size);
  if (!most) return [];
  const { size: _size, ...change } = most;
  return [{ rule: "changed", ...change }];
}

/** A rate is of as many posts as a comparison asks for; what is counted needs a count. */
const isSmall = (measure: HeadlineMetric, before: number): boolean =>
  before <= 0 || (measure !== "engagement_rate" && before < SMALL_BASE);

/** Something could be compared, and nothing moved that the report marks, the followers too. */
function steady(accounts: readonly ReportAccount[]): ReportSentence[] {
  const meanings = comparable(accounts).map(({ account, figure }) => ({
    account,
    meaning: figure.before.meaning,
  }));
  const moved = accounts.some(({ figures }) =>
    figures.some(({ before: { meaning } }) => meaning === "up" || meaning === "down"),
  );
  if (moved) return [];
  const same = meanings.filter(({ meaning }) => meaning === "same");
  const names = new Set(same.map(({ account }) => `${account.platform} ${account.handle}`));
  return names.size === 0 ? [] : [{ rule: "steady", accounts: names.size }];
}

/** Where they are known of every account at both ends, and moved. */
function followers(accounts: readonly ReportAccount[]): ReportSentence[] {
  const ends = accounts.map((account) => {
    const { value = null, parts = {} } = figureFor(account, "followers") ?? {};
    const start = parts.followers_before ?? null;
    return value === null || start === null || parts.followers_change == null
      ? null
      : { start, end: value };
  });
  const known = ends.filter((one) => one !== null);
  if (known.length === 0 || known.length < ends.length) return [];
  const start = sum(known.map((one) => one.start));
  const end = sum(known.map((one) => one.end));
  return start === end ? [] : [{ rule: "followers", start, end, change: end - start }];
}

/** `visitors`: of all events together, where they were counted at each. */
function events({ events: held }: Told): ReportSentence[] {
  if (held.length === 0) return [];
  const visitors = held.flatMap((one) => one.visitors ?? []);
  return [
    {
      rule: "events",
      events: held.length,
      visitors: visitors.length === held.length ? sum(visitors) : null,
    },
  ];
}

function bestPost({ best }: Told): ReportSentence[] {
  const [post] = best;
  return post && (post.score ?? 0) >= GOOD_SCORE ? [{ rule: "best_post", post }] : [];
}
