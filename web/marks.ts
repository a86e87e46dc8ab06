/** By what the page's loader (`loader.ts`) and the scripts that it fetches tell each other what was done. */

/** Where the browser keeps what the next page says of what was just done. */
export const SAID = "said";

/** The mark, in its `dataset`, of a field that somebody typed into. */
export const TYPED = "typed";
