/** Planted faults that change nothing which anybody could see, each with the reason. No test has to notice them. */

export type CannotMatter = {
  file: string;
  /** The code, and what stands there instead. */
  code: string;
  instead: string;
  why: string;
};

export const CANNOT_MATTER: readonly CannotMatter[] = [];
