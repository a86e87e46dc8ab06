/**
 * Can this text be a platform's id of an account, a post or a comment? The platforms' own are digits, or letters and digits
 * with a few marks, and people's crons have ids of their own make. Sent back to a platform an id becomes a part of an address:
 * whatever leads elsewhere there is in none, such as separators, `?`, `#`, `%`, spaces, or dots alone.
 * `isPlatformId("104_2201")` is true, `isPlatformId("../me")` is not.
 */
export const isPlatformId = (text: string): boolean =>
  (PLAIN.test(text) || /^[\p{L}\p{M}\p{N}._:~+=@-]+$/u.test(text)) && !/^\.+$/.test(text);

/** Nearly every id: the letters of all scripts cost a fresh isolate a millisecond to know. */
const PLAIN = /^[A-Za-z0-9._:~+=@-]+$/;
