/** Which parts of the bench are to run. */

/**
 * `rows`: reading, writing, age, time. `weight`: what travels. `lighthouse`. `cpu`: the isolate's time; `looks`: that of a look at what works. `forty`: forty
 * accounts. `year`: a year of collecting.
 */
const PARTS = ["rows", "weight", "lighthouse", "cpu", "looks", "forty", "year"] as const;
export type Part = (typeof PARTS)[number];

export type Chosen = { parts: ReadonlySet<Part>; days: number };

/** @param args `--only cpu,forty`, or `--no-year` and so on; `--days 30` of the year */
export function chosen(args: readonly string[]): Chosen {
  const parts = new Set<Part>(PARTS);
  let days = 365;
  for (let index = 0; index < args.length; index++) {
    const said = args[index] ?? "";
    switch (said) {
      case "--only": {
        const only = (args[++index] ?? "").split(",").map(known);
        parts.clear();
        for (const part of only) parts.add(part);
        break;
      }
      case "--days":
        days = Number(args[++index]);
        if (!(days > 0)) throw new Error("--days needs a number");
        break;
      default:
        if (!said.startsWith("--no-")) throw new Error(`${said} is none of the bench's options`);
        parts.delete(known(said.slice("--no-".length)));
    }
  }
  return { parts, days };
}

function known(word: string): Part {
  const part = PARTS.find((one) => one === word);
  if (!part) throw new Error(`"${word}" is no part of the bench: ${PARTS.join(", ")}`);
  return part;
}
