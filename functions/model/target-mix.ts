/** How the library wishes its posts to be spread over its topics, or over kinds of posts: shares of all of them. */
import { FORMATS, type Format } from "./format.ts";
import { TOPICS, type Topic } from "./topic.ts";

export const MIXED_BY = ["topic", "format"] as const;
export type MixedBy = (typeof MIXED_BY)[number];

type MixLevels = { topic: Topic; format: Format };
export type MixLevel = MixLevels[MixedBy];

/** Fractions of 0 to 1, together at most 1; what is left out has no wish. */
export type TargetMix = { [By in MixedBy]?: Partial<Record<MixLevels[By], number>> };

/** What can be wished, in the order in which it is shown: a story is no post of the mix. */
export const MIX_LEVELS: Record<MixedBy, readonly MixLevel[]> = {
  topic: TOPICS,
  format: FORMATS.filter((format) => format !== "story"),
};

export const isMixedBy = (text: string | undefined): text is MixedBy =>
  MIXED_BY.some((one) => one === text);
