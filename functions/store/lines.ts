import type { Line } from "../model/export-line.ts";

/** Lines as one text: where each stands and how long it is, and then all of them. */
export function packLines(lines: readonly Line[]): string {
  const places = lines.flatMap(({ at, id, text }) => [at, id, text.length]);
  return `${JSON.stringify(places)}\n${lines.map(({ text }) => text).join("")}`;
}

/** All of them, as they stand one after the other. */
export const joinedLines = (packed: string): string => packed.slice(packed.indexOf("\n") + 1);

export function unpackLines(packed: string): Line[] {
  const end = packed.indexOf("\n");
  const places = JSON.parse(packed.slice(0, end)) as number[];
  const lines: Line[] = [];
  let from = end + 1;
  for (let place = 0; place < places.length; place += 3) {
    const to = from + (places[place + 2] ?? 0);
    lines.push({
      at: places[place] ?? 0,
      id: places[place + 1] ?? 0,
      text: packed.slice(from, to),
    });
    from = to;
  }
  return lines;
}
