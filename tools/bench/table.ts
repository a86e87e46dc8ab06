/** The table that the bench prints: a row a budget, and whether it is kept. */

export type Row = {
  what: string;
  figure: number;
  /** `null`: told, not limited. */
  limit: { most: number } | { least: number } | null;
  unit?: string;
  note?: string;
  /** What it was spent on; told when it was too much. */
  spent?: string[];
};

const isKept = ({ figure, limit }: Row): boolean => {
  if (limit === null) return true;
  // a figure that could not be taken keeps nothing
  return "most" in limit ? figure <= limit.most : figure >= limit.least;
};

export function openTable() {
  const rows: Row[] = [];
  return {
    title(text: string): void {
      console.log(`\n${text}`);
    },
    row(row: Row): void {
      rows.push(row);
      const { what, figure, limit, unit = "", note, spent = [] } = row;
      const said = `${shown(figure)}${unit && ` ${unit}`}`;
      const bound = limit === null ? "" : "most" in limit ? `≤ ${limit.most}` : `≥ ${limit.least}`;
      const mark = limit === null ? " " : isKept(row) ? "✓" : "✗";
      console.log(
        `  ${mark} ${what.padEnd(62)} ${said.padStart(12)}  ${bound.padEnd(9)} ${note ?? ""}`.trimEnd(),
      );
      if (!isKept(row)) for (const line of spent) console.log(`        ${line}`);
    },
    /** The rows that are over. */
    broken: () => rows.filter((row) => !isKept(row)),
    count: () => rows.filter(({ limit }) => limit !== null).length,
  };
}

export type Table = ReturnType<typeof openTable>;

const shown = (figure: number): string =>
  Number.isInteger(figure) ? figure.toLocaleString("en") : figure.toFixed(2);
