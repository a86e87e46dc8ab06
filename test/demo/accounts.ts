import type { Format } from "../../functions/model/format.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { Topic } from "../../functions/model/topic.ts";

/** What happened to posts of an account. They are counted from the newest, which is 0. */
export type Incident =
  /** Posts that reach and please fewer people than usual: 0.4 = 60 % less. */
  | { kind: "slump"; newest: number; oldest: number; times: number }
  /** No post for so many days before this one. */
  | { kind: "pause"; post: number; days: number }
  /** One post that many strangers saw, and the followers it brought in the two weeks after. */
  | { kind: "viral"; post: number; times: number; followers: number }
  | { kind: "paid"; post: number; times: number }
  /** Taken off the platform so many days after it was published. */
  | { kind: "removed"; post: number; afterDays: number };

/**
 * A topic that draws so many times what the account's other posts do. Often it goes out at an hour at which nothing else
 * does, so that the hour looks as if it worked.
 */
type Works = { topic: Topic; times: number; hour: number; often: number };

/** One of the demo library's accounts: how it usually goes there, and what happened. */
export type DemoAccount = {
  platform: Platform;
  /** Names the account's chance: with another seed it had another history. */
  seed: string;
  handle: string;
  external_id: string;
  name: string;
  /** Two years ago, and now. */
  followers: { before: number; now: number };
  /** Days from one post to the next, on average. */
  pace: number;
  formats: readonly (readonly [Format, number])[];
  /** Interactions a follower, for a usual post. */
  rate: number;
  /** How far posts stray from the usual: standard deviation of ln. */
  noise: number;
  /** Hours until a post has half of its reactions. */
  halfAgeHours: number;
  /** Of the interactions; the rest are likes. */
  comments: number;
  shares: number;
  /** Beside the interactions, as a multiple of them; `null`: the platform does not say. */
  saves: number | null;
  /** People a follower; `null`: the platform does not say. */
  reach: number | null;
  /** How often it is seen, a follower. */
  views: number;
  clicks: number | null;
  /** Does the platform give figures of its own days? */
  days: boolean;
  /** What works here, and is there to be found. */
  works?: Works;
  incidents: readonly Incident[];
};

const NAME = "Perpustakaan Kota Pasuruan";

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    platform: "instagram",
    seed: "instagram 8",
    handle: "perpustakaan.pasuruan",
    external_id: "17841400000000000",
    name: NAME,
    followers: { before: 1_310, now: 2_480 },
    pace: 1.9,
    formats: [
      ["image", 45],
      ["carousel", 30],
      ["short_video", 25],
    ],
    rate: 0.026,
    noise: 0.36,
    halfAgeHours: 10,
    comments: 0.06,
    shares: 0.11,
    saves: 0.16,
    reach: 0.42,
    views: 0.61,
    clicks: null,
    days: true,
    works: { topic: "interactive", times: 2.2, hour: 21, often: 0.45 },
    incidents: [
      { kind: "slump", newest: 0, oldest: 11, times: 0.42 },
      { kind: "removed", post: 34, afterDays: 5 },
    ],
  },
  {
    platform: "facebook",
    seed: "facebook 6",
    handle: "perpustakaanpasuruan",
    external_id: "104500000000000",
    name: NAME,
    followers: { before: 4_620, now: 5_870 },
    pace: 1.8,
    formats: [
      ["image", 50],
      ["carousel", 14],
      ["link", 14],
      ["video", 12],
      ["text", 7],
      ["live", 3],
    ],
    rate: 0.0085,
    noise: 0.4,
    halfAgeHours: 6,
    comments: 0.09,
    shares: 0.12,
    saves: null,
    reach: 0.19,
    views: 0.28,
    clicks: 0.011,
    days: true,
    incidents: [
      { kind: "paid", post: 31, times: 9 },
      { kind: "slump", newest: 84, oldest: 97, times: 0.44 },
    ],
  },
  {
    platform: "tiktok",
    seed: "tiktok 11",
    handle: "perpustakaan.pasuruan",
    external_id: "7100000000000000000",
    name: NAME,
    followers: { before: 240, now: 2_060 },
    pace: 3.4,
    formats: [
      ["short_video", 88],
      ["carousel", 12],
    ],
    rate: 0.055,
    noise: 0.45,
    halfAgeHours: 20,
    comments: 0.05,
    shares: 0.08,
    saves: null,
    reach: null,
    views: 0.72,
    clicks: null,
    days: false,
    incidents: [{ kind: "viral", post: 38, times: 34, followers: 610 }],
  },
  {
    platform: "x",
    seed: "x 1",
    handle: "perpus_pasuruan",
    external_id: "1100000000000000000",
    name: NAME,
    followers: { before: 590, now: 668 },
    pace: 2.1,
    formats: [
      ["text", 40],
      ["image", 32],
      ["link", 24],
      ["poll", 4],
    ],
    rate: 0.0038,
    noise: 0.6,
    halfAgeHours: 2.5,
    comments: 0.1,
    shares: 0.22,
    saves: 0.05,
    reach: null,
    views: 0.34,
    clicks: null,
    days: false,
    incidents: [{ kind: "pause", post: 52, days: 40 }],
  },
];
