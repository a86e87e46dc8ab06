import { isoInstant } from "../model/day.ts";
import type { Thread } from "../model/thread.ts";

/** The month (UTC), `YYYY-MM`, in whose row a thread lies. */
export const monthOfThread = ({ at }: Pick<Thread, "at">): string => isoInstant(at).slice(0, 7);
