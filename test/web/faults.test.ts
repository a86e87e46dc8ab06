/** What a refusal or an import says on the screen, in both languages. */
import { expect, test } from "vitest";
import {
  type Fault,
  type FaultCode,
  fault,
  listing,
  Problem,
} from "../../functions/model/problem.ts";
import { recognise } from "../../functions/normalise/recognise.ts";
import { checked } from "../../functions/routes/body.ts";
import { newLinkWire } from "../../functions/routes/links.ts";
import { correctionWire } from "../../functions/routes/post-corrections.ts";
import { faultText } from "../../web/language/fault-text.ts";
import { importWords, nameInWords } from "../../web/language/import.ts";

function faultsOf(run: () => unknown): Fault[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error.problems;
  }
  throw new Error("was not refused");
}

const link = (kind: unknown) => faultsOf(() => checked(newLinkWire, { kind, name: "Dinas" }));

test("a text that is none of the choices: the choices are named", () => {
  const faults = link("banana");
  expect(faults).toEqual([
    {
      path: "kind",
      code: "not_one_of",
      message: "is not one of the known values: view, plan, push, export",
    },
  ]);
  expect(faults.map((one) => faultText(one, "id"))).toEqual([
    "kind: harus salah satu dari: view, plan, push, export",
  ]);
  expect(faults.map((one) => faultText(one, "en"))).toEqual([
    "kind: must be one of: view, plan, push, export",
  ]);
});

test.each([
  ["a number for a choice", link(3), "wrong_type"],
  ["no choice at all", link(undefined), "required"],
  [
    "a topic nobody knows",
    faultsOf(() => checked(correctionWire, { topic: "nonsense" })),
    "not_one_of",
  ],
])("%s", (_what, faults, code) => {
  expect(faults.map((one) => one.code)).toEqual([code]);
});

/** What the import's screen says of a file with such a first row. */
const unrecognised = (header: string, language: "id" | "en") =>
  faultsOf(() => recognise(header.split(","))).map((one) =>
    faultText(one, language, (path) => nameInWords(path, language)),
  );

test("a file that is nearly one of two exports: each by its name, with what it lacks of it", () => {
  expect(unrecognised("Post ID,Publish time,Nama,Jumlah", "id")).toEqual([
    "Berkas ini bukan ekspor dari Meta Business Suite, X, atau TikTok Studio. Baris pertamanya: Post ID, Publish time, Nama, Jumlah",
    "Unggahan Facebook dari Meta Business Suite: berkas Anda tidak punya kolom Page ID",
    "Unggahan Instagram dari Meta Business Suite: berkas Anda tidak punya kolom Account username",
  ]);
  expect(unrecognised("Post ID,Publish time,Nama,Jumlah", "en")).toEqual([
    "It is not an export of Meta Business Suite, X or TikTok Studio. Its first row is: Post ID, Publish time, Nama, Jumlah",
    "Facebook posts from Meta Business Suite: your file lacks Page ID",
    "Instagram posts from Meta Business Suite: your file lacks Account username",
  ]);
});

test("a file that is none: what each of the exports needs", () => {
  expect(unrecognised("foo,bar", "id").slice(1).sort()).toEqual([
    "Angka harian dari TikTok Studio: berkas Anda tidak punya kolom Date, Video Views, Profile Views",
    "Angka harian dari analitik X: berkas Anda tidak punya kolom Date, Views, Unfollows",
    "Riwayat pengikut dari TikTok Studio: berkas Anda tidak punya kolom Date, Followers",
    "Satu angka harian dari Meta Business Suite: berkas Anda tidak punya kolom Date, Primary",
    "Unggahan Facebook dari Meta Business Suite: berkas Anda tidak punya kolom Post ID, Page ID, Publish time",
    "Unggahan Instagram dari Meta Business Suite: berkas Anda tidak punya kolom Post ID, Account username, Publish time",
    "Unggahan dari analitik X: berkas Anda tidak punya kolom Post id, Date, Post Link",
    "Video dari TikTok Studio: berkas Anda tidak punya kolom Video link, Video publish time",
  ]);
  expect(unrecognised("foo,bar", "en").slice(1)).toContain(
    "Videos from TikTok Studio: your file lacks Video link, Video publish time",
  );
});

test("rows that were left out are counted in words", () => {
  expect([1, 2, 1204].map(importWords.en.skipped)).toEqual([
    "1 row skipped",
    "2 rows skipped",
    "1,204 rows skipped",
  ]);
  expect(importWords.id.skipped(1)).toBe("1 baris dilewati");
});

test.each<[FaultCode, string, string]>([
  ["backwards", "Tanggal mulai melewati tanggal akhir", "The start date is after the end date"],
  ["too_near", "Jarak kedua jam minimal dua jam", "The two hours must be at least two hours apart"],
  [
    "too_few_weekdays",
    "Pilih minimal dua hari, karena perbandingannya di dalam setiap pekan",
    "Choose at least two days, because each week is compared in itself",
  ],
])("%s is a sentence of its own, without a field's name", (code, id, en) => {
  const one = fault("b", code);
  expect([faultText(one, "id", () => "Jam kedua"), faultText(one, "en", () => "Second")]).toEqual([
    id,
    en,
  ]);
});

test("shares that come to too much say how much", () => {
  const one = listing("shares", "over_a_hundred", ["150"]);
  expect([faultText(one, "id", () => "Semua"), faultText(one, "en", () => "All")]).toEqual([
    "Semua: berjumlah 150%, padahal paling banyak 100%",
    "All: come to 150%, and 100% is the most",
  ]);
});
