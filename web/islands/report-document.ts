/** The report as a document to edit, number and sign: the same parts, in the same order, on A4. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { reportWords } from "../language/report.ts";
import { paperOf, type ReportProps } from "../parts/report-of.ts";
import type { Block, Cell, Paper, Part, Signed, TableBlock } from "../parts/report-paper.ts";
import { plainText } from "./plain-text.ts";

/** Sizes are counted in halves of a point, lengths in twentieths. */
const BODY = 20;
const SMALL = 16;
const TABLE = 18;
const CM = 567;
const A4 = { width: 21 * CM, height: Math.round(29.7 * CM) };
const MARGIN = 2 * CM;
const WIDTH = A4.width - 2 * MARGIN;
const FONT = "Arial";

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: "999999" } as const;

export async function documentOf({ report, revision, language }: ReportProps): Promise<Blob> {
  const paper = paperOf(report, revision, language);
  const words = reportWords[language];
  const document = new Document({
    title: `${paper.heading}, ${words.title(report.month)}`,
    creator: plainText(report.library),
    styles: { default: { document: { run: { font: FONT, size: BODY } } } },
    numbering: {
      config: [
        {
          reference: "numbers",
          levels: [{ level: 0, format: "decimal", text: "%1.", style: indented }],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: pageNumbers() },
        children: [
          ...head(paper),
          ...paper.parts.flatMap((part) => partOf(part)),
          ...signatures(paper, words),
          ...partOf(paper.appendix, true),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

const indented = { paragraph: { indent: { left: 0.7 * CM, hanging: 0.7 * CM } } };

type Look = { bold?: boolean; size?: number; color?: string };

const run = (text: string, look: Look = {}): TextRun =>
  new TextRun({ text: plainText(text), ...look });

const paragraph = (text: string, look: Look = {}): Paragraph =>
  new Paragraph({ children: [run(text, look)], spacing: { after: 80 } });

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
            size: SMALL,
          }),
        ],
      }),
    ],
  });

const heading = (
  text: string,
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  size: number,
  pageBreakBefore = false,
): Paragraph =>
  new Paragraph({
    heading: level,
    keepNext: true,
    pageBreakBefore,
    spacing: { before: 200, after: 80 },
    children: [run(text, { bold: true, size, color: "000000" })],
  });

function head(paper: Paper): (Paragraph | Table)[] {
  const centred = (text: string, look: Look, last = false) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [run(text, look)],
      ...(last
        ? { border: { bottom: { style: BorderStyle.DOUBLE, size: 6, color: "000000", space: 6 } } }
        : {}),
    });
  const { letterhead, draft } = paper;
  return [
    ...letterhead.map((text, at) =>
      centred(text, { bold: at === 0, size: at === 0 ? 24 : BODY }, at === letterhead.length - 1),
    ),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 160 },
      children: [run(paper.heading, { bold: true, size: 28, color: "000000" })],
    }),
    bare(
      paper.facts.map(([name, value]) => [[paragraph(name)], [paragraph(value)]]),
      [0.2 * WIDTH, 0.8 * WIDTH],
    ),
    ...(draft ? [paragraph(`${draft.title}. ${draft.help}`, { bold: true })] : []),
  ];
}

const partOf = (part: Part, apart = false): (Paragraph | Table)[] => [
  heading(
    part.title,
    HeadingLevel.HEADING_1,
    24,
    apart && part.blocks.some(({ kind }) => kind === "table"),
  ),
  ...part.blocks.flatMap(blockOf),
];

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [heading(block.text, HeadingLevel.HEADING_2, BODY)];
    case "line":
      return [paragraph(block.text, block.soft ? { size: SMALL } : {})];
    case "sentence": {
      const basis = block.evidence.map(([name, value]) => `${name}: ${value}`).join("; ");
      return [
        paragraph(block.text),
        ...(basis === "" ? [] : [paragraph(basis, { size: SMALL, color: "444444" })]),
      ];
    }
    case "list":
      return block.items.flatMap(({ text, under }) => [
        new Paragraph({
          children: [run(text, block.soft ? { size: SMALL } : {})],
          ...(block.numbered
            ? { numbering: { reference: "numbers", level: 0 } }
            : { bullet: { level: 0 } }),
        }),
        ...(under ? [paragraph(under, { size: SMALL })] : []),
      ]);
    case "table":
      return [
        ...(block.title === null ? [] : [heading(block.title, HeadingLevel.HEADING_2, BODY)]),
        tableOf(block),
        new Paragraph({ children: [], spacing: { after: 60 } }),
      ];
  }
}

/** What a table's columns take: what is read more, what is counted less. */
function widthsOf({ head, rows }: TableBlock): number[] {
  const main = rows.some(([first]) => first?.value === undefined) ? 0 : 1;
  const wide = head.length === 2 ? 0.3 : head.length > 6 ? 0.34 : 0.42;
  const numbers = main === 1 ? 0.05 : 0;
  const rest = (1 - wide - numbers) / (head.length - 1 - main);
  return head.map((_, at) => WIDTH * (at === main ? wide : at < main ? numbers : rest));
}

function tableOf(table: TableBlock): Table {
  const widths = widthsOf(table);
  const size = table.head.length > 6 ? 14 : TABLE;
  const columns = (cells: readonly Cell[], bold: boolean) =>
    cells.map((cell, at) => cellOf(cell, widths[at] ?? 0, at, size, bold));
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: THIN,
      bottom: THIN,
      left: NONE,
      right: NONE,
      insideHorizontal: THIN,
      insideVertical: NONE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns(
          table.head.map((text, at) => ({
            text,
            ...(table.rows[0]?.[at]?.value === undefined ? {} : { value: 0 }),
          })),
          true,
        ),
      }),
      ...table.rows.map((row) => new TableRow({ cantSplit: true, children: columns(row, false) })),
    ],
  });
}

function cellOf(cell: Cell, width: number, at: number, size: number, bold: boolean): TableCell {
  const { text, under = [], href, value } = cell;
  const alignment = at > 0 && value !== undefined ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    children: [
      new Paragraph({ alignment, children: [run(text, { size, bold })] }),
      ...under.map(
        (line) =>
          new Paragraph({ alignment, children: [run(line, { size: size - 3, color: "444444" })] }),
      ),
      ...(href
        ? [
            new Paragraph({
              alignment,
              children: [
                new ExternalHyperlink({ link: href, children: [run(href, { size: size - 3 })] }),
              ],
            }),
          ]
        : []),
    ],
  });
}

/** Cells without lines around them. */
const bare = (rows: Paragraph[][][], widths: number[]): Table =>
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (children, at) =>
              new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, children }),
          ),
        }),
    ),
  });

function signatures(
  { signatures: signed }: Paper,
  words: (typeof reportWords)["id"],
): (Paragraph | Table)[] {
  const title = heading(words.parts.signatures, HeadingLevel.HEADING_1, 24);
  if (signed === null) return [title, paragraph(words.no_signature)];
  const lines = ({ above, title: office, name, nip, named }: Signed): Paragraph[] => [
    paragraph(above),
    paragraph(office),
    // where the name is signed
    ...Array.from({ length: 4 }, () => paragraph("")),
    paragraph(name, { bold: named }),
    paragraph(nip),
  ];
  return [title, bare([[lines(signed.approver), lines(signed.author)]], [WIDTH / 2, WIDTH / 2])];
}
