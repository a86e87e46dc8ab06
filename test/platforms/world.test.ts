import { describe, expect, test } from "vitest";
import { COUNTERS } from "../../functions/model/metric.ts";
import { PLATFORMS } from "../../functions/model/platform.ts";
import { demoSnapshots } from "../demo/snapshots.ts";
import { DAY, HOUR, INSTAGRAM, type Json, NOW, PAGE, platforms, TIKTOK, X_USER } from "./asking.ts";
import { type AccountTruth, type PostTruth, type TruthOptions, truthAt } from "./truth.ts";
import { worldOf } from "./world.ts";

const WORLD = worldOf(NOW, { days: 120 });

const truthOf = (account: string, at: number, options: TruthOptions = {}): AccountTruth => {
  const [truth] = truthAt(WORLD, at, { account, ...options }).accounts;
  if (!truth) throw new Error(`no account ${account}`);
  return truth;
};

const IDS = { facebook: PAGE, instagram: INSTAGRAM, x: X_USER, tiktok: TIKTOK } as const;

describe("the world of the platforms", () => {
  test("ends the demo's history with the demo's own figures", () => {
    const snapshots = demoSnapshots(NOW, { days: 120 });
    for (const platform of PLATFORMS) {
      const truth = truthOf(IDS[platform], NOW);
      const own = snapshots.filter((one) => one.platform === platform);
      const last = own.at(-1);
      expect([truth.handle, truth.followers]).toEqual([last?.account, last?.followers]);
      const posts = new Map(truth.posts.map((post) => [post.external_id, post]));
      const read = own.flatMap((one) => one.posts ?? []);
      expect(new Set(read.map((one) => one.external_id))).toEqual(new Set(posts.keys()));
      // the newest reading of each post that still grows is of now
      for (const one of last?.posts ?? []) {
        const post = posts.get(one.external_id ?? "");
        if (one.removed_at) continue;
        for (const counter of COUNTERS) {
          // X tells its author more than the demo knows
          if (platform === "x" && counter === "clicks") continue;
          expect(post?.[counter] ?? null).toBe(one[counter] ?? null);
        }
        expect([post?.url, post?.caption, post?.format]).toEqual([
          one.url,
          one.caption,
          // TikTok's Display API takes pictures for a video
          platform === "tiktok" ? "short_video" : one.format,
        ]);
      }
      const days = own.flatMap((one) => one.days ?? []);
      const told = truth.days.filter(({ date }) => days.some((one) => one.date === date));
      for (const { time_zone: _, profile_views, ...day } of told) {
        const known = days.find(({ date }) => date === day.date);
        expect(known).toMatchObject(day);
        // Instagram has given up the views of a profile
        expect(profile_views).toBe(platform === "instagram" ? null : known?.profile_views);
      }
      const comments = own.flatMap((one) => one.comments ?? []).map((one) => one.external_id);
      const listed = truth.posts.flatMap((one) => one.comments_listed.map((c) => c.external_id));
      for (const id of comments) expect(listed).toContain(id);
    }
  });

  test("is the same for the same beginning, whatever was asked before", () => {
    const at = NOW + 200 * DAY;
    const first = JSON.stringify(truthAt(WORLD, at));
    truthAt(WORLD, NOW - 90 * DAY);
    for (let hour = 1; hour < 3; hour++) worldOf(NOW + hour * HOUR, { days: 10 });
    const again = worldOf(NOW, { days: 120 });
    expect(again).not.toBe(WORLD);
    expect(JSON.stringify(truthAt(again, at))).toBe(first);
  });

  test("goes on: posts come, figures grow and never fall, followers walk, posts go", () => {
    for (const platform of PLATFORMS) {
      let before = new Map<string, PostTruth>();
      for (let day = 0; day <= 365; day += 10) {
        const truth = truthOf(IDS[platform], NOW + day * DAY, { days: 1 });
        const now = new Map(truth.posts.map((post) => [post.external_id, post]));
        expect(now.size).toBe(truth.posts.length);
        for (const [id, old] of before) {
          for (const counter of COUNTERS) {
            // X tells clicks of young posts only
            if (platform === "x" && counter === "clicks") continue;
            expect(now.get(id)?.[counter] ?? 0).toBeGreaterThanOrEqual(old[counter] ?? 0);
          }
        }
        before = now;
      }
      const year = truthOf(IDS[platform], NOW + 365 * DAY);
      const links = year.posts.filter(({ format }) => platform === "x" && format === "link");
      for (const { published_at, likes, clicks } of links) {
        const young = NOW + 365 * DAY - published_at < 30 * DAY;
        expect(clicks).toBe(young ? Math.floor((likes ?? 0) * 1.5) : null);
      }
      const fresh = year.posts.filter(({ published_at }) => published_at > NOW);
      expect(fresh.length).toBeGreaterThan(80);
      expect(fresh.some(({ removed_at }) => removed_at !== null)).toBe(true);
      const now = truthOf(IDS[platform], NOW).followers;
      expect(year.followers).toBeGreaterThan(now);
      expect(year.followers).toBeLessThan(now * 2);
    }
  });

  test("has followers of an hour between those of its days", () => {
    const [account] = WORLD.accounts.filter(({ external_id }) => external_id === INSTAGRAM);
    const hours = Array.from(
      { length: 25 },
      (_, hour) => account?.followersAt(NOW + hour * HOUR) ?? 0,
    );
    const [first = 0, last = 0] = [hours[0], hours.at(-1)];
    for (const one of hours) {
      expect(one).toBeGreaterThanOrEqual(Math.min(first, last));
      expect(one).toBeLessThanOrEqual(Math.max(first, last));
    }
  });
});

describe("what the endpoints say is the truth", () => {
  const at = NOW + 45 * DAY + 5 * HOUR;
  const { page, instagram, x, ask, business, tiktokToken, businessToken } = platforms({
    clock: { now: at },
    ended: NOW,
    days: 120,
  });
  const newest = (account: string, count: number, business = false) =>
    truthOf(account, at, { business })
      .posts.filter(({ removed_at }) => removed_at === null)
      .slice(0, count);
  const value = (entry: Json) => entry.values[0].value;

  test("on Facebook", async () => {
    const { body } = await page(`${PAGE}/published_posts`, {
      limit: "30",
      fields:
        "id,shares,comments.limit(0).summary(true),reactions.limit(0).summary(true),insights.metric(post_media_view,post_total_media_view_unique,post_clicks).period(lifetime)",
    });
    const said = body.data.map((one: Json) => ({
      id: one.id,
      likes: one.reactions.summary.total_count,
      comments: one.comments.summary.total_count,
      shares: one.shares?.count ?? 0,
      views: value(one.insights.data[0]),
      reach: value(one.insights.data[1]),
      clicks: value(one.insights.data[2]),
    }));
    expect(said).toEqual(
      newest(PAGE, 30).map(
        ({ external_id: id, likes, comments, shares, views, reach, clicks }) => ({
          id,
          likes,
          comments,
          shares,
          views,
          reach,
          clicks,
        }),
      ),
    );
    const days = await page(`${PAGE}/insights`, {
      metric: "page_total_media_view_unique,page_daily_follows_unique",
      period: "day",
      since: String(at - 30 * DAY),
      until: String(at),
    });
    const [reach, follows] = days.body.data.map((one: Json) =>
      one.values.map((day: Json) => day.value),
    );
    const truth = truthOf(PAGE, at).days.slice(-30);
    expect(reach).toEqual(truth.map((day) => day.reach));
    expect(follows).toEqual(truth.map((day) => day.followers_gained));
  });

  test("on Instagram", async () => {
    const { body } = await instagram("me/media", { limit: "30", fields: "id,like_count" });
    for (const post of newest(INSTAGRAM, 30)) {
      const listed = body.data.find(({ id }: Json) => id === post.external_id);
      expect(listed.like_count).toBe(post.likes);
      const metric = "reach,views,likes,comments,shares,saved";
      const answer = await instagram(`${post.external_id}/insights`, { metric });
      const { reach, views, likes, comments, shares, saves } = post;
      expect(answer.body.data.map(value)).toEqual([reach, views, likes, comments, shares, saves]);
    }
  });

  test("on X", async () => {
    const { body } = await x(`users/${X_USER}/tweets`, {
      max_results: "30",
      exclude: "replies",
      "tweet.fields": "public_metrics",
    });
    const said = body.data.map(({ id, public_metrics: one }: Json) => [
      id,
      one.like_count,
      one.reply_count,
      one.retweet_count + one.quote_count,
      one.bookmark_count,
      one.impression_count,
    ]);
    expect(said).toEqual(
      newest(X_USER, 30).map((post) => [
        post.external_id,
        post.likes,
        post.comments,
        post.shares,
        post.saves,
        post.views,
      ]),
    );
  });

  test("on TikTok, by both doors", async () => {
    const { access_token } = await tiktokToken();
    const display = await ask("/tiktok/v2/video/list/", {
      token: access_token,
      query: { fields: "id,like_count,comment_count,share_count,view_count" },
      json: { max_count: 20 },
    });
    expect(display.body.data.videos.map((one: Json) => Object.values(one))).toEqual(
      newest(TIKTOK, 20).map(({ external_id, likes, comments, shares, views }) => [
        external_id,
        likes,
        comments,
        shares,
        views,
      ]),
    );
    const pair = await businessToken();
    const fields = JSON.stringify(["item_id", "favorites", "reach", "total_time_watched"]);
    const { body } = await business("video/list/", pair.access_token, { fields, max_count: "5" });
    expect(body.data.videos).toEqual(
      newest(TIKTOK, 5, true).map((post) => ({
        item_id: post.external_id,
        favorites: post.saves,
        reach: post.reach,
        ...(post.watch_seconds === null ? {} : { total_time_watched: post.watch_seconds }),
      })),
    );
  });
});
