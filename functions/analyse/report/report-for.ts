/** A report as somebody sees it who may see some of its accounts: nothing of the others, and nothing that was made with them. */
import type { AccountName } from "../../model/account.ts";
import { FORMATS } from "../../model/format.ts";
import type {
  Report,
  ReportAdvice,
  ReportEvent,
  ReportNote,
  ReportWhy,
} from "../../model/report.ts";
import { TOPICS } from "../../model/topic.ts";
import { reportLevels } from "./levels.ts";
import { rankedPosts } from "./ranked.ts";
import { isSame } from "./same-account.ts";
import { reportSummary } from "./summary.ts";

const UNKNOWN: ReportWhy = { reach_ratio: null, reaction_ratio: null };

/** @param allowed the ids of those of its accounts that may be seen; `null`: all, and the report is as it was signed */
export function reportFor(report: Report, allowed: readonly number[] | null): Report {
  if (allowed === null) return report;
  const accounts = report.accounts.filter(({ id }) => allowed.includes(id));
  const mine = (account: AccountName | null): boolean =>
    account !== null && accounts.some((one) => isSame(one, account));
  const posts = report.posts.filter(({ account }) => mine(account));
  const why = new Map([...report.best, ...report.weakest].map((one) => [one.id, one.why]));
  // of an appendix that was cut nobody can count a part
  const whole = report.posts_left_out === 0;
  const part = {
    ...report,
    accounts,
    all: [],
    targets: report.targets.filter(({ account }) => mine(account)),
    formats: whole ? reportLevels(posts, FORMATS, (at) => posts[at]?.format ?? null) : [],
    topics: whole ? reportLevels(posts, TOPICS, (at) => posts[at]?.topic ?? null) : [],
    ...rankedPosts(posts, ({ id }) => why.get(id) ?? UNKNOWN),
    streaks: report.streaks.filter(({ account }) => mine(account)),
    // what all together show is of the others too
    ...(report.works ? { works: report.works.filter(({ account }) => mine(account)) } : {}),
    ...(report.trials ? { trials: report.trials.filter(({ account }) => mine(account)) } : {}),
    events: report.events.map((event) => eventOf(event, mine)),
    service: serviceOf(report.service, mine),
    notes: report.notes.flatMap((note) => noteOf(note, mine)),
    outages: report.outages.filter(({ account }) => mine(account)),
    advice: report.advice.flatMap((one) => adviceOf(one, mine)),
    posts,
    posts_left_out: whole ? 0 : report.posts_left_out,
  };
  return { ...part, summary: reportSummary(part) };
}

type Mine = (account: AccountName | null) => boolean;

/** An event is the library's, with its visitors and its clicks; of its posts those that may be seen. */
function eventOf(event: ReportEvent, mine: Mine): ReportEvent {
  const by_account = event.by_account.filter(({ account }) => mine(account));
  const reach = by_account.flatMap((one) => one.reach ?? []);
  const interactions = by_account.flatMap((one) => one.interactions ?? []);
  return {
    ...event,
    by_account,
    figures: {
      posts: by_account.reduce((sum, one) => sum + one.posts, 0),
      reach: reach.length === 0 ? null : Math.max(...reach),
      interactions: interactions.length === 0 ? null : interactions.reduce((a, b) => a + b, 0),
      clicks: event.figures.clicks,
    },
    // judged with the others' posts, it says something of them
    effect: by_account.length === event.by_account.length ? event.effect : null,
  };
}

function serviceOf(service: Report["service"], mine: Mine): Report["service"] {
  const accounts = service?.accounts.filter(({ account }) => mine(account)) ?? [];
  if (service === null || accounts.length === 0) return null;
  return { ...service, accounts, without: service.without.filter(mine), all: null };
}

function noteOf(note: ReportNote, mine: Mine): ReportNote[] {
  if (note.accounts === null) return [note];
  const accounts = note.accounts.filter(mine);
  return accounts.length === 0 ? [] : [{ ...note, accounts }];
}

/** What is said of the whole library's is not said of a part. */
function adviceOf(advice: ReportAdvice, mine: Mine): ReportAdvice[] {
  switch (advice.rule) {
    case "collector":
    case "figures": {
      const accounts = advice.accounts.filter(mine);
      return accounts.length === 0 ? [] : [{ ...advice, accounts }];
    }
    case "weak":
      return mine(advice.streak.account) ? [advice] : [];
    case "repeat":
      return mine(advice.post.account) ? [advice] : [];
    case "silence":
    case "answers":
    case "works":
    case "target":
      return mine(advice.account) ? [advice] : [];
    case "event":
    case "unpromoted":
      return [advice];
    case "few_plans":
      return [];
  }
}
