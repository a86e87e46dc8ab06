/** The public days of years without a decree, and Ramadan of every year. */
import { addDays } from "../../functions/model/day.ts";
import type { Day } from "../../functions/model/snapshot.ts";
import type { PublicFeast } from "./feasts.ts";
import { islamicMonths } from "./islamic-months.ts";
import { easter, imlek, nyepi, WAISAK_LISTED, waisak } from "./movable-feasts.ts";
import type { Shipped } from "./shipped.ts";

type Computed = Omit<Shipped, "key"> & { feast: string };

const FIXED: [feast: PublicFeast, date: string][] = [
  ["tahun-baru", "01-01"],
  ["buruh", "05-01"],
  ["pancasila", "06-01"],
  ["kemerdekaan", "08-17"],
  ["natal", "12-25"],
];

/** In days from Easter Sunday. */
const FROM_EASTER: [feast: PublicFeast, days: number][] = [
  ["wafat-yesus", -2],
  ["paskah", 0],
  ["kenaikan", 39],
];

const MUHARAM = 1;
const RABIULAWAL = 3;
const RAJAB = 7;
const RAMADAN = 9;
const SYAWAL = 10;
const ZULHIJAH = 12;

/** By the Islamic month: its holiday, the day of the month, and how many days it lasts. */
const ISLAMIC: Readonly<Record<number, [feast: PublicFeast, date: number, lasts: number]>> = {
  [MUHARAM]: ["muharam", 1, 1],
  [RABIULAWAL]: ["maulid", 12, 1],
  [RAJAB]: ["isra-mikraj", 27, 1],
  [SYAWAL]: ["idulfitri", 1, 2],
  [ZULHIJAH]: ["iduladha", 10, 1],
};

const CRITERION = "Kriteria MABIMS: hilal 3°, elongasi 6,4°";

/** Every public day that begins in the years, in no order. */
export function publicDays(from: number, to: number): Computed[] {
  const days: Computed[] = islamicDays(from, to);
  const add = (feast: PublicFeast, day: Day, source: string) =>
    days.push({ feast, from: day, to: day, source });
  for (let year = from; year <= to; year += 1) {
    for (const [feast, date] of FIXED) add(feast, `${year}-${date}`, "Keppres 8/2024");
    const sunday = easter(year);
    for (const [feast, after] of FROM_EASTER)
      add(feast, addDays(sunday, after), "Komputus Gregorian");
    add("imlek", imlek(year), "Bulan baru, waktu Tiongkok");
    add("nyepi", nyepi(year), "Kalender Bali, Eka Sungsang ke Paing");
    const listed = WAISAK_LISTED[year];
    add("waisak", listed ?? waisak(year), listed ? "Daftar hari libur" : "Bulan purnama, WIB");
  }
  return days;
}

function islamicDays(from: number, to: number): Computed[] {
  // a month that began in December may have its holiday in January
  return islamicMonths(from - 1, to).flatMap(({ month, first }) => {
    const holiday = ISLAMIC[month];
    if (!holiday) return [];
    const [feast, date, lasts] = holiday;
    const day = addDays(first, date - 1);
    if (day < `${from}-01-01` || day > `${to}-12-31`) return [];
    return { feast, from: day, to: addDays(day, lasts - 1), source: CRITERION };
  });
}

/**
 * Ramadan, every one that begins in the years.
 * @param decreed the first days of Idulfitri that a decree has set: the fast ends the day before
 */
export function ramadans(from: number, to: number, decreed: readonly Day[]): Computed[] {
  const months = islamicMonths(from, to + 1);
  return months.flatMap(({ month, first }, index) => {
    const next = months[index + 1]?.first;
    if (month !== RAMADAN || !next || first > `${to}-12-31`) return [];
    const eid = decreed.find(
      (day) => Math.abs(Date.parse(day) - Date.parse(next)) < 3 * 86_400_000,
    );
    return { feast: "ramadan", from: first, to: addDays(eid ?? next, -1), source: CRITERION };
  });
}
