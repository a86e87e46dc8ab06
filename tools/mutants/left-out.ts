/** What no test has to notice, each with the reason. */

/** Kinds of faults that are not planted at all, by Stryker's names. */
export const NOT_PLANTED: Record<string, string> = {};

/** A planted fault that changes nothing which anybody could see. */
export type CannotMatter = {
  file: string;
  /** The code, and what stands there instead. */
  code: string;
  instead: string;
  why: string;
};

export const CANNOT_MATTER: readonly CannotMatter[] = [];
