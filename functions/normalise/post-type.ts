import type { Format } from "../model/format.ts";

/** What Meta's files call a post's type, in English and Indonesian; Instagram's stand without their "IG". */
const TYPES: [RegExp, Format][] = [
  [/reel/, "short_video"],
  [/stor(?:y|ies)|cerita/, "story"],
  [/carousel|album|multiple|korsel/, "carousel"],
  [/live|siaran langsung/, "live"],
  [/video/, "video"],
  [/photo|image|foto|gambar/, "image"],
  [/link|tautan/, "link"],
  [/poll|polling/, "poll"],
  [/text|status|teks/, "text"],
];

/** `null` where the file says nothing; `other` where it says something that is not known here. */
export function formatOfType(type: string | null): Format | null {
  if (type === null) return null;
  const said = type.toLowerCase();
  return TYPES.find(([pattern]) => pattern.test(said))?.[1] ?? "other";
}
