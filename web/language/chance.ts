/** "Once in 340 posts, about 16 months at your pace": how a false-alarm figure is said, on every screen alike. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { count, english } from "./speech.ts";

/** Beyond it the formula promises more than anyone could check. */
const MOST = 1000;

/**
 * The figure as it is said: two digits, and no more than "more than 1,000".
 * @example
 * chanceInWords(338); // { posts: 340, over: false }
 */
export const chanceInWords = (every: number): { posts: number; over: boolean } =>
  every > MOST ? { posts: MOST, over: true } : { posts: Number(every.toPrecision(2)), over: false };

const WEEKS_A_MONTH = 365.25 / 12 / 7;

type Duration = { unit: "weeks" | "months" | "years"; value: number };

/** So many weeks, in the unit in which a person counts them. */
function durationOf(weeks: number): Duration {
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

export const chanceWords: Record<Language, typeof id> = { id, en };

/** How long an account takes to publish so many posts; `null` where its pace is not known. */
export const durationAtPace = (
  language: Language,
  posts: number,
  postsPerWeek: number | null,
): string | null =>
  postsPerWeek ? chanceWords[language].duration(durationOf(posts / postsPerWeek)) : null;
