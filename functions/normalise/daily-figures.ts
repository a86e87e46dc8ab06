/** What Meta calls the figures of its daily files, of which each holds one. */
import type { DayMetric } from "../model/metric.ts";
import type { Platform } from "../model/platform.ts";
import { plainName } from "./plain-name.ts";

export type DailyFigure = {
  metric: DayMetric;
  /** The platform that has it in its name; `null`: both have it. */
  platform: Platform | null;
};

/** By the name above the header, in English and Indonesian, without the platform's. */
const NAMES: Record<DayMetric, readonly string[]> = {
  reach: ["reach", "jangkauan"],
  views: ["views", "impressions", "tayangan", "impresi"],
  profile_views: [
    "visits",
    "profile visits",
    "page visits",
    "page views",
    "kunjungan",
    "kunjungan profil",
    "kunjungan halaman",
    "tayangan halaman",
  ],
  followers_gained: [
    "follows",
    "new follows",
    "new followers",
    "page likes and follows",
    "pengikut",
    "pengikut baru",
    "mengikuti",
    "ikuti",
  ],
  followers_lost: ["unfollows", "berhenti mengikuti", "batal mengikuti"],
};

const PLATFORMS: readonly Platform[] = ["instagram", "facebook"];

/** `dailyFigure("Kunjungan Profil Instagram")` is Instagram's profile views; `null` for what is not kept. */
export function dailyFigure(title: string): DailyFigure | null {
  const words = plainName(title).split(" ");
  const platform = PLATFORMS.find((one) => words.includes(one)) ?? null;
  const name = words.filter((word) => word !== platform).join(" ");
  for (const [metric, names] of Object.entries(NAMES) as [DayMetric, readonly string[]][]) {
    if (names.includes(name)) return { metric, platform };
  }
  return null;
}
