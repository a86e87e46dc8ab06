/**
 * The holidays that the three ministers have decreed. When the next decree is out: its days here, `LAST_DECREED` one up, and
 * `npm run almanac`.
 */
import type { Day } from "../../functions/model/snapshot.ts";
import type { Shipped } from "./shipped.ts";

export const LAST_DECREED = 2026;

/** Of the ministers of religion, of manpower, and of administrative reform; 19 September 2025. */
const DECREE_2026 = "SKB 3 Menteri No. 1497, 2 dan 5 Tahun 2025";

const DAYS_2026: [feast: string, from: Day, to?: Day][] = [
  ["tahun-baru", "2026-01-01"],
  ["isra-mikraj", "2026-01-16"],
  ["cuti-imlek", "2026-02-16"],
  ["imlek", "2026-02-17"],
  ["cuti-nyepi", "2026-03-18"],
  ["nyepi", "2026-03-19"],
  ["cuti-idulfitri", "2026-03-20"],
  ["idulfitri", "2026-03-21", "2026-03-22"],
  ["cuti-idulfitri", "2026-03-23", "2026-03-24"],
  ["wafat-yesus", "2026-04-03"],
  ["paskah", "2026-04-05"],
  ["buruh", "2026-05-01"],
  ["kenaikan", "2026-05-14"],
  ["cuti-kenaikan", "2026-05-15"],
  ["iduladha", "2026-05-27"],
  ["cuti-iduladha", "2026-05-28"],
  ["waisak", "2026-05-31"],
  ["pancasila", "2026-06-01"],
  ["muharam", "2026-06-16"],
  ["kemerdekaan", "2026-08-17"],
  ["maulid", "2026-08-25"],
  ["cuti-natal", "2026-12-24"],
  ["natal", "2026-12-25"],
];

export const DECREED: readonly (Omit<Shipped, "key"> & { feast: string })[] = DAYS_2026.map(
  ([feast, from, to = from]) => ({ feast, from, to, source: DECREE_2026 }),
);
