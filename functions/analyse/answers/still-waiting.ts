/**
 * Kaplan and Meier 1958: which share of the comments still waits after so many minutes. Those without an answer count as long
 * as they have waited: to leave them out would make a library that answers the easy third at once look quick.
 */

/** A comment's wait until it was answered, or its age so far. */
export type Wait = { minutes: number; answered: boolean };

/** After the answers of one moment. */
export type Step = {
  minutes: number;
  /** S: the share that still waits. */
  share: number;
  /** Σ d / (n (n − d)) so far, Greenwood's sum (1926); infinite once nobody waits. */
  greenwood: number;
};

/**
 * S ×= 1 − d/n at each moment with d answers among the n that waited until then. A comment that is as old as that and not
 * answered still counts among the n: ties are answers first.
 * @returns the moments with an answer, the earliest first
 * @example stillWaiting([{ minutes: 5, answered: true }, { minutes: 9, answered: false }]) // one step, to ½ at 5 minutes
 */
export function stillWaiting(waits: readonly Wait[]): Step[] {
  const ordered = [...waits].sort((a, b) => a.minutes - b.minutes);
  const steps: Step[] = [];
  let share = 1;
  let greenwood = 0;
  for (let first = 0; first < ordered.length; ) {
    const { minutes = 0 } = ordered[first] ?? {};
    let next = first;
    let answers = 0;
    while (next < ordered.length && ordered[next]?.minutes === minutes) {
      if (ordered[next]?.answered) answers += 1;
      next += 1;
    }
    if (answers > 0) {
      const waiting = ordered.length - first;
      share *= 1 - answers / waiting;
      greenwood += answers / (waiting * (waiting - answers));
      steps.push({ minutes, share, greenwood });
    }
    first = next;
  }
  return steps;
}
