import { FAULT_MESSAGES, type FaultCode, fault, Problem } from "../model/problem.ts";

/** How much of a file is looked at to tell what it is. */
const HEAD_BYTES = 4_096;

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** What a file is that can't be a CSV; `null` for what may be one. */
function otherFile(bytes: Uint8Array): FaultCode | null {
  // .xls, and .xlsx, which is a zip with this part in it
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return "excel_file";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const parts = new TextDecoder("latin1").decode(bytes);
    return /\bxl\/|\[Content_Types\]\.xml/.test(parts) ? "excel_file" : "zip_file";
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return "zip_file";
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x1f, 0x8b)) {
    return "binary_file";
  }
  return utf16Order(bytes) === null && bytes.subarray(0, HEAD_BYTES).includes(0)
    ? "binary_file"
    : null;
}

/** Which byte of a UTF-16 letter stands first, as Meta's daily files write it; `null` for other text. */
function utf16Order(bytes: Uint8Array): "little" | "big" | null {
  if (startsWith(bytes, 0xff, 0xfe)) return "little";
  if (startsWith(bytes, 0xfe, 0xff)) return "big";
  // without its mark: every other byte of plain letters is 0, and none of the others is
  const head = bytes.subarray(0, HEAD_BYTES);
  if (!head.includes(0)) return null;
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd <= head.length / 4) return null;
  if (even === 0) return "little";
  return odd === 0 ? "big" : null;
}

/** What is no text throws; the byte order mark is left out. */
const STRICT = { fatal: true, ignoreBOM: false };

/** The text of a file that a person sent, without its byte order mark. Throws a Problem that says what else it is. */
export function textOfFile(bytes: Uint8Array): string {
  if (bytes.length === 0) throw refusal("invalid", "empty");
  const other = otherFile(bytes);
  if (other) throw refusal("unsupported", other);
  const order = utf16Order(bytes);
  try {
    if (order === null) return new TextDecoder("utf-8", STRICT).decode(bytes);
    const little = order === "little" ? bytes : swapped(bytes);
    return new TextDecoder("utf-16le", STRICT).decode(little);
  } catch {
    throw refusal("unsupported", order === null ? "not_utf8" : "utf16_file");
  }
}

/** With the two bytes of each letter in the other order. */
const swapped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((_byte, index) => bytes[index ^ 1] ?? 0);

const refusal = (code: "invalid" | "unsupported", what: FaultCode): Problem =>
  new Problem(code, `the file ${FAULT_MESSAGES[what]}; nothing was stored`, [fault("", what)]);
