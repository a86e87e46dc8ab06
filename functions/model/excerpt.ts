/** Enough of a caption to know the post by. */
const EXCERPT = 140;

/** Its first words; letters that are pairs are not torn apart. */
export const excerpt = (caption: string | null): string | null =>
  caption === null ? null : [...caption.slice(0, 2 * EXCERPT)].slice(0, EXCERPT).join("");
