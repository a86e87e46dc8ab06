import type { Agreement } from "../../model/answering.ts";
import type { Thread } from "../../model/thread.ts";

/**
 * Of the comments that a person settled, how many did not look like a question: what the bit is worth. Those whose text never
 * passed by say nothing of it.
 */
export function agreement(threads: readonly Pick<Thread, "settled" | "asks">[]): Agreement {
  const settled = threads.filter(({ settled: is, asks }) => is && asks !== null);
  return { settled: settled.length, no_question: settled.filter(({ asks }) => !asks).length };
}
