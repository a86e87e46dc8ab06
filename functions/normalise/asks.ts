/**
 * Does a comment look like a question? One bit is kept of a comment's text, and never the text. It is a guess that a person can
 * contradict ("needs no answer"); where it cannot tell it would rather ask a person than overlook somebody who waits.
 *
 * A question mark, or a word that asks (`kapan`, `brp`, `where`), or one that asks where it opens what is said (`bisa pinjam
 * online?` without its mark, but not `semoga bisa hadir`). Words are whole, folded as a topic's are.
 */
import { folded, isPlain } from "../model/folded.ts";

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
  const ends = endsOf(text);
  const signs = isPlain(ends) ? plainSigns() : signsOfAll();
  const said = plain(ends, signs).slice(0, FOLDED);
  if (/[?؟]/.test(said)) return true;
  return said.split(signs.clauseEnds).some((clause) => isQuestion(clause, signs));
}

/** What letters, marks and numbers are, inside a class of an expression. */
type Alphabet = { letter: string; mark: string; number: string; flags: "u" | "" };

/** To make ready what knows all scripts takes a fresh isolate as long as all else that a visit does with its comments' texts. */
const PLAIN: Alphabet = { letter: "a-zA-Z", mark: "", number: "0-9", flags: "" };
const ALL: Alphabet = { letter: "\\p{L}", mark: "\\p{M}", number: "\\p{N}", flags: "u" };

type Signs = ReturnType<typeof signsOf>;

/** Made ready when the first text passes by. */
function later(alphabet: Alphabet): () => Signs {
  let made: Signs | null = null;
  return () => {
    made ??= signsOf(alphabet);
    return made;
  };
}

const plainSigns = later(PLAIN);
const signsOfAll = later(ALL);

/** `kapannnn` is `kapan`. */
const plain = (text: string, { notSaid, drawn }: Signs): string =>
  folded(text.replaceAll(notSaid, " ")).replaceAll(drawn, "$1");

const anyOf = (words: string): string =>
  `(?:${words.trim().replaceAll(/\s+/g, "|").replaceAll("_", " +")})`;

/** These ask wherever they stand. */
const ASKING = anyOf(`
    apa apakah apkh kapan kapankah kpn dimana dmn dmna dimanakah di_mana di_mn kemana ke_mana darimana dari_mana mana
    bagaimana bagaimanakah bgmn gimana gmn gmna gmana berapa berapakah brp brapa siapa kenapa knp mengapa
    bisakah bolehkah adakah masihkah sudahkah perlukah haruskah syarat syaratnya persyaratan caranya
    can_i can_we can_you could_i could_we could_you may_i may_we do_you do_i does_it are_you are_there is_there is_it`);

/** `apa-apa`, `apa pun`, `di mana-mana`: these ask nothing. And nobody is asked how somebody is. */
const ASKING_NOTHING = anyOf(`
    apa-apa apa_apa gpp apapun apa_pun siapapun siapa_pun kapanpun kapan_pun dimanapun di_mana_pun berapapun berapa_pun
    apa_adanya mana-mana dimana-mana di_mana-mana kemana-mana ke_mana-mana entah_apa tidak_ada_apa`);

const OPENING = anyOf(`
  min mimin kak kakak ka kk admin gan bang bu pak halo hallo hai hi hello hey permisi maaf mohon mau tanya nanya bertanya
  assalamualaikum assalamu'alaikum selamat pagi siang sore malam terus trus lalu kalau kalo klo kl untuk utk ini itu
  please pls so and but excuse me sorry sir`);

/** These ask where they open what is said: `bisa pinjam online`, `halo min boleh bawa anak`. */
const ASKING_FIRST = anyOf(
  "bisa bs bsa boleh blh buka when where how what which who why is are do does can could",
);

/** `how nice`, `what a day`: at the beginning, and yet nothing is asked. */
const MARVELLING = anyOf(`
    how_nice how_cool how_lovely how_great how_beautiful how_cute how_sweet how_fun how_wonderful how_exciting how_interesting
    what_a what_an`);

/** `hari sabtu buka`: it asks anywhere, unless it is wished, told or thanked for. */
const TOLD = anyOf(`
    semoga moga mudah-mudahan terima makasih thanks alhamdulillah akhirnya sudah udah telah kemarin tadi puasa bersama ayo yuk
    mari senang seneng asyik asik`);

/** `ada ga`, `bisa dipinjam nggak ya`: the particle at the end asks. */
const DOUBTED = anyOf("ada masih buka tutup bisa bs boleh blh perlu harus jadi gratis bayar");
const PARTICLE = anyOf("ga gak g ngga nggak engga enggak kah tidak tdk nda ndak");
const ADDRESSED = anyOf("ya yaa sih min kak ka kk mimin admin nih");

function signsOf({ letter, mark, number, flags }: Alphabet) {
  const whole = (words: string): string =>
    `(?<![${letter}${number}])${words}(?![${letter}${number}-])`;
  const once = (pattern: string) => new RegExp(pattern, flags);
  const each = (pattern: string) => new RegExp(pattern, `g${flags}`);
  return {
    /** An address has a `?` of its own, and a name or a hashtag may be any word. */
    notSaid: new RegExp(
      [
        "https?:\\/\\/\\S+",
        `(?<![${letter}${number}-])(?:[${letter}${number}-]{1,63}\\.){1,5}[${letter}]{2,20}\\/\\S*`,
        `[@#][${letter}${number}_.]+`,
      ].join("|"),
      `gi${flags}`,
    ),
    /** A letter that is drawn out. */
    drawn: each(`([${letter}])\\1{2,}`),
    /** Whatever is no letter, number, space or hyphen. */
    clauseEnds: once(`[^${letter}${mark}${number}\\s'’-]+`),
    asking: once(whole(ASKING)),
    askingNothing: each(whole(ASKING_NOTHING)),
    askingFirst: once(`^\\s*(?:${OPENING}\\s+)*${whole(ASKING_FIRST)}`),
    marvelling: each(whole(MARVELLING)),
    opens: once(whole("buka")),
    told: once(whole(TOLD)),
    particle: once(
      `${whole(DOUBTED)}(?:\\s+[${letter}${number}-]+){0,3}\\s+${whole(PARTICLE)}(?:\\s+${ADDRESSED})*\\s*$`,
    ),
  };
}

function isQuestion(clause: string, signs: Signs): boolean {
  const said = clause.replaceAll(signs.askingNothing, " ").replaceAll(signs.marvelling, " - ");
  return (
    signs.asking.test(said) ||
    signs.askingFirst.test(said) ||
    signs.particle.test(said) ||
    (signs.opens.test(said) && !signs.told.test(said))
  );
}
