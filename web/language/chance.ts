/** "Once in 340 posts, about 16 months at your pace": how a false-alarm figure is said. */
import { count, english } from "./speech.ts";

/** Above this the exact figure means nothing to anybody. */
export const MANY_POSTS = 1000;

const WEEKS_A_MONTH = 52.18 / 12;

/** Two digits are honest: `roughly(337)` is 340. */
export function roughly(value: number): number {
  if (value < 10) return Math.round(value);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

type Duration = { unit: "weeks" | "months" | "years"; value: number };

/** How long an account takes to publish so many posts. */
function paceOf(posts: number, postsPerWeek: number): Duration {
  const weeks = posts / postsPerWeek;
  const months = weeks / WEEKS_A_MONTH;
  if (weeks < 9) return { unit: "weeks", value: Math.max(1, Math.round(weeks)) };
  if (months < 24) return { unit: "months", value: Math.round(months) };
  return { unit: "years", value: Math.round(months / 12) };
}

const id = {
  posts: (posts: number) => `${count("id", posts)} unggahan`,
  duration: ({ unit, value }: Duration) =>
    `${count("id", value)} ${{ weeks: "minggu", months: "bulan", years: "tahun" }[unit]}`,
};

const en: typeof id = {
  posts: (posts) => english(posts, "post", "posts"),
  duration: ({ unit, value }) => english(value, unit.slice(0, -1), unit),
};

export const chanceWords = { id, en };

export const durationAtPace = (
  language: "id" | "en",
  posts: number,
  postsPerWeek: number | null,
): string | null =>
  postsPerWeek ? chanceWords[language].duration(paceOf(posts, postsPerWeek)) : null;
