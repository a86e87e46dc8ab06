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
