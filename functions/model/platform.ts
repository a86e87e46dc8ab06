/** The four platforms, in the order in which every screen and export lists them. */
export const PLATFORMS = ["instagram", "facebook", "tiktok", "x"] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Brand names: the same in every language. */
export const PLATFORM_NAMES: Record<Platform, string> = {
  instagram: "Instagram",
  facebook: "Facebook",
  tiktok: "TikTok",
  x: "X",
};

export const isPlatform = (text: string): text is Platform =>
  (PLATFORMS as readonly string[]).includes(text);

/** Which platforms give a figure at all. TikTok gives reach through its Business API alone. */
export const SUPPLIES: Record<"reach" | "views", readonly Platform[]> = {
  reach: ["instagram", "facebook"],
  views: PLATFORMS,
};

/** The public address of an account, for a person to open. */
export function accountUrl(platform: Platform, handle: string): string {
  const path = encodeURIComponent(handle);
  switch (platform) {
    case "instagram":
      return `https://www.instagram.com/${path}/`;
    case "facebook":
      return `https://www.facebook.com/${path}`;
    case "tiktok":
      return `https://www.tiktok.com/@${path}`;
    case "x":
      return `https://x.com/${path}`;
  }
}

const HOSTS: Record<Platform, RegExp> = {
  instagram: /^(?:www\.|m\.)?(?:instagram\.com|instagr\.am)$/,
  facebook: /^(?:www\.|m\.|web\.|mbasic\.|[a-z]{2}-[a-z]{2}\.)?(?:facebook\.com|fb\.com)$/,
  x: /^(?:www\.|mobile\.|m\.)?(?:x\.com|twitter\.com)$/,
  tiktok: /^(?:www\.|m\.)?tiktok\.com$/,
};

export const isHostOf = (platform: Platform, host: string): boolean => HOSTS[platform].test(host);

/**
 * A post's address as it came from outside, if a person may be led to it: on the platform itself, without a name before
 * an `@`. Written as browsers read it, so that nothing else reads another host out of it.
 */
export function ownAddress(platform: Platform, text: string | null): string | null {
  if (text === null || !/^https?:/i.test(text) || !URL.canParse(text)) return null;
  const { href, host, username, password } = new URL(text);
  return isHostOf(platform, host) && username + password === "" ? href : null;
}
