/** What a token opens, and who may call an address: the words in which the API says it. */

export type LinkKind = "admin" | "push" | "view" | "export";

/** `view`: the holder of any token, or anyone where the dashboard is public. "In the address": whoever holds the token there. */
export type Who =
  | "anyone"
  | "view"
  | "view (in the address)"
  | "export (in the address)"
  | "push, admin"
  | "admin";
