/**
 * The history that the budgets are stated for: four accounts, five years, read every hour; each post hourly until it is
 * 48 hours old, every 6 hours until 7 days, daily until 30, weekly until 90. Every reading says something new. Five years,
 * so that a view of 24 months has as many before it to be compared with, and more that it must not read.
 */
import { isoInstant, SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Format } from "../../functions/model/format.ts";
import { PLATFORMS, type Platform } from "../../functions/model/platform.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { PostWire, SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { randomOf } from "../../test/demo/random.ts";

const HOUR = 3600;
const DAYS = 5 * 365;
/** The newest reading. */
export const END: Instant = Date.parse("2026-11-23T05:00:00Z") / 1000;
/** When it is looked at: the hourly runs after its end are in. */
export const LATER: Instant = END + 4 * HOUR;
/** Six months in: the same hour of the same day of a month as the end, so that both see as many months. */
export const EARLY: Instant = Date.parse("2022-05-23T05:00:00Z") / 1000;
/** Nearly one a day: about 265,720 readings of posts in two years. */
const POSTS_AN_ACCOUNT = Math.round((DAYS / 730) * 681);
const FORMATS: readonly Format[] = ["image", "carousel", "short_video", "link"];
/** The newest posts of the first account: an open weak streak. */
const SLUMP_POSTS = 12;
const SLUMP = 0.35;

export type BenchPost = { id: string; published_at: Instant; format: Format; size: number };

/** From one re-reading to the next, by the post's age, as functions/model/visit.ts has it. */
const STEPS = [
  { untilHours: 48, everyHours: 1 },
  { untilHours: 7 * 24, everyHours: 6 },
  { untilHours: 30 * 24, everyHours: 24 },
  { untilHours: 90 * 24, everyHours: 168 },
] as const;

const AGES: readonly number[] = STEPS.flatMap(({ untilHours, everyHours }, index) => {
  const from = STEPS[index - 1]?.untilHours ?? 0;
  const count = Math.floor((untilHours - from) / everyHours);
  return Array.from({ length: count }, (_, step) => from + (step + 1) * everyHours);
});

const handleOf = (platform: Platform): string => `bench.${platform}`;

/** Posts of an account, the oldest first. */
function postsOf(platform: Platform): BenchPost[] {
  const random = randomOf("bench", platform);
  const start = END - DAYS * SECONDS_A_DAY;
  const pace = (DAYS * SECONDS_A_DAY) / POSTS_AN_ACCOUNT;
  return Array.from({ length: POSTS_AN_ACCOUNT }, (_, index) => {
    const slump = platform === "instagram" && index >= POSTS_AN_ACCOUNT - SLUMP_POSTS ? SLUMP : 1;
    return {
      id: `${index + 1}`,
      published_at: Math.floor(start + index * pace + random.unit() * pace * 0.8),
      format: FORMATS[index % FORMATS.length] ?? "image",
      size: slump * 60 * Math.exp(0.4 * random.normal()),
    };
  });
}

/** The figures of a post at an instant. Views go on for ever, so that no reading repeats the one before. */
export function readingOf({ id, published_at, format, size }: BenchPost, at: Instant): PostWire {
  const hours = (at - published_at) / HOUR;
  const grown = size * (1 - 2 ** (-hours / 9));
  return {
    external_id: id,
    published_at: isoInstant(published_at),
    format,
    caption: `Pos ${id}: koleksi baru di perpustakaan, kegiatan pekan ini, dan jam layanan ruang baca. #perpustakaan`,
    likes: Math.round(grown * 0.85),
    comments: Math.round(grown * 0.05),
    shares: Math.round(grown * 0.1),
    saves: Math.round(grown * 0.15),
    reach: Math.round(grown * 14),
    views: Math.round(grown * 20) + Math.ceil(hours),
  };
}

/** Snapshots of all accounts, one an account and hour, the oldest first. */
export function* benchSnapshots(): Generator<SnapshotWire> {
  const accounts = PLATFORMS.map((platform) => {
    const due = new Map<Instant, BenchPost[]>();
    for (const post of postsOf(platform)) {
      const first = Math.floor(post.published_at / HOUR) * HOUR;
      for (const age of AGES) {
        const at = first + age * HOUR;
        due.set(at, [...(due.get(at) ?? []), post]);
      }
    }
    return { platform, due };
  });
  const hours = DAYS * 24;
  for (let hour = 1; hour <= hours; hour++) {
    const at = END - (hours - hour) * HOUR;
    for (const { platform, due } of accounts) {
      yield snapshotOf(platform, at, hour, due.get(at) ?? []);
    }
  }
}

function snapshotOf(platform: Platform, at: Instant, hour: number, due: BenchPost[]): SnapshotWire {
  const daily = at % SECONDS_A_DAY === 0 && (platform === "instagram" || platform === "facebook");
  const date = isoInstant(at - SECONDS_A_DAY).slice(0, 10);
  return {
    platform,
    account: handleOf(platform),
    name: "Perpustakaan",
    read_at: isoInstant(at),
    followers: 1000 + hour,
    ...(daily ? { days: [{ date, reach: 300 + (hour % 97), views: 700 + (hour % 89) }] } : {}),
    posts: due.map((post) => readingOf(post, at)),
  };
}

/**
 * An hourly run: the account's four newest posts, read at an instant.
 *
 * @param figuresAt how far the figures have grown by then; the same for two runs: nothing changed between them
 */
export const hourlyRun = (platform: Platform, at: Instant, figuresAt = at): SnapshotWire => ({
  platform,
  account: handleOf(platform),
  name: "Perpustakaan",
  read_at: isoInstant(at),
  followers: 1000 + Math.floor((figuresAt - END) / HOUR) + DAYS * 24,
  posts: postsOf(platform)
    .filter(({ published_at }) => published_at < figuresAt)
    .slice(-4)
    .map((post) => readingOf(post, figuresAt)),
});
