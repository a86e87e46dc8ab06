/**
 * Does a comment look like a question? One bit is kept of a comment's text, and never the text. It is a guess that a person can
 * contradict ("needs no answer"); where it cannot tell it would rather ask a person than overlook somebody who waits.
 *
 * A question mark, or a word that asks (`kapan`, `brp`, `where`), or one that asks where it opens what is said (`bisa pinjam
 * online?` without its mark, but not `semoga bisa hadir`). Words are whole, folded as a topic's are.
 */
import { folded } from "../model/folded.ts";

/** Longer ones are no comments; a platform takes at most this. */
export const LONGEST_COMMENT = 10_000;

/** So much of one is looked at, its beginning and its end, where questions stand: whoever writes must not make a visit slow. */
const LOOKED_AT = 1_000;
/** A letter may be eighteen once it is folded. */
const FOLDED = 2 * LOOKED_AT;

const endsOf = (text: string): string =>
  text.length <= LOOKED_AT
    ? text
    : `${text.slice(0, LOOKED_AT / 2)}. ${text.slice(-LOOKED_AT / 2)}`;

/** @param text as it came; anything but a text: it did not pass by, `null` */
export function asksSomething(text: unknown): boolean | null {
  if (typeof text !== "string") return null;
  const said = plain(endsOf(text)).slice(0, FOLDED);
  if (/[?؟]/.test(said)) return true;
  return said.split(CLAUSE_ENDS).some(isQuestion);
}

/** An address has a `?` of its own, and a name or a hashtag may be any word. */
const NOT_SAID =
  /https?:\/\/\S+|(?<![\p{L}\p{N}-])(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,20}\/\S*|[@#][\p{L}\p{N}_.]+/giu;

/** `kapannnn` is `kapan`. */
const plain = (text: string): string =>
  folded(text.replaceAll(NOT_SAID, " ")).replaceAll(/(\p{L})\1{2,}/gu, "$1");

/** Whatever is no letter, number, space or hyphen. */
const CLAUSE_ENDS = /[^\p{L}\p{M}\p{N}\s'’-]+/u;

const anyOf = (words: string): string =>
  `(?:${words.trim().replaceAll(/\s+/g, "|").replaceAll("_", " +")})`;
const whole = (words: string): string => `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}-])`;

/** These ask wherever they stand. */
const ASKING = new RegExp(
  whole(
    anyOf(`
    apa apakah apkh kapan kapankah kpn dimana dmn dmna dimanakah di_mana di_mn kemana ke_mana darimana dari_mana mana
    bagaimana bagaimanakah bgmn gimana gmn gmna gmana berapa berapakah brp brapa siapa kenapa knp mengapa
    bisakah bolehkah adakah masihkah sudahkah perlukah haruskah syarat syaratnya persyaratan caranya
    can_i can_we can_you could_i could_we could_you may_i may_we do_you do_i does_it are_you are_there is_there is_it`),
  ),
  "u",
);

/** `apa-apa`, `apa pun`, `di mana-mana`: these ask nothing. And nobody is asked how somebody is. */
const ASKING_NOTHING = new RegExp(
  whole(
    anyOf(`
    apa-apa apa_apa gpp apapun apa_pun siapapun siapa_pun kapanpun kapan_pun dimanapun di_mana_pun berapapun berapa_pun
    apa_adanya mana-mana dimana-mana di_mana-mana kemana-mana ke_mana-mana entah_apa tidak_ada_apa`),
  ),
  "gu",
);

const OPENING = anyOf(`
  min mimin kak kakak ka kk admin gan bang bu pak halo hallo hai hi hello hey permisi maaf mohon mau tanya nanya bertanya
  assalamualaikum assalamu'alaikum selamat pagi siang sore malam terus trus lalu kalau kalo klo kl untuk utk ini itu
  please pls so and but excuse me sorry sir`);

/** These ask where they open what is said: `bisa pinjam online`, `halo min boleh bawa anak`. */
const ASKING_FIRST = new RegExp(
  `^\\s*(?:${OPENING}\\s+)*${whole(anyOf("bisa bs bsa boleh blh buka when where how what which who why is are do does can could"))}`,
  "u",
);

/** `how nice`, `what a day`: at the beginning, and yet nothing is asked. */
const MARVELLING = new RegExp(
  whole(
    anyOf(`
    how_nice how_cool how_lovely how_great how_beautiful how_cute how_sweet how_fun how_wonderful how_exciting how_interesting
    what_a what_an`),
  ),
  "gu",
);

/** `hari sabtu buka`: it asks anywhere, unless it is wished, told or thanked for. */
const OPENS = new RegExp(whole("buka"), "u");
const TOLD = new RegExp(
  whole(
    anyOf(`
    semoga moga mudah-mudahan terima makasih thanks alhamdulillah akhirnya sudah udah telah kemarin tadi puasa bersama ayo yuk
    mari senang seneng asyik asik`),
  ),
  "u",
);

/** `ada ga`, `bisa dipinjam nggak ya`: the particle at the end asks. */
const PARTICLE = new RegExp(
  `${whole(anyOf("ada masih buka tutup bisa bs boleh blh perlu harus jadi gratis bayar"))}(?:\\s+[\\p{L}\\p{N}-]+){0,3}\\s+${whole(anyOf("ga gak g ngga nggak engga enggak kah tidak tdk nda ndak"))}(?:\\s+${anyOf("ya yaa sih min kak ka kk mimin admin nih")})*\\s*$`,
  "u",
);

function isQuestion(clause: string): boolean {
  const said = clause.replaceAll(ASKING_NOTHING, " ").replaceAll(MARVELLING, " - ");
  return (
    ASKING.test(said) ||
    ASKING_FIRST.test(said) ||
    PARTICLE.test(said) ||
    (OPENS.test(said) && !TOLD.test(said))
  );
}
