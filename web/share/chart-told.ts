/** What the picture draws: the posts against the usual, else a figure's line; `null`: the numbers alone. */

import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Dots } from "../../functions/present/views/overview.ts";
import type { ShareableView } from "../../functions/present/views/share.ts";
import type { EvidencePost } from "../../functions/present/views/streak.ts";
import { names, postsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { streakWords } from "../language/streak.ts";

export type ToldChart =
  | {
      kind: "dots";
      /** Oldest first, as multiples of the usual; `null`: not judged. `marked`: in the streak. */
      posts: { times: number | null; marked: boolean }[];
      /** The usual range. */
      low: number;
      high: number;
      weak: boolean;
      caption: string;
    }
  | { kind: "line"; values: (number | null)[]; caption: string }
  | null;

/** Fewer posts that were judged are no picture. */
const FEWEST_DOTS = 5;

export const isPicture = ({ posts }: Dots): boolean =>
  posts.filter(({ times }) => times !== null).length >= FEWEST_DOTS;

export function chartTold(view: ShareableView): ToldChart {
  const { language } = view.chrome;
  switch (view.screen) {
    case "overview": {
      const { dots } = view;
      if (dots === null || !isPicture(dots)) return lineOf(view);
      return {
        kind: "dots",
        posts: dots.posts.map(({ times }, index) => ({
          times,
          marked: dots.streak_from !== null && index >= dots.streak_from,
        })),
        low: dots.low,
        high: dots.high,
        weak: true,
        caption: overviewWords[language].last_posts(
          postsInWords[language](dots.posts.length),
          PLATFORM_NAMES[dots.platform],
        ),
      };
    }
    case "streak":
      return {
        kind: "dots",
        posts: fromFirstJudged(view.posts).map(({ times, in_streak }) => ({
          times,
          marked: in_streak,
        })),
        low: view.low,
        high: view.high,
        weak: view.streak.kind === "weak",
        caption: streakWords[language].dots_caption,
      };
    case "event":
    case "report":
      return null;
  }
}

/** The first posts of an account are not judged: they would be empty paper. */
const fromFirstJudged = (posts: readonly EvidencePost[]): readonly EvidencePost[] =>
  posts.slice(
    Math.max(
      0,
      posts.findIndex(({ times }) => times !== null),
    ),
  );

const FEWEST_POINTS = 3;

/** The first figure that has a line. */
function lineOf({ chrome, blocks }: ShareableView & { screen: "overview" }): ToldChart {
  const lines = blocks.flatMap(({ metric, rows }) =>
    rows.map(({ spark, platform }) => ({ metric, spark, platform })),
  );
  const line = lines.find(
    ({ spark }) => spark.filter((value) => value !== null).length >= FEWEST_POINTS,
  );
  if (!line) return null;
  const metric = names[chrome.language].metrics[line.metric];
  const caption = line.platform ? `${metric} ${PLATFORM_NAMES[line.platform]}` : metric;
  return { kind: "line", values: line.spark, caption };
}
