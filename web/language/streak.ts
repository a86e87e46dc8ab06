/** What a streak's page says. `*…*` marks what counts in a sentence. */
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  title: { weak: ["Masa ", "lemah", " di "], strong: ["Masa ", "kuat", " di "] },
  until_now: (from: string) => `sejak ${from}`,
  states: {
    open: null,
    recovered: (on: string) => `Pulih: sesudah ${on} unggahan kembali seperti biasa.`,
    new_normal: (posts: string) =>
      `Sudah ${posts} unggahan di tingkat ini; kini dianggap tingkat biasa yang baru.`,
    withdrawn: () =>
      "Ditarik: setelah data diperbaiki, atau unggahannya dikecualikan, masa ini tidak terlihat lagi. Yang pernah disampaikan tetap tertulis di bawah.",
  },
  posts: "Unggahannya",
  more_posts: (posts: string) => `${posts} lagi`,
  in_streak: "dalam masa ini",
  dots_caption: "Titik: unggahan, yang terbaru di kanan. Pita: kisaran biasa.",
  dots_label: (posts: string, inside: string) =>
    `${posts} unggahan dibanding biasanya; ${inside} di antaranya dalam masa ini`,
  table: "Tabel semua unggahan yang dibandingkan",
  table_help: "Yang bertanda ● ada dalam masa ini; yang lain unggahan sebelumnya, pembandingnya.",
  columns: { post: "Unggahan", times: "Dibanding biasa" },
  sum: { weak: "Jumlah kekurangan", strong: "Jumlah kelebihan" },
  not_judged: "tidak dinilai",
  usual_range: (low: string, high: string) => `Kisaran biasa: ${low} sampai ${high}.`,
  sure: "Seberapa yakin",
  sure_more: "Kemungkinan kebetulan, dan cara tandanya menyala",
  threshold: "ambang tanda",
  sum_label: {
    weak: (peak: string, threshold: string) =>
      `Jumlah kekurangan naik sampai ${peak}; tanda menyala pada ${threshold}`,
    strong: (peak: string, threshold: string) =>
      `Jumlah kelebihan naik sampai ${peak}; tanda menyala pada ${threshold}`,
  },
  sum_caption: {
    weak: "Setiap unggahan di bawah biasa menambah, setiap yang di atas mengurangi.",
    strong: "Setiap unggahan di atas biasa menambah, setiap yang di bawah mengurangi.",
  },
  sum_unit:
    "Satuannya simpangan baku menurut urutan: yang paling ujung dari 40 unggahan menambah hampir 2, yang tepat di tengah mengurangi 0,5, dan jumlahnya tidak pernah di bawah 0.",
  why: { weak: "Mengapa", strong: "Apa yang berhasil" },
  reach_row: "Jangkauan per unggahan",
  reaction_row: "Reaksi dari yang melihat",
  unknown_reach:
    "Jangkauan tidak tersedia dari platform ini, jadi tidak diketahui apakah yang melihat atau yang bereaksi yang berubah.",
  diagnosis: {
    fewer_saw: "Lebih sedikit orang yang melihat; mereka yang melihat bereaksi seperti biasa.",
    reacted_less: "Sama banyak orang yang melihat, tetapi mereka lebih jarang bereaksi.",
    both_less: "Lebih sedikit orang yang melihat, dan mereka lebih jarang bereaksi.",
    more_saw: "Lebih banyak orang yang melihat; mereka bereaksi seperti biasa.",
    reacted_more: "Sama banyak orang yang melihat, tetapi mereka lebih sering bereaksi.",
    both_more: "Lebih banyak orang yang melihat, dan mereka lebih sering bereaksi.",
    unclear: "Jangkauan dan reaksi tidak memberi petunjuk yang jelas.",
  },
  format_row: "Jenis",
  topic_row: "Topik",
  hour_row: "Jam terbit",
  gap_row: "Jeda antarunggahan",
  of: (value: string, count: string, all: string) => `${value} (${count} dari ${all})`,
  before: (value: string) => `sebelumnya ${value}`,
  share: (percent: string) => `sebelumnya ${percent} unggahan`,
  hour: (hour: string) => `sekitar pukul ${hour}.00`,
  gap: (_count: number, shown: string) => `${shown} hari`,
  nothing_differs: "Jenis, topik, jam, dan jeda tidak menonjol bedanya.",
  clues: "Petunjuk, bukan sebab: yang berbeda dari unggahan sebelumnya.",
  adjusted: "Penyesuaian jenis",
  adjusted_why:
    "Tiap unggahan dibandingkan dengan yang biasa untuk jenisnya, supaya beralih dari video ke foto tidak terlihat sebagai kemunduran.",
  format_posts: (_count: number, shown: string) => `dari ${shown} unggahan`,
  usual: "biasa",
  next: { weak: "Yang bisa dicoba", strong: "Supaya berlanjut" },
  advice: {
    fewer_saw: [
      "Unggah pada jam yang dulu ramai, dan beri jarak antarunggahan.",
      "Bagikan unggahan berikutnya ke grup WhatsApp pemustaka dan ke Cerita dalam satu jam pertama.",
      "Periksa apakah akun terkena pembatasan (Status Akun di setelan platform).",
    ],
    reacted_less: [
      "Ajukan satu pertanyaan yang mudah dijawab di kalimat pertama.",
      "Coba topik lain yang bulan lalu disukai; lihat di tab Konten, urutkan menurut tingkat keterlibatan.",
      "Balas komentar dalam sehari: percakapan mengundang percakapan.",
    ],
    both_less: [
      "Ubah satu hal saja untuk tiga unggahan berikutnya: topik dulu, lalu jenis.",
      "Lihat unggahan terbaik dalam setahun di Konten, dan ulangi bentuknya.",
      "Balas komentar dalam sehari: percakapan mengundang percakapan.",
    ],
    unknown: [
      "Ubah satu hal saja untuk tiga unggahan berikutnya: topik dulu, lalu jam.",
      "Lihat unggahan terbaik dalam setahun di Konten, dan ulangi bentuknya.",
      "Masukkan jangkauan lewat berkas CSV di tab Data, supaya sebabnya terlihat.",
    ],
    format: (now: string, before: string) =>
      `Selingi ${now} lagi dengan jenis lain: sebelumnya hanya ${before} dari unggahan berupa ${now}.`,
    hour: (before: string) => `Kembali terbit ${before}, seperti sebelumnya.`,
    gap_longer: (before: string) => `Kembali ke jeda sekitar ${before} antarunggahan.`,
    gap_shorter: (before: string) =>
      `Beri jarak: dulu jedanya sekitar ${before}, kini unggahan saling berebut perhatian.`,
    topic: (now: string, before: string) =>
      `Kurangi topik ${now} untuk sementara: dulu ${before} dari unggahan, kini sebagian besar.`,
    reason:
      "Kalau sebabnya jelas (Ramadan, libur, akun diretas), catat di bawah: masa ini lalu tidak ikut membentuk ukuran biasa.",
  },
  keep: {
    more_saw: "Catat jam dan jenis yang dipakai: unggahan ini sampai ke lebih banyak orang.",
    reacted_more: "Pertahankan topik dan cara bertanya: yang melihat lebih sering bereaksi.",
    both_more: "Pertahankan resepnya: lebih banyak yang melihat, dan mereka lebih sering bereaksi.",
    unclear: "Lihat apa yang sama pada unggahan ini, lalu ulangi satu per satu.",
    try: "Jadikan unggahan terbaik di masa ini sebagai contoh untuk tim.",
  },
  recovered_advice: "Tidak ada yang perlu dilakukan: unggahan sudah kembali seperti biasa.",
  new_normal_advice:
    "Tingkat ini sudah bertahan lama dan kini menjadi pembanding. Kalau belum puas, ubah satu hal yang besar: jenis, topik utama, atau waktu terbit.",
  limits: "Yang tidak bisa dilihat",
  limits_text: {
    weak: "Penurunan sekitar 30% pada akun yang naik-turunnya besar tidak dapat dipastikan dari selusin unggahan; tidak ada cara yang bisa. Karena itu diamnya Denyut bukan bukti bahwa semuanya baik, dan tanda ini bukan bukti sebabnya.",
    strong:
      "Kenaikan kecil pada akun yang naik-turunnya besar tidak dapat dipastikan dari selusin unggahan. Masa kuat adalah petunjuk, bukan bukti sebabnya.",
  },
  told: "Yang disampaikan waktu itu",
  told_text: (on: string, posts: string, size: string, chance: string) =>
    `Pada ${on} Denyut menyampaikan: ${posts}, ${size}. ${chance}`,
  revised: "Riwayatnya diperbaiki sesudah itu; angka di halaman ini sudah memakai data yang baru.",
  reason: {
    title: "Catat sebabnya",
    help: "Masa dengan sebab yang dicatat tidak ikut membentuk ukuran biasa. Bisa dibatalkan.",
    label: "Sebab",
    example: "mis. Ramadan, akun diretas",
    save: "Simpan sebab",
    remove: "Batalkan sebab",
    noted: (reason: string) =>
      `Sebab yang dicatat: ${reason}. Masa ini tidak ikut membentuk ukuran biasa.`,
  },
};

type StreakWords = typeof id;

const en: StreakWords = {
  title: { weak: ["A ", "weak", " streak on "], strong: ["A ", "strong", " streak on "] },
  until_now: (from) => `since ${from}`,
  states: {
    open: null,
    recovered: (on) => `Recovered: after ${on} posts went back to usual.`,
    new_normal: (posts) => `${posts} posts at this level; it is now taken as the new usual.`,
    withdrawn: () =>
      "Withdrawn: since data was corrected, or its posts were left out, this streak can no longer be seen. What had been told still stands below.",
  },
  posts: "Its posts",
  more_posts: (posts) => `${posts} more`,
  in_streak: "in the streak",
  dots_caption: "Dots: posts, the newest on the right. Band: usual range.",
  dots_label: (posts, inside) =>
    `${posts} posts against the usual; ${inside} of them in the streak`,
  table: "Table of all posts compared",
  table_help:
    "Those marked ● are in the streak; the others are the posts before, which it is compared with.",
  columns: { post: "Post", times: "Against usual" },
  sum: { weak: "Sum of shortfalls", strong: "Sum of surpluses" },
  not_judged: "not judged",
  usual_range: (low, high) => `Usual range: ${low} to ${high}.`,
  sure: "How sure",
  sure_more: "How likely chance is, and how the flag is raised",
  threshold: "flag threshold",
  sum_label: {
    weak: (peak, threshold) =>
      `The sum of shortfalls climbs to ${peak}; the flag stands at ${threshold}`,
    strong: (peak, threshold) =>
      `The sum of surpluses climbs to ${peak}; the flag stands at ${threshold}`,
  },
  sum_caption: {
    weak: "Each post below the usual adds to it, each one above takes away.",
    strong: "Each post above the usual adds to it, each one below takes away.",
  },
  sum_unit:
    "Its unit is the standard deviation, by rank: the most extreme of 40 posts adds almost 2, one just in the middle takes away 0.5, and the sum never falls below 0.",
  why: { weak: "Why", strong: "What went right" },
  reach_row: "Reach per post",
  reaction_row: "Reactions of those who saw",
  unknown_reach:
    "Reach is not available here, so it is unknown whether fewer people saw the posts or those who saw them reacted differently.",
  diagnosis: {
    fewer_saw: "Fewer people saw them; those who did reacted as usual.",
    reacted_less: "As many people saw them, but those who saw them reacted less.",
    both_less: "Fewer people saw them, and those who saw them reacted less.",
    more_saw: "More people saw them; those who did reacted as usual.",
    reacted_more: "As many people saw them, and those who saw them reacted more.",
    both_more: "More people saw them, and those who saw them reacted more.",
    unclear: "Reach and reactions give no clear clue.",
  },
  format_row: "Format",
  topic_row: "Topic",
  hour_row: "Hour of day",
  gap_row: "Gap between posts",
  of: (value, count, all) => `${value} (${count} of ${all})`,
  before: (value) => `before: ${value}`,
  share: (percent) => `before: ${percent} of posts`,
  hour: (hour) => `around ${hour}:00`,
  gap: (count, shown) => (count === 1 ? "1 day" : `${shown} days`),
  nothing_differs: "Format, topic, hour and gap do not stand out.",
  clues: "Clues, not causes: what differed from the posts before.",
  adjusted: "Adjusted for format",
  adjusted_why:
    "Each post is compared with what is usual for its kind, so that a switch from video to photos does not look like a decline.",
  format_posts: (count, shown) => (count === 1 ? "from 1 post" : `from ${shown} posts`),
  usual: "usual",
  next: { weak: "What to try", strong: "Keep it going" },
  advice: {
    fewer_saw: [
      "Post at the hours that used to be busy, and leave room between posts.",
      "Share the next post to readers’ WhatsApp groups and a story within its first hour.",
      "Check whether the platform restricted the account (Account Status in its settings).",
    ],
    reacted_less: [
      "Ask one easy question in the first sentence.",
      "Try another topic that did well last month; see Posts, sorted by rate.",
      "Answer comments within a day: conversation invites conversation.",
    ],
    both_less: [
      "Change one thing only for the next three posts: the topic first, then the format.",
      "Look up the year’s best posts under Posts, and repeat their shape.",
      "Answer comments within a day: conversation invites conversation.",
    ],
    unknown: [
      "Change one thing only for the next three posts: the topic first, then the hour.",
      "Look up the year’s best posts under Posts, and repeat their shape.",
      "Bring reach in with a CSV export under Data, so that the cause can be seen.",
    ],
    format: (now, before) =>
      `Mix ${now} with other formats again: only ${before} of the posts before were ${now}.`,
    hour: (before) => `Go back to posting ${before}, as before.`,
    gap_longer: (before) => `Go back to a gap of about ${before} between posts.`,
    gap_shorter: (before) =>
      `Leave room: the gap used to be about ${before}; now posts compete with each other.`,
    topic: (now, before) =>
      `Ease off the topic ${now} for a while: it was ${before} of the posts before, and is most of them now.`,
    reason:
      "If the reason is plain (Ramadan, holidays, a hacked account), note it below: this run is then left out of the usual.",
  },
  keep: {
    more_saw: "Note the hours and formats used: these posts reached more people.",
    reacted_more: "Keep the topics and the way of asking: those who saw them reacted more.",
    both_more: "Keep the recipe: more people saw these posts, and they reacted more.",
    unclear: "See what these posts have in common, and repeat it one thing at a time.",
    try: "Make the best post of this run the team’s example.",
  },
  recovered_advice: "Nothing needs doing: posts are back to usual.",
  new_normal_advice:
    "This level has lasted long and is now what posts are compared with. To move it, change one big thing: format, main topic or hour.",
  limits: "What cannot be seen",
  limits_text: {
    weak: "A fall of about 30% on an account with large swings cannot be told from a dozen posts; no method can. So silence is no proof that all is well, and this flag is no proof of a cause.",
    strong:
      "A small rise on an account with large swings cannot be told from a dozen posts. A strong streak is a clue, not proof of a cause.",
  },
  told: "What was told at the time",
  told_text: (on, posts, size, chance) => `On ${on} Denyut said: ${posts}, ${size}. ${chance}`,
  revised: "History was corrected since; the figures on this page use the newer data.",
  reason: {
    title: "Note the reason",
    help: "A run with a noted reason is left out of the usual. This can be taken back.",
    label: "Reason",
    example: "e.g. Ramadan, hacked account",
    save: "Save the reason",
    remove: "Take the reason back",
    noted: (reason) => `Reason noted: ${reason}. This run is left out of the usual.`,
  },
};

export const streakWords: Record<Language, StreakWords> = { id, en };
