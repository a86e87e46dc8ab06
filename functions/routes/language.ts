/** Which language a request asks for. */
import { getCookie } from "hono/cookie";
import { LANGUAGES, type Language } from "../present/views/chrome.ts";
import type { Ctx } from "./env.ts";

export const LANGUAGE_COOKIE = "lang";

export const isLanguage = (text: string | undefined): text is Language =>
  LANGUAGES.some((language) => language === text);

/** In its address, else remembered; `null`: neither. */
export function askedLanguage(c: Ctx): Language | null {
  const asked = c.req.query("lang");
  if (isLanguage(asked)) return asked;
  const remembered = getCookie(c, LANGUAGE_COOKIE);
  return isLanguage(remembered) ? remembered : null;
}
