/** Why the calendar's sentence stands there: what may be done, or who is in charge. */
import { expect, test } from "vitest";
import type { CalendarHeadline, CalendarView } from "../../functions/present/views/calendar.ts";
import { headlineBecause } from "../../web/screens/calendar-ahead.ts";
import { viewsIn } from "./views.ts";

const LATE: CalendarHeadline = { kind: "late", plans: 2 };

test.each<[string, CalendarHeadline, may_plan: boolean, (string | null)[], string, string]>([
  [
    "who plans is told what to do",
    LATE,
    true,
    ["Rina"],
    "Pindahkan, tandai sudah terbit, atau batalkan; rencana lainnya ada di bawah.",
    "Move them, mark them as published, or drop them; the other plans follow below.",
  ],
  [
    "who looks, who is in charge, each once",
    LATE,
    false,
    ["Rina", "Budi", "Rina", null],
    "Penanggung jawab: Rina dan Budi; rencana lainnya ada di bawah.",
    "In charge: Rina and Budi; the other plans follow below.",
  ],
  [
    "where nobody is named, the admin",
    LATE,
    false,
    [null],
    "Pengelola yang mengurusnya; rencana lainnya ada di bawah.",
    "The admin looks after them; the other plans follow below.",
  ],
  [
    "of no plans",
    { kind: "nothing_planned", until: "2026-12-27" },
    false,
    [],
    "Rencana disusun oleh pengelola.",
    "Plans are made by the admin.",
  ],
  [
    "of no accounts",
    { kind: "no_accounts" },
    false,
    [],
    "Pengelola belum memasukkan data.",
    "The admin has not brought data in yet.",
  ],
  [
    "what asks for nothing is the same",
    { kind: "calm", plans: 4, until: "2026-12-27" },
    false,
    [],
    "Tidak ada minggu yang kosong.",
    "No week is empty.",
  ],
])("%s", (_, headline, may_plan, persons, id, en) => {
  const said = (["id", "en"] as const).map((language) => {
    const view = viewsIn(language).calendar as CalendarView;
    const [one] = view.late;
    if (!one) throw new Error("no late plan");
    const late = persons.map((person) => ({ ...one, person }));
    return headlineBecause({ ...view, headline, late, may_plan });
  });
  expect(said).toEqual([id, en]);
});
