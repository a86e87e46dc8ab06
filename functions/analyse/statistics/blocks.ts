/**
 * Neighbours in time: about twenty of an account's posts, within which they are compared. Growth, drift and a habit taken up
 * late lie between blocks, and so do accounts of unlike size; inside one, where nothing differs, any order is as likely. Of a
 * trial a week is a block.
 */
const BLOCK = 20;

/** From, and up to but not with. */
export type Block = { from: number; to: number };

/** Equal runs, as many as make about twenty each. `blocksOf(50)` are 0–16, 16–33 and 33–50. */
export function blocksOf(length: number, from = 0): Block[] {
  const count = Math.max(1, Math.round(length / BLOCK));
  const edge = (index: number) => from + Math.floor((index * length) / count);
  return Array.from({ length: count }, (_, index) => ({ from: edge(index), to: edge(index + 1) }));
}

/** Each value less the middle of its block, by `middle` of it. */
export function lessBlock(
  values: Float64Array,
  blocks: readonly Block[],
  middle: (block: Float64Array) => number,
): Float64Array {
  const centred = new Float64Array(values.length);
  for (const { from, to } of blocks) {
    const centre = middle(values.subarray(from, to));
    for (let i = from; i < to; i++) centred[i] = (values[i] ?? 0) - centre;
  }
  return centred;
}
