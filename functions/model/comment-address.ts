import type { Platform } from "./platform.ts";

/**
 * Where a comment stands on its platform. X has an address for each; Facebook shows one under its post; the others know none
 * that holds, so there it is the post's. `null` where neither is known.
 */
export function commentAddress(
  platform: Platform,
  comment: string,
  post_url: string | null,
): string | null {
  if (platform === "x" && /^\d+$/.test(comment)) return `https://x.com/i/status/${comment}`;
  if (platform !== "facebook" || post_url === null) return post_url;
  // Facebook's id of a comment is its post's number and its own
  const own = comment.split("_").at(-1) ?? "";
  if (!/^\d+$/.test(own) || !URL.canParse(post_url)) return post_url;
  const url = new URL(post_url);
  url.searchParams.set("comment_id", own);
  return url.href;
}
