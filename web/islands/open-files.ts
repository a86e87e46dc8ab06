/** What a person chose, as the files that are in it: an archive's, a workbook's sheets, or the file itself. */
import { textOfBytes } from "./file-text.ts";
import { type OpenFault, unzip } from "./unzip.ts";
import { sheetsOf } from "./workbook.ts";

export type OpenedFile = {
  /** As the person finds it: `arsip.zip › posts.csv`. */
  label: string;
  /** The file's own, which may say its day. */
  name: string;
  /** When it was last changed, in milliseconds. */
  modified: number;
  /** Its text; bytes of what is none, for the server to say what it is. */
  body: string | Blob | null;
  /** Why it cannot be opened. */
  fault: OpenFault | null;
  /** How many files of its archive are no figures and were passed over; said with the archive's first file alone. */
  others: number;
};

/** Larger than anything a platform exports, and as much as an old phone holds. */
const MOST_BYTES = 20_000_000;

/** What is no text is refused anyway: so much tells the server what it is. */
const SAMPLE_BYTES = 65_536;

const TEXT = /\.(csv|tsv|txt)$/i;
const BOOK = /\.xlsx$/i;
const MACROS = /\.(xlsm|xltm|xlsb|xlam)$/i;

export async function openFile(file: File): Promise<OpenedFile[]> {
  const chosen = { label: file.name, name: file.name, modified: file.lastModified, others: 0 };
  if (file.size > MOST_BYTES) return [{ ...chosen, body: null, fault: "large" }];
  const bytes = await bytesOf(file);
  if (bytes === null) return [{ ...chosen, body: null, fault: "unreadable" }];
  return opened(chosen, bytes);
}

/** `null`: it lies in a cloud that does not answer, or is another since it was chosen. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

type Named = Omit<OpenedFile, "body" | "fault">;

async function opened(named: Named, bytes: Uint8Array<ArrayBuffer>): Promise<OpenedFile[]> {
  const refused = (fault: OpenFault): OpenedFile[] => [{ ...named, body: null, fault }];
  if (MACROS.test(named.name)) return refused("macros");
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused("old_excel");
  if (!startsWith(bytes, 0x50, 0x4b)) return [{ ...named, body: bodyOf(bytes), fault: null }];
  if (BOOK.test(named.name) || isBook(bytes)) return openedBook(named, bytes);
  return openedArchive(named, bytes);
}

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

function bodyOf(bytes: Uint8Array<ArrayBuffer>): string | Blob {
  const text = textOfBytes(bytes);
  if (text !== null) return text;
  const sample = bytes.slice(0, SAMPLE_BYTES);
  // a text that is damaged further down must not be taken for a shorter one
  return new Blob([textOfBytes(sample) === null ? sample : bytes]);
}

/** The list of what is in an archive stands at its end. */
const isBook = (bytes: Uint8Array): boolean =>
  /xl\/workbook\.xml/.test(new TextDecoder("latin1").decode(bytes.subarray(-65_536)));

async function openedBook(named: Named, bytes: Uint8Array): Promise<OpenedFile[]> {
  const sheets = await sheetsOf(bytes);
  if (typeof sheets === "string") return [{ ...named, body: null, fault: sheets }];
  return sheets.map(({ name, text }) => ({
    ...named,
    label: sheets.length === 1 ? named.label : `${named.label} › ${name}`,
    body: text,
    fault: null,
  }));
}

async function openedArchive(named: Named, bytes: Uint8Array): Promise<OpenedFile[]> {
  const archive = await unzip(bytes, (name) => TEXT.test(name) || BOOK.test(name));
  if (typeof archive === "string") return [{ ...named, body: null, fault: archive }];
  const inside = (name: string): Named => ({
    ...named,
    label: `${named.label} › ${name}`,
    name: name.split("/").at(-1) ?? name,
  });
  const refused = archive.others.flatMap((name): OpenedFile[] => {
    const fault = /\.zip$/i.test(name)
      ? "zip_inside"
      : MACROS.test(name)
        ? "macros"
        : /\.xls$/i.test(name)
          ? "old_excel"
          : null;
    return fault === null ? [] : [{ ...inside(name), body: null, fault }];
  });
  const found = await Promise.all(
    archive.entries.map((entry) => opened(inside(entry.name), entry.bytes)),
  );
  const [first, ...files] = [...found.flat(), ...refused];
  if (!first) return [{ ...named, body: null, fault: "zip_empty" }];
  const others = archive.others.length - refused.length;
  return [{ ...first, others: first.others + others }, ...files];
}
