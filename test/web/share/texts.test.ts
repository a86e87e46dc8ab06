/** The ready texts of all screens that are shared. */
import { describe, expect, test } from "vitest";
import { shareTextOf } from "#page";
import { PROMOTION_STEPS } from "../../../functions/model/event.ts";
import type { Report, ReportAdvice, ReportSentence } from "../../../functions/model/report.ts";
import {
  type Chrome,
  LANGUAGES,
  type Language,
  type Preset,
} from "../../../functions/present/views/chrome.ts";
import type { StepLine } from "../../../functions/present/views/event.ts";
import type { Headline } from "../../../functions/present/views/overview.ts";
import type { ShareableView } from "../../../functions/present/views/share.ts";
import { adviceInWords } from "../../../web/parts/report-remarks.ts";
import { sentenceOf } from "../../../web/parts/report-sentence.ts";
import { speakerOf } from "../../../web/parts/report-speaker.ts";
import { LONGEST_SHARED } from "../../../web/share/told.ts";
import { viewsIn } from "../views.ts";
import { ADVICE, reportView, SENTENCES } from "./report-view.ts";

const LINK = "https://denyut.example/?period=7d&platform=instagram";

const CHROME: Chrome = {
  library: "Perpustakaan Kota Pasuruan",
  language: "id",
  time_zone: "Asia/Jakarta",
  now: Date.parse("2026-11-23T05:20:00Z") / 1000,
  demo: false,
  role: "admin",
  last_read_at: null,
  origin: "https://denyut.example",
  path: "/",
};

const shared = (language: Language): [string, ShareableView][] => [
  ...Object.entries(viewsIn(language)).flatMap(([name, view]): [string, ShareableView][] =>
    view.screen === "overview" || view.screen === "streak"
      ? [[name, view]]
      : view.screen === "event" && view.event !== null
        ? [[name, { ...view, event: view.event }]]
        : [],
  ),
  ["report", reportView({ ...CHROME, language })],
];

const viewNamed = (language: Language, name: string): ShareableView => {
  const found = shared(language).find(([one]) => one === name);
  if (!found) throw new Error(`no view is called ${name}`);
  return found[1];
};

/** Thin spaces made plain, so that they can be typed here. */
const plainSpaces = (text: string): string => text.replaceAll(/[\u2009\u00a0\u202f]/g, " ");
const said = (view: ShareableView, link = LINK): string => plainSpaces(shareTextOf(view, link));

/** Its paragraphs without whose and when on top and the link at the end. */
const body = (view: ShareableView): string[] => said(view).split("\n\n").slice(1, -1);

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(shared(language))(
    "%s is short, ends with its one link, and marks nothing",
    (_, view) => {
      const text = shareTextOf(view, LINK);
      expect(text.length).toBeLessThanOrEqual(LONGEST_SHARED);
      expect(text.split("\n").at(-1)).toBe(LINK);
      expect(text.match(/https?:/g)).toHaveLength(1);
      expect(text).not.toMatch(/[*~`]|undefined|null|NaN|\[object/);
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
      expect(text.match(/^•/gm)?.length ?? 0).toBeLessThanOrEqual(3);
    },
  );
});

test("a weak streak, whole", () => {
  expect(
    said(viewNamed("id", "overview, weak")),
  ).toBe(`Perpustakaan Kota Pasuruan (data contoh) · 27 Okt – 23 Nov 2026

Instagram melemah sejak 3 November. 5 unggahan terakhir mendapat sekitar separuh dari biasanya untuk jenisnya (foto). Lebih sedikit orang yang melihat; mereka yang melihat bereaksi seperti biasa.

• Tingkat keterlibatan Instagram pada periode ini: 2,1% (turun, dari 3,0%)
• Jangkauan Instagram pada periode ini: 412 (rata-rata sehari; naik, dari 380)
• Pengikut Instagram: 1.204 (+14 pada periode ini)

Coba: kembali terbit sekitar pukul 15.00, seperti sebelumnya.

${LINK}`);
});

test("beside a streak of now its account's figures of a year say that they are of a year", () => {
  const reach = (language: Language, name: string, preset: Preset) => {
    const view = viewNamed(language, name);
    if (view.screen !== "overview") throw new Error("it is the Overview");
    const [, figures] = body({ ...view, choice: { ...view.choice, preset } });
    return figures?.split("\n")[1];
  };
  expect(reach("id", "overview, weak", "1y")).toBe(
    "• Jangkauan Instagram setahun ini: 412 (rata-rata sehari; naik, dari 380)",
  );
  expect(reach("en", "overview, weak", "28d")).toBe(
    "• Reach, Instagram, over the last 28 days: 412 (daily average; up, from 380)",
  );
  expect(reach("id", "overview, recovered", "90d")).toContain("Instagram 90 hari ini: 412");
  // what is said of the period itself needs no other word of it
  expect(reach("id", "overview, changed", "1y")).not.toContain("setahun");
});

test.each<[Preset | null, string, string]>([
  ["7d", "+14 dalam 7 hari", "+14 in 7 days"],
  ["28d", "+14 dalam 28 hari", "+14 in 28 days"],
  ["90d", "+14 dalam 90 hari", "+14 in 90 days"],
  ["1y", "+14 dalam setahun", "+14 in a year"],
  ["2y", "+14 dalam dua tahun", "+14 in two years"],
  [null, "+14 pada periode ini", "+14 in this period"],
])("followers that came in a period (%s) read as no other number", (preset, ...said) => {
  const followers = (["id", "en"] as const).map((language) => {
    const view = viewNamed(language, "overview, weak");
    if (view.screen !== "overview") throw new Error("it is the Overview");
    const [, figures] = body({ ...view, choice: { ...view.choice, preset } });
    return /1[.,]204 \((.*)\)/.exec(figures ?? "")?.[1];
  });
  expect(followers).toEqual(said);
});

/** The sentence and its evidence in both languages; what is to be done, in Indonesian. */
const HEADLINES: [name: string, id: string, en: string, todo: string | null][] = [
  [
    "overview, recovered",
    "Instagram pulih sejak 3 November. Unggahan kembali seperti biasa.",
    "Instagram recovered since 3 November. Posts are back to usual.",
    "Yang perlu dilakukan: Sambungan TikTok berakhir 26 November.",
  ],
  [
    "overview, stopped",
    "Pengumpulan berhenti sejak 21 November.",
    "Collecting stopped on 21 November.",
    "Mintalah pengelola memeriksanya.",
  ],
  [
    "overview, a connection ended",
    "Sambungan berakhir sejak 22 November.",
    "A connection ended on 22 November.",
    "Mintalah pengelola menghubungkannya lagi.",
  ],
  [
    "overview, silent",
    "Facebook sepi sejak 10 November. Sesudah itu tidak ada unggahan; biasanya ada satu tiap 2 hari.",
    "Facebook has been silent since 10 November. There was no post after that; usually there is one every 2 days.",
    "Coba: terbitkan satu unggahan hari ini, sekecil apa pun.",
  ],
  [
    "overview, old figures",
    "Angka Facebook dan X terakhir dari 14 Oktober.",
    "The last figures of Facebook and X are of 14 October.",
    "Mintalah pengelola memasukkannya.",
  ],
  [
    "overview, changed",
    "Jangkauan Facebook naik. Dari 300 menjadi 412, dibanding periode sebelumnya.",
    "Reach on Facebook rose. From 300 to 412, against the period before.",
    "Yang perlu dilakukan: Sambungan TikTok berakhir 26 November.",
  ],
  [
    "overview, against a year before",
    "Jangkauan Instagram naik. Dari 300 menjadi 458, dibanding setahun sebelumnya.",
    "Reach on Instagram rose. From 300 to 458, against a year before.",
    "Yang perlu dilakukan: Sambungan TikTok berakhir 26 November.",
  ],
  [
    "overview, calm",
    "Semua berjalan seperti biasa. Yang paling berhasil: Instagram, 19 Nov, 0,6× biasanya: “Buku baru </script><script>alert(2)</script> pekan ini”",
    "Everything is as usual. What worked best: Instagram, 19 Nov, 0.6× the usual: “Buku baru </script><script>alert(2)</script> pekan ini”",
    "Yang perlu dilakukan: Sambungan TikTok berakhir 26 November.",
  ],
  [
    "overview, empty",
    "Belum ada angka. Pengelola belum memasukkan angka. Silakan kembali nanti.",
    "No figures yet. No figures have been brought in yet. Please come back later.",
    null,
  ],
];

test.each(HEADLINES)("%s", (name, id, en, todo) => {
  const [sentence, figures, doing = null] = body(viewNamed("id", name));
  expect(sentence).toBe(id);
  expect(body(viewNamed("en", name))[0]).toBe(en);
  expect([figures === undefined, doing]).toEqual([todo === null, todo]);
});

const HOSTILE = "*Obral* besar\n\n> klik https://jahat.example/ambil \u202Egnp.exe ".repeat(9);

const due: Headline = {
  kind: "event",
  event_id: 4,
  title: HOSTILE,
  starts_at: Date.parse("2026-11-29T02:00:00Z") / 1000,
  step: "a_week",
  to: "2026-11-25",
};

test("a title that somebody typed says no more than a title", () => {
  const view = viewNamed("id", "overview, weak");
  if (view.screen !== "overview") throw new Error("it is the Overview");
  const text = said({ ...view, headline: due });
  expect(text).toContain("“∗Obral∗ besar > klik … gnp exe");
  expect(text).toContain(
    "Terbitkan unggahan “Seminggu sebelumnya”, paling lambat Rab, 25 Nov 2026.",
  );
  expect(text.match(/https?:/g)).toHaveLength(1);
  expect(text.split("\n\n")).toHaveLength(5);
});

test("names as long as they may be leave the link whole", () => {
  const view = viewNamed("id", "overview, calm");
  const long = `${LINK}#${"x".repeat(400)}`;
  const text = shareTextOf(
    { ...view, chrome: { ...CHROME, library: "Perpustakaan ".repeat(15) } },
    long,
  );
  expect(text.length).toBeLessThanOrEqual(LONGEST_SHARED);
  expect(text.endsWith(`…\n\n${long}`)).toBe(true);
});

test("an event that is over tells what came of it, one to come where it is", () => {
  expect(body(viewNamed("id", "event"))).toEqual([
    "“Kuis <img src=x onerror=alert(4)>” – Sel, 3 Nov 2026. Di atas biasanya: sekitar 1,4× (4 unggahan).",
    "• Pengunjung: 85\n• Jangkauan terluas: 900\n• Interaksi semuanya: 1",
  ]);
  const view = viewNamed("en", "event");
  if (view.screen !== "event") throw new Error("it is an event");
  const coming = { ...view, today: "2026-10-20", effect: null };
  expect(body(coming).slice(0, 2)).toEqual([
    "“Kuis <img src=x onerror=alert(4)>” – Tue, 3 Nov 2026, 12:20 WIB, Rina <i>.",
    "• Steps of promotion: 1 of 5 published (1 planned)\n• Posts: 2\n• Widest reach: 900",
  ]);
});

describe("of an event to come", () => {
  const steps = (states: StepLine["state"][]): StepLine[] =>
    PROMOTION_STEPS.map((step, index) => ({
      step,
      from: WINDOWS[index]?.[0] ?? "",
      to: WINDOWS[index]?.[1] ?? "",
      state: states[index] ?? "due",
      on: null,
    }));
  /** Of an event on 15 December. */
  const WINDOWS = [
    ["2026-11-28", "2026-12-04"],
    ["2026-12-05", "2026-12-11"],
    ["2026-12-12", "2026-12-14"],
    ["2026-12-15", "2026-12-15"],
    ["2026-12-16", "2026-12-22"],
  ];
  const eventSays = (language: Language, today: string, states: StepLine["state"][]) => {
    const view = viewNamed(language, "event");
    if (view.screen !== "event") throw new Error("it is an event");
    const figures = { ...view.figures, posts: 0, reach: null, interactions: null, clicks: 26 };
    const days = { from: "2026-12-15", to: "2026-12-15" };
    const [, told, todo = null] = body({ ...view, today, days, figures, steps: steps(states) });
    return [told?.split("\n")[0], todo];
  };

  test.each<
    [name: string, today: string, states: StepLine["state"][], steps: string, todo: string | null]
  >([
    [
      "all but the thanks are planned: nothing is to be done",
      "2026-11-29",
      ["planned", "planned", "planned", "planned", "due"],
      "• Langkah promosi: 0 dari 5 terbit (4 direncanakan)",
      null,
    ],
    [
      "what is open today and not planned",
      "2026-12-06",
      ["missed", "due", "due", "planned", "due"],
      "• Langkah promosi: 0 dari 5 terbit (1 direncanakan)",
      "Terbitkan unggahan “Seminggu sebelumnya”, paling lambat Jum, 11 Des 2026.",
    ],
    [
      "kept and planned are told apart",
      "2026-12-06",
      ["done", "planned", "planned", "due", "due"],
      "• Langkah promosi: 1 dari 5 terbit (2 direncanakan)",
      null,
    ],
    ["nothing is open yet, and nobody began", "2026-11-01", [], "• Klik: 26", null],
    [
      "thanks are due once it is over",
      "2026-12-16",
      ["done", "done", "done", "done", "due"],
      "• Pengunjung: 85",
      "Terbitkan unggahan “Ucapan terima kasih”, paling lambat Sel, 22 Des 2026.",
    ],
  ])("%s", (_, today, states, told, todo) => {
    expect(eventSays("id", today, states)).toEqual([told, todo]);
  });

  test("in English", () => {
    expect(eventSays("en", "2026-12-06", ["done", "planned"])).toEqual([
      "• Steps of promotion: 1 of 5 published (1 planned)",
      null,
    ]);
  });
});

test("a streak's reason and the admin's own advice stay on its page", () => {
  const view = viewNamed("id", "streak, strong and over");
  expect(said(view)).not.toContain("Ramadan");
  expect(body(view)[1]).toBe(
    "• Unggahan: 5\n• Jangkauan per unggahan: 1,6× (dibanding biasanya)\n• Reaksi dari yang melihat: 0,9× (dibanding biasanya)",
  );
  const weak = viewNamed("en", "streak, weak");
  if (weak.screen !== "streak") throw new Error("it is a streak");
  const blind = { ...weak, streak: { ...weak.streak, reach_ratio: null, reaction_ratio: null } };
  expect(body(blind)[1]).toBe("• Posts: 5\n• How likely chance is: once in 340 posts");
  const gone = { ...weak, streak: { ...weak.streak, state: "withdrawn" } } as const;
  expect(body(gone)).toHaveLength(1);
});

test("a report, whole", () => {
  expect(said(reportView(CHROME))).toBe(`Perpustakaan Kota Pasuruan · Laporan Oktober 2026

Selama Oktober 2026 perpustakaan menerbitkan 42 unggahan di 4 akun, dibandingkan 38 unggahan pada September 2026; semuanya mendapat 1.310 interaksi.

• Unggahan: 42 (sebelumnya 38)
• Interaksi: 1.310
• Pengikut: 12.480 (+58)

Yang perlu dilakukan: mengubah satu hal saja untuk tiga unggahan berikutnya di Instagram, topik dahulu lalu jenisnya: akun ini melemah sejak 5 Oktober.

${LINK}`);
});

test("a draft says so, and a part of the accounts shows the figures of the first", () => {
  const view = reportView({ ...CHROME, language: "en" }, { draft: true, all: [] });
  expect(said(view).split("\n")[0]).toBe(
    "Perpustakaan Kota Pasuruan · Report of October 2026 (draft)",
  );
  expect(body(view)[1]).toBe("• Posts, Instagram: 20 (before: 38)");
  expect(said(reportView(CHROME, { draft: true })).split("\n")[0]).toBe(
    "Perpustakaan Kota Pasuruan · Laporan Oktober 2026 (konsep)",
  );
});

const STEADY: ReportSentence = { rule: "steady", accounts: 2 };

test("beside a sentence by which nothing moved only what did move is compared", () => {
  const before = (meaning: "up" | "same") => ({
    before: 3302,
    difference: 1065,
    ratio: 0.32,
    meaning,
  });
  const all = (meaning: "up" | "same") =>
    reportView(CHROME).report.all.map((one) =>
      one.measure === "interactions" ? { ...one, value: 4367, before: before(meaning) } : one,
    );
  const figures = (summary: ReportSentence[], meaning: "up" | "same") =>
    body(reportView(CHROME, { summary, all: all(meaning) }))[1];
  const plain = "• Unggahan: 42\n• Interaksi: 4.367\n• Pengikut: 12.480";
  expect(figures([STEADY], "same")).toBe(plain);
  expect(figures([...SENTENCES.slice(1, 2), STEADY], "same")).toBe(plain);
  expect(figures([STEADY], "up")).toContain("Interaksi: 4.367 (sebelumnya 3.302)");
  expect(figures(SENTENCES.slice(1, 2), "same")).toContain("Interaksi: 4.367 (sebelumnya 3.302)");
});

const ofNobody = <Rule extends { rule: string }>({ rule }: Rule): boolean =>
  rule !== "best_post" && rule !== "repeat";

test.each(LANGUAGES)("it says what the report says, in %s", (language) => {
  const view = (more: Partial<Report>) => reportView({ ...CHROME, language }, more);
  const speaker = speakerOf(view({}).report, language);
  for (const one of SENTENCES.filter(ofNobody)) {
    expect(body(view({ summary: [one] }))[0]).toBe(plainSpaces(sentenceOf(speaker, one).text));
  }
  for (const one of ADVICE.filter(ofNobody)) {
    const [, said = ""] = /^(?:Yang perlu dilakukan|To do): (.+)$/.exec(
      body(view({ advice: [one] }))[2] ?? "",
    ) ?? [""];
    expect(said.toLowerCase()).toBe(
      plainSpaces(adviceInWords(speaker, one)).replaceAll(/\s+/g, " ").toLowerCase(),
    );
  }
});

test("what somebody typed into a report is made harmless", () => {
  const summary = SENTENCES.filter(({ rule }) => rule === "best_post");
  const advice = ADVICE.filter(({ rule }) => rule === "repeat");
  const [best, , todo] = body(reportView(CHROME, { summary, advice }));
  expect(best).toBe(
    "Unggahan terbaik bulan ini, “Buku ∗baru∗ …”, terbit di Instagram pada 19 Oktober dan mendapat 3 interaksi, 2,1 kali biasanya.",
  );
  expect(todo).toBe(
    "Yang perlu dilakukan: mengulang bentuk unggahan terbaik bulan ini: “Buku ∗baru∗ …” (Instagram, 19 Oktober).",
  );
  const event = { rule: "event", event_id: 3, title: HOSTILE, step: "a_week", to: "2026-11-12" };
  const unpromoted = { rule: "unpromoted", event_id: 3, title: HOSTILE, done: 1, due: 5 };
  for (const one of [event, unpromoted] as ReportAdvice[]) {
    expect(said(reportView(CHROME, { advice: [one] })).match(/https?:/g)).toHaveLength(1);
  }
});

test("where all of it is too long, the second sentence goes before what is to be done", () => {
  const long = { ...ADVICE[3], title: "Bedah Buku ".repeat(9) } as ReportAdvice;
  const view = reportView(CHROME, { summary: SENTENCES.slice(1, 3), advice: [long] });
  const text = shareTextOf(view, `${LINK}#${"x".repeat(150)}`);
  expect(text).toContain("paling lambat 12 November.");
  expect(text).not.toContain("tidak ada unggahan di Facebook");
});
