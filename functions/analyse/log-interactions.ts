/** Half a reaction more, so that a post without any has a logarithm. */
export const HALF_A_REACTION = 0.5;

export const logInteractions = (interactions: number): number =>
  Math.log(interactions + HALF_A_REACTION);
