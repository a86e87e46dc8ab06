/** An account's days: the newest at each visit, and older ones while there is back-fill. */
import type { Instant } from "../../model/snapshot.ts";
import type { Notebook } from "../notebook.ts";
import type { BackFill } from "./back-fill.ts";
import { daysAreDue, noteDays } from "./days.ts";
import { insightsTask } from "./insights.ts";
import { daysBack, daysRead, newestDays } from "./instagram-spans.ts";
import type { Desk, Task } from "./tasks.ts";
import { workOff } from "./work-off.ts";

const DAY_ANSWERS = ["days_reach", "days_totals", "days_follows"] as const;

export async function readDays(
  desk: Desk,
  account: string,
  fill: BackFill | null,
  notebook: Notebook,
): Promise<void> {
  const { graph, now } = desk;
  const back = fill ? daysBack(fill, now, graph.batches) : [];
  // the first stretch of the back-fill ends today
  const newest = daysAreDue(notebook, now) && fill?.days !== now ? newestDays(now) : [];
  if (!(await workOff(desk, daysTasks(desk, account, newest)))) return;
  if (newest.length > 0) noteDays(notebook, now, DAY_ANSWERS, fill, fill);
  if (!(await workOff(desk, daysTasks(desk, account, back)))) return;
  noteDays(notebook, now, DAY_ANSWERS, fill, fill && daysRead(fill, back, now, graph.batches));
}

function daysTasks(
  desk: Desk,
  account: string,
  days: readonly { since: Instant; until: Instant }[],
): Task[] {
  const [newest, oldest] = [days[0], days.at(-1)];
  if (!newest || !oldest) return [];
  const insights = (
    of: (typeof DAY_ANSWERS)[number],
    kind: string,
    metrics: readonly string[],
    { since, until }: { since: Instant; until: Instant },
    params: Record<string, string>,
  ): Task =>
    insightsTask(desk, {
      of,
      post: null,
      since,
      until,
      path: [account, "insights"],
      params: { period: "day", since: String(since), until: String(until), ...params },
      kind,
      metrics,
    });
  const all = { since: oldest.since, until: newest.until };
  return [
    insights("days_reach", "account", ["reach"], all, { metric_type: "time_series" }),
    ...days.flatMap((day) => [
      insights("days_totals", "account", ["views", "profile_views"], day, {
        metric_type: "total_value",
      }),
      // without the breakdown it has no value at all
      insights("days_follows", "account", ["follows_and_unfollows"], day, {
        metric_type: "total_value",
        breakdown: "follow_type",
      }),
    ]),
  ];
}
