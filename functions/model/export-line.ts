/** A line of an exported file with its place in it. */

/** @param at its instant, or its day's number; @param id which of one instant comes first */
export type Line = { at: number; id: number; text: string };
