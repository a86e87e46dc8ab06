/** An account as people name it: its handle, or the address of its page. */
import { isHostOf, ownAddress, type Platform } from "../model/platform.ts";
import type { FaultCode } from "../model/problem.ts";
import { FACEBOOK_PATHS } from "./permalink.ts";

/** Of ids too. */
export const LONGEST_NAME = 200;

/** Neither what identifies nor what a person calls something holds a control character or half of a surrogate pair. */
export const hasControl = (text: string): boolean => /\p{Cc}/u.test(text) || !text.isWellFormed();

/** A handle without its `@` and the spaces around it, in lower case. */
export const handleOf = (text: string): string =>
  text.trim().replace(/^@/, "").trim().toLowerCase();

/** What is wrong with a handle: the database keeps it in lower case, in which some letters are two. */
export function handleFault(text: string): FaultCode | null {
  if (hasControl(text)) return "control_character";
  const handle = handleOf(text);
  if (handle.length > LONGEST_NAME) return "too_long";
  return handle ? null : "empty";
}

/** What a platform's addresses begin with that is no account. */
const NO_ACCOUNTS: Record<Platform, ReadonlySet<string>> = {
  instagram: new Set("p reel reels tv explore accounts direct about".split(" ")),
  facebook: FACEBOOK_PATHS,
  x: new Set("i home explore search hashtag intent share login settings".split(" ")),
  tiktok: new Set(),
};

/** Marks that are not seen, and what only addresses and formulas have. */
const NO_HANDLE = /[\p{Cf}:;=@"<>]|^\.+$/u;

/**
 * The handle, in lower case without `@`. `namedHandle("instagram", "https://www.instagram.com/Perpus.Kota/?hl=id")` is
 * `perpus.kota`; a fault for what is neither a handle nor the address of an account.
 */
export function namedHandle(
  platform: Platform,
  text: string,
): { handle: string } | { fault: FaultCode } {
  const fault = handleFault(text);
  if (fault) return { fault };
  const handle = isAddress(platform, text) ? handleInAddress(platform, text) : handleOf(text);
  // a page of Facebook may be named as it is shown
  const odd =
    handle === null || NO_HANDLE.test(handle) || (platform !== "facebook" && /\s/.test(handle));
  return odd ? { fault: "not_a_handle" } : { handle };
}

/** No handle holds a slash, and none is the platform's own host. */
const isAddress = (platform: Platform, text: string): boolean =>
  /[/\\]/.test(text) || isHostOf(platform, handleOf(text));

function handleInAddress(platform: Platform, text: string): string | null {
  const typed = text.trim();
  const address = ownAddress(platform, /^https?:/i.test(typed) ? typed : `https://${typed}`);
  if (address === null) return null;
  const [first = "", second = ""] = new URL(address).pathname.split("/").slice(1);
  // a story's address has the account second
  const name = platform === "instagram" && first === "stories" ? second : first;
  const handle = handleOf(name);
  const isAccount =
    /^[\w.-]{1,200}$/.test(handle) &&
    !/\.php$/.test(handle) &&
    !NO_ACCOUNTS[platform].has(handle) &&
    (platform !== "tiktok" || name.startsWith("@"));
  return isAccount ? handle : null;
}
