import { expect, test } from "vitest";
import { tellingWords } from "../../functions/analyse/plan-words.ts";

test.each([
  ["a title", "Bedah Buku: Laut Bercerita 2026", ["bedah", "laut", "bercerita"]],
  ["styled letters and accents are the word", "𝗞𝘂𝗶𝘀 Café", ["kuis", "cafe"]],
  ["a hashtag is its word", "#Dongeng!", ["dongeng"]],
  ["each once", "kuis KUIS Kuis", ["kuis"]],
  ["two letters are too short, three are not", "di IG ada apa, kue ibu", ["kue", "ibu"]],
  ["words of every post of a library tell nothing", "Yuk, sobat perpustakaan!", []],
  ["nor do numbers", "17 1945 2026", []],
  ["a number with letters does", "hut81 ke-81", ["hut81"]],
  ["affixes stay: no stems are guessed", "membaca dibaca baca", ["membaca", "dibaca", "baca"]],
  ["nothing", "", []],
])("%s", (_, text, words) => expect([...tellingWords(text)]).toEqual(words));
