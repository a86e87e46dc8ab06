/** What the screen of what works says beside its claims (works.ts): the list, the hours, the mix. */
import type { LookState } from "../../functions/model/look.ts";
import type { MixedBy } from "../../functions/model/target-mix.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { count, english } from "./speech.ts";

const id = {
  title: "Yang berhasil",
  lead: "Perbedaan di antara unggahan Anda sendiri, dinilai sekali sebulan dan disebut hanya bila jarang terjadi karena kebetulan.",
  method: "Cara menilainya",
  whose: "Akun yang dibandingkan",
  together: "Di semua akun",
  /** Behind an account's name: so many claims. */
  claims: (claims: number) => `, ${count("id", claims)} perbedaan`,
  judged: (month: string, posts: number) =>
    `Penilaian ${month}, dari ${count("id", posts)} unggahan bulan-bulan sebelumnya.`,
  /** Why all together have fewer posts than the accounts have. */
  each: (newest: number) =>
    `Dari tiap akun paling banyak ${count("id", newest)} unggahan terbaru; akun yang belum bisa dinilai tidak ikut.`,
  /** An account's differences beside none of all together. */
  alone: (accounts: string) =>
    `Di ${accounts} ada perbedaan yang terlihat, di semua akun bersama belum: keduanya bisa benar.`,
  more_claims: (more: number) => `${count("id", more)} perbedaan lain`,
  its_posts: (posts: number) => `Lihat ${count("id", posts)} unggahannya`,
  less: "Yang mendapat lebih sedikit tidak berarti buruk: ajakan ke lokakarya menjangkau sedikit orang dan tetap perlu.",
  /** What so many posts could have shown. */
  could_see: (posts: number, needed: number) =>
    `Dari ${count("id", posts)} unggahan, satu kelompok yang mendapat dua kali lipat, misalnya satu topik, akan ketahuan pada 6 dari 10 penilaian, asal isinya sedikitnya ${count("id", needed)} unggahan.`,
  calm: (whose: "one" | "all") =>
    `Hasil unggahan ${whose === "one" ? "akun ini" : "di semua akun"} mirip satu sama lain, jadi sedikit sudah cukup; kebanyakan akun memerlukan sekitar 30.`,
  could_not_see: (posts: number) =>
    `Dari ${count("id", posts)} unggahan, kelompok yang mendapat dua kali lipat pun akan ketahuan pada kurang dari 6 dari 10 penilaian.`,
  small_unseen:
    "Selisih yang lebih kecil mungkin ada, tetapi belum bisa dipisahkan dari kebetulan.",
  /** The month of the first look that has enough posts. */
  enough_by: (month: string) => `Pada laju sekarang, penilaian pertama kira-kira ${month}.`,
  until_then: "Sampai saat itu, inilah yang sudah terhitung, tanpa perbandingan.",
  not_yet: "Penilaian pertama sedang disiapkan; biasanya selesai dalam sehari.",
  not_together:
    "Semua akun dinilai bersama begitu dua akun atau lebih sudah dinilai sendiri-sendiri.",
  counted: "Yang bisa dilihat tanpa menilai: kapan dan tentang apa Anda menerbitkan.",
  gone: (subject: string, gone: string) =>
    `${subject}: ${gone.charAt(0).toLowerCase()}${gone.slice(1)}`,
  no_accounts: "Belum ada akun yang bisa dibandingkan.",
  levels: {
    title: "Semua yang dibandingkan",
    unclaimed:
      "Rentang yang tidak memuat 1 belum disebut perbedaan: tiap rentang melihat barisnya saja, sedangkan yang disebut harus bertahan di antara semua yang dibandingkan, dua bulan berturut-turut.",
    lead: "Titik: kira-kira berapa kali unggahan lain. Garis: rentang yang mungkin (90%). Makin sedikit unggahan, makin dekat titiknya ke ×1. Urutannya tetap, bukan peringkat.",
    level: "Kelompok",
    times: "Kali unggahan lain",
    size: (ratio: string, low: string, high: string) => `${ratio}× (${low}–${high})`,
    few: "belum cukup data",
    apart: (tie: string) => `tidak bisa dipisahkan dari ${tie}`,
    apart_from_others: "tidak bisa dipisahkan dari yang lain",
    towards: {
      1: "condong ke lebih banyak per unggahan",
      [-1]: "condong ke lebih sedikit per unggahan",
    } as Record<1 | -1, string>,
    no_direction: "tidak terlihat arahnya",
  },
  hours: {
    title: "Jam dan hari terbit",
    judged:
      "Angka besar: unggahan yang terbit saat itu. Angka kecil: kira-kira berapa kali biasanya, hanya mulai 5 unggahan. Warnanya sengaja pucat: beda antarjam biasanya kecil.",
    counted: "Berapa unggahan terbit pada hari dan jam itu.",
    none: "Belum ada unggahan yang jamnya diketahui.",
    band: "Pukul",
    posts: "unggahan",
    times: "kali biasanya",
  },
  mix: {
    title: "Campuran isi",
    by: { topic: "Menurut topik", format: "Menurut jenis" } satisfies Record<MixedBy, string>,
    since: (day: string, posts: string) => `Sejak ${day}: ${posts}.`,
    of: (posts: string, all: string, share: string) => `${posts} dari ${all} unggahan (${share})`,
    wished: (share: string) => `sasaran ${share}`,
    unknown: { topic: "Topik belum diketahui", format: "Jenis belum diketahui" } satisfies Record<
      MixedBy,
      string
    >,
    none: "Belum ada unggahan dalam dua belas bulan terakhir.",
    months: "Campuran isi per bulan",
    all: "Semua",
    set: "Tentukan sasaran",
    change: "Ubah sasaran",
    count: "Ini hitungan biasa, bukan penilaian: garis tegak menandai sasaran.",
  },
  wish: {
    title: "Sasaran campuran isi",
    lead: "Berapa bagian dari semua unggahan yang Anda inginkan untuk tiap topik atau jenis. Kosongkan yang tidak perlu; jumlahnya paling banyak 100%.",
    percent: (level: string) => `${level} (%)`,
    sum: "Semua sasaran",
    see: "Lihat campuran isinya",
    save: "Simpan",
    refused: "Sasaran belum tersimpan:",
    back: "Yang berhasil",
  },
  posts: {
    title: (subject: string) => subject,
    newest: (shown: number, all: number) =>
      shown < all
        ? `${count("id", shown)} terbaru dari ${count("id", all)} unggahan yang dibandingkan.`
        : `${count("id", all)} unggahan yang dibandingkan.`,
    none: "Unggahannya sudah tidak ada di sini.",
    bursts: "Unggahan yang terbit dalam satu jam dihitung satu.",
    until: (month: string) =>
      `Penilaian ${month}: yang terbit bulan itu, atau dua hari sebelumnya, dinilai bulan berikutnya.`,
  },
  /** In the list of posts, where no claim stands. */
  line: {
    ready: "Tidak ada jenis, topik, atau jam yang berbeda secara meyakinkan",
    learning: "Masih belajar: mulai 30 unggahan perbedaannya dinilai",
    too_few: "Interaksi masih terlalu sedikit untuk dibandingkan",
  } satisfies Record<LookState, string>,
};

const en: typeof id = {
  title: "What works",
  lead: "Differences among your own posts, judged once a month, and said only where chance would rarely make them.",
  method: "How it is judged",
  whose: "Accounts compared",
  together: "On all accounts",
  claims: (claims) => `, ${english(claims, "difference", "differences")}`,
  judged: (month, posts) =>
    `The look of ${month}, based on ${english(posts, "post", "posts")} from the months before.`,
  each: (newest) =>
    `At most the newest ${count("en", newest)} posts of each account count; accounts that cannot be judged yet are left out.`,
  alone: (accounts) =>
    `On ${accounts} something differs, on all accounts together nothing yet: both can be true.`,
  more_claims: (more) => english(more, "more difference", "more differences"),
  its_posts: (posts) => `See its ${english(posts, "post", "posts")}`,
  less: "What gets less is not bad: an invitation to a workshop reaches few, and is needed all the same.",
  could_see: (posts, needed) =>
    `Among ${english(posts, "post", "posts")}, a group that gets twice as much, say one topic, would be noticed in 6 of 10 looks, provided it has at least ${count("en", needed)} posts.`,
  calm: (whose) =>
    `The posts ${whose === "one" ? "of this account" : "of all accounts"} get similar results, so a few are enough; most accounts need about 30.`,
  could_not_see: (posts) =>
    `Among ${english(posts, "post", "posts")}, even a group that gets twice as much would be noticed in fewer than 6 of 10 looks.`,
  small_unseen: "Smaller differences may be there, but cannot be told from chance yet.",
  enough_by: (month) => `At the present pace the first look will come around ${month}.`,
  until_then: "Until then this is what is counted, without comparing.",
  not_yet: "The first look is being made; it usually takes a day.",
  not_together: "All accounts are judged together once two or more have been judged by themselves.",
  counted: "What there is to see without judging: when you publish, and about what.",
  gone: (subject, gone) => `${subject}: ${gone.charAt(0).toLowerCase()}${gone.slice(1)}`,
  no_accounts: "There is no account to compare yet.",
  levels: {
    title: "Everything that was compared",
    unclaimed:
      "A range that leaves out 1 is not yet a difference to name: each range looks at its own row alone, while a named one has to hold over everything compared, two months in a row.",
    lead: "The dot: about how many times your other posts. The line: what is likely (90%). The fewer posts, the closer the dot is drawn to ×1. The order is fixed; it is no ranking.",
    level: "Group",
    times: "Times your other posts",
    size: (ratio, low, high) => `${ratio}× (${low}–${high})`,
    few: "not enough data",
    apart: (tie) => `cannot be told apart from ${tie}`,
    apart_from_others: "cannot be told apart from the others",
    towards: {
      1: "leans towards more per post",
      [-1]: "leans towards less per post",
    },
    no_direction: "no clear direction",
  },
  hours: {
    title: "Hours and days",
    judged:
      "The large number: posts that went out then. The small one: about how many times the usual, from 5 posts on. The colours are pale on purpose: hours rarely differ much.",
    counted: "How many posts went out on that day and at that hour.",
    none: "No post whose hour is known yet.",
    band: "Hour",
    posts: "posts",
    times: "times the usual",
  },
  mix: {
    title: "Content mix",
    by: { topic: "By topic", format: "By format" },
    since: (day, posts) => `Since ${day}: ${posts}.`,
    of: (posts, all, share) => `${posts} of ${all} posts (${share})`,
    wished: (share) => `target ${share}`,
    unknown: { topic: "Topic not known", format: "Format not known" },
    none: "No posts in the last twelve months yet.",
    months: "Content mix by month",
    all: "All",
    set: "Set a target",
    change: "Change the target",
    count: "A plain count, no judgement: the upright line marks the target.",
  },
  wish: {
    title: "Target content mix",
    lead: "What share of all your posts you wish for each topic or format. Leave empty what needs none; together at most 100%.",
    percent: (level) => `${level} (%)`,
    sum: "The targets",
    see: "See the mix",
    save: "Save",
    refused: "The target was not saved:",
    back: "What works",
  },
  posts: {
    title: (subject) => subject,
    newest: (shown, all) =>
      shown < all
        ? `The newest ${count("en", shown)} of ${english(all, "post", "posts")} that were compared.`
        : `${english(all, "post", "posts")} that were compared.`,
    none: "Its posts are not here any more.",
    bursts: "Posts published within an hour count as one.",
    until: (month) =>
      `The look of ${month}: what was published in it, or in the two days before, waits for the next one.`,
  },
  line: {
    ready: "No format, topic or hour differs convincingly",
    learning: "Still learning: from 30 posts on differences are judged",
    too_few: "Too few interactions to compare yet",
  },
};

export const worksScreenWords: Record<Language, typeof id> = { id, en };
