/** A zip archive opened in the browser, as far as a phone can bear it. */

/** Why a chosen file cannot be opened here. */
export type OpenFault =
  | "zip_damaged"
  | "zip_empty"
  | "zip_inside"
  | "zip_large"
  | "zip_many"
  | "book_damaged"
  | "book_empty"
  | "book_long"
  | "macros"
  | "old_excel"
  | "large"
  | "unreadable";

export type Limits = {
  /** Of all that is unpacked: a bomb of some kilobytes unpacks to gigabytes. */
  bytes: number;
  entries: number;
};
const ZIP_LIMITS: Limits = { bytes: 20_000_000, entries: 50 };

type Entry = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** `others`: the names of what was not wanted, and so was not unpacked. */
type Unzipped = { entries: Entry[]; others: string[] };

/** So little is unpacked at a time that what comes of it, a thousandfold at most, is counted before there is too much. */
const STEP_BYTES = 4_096;

/** Folders, and what a Mac leaves beside every file. */
const isNoFile = (name: string): boolean => /\/$|(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name);

/** Unpacks what is wanted, and stops where that is more than the limits allow. */
export async function unzip(
  archive: Uint8Array,
  wants: (name: string) => boolean,
  limits: Limits = ZIP_LIMITS,
): Promise<Unzipped | OpenFault> {
  const { Unzip, UnzipInflate } = await import("fflate");
  const entries: Entry[] = [];
  const others: string[] = [];
  const unfinished = new Set<string>();
  let fault: OpenFault | null = null;
  let size = 0;
  const stream = new Unzip((file) => {
    if (fault || isNoFile(file.name)) return;
    if (entries.length + others.length + unfinished.size >= limits.entries) {
      fault = "zip_many";
      return;
    }
    if (!wants(file.name)) {
      others.push(file.name);
      return;
    }
    const pieces: Uint8Array[] = [];
    unfinished.add(file.name);
    file.ondata = (error, piece, final) => {
      if (fault) return;
      size += piece?.length ?? 0;
      if (error) fault = "zip_damaged";
      else if (size > limits.bytes) fault = "zip_large";
      if (fault) return;
      pieces.push(piece);
      if (!final) return;
      unfinished.delete(file.name);
      entries.push({ name: file.name, bytes: joined(pieces) });
    };
    file.start();
  });
  stream.register(UnzipInflate);
  try {
    for (let at = 0; at < archive.length && !fault; at += STEP_BYTES) {
      stream.push(archive.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= archive.length);
    }
  } catch {
    // behind a password, or packed in a way that nobody uses
    fault ??= "zip_damaged";
  }
  if (fault) return fault;
  return unfinished.size > 0 ? "zip_damaged" : { entries, others };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
