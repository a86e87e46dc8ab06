import type { Language } from "../../functions/present/views/chrome.ts";

/** An hour of the wall's clock as a person reads it: `09.30`, `09:30`. */
export const hourInWords = (language: Language, at: string): string =>
  language === "id" ? at.replace(":", ".") : at;
