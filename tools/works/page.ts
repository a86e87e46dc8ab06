/**
 * A believable page of two years, drawn at random, where nothing differs unless it is put in: noise of ln 0.92 ± 0.24,
 * correlation of neighbours 0.08, drift, growth, 2 % viral posts, 12 to 400 interactions. Hours, formats and topics are the
 * page's own habits.
 */
import { maturity } from "../../functions/analyse/maturity.ts";
import type { WorksPost } from "../../functions/analyse/works/post.ts";
import { isoInstant, SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Random } from "../streaks/random.ts";

export const ZONE = "Asia/Jakarta";
/** Midnight of 1 November 2024 in Jakarta; two years later a month begins. */
const START = Date.UTC(2024, 9, 31, 17) / 1000;
const DAYS = 730;
/** When the page's months are over. */
export const NOW = "2026-11-01T03:00:00Z";

const NOISE = { mean: 0.92, sd: 0.24, least: 0.4, most: 1.6 };
const NEIGHBOURS = 0.08;
const DRIFT = 0.03;
const VIRAL = 0.02;
const HALF_AGE_HOURS = 12;

const FORMATS = ["image", "carousel", "short_video", "video"];
const TOPICS = ["new_books", "events", "services", "community", "places", "institutional"];
/** The topic that effects are put on; on no page without them. */
export const EFFECT_TOPIC = "literacy";

export type Trap =
  | "viral"
  | "adoption"
  | "young"
  | "bursts"
  | "format_brings_hours"
  | "hours_bring_format"
  | "format_brings_topic";

export type PageOptions = {
  count?: number;
  trap?: Trap;
  /** So many posts of the effect's topic, with so many times the interactions. */
  effect?: { posts: number; times: number };
  /** Topics and formats come in runs, as campaigns do. */
  runs?: boolean;
  /** Usual interactions a post; left out: 12 to 400. */
  size?: number;
  account?: string;
  /** When it is looked at; posts after it are none. */
  now?: string;
};

export function drawPage(random: Random, options: PageOptions = {}): WorksPost[] {
  const { count = 240, trap, effect, runs = false, account, now = NOW } = options;
  const { next, normal, between } = random;
  const sd = Math.min(NOISE.most, Math.max(NOISE.least, NOISE.mean + NOISE.sd * normal()));
  const size = options.size ?? Math.exp(between(Math.log(12), Math.log(400)));
  const growth = trap === "adoption" ? Math.log(4) : between(-0.2, 1);
  const habits = {
    format: habit(random, FORMATS),
    topic: habit(random, TOPICS),
    hour: habit(random, [8, 10, 13, 16, 19, 22]),
    tag: ["perpustakaan", "literasi", "bukubaru", "ayobaca", "dongeng"].map((tag) => ({
      tag,
      share: between(0.05, 0.7),
    })),
    length: Math.exp(between(4.5, 6)),
  };
  const tied = () => next() < 0.9;
  const lucky = new Set(shuffled(random, count).slice(0, effect?.posts ?? 0));
  const days = Array.from({ length: count }, () => DAYS * next()).sort((a, b) => a - b);

  let level = Math.log(size);
  let noiseBefore = 0;
  let burst = { left: 0, fate: 0, at: 0 };
  let labels = { format: "image", topic: "events" };
  return days.flatMap((day, index): WorksPost[] => {
    level += DRIFT * normal();
    if (!runs || next() > 0.7) {
      labels = { format: habits.format(), topic: habits.topic() };
    }
    const { format, topic, hour } = { ...labels, ...of(trap, habits, tied, day) };
    const inBurst = burst.left > 0;
    const moment = Math.floor(day) * SECONDS_A_DAY + hour * 3600 + Math.floor(7200 * next());
    const own = NEIGHBOURS * noiseBefore + Math.sqrt(1 - NEIGHBOURS ** 2) * sd * normal();
    noiseBefore = own;
    if (inBurst) burst = { ...burst, left: burst.left - 1, at: burst.at + between(60, 600) };
    else if (trap === "bursts" && next() < 0.12) {
      burst = { left: Math.floor(between(3, 7)), fate: own, at: START + moment };
    }
    const fate = inBurst ? burst.fate + 0.2 * own : own;
    const viral = next() < (trap === "viral" ? 0.12 : VIRAL) ? between(1.5, 3.5) : 0;
    const put = lucky.has(index) ? Math.log(effect?.times ?? 1) : 0;
    const trueTrap =
      (trap === "format_brings_hours" || trap === "format_brings_topic") && format === "short_video"
        ? Math.log(2.5)
        : trap === "hours_bring_format" && hour === 19
          ? Math.log(2.5)
          : 0;
    const trend = growth * (day / DAYS);
    const at = Math.round(inBurst ? burst.at : START + moment);
    const age_hours = (Date.parse(now) / 1000 - at) / 3600;
    const length = Math.exp(Math.log(habits.length) + 0.5 * normal());
    const post: WorksPost = {
      id: `${account ?? ""}${String(index).padStart(4, "0")}`,
      ...(account === undefined ? {} : { account }),
      published_at: isoInstant(at),
      format,
      topic: lucky.has(index) ? EFFECT_TOPIC : topic,
      hashtags: habits.tag.filter(({ share }) => next() < share).map(({ tag }) => tag),
      caption_length: Math.round(length),
      question: next() < 0.2,
      interactions: Math.round(
        random.poisson(Math.exp(level + trend + fate + viral + put + trueTrap)) *
          maturity(Math.max(0, age_hours), HALF_AGE_HOURS),
      ),
      followers: null,
      age_hours,
    };
    return age_hours < 0 ? [] : [post];
  });
}

type Habits = { format: () => string; topic: () => string; hour: () => number };

/** What a trap lays upon the labels: a new format, or two things nearly always done together. */
function of(
  trap: Trap | undefined,
  { format, topic, hour }: Habits,
  tied: () => boolean,
  day: number,
): { format?: string; topic?: string; hour: number } {
  const drawn = { format: format(), topic: topic(), hour: hour() };
  switch (trap) {
    case "adoption": {
      const late = day > DAYS / 2 && tied();
      return { format: late ? "short_video" : "image", hour: drawn.hour };
    }
    case "format_brings_hours":
      return {
        format: drawn.format,
        hour: drawn.format === "short_video" && tied() ? 19 : drawn.hour,
      };
    case "hours_bring_format":
      return {
        format: drawn.hour === 19 && tied() ? "short_video" : drawn.format,
        hour: drawn.hour,
      };
    case "format_brings_topic":
      return {
        format: drawn.format,
        topic: drawn.format === "short_video" && tied() ? "events" : drawn.topic,
        hour: drawn.hour,
      };
    default:
      return { hour: drawn.hour };
  }
}

/** Each page has its favourites. */
function habit<Value>(random: Random, values: readonly Value[]): () => Value {
  const shares = values.map(() => random.between(0.15, 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return () => {
    let left = random.next() * total;
    for (const [index, share] of shares.entries()) {
      left -= share;
      if (left <= 0) return values[index] as Value;
    }
    return values.at(-1) as Value;
  };
}

/** The whole numbers from 0 to below `count`, in any order. */
function shuffled(random: Random, count: number): number[] {
  return Array.from({ length: count }, (_, index) => ({ index, lot: random.next() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ index }) => index);
}
