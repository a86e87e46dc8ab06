/** What every screen carries: the page's frame and, where figures are shown, the chosen period and platforms. */
import type { Against } from "../../model/day.ts";
import type { RateBase } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import type { Day, Instant } from "../../model/snapshot.ts";

export const LANGUAGES = ["id", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const PRESETS = ["7d", "28d", "90d", "1y", "2y"] as const;
export type Preset = (typeof PRESETS)[number];

/** What every page carries, whatever its screen. */
export type Chrome = {
  library: string;
  language: Language;
  time_zone: string;
  now: Instant;
  /** Demo figures: said clearly on every page. */
  demo: boolean;
  /** `null` on pages that anyone may see: login, a revoked link. */
  role: "admin" | "plan" | "view" | null;
  /** The newest reading of all accounts. */
  last_read_at: Instant | null;
  /** Where the dashboard is, such as `https://denyut.example.workers.dev`: for an address that is sent elsewhere. */
  origin: string;
  /** The page's own path with its query, without `lang`: where the language switch leads back to. */
  path: string;
};

/** The chosen period and platforms, and how to say them in a link. */
export type Choice = {
  /** `null`: own dates. */
  preset: Preset | null;
  from: Day;
  to: Day;
  /** `null`: all of them. */
  platforms: Platform[] | null;
  /** The platforms that have an account. */
  offered: Platform[];
  /** `rate=` in a link; `followers` is the usual one and left out. */
  rate_base: RateBase;
  /** `against=` in a link; `before` is the usual one and left out. */
  against: Against;
};
