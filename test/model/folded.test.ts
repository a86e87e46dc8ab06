import { expect, test } from "vitest";
import { isPlain } from "../../functions/model/folded.ts";

test("what is plain has no letters, marks and numbers but A to Z and 0 to 9, sign by sign", () => {
  const other: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const sign = String.fromCodePoint(point);
    if (isPlain(sign) && /[\p{L}\p{M}\p{N}]/u.test(sign)) other.push(sign);
  }
  expect(other.join("")).toBe("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
});

test.each([
  ["Kapan buka? 08.00\n", true],
  ["terima kasih 🙏🏽 … “kak”", true],
  ["", true],
  ["café", false],
  ["❤️", false],
  ["𝗞𝘂𝗶𝘀", false],
  ["\ud83d", false],
])("%o: %o", (text, plain) => expect(isPlain(text)).toBe(plain));
