/** A photo post on TikTok is a set to swipe through. */
import type { Format } from "../model/format.ts";

/** By its address: a set of pictures has `/photo/` in it. */
export const formatInLink = (link: string | null): Format =>
  link?.includes("/photo/") ? "carousel" : "short_video";

/** By the Business API's word for it. */
export function formatOf(type: string | null): Format | null {
  if (type === null) return null;
  if (type === "VIDEO") return "short_video";
  return type === "PHOTO" ? "carousel" : "other";
}
