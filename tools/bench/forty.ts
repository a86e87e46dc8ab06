/**
 * As many accounts as a library may hold: ten a platform, read once a day for a year, each with two posts a week that are
 * read daily until they are a week old and then weekly until 90 days.
 */
import { isoInstant, SECONDS_A_DAY } from "../../functions/model/day.ts";
import { PLATFORMS, type Platform } from "../../functions/model/platform.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { randomOf } from "../../test/demo/random.ts";
import { type BenchPost, END, readingOf } from "./history.ts";

const ACCOUNTS_A_PLATFORM = 10;
const DAYS = 365;
const DAYS_A_POST = 3.5;
const AGES = [1, 2, 3, 4, 5, 6, 7, ...Array.from({ length: 11 }, (_, week) => 14 + 7 * week)];

type FortyAccount = { platform: Platform; account: string; posts: BenchPost[] };

const ACCOUNTS: readonly FortyAccount[] = Array.from({ length: ACCOUNTS_A_PLATFORM }, (_, index) =>
  PLATFORMS.map((platform) => {
    const account = `branch.${index + 1}`;
    return { platform, account, posts: postsOf(platform, account) };
  }),
).flat();

function postsOf(platform: Platform, account: string): BenchPost[] {
  const random = randomOf("forty", platform, account);
  const pace = DAYS_A_POST * SECONDS_A_DAY;
  return Array.from({ length: Math.floor(DAYS / DAYS_A_POST) }, (_, index) => ({
    id: `${account}-${index + 1}`,
    published_at: Math.floor(END - DAYS * SECONDS_A_DAY + (index + random.unit()) * pace),
    format: index % 3 === 0 ? ("short_video" as const) : ("image" as const),
    size: 60 * Math.exp(0.4 * random.normal()),
  }));
}

const ageOn = ({ published_at }: BenchPost, at: Instant): number =>
  Math.ceil((at - published_at) / SECONDS_A_DAY);

const snapshotOf = (
  { platform, account, posts }: FortyAccount,
  at: Instant,
  due: (post: BenchPost) => boolean,
): SnapshotWire => ({
  platform,
  account,
  name: "Perpustakaan cabang",
  read_at: isoInstant(at),
  followers: 10_000 + Math.floor((at - END) / 3600),
  posts: posts.filter(due).map((post) => readingOf(post, at)),
});

/** All accounts, day by day. */
export const fortySnapshots = (): SnapshotWire[] =>
  Array.from({ length: DAYS }, (_, day) => END - (DAYS - 1 - day) * SECONDS_A_DAY).flatMap((at) =>
    ACCOUNTS.map((one) => snapshotOf(one, at, (post) => AGES.includes(ageOn(post, at)))),
  );

/** An hourly run: each account and its newest post, read at an instant. */
export const fortyRun = (at: Instant, accounts = ACCOUNTS.length): SnapshotWire[] =>
  ACCOUNTS.slice(0, accounts).map((one) =>
    snapshotOf(one, at, (post) => post === one.posts.at(-1)),
  );
