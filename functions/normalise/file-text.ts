import { FAULT_MESSAGES, type FaultCode, fault, Problem } from "../model/problem.ts";

/** How much of a file is looked at to tell what it is. */
const HEAD_BYTES = 4_096;

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** What a file is that can't be a CSV; `null` for what may be one. */
function otherFile(bytes: Uint8Array): FaultCode | null {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return "utf16_file";
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
  const head = bytes.subarray(0, HEAD_BYTES);
  const nul = head.filter((byte) => byte === 0).length;
  // UTF-16 without its mark: every other byte of plain letters is 0
  if (nul > head.length / 4) return head.length > 0 ? "utf16_file" : null;
  return nul > 0 ? "binary_file" : null;
}

/** The text of a file that a person sent, without its byte order mark. Throws a Problem that says what else it is. */
export function textOfFile(bytes: Uint8Array): string {
  if (bytes.length === 0) throw refusal("invalid", "empty");
  const other = otherFile(bytes);
  if (other) throw refusal("unsupported", other);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw refusal("unsupported", "not_utf8");
  }
}

const refusal = (code: "invalid" | "unsupported", what: FaultCode): Problem =>
  new Problem(code, `the file ${FAULT_MESSAGES[what]}; nothing was stored`, [fault("", what)]);
