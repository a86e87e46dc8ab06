import { isHostOf, type Platform } from "../model/platform.ts";

/**
 * What a post's address says. Platforms give one post many addresses (with and without the handle, old and new
 * domains, tracking parameters); the canonical one is the same for all of them and is an identity, not a link.
 */

/** An address that leads to a page of the web; `null` for anything else, such as `javascript:`, which a link would run. */
export function webAddress(text: string | null): string | null {
  if (text === null || /\p{Cc}/u.test(text) || !text.isWellFormed()) return null;
  const url = text.trim();
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

/**
 * The address that a cell of a file holds: a person, or a spreadsheet, may have left out how it begins, which is only known of
 * the platform's own.
 */
export function addressInCell(platform: Platform, text: string | null): string | null {
  if (text === null) return null;
  const whole = webAddress(text);
  if (whole !== null) return whole;
  const begun = webAddress(`https://${text.trim().replace(/^\/\//, "")}`);
  return begun !== null && addressOf(platform, begun) && !new URL(begun).username ? begun : null;
}

/** The address, if it is one of the platform's own. */
function addressOf(platform: Platform, url: string): URL | null {
  const text = webAddress(url) ?? `https://${url.trim()}`;
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  return isHostOf(platform, address.hostname) ? address : null;
}

function facebookPermalink(address: URL): string | null {
  const path = address.pathname;
  const asked = (name: string) => /^\d+$/.exec(address.searchParams.get(name) ?? "")?.[0];
  // "pfbid…" ids differ from viewer to viewer: they identify nothing
  const story = asked("story_fbid") ?? /\/posts\/(?:[^/]+\/)?(\d+)\/?$/.exec(path)?.[1];
  if (story) return `facebook.com/posts/${story}`;
  const watched = /^\/watch\/?$/.test(path) ? asked("v") : undefined;
  // a reel is a video with another address
  const video = watched ?? /\/(?:reel|videos)\/(?:[^/]+\/)?(\d+)\/?$/.exec(path)?.[1];
  if (video) return `facebook.com/videos/${video}`;
  const photo = asked("fbid") ?? /\/photos\/(?:[^/]+\/)?(\d+)\/?$/.exec(path)?.[1];
  return photo ? `facebook.com/photo/${photo}` : null;
}

/**
 * One text for all addresses of one post, such as `instagram.com/p/ABC`; `null` when the address carries no id.
 * `canonicalPermalink("instagram", "https://www.instagram.com/reel/ABC/?igsh=1")` is `"instagram.com/p/ABC"`.
 */
export function canonicalPermalink(platform: Platform, url: string): string | null {
  const address = addressOf(platform, url);
  if (!address) return null;
  switch (platform) {
    case "instagram": {
      const code = /^\/(?:[^/]+\/)?(?:p|reel|reels|tv)\/([\w-]+)/.exec(address.pathname)?.[1];
      const story = /^\/stories\/[^/]+\/(\d+)/.exec(address.pathname)?.[1];
      if (code) return `instagram.com/p/${code}`;
      return story ? `instagram.com/stories/${story}` : null;
    }
    case "x": {
      const id = postIdInLink("x", url);
      return id ? `x.com/i/status/${id}` : null;
    }
    case "tiktok": {
      const id = postIdInLink("tiktok", url);
      return id ? `tiktok.com/video/${id}` : null;
    }
    case "facebook":
      return facebookPermalink(address);
  }
}

/** The platform's own id of the post, where the address carries it: on X and TikTok. */
export function postIdInLink(platform: Platform, url: string): string | null {
  const path = addressOf(platform, url)?.pathname ?? "";
  if (platform === "x") return /\/status(?:es)?\/(\d+)/.exec(path)?.[1] ?? null;
  if (platform === "tiktok")
    return /^\/(?:@[^/]*\/(?:video|photo)|v|video|embed)\/(\d+)/.exec(path)?.[1] ?? null;
  return null;
}

/** The digits of Facebook's own id of a post, where its address carries it; what it calls a video's post is the video's id. */
export function facebookIdInLink(url: string): string | null {
  const link = canonicalPermalink("facebook", url);
  return link === null ? null : (/\d+$/.exec(link)?.[0] ?? null);
}

/** That of an address that names a post as such: there it is the post's own id, and no picture's or video's. */
export function facebookPostInLink(url: string): string | null {
  const link = canonicalPermalink("facebook", url);
  return link === null ? null : (/\/posts\/(\d+)$/.exec(link)?.[1] ?? null);
}

/** Facebook's id of the page, where the address of a post carries it: `permalink.php?story_fbid=…&id=…`, `/100…/posts/…`. */
export function facebookPageInLink(url: string): string | null {
  const address = addressOf("facebook", url);
  const asked = address?.searchParams.get("id") ?? "";
  if (/^\d+$/.test(asked)) return asked;
  return /^\/(?:(?:pages|people)\/[^/]+\/)?(\d+)\/./.exec(address?.pathname ?? "")?.[1] ?? null;
}

/** Facebook's own pages, which stand where a page's handle would. */
export const FACEBOOK_PATHS: ReadonlySet<string> = new Set(
  "events groups hashtag media pages people permalink.php photo photo.php photos posts profile.php reel reels share stories story.php video.php videos watch".split(
    " ",
  ),
);

/**
 * The account's handle in the address of a post, in lower case without `@`; Instagram's addresses carry none. What is
 * longer than any handle is none.
 */
export function handleInLink(platform: Platform, url: string): string | null {
  const path = addressOf(platform, url)?.pathname ?? "";
  switch (platform) {
    case "x": {
      const handle = /^\/(\w{1,15})\/status/.exec(path)?.[1];
      // x.com/i/status/… is the address without a handle
      return handle && handle !== "i" ? handle.toLowerCase() : null;
    }
    case "tiktok":
      return /^\/@([\w.-]{1,200})(?:\/|$)/.exec(path)?.[1]?.toLowerCase() ?? null;
    case "facebook": {
      const handle = /^\/([\w.-]{1,200})\/./.exec(path)?.[1]?.toLowerCase();
      // a number is the page's id, and no page's handle
      return handle && !FACEBOOK_PATHS.has(handle) && !/^\d+$/.test(handle) ? handle : null;
    }
    case "instagram":
      return null;
  }
}
