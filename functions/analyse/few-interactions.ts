/** A post that drew fewer reactions than this is mostly chance: 0, 1 or 2 likes tell nothing apart. */
export const FEW_INTERACTIONS = 4;

/** Do most of the posts draw so few reactions that their order is chance? @param interactions a number a post */
export const mostDrawFew = (interactions: readonly number[]): boolean =>
  interactions.filter((one) => one >= FEW_INTERACTIONS).length < interactions.length / 2;
