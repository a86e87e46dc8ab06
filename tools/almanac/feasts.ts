/** What each day of the almanac is called and what it is. A key is a feast and its year: `idulfitri-2027`. */
import type { AlmanacKind } from "../../functions/model/almanac.ts";

export type Feast = { kind: AlmanacKind; name_id: string; name_en: string };

export const feast = (kind: AlmanacKind, name_id: string, name_en: string): Feast => ({
  kind,
  name_id,
  name_en,
});

const publicDay = (name_id: string, name_en: string): Feast => feast("public", name_id, name_en);

/** In the decree's own words, without "Hari Raya" and "Nabi Muhammad S.A.W." where the day is known without. */
const PUBLIC_FEASTS = {
  "tahun-baru": publicDay("Tahun Baru Masehi", "New Year's Day"),
  "isra-mikraj": publicDay("Isra Mikraj Nabi Muhammad", "Isra and Mi'raj"),
  imlek: publicDay("Tahun Baru Imlek", "Chinese New Year"),
  nyepi: publicDay("Hari Suci Nyepi", "Nyepi, Day of Silence"),
  idulfitri: publicDay("Idulfitri", "Eid al-Fitr"),
  "wafat-yesus": publicDay("Wafat Yesus Kristus", "Good Friday"),
  paskah: publicDay("Kebangkitan Yesus Kristus (Paskah)", "Easter Sunday"),
  buruh: publicDay("Hari Buruh Internasional", "Labour Day"),
  kenaikan: publicDay("Kenaikan Yesus Kristus", "Ascension Day"),
  iduladha: publicDay("Iduladha", "Eid al-Adha"),
  waisak: publicDay("Hari Raya Waisak", "Vesak"),
  pancasila: publicDay("Hari Lahir Pancasila", "Pancasila Day"),
  muharam: publicDay("1 Muharam, Tahun Baru Islam", "Islamic New Year"),
  kemerdekaan: publicDay("Proklamasi Kemerdekaan", "Independence Day"),
  maulid: publicDay("Maulid Nabi Muhammad", "Birthday of the Prophet Muhammad"),
  natal: publicDay("Hari Raya Natal", "Christmas Day"),
} satisfies Record<string, Feast>;

export type PublicFeast = keyof typeof PUBLIC_FEASTS;

/** The shared leave beside a public day. */
const sharedLeave = (of: PublicFeast, name_id: string, name_en: string): Record<string, Feast> => ({
  [`cuti-${of}`]: feast("shared_leave", `Cuti bersama ${name_id}`, `Shared leave, ${name_en}`),
});

const SHARED_LEAVES: Record<string, Feast> = {
  ...sharedLeave("imlek", "Imlek", "Chinese New Year"),
  ...sharedLeave("nyepi", "Nyepi", "Nyepi"),
  ...sharedLeave("idulfitri", "Idulfitri", "Eid al-Fitr"),
  ...sharedLeave("kenaikan", "Kenaikan", "Ascension Day"),
  ...sharedLeave("iduladha", "Iduladha", "Eid al-Adha"),
  ...sharedLeave("natal", "Natal", "Christmas"),
};

/** Nobody's holiday, and yet what the month's posts are about: of the library's kind. */
const RAMADAN = { ramadan: feast("library", "Ramadan", "Ramadan") };

/** Those that move. */
export const FEASTS: Readonly<Record<string, Feast>> = {
  ...PUBLIC_FEASTS,
  ...SHARED_LEAVES,
  ...RAMADAN,
};
