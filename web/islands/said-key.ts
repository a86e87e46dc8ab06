/** Where the browser keeps what the next page says of what was just done. */
export const SAID = "said";
