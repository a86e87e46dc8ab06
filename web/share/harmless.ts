/**
 * What somebody typed elsewhere (a caption, a title, a name), made fit to stand in a message that others forward: on one line,
 * with no sign that turns or hides what follows, nothing of which a messenger makes a link or a mention, and nothing that
 * WhatsApp takes for a mark.
 */

/**
 * What is made harmless, by an expression that knows all scripts. An engine needs milliseconds to make one ready, so that it
 * is made only where a text has the plain sign without which it finds nothing.
 */
function rule(
  sign: RegExp,
  sought: () => RegExp,
  by: (found: string, group: string | undefined) => string,
): (line: string) => string {
  let made: RegExp | null = null;
  return (line) => {
    if (!sign.test(line)) return line;
    made ??= sought();
    return line.replaceAll(made, by);
  };
}

/** Latin letters, what is written between them, and the usual pictures: whole blocks in which everything is seen. */
const SEEN =
  "\\x20-\\x7e\\u00a1-\\u00ac\\u00ae-\\u024f\\u2010-\\u2027\\u2600-\\u27bf\\ufe0f\\u{1f300}-\\u{1f64f}\\u{1f900}-\\u{1f9ff}";

/** Turns the text around, is not seen, or controls the device. What joins the pictures of one stays. */
const withoutUnseen = rule(
  new RegExp(`[^${SEEN}]`, "u"),
  () =>
    /(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})|(?!\u200d)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu,
  () => "",
);

/** What breaks a line or is a space of another kind. */
const SPACES = /[\s\u0085\u2028\u2029]+/gu;

/** A dot, and what a browser takes for one in an address. */
const DOT = "[.\\u2024\\u3002\\ufe52\\uff0e\\uff61]";
/** An end such as `com` or `id`: a letter, then another sign of a word. Figures are none: `08.00`, `No.5`. */
const END = "\\p{L}[\\p{L}\\p{M}\\p{N}-]+";

/** The one link of a message is ours: WhatsApp would show the first that it finds. With what hangs on it, it says nothing. */
const withoutAddresses = rule(
  /\/|https?:|ftp:|www/iu,
  () =>
    new RegExp(
      [
        String.raw`(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][\p{L}\p{N}+.-]*:\/\/|(?:https?|ftp):|www${DOT})\S*`,
        String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}_-]+(?:${DOT}[\p{L}\p{M}\p{N}_-]+)*${DOT}${END}\/\S*`,
      ].join("|"),
      "giu",
    ),
  () => "…",
);

/** `S.Sos.`, `M.Si`, `A.Md.`: behind the names of half of those who speak at a library. */
const DEGREE =
  "[AMS]\\.(?:Ag|Ak|Ds|Ed|En|Farm|Fil|Hum|Hut|IP|Keb|Ked|Kep|Kes|Kom|Mat|Md|Pd|Pi|Psi|Ptk|Pust|Sc|Si|Sn|Sos|Stat|TP|Th)";
/**
 * The dot in a bare name of a site, which messengers link as well: `bit.ly`, `menang.com?id=7`. Also one that nobody left a
 * space after.
 */
const withoutInnerDots = rule(
  // no figure, no sign of a sentence behind it
  new RegExp(String.raw`${DOT}[^\s\d.,;:!?)"'-]`, "u"),
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}.])${DEGREE}(?![\p{L}\p{N}])|(?<=[^\s.])${DOT}(?=\p{M}*(${END}))`,
      "gu",
    ),
  (found, next) => {
    if (next === undefined) return found;
    return /^\p{Lu}/u.test(next) ? ". " : " ";
  },
);

/** Four numbers that could be a machine's. */
const BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const MACHINE = new RegExp(String.raw`(?<![\d.])${BYTE}(?:${DOT}${BYTE}){3}(?!${DOT}?\d)`, "gu");

/** Before the name of a person; in the middle of a mail's address a space takes its place. */
const withoutAts = rule(
  /[@\ufe6b\uff20]/u,
  () => /([\p{L}\p{N}])?[@\ufe6b\uff20]+(?=[\p{L}\p{N}_])/gu,
  (_, before) => (before === undefined ? "" : `${before} `),
);

/** What WhatsApp makes bold, slanted, struck or code, each by a sign that looks alike and means nothing there. */
const LOOKS_ALIKE: Record<string, string> = { "*": "∗", "~": "∼", "`": "ˋ", _: "ˍ" };

/** At the start of a line WhatsApp makes a quotation or a list of it. */
const STARTS = /^(?:[>#•*-]|\d+\.)\s+/u;

/** @example withoutMarks("*obral* perpus_kota") // "∗obral∗ perpus_kota": inside a word an underline marks nothing */
export const withoutMarks = rule(
  /[*~`_]/,
  () => /[*~`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
  (marks) => [...marks].map((mark) => LOOKS_ALIKE[mark] ?? mark).join(""),
);

/** The text cut at a word, `…` behind it. @param most so many characters, the `…` among them */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, Math.max(0, most - 1));
  const space = room.lastIndexOf(" ");
  // a word that is half of it is cut itself; never half a letter
  const kept = space > most / 2 ? room.slice(0, space) : room.replace(/[\ud800-\udbff]$/, "");
  return `${kept.replace(/[\s,;:.–-]+$/u, "")}…`;
}

/** Goes whole where it can only be an address; else the sign goes that would make a link of it. */
const withoutLinks = (line: string): string =>
  withoutInnerDots(
    withoutAts(withoutAddresses(line)).replaceAll(MACHINE, (machine) =>
      machine.replaceAll(new RegExp(DOT, "gu"), " "),
    ),
  );

/** Characters that are looked at: what is behind them would be cut off anyway. */
const READ = 2000;

/** @param most so many characters */
export function harmless(text: string, most: number): string {
  const line = withoutLinks(withoutUnseen(text.slice(0, READ).replaceAll(SPACES, " ")))
    .replaceAll(/ {2,}/g, " ")
    .trim()
    .replace(STARTS, "");
  return cutAtWord(withoutMarks(line), most);
}
