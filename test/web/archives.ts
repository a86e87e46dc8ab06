/** Archives and workbooks as people have them, made here. */
import { strToU8, Zip, ZipDeflate, type Zippable, zipSync } from "fflate";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A text as Meta's daily files are written. */
export function utf16(text: string, order: "le" | "be" = "le", mark = true): Uint8Array {
  const units = [...(mark ? "\uFEFF" : ""), ...text].flatMap((letter) => {
    const unit = letter.charCodeAt(0);
    return order === "le" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
  });
  return Uint8Array.from(units);
}

export const zip = (files: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ) as Zippable,
    { level },
  );

/** One file, whose sizes were not known when its name was written. */
export function streamed(name: string, text: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  const stream = new Zip((_error, piece) => pieces.push(piece));
  const one = new ZipDeflate(name);
  stream.add(one);
  one.push(strToU8(text), true);
  stream.end();
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A text, a count, a date as Excel counts them (`days`), or a cell's XML. */
export type Cell = string | number | { days: number } | { xml: string };

const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);

function cellXml(cell: Cell, column: number, row: number): string {
  const at = `${letterOf(column)}${row}`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "object" && "xml" in cell) return cell.xml.replace("<c", `<c r="${at}"`);
  if (typeof cell === "object") return `<c r="${at}" s="1"><v>${cell.days}</v></c>`;
  const text = cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** @param more parts besides, such as `xl/vbaProject.bin` */
export function workbook(
  sheets: Record<string, readonly (readonly Cell[])[]>,
  more: Record<string, string | Uint8Array> = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const parts = Object.entries(sheets).map(([, rows], index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<worksheet ${MAIN}><sheetData>${rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, column, row + 1)).join("")}</row>`,
      )
      .join("")}</sheetData></worksheet>`,
  ]);
  return zip({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${names
      .map(
        (_name, index) =>
          `<Relationship Id="r${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join("")}</Relationships>`,
    // style 1 is a date with its clock
    "xl/styles.xml": `<styleSheet ${MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(parts),
    ...more,
  });
}
