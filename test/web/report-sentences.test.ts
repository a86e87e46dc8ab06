/** Every rule of the monthly report as it is signed, in both languages: one and many, nothing, and what is not known. */
import { describe, expect, test } from "vitest";
import type { Claim } from "../../functions/model/claim.ts";
import type { Report, ReportAdvice, ReportSentence } from "../../functions/model/report.ts";
import { reportWords } from "../../web/language/report.ts";
import { reportTableWords } from "../../web/language/report-table.ts";
import { paperOf } from "../../web/parts/report-of.ts";
import { adviceInWords } from "../../web/parts/report-remarks.ts";
import { sentenceOf } from "../../web/parts/report-sentence.ts";
import { speakerOf } from "../../web/parts/report-speaker.ts";
import { wordsOfReportTable } from "../../web/parts/report-table-words.ts";
import { ACCOUNTS, at, FULL, post, streak } from "./report-views.ts";

const [INSTAGRAM, FACEBOOK, , X] = ACCOUNTS;
const plain = post({ caption: "Buku  baru\npekan ini" });

const speakers = (report: Report) => [speakerOf(report, "id"), speakerOf(report, "en")] as const;

const SENTENCES: [name: string, sentence: ReportSentence, id: string, en: string][] = [
  [
    "no figures",
    { rule: "no_figures" },
    "Untuk Oktober 2026 belum ada angka yang diketahui.",
    "No figures are known yet for October 2026.",
  ],
  [
    "posted",
    { rule: "posted", posts: 48, before: 56, accounts: 4, interactions: 1240 },
    "Selama Oktober 2026 perpustakaan menerbitkan 48 unggahan di 4 akun, dibandingkan 56 unggahan pada September 2026; semuanya mendapat 1.240 interaksi.",
    "During October 2026 the library published 48 posts on 4 accounts, against 56 posts in September 2026; together they brought 1,240 interactions.",
  ],
  [
    "posted, one of each",
    { rule: "posted", posts: 1, before: 1, accounts: 1, interactions: 1 },
    "Selama Oktober 2026 perpustakaan menerbitkan 1 unggahan di 1 akun, dibandingkan 1 unggahan pada September 2026; unggahan itu mendapat 1 interaksi.",
    "During October 2026 the library published 1 post on 1 account, against 1 post in September 2026; it brought 1 interaction.",
  ],
  [
    "posted, nothing before",
    { rule: "posted", posts: 2, before: 0, accounts: 1, interactions: 0 },
    "Selama Oktober 2026 perpustakaan menerbitkan 2 unggahan di 1 akun; pada September 2026 tidak ada unggahan.",
    "During October 2026 the library published 2 posts on 1 account; in September 2026 there was none.",
  ],
  [
    "posted, else unknown",
    { rule: "posted", posts: 3, before: null, accounts: 2, interactions: null },
    "Selama Oktober 2026 perpustakaan menerbitkan 3 unggahan di 2 akun.",
    "During October 2026 the library published 3 posts on 2 accounts.",
  ],
  [
    "posted, nothing",
    { rule: "posted", posts: 0, before: 12, accounts: 4, interactions: null },
    "Selama Oktober 2026 tidak ada unggahan yang terbit; pada September 2026 terbit 12 unggahan.",
    "During October 2026 nothing was published; in September 2026 there were 12 posts.",
  ],
  [
    "silent, one",
    { rule: "silent_month", accounts: [X] },
    "Selama Oktober 2026 tidak ada unggahan di X.",
    "Nothing was published on X in October 2026.",
  ],
  [
    "silent, two",
    { rule: "silent_month", accounts: [INSTAGRAM, FACEBOOK] },
    "Selama Oktober 2026 tidak ada unggahan di Instagram dan Facebook.",
    "Nothing was published on Instagram and Facebook in October 2026.",
  ],
  [
    "silent, four",
    { rule: "silent_month", accounts: [...ACCOUNTS] },
    "Selama Oktober 2026 tidak ada unggahan di 4 akun.",
    "Nothing was published on 4 accounts in October 2026.",
  ],
  [
    "a rate fell",
    {
      rule: "changed",
      account: FACEBOOK,
      measure: "engagement_rate",
      direction: "down",
      before: 0.025,
      value: 0.017,
      ratio: -0.32,
    },
    "Tingkat keterlibatan Facebook turun dari 2,5% menjadi 1,7%.",
    "The engagement rate of Facebook fell from 2.5% to 1.7%.",
  ],
  [
    "followers grew",
    {
      rule: "changed",
      account: X,
      measure: "followers",
      direction: "up",
      before: 0,
      value: 58,
      ratio: null,
    },
    "Jumlah pengikut X naik dari 0 menjadi 58.",
    "The number of followers of X rose from 0 to 58.",
  ],
  [
    "views trebled",
    {
      rule: "changed",
      account: INSTAGRAM,
      measure: "views",
      direction: "up",
      before: 6500,
      value: 20_967,
      ratio: 2.2257,
    },
    "Tayangan Instagram naik menjadi 3,2 kali lipat, dari 6.500 ke 20.967.",
    "The views of Instagram rose to 3.2 times as much, from 6,500 to 20,967.",
  ],
  [
    "steady",
    { rule: "steady", accounts: 4 },
    "Dibandingkan bulan sebelumnya, tidak ada angka di 4 akun yang berubah melebihi naik-turun biasanya.",
    "Against the month before, no figure of the 4 accounts moved by more than its usual ups and downs.",
  ],
  [
    "steady, one",
    { rule: "steady", accounts: 1 },
    "Dibandingkan bulan sebelumnya, tidak ada angka yang berubah melebihi naik-turun biasanya.",
    "Against the month before, no figure of the account moved by more than its usual ups and downs.",
  ],
  [
    "followers, more",
    { rule: "followers", start: 2422, end: 2480, change: 58 },
    "Jumlah pengikut seluruh akun bertambah 58, dari 2.422 menjadi 2.480.",
    "The followers of all accounts grew by 58, from 2,422 to 2,480.",
  ],
  [
    "followers, fewer",
    { rule: "followers", start: 2480, end: 2479, change: -1 },
    "Jumlah pengikut seluruh akun berkurang 1, dari 2.480 menjadi 2.479.",
    "The followers of all accounts fell by 1, from 2,480 to 2,479.",
  ],
  [
    "followers, same",
    { rule: "followers", start: 2480, end: 2480, change: 0 },
    "Jumlah pengikut seluruh akun tetap 2.480.",
    "The followers of all accounts stayed at 2,480.",
  ],
  [
    "weak",
    { rule: "weak", streak: streak() },
    "Instagram melemah sejak 19 Oktober: 7 unggahan mendapat sekitar separuh dari biasanya.",
    "Instagram has been weak since 19 October: 7 posts got about half of the usual.",
  ],
  [
    "weak, over, one post",
    {
      rule: "weak",
      streak: streak({ posts: 1, ended_at: at("2026-10-25T05:00:00Z"), severity: 0.3 }),
    },
    "Instagram sempat melemah (19–25 Okt): 1 unggahan mendapat sepertiga atau kurang dari biasanya.",
    "Instagram was weak for a while (19 – 25 Oct): 1 post got a third or less of the usual.",
  ],
  [
    "recovered",
    {
      rule: "recovered",
      streak: streak({ state: "recovered", ended_at: at("2026-10-25T05:00:00Z") }),
    },
    "Instagram pulih sesudah 25 Oktober; masa lemahnya bermula 19 Oktober.",
    "Instagram recovered after 25 October; its weak streak began on 19 October.",
  ],
  [
    "best post",
    { rule: "best_post", post: plain },
    "Unggahan terbaik bulan ini, “Buku baru pekan ini”, terbit di Instagram pada 12 Oktober dan mendapat 312 interaksi, 3,2 kali biasanya.",
    "The month’s best post, “Buku baru pekan ini”, was published on Instagram on 12 October and brought 312 interactions, 3.2 times the usual.",
  ],
  [
    "best post, unknown",
    { rule: "best_post", post: post({ caption: null, interactions: null, score: null }) },
    "Unggahan terbaik bulan ini terbit di Instagram pada 12 Oktober.",
    "The month’s best post was published on Instagram on 12 October.",
  ],
  [
    "best post, one reaction, below the usual",
    { rule: "best_post", post: post({ caption: "  ", interactions: 1, score: 0.8 }) },
    "Unggahan terbaik bulan ini terbit di Instagram pada 12 Oktober dan mendapat 1 interaksi.",
    "The month’s best post was published on Instagram on 12 October and brought 1 interaction.",
  ],
  [
    "events",
    { rule: "events", events: 2, visitors: 165 },
    "Perpustakaan mengadakan 2 acara dengan 165 pengunjung yang tercatat.",
    "The library held 2 events with 165 visitors counted.",
  ],
  [
    "events, one",
    { rule: "events", events: 1, visitors: 1 },
    "Perpustakaan mengadakan 1 acara dengan 1 pengunjung yang tercatat.",
    "The library held 1 event with 1 visitor counted.",
  ],
  [
    "events, none came",
    { rule: "events", events: 1, visitors: 0 },
    "Perpustakaan mengadakan 1 acara, tanpa pengunjung yang tercatat.",
    "The library held 1 event, with no visitor counted.",
  ],
  [
    "events, unknown",
    { rule: "events", events: 3, visitors: null },
    "Perpustakaan mengadakan 3 acara; jumlah pengunjungnya belum dicatat.",
    "The library held 3 events; the visitors are not noted yet.",
  ],
];

const CLAIM: Claim = {
  factor: "topic",
  level: "literacy",
  direction: 1,
  ratio: 1.62,
  low: 1.21,
  high: 2.14,
  posts: 34,
  chance: 0.0067,
  entangled_with: null,
};

const ADVICE: [name: string, advice: ReportAdvice, id: string, en: string][] = [
  [
    "works",
    { rule: "works", account: INSTAGRAM ?? null, claim: CLAIM },
    "Memperbanyak unggahan bertopik “Literasi” di Instagram, yang terlihat mendapat sekitar 1,6 kali unggahan lain.",
    "Publish more posts on “Literacy” on Instagram: they are seen to get about 1.6 times the other posts.",
  ],
  [
    "works, of all together",
    { rule: "works", account: null, claim: { ...CLAIM, factor: "hours", level: "18-21" } },
    "Memperbanyak unggahan pukul 18–21 di semua akun, yang terlihat mendapat sekitar 1,6 kali unggahan lain.",
    "Publish more posts at 18–21 on all accounts: they are seen to get about 1.6 times the other posts.",
  ],
  [
    "collector",
    { rule: "collector", accounts: [INSTAGRAM] },
    "Memeriksa pengumpulan angka Instagram yang terhenti; selama itu angkanya tidak bertambah.",
    "See to the collecting of Instagram, which has stopped; until then its figures do not grow.",
  ],
  [
    "weak, by hour",
    { rule: "weak", streak: streak() },
    "Menerbitkan lagi sekitar pukul 15.00 di Instagram: akun ini melemah sejak 19 Oktober.",
    "Publish around 15:00 on Instagram again: this account has been weak since 19 October.",
  ],
  [
    "weak, by format",
    {
      rule: "weak",
      streak: streak({ differences: [{ what: "format", now: "image", share: 0.9, before: 0.2 }] }),
    },
    "Menyelingi foto di Instagram dengan jenis lain: akun ini melemah sejak 19 Oktober.",
    "Mix photos on Instagram with other formats: this account has been weak since 19 October.",
  ],
  [
    "weak, by topic",
    {
      rule: "weak",
      streak: streak({
        differences: [{ what: "topic", now: "institutional", share: 0.9, before: 0.2 }],
      }),
    },
    "Menyelingi topik “Kelembagaan” di Instagram dengan topik lain: akun ini melemah sejak 19 Oktober.",
    "Mix the topic “The institution” on Instagram with others: this account has been weak since 19 October.",
  ],
  [
    "weak, by gap",
    { rule: "weak", streak: streak({ differences: [{ what: "gap_days", now: 9, before: 1 }] }) },
    "Kembali ke jeda sekitar 1 hari antarunggahan di Instagram: akun ini melemah sejak 19 Oktober.",
    "Go back to a gap of about 1 day between posts on Instagram: this account has been weak since 19 October.",
  ],
  [
    "weak, by nothing",
    { rule: "weak", streak: streak({ differences: [] }) },
    "Mengubah satu hal saja untuk tiga unggahan berikutnya di Instagram, topik dahulu lalu jenisnya: akun ini melemah sejak 19 Oktober.",
    "Change one thing only for the next three posts on Instagram, the topic first, then the format: this account has been weak since 19 October.",
  ],
  [
    "silence",
    { rule: "silence", account: X, from: "2026-10-12" },
    "Menerbitkan unggahan di X, yang sepi sejak 12 Oktober.",
    "Publish on X, where nothing was published since 12 October.",
  ],
  [
    "event",
    { rule: "event", event_id: 5, title: "Bedah buku", step: "a_week", to: "2026-11-20" },
    "Menerbitkan promosi acara “Bedah buku” (seminggu sebelumnya), paling lambat 20 November.",
    "Publish the promotion of “Bedah buku” (a week before), by 20 November at the latest.",
  ],
  [
    "answers",
    { rule: "answers", account: INSTAGRAM, questions: 3 },
    "Menjawab 3 pertanyaan bulan ini di kolom komentar Instagram yang belum dijawab.",
    "Answer the 3 questions of this month under posts on Instagram that nobody answered.",
  ],
  [
    "answers, one",
    { rule: "answers", account: INSTAGRAM, questions: 1 },
    "Menjawab 1 pertanyaan bulan ini di kolom komentar Instagram yang belum dijawab.",
    "Answer the question of this month under posts on Instagram that nobody answered.",
  ],
  [
    "unpromoted",
    { rule: "unpromoted", event_id: 5, title: "Bedah buku", done: 1, due: 4 },
    "Memulai promosi acara lebih awal: untuk “Bedah buku” baru 1 dari 4 langkah promosi dilakukan.",
    "Begin promoting events earlier: for “Bedah buku” only 1 of 4 steps of promotion was taken.",
  ],
  [
    "unpromoted, two",
    { rule: "unpromoted", event_id: 5, title: "Bedah buku", done: 2, due: 5 },
    "Memulai promosi acara lebih awal: untuk “Bedah buku” baru 2 dari 5 langkah promosi dilakukan.",
    "Begin promoting events earlier: for “Bedah buku” only 2 of 5 steps of promotion were taken.",
  ],
  [
    "unpromoted, not at all",
    { rule: "unpromoted", event_id: 5, title: "Bedah buku", done: 0, due: 1 },
    "Memulai promosi acara lebih awal: untuk “Bedah buku” belum ada yang dilakukan dari 1 langkah promosi.",
    "Begin promoting events earlier: for “Bedah buku” nothing was done of 1 step of promotion.",
  ],
  [
    "target of followers",
    { rule: "target", metric: "followers", account: null, needed_a_month: 1.021 },
    "Meninjau ulang target pengikut semua akun, yang di luar jangkauan dengan laju sekarang: diperlukan pertumbuhan 2,1% sebulan sampai akhir tahun.",
    "Look anew at the target of followers of all accounts, which is out of reach at this pace: it takes a growth of 2.1% a month until the year ends.",
  ],
  [
    "target of a rate",
    { rule: "target", metric: "engagement_rate", account: INSTAGRAM, needed_a_month: 0.03 },
    "Meninjau ulang target tingkat keterlibatan Instagram, yang di luar jangkauan dengan laju sekarang: diperlukan 3,0% sebulan sampai akhir tahun.",
    "Look anew at the target of the engagement rate of Instagram, which is out of reach at this pace: it takes 3.0% a month until the year ends.",
  ],
  [
    "target of posts",
    { rule: "target", metric: "posts_per_month", account: null, needed_a_month: 44.5 },
    "Meninjau ulang target unggahan semua akun, yang di luar jangkauan dengan laju sekarang: diperlukan 44,5 unggahan sebulan sampai akhir tahun.",
    "Look anew at the target of posts of all accounts, which is out of reach at this pace: it takes 44.5 posts a month until the year ends.",
  ],
  [
    "few plans",
    { rule: "few_plans", planned: 3, usual: 47.6 },
    "Menambah rencana unggahan November 2026: baru 3 yang direncanakan, sedangkan biasanya terbit sekitar 48 dalam waktu yang sama.",
    "Plan more posts for November 2026: only 3 are planned, where about 48 are usual in that time.",
  ],
  [
    "few plans, one",
    { rule: "few_plans", planned: 1, usual: 12 },
    "Menambah rencana unggahan November 2026: baru 1 yang direncanakan, sedangkan biasanya terbit sekitar 12 dalam waktu yang sama.",
    "Plan more posts for November 2026: only 1 is planned, where about 12 are usual in that time.",
  ],
  [
    "few plans, none",
    { rule: "few_plans", planned: 0, usual: 12 },
    "Menyusun rencana unggahan November 2026: belum ada yang direncanakan, sedangkan biasanya terbit sekitar 12 dalam waktu yang sama.",
    "Plan the posts of November 2026: nothing is planned yet, where about 12 are usual in that time.",
  ],
  [
    "figures",
    { rule: "figures", accounts: [X, FACEBOOK] },
    "Memasukkan angka terbaru X dan Facebook lewat berkas unduhan platform, karena tidak dikumpulkan dengan sendirinya.",
    "Bring in the newest figures of X and Facebook by the platform’s own files, for nothing collects them.",
  ],
  [
    "repeat",
    { rule: "repeat", post: plain },
    "Mengulang bentuk unggahan terbaik bulan ini: “Buku baru pekan ini” (Instagram, 12 Oktober).",
    "Repeat the shape of the month’s best post: “Buku baru pekan ini” (Instagram, 12 October).",
  ],
  [
    "repeat, untitled",
    { rule: "repeat", post: post({ caption: null }) },
    "Mengulang bentuk unggahan terbaik bulan ini: unggahan tanpa teks (Instagram, 12 Oktober).",
    "Repeat the shape of the month’s best post: a post without a caption (Instagram, 12 October).",
  ],
];
test.each(SENTENCES)("the summary: %s", (_, sentence, id, en) => {
  const said = speakers(FULL).map((speaker) => sentenceOf(speaker, sentence).text);
  expect(said).toEqual([id, en]);
});

test.each(ADVICE)("what next: %s", (_, advice, id, en) => {
  expect(speakers(FULL).map((speaker) => adviceInWords(speaker, advice))).toEqual([id, en]);
});

test("January looks back to December of the year before, and December ahead to January", () => {
  const [january] = speakers({ ...FULL, month: "2027-01", to: "2027-01-31" });
  const posted = { rule: "posted", posts: 2, before: 3, accounts: 1, interactions: null } as const;
  expect(sentenceOf(january, posted).text).toBe(
    "Selama Januari 2027 perpustakaan menerbitkan 2 unggahan di 1 akun, dibandingkan 3 unggahan pada Desember 2026.",
  );
  const [december] = speakers({ ...FULL, month: "2026-12", to: "2026-12-31" });
  expect(adviceInWords(december, { rule: "few_plans", planned: 0, usual: 9 })).toContain(
    "Januari 2027",
  );
});

test("a month that is not over stands beside as many days of the one before", () => {
  const [id, en] = speakers({ ...FULL, month: "2026-03", to: "2026-03-30" });
  const posted = { rule: "posted", posts: 2, before: 3, accounts: 1, interactions: null } as const;
  expect([sentenceOf(id, posted).text, sentenceOf(en, posted).text]).toEqual([
    "Selama 1–30 Mar 2026 perpustakaan menerbitkan 2 unggahan di 1 akun, dibandingkan 3 unggahan pada 1–28 Feb 2026.",
    "During 1\u2009–\u200930 Mar 2026 the library published 2 posts on 1 account, against 3 posts in 1\u2009–\u200928 Feb 2026.",
  ]);
});

describe("a month that runs up to its last day", () => {
  const running: Report = {
    ...FULL,
    month: "2026-11",
    from: "2026-11-01",
    to: "2026-11-30",
    draft: true,
    made_at: Date.parse("2026-11-30T05:00:00Z") / 1000,
  };
  const heads = (report: Report, language: "id" | "en") =>
    paperOf(report, null, language)
      .parts.flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "table" && !block.target ? [block.head.slice(1)] : []));
  const whole = (report: Report, language: "id" | "en") =>
    JSON.stringify(paperOf(report, null, language).parts);

  test.each([
    ["id", ["November 2026", "1–30 Okt 2026", "November 2025"], "pada akhir bulan, awal"],
    [
      "en",
      ["November 2026", "1\u2009–\u200930 Oct 2026", "November 2025"],
      "when the month ended, ",
    ],
  ] as const)("says which days of the month before it is beside (%s)", (language, head, unit) => {
    expect(heads(running, language)[0]).toEqual(head);
    expect(whole(running, language)).not.toContain(unit);
    const { cut_help, last_day } = reportWords[language];
    const said = cut_help(head[1], language === "id" ? "Oktober 2026" : "October 2026");
    expect(whole(running, language).split(said)).toHaveLength(2);
    expect(whole(running, language)).toContain(`${last_day}, `);
  });

  test("and no more once it is over", () => {
    const over = { ...running, made_at: Date.parse("2026-12-01T05:00:00Z") / 1000 };
    expect(heads(over, "id")[0]).toEqual(["November 2026", "Oktober 2026", "November 2025"]);
    expect(whole(over, "id")).toContain("pada akhir bulan, awal");
    expect(whole(over, "id")).not.toContain("hari yang sama banyak");
  });

  test("in the labels of its table, too", () => {
    const { columns, units } = wordsOfReportTable("id", running);
    expect([columns.before, columns.year, units.last_followers]).toEqual([
      "Bulan sebelumnya (1–30 Okt 2026)",
      "Bulan sama tahun lalu (November 2025)",
      "pada hari terakhir",
    ]);
    expect(wordsOfReportTable("id", FULL)).toEqual(reportTableWords("id"));
  });

  test("a month before that is shorter is whole, and its report says the same", () =>
    expect(
      whole({ ...running, month: "2026-03", from: "2026-03-01", to: "2026-03-30" }, "id"),
    ).not.toContain("hari yang sama banyak"));
});

test("two accounts of a platform are told apart by their handles", () => {
  const branch = { platform: "x", handle: "perpus.cabang" } as const;
  const [account] = FULL.accounts;
  if (!account) throw new Error("no account");
  const [id] = speakers({
    ...FULL,
    accounts: [
      { ...account, ...X },
      { ...account, ...branch },
    ],
  });
  expect(sentenceOf(id, { rule: "silent_month", accounts: [branch] }).text).toBe(
    "Selama Oktober 2026 tidak ada unggahan di X · perpus.cabang.",
  );
});

test("every sentence that says a figure opens to it; an unknown one is said to be", () => {
  const [id] = speakers(FULL);
  const unknown = {
    rule: "posted",
    posts: 3,
    before: null,
    accounts: 2,
    interactions: null,
  } as const;
  expect(sentenceOf(id, unknown).evidence).toEqual([
    ["Unggahan, Oktober 2026", "3"],
    ["Unggahan, September 2026", "tidak tersedia"],
    ["Interaksi (suka + komentar + dibagikan)", "tidak tersedia"],
  ]);
  for (const [, sentence] of SENTENCES) {
    if (sentence.rule === "no_figures") continue;
    expect(sentenceOf(id, sentence).evidence.length).toBeGreaterThan(0);
  }
});
