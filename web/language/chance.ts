/** "Once in 340 posts, about 16 months at your pace": how a false-alarm figure is said, on every screen alike. */
import type { Language } from "../../functions/present/views/chrome.ts";
import { postsInWords } from "./names.ts";
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
  duration: ({ unit, value }: Duration) =>
    `${count("id", value)} ${{ weeks: "minggu", months: "bulan", years: "tahun" }[unit]}`,
  chance: (posts: string) =>
    `Kalau hanya kebetulan, masa seperti ini muncul sekitar sekali dalam *${posts}*`,
  chance_rare: (posts: string) =>
    `Kalau hanya kebetulan, masa seperti ini muncul lebih jarang dari sekali dalam *${posts}*`,
  pace: (time: string) => ` (sekitar ${time} dengan ritme Anda)`,
};

const en: typeof id = {
  duration: ({ unit, value }) => english(value, unit.slice(0, -1), unit),
  chance: (posts) => `By chance alone a run like this turns up about once in *${posts}*`,
  chance_rare: (posts) => `By chance alone a run like this turns up less than once in *${posts}*`,
  pace: (time) => ` (about ${time} at your pace)`,
};

const chanceWords: Record<Language, typeof id> = { id, en };

/** How long an account takes to publish so many posts; `null` where its pace is not known. */
export const durationAtPace = (
  language: Language,
  posts: number,
  postsPerWeek: number | null,
): string | null =>
  postsPerWeek ? chanceWords[language].duration(durationOf(posts / postsPerWeek)) : null;

/** The whole sentence; `*…*` marks what counts. Without a pace, what it means in time is left out. */
export function chanceSentence(
  language: Language,
  every: number,
  postsPerWeek: number | null = null,
): string {
  const words = chanceWords[language];
  const { posts, over } = chanceInWords(every);
  const said = (over ? words.chance_rare : words.chance)(postsInWords[language](posts));
  const time = durationAtPace(language, posts, postsPerWeek);
  return `${said}${time === null ? "" : words.pace(time)}.`;
}
