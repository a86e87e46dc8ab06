/**
 * How much a format usually draws against the platform's commonest one (ln units), before an account shows its own:
 * Facebook from 61 pages, the others from fewer. Any format not named is 0.
 */
import type { Format } from "../model/format.ts";
import type { Platform } from "../model/platform.ts";

const PRIOR: Record<Platform, Partial<Record<Format, number>>> = {
  facebook: { image: 0, carousel: 0, link: -1.2, video: -0.7, short_video: -0.7, text: -0.5 },
  instagram: { image: 0, carousel: 0.4, short_video: 0.6, video: 0.6 },
  x: { text: 0, link: -0.4, image: 0.4 },
  tiktok: { short_video: 0, image: -0.5, carousel: -0.5 },
};

export const formatPrior = (platform: Platform, format: Format): number =>
  PRIOR[platform][format] ?? 0;
