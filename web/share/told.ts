/** What is shared of a screen, in pieces: the message and the picture are made of the same. */
import { cutAtWord, withoutMarks } from "./harmless.ts";

export type ToldFigure = {
  name: string;
  value: string;
  /** What it is beside: `+58`, `turun, dari 3,0%`; `null`: nothing can be said. */
  more: string | null;
};

/** Plain texts in the person's language; what others typed has been made `harmless`. */
export type Told = {
  library: string;
  /** Which stretch of time, month or day. */
  about: string;
  sentence: string;
  evidence: string | null;
  /** At most three. */
  figures: ToldFigure[];
  /** One thing to do. */
  todo: string | null;
};

/** Characters: what WhatsApp shows of a message before "read more", by and large. */
export const LONGEST_SHARED = 700;
/** Characters of a name or a title in it; and of the words of a post. */
export const LONGEST_NAME = 80;
export const LONGEST_QUOTE = 70;

const ended = (sentence: string): string =>
  /[.!?…”]$/u.test(sentence) ? sentence : `${sentence}.`;

const figureLine = ({ name, value, more }: ToldFigure): string =>
  `• ${name}: ${value}${more === null ? "" : ` (${more})`}`;

/**
 * The ready text: whose and when, the sentence, three figures, one thing to do, one link, in at most `LONGEST_SHARED`
 * characters. Where it would be longer the second sentence goes, then it is cut at a word; the link stays whole.
 */
export function textOf(told: Told, address: string): string {
  const link = `\n\n${address}`;
  const room = LONGEST_SHARED - link.length;
  const whole = bodyOf(told);
  const text = whole.length > room ? bodyOf({ ...told, evidence: null }) : whole;
  return cutAtWord(text, room) + link;
}

function bodyOf(told: Told): string {
  const said = [told.sentence, told.evidence].filter((one) => one !== null).map(ended);
  const parts = [
    `${told.library} · ${told.about}`,
    said.join(" "),
    told.figures.map(figureLine).join("\n"),
    told.todo === null ? "" : ended(told.todo),
  ].filter((part) => part !== "");
  return parts.join("\n\n").split("\n").map(withoutMarks).join("\n");
}
