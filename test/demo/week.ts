/**
 * What the demo library plans and notes: two weeks that are filled, a gap after them, what came as planned and what did not,
 * an event that is promoted well and one that is not, the year's target.
 */
import { addDays } from "../../functions/model/day.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { Day } from "../../functions/model/snapshot.ts";

/** A plan as `POST /api/plans` takes it. */
export type DemoPlan = {
  on: Day;
  at?: string;
  accounts: number[];
  title: string;
  format?: string;
  topic?: string;
  note?: string;
  person?: string;
  state?: "idea" | "planned" | "dropped";
  repeat?: { every_weeks: number; until: Day };
};

/** A post that is out, as the API lists it. */
type Published = {
  platform: Platform;
  published_at: string;
  caption: string | null;
  topic: string | null;
};

/** The first days of the gap, counted from today, and how long it is. */
export const GAP = { from: 9, days: 5 } as const;

/**
 * @param today the library's day
 * @param accounts their numbers, by platform
 * @param newest the library's newest posts, the newest first
 */
export function demoPlans(
  today: Day,
  accounts: Readonly<Record<Platform, number>>,
  newest: readonly Published[],
): DemoPlan[] {
  const { instagram, facebook, tiktok, x } = accounts;
  const on = (days: number): Day => addDays(today, days);
  const kept = newest.find(({ platform, caption }) => platform === "instagram" && caption);
  const plans: DemoPlan[] = [
    {
      on: on(-3),
      accounts: [facebook, instagram],
      title: "Jam buka selama libur akhir tahun",
      topic: "services",
      person: "Budi",
    },
    {
      on: on(1),
      at: "09:00",
      accounts: [instagram, tiktok],
      title: "Dongeng: Kancil dan Buaya",
      format: "short_video",
      topic: "literacy",
      person: "Rina",
      note: "Rekam di ruang anak, sebelum buka.",
    },
    {
      on: on(2),
      at: "15:00",
      accounts: [instagram],
      title: "Koleksi baru pekan ini",
      format: "carousel",
      topic: "new_books",
      person: "Budi",
    },
    {
      on: on(3),
      accounts: [x],
      title: "Tur ruang baca bersama wali kota",
      topic: "places",
      state: "dropped",
      note: "Ditunda dinas.",
    },
    {
      on: on(5),
      at: "15:00",
      accounts: [instagram],
      title: "Resensi singkat",
      topic: "new_books",
      person: "Rina",
    },
    {
      on: on(6),
      accounts: [tiktok],
      title: "Kuis tebak sampul",
      topic: "interactive",
      state: "idea",
    },
    {
      on: on(7),
      at: "09:00",
      accounts: [facebook],
      title: "Layanan perpustakaan keliling",
      topic: "services",
    },
    {
      on: on(GAP.from + GAP.days),
      at: "15:00",
      accounts: [instagram],
      title: "Resensi akhir pekan",
      topic: "new_books",
      person: "Rina",
      repeat: { every_weeks: 1, until: on(GAP.from + GAP.days + 21) },
    },
  ];
  if (kept) plans.push(asPlanned(kept, instagram));
  return plans;
}

/** The plan of a post that is out: it finds it by its words. */
const asPlanned = ({ published_at, caption, topic }: Published, account: number): DemoPlan => ({
  on: dayOfJakarta(published_at),
  accounts: [account],
  title: (caption ?? "").split(/\s+/).slice(0, 6).join(" ").slice(0, 80),
  person: "Rina",
  ...(topic === null ? {} : { topic }),
});

const dayOfJakarta = (instant: string): Day =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

/** The one that is promoted well; the other is a week off, and nothing speaks of it. */
const LAUNCH = { title: "Malam Puisi Pasuruan", days: 16 } as const;

/** As `POST /api/events` takes them. */
export const demoEvents = (today: Day) => [
  {
    kind: "discussion",
    title: LAUNCH.title,
    starts_at: `${addDays(today, LAUNCH.days)}T13:00:00+07:00`,
    ends_at: `${addDays(today, LAUNCH.days)}T15:00:00+07:00`,
    place: "Aula lantai 2",
    hashtags: ["malampuisi"],
    note: "Tiga penyair hadir; kursi 80.",
  },
  {
    kind: "workshop",
    title: "Lokakarya menulis cerpen",
    starts_at: `${addDays(today, 6)}T09:00:00+07:00`,
    place: "Ruang diskusi",
    hashtags: ["lokakaryacerpen"],
  },
];

/** How the first of them is promoted: what is planned of it. @param event its number */
export const demoPromotion = (
  today: Day,
  { facebook, instagram }: Readonly<Record<Platform, number>>,
  event: number,
): (DemoPlan & { event: number })[] =>
  [
    { days: LAUNCH.days - 12, title: "Malam Puisi Pasuruan: dua pekan lagi" },
    { days: LAUNCH.days - 8, title: "Malam Puisi Pasuruan: kenalan dengan penyairnya" },
    { days: LAUNCH.days - 1, title: "Malam Puisi Pasuruan: besok!" },
    { days: LAUNCH.days, title: "Malam Puisi Pasuruan: hari ini" },
  ].map(({ days, title }) => ({
    on: addDays(today, days),
    at: "10:00",
    accounts: [facebook, instagram],
    title,
    topic: "events",
    person: "Sari",
    event,
  }));

/** As `POST /api/notes` takes them. */
export const demoNotes = (today: Day) => [
  { from_on: addDays(today, -20), to_on: addDays(today, -18), text: "Gedung tutup: listrik padam" },
  { from_on: addDays(today, -150), to_on: addDays(today, -140), text: "Libur sekolah" },
];

/** As `POST /api/targets` takes them. */
export const demoTargets = (today: Day, { instagram }: Readonly<Record<Platform, number>>) => [
  { year: Number(today.slice(0, 4)), account: instagram, metric: "followers", value: 2_600 },
  { year: Number(today.slice(0, 4)), account: instagram, metric: "posts_per_month", value: 14 },
];

/** As `POST /api/target-mix` takes it. */
export const DEMO_MIX = {
  by: "topic",
  shares: { new_books: 0.25, events: 0.2, literacy: 0.25, interactive: 0.15 },
};
