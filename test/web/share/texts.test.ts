/** The ready texts of all screens that are shared. */
import { describe, expect, test } from "vitest";
import { shareTextOf } from "#page";
import { type Chrome, LANGUAGES, type Language } from "../../../functions/present/views/chrome.ts";
import type { Headline } from "../../../functions/present/views/overview.ts";
import type { ShareableView } from "../../../functions/present/views/share.ts";
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
const said = (view: ShareableView, link = LINK): string =>
  shareTextOf(view, link).replaceAll(/[\u2009\u00a0\u202f]/g, " ");

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

• Tingkat keterlibatan Instagram: 2,1% (turun, dari 3,0%)
• Jangkauan Instagram: 412 (rata-rata sehari; naik, dari 380)
• Pengikut Instagram: 1.204 (+14)

Coba: kembali terbit sekitar pukul 15.00, seperti sebelumnya.

${LINK}`);
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
  expect(text).toContain("“∗Obral∗ besar > klik … gnp.exe");
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
    "“Kuis <img src=x onerror=alert(4)>”, Sel, 3 Nov 2026. Di atas biasanya: sekitar 1,4× (4 unggahan).",
    "• Pengunjung: 85\n• Jangkauan terluas: 900\n• Interaksi semuanya: 1",
    "Terbitkan unggahan “Pada harinya”, paling lambat Sel, 3 Nov 2026.",
  ]);
  const view = viewNamed("en", "event");
  if (view.screen !== "event") throw new Error("it is an event");
  const coming = { ...view, today: "2026-10-20", effect: null };
  expect(body(coming).slice(0, 2)).toEqual([
    "“Kuis <img src=x onerror=alert(4)>”: Tue, 3 Nov 2026, 12:20 WIB, Rina <i>.",
    "• Steps of promotion: 1 of 5\n• Posts: 2\n• Widest reach: 900",
  ]);
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

42 unggahan terbit di 4 akun, bulan sebelumnya 38.

• Unggahan: 42 (sebelumnya 38)
• Interaksi: 1.310
• Pengikut: 12.480 (+58)

Yang perlu dilakukan: ubah satu hal saja untuk tiga unggahan berikutnya di Instagram.

${LINK}`);
});

test("a draft says so, and a part of the accounts shows the figures of the first", () => {
  const view = reportView({ ...CHROME, language: "en" }, { draft: true, all: [] });
  expect(said(view).split("\n")[0]).toBe(
    "Perpustakaan Kota Pasuruan · Report of October 2026 (draft)",
  );
  expect(body(view)[1]).toBe("• Posts, Instagram: 20 (before: 38)");
});

test("every sentence of a report is said in both languages", () => {
  const sentences = (language: Language) =>
    SENTENCES.map((one) => body(reportView({ ...CHROME, language }, { summary: [one] }))[0]);
  expect(sentences("id")).toEqual([
    "Belum ada angka untuk bulan ini.",
    "42 unggahan terbit di 4 akun, bulan sebelumnya 38.",
    "Facebook tidak menerbitkan apa pun.",
    "Tingkat keterlibatan Instagram naik, dari 1,8% menjadi 2,5%.",
    "Tidak ada angka yang berubah lebih dari yang biasa terjadi karena kebetulan.",
    "Pengikut kini 12.480 (+58 dalam sebulan).",
    "Instagram melemah sejak 5 Oktober.",
    "Instagram pulih sejak 25 Oktober.",
    "Unggahan terbaik: Instagram, 19 Okt: “Buku ∗baru∗ …”",
    "2 acara, 85 pengunjung.",
  ]);
  expect(sentences("en")).toEqual([
    "There are no figures of this month yet.",
    "42 posts on 4 accounts, the month before 38.",
    "Nothing was published on Facebook.",
    "Engagement rate on Instagram rose, from 1.8% to 2.5%.",
    "No figure moved by more than chance explains.",
    "There are now 12,480 followers (+58 in the month).",
    "Instagram has been weak since 5 October.",
    "Instagram recovered since 25 October.",
    "The best post: Instagram, 19 Oct: “Buku ∗baru∗ …”",
    "2 events, 85 visitors.",
  ]);
});

test("so is every advice", () => {
  const advice = (language: Language) =>
    ADVICE.map((one) => body(reportView({ ...CHROME, language }, { advice: [one] }))[2]);
  expect(advice("id")).toEqual(
    [
      "periksa pengumpulan angka Facebook",
      "ubah satu hal saja untuk tiga unggahan berikutnya di Instagram",
      "terbitkan satu unggahan di Facebook, sepi sejak 20 Oktober",
      "umumkan “Bedah Buku”: seminggu sebelumnya, paling lambat 12 November",
      "umumkan acara lebih awal: “Bedah Buku” mendapat 1 dari 5 langkah promosi",
      "target pengikut menuntut pertumbuhan 2,1% sebulan",
      "kejar target jumlah unggahan sebulan",
      "rencanakan bulan depan: baru 3 unggahan, biasanya 12",
      "masukkan angka Facebook",
      "ulangi bentuk unggahan terbaik, Instagram 19 Okt",
    ].map((one) => `Yang perlu dilakukan: ${one}.`),
  );
  expect(advice("en")).toEqual(
    [
      "see why Facebook is not collected",
      "change one thing alone in the next three posts on Instagram",
      "publish something on Facebook, silent since 20 October",
      "announce “Bedah Buku”: a week before, by 12 November",
      "announce events earlier: “Bedah Buku” got 1 of 5 steps of promotion",
      "the target of followers takes 2.1% growth a month",
      "catch up with the target of posts a month",
      "plan the month to come: 3 posts so far, usually 12",
      "bring in the figures of Facebook",
      "repeat what the best post did, Instagram 19 Oct",
    ].map((one) => `To do: ${one}.`),
  );
});
