/** The words of the screens: those that a librarian uses, and none of those that are the statistician's or the programmer's. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const FOLDER = fileURLToPath(new URL("../../web/language/", import.meta.url).href);

/** What explains a term names it, and what a program reads is named as programs name it. */
const EXPLAINING = ["method.ts", "guide.ts", "api.ts", "export.ts", "export-columns.ts"];

/** Each with what is said instead. */
const FORBIDDEN: [word: RegExp, instead: string][] = [
  [/\brentetan/i, "masa lemah, melemah"],
  [/\bketerangan\b/i, "teks unggahan"],
  [/\btoken pengelola\b/i, "kata sandi pengelola"],
  [/\badmin'?s? token\b|\badmin's token\b/i, "admin password"],
  [/\bbelum pasti\b/i, "mungkin kebetulan"],
  [/\bpoin\b/i, "1,7% dari 2,5%"],
  [/\bpercentage points?\b/i, "1.7% of 2.5%"],
  // since a day without a post
  [/\bsepi\b(?!\*? (sejak|mulai))/i, "of silence alone: nothing was published"],
  [/\bluring\b/i, "tanpa sambungan internet"],
  [/\bkorsel\b/i, "foto geser"],
  [/\bkredensial/i, "token"],
];

/** A statistician's word stands only behind the plain one that it names: "nilai tengahnya (median)". */
const TERMS = /\bmedian\b|\bstandard deviation\b|\bsimpangan baku\b/i;
const EXPLAINED =
  /\((median)\)|, median$|nilai tengah|the middle|: the median of|(unit is the|satuannya) (standard deviation|simpangan baku)/i;

/** The former name is said where views are explained, and nowhere else. */
const FORMER = /\bimpresi\b|\bimpressions\b/i;
const AS_FORMER = /dahulu|formerly|used to be/i;

/** The texts of a file of words: what stands in quotes, without imports and comments. */
function textsOf(source: string): string[] {
  const code = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(/^(import|\} from)\b.*$/gm, "");
  return [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, quoted, template]) => (quoted ?? template ?? "").replaceAll(/\$\{[^}]*\}/g, "…"),
  );
}

function faultsOf(text: string): string[] {
  return [
    ...FORBIDDEN.flatMap(([word, instead]) => (word.test(text) ? [`${text} → ${instead}`] : [])),
    ...(TERMS.test(text) && !EXPLAINED.test(text) ? [`${text} → a plain word`] : []),
    ...(FORMER.test(text) && !AS_FORMER.test(text) ? [`${text} → tayangan, views`] : []),
  ];
}

const files = readdirSync(FOLDER).filter((name) => !EXPLAINING.includes(name));

test("there are words to look at", () => {
  expect(files.length).toBeGreaterThan(20);
  const texts = textsOf(readFileSync(`${FOLDER}posts.ts`, "utf8"));
  expect(texts).toContain("Konten");
  expect(texts).toContain("Urutkan: …");
});

test.each(files)("%s says nothing that a librarian would not", (name) => {
  const texts = textsOf(readFileSync(FOLDER + name, "utf8"));
  expect(texts.flatMap(faultsOf)).toEqual([]);
});

test.each([
  "Rentetan lemah di …",
  "Cari di keterangan",
  "Ketik token pengelola",
  "Type the admin's token",
  "turun 0,8 poin",
  "down 0.8 percentage points",
  "belum pasti",
  "akun ini sepi peminat",
  "Pengikut median",
  "The median rate",
  "Impresi",
  "Impressions",
])("%s is found", (text) => expect(faultsOf(text)).not.toEqual([]));

test.each([
  "Dihitung per unggahan, lalu diambil nilai tengahnya (median).",
  "Pengikut, median",
  "Line: the median of the last 15 posts.",
  "berapa kali tampil di layar; dahulu disebut impresi",
  "median_post_rate",
  "penjelasan",
])("%s may be said", (text) => expect(faultsOf(text)).toEqual([]));
