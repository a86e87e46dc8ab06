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
