/** Stories: the library shows one or two on most days; each is gone from the platform after 24 hours. */
import { maturity } from "../../functions/analyse/maturity.ts";
import { SECONDS_A_DAY, startOfDay } from "../../functions/model/day.ts";
import type { Day, Instant } from "../../functions/model/snapshot.ts";
import type { DemoAccount } from "../demo/accounts.ts";
import { randomOf } from "../demo/random.ts";
import { DEMO_TIME_ZONE } from "../demo/times.ts";

export type Story = {
  external_id: string;
  url: string;
  published_at: Instant;
  video: boolean;
  halfAgeHours: number;
  final: StoryFigures;
};

/** Everything else is unknown of a story: nobody can like it. */
export type StoryFigures = { reach: number; views: number; replies: number; shares: number };

const HALF_AGE_HOURS = 5;
const REACH_A_FOLLOWER = 0.13;
const HOURS: readonly (readonly [number, number])[] = [
  [7, 3],
  [10, 4],
  [13, 3],
  [17, 4],
  [19, 5],
];

/** An account's stories of one of the library's days, oldest first; none where there is no such thing. */
export function storiesOn(
  account: DemoAccount,
  date: Day,
  followersAt: (at: Instant) => number,
): Story[] {
  if (account.platform !== "instagram" && account.platform !== "facebook") return [];
  const random = randomOf(account.seed, "stories", date);
  const count = random.pick([
    [0, 3],
    [1, 4],
    [2, 3],
  ]);
  const midnight = startOfDay(date, DEMO_TIME_ZONE);
  const times = Array.from(
    { length: count },
    () => midnight + random.pick(HOURS) * 3600 + Math.floor(random.unit() * 3600),
  );
  return times
    .sort((a, b) => a - b)
    .map((at, index) => storyOf(account, at, index, followersAt(at)));
}

function storyOf(account: DemoAccount, at: Instant, index: number, followers: number): Story {
  const random = randomOf(account.seed, "story", at, index);
  const reach = Math.round(followers * REACH_A_FOLLOWER * Math.exp(0.4 * random.normal()));
  const external_id = `180${at}${String(index).padStart(4, "0")}`;
  return {
    external_id,
    url:
      account.platform === "instagram"
        ? `https://www.instagram.com/stories/${account.handle}/${external_id}`
        : `https://www.facebook.com/stories/${account.external_id}/${external_id}`,
    published_at: at,
    video: random.unit() < 0.3,
    halfAgeHours: HALF_AGE_HOURS,
    final: {
      reach,
      views: Math.round(reach * 1.2),
      replies: Math.round(reach * 0.01 * random.unit()),
      shares: Math.round(reach * 0.015 * random.unit()),
    },
  };
}

/** A story's figures at an instant; they stand still when it is gone. */
export function storyFiguresAt(story: Story, at: Instant): StoryFigures {
  const age = Math.min(at - story.published_at, SECONDS_A_DAY) / 3600;
  const share = maturity(age, story.halfAgeHours);
  const grown = Object.entries(story.final).map(([name, final]) => [
    name,
    Math.round(final * share),
  ]);
  return Object.fromEntries(grown) as StoryFigures;
}
