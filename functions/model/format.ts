/** What kind of post it is. `short_video` is a reel or a TikTok video; `other` is what a platform names and we do not. */
export const FORMATS = [
  "image",
  "carousel",
  "video",
  "short_video",
  "live",
  "story",
  "link",
  "text",
  "poll",
  "other",
] as const;
export type Format = (typeof FORMATS)[number];

export const isFormat = (text: string): text is Format =>
  (FORMATS as readonly string[]).includes(text);
