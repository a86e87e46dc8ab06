/** A backup's slices as they come from `GET /api/backup`, gathered until they are whole, and then written as one file. */
import { type BackupSeal, backupPieces, type TableLine, type TableRows } from "./backup.ts";

/** The first line of a slice. */
export type SliceHead = {
  section: string;
  /** What came of this section before is void: something was written of it meanwhile. */
  anew: boolean;
  rows: number;
  /** What the next slice is asked with; `null`: it was the last. */
  next: string | null;
  /** Of the last slice: what the backup is made of, in this order, and what its head says. */
  sections?: string[];
  head?: { schema: number; version: number; made_at: string; library: string };
};

type Run = { table: string; columns: readonly string[]; rows: string[] };

export type Gathering = {
  sections: Map<string, Run[]>;
  rows: number;
  /** How often a section had to begin anew. */
  anew: number;
  last: SliceHead | null;
};

export const openGathering = (): Gathering => ({
  sections: new Map(),
  rows: 0,
  anew: 0,
  last: null,
});

/** Where a library is written to all the time, a backup of one moment is not to be had: then it is given up. */
export const MOST_ANEW = 60;

/** @returns `null` where the slice is not whole, as one whose file was cut off */
export function takeSlice(gathering: Gathering, text: string): SliceHead | null {
  const [first = "", ...lines] = text.split("\n");
  if (lines.pop() !== "") return null;
  let head: SliceHead;
  try {
    ({ slice: head } = JSON.parse(first) as { slice: SliceHead });
  } catch {
    return null;
  }
  if (lines.filter((line) => line.startsWith("[")).length !== head.rows) return null;
  const known = gathering.sections.get(head.section);
  if (known && head.anew) {
    gathering.anew += 1;
    gathering.rows -= known.reduce((sum, { rows }) => sum + rows.length, 0);
  }
  const runs = head.anew ? [] : (known ?? []);
  for (const line of lines) {
    if (line.startsWith("[")) runs.at(-1)?.rows.push(line);
    else {
      const { table, columns } = JSON.parse(line) as TableLine;
      if (runs.at(-1)?.table !== table) runs.push({ table, columns, rows: [] });
    }
  }
  gathering.sections.set(head.section, runs);
  gathering.rows += head.rows;
  gathering.last = head;
  return head;
}

/** The file, piece by piece. All slices are in. */
export function backupFile(
  { sections, last }: Gathering,
  seal: BackupSeal | null,
  most?: number,
): AsyncGenerator<string> {
  if (!last?.head || !last.sections) throw new Error("the last slice is not in yet");
  const runs = last.sections.flatMap((section): TableRows[] => sections.get(section) ?? []);
  return backupPieces({ ...last.head, seal }, runs, most);
}
