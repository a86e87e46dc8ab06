import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asksSomething, LONGEST_COMMENT } from "../../functions/normalise/asks.ts";

describe("a comment asks something", () => {
  test.each([
    "?",
    "Ini di lantai berapa？",
    "Kapan bukanya",
    "kpn min",
    "KAPANNNN",
    "𝗞𝗮𝗽𝗮𝗻 buka lagi",
    "Jam berapa tutup",
    "jam brp",
    "brp biayanya kak",
    "dimana ya",
    "Lokasinya di mana kak",
    "bukunya ada di rak mana min",
    "gmn caranya daftar anggota",
    "Bagaimana cara pinjam buku",
    "gimana min",
    "apakah hari minggu buka",
    "Apa syaratnya",
    "syarat jadi anggota min",
    "Bisa pinjam online",
    "bs pinjam berapa buku",
    "Halo min, bisa perpanjang lewat WA",
    "min boleh bawa anak kecil",
    "hari sabtu buka min",
    "buka jam 8 ya",
    "ada ga min",
    "masih buka nggak ya kak",
    "bolehkah bawa makanan",
    "siapa narasumbernya",
    "kenapa aplikasinya error terus",
    "Keren! Kapan ada lagi",
    "When do you open",
    "where is it",
    "Hi admin, how do I become a member",
    "what time",
    "is it free",
    "I would like to know, are there any seats left",
    "can we bring kids",
    "Sangat bagus.Tapi bukunya bisa dipinjam ga",
    "https://perpus.id/?p=1 ini benar?",
  ])("%s", (text) => {
    expect(asksSomething(text)).toBe(true);
  });

  test.each([
    "",
    "   ",
    "🔥🔥🔥",
    "Keren!",
    "Bagus sekali!",
    "Terima kasih, Kak!",
    "https://perpus.id/cari?q=kapan",
    "lihat perpus.id/acara?id=3",
    "@kapan @dimana hadir",
    "#kapanlagi #apa",
    "semoga bisa hadir",
    "Alhamdulillah akhirnya buka juga",
    "sudah buka lagi, senang",
    "Selamat berbuka puasa",
    "bukannya libur, hehe",
    "gpp kak, tidak apa-apa",
    "apapun bukunya minumnya teh",
    "baca di mana-mana",
    "papan nama",
    "Kapanewon Depok hadir",
    "Kue lapis apam",
    "How nice!",
    "What a day",
    "I remember when we visited, lovely",
    "Show me more",
    "somewhere over the rainbow",
    "Anak saya sudah bisa baca",
    "Saya ikut",
    "Mantap perpustakaan Pasuruan",
  ])("not: %s", (text) => {
    expect(asksSomething(text)).toBe(false);
  });

  test("the same in plain letters as with a sign behind it that makes all scripts be looked at", () => {
    const words =
      "min kapan apa-apa apa pun di mana buka ga ya bisa boleh how nice semoga jam 8 #apa @mana a.id/x?".split(
        " ",
      );
    const said = fc.array(
      fc.constantFrom(...words, "😍", "🙏🏽", "…", "’", ".", "MANAAA", "https://a.id/?"),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(said, fc.constantFrom(" ", ""), (parts, between) => {
        const text = parts.join(between);
        expect(asksSomething(text)).toBe(asksSomething(`${text} \u2764`));
      }),
    );
  });

  test("is unknown of one whose text did not pass by", () => {
    expect(asksSomething(null)).toBe(null);
  });

  test("takes no longer over a text that was made to be slow", () => {
    const hostile = [
      "a".repeat(60_000),
      "min ".repeat(20_000),
      "a.".repeat(30_000),
      "x-".repeat(30_000),
      `${"a-".repeat(31)}.`.repeat(150),
      // one letter that is eighteen once it is folded
      "\u{FDFA}".repeat(LONGEST_COMMENT),
    ];
    const before = performance.now();
    for (const text of hostile) {
      for (let comment = 0; comment < 50; comment++) expect(asksSomething(text)).toBe(false);
    }
    expect(performance.now() - before).toBeLessThan(3000);
  });

  test("of a long one its beginning and its end are looked at", () => {
    const long = "bagus sekali, ".repeat(200);
    expect(asksSomething(long)).toBe(false);
    expect(asksSomething(`Jam berapa buka? ${long}`)).toBe(true);
    expect(asksSomething(`${long} kapan ada lagi`)).toBe(true);
    expect(asksSomething(`${" ".repeat(LONGEST_COMMENT)}?`)).toBe(true);
  });
});
