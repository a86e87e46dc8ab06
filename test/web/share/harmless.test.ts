import { expect, test } from "vitest";
import { cutAtWord, harmless, withoutMarks } from "../../../web/share/harmless.ts";

test.each([
  ["a line break would end the line", "Bedah\nBuku\r\n\u2028Laut", "Bedah Buku Laut"],
  ["what turns the text around is not kept", "a\u202Ekcab\u202C b\u2066c\u2069", "akcab bc"],
  ["nor what is not seen", "Bu\u200Bku\u2060 \uFEFFba\u00ADru\u3164", "Buku baru"],
  ["control characters go", "a\u0000b\u001B[31m", "ab[31m"],
  [
    "a picture of several stays whole",
    "Keluarga 👨‍👩‍👧 ❤️‍🔥",
    "Keluarga 👨‍👩‍👧 ❤️‍🔥".replace("\ufe0f", "\ufe0f"),
  ],
  ["WhatsApp's marks look alike and mark nothing", "*a* ~b~ `c` _d_", "∗a∗ ∼b∼ ˋcˋ ˍdˍ"],
  ["inside a word an underline marks nothing", "perpus_kota_x", "perpus_kota_x"],
  ["the one link is ours", "Daftar di https://jahat.example/x?y=1 ya", "Daftar di … ya"],
  ["also without its scheme", "lihat www.jahat.example dan bit.ly/abc", "lihat … dan …"],
  [
    "no address: a handle with a dot, a clock",
    "perpus.pasuruan pukul 09.00",
    "perpus.pasuruan pukul 09.00",
  ],
  ["no quotation", "> kutipan", "kutipan"],
  ["no list", "1. satu", "satu"],
  ["empty", " \u200B\n", ""],
])("%s", (_, text, expected) => expect(harmless(text, 80)).toBe(expected));

test.each([
  ["short enough", "satu dua", 8, "satu dua"],
  ["at a word", "satu dua tiga", 10, "satu dua…"],
  ["one long word is cut itself", "perpustakaan", 6, "perpu…"],
  ["never half a letter", "abc𝗕𝘂𝗸𝘂", 5, "abc…"],
  ["no comma before the dots", "satu, dua tiga", 7, "satu…"],
])("cut: %s", (_, text, most, expected) => {
  expect(cutAtWord(text, most)).toBe(expected);
  expect(cutAtWord(text, most).length).toBeLessThanOrEqual(most);
});

test("marks are made harmless once", () => {
  expect(withoutMarks(withoutMarks("*a* _b_"))).toBe(withoutMarks("*a* _b_"));
});
