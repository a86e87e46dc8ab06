/**
 * What somebody typed elsewhere (a caption, a title, a name), made fit to stand in a message that others forward: on one line,
 * with no sign that turns or hides what follows, no address of its own, and nothing that WhatsApp takes for a mark.
 */

/** Turns the text around, is not seen, or controls the device. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]/gu;
/** What breaks a line or is a space of another kind. */
const SPACES = /[\s\u0085\u2028\u2029]+/gu;
/** The one link of a message is ours: WhatsApp would show the first that it finds. */
const ADDRESS = /\b(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S*|\b[\w-]+(?:\.[\w-]+)+\/\S*/giu;

/** What WhatsApp makes bold, slanted, struck or code, each by a sign that looks alike and means nothing there. */
const LOOKS_ALIKE: Record<string, string> = { "*": "∗", "~": "∼", "`": "ˋ", _: "ˍ" };

/** At the start of a line WhatsApp makes a quotation or a list of it. */
const STARTS = /^(?:[>#•*-]|\d+\.)\s+/u;

/** @example withoutMarks("*obral* perpus_kota") // "∗obral∗ perpus_kota": inside a word an underline marks nothing */
export const withoutMarks = (line: string): string =>
  line.replaceAll(/[*~`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, (marks) =>
    [...marks].map((mark) => LOOKS_ALIKE[mark] ?? mark).join(""),
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

/** @param most so many characters */
export function harmless(text: string, most: number): string {
  const line = text
    .replaceAll(SPACES, " ")
    // joins the pictures of one
    .replaceAll(
      /(?<=\p{Extended_Pictographic}\ufe0f?)\u200d(?=\p{Extended_Pictographic})/gu,
      "\ue000",
    )
    .replaceAll(UNSEEN, (sign) => (sign === "\ue000" ? "\u200d" : ""))
    .replaceAll(ADDRESS, "…")
    .replaceAll(/ {2,}/g, " ")
    .trim()
    .replace(STARTS, "");
  return cutAtWord(withoutMarks(line), most);
}
