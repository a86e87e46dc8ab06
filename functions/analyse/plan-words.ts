/** The words by which the title of a plan, or of an event, is found again in a caption. */
import { folded } from "../model/folded.ts";

const SHORTEST_WORD = 3;

/** Words that any two texts share, Indonesian and English, and those that every post of a library holds. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `yang dan dari untuk dengan pada dalam ini itu ada adalah akan atau juga sudah telah bisa dapat tidak bukan jangan
   oleh saat ketika karena agar supaya sebagai seperti lebih para kita kami kamu anda mereka saya aku dia nya lagi
   masih hanya saja banyak semua setiap tentang bagi serta sampai hingga secara antara apa siapa mana kapan bagaimana
   yuk ayo mari hai halo hei sobat sahabat kak kakak teman selamat hari tahun bulan pagi siang sore malam
   the and for with from this that these those are was were will can our your you they their his her its not but all any
   who what when where how has have had let get day year happy hello
   perpustakaan perpus pustaka library buku book books`.match(/\S+/g),
);

/**
 * Folded, each once; neither stop words nor what has no letter. `tellingWords("Bedah Buku: Laut Bercerita 2026")` holds
 * `bedah`, `laut` and `bercerita`.
 */
export const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(
    (folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
      (word) => word.length >= SHORTEST_WORD && /\p{L}/u.test(word) && !STOP_WORDS.has(word),
    ),
  );
