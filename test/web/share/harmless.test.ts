import fc from "fast-check";
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
  ["nor behind another letter or a figure", "ke éhttps://a.id atau 1http://b", "ke … atau …"],
  ["no quotation", "> kutipan", "kutipan"],
  ["no list", "1. satu", "satu"],
  ["empty", " \u200B\n", ""],
])("%s", (_, text, expected) => expect(harmless(text, 80)).toBe(expected));

/** Messengers link all of these, once they are typed so. */
test.each([
  ["menang-hadiah.com?id=7", "menang-hadiah com?id=7"],
  ["evil.com#a", "evil com#a"],
  ["evil.com:8080", "evil com:8080"],
  ["evil.com.", "evil com."],
  ["EVIL.COM", "EVIL. COM"],
  ["ambil di bit.ly, wa.me", "ambil di bit ly, wa me"],
  ["pasuruan.menang.web.id", "pasuruan menang web id"],
  ["http:/evil.com", "…"],
  ["http:evil.com", "…"],
  ["evil．com", "evil com"],
  ["evil。com", "evil com"],
  ["evil｡com evil․com", "evil com evil com"],
  ["www．evil．com", "…"],
  ["evil．com/ambil", "…"],
  ["e\u200Bvil\u2060.\u00ADcom", "evil com"],
  ["пример.рф", "пример рф"],
  ["xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd xn--p1ai"],
  ["i❤.ws", "i❤ ws"],
  ["“evil”.com (x).com", "“evil” com (x) com"],
  ["M.Si.evil.com m.si", "M.Si evil com m si"],
  ["192.168.0.1:80 1．1．1．1", "192 168 0 1:80 1 1 1 1"],
  ["hubungi @adminbank", "hubungi adminbank"],
  ["“＠adminbank” ya", "“adminbank” ya"],
  ["surel admin@bank.co.id", "surel admin bank co id"],
])("no link: %s", (text, expected) => {
  expect(harmless(text, 80)).toBe(expected);
  expect(harmless(expected, 80)).toBe(expected);
});

test.each([
  "Bersama Rina, S.Sos., M.Si dan Budi, S.Pd.I, A.Md.",
  "Prof. Dr. H. Ahmad, S.H., M.Hum., Ph.D.",
  "Pukul 08.00–16.00, 08.00/09.00, 15.00WIB",
  "Jl. Panglima Sudirman No.5, Kec. Bugul",
  "Rp10.000/orang, Rp1.234.567.890",
  "Dsb., dll. Selesai... lalu …tamat",
  "30.11.2026, vol.2, 3.1.4",
  "Kue @ Rp5.000",
  "Buku: Laut; catatan/kritik?",
])("spoils nothing: %s", (text) => expect(harmless(text, 80)).toBe(text));

test("whatever is not seen goes, in every block", () => {
  const kept: string[] = [];
  for (let code = 0; code < 0x11_0000; code++) {
    // of the private and the unassigned planes a few stand for all
    if (code === 0x3_2000) code = 0xe_0000;
    if (code === 0xe_1000) code = 0x10_fff0;
    const sign = String.fromCodePoint(code);
    if (!/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.test(sign) || /\s/u.test(sign)) continue;
    if (harmless(`a${sign}b`, 80) !== "ab") kept.push(code.toString(16));
  }
  // a control character that is a line's end
  expect(kept).toEqual(["85"]);
});

test("however it is put together: no link, no mention", () => {
  const words = "www http https ftp com id S Sos 1 255".split(" ");
  const signs = [...".．@＠/: -_*\u200b\u00ad❤éßſмaB(”,?"];
  const text = fc.array(fc.constantFrom(...words, ...signs), { maxLength: 14 });
  fc.assert(
    fc.property(text, (said) => {
      const line = harmless(said.join(""), 80);
      expect(line).not.toMatch(
        /[a-z]:\/\/|(?<![\p{L}\p{N}])(?:https?|ftp):|(?<![\p{L}\p{N}])www[.．]/iu,
      );
      expect(line).not.toMatch(/[@＠][\p{L}\p{N}_]|[*~`]/u);
      // a degree's dots are no site's; to Unicode what stands for an underline is a letter
      const plain = line.replaceAll(/(?:(?<![\p{L}\p{N}.])|(?<=ˍ))S\.Sos(?![a-z\d])/giu, "");
      expect(plain).not.toMatch(/[^\s.][.．](?:com|id|www|https?|ftp|Sos)/u);
    }),
    { numRuns: 20_000 },
  );
});

test("a text as long as it likes takes no time", () => {
  expect(harmless("ab.".repeat(200_000), 80)).toMatch(/^(?:ab ){20,}ab…$/);
});

test.each([
  ["Selesai.Ayo baca", "Selesai. Ayo baca"],
  ["Jl.Panglima", "Jl. Panglima"],
])("a space that was forgotten: %s", (text, expected) => expect(harmless(text, 80)).toBe(expected));

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
