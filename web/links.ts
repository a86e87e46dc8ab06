/** Addresses that keep what a person has chosen: period, platforms and the base of the rate. */
import type { Choice, Chrome } from "../functions/present/views/chrome.ts";

/** Further parameters of an address; `null` and the empty text leave one out. */
export type Keep = Record<string, string | null>;

/** What a choice is in an address. The usual period, platforms and base are left out, so that addresses stay short. */
export function parametersOf(choice: Choice, keep: Keep = {}): [string, string][] {
  const { preset, from, to, platforms, rate_base, against } = choice;
  const chosen: Keep = {
    period: preset === "28d" ? null : preset,
    from: preset ? null : from,
    to: preset ? null : to,
    platform: platforms?.join(",") ?? null,
    rate: rate_base === "followers" ? null : rate_base,
    against: against === "before" ? null : against,
    ...keep,
  };
  return Object.entries(chosen).filter((entry): entry is [string, string] => Boolean(entry[1]));
}

/** `linkTo("/posts", choice, { sort: "reach" })` is `/posts?period=7d&sort=reach`. */
export function linkTo(path: string, choice: Choice, keep: Keep = {}): string {
  const parameters = parametersOf(choice, keep);
  if (parameters.length === 0) return path;
  // nearly all are, and a page has a hundred links
  const query = parameters.every(([, value]) => PLAIN.test(value))
    ? parameters.map(([name, value]) => `${name}=${value}`).join("&")
    : new URLSearchParams(parameters).toString().replaceAll("%2C", ",");
  return `${path}?${query}`;
}

/** Nothing in it needs an escape in a query; a comma does not, and is read more easily without. */
const PLAIN = /^[\w*.,-]*$/;

/** The same page in another language; `path` may carry a query. */
export const inLanguage = (path: string, language: string): string =>
  `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;

/**
 * Where the form of something new goes. What the page's address suggested goes along, and is read by nobody there: what is
 * typed is kept with the suggestion that it was typed into (`drafts.ts`), also where the form comes back refused.
 */
export const formAddress = (to: string, { path }: Chrome): string =>
  to + (/\?.*/.exec(path)?.[0] ?? "");
