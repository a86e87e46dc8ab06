/** Which language a request asks for. */
import { getCookie } from "hono/cookie";
import { LANGUAGES, type Language } from "../present/views/chrome.ts";
import type { Ctx } from "./env.ts";

export const LANGUAGE_COOKIE = "lang";

export const isLanguage = (text: string | undefined): text is Language =>
  LANGUAGES.some((language) => language === text);

/** In its address alone; `null`: it names none. */
export function addressedLanguage(c: Ctx): Language | null {
  const asked = c.req.query("lang");
  return isLanguage(asked) ? asked : null;
}

/** In its address, else remembered; `null`: neither. */
export function askedLanguage(c: Ctx): Language | null {
  const remembered = getCookie(c, LANGUAGE_COOKIE);
  return addressedLanguage(c) ?? (isLanguage(remembered) ? remembered : null);
}
