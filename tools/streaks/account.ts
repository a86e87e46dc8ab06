/**
 * A believable account, drawn at random: platform, size, noise, formats, rhythm, growth. Its constants are those measured
 * on public pages: noise of ln 0.92 ± 0.24, correlation between neighbours 0.08, 12 to 400 interactions a post, 2 to 10
 * posts a week, formats apart by a sd of 0.5 (0.9 on Facebook).
 */
import { formatPrior } from "../../functions/analyse/format-prior.ts";
import { maturity, PRIOR_HALF_AGE_HOURS } from "../../functions/analyse/maturity.ts";
import type { SeenPost } from "../../functions/analyse/streaks.ts";
import type { Format } from "../../functions/model/format.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { Random } from "./random.ts";

export type Trap =
  | "viral"
  | "format_switch"
  | "pause"
  | "bursts"
  | "tiny"
  | "followers_gap"
  | "decline";

/** `from` counts posts; `left` is the share of reactions that is left. */
export type Slump = { from: number; posts: number; left: number };

type DrawnPost = {
  id: number;
  published_at: number;
  format: Format;
  followers: number | null;
  /** What it will have in the end. */
  interactions: number;
  half_age_hours: number;
};

export type DrawnAccount = { platform: Platform; posts: DrawnPost[] };

const FORMATS: Record<Platform, Format[]> = {
  facebook: ["image", "link", "video", "text"],
  instagram: ["image", "carousel", "short_video"],
  x: ["text", "link", "image"],
  tiktok: ["short_video", "short_video", "image"],
};

const NOISE = { mean: 0.92, sd: 0.24, least: 0.4, most: 1.6 };
const NEIGHBOURS = 0.08;
const DRIFT = 0.01;
const VIRAL = 0.02;

/** Where the traps that happen once begin. */
const TRAP_AT = 60;

export function drawAccount(
  random: Random,
  count: number,
  { trap, slump, noise }: { trap?: Trap; slump?: Slump; noise?: number } = {},
): DrawnAccount {
  const platform = random.pick(["facebook", "instagram", "x", "tiktok"] as const);
  const sd =
    noise ?? Math.min(NOISE.most, Math.max(NOISE.least, NOISE.mean + NOISE.sd * random.normal()));
  const formats = [...new Set(FORMATS[platform])].map((format) => ({
    format,
    effect: formatPrior(platform, format) + (platform === "facebook" ? 0.9 : 0.5) * random.normal(),
    share: random.between(0.15, 1),
  }));
  const weakest = formats.reduce((a, b) => (b.effect < a.effect ? b : a));
  const weekday = Array.from({ length: 7 }, () => 0.1 * random.normal());
  const gapSeconds = (7 * 86_400) / random.between(2, 10);
  const halfAge = PRIOR_HALF_AGE_HOURS[platform] * Math.exp(0.3 * random.normal());
  const size = trap === "tiny" ? 2 : Math.exp(random.between(Math.log(12), Math.log(400)));
  let followers = size * random.between(15, 60);
  let level = Math.log(size) - Math.log(followers);
  let at = 1_700_000_000;
  let noiseBefore = 0;
  let burst = { left: 0, fate: 0 };

  const posts = Array.from({ length: count }, (_, id): DrawnPost => {
    const inBurst = burst.left > 0;
    if (inBurst) burst.left--;
    else if (trap === "bursts" && random.next() < 0.12) {
      burst = { left: Math.floor(random.between(3, 7)), fate: sd * random.normal() };
    }
    at += Math.round(inBurst ? random.between(60, 600) : -gapSeconds * Math.log(1 - random.next()));
    if (trap === "pause" && id === TRAP_AT) at += 40 * 86_400;
    followers *= Math.exp(0.001 * random.normal() + 0.0005);
    level += DRIFT * random.normal() - (trap === "decline" ? 0.01 : 0);

    const own = NEIGHBOURS * noiseBefore + Math.sqrt(1 - NEIGHBOURS ** 2) * sd * random.normal();
    noiseBefore = own;
    const fate = burst.left > 0 || inBurst ? burst.fate + 0.2 * own : own;
    const switched = trap === "format_switch" && id >= TRAP_AT && id < TRAP_AT + 12;
    const kind = switched ? weakest : heavier(formats, random);
    const viral = random.next() < (trap === "viral" ? 0.12 : VIRAL) ? random.between(1.5, 3.5) : 0;
    const day = weekday[Math.floor(at / 86_400) % 7] ?? 0;
    const hit = slump && id >= slump.from && id < slump.from + slump.posts ? slump.left : 1;
    const mean = followers * hit * Math.exp(level + kind.effect + fate + viral + day);
    return {
      id,
      published_at: at,
      format: kind.format,
      followers:
        trap === "followers_gap" && id % 50 < 25 ? null : Math.max(1, Math.round(followers)),
      interactions: random.poisson(mean),
      half_age_hours: halfAge * Math.exp(0.2 * random.normal()),
    };
  });
  return { platform, posts };
}

function heavier<Kind extends { share: number }>(kinds: readonly Kind[], random: Random): Kind {
  let left = random.next() * kinds.reduce((sum, { share }) => sum + share, 0);
  for (const kind of kinds) {
    left -= kind.share;
    if (left <= 0) return kind;
  }
  return kinds[kinds.length - 1] as Kind;
}

/** The first `count` posts as they look at an instant: what has not happened yet is not seen. */
export const seenAt = ({ posts }: DrawnAccount, count: number, now: number): SeenPost<number>[] =>
  posts.slice(0, count).map((post) => {
    const age_hours = (now - post.published_at) / 3600;
    return {
      id: post.id,
      published_at: post.published_at,
      format: post.format,
      followers: post.followers,
      interactions: Math.round(post.interactions * maturity(age_hours, post.half_age_hours)),
      age_hours,
    };
  });
