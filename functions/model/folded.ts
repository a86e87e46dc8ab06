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
