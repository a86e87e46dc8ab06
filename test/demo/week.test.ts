import { expect, test } from "vitest";
import { addDays } from "../../functions/model/day.ts";
import { PLATFORMS } from "../../functions/model/platform.ts";
import { newEvent } from "../../functions/normalise/event.ts";
import { newNote } from "../../functions/normalise/note.ts";
import { newPlan } from "../../functions/normalise/plan.ts";
import { newTarget } from "../../functions/normalise/target.ts";
import { newTargetMix } from "../../functions/normalise/target-mix.ts";
import {
  DEMO_MIX,
  demoEvents,
  demoNotes,
  demoPlans,
  demoPromotion,
  demoTargets,
  GAP,
} from "./week.ts";

const TODAY = "2026-11-23";
const ACCOUNTS = { facebook: 1, instagram: 2, x: 3, tiktok: 4 };
const NEWEST = [
  { platform: "x", published_at: "2026-11-22T09:00:00Z", caption: "Halo", topic: null },
  {
    platform: "instagram",
    published_at: "2026-11-21T18:30:00Z",
    caption: "Koleksi baru: tujuh novel untuk dibaca pekan ini",
    topic: "new_books",
  },
] as const;
const plans = demoPlans(TODAY, ACCOUNTS, NEWEST);
const days = plans.flatMap((plan) => newPlan(plan).days);

test("every plan is one that the API takes", () =>
  expect(plans.map((plan) => newPlan(plan).fields.title)).toHaveLength(plans.length));

test("one is late, one was dropped, one is an idea", () => {
  expect(plans.filter(({ on }) => on < TODAY).map(({ title }) => title)).toContain(
    "Jam buka selama libur akhir tahun",
  );
  expect(new Set(plans.flatMap(({ state }) => state ?? []))).toEqual(new Set(["dropped", "idea"]));
});

test("the newest post of Instagram is planned on its own day there, by its first words", () =>
  expect(plans.at(-1)).toMatchObject({
    on: "2026-11-22",
    accounts: [2],
    title: "Koleksi baru: tujuh novel untuk dibaca",
    topic: "new_books",
  }));

test("without one nothing is planned of it", () =>
  expect(demoPlans(TODAY, ACCOUNTS, [])).toHaveLength(plans.length - 1));

test("there is a gap, and plans on both sides of it", () => {
  const gap = Array.from({ length: GAP.days }, (_, day) => addDays(TODAY, GAP.from + day));
  expect(days.filter((day) => gap.includes(day))).toEqual([]);
  expect(days.some((day) => TODAY < day && day < (gap[0] ?? ""))).toBe(true);
  expect(days.some((day) => day > (gap.at(-1) ?? ""))).toBe(true);
});

test("all accounts have something to do", () =>
  expect(new Set(plans.flatMap((plan) => plan.accounts)).size).toBe(PLATFORMS.length));

test("events, their promotion, notes and targets are such as the API takes", () => {
  expect(demoEvents(TODAY).map((event) => newEvent(event).title)).toHaveLength(2);
  expect(demoNotes(TODAY).map((note) => newNote(note).text)).toHaveLength(2);
  expect(demoTargets(TODAY, ACCOUNTS).map((target) => newTarget(target).value)).toEqual([2600, 14]);
  expect(newTargetMix(DEMO_MIX)).toEqual(DEMO_MIX);
  const promotion = demoPromotion(TODAY, ACCOUNTS, 1).map((plan) => newPlan(plan).fields);
  expect(promotion.map(({ event }) => event)).toEqual([1, 1, 1, 1]);
  const gap = Array.from({ length: GAP.days }, (_, day) => addDays(TODAY, GAP.from + day));
  expect(promotion.filter(({ on }) => gap.includes(on))).toEqual([]);
});
