/** What to do next month, by rule: at most three, the most urgent first, and no rule twice. */
import type { AccountName } from "../../model/account.ts";
import type { PromotionStep } from "../../model/event.ts";
import type { Report, ReportAdvice, ReportEvent } from "../../model/report.ts";
import type { Day } from "../../model/snapshot.ts";
import { worksAdvice } from "./works.ts";

const MOST_ADVICE = 3;

/** What is known when the report is made, beside the report itself. */
export type AdviceFacts = {
  /** Accounts that are not collected any more though they should be. */
  stopped: readonly AccountName[];
  /** Those that are silent beyond their rhythm, since the day of their last post. */
  silent: readonly { account: AccountName; from: Day }[];
  /** Steps of promotion that are due and that nothing keeps. */
  due: readonly { event_id: number; title: string; step: PromotionStep; to: Day }[];
  /** Accounts that nobody collects and whose figures are old. */
  old_figures: readonly AccountName[];
  /** Of the month to come; `null`: it is too far gone to be planned. */
  plans: { planned: number; usual: number } | null;
};

/** Of the days that are left to plan, and of two months' posts. */
const FEWEST_DAYS_AHEAD = 21;
const DAYS_A_MONTH = 30;

/**
 * How full the month to come is beside what the library usually publishes: the leaner of two months, as many days of it as
 * are left.
 * @param posts of the month and of the one before; `null`: not known
 */
export function plansAhead(
  planned: number,
  days_left: number,
  posts: readonly (number | null)[],
): AdviceFacts["plans"] {
  const known = posts.flatMap((one) => one ?? []);
  if (days_left < FEWEST_DAYS_AHEAD || known.length < posts.length || known.length === 0)
    return null;
  const share = Math.min(1, days_left / DAYS_A_MONTH);
  return { planned, usual: Math.round(share * Math.min(...known)) };
}

/** Told again it is worth the work. */
const GOOD_SCORE = 1.3;

/** An event whose promotion was mostly kept needs no word. */
const KEPT_SHARE = 0.5;
const FEWEST_STEPS = 2;

export function reportAdvice(
  {
    streaks,
    events,
    targets,
    best,
    service,
    works = [],
  }: Pick<Report, "streaks" | "events" | "targets" | "best" | "service" | "works">,
  facts: AdviceFacts,
): ReportAdvice[] {
  const [silent] = [...facts.silent].sort((a, b) =>
    a.from < b.from ? -1 : Number(a.from > b.from),
  );
  const [due] = [...facts.due].sort(
    (a, b) => (a.to < b.to ? -1 : Number(a.to > b.to)) || a.event_id - b.event_id,
  );
  const [weak] = streaks
    .filter(({ kind, state }) => kind === "weak" && state === "open")
    .sort((a, b) => b.false_alarm_every - a.false_alarm_every || a.id - b.id);
  const [unpromoted] = events
    .filter(isUnpromoted)
    .sort((a, b) => shareOf(a) - shareOf(b) || a.id - b.id);
  const [good] = best;
  const { plans, stopped, old_figures } = facts;
  const advice: ReportAdvice[] = [
    ...(stopped.length > 0 ? [{ rule: "collector" as const, accounts: [...stopped] }] : []),
    ...(weak ? [{ rule: "weak" as const, streak: weak }] : []),
    ...(silent ? [{ rule: "silence" as const, ...silent }] : []),
    ...(due ? [{ rule: "event" as const, ...due }] : []),
    ...questionsOpen(service),
    ...(unpromoted ? [unpromotedOf(unpromoted)] : []),
    ...targetsOut(targets),
    ...(plans && 2 * plans.planned < plans.usual ? [{ rule: "few_plans" as const, ...plans }] : []),
    ...(old_figures.length > 0 ? [{ rule: "figures" as const, accounts: [...old_figures] }] : []),
    ...worksAdvice(works),
    ...(good && (good.score ?? 0) >= GOOD_SCORE ? [{ rule: "repeat" as const, post: good }] : []),
  ];
  return advice.slice(0, MOST_ADVICE);
}

/** Where the most wait. */
function questionsOpen(service: Report["service"]): ReportAdvice[] {
  const [most] = (service?.accounts ?? [])
    .map(({ account, questions_waiting: questions = 0 }) => ({ account, questions }))
    .sort((a, b) => b.questions - a.questions);
  return most && most.questions > 0 ? [{ rule: "answers", ...most }] : [];
}

const shareOf = ({ steps_done, steps_due }: ReportEvent): number =>
  steps_done.length / steps_due.length;

const isUnpromoted = (event: ReportEvent): boolean =>
  event.steps_due.length >= FEWEST_STEPS && shareOf(event) < KEPT_SHARE;

const unpromotedOf = ({ id, title, steps_done, steps_due }: ReportEvent): ReportAdvice => ({
  rule: "unpromoted",
  event_id: id,
  title,
  done: steps_done.length,
  due: steps_due.length,
});

/** The one that asks for the most; only where it is out of reach at this pace. */
function targetsOut(targets: Report["targets"]): ReportAdvice[] {
  const [most] = targets
    .flatMap(({ metric, account, standing }) =>
      standing?.metric === "followers" &&
      standing.word === "out_of_reach" &&
      standing.needed_a_month !== null
        ? [{ metric, account, needed_a_month: standing.needed_a_month }]
        : [],
    )
    .sort((a, b) => b.needed_a_month - a.needed_a_month);
  return most ? [{ rule: "target", ...most }] : [];
}
