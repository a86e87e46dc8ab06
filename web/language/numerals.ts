/**
 * Numbers as `Intl` writes them in the two languages, and a test holds them equal; written here because the first
 * formatter of `Intl` costs a fresh isolate some milliseconds, and a phone in the morning waits for it.
 */
import type { Language } from "../../functions/present/views/chrome.ts";

const MARKS: Record<Language, { group: string; point: string }> = {
  id: { group: ".", point: "," },
  en: { group: ",", point: "." },
};

/** What is smaller has no figure in the places that are written here. */
const NOTHING = 1e-6;

/**
 * With so many decimal places, halves away from zero: `1.204,5`.
 * @param shift the value is taken times ten as often: 2 for percent
 */
export function numeral(language: Language, value: number, digits = 0, shift = 0): string {
  if (!Number.isFinite(value)) return String(value);
  const { group, point } = MARKS[language];
  const size = Math.abs(value);
  // by its decimal digits: 1.005 is a little less than what it says, and is meant as it says
  const places = size < NOTHING ? 0 : Math.round(Number(`${size}e${digits + shift}`));
  const text = String(places).padStart(digits + 1, "0");
  const cut = text.length - digits;
  const whole = text.slice(0, cut).replaceAll(/\B(?=(?:\d{3})+$)/g, group);
  return `${value < 0 ? "-" : ""}${whole}${digits === 0 ? "" : point + text.slice(cut)}`;
}

/** From this on a number is written short. */
export const LONG = 1_000_000;
const FIGURES = 3;

/** Million, milliard and billion, each a thousand of the one before. */
const SCALES: Record<Language, readonly string[]> = {
  id: ["\u00a0jt", "\u00a0M", "\u00a0T"],
  en: ["m", "bn", "tn"],
};

/**
 * With three figures, so that it fits its column: `1,03 jt`.
 * @param value from `LONG` on, up to a quadrillion; below zero as well
 */
export function shortNumeral(language: Language, value: number): string {
  const size = Number(Math.abs(value).toPrecision(FIGURES));
  const scales = SCALES[language];
  const scale = Math.min(scales.length - 1, Math.floor(Math.log10(size / LONG) / 3));
  const shown = size / LONG / 1000 ** scale;
  const digits = String(shown).split(".")[1]?.length ?? 0;
  return `${value < 0 ? "-" : ""}${numeral(language, shown, digits)}${scales[scale]}`;
}

/** `US$0,95`. */
export const dollars = (language: Language, usd: number): string =>
  `${usd < 0 ? "-" : ""}US$${numeral(language, Math.abs(usd), 2)}`;
