/** The month's events with what was done for them and what came of it. */
import type { AccountName } from "../../model/account.ts";
import type { JudgedEffect, LibraryEvent } from "../../model/event.ts";
import { eventDays } from "../../model/event-days.ts";
import type { ReportEvent } from "../../model/report.ts";
import type { Day } from "../../model/snapshot.ts";
import { eventFigures } from "../event-figures.ts";
import { eventSteps } from "../event-steps.ts";

type EventPost = {
  event: number;
  account_id: number;
  published_on: Day;
  reach: number | null;
  interactions: number | null;
};

export type EventSources = {
  events: readonly (LibraryEvent & { effect: JudgedEffect | null })[];
  posts: readonly EventPost[];
  /** Of an event without a short link there are none. */
  clicks: readonly { event: number; clicks: number }[];
  /** Of whom the report is: another's posts are not told. */
  accounts: readonly (AccountName & { id: number })[];
};

/** @param today steps that were over before it were due */
export const reportEvents = (
  { events, posts, clicks, accounts }: EventSources,
  today: Day,
  zone: string,
): ReportEvent[] =>
  events.map((event) => {
    const { id, kind, title, starts_at, ends_at, visitors, cost } = event;
    const own = posts.filter(
      (post) => post.event === id && accounts.some((one) => one.id === post.account_id),
    );
    const steps = eventSteps(
      eventDays(event, zone),
      own.map(({ published_on }) => published_on),
      [],
      today,
    );
    const done = steps.filter(({ state }) => state === "done");
    const due = steps.filter(({ state }) => state === "done" || state === "missed");
    const result = event.effect?.result ?? null;
    return {
      id,
      kind,
      title,
      starts_at,
      ends_at,
      steps_done: done.map(({ step }) => step),
      steps_due: due.map(({ step }) => step),
      figures: eventFigures(own, clicks.find((one) => one.event === id)?.clicks ?? null),
      by_account: accounts.flatMap(({ id: account_id, platform, handle }) => {
        const theirs = own.filter((post) => post.account_id === account_id);
        if (theirs.length === 0) return [];
        const { posts: count, reach, interactions } = eventFigures(theirs, null);
        return [{ account: { platform, handle }, posts: count, reach, interactions }];
      }),
      effect: result && { ratio: result.ratio, word: result.word, posts: result.posts },
      visitors,
      cost,
    };
  });
