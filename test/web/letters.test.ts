/** Every message in both languages: what it says, how long it is, where it leads. */
import { describe, expect, test } from "vitest";
import { writtenOf } from "#page";
import { NOTICE_KINDS } from "../../functions/model/notice.ts";
import { ENDS_TOLD } from "../../functions/model/recipient.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { Ending, LetterContent } from "../../functions/present/views/letter.ts";
import type { NoticeLine } from "../../functions/present/views/notice.ts";
import type { OverviewView } from "../../functions/present/views/overview.ts";
import type { StreakLine, WorthTrying } from "../../functions/present/views/streak.ts";
import { viewsIn } from "./views.ts";

const NOW = Date.parse("2026-11-23T05:20:00Z") / 1000;
const DAY = 86_400;
const chrome = (language: "id" | "en"): Chrome => ({
  library: "Perpustakaan Kota Pasuruan",
  language,
  time_zone: "Asia/Jakarta",
  now: NOW,
  demo: false,
  role: "view",
  last_read_at: NOW,
  origin: "https://denyut.example",
  path: "/",
});

const instagram = { platform: "instagram", handle: "perpus" } as const;
const facebook = { platform: "facebook", handle: "perpus.kota" } as const;
const streak: StreakLine = {
  id: 4,
  platform: "instagram",
  account: "perpus",
  kind: "weak",
  state: "open",
  reason: null,
  started_on: "2026-11-03",
  ended_on: null,
  posts: 6,
  severity: 0.5,
  false_alarm_every: 300,
  posts_per_week: 3,
  format: "image",
  reach_ratio: 0.5,
  reaction_ratio: 1,
  differences: [],
};

type Case = [state: string, content: LetterContent, id: string, en: string, path: string];
const opened = (line: NoticeLine, to_try: WorthTrying | null = null): LetterContent => ({
  told: "opened",
  line,
  to_try,
  among: [],
});
const closed = (ending: Ending): LetterContent => ({ told: "closed", ending, among: [] });

const CASES: Case[] = [
  [
    "stopped",
    opened({ kind: "stopped", accounts: [instagram, facebook], since: NOW - 5 * DAY }),
    "Pengumpulan Instagram dan Facebook berhenti | Angkanya tidak bertambah sejak 18 November. Buka tab Data untuk melihat sebabnya.",
    "Collecting Instagram and Facebook has stopped | No new figures since 18 November. Open the Data tab to see why.",
    "/data#accounts",
  ],
  [
    "token",
    opened({ kind: "token", accounts: [instagram], expires_at: NOW + 9 * DAY }),
    "Sambungan Instagram berakhir 2 Desember | Hubungkan lagi di tab Data, supaya angkanya terus masuk.",
    "The connection to Instagram ends on 2 December | Connect it again on the Data tab, so that figures go on coming in.",
    "/data#accounts",
  ],
  [
    "token, over already",
    opened({ kind: "token", accounts: [facebook], expires_at: NOW - DAY }),
    "Sambungan Facebook sudah berakhir 22 November | Hubungkan lagi di tab Data, supaya angkanya terus masuk.",
    "The connection to Facebook ended on 22 November | Connect it again on the Data tab, so that figures go on coming in.",
    "/data#accounts",
  ],
  [
    "weak",
    opened({ kind: "weak", streak }),
    "Instagram melemah sejak 3 November | 6 unggahan terakhir mendapat sekitar separuh dari biasanya. Coba: unggah pada jam yang dulu ramai, dan beri jarak antarunggahan.",
    "Instagram has been weak since 3 November | The last 6 posts got about half of the usual. Try: post at the hours that used to be busy, and leave room between posts.",
    "/streaks/4",
  ],
  [
    "weak, and something works for the account",
    opened({ kind: "weak", streak }, { factor: "topic", level: "literacy", ratio: 1.7 }),
    "Instagram melemah sejak 3 November | 6 unggahan terakhir mendapat sekitar separuh dari biasanya. Coba: angkat lagi topik “Literasi”: di akun ini terlihat mendapat sekitar 1,7 kali unggahan lain.",
    "Instagram has been weak since 3 November | The last 6 posts got about half of the usual. Try: take up “Literacy” again: on this account it has been getting about 1.7 times as much as other posts.",
    "/streaks/4",
  ],
  [
    "strong",
    opened({ kind: "strong", streak: { ...streak, kind: "strong", severity: 2 } }),
    "Instagram sedang kuat sejak 3 November | 6 unggahan terakhir mendapat sekitar dua kali biasanya. Lihat apa yang berhasil, lalu ulangi.",
    "Instagram has been strong since 3 November | The last 6 posts got about twice the usual. See what worked, and do it again.",
    "/streaks/4",
  ],
  [
    "silence",
    opened({ kind: "silence", account: instagram, from: "2026-11-10", usual_days: 1.5 }),
    "Instagram sepi sejak 10 November | Biasanya ada unggahan tiap 1,5 hari. Terbitkan satu hari ini, sekecil apa pun.",
    "Instagram has been silent since 10 November | There is usually a post every 1.5 days. Publish one today, however small.",
    "/posts?platform=instagram",
  ],
  [
    "event",
    opened({
      kind: "event",
      event_id: 7,
      title: "Bedah buku:\nLaut *Bercerita*",
      starts_at: NOW + 8 * DAY,
      step: "a_week",
      to: "2026-11-24",
    }),
    "“Bedah buku: Laut ∗Bercerita∗”, 1 Desember: belum dipromosikan | Seminggu sebelumnya, paling lambat Sel, 24 Nov 2026: belum terbit dan belum direncanakan. Rencanakan sekarang.",
    "“Bedah buku: Laut ∗Bercerita∗” on 1 December: not promoted yet | A week before, by Tue, 24 Nov 2026 at the latest: neither published nor planned. Plan it now.",
    "/events/7#steps",
  ],
  [
    "figures",
    opened({ kind: "figures", accounts: [instagram], missing: "all", since: NOW - 9 * DAY }),
    "Angka Instagram perlu dimasukkan | Yang terakhir dari 14 November. Masukkan berkas unduhan dari platformnya di tab Data.",
    "Figures of Instagram are needed | The last are of 14 November. Import the platform’s own file on the Data tab.",
    "/data",
  ],
  [
    "figures, never",
    opened({ kind: "figures", accounts: [instagram], missing: "all", since: null }),
    "Angka Instagram perlu dimasukkan | Belum ada satu pun. Masukkan berkas unduhan dari platformnya di tab Data.",
    "Figures of Instagram are needed | There are none yet. Import the platform’s own file on the Data tab.",
    "/data",
  ],
  [
    "figures, followers",
    opened({ kind: "figures", accounts: [facebook], missing: "followers", since: NOW - 40 * DAY }),
    "Pengikut Facebook perlu dicatat | Terakhir dicatat 14 Oktober. Ketik jumlahnya sekarang di tab Data.",
    "Followers of Facebook are needed | Last noted on 14 October. Type the present number on the Data tab.",
    "/data",
  ],
  [
    "figures, followers never",
    opened({ kind: "figures", accounts: [facebook], missing: "followers", since: null }),
    "Pengikut Facebook perlu dicatat | Belum pernah dicatat. Ketik jumlahnya di tab Data.",
    "Followers of Facebook are needed | Never noted yet. Type the number on the Data tab.",
    "/data",
  ],
  [
    "questions",
    opened({
      kind: "questions",
      accounts: [instagram, facebook],
      count: 3,
      oldest: NOW - 2 * DAY,
    }),
    "3 pertanyaan menunggu jawaban di Instagram dan Facebook | Yang terlama sejak 21 November. Jawablah di platformnya, atau tandai tak perlu dijawab.",
    "3 questions unanswered on Instagram and Facebook | The oldest since 21 November. Answer on the platform, or mark what needs no answer.",
    "/answers#waiting",
  ],
  [
    "one question",
    opened({ kind: "questions", accounts: [facebook], count: 1, oldest: NOW - 2 * DAY }),
    "1 pertanyaan menunggu jawaban di Facebook | Yang terlama sejak 21 November. Jawablah di platformnya, atau tandai tak perlu dijawab.",
    "1 question unanswered on Facebook | The oldest since 21 November. Answer on the platform, or mark what needs no answer.",
    "/answers#waiting",
  ],
  [
    "report",
    opened({ kind: "report", month: "2026-10" }),
    "Laporan Oktober 2026 sudah jadi | Baca, tandatangani, lalu kirim.",
    "The report of October 2026 is ready | Read it, sign it, send it on.",
    "/report/2026-10",
  ],
  [
    "decree",
    opened({ kind: "decree", year: 2027 }),
    "Hari libur 2027 masih perkiraan | Cocokkan daftarnya dengan keputusan bersama menteri, bila sudah terbit.",
    "Holidays of 2027 are not official yet | Check the list against the ministers’ decree, once it is out.",
    "/almanac?year=2027",
  ],
  [
    "stopped, closed",
    closed({ kind: "stopped", accounts: [instagram] }),
    "Pengumpulan Instagram berjalan lagi | Angkanya masuk lagi. Tidak ada yang perlu dilakukan.",
    "Collecting Instagram works again | Figures come in again. There is nothing to do.",
    "/",
  ],
  [
    "token, closed",
    closed({ kind: "token", accounts: [instagram] }),
    "Instagram sudah tersambung lagi | Angkanya terus masuk. Tidak ada yang perlu dilakukan.",
    "Instagram: connected again | Figures go on coming in. There is nothing to do.",
    "/",
  ],
  [
    "weak, recovered",
    closed({ kind: "weak", streak: { ...streak, state: "recovered" } }),
    "Instagram pulih | Masa lemah sejak 3 November sudah lewat: unggahan kembali seperti biasa. Teruskan yang berhasil.",
    "Instagram has recovered | The weak time since 3 November is over: posts do as usual again. Keep doing what worked.",
    "/streaks/4",
  ],
  [
    "weak, the usual now",
    closed({ kind: "weak", streak: { ...streak, state: "new_normal" } }),
    "Instagram: ini tingkat biasanya sekarang | Sejak 3 November sudah 25 unggahan di tingkat ini; kini dianggap biasa, dan tidak diingatkan lagi.",
    "Instagram: this is its usual level now | 25 posts at this level since 3 November; it counts as the usual now, and is not told again.",
    "/streaks/4",
  ],
  [
    "weak, withdrawn",
    closed({ kind: "weak", streak: { ...streak, state: "withdrawn" } }),
    "Instagram ternyata tidak melemah | Angka yang masuk kemudian mengoreksi pesan sebelumnya. Abaikan pesan itu.",
    "Instagram was not weak after all | Figures that came in later corrected the earlier message. Please ignore it.",
    "/streaks/4",
  ],
  [
    "silence, closed",
    closed({ kind: "silence", account: facebook }),
    "Facebook sudah terbit lagi | Ada unggahan baru. Tidak ada yang perlu dilakukan.",
    "Facebook is publishing again | There is a new post. There is nothing to do.",
    "/posts?platform=facebook",
  ],
  [
    "test",
    { told: "test" },
    "Pesan percobaan dari Denyut | Pesan sampai. Perpustakaan Kota Pasuruan akan memberi tahu di sini bila ada yang perlu diketahui.",
    "A test message from Denyut | It arrived. Perpustakaan Kota Pasuruan will tell you here when there is something to know.",
    "/messages",
  ],
];

test.each(CASES)("%s", (_, content, id, en, path) => {
  const said = (["id", "en"] as const).map((language) => writtenOf(content, chrome(language)));
  expect(said.map(({ title, body }) => `${title} | ${body}`)).toEqual([id, en]);
  for (const one of said) {
    expect(one.path).toBe(path);
    expect(`${one.title}${one.body}`.length).toBeLessThanOrEqual(200);
  }
});

test("every kind of notice has its message, and each whose end is told its end", () => {
  const of = (told: string) =>
    CASES.flatMap(([, content]) =>
      content.told === "opened" && told === "opened"
        ? content.line.kind
        : content.told === "closed" && told === "closed"
          ? content.ending.kind
          : [],
    );
  expect(new Set(of("opened"))).toEqual(new Set(NOTICE_KINDS));
  expect(new Set(of("closed"))).toEqual(new Set(ENDS_TOLD));
});

describe("however long what people typed is", () => {
  const title = `${"Lokakarya menulis cerita anak bersama penulis ".repeat(5)}`.slice(0, 200);
  test.each(["id", "en"] as const)("in %s a message has at most 200 letters", (language) => {
    const line = {
      kind: "event",
      event_id: 7,
      title,
      starts_at: NOW + 8 * DAY,
      step: "two_weeks",
      to: "2026-12-24",
    } as const;
    const { title: said, body } = writtenOf(opened(line), chrome(language));
    expect(said).toContain("…");
    expect(`${said}${body}`.length).toBeLessThanOrEqual(200);
    const long = { ...chrome(language), library: "Perpustakaan ".repeat(16) };
    const tried = writtenOf({ told: "test" }, long);
    expect(`${tried.title}${tried.body}`.length).toBeLessThanOrEqual(200);
  });
});

test("a platform with several accounts says which", () => {
  const among = [instagram, instagram];
  const line = { kind: "silence", account: instagram, from: "2026-11-10", usual_days: 3 } as const;
  const { title } = writtenOf({ told: "opened", line, to_try: null, among }, chrome("id"));
  expect(title).toBe("Instagram · perpus sepi sejak 10 November");
});

test.each(["id", "en"] as const)(
  "the week in %s is the ready text, whole, with its address",
  (language) => {
    const view = viewsIn(language)["overview, weak"] as OverviewView;
    const address = "https://denyut.example/?period=7d";
    const { body, path } = writtenOf({ told: "weekly", view, address }, chrome(language));
    expect(path).toBe("/?period=7d");
    expect(body.length).toBeLessThanOrEqual(700);
    expect(body.endsWith(address)).toBe(true);
  },
);
