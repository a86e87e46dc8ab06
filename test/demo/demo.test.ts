import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SeenPost, weakStreaks } from "../../functions/analyse/streaks.ts";
import { proposedTopic } from "../../functions/analyse/topic.ts";
import { COUNTERS } from "../../functions/model/metric.ts";
import { PLATFORMS, type Platform } from "../../functions/model/platform.ts";
import { TOPICS } from "../../functions/model/topic.ts";
import { snapshotsFromJson } from "../../functions/normalise/push.ts";
import type { PostWire, SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { readingsIn, requestsOf } from "./requests.ts";
import { demoSnapshots } from "./snapshots.ts";

const DAY = 86_400;
const at = (text: string): number => Date.parse(text) / 1000;
const NOW = at("2026-11-23T05:20:00Z");
const SNAPSHOTS = demoSnapshots(NOW);

const of = (platform: Platform, snapshots: readonly SnapshotWire[] = SNAPSHOTS) =>
  snapshots.filter((one) => one.platform === platform);

/** Every reading of every post, by post, oldest first. */
function postsOf(platform: Platform, snapshots: readonly SnapshotWire[] = SNAPSHOTS) {
  const posts = new Map<
    string,
    { readings: (PostWire & { read_at: number })[]; followers: number }
  >();
  for (const { posts: read, read_at, followers } of of(platform, snapshots)) {
    for (const post of read ?? []) {
      const id = post.external_id ?? "";
      const known = posts.get(id) ?? { readings: [], followers: followers ?? 0 };
      known.readings.push({ ...post, read_at: at(read_at) });
      posts.set(id, known);
    }
  }
  return [...posts.values()].sort(
    (a, b) => at(a.readings[0]?.published_at ?? "") - at(b.readings[0]?.published_at ?? ""),
  );
}

/** Posts as the judgement takes them, with their place counted from the newest. */
function seen(platform: Platform, snapshots?: readonly SnapshotWire[]): SeenPost<number>[] {
  const posts = postsOf(platform, snapshots);
  return posts.flatMap(({ readings, followers }, index) => {
    const last = readings.at(-1);
    if (!last || last.paid || last.removed_at) return [];
    return {
      id: posts.length - 1 - index,
      published_at: last.published_at,
      format: last.format ?? null,
      interactions: (last.likes ?? 0) + (last.comments ?? 0) + (last.shares ?? 0),
      followers,
      age_hours: (last.read_at - at(last.published_at)) / 3600,
    };
  });
}

const flagged = (platform: Platform, snapshots?: readonly SnapshotWire[]) =>
  weakStreaks(seen(platform, snapshots), { platform });

describe("the demo's history", () => {
  test("writes what fits any day and hour that it is published on", () => {
    const captions = PLATFORMS.flatMap((platform) =>
      postsOf(platform).map(({ readings }) => readings.at(-1)?.caption ?? ""),
    );
    const days = "Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu";
    for (const caption of captions) {
      expect(caption).not.toMatch(/dirgahayu|selamat hari/i);
      expect(caption).not.toMatch(new RegExp(`(?:Kuis|Dongeng) (?:${days})`));
      for (const [, from = "", to = ""] of caption.matchAll(/(\d\d)\.\d\d–(\d\d)\.\d\d/g)) {
        expect([caption, Number(to) - Number(from) >= 4]).toEqual([caption, true]);
        expect([caption, Number(to) <= 18]).toEqual([caption, true]);
      }
    }
    expect(captions.filter((caption) => caption.startsWith("Jam buka"))).not.toHaveLength(0);
  });

  test("is the same for the same now, and for every minute of the hour", () => {
    const text = JSON.stringify(SNAPSHOTS);
    expect(JSON.stringify(demoSnapshots(NOW))).toBe(text);
    expect(JSON.stringify(demoSnapshots(at("2026-11-23T05:59:59Z")))).toBe(text);
    expect(JSON.stringify(demoSnapshots(at("2026-11-23T06:00:00Z")))).not.toBe(text);
  });

  test("is four accounts over two years, oldest first, up to the full hour", () => {
    expect(new Set(SNAPSHOTS.map(({ platform }) => platform))).toEqual(new Set(PLATFORMS));
    for (const platform of PLATFORMS) {
      const times = of(platform).map(({ read_at }) => read_at);
      expect(times[0]).toBe("2024-11-23T05:00:00Z");
      expect(times.at(-1)).toBe("2026-11-23T05:00:00Z");
      // a reading of every day, and of no instant two
      expect(new Set(times.map((time) => time.slice(0, 10))).size).toBe(731);
      expect(new Set(times).size).toBe(times.length);
    }
    const order = SNAPSHOTS.map(({ read_at }) => read_at);
    expect(order).toEqual(order.toSorted());
  });

  test("goes in through the same door as a push, at any hour of any day", () => {
    const instant = fc.integer({
      min: at("2026-01-01T00:00:00Z"),
      max: at("2028-12-31T00:00:00Z"),
    });
    fc.assert(
      fc.property(instant, (now) => {
        const snapshots = demoSnapshots(now, { days: 40 });
        const read = snapshotsFromJson(JSON.stringify(snapshots), {
          now,
          time_zone: "Asia/Jakarta",
        });
        expect(read).toHaveLength(snapshots.length);
        for (const one of read) {
          expect(one.read_at).toBeLessThanOrEqual(now);
          for (const post of one.posts) expect(post.published_at).toBeLessThan(one.read_at);
          for (const comment of one.comments) expect(comment.at).toBeLessThanOrEqual(one.read_at);
        }
        // each of the platform's days once, with no hole, clock changes included
        for (const platform of ["instagram", "facebook"] as const) {
          const days = of(platform, snapshots).flatMap((one) => one.days ?? []);
          const numbers = days.map(({ date }) => Date.parse(date) / 86_400_000);
          expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
          expect(days).toHaveLength(41);
        }
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test("has few enough readings to load fast, in requests that the free plan takes", () => {
    const requests = requestsOf(SNAPSHOTS);
    expect(requests.flat()).toEqual(SNAPSHOTS);
    expect(requests.length).toBeLessThanOrEqual(100);
    for (const request of requests) {
      expect(request.reduce((sum, one) => sum + readingsIn(one), 0)).toBeLessThanOrEqual(250);
    }
  });

  test("has posts whose figures grow and never fall, read young and old", () => {
    for (const platform of PLATFORMS) {
      for (const { readings } of postsOf(platform)) {
        for (const counter of COUNTERS) {
          const values = readings.flatMap((one) => one[counter] ?? []);
          expect(values).toEqual(values.toSorted((a, b) => a - b));
        }
      }
      const lately = postsOf(platform).find(
        ({ readings }) => at(readings[0]?.published_at ?? "") > NOW - 80 * DAY,
      );
      const ages = lately?.readings.map((one) => (one.read_at - at(one.published_at)) / 3600) ?? [];
      expect(ages[0]).toBeLessThanOrEqual(2);
      expect(ages.at(-1)).toBeGreaterThanOrEqual(720);
      expect(ages).toHaveLength(10);
    }
  });

  test("has followers who came and went as the platform says", () => {
    for (const platform of ["instagram", "facebook"] as const) {
      const daily = of(platform).filter((one) => one.days);
      daily.slice(1).forEach((one, index) => {
        const { followers_gained: gained, followers_lost: lost } = one.days?.[0] ?? {};
        expect(one.followers).toBe((daily[index]?.followers ?? 0) + (gained ?? 0) - (lost ?? 0));
      });
    }
    const ends = PLATFORMS.map((platform) => of(platform).at(-1)?.followers);
    expect(ends).toEqual([2_480, 5_870, 2_060, 668]);
  });
});

describe("what happened to the demo library", () => {
  test("Instagram's last posts are weak, and nothing else ever was", () => {
    const streaks = flagged("instagram");
    expect(streaks).toMatchObject([{ start: 11, end: null }]);
    expect(streaks[0]?.posts.length).toBeGreaterThanOrEqual(8);
    expect(streaks[0]?.severity).toBeLessThan(0.6);
  });

  test("whatever the hour at which the demo is started", () => {
    for (const hours of [0, 5, 11, 17, 26, 24 * 31, 24 * 200 + 3]) {
      const streaks = flagged("instagram", demoSnapshots(NOW + hours * 3600, { days: 200 }));
      expect(streaks.at(-1)).toMatchObject({ end: null });
      expect(streaks.at(-1)?.posts.length).toBeGreaterThanOrEqual(8);
    }
  });

  test("Facebook had a slump in spring and recovered", () => {
    const streaks = flagged("facebook");
    expect(streaks).toMatchObject([{ start: 98, end: 86 }]);
    expect(streaks[0]?.severity).toBeLessThan(0.6);
  });

  test("TikTok had one viral post, which brought followers", () => {
    const views = postsOf("tiktok").map(({ readings }) => readings.at(-1)?.views ?? 0);
    const [most = 0, second = 0] = views.toSorted((a, b) => b - a);
    expect(most).toBeGreaterThan(6 * second);
    expect(flagged("tiktok")).toEqual([]);
    const viral = at(postsOf("tiktok")[views.indexOf(most)]?.readings[0]?.published_at ?? "");
    const followersBefore = (time: number) =>
      of("tiktok").findLast(({ read_at }) => at(read_at) < time)?.followers ?? 0;
    expect(followersBefore(viral + 14 * DAY) - followersBefore(viral)).toBeGreaterThan(500);
  });

  test("X paused for 40 days, and draws too little to be judged", () => {
    const times = postsOf("x").map(({ readings }) => at(readings[0]?.published_at ?? ""));
    const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? 0)) / DAY);
    expect(Math.max(...gaps)).toBeGreaterThan(40);
    expect(gaps.filter((gap) => gap > 10)).toHaveLength(1);
    expect(flagged("x")).toEqual([]);
  });

  test("X and TikTok say nothing of reach, and nobody of a day on them", () => {
    for (const platform of ["x", "tiktok"] as const) {
      const readings = postsOf(platform).flatMap((post) => post.readings);
      expect(readings.filter((one) => one.reach != null)).toEqual([]);
      expect(of(platform).filter((one) => one.days)).toEqual([]);
    }
  });

  test("one post was paid for, one was taken off, people commented", () => {
    const last = PLATFORMS.flatMap((platform) =>
      postsOf(platform).map(({ readings }) => ({ platform, post: readings.at(-1) })),
    );
    expect(last.filter(({ post }) => post?.paid)).toMatchObject([{ platform: "facebook" }]);
    expect(last.filter(({ post }) => post?.removed_at)).toMatchObject([{ platform: "instagram" }]);
    const comments = SNAPSHOTS.flatMap((one) => one.comments ?? []);
    expect(comments.filter(({ ours }) => ours).length).toBeGreaterThan(100);
    const answered = new Set(comments.map(({ reply_to }) => reply_to));
    const open = comments.filter(({ ours, external_id }) => !ours && !answered.has(external_id));
    // a library that looks through what was left: a handful waits
    expect(open.length).toBeGreaterThan(10);
    expect(open.length).toBeLessThan(50);
  });

  test("the captions speak of every topic, in words that propose it", () => {
    const topics = PLATFORMS.flatMap((platform) =>
      postsOf(platform).map(({ readings }) => proposedTopic(readings[0]?.caption ?? null)),
    );
    expect(new Set(topics)).toEqual(new Set(TOPICS));
  });
});
