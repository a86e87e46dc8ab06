/** A text of at most so many letters, cut at a word, `…` behind it. @example cut("satu dua tiga", 9) // "satu dua…" */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const space = room.lastIndexOf(" ");
  // a word that is half of it is cut itself; never half a letter
  const kept = space > most / 2 ? room.slice(0, space) : room.replace(/[\ud800-\udbff]$/, "");
  return `${kept.replace(/[\s,;:.–-]+$/u, "")}…`;
}
