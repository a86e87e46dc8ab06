/** What the platforms would say at an instant, all of it: to compare an export with. */
import { addDays, dayOf, daysOf, SECONDS_A_DAY, startOfDay } from "../../functions/model/day.ts";
import type { Format } from "../../functions/model/format.ts";
import type { Figures } from "../../functions/model/metric.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { CommentReading, Day, Instant } from "../../functions/model/snapshot.ts";
import { META_TIME_ZONE } from "../demo/days.ts";
import {
  businessFigures,
  type Change,
  commented,
  commentsAt,
  handleAt,
  removedAt,
  toldFigures,
  toldFormat,
} from "./shown.ts";
import { type StoryFigures, storyFiguresAt } from "./stories.ts";
import { businessDay } from "./tiktok-business.ts";
import type { World, WorldAccount, WorldPost } from "./world.ts";

export type Truth = {
  at: Instant;
  accounts: AccountTruth[];
};

export type AccountTruth = {
  platform: Platform;
  external_id: string;
  handle: string;
  name: string;
  followers: number;
  /** The platform's own days that are over, oldest first; empty where it tells none. */
  days: DayTruth[];
  /** Every post that there ever was, newest first; a removed one with its last figures. */
  posts: PostTruth[];
  /** Stories of the time asked about, with the figures that they have or had at their end. */
  stories: StoryTruth[];
};

type DayTruth = {
  date: Day;
  time_zone: string;
  reach: number;
  views: number;
  /** `null`: not told; Instagram's left the table of metrics. */
  profile_views: number | null;
  followers_gained: number;
  followers_lost: number;
};

export type PostTruth = Figures & {
  external_id: string;
  url: string;
  published_at: Instant;
  format: Format;
  caption: string;
  removed_at: Instant | null;
  comments_listed: CommentReading[];
};

type StoryTruth = StoryFigures & {
  external_id: string;
  url: string;
  published_at: Instant;
};

export type TruthOptions = {
  changes?: readonly Change[];
  platform?: Platform;
  account?: string;
  /** TikTok through its Business API, which tells more than the Display API. */
  business?: boolean;
  /** How far back days and stories are told; left out: 90 days. */
  days?: number;
};

export function truthAt(world: World, at: Instant, options: TruthOptions = {}): Truth {
  const accounts = world.accounts.filter(
    ({ platform, external_id }) =>
      (options.platform === undefined || options.platform === platform) &&
      (options.account === undefined || options.account === external_id),
  );
  return { at, accounts: accounts.map((account) => accountTruth(account, at, options)) };
}

function accountTruth(account: WorldAccount, at: Instant, options: TruthOptions): AccountTruth {
  const { changes = [], business = false, days = 90 } = options;
  const since = at - days * SECONDS_A_DAY;
  return {
    platform: account.platform,
    external_id: account.external_id,
    handle: handleAt(account, changes, at),
    name: account.name,
    followers: account.followersAt(at),
    days:
      account.platform === "tiktok" && business
        ? businessDays(account, since, at)
        : account.days
          ? metaDays(account, since, at)
          : [],
    posts: account.all
      .filter(({ published_at }) => published_at <= at)
      .map((post) => postTruth(account, post, changes, at, business)),
    stories: account.storiesBetween(since, at).map((story) => ({
      external_id: story.external_id,
      url: story.url,
      published_at: story.published_at,
      ...storyFiguresAt(story, at),
    })),
  };
}

function postTruth(
  account: WorldAccount,
  post: WorldPost,
  changes: readonly Change[],
  at: Instant,
  business: boolean,
): PostTruth {
  const gone = removedAt(post, changes);
  const seen = gone !== null && gone <= at ? gone - 1 : at;
  const { idle: _, ...figures } = business
    ? businessFigures(account, post, changes, seen)
    : { idle: false, ...toldFigures(account, post, changes, seen) };
  return {
    external_id: post.external_id,
    url: post.url,
    published_at: post.published_at,
    format: toldFormat(account, post, business),
    caption: post.caption,
    removed_at: gone !== null && gone <= at ? gone : null,
    ...figures,
    comments_listed: commentsAt(commented(account, post, changes), seen, changes),
  };
}

function metaDays(account: WorldAccount, since: Instant, at: Instant): DayTruth[] {
  const period = { from: dayOf(since, META_TIME_ZONE), to: dayOf(at, META_TIME_ZONE) };
  return daysOf(period).flatMap((date) => {
    const day = account.day(date, at);
    if (!day) return [];
    return {
      date,
      time_zone: META_TIME_ZONE,
      reach: day.reach ?? 0,
      views: day.views ?? 0,
      profile_views: account.platform === "instagram" ? null : (day.profile_views ?? 0),
      followers_gained: day.followers_gained ?? 0,
      followers_lost: day.followers_lost ?? 0,
    };
  });
}

function businessDays(account: WorldAccount, since: Instant, at: Instant): DayTruth[] {
  return daysOf({ from: dayOf(since, "UTC"), to: dayOf(at, "UTC") })
    .filter((date) => startOfDay(addDays(date, 2), "UTC") <= at)
    .map((date) => {
      const day = businessDay(account, date);
      return {
        date,
        time_zone: "UTC",
        reach: day.unique_video_views,
        views: day.video_views,
        profile_views: day.profile_views,
        followers_gained: day.daily_new_followers,
        followers_lost: day.daily_lost_followers,
      };
    });
}
