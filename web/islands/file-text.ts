/** The text of a file that a person chose. */

/** How much of a file is looked at to tell how its text is written. */
const HEAD_BYTES = 4_096;

/** `null`: no text; the server says best what else it is. */
export function textOfBytes(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: false }).decode(
      bytes,
    );
    return text.includes("\u0000") ? null : text;
  } catch {
    return null;
  }
}

/** Meta's daily files are UTF-16: by their mark, or, without it, by the 0 that is every other byte of plain letters. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const head = bytes.subarray(0, HEAD_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd <= head.length / 4) return "utf-8";
  if (even === 0) return "utf-16le";
  return odd === 0 ? "utf-16be" : "utf-8";
}
