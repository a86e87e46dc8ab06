/**
 * A text as people mean it: without regard to case, accents and the lookalike letters (`𝗞𝘂𝗶𝘀`, `Ｋｕｉｓ`) that captions and
 * headers are set in. `folded("Café 𝗞𝘂𝗶𝘀")` is `"cafe kuis"`. Marks of other scripts than Latin, Greek and Cyrillic stay:
 * there they are letters.
 */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, "")
    .normalize("NFC");

/**
 * Are a text's only letters, marks and numbers A to Z and 0 to 9? Between punctuation and the usual pictures, as most are. An
 * expression that knows the letters of all scripts takes a fresh isolate a millisecond or more to make ready, and is not
 * needed for these.
 */
export const isPlain = (text: string): boolean =>
  !/[^\t\n\r\x20-\x7e\u2010-\u2027\u{1f300}-\u{1faff}]/u.test(text);
