/**
 * What works: which formats, topics, hours and habits get other than an account's other posts, said only where chance would
 * rarely say it. The method and what it measures stand in the README beside this file.
 *
 * @example
 * whatWorks(posts, { time_zone: "Asia/Jakarta", now: "2026-11-02T03:00:00Z", standing: lastMonths });
 * // [{ factor: "topic", level: "literacy", direction: 1, ratio: 1.7, low: 1.2, high: 2.3, posts: 41, chance: 0.0067, … }]
 */
import type { Claim } from "../model/claim.ts";
import { dayOf, monthOf } from "../model/day.ts";
import type { Cell, LevelSeen, LevelsSeen } from "../model/look.ts";
import { addMonths } from "../model/month.ts";
import { claimsOf, mayOpen } from "./works/agreeing.ts";
import { gridOf } from "./works/best-hours.ts";
import { type Design, designOf } from "./works/design.ts";
import { entanglements } from "./works/entangled.ts";
import { answersOf, type Look, prepareLook, shuffled } from "./works/look.ts";
import type { WorksPost } from "./works/post.ts";
import { barOf, postsForDouble, seenFrom } from "./works/seeable.ts";
import { noiseOf, sizesOf } from "./works/size.ts";

type Options = {
  time_zone: string;
  /** The months that are over at this instant are judged, so that nothing changes inside a month. */
  now: string;
};

/**
 * The claims of the month, the surest first. Several accounts among the posts are judged together, each against its own.
 *
 * @param posts any order: the same posts make the same claims
 * @param options.standing last month's claims: they stay while chance does the like on at most one screen in ten
 * @throws {RangeError} for a `published_at` or `now` that is no instant
 */
export function whatWorks(
  posts: readonly WorksPost[],
  options: Options & { standing?: readonly Claim[] },
): Claim[] {
  const { time_zone, standing = [] } = options;
  const month = monthAt(options);
  const answers = answersIn(posts, { time_zone, month });
  const before = mayOpen(answers, standing)
    ? answersIn(posts, { time_zone, month: addMonths(month, -1) })
    : [];
  return claimsOf(answers, before, standing);
}

/** A whole look in one go. */
function answersIn(
  posts: readonly WorksPost[],
  when: { time_zone: string; month: string },
): Claim[] {
  const look = prepareLook(posts, when);
  const design = designOf(look.accounts);
  return answersOf(shuffled(look, undefined, design), design);
}

/** `YYYY-MM` in the library's zone. */
export function monthAt({ time_zone, now }: Options): string {
  const at = Date.parse(now) / 1000;
  if (Number.isNaN(at)) throw new RangeError(`now is no instant: ${now}`);
  return monthOf(dayOf(at, time_zone));
}

/** Fewer show only themselves. */
const FEWEST_SHOWN = 5;

/** Every level of a look, for the list below the claims. */
export function levelsOf(look: Look, design: Design = designOf(look.accounts)): LevelsSeen {
  const { state, posts } = look;
  if (state !== "ready") return { state, posts, levels: [], posts_for_double: null };
  const sizeOf = sizesOf(design);
  const tieOf = entanglements(design.units);
  const bar = barOf(look);
  const noise = { format: noiseOf(design, "format"), other: noiseOf(design, "topic") };
  const levels = design.contrasts.map((contrast): LevelSeen => {
    const { factor, level, posts: at, estimable, information } = contrast;
    const stands = contrast.state === "asked" && !estimable ? "entangled" : contrast.state;
    return {
      factor,
      level,
      posts: at,
      size: estimable && at >= FEWEST_SHOWN ? sizeOf(contrast) : null,
      state: stands,
      entangled_with: tieOf(contrast),
      seen_from:
        stands === "asked"
          ? seenFrom({ noise: factor === "format" ? noise.format : noise.other, bar, information })
          : null,
    };
  });
  return {
    state,
    posts,
    levels,
    posts_for_double: postsForDouble({ noise: noise.other, bar, of: posts }),
  };
}

/** Weekdays by hours of a look, blank where there are fewer than five posts. */
export const bestHours = (look: Look, design: Design = designOf(look.accounts)): Cell[] =>
  look.state === "ready" ? gridOf(design) : [];
