/** A Facebook Page: its profile, its days, the lists of what it published. */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Format } from "../../functions/model/format.ts";
import type { Day, Instant } from "../../functions/model/snapshot.ts";
import type { Incoming } from "./call.ts";
import { pageToken, SCOPES } from "./credentials.ts";
import { postNode } from "./facebook-post.ts";
import { storyNode } from "./facebook-story.ts";
import { isVideo, liveNode, videoNode } from "./facebook-video.ts";
import type { Field } from "./fields.ts";
import { badParameter, refuse } from "./graph-errors.ts";
import { type Node, type Parameters, pageOf } from "./graph-node.ts";
import { daily, metricsOf, windowPaging } from "./insights.ts";
import { daysEnding, instantOf, publishedIn, windowOf } from "./meta-days.ts";
import { instagramOf, mustBePage, mustHave, mustOpen } from "./permission.ts";
import { handleAt, postsAt } from "./shown.ts";
import { accountById, nowOf } from "./state.ts";
import type { WorldAccount, WorldPost } from "./world.ts";

/** Insights: days of one question, days that are kept. */
const MOST_DAYS = 90;
const KEPT_DAYS = 2 * 365;

/** Stories are listed for so long when the archived ones are asked for. */
const STORIES_KEPT_DAYS = 30;

export function pageNode(call: Incoming, page: WorldAccount): Node {
  const { changes } = call.state;
  const now = nowOf(call.state);
  const { external_id: id } = page;
  const mayList = () => {
    mustOpen(call, id, "pages_read_engagement");
    mustHave(call, "pages_read_engagement");
  };
  const listOf =
    (
      edge: string,
      wanted: (format: Format) => boolean,
      node: (call: Incoming, page: WorldAccount, post: WorldPost) => Node,
    ) =>
    (parameters: Parameters, fields: Field[]) => {
      mayList();
      const items = postsAt(page, changes, now).filter(({ format }) => wanted(format));
      return pageOf(call, parameters, fields, {
        address: `${id}/${edge}`,
        items: items.filter(publishedIn(parameters)),
        id: (post) => post.external_id,
        node: (post) => node(call, page, post),
        most: 100,
      });
    };
  const handle = handleAt(page, changes, now);
  const followers = page.followersAt(now);

  return {
    type: "Page",
    id,
    usual: ["name", "id"],
    empty: ["about", "cover", "description", "emails", "phone", "picture", "website"],
    fields: {
      id: () => id,
      name: () => page.name,
      username: () => handle,
      link: () => `https://www.facebook.com/${handle}`,
      fan_count: () => Math.round(followers * 0.97),
      followers_count: () => followers,
      talking_about_count: () => Math.round(followers * 0.02),
      category: () => "Library",
      is_published: () => true,
      access_token: () => tokenOfPage(call, id),
      tasks: () => ["ANALYZE", "MODERATE", "CREATE_CONTENT"],
      instagram_business_account: (field) => linkedInstagram(call, id, field),
      connected_instagram_account: (field) => linkedInstagram(call, id, field),
    },
    edges: {
      published_posts: listOf("published_posts", () => true, postNode),
      posts: listOf("posts", () => true, postNode),
      feed: listOf("feed", () => true, postNode),
      video_reels: listOf("video_reels", (format) => format === "short_video", videoNode),
      videos: listOf("videos", isVideo, videoNode),
      live_videos: listOf("live_videos", (format) => format === "live", liveNode),
      stories: (parameters, fields) => {
        mayList();
        const archived = (parameters.status ?? "").includes("ARCHIVED");
        const since = instantOf(parameters.since) ?? now - STORIES_KEPT_DAYS * SECONDS_A_DAY;
        return pageOf(call, parameters, fields, {
          address: `${id}/stories`,
          items: archived ? page.storiesBetween(since, now) : page.storiesAt(now),
          id: (story) => story.external_id,
          node: (story) => storyNode(call, page, story),
          most: 100,
        });
      },
      insights: (parameters) => {
        mustOpen(call, id, "read_insights");
        mustHave(call, "read_insights");
        mustBePage(call);
        return pageInsights(call, page, parameters);
      },
    },
  };
}

/** The token of a page that a person manages may no more than what the person allowed. */
function tokenOfPage({ grant, state }: Incoming, page: string): string {
  const whole = pageToken(page);
  if (!grant || SCOPES.facebook.every((scope) => grant.scopes.includes(scope))) return whole;
  const token = `${whole}-of-${grant.token}`;
  const less = { token, kind: "page", account: page, expires_at: null } as const;
  state.grants.grants.set(token, { ...grant, ...less });
  return token;
}

function linkedInstagram(call: Incoming, page: string, { fields }: Field) {
  const id = instagramOf(page);
  const account = id === null ? undefined : accountById(call.state, id);
  if (!account) return undefined;
  if (fields.length === 0) return { id: account.external_id };
  const username = handleAt(account, call.state.changes, nowOf(call.state));
  return { id: account.external_id, username, name: account.name };
}

type DayValue = (page: WorldAccount, date: Day, now: Instant) => number | undefined;

/** Everything that Meta still tells of a page's day. */
const PAGE_METRICS: Record<string, DayValue> = {
  page_media_view: (page, date, now) => page.day(date, now)?.views ?? undefined,
  page_total_media_view_unique: (page, date, now) => page.day(date, now)?.reach ?? undefined,
  page_views_total: (page, date, now) => page.day(date, now)?.profile_views ?? undefined,
  page_daily_follows: (page, date, now) => page.day(date, now)?.followers_gained ?? undefined,
  page_daily_follows_unique: (page, date, now) =>
    page.day(date, now)?.followers_gained ?? undefined,
  page_daily_unfollows: (page, date, now) => page.day(date, now)?.followers_lost ?? undefined,
  page_daily_unfollows_unique: (page, date, now) =>
    page.day(date, now)?.followers_lost ?? undefined,
  page_follows: (page, date) => page.followersOn(date),
  page_post_engagements: (page, date, now) => share(page.day(date, now)?.reach, 0.06),
  page_video_views: (page, date, now) => share(page.day(date, now)?.views, 0.2),
};

const share = (value: number | null | undefined, part: number) =>
  value == null ? undefined : Math.round(value * part);

function pageInsights(call: Incoming, page: WorldAccount, parameters: Parameters) {
  const now = nowOf(call.state);
  const metrics = metricsOf(call, parameters, (name) => Object.hasOwn(PAGE_METRICS, name));
  if ((parameters.period ?? "day") !== "day") {
    refuse(badParameter("This metric is offered for period day only"));
  }
  const window = windowOf(parameters, now, MOST_DAYS);
  const days = daysEnding(window, now).filter(({ end }) => end > now - KEPT_DAYS * SECONDS_A_DAY);
  const data = metrics.flatMap((name) => {
    const values = days.flatMap(({ date, end }) => {
      const value = PAGE_METRICS[name]?.(page, date, now);
      return value === undefined ? [] : [{ value, end }];
    });
    return values.length === 0 ? [] : [daily(page.external_id, name, values)];
  });
  return { data, paging: windowPaging(call, page.external_id, parameters, window) };
}
