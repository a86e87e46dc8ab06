/** An Instagram professional account, through either door. */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Incoming } from "./call.ts";
import { badParameter, refuse, unknownField } from "./graph-errors.ts";
import { type Node, type Parameters, pageOf } from "./graph-node.ts";
import { daily, metricsOf, split, total, windowPaging } from "./insights.ts";
import { mediaNode, mediaStoryNode } from "./instagram-media.ts";
import { daysEnding, publishedIn, windowOf } from "./meta-days.ts";
import { type InstagramRight, mayRead } from "./permission.ts";
import { handleAt, postsAt } from "./shown.ts";
import { nowOf } from "./state.ts";
import type { WorldAccount } from "./world.ts";

const MOST_DAYS = 30;

/** Below so many followers Instagram does not tell who came. */
const LEAST_FOLLOWERS = 100;

/** The Instagram login knows an account by another id as well. */
export const appScopedId = (account: WorldAccount): string => `26${account.external_id.slice(2)}`;

export function instagramUserNode(call: Incoming, account: WorldAccount): Node {
  const { changes } = call.state;
  const now = nowOf(call.state);
  const ownDoor = call.door === "instagram";
  const id = ownDoor ? appScopedId(account) : account.external_id;
  const address = account.external_id;
  const may = (right: InstagramRight) => mayRead(call, account, right);
  const onlyHere = (name: string, value: unknown) => () =>
    ownDoor ? value : refuse(unknownField(name, "IGUser"));
  return {
    type: "IGUser",
    id,
    usual: ["id"],
    fields: {
      id: () => id,
      user_id: onlyHere("user_id", account.external_id),
      account_type: onlyHere("account_type", "BUSINESS"),
      username: () => handleAt(account, changes, now),
      name: () => account.name,
      followers_count: () => {
        may("basic");
        return account.followersAt(now);
      },
      follows_count: () => 120,
      media_count: () => postsAt(account, changes, now).length,
      biography: () => "Ruang baca kota.",
      website: () => undefined,
      profile_picture_url: () => `https://scontent.example/${address}.jpg`,
    },
    edges: {
      media: (parameters, fields) => {
        may("basic");
        return pageOf(call, parameters, fields, {
          address: `${address}/media`,
          items: postsAt(account, changes, now).filter(publishedIn(parameters)),
          id: (post) => post.external_id,
          node: (post) => mediaNode(call, account, post),
          most: 100,
        });
      },
      stories: (parameters, fields) => {
        may("basic");
        return pageOf(call, parameters, fields, {
          address: `${address}/stories`,
          items: account.storiesAt(now),
          id: (story) => story.external_id,
          node: (story) => mediaStoryNode(call, account, story),
          most: 100,
        });
      },
      // nobody broadcasts on Instagram here
      live_media: () => ({ data: [] }),
      insights: (parameters) => {
        may("manage_insights");
        return userInsights(call, account, parameters);
      },
    },
  };
}

/** Metrics told as one total of a window. */
const TOTALS = [
  "views",
  "reach",
  "accounts_engaged",
  "total_interactions",
  "likes",
  "comments",
  "shares",
  "saves",
  "replies",
  "reposts",
  "profile_links_taps",
  "follows_and_unfollows",
] as const;

/** Metrics told day by day. */
const SERIES = ["reach", "follower_count"] as const;

const KNOWN: ReadonlySet<string> = new Set<string>([...TOTALS, ...SERIES]);

function userInsights(call: Incoming, account: WorldAccount, parameters: Parameters) {
  const now = nowOf(call.state);
  const metrics = metricsOf(call, parameters, (name) => KNOWN.has(name));
  if (parameters.period !== "day") {
    refuse(badParameter("Param period must be day for these metrics"));
  }
  const window = windowOf(parameters, now, MOST_DAYS);
  const asTotal = parameters.metric_type === "total_value";
  const offered: readonly string[] = asTotal ? TOTALS : SERIES;
  for (const name of metrics) {
    if (!offered.includes(name)) {
      const wanted = asTotal ? "time_series" : "total_value";
      refuse(
        badParameter(
          `The following metrics (${name}) should be specified with parameter metric_type=${wanted}`,
        ),
      );
    }
  }
  if (metrics.includes("follower_count")) mustBeRecent(account, window.since, now);
  const days = daysEnding(window, now).flatMap(({ date, end }) => {
    const day = account.day(date, now);
    return day ? [{ day, end }] : [];
  });
  const id = account.external_id;
  const data = metrics.flatMap((name): object[] => {
    if (days.length === 0) return [];
    if (!asTotal) {
      const values = days.map(({ day, end }) => ({
        value: (name === "reach" ? day.reach : day.followers_gained) ?? 0,
        end,
      }));
      return [daily(id, name, values)];
    }
    const sum = (value: (day: (typeof days)[number]["day"]) => number | null) =>
      days.reduce((all, { day }) => all + (value(day) ?? 0), 0);
    if (parameters.breakdown === "follow_type") return [splitOf(id, name, sum)];
    // without its breakdown this one comes back empty
    if (name === "follows_and_unfollows") return [];
    return [total(id, name, totalOf(name, sum, days.length))];
  });
  return { data, paging: windowPaging(call, id, parameters, window) };
}

type Sum = (
  value: (
    day: { [key in "reach" | "views" | "followers_gained" | "followers_lost"]: number | null },
  ) => number | null,
) => number;

function splitOf(id: string, name: string, sum: Sum) {
  if (name === "follows_and_unfollows") {
    // FOLLOWER: came; NON_FOLLOWER: went
    return split(id, name, "follow_type", [
      ["FOLLOWER", sum((day) => day.followers_gained)],
      ["NON_FOLLOWER", sum((day) => day.followers_lost)],
    ]);
  }
  const all = totalOf(name, sum, 1);
  const followers = Math.round(all * 0.6);
  return split(id, name, "follow_type", [
    ["FOLLOWER", followers],
    ["NON_FOLLOWER", all - followers],
  ]);
}

/** People of several days are fewer than their sum. */
const SEEN_AGAIN = 0.7;

function totalOf(name: string, sum: Sum, days: number): number {
  const views = sum((day) => day.views);
  const reach = sum((day) => day.reach);
  if (name === "views") return views;
  if (name === "reach") return days === 1 ? reach : Math.round(reach * SEEN_AGAIN);
  const part: Record<string, number> = {
    accounts_engaged: 0.05,
    total_interactions: 0.07,
    likes: 0.055,
    comments: 0.004,
    shares: 0.006,
    saves: 0.005,
  };
  return Math.round(reach * (part[name] ?? 0));
}

function mustBeRecent(account: WorldAccount, since: number, now: number): void {
  if (account.followersAt(now) < LEAST_FOLLOWERS) {
    refuse(badParameter("(follower_count) is not available for accounts under 100 followers"));
  }
  // a day is allowed for the current one, which does not count
  if (since < now - (MOST_DAYS + 1) * SECONDS_A_DAY) {
    refuse(
      badParameter(
        "(follower_count) metric only supports querying data for the last 30 days excluding the current day",
      ),
    );
  }
}
