/** The steps of an event's promotion: apart from its page's words, for the Overview names them too. */
import type { PromotionStep } from "../../functions/model/event.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

export const stepWords: Record<Language, Record<PromotionStep, string>> = {
  id: {
    two_weeks: "Dua minggu sebelumnya",
    a_week: "Seminggu sebelumnya",
    a_day: "Sehari sebelumnya",
    the_day: "Pada harinya",
    thanks: "Ucapan terima kasih",
  },
  en: {
    two_weeks: "Two weeks before",
    a_week: "A week before",
    a_day: "A day before",
    the_day: "On the day",
    thanks: "Thanks",
  },
};
