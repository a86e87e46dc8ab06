/** What a calendar's file says, in other calendars. */
import type { CalendarWords } from "../../functions/present/views/calendar-file.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

const id: CalendarWords = {
  categories: {
    plan: "Rencana unggahan",
    event: "Acara",
    gap: "Kosong",
    public: "Hari libur",
    shared_leave: "Cuti bersama",
    school: "Libur sekolah",
    library: "Hari penting",
    own: "Hari sendiri",
  },
  gap: "Belum ada unggahan",
  published: "sudah terbit",
  person: "Pengurus",
  computed: "Perkiraan: belum ada keputusan resmi, bisa bergeser sehari.",
};

const en: CalendarWords = {
  categories: {
    plan: "Planned post",
    event: "Event",
    gap: "Empty",
    public: "Public holiday",
    shared_leave: "Shared leave",
    school: "School holiday",
    library: "Day of note",
    own: "Own day",
  },
  gap: "No post yet",
  published: "published",
  person: "Person",
  computed: "Expected: there is no decree yet, it may move by a day.",
};

export const calendarFileWords: Record<Language, CalendarWords> = { id, en };
