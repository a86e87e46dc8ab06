/**
 * The monthly report as it is laid on paper: every word said, every number beside its text. The screen, the document and the
 * workbook are made of the same one, so that they cannot say different things.
 */
export type Cell = {
  text: string;
  /** Small lines below it. */
  under?: string[];
  /** What a spreadsheet counts with; left out: it is a text. */
  value?: number | null;
  as?: "count" | "percent" | "times";
  /** An address of a platform's own. */
  href?: string | null;
  tone?: "good" | "weak";
  /** Nothing is known: said quietly. */
  absent?: boolean;
};

export type Pair = readonly [name: string, value: string];

export type TableBlock = {
  kind: "table";
  /** What a sheet of it is called: short, and once in a report. */
  name: string;
  /** Its heading; `null`: the part's stands for it. */
  title: string | null;
  head: string[];
  rows: Cell[][];
  /** `half`: where there is room, two stand side by side; `words`: what it says is read more than counted. */
  shape?: "half" | "words";
  /** Of targets: the other tables of their part are an account's figures. */
  target?: boolean;
};

export type Block =
  | { kind: "heading"; text: string }
  | { kind: "line"; text: string; soft?: boolean }
  /** Opens to what made it. */
  | { kind: "sentence"; text: string; evidence: Pair[]; note: string | null }
  | { kind: "list"; numbered: boolean; soft?: boolean; items: { text: string; under?: string }[] }
  | TableBlock;

export type PartName =
  | "summary"
  | "figures"
  | "content"
  | "events"
  | "service"
  | "notes"
  | "next"
  | "appendix";

export type Part = { name: PartName; title: string; blocks: Block[] };

/** `named`: else the name is a line of dots. */
export type Signed = { above: string; title: string; name: string; nip: string; named: boolean };

export type Paper = {
  letterhead: string[];
  heading: string;
  /** Number, period, made on, place. */
  facts: Pair[];
  draft: { title: string; help: string } | null;
  parts: Part[];
  appendix: Part;
  /** Who acknowledges, and who made it; `null`: a draft, which nobody signs. */
  signatures: { approver: Signed; author: Signed } | null;
};

export const textCell = (text: string, under: (string | null | false)[] = []): Cell => {
  const lines = under.filter((line): line is string => Boolean(line));
  return lines.length > 0 ? { text, under: lines } : { text };
};

export const line = (text: string, soft = false): Block => ({ kind: "line", text, soft });
