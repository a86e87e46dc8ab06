/** Months by their names, in any language in which a platform may write them. */
import { folded } from "../model/folded.ts";

/** English and Indonesian, of which nearly every file is: each month's names, and how they are cut short. */
const KNOWN = [
  "january januari jan",
  "february februari pebruari feb peb",
  "march maret mar mrt",
  "april apr",
  "may mei",
  "june juni jun",
  "july juli jul",
  "august agustus aug agu agt ags agus agst",
  "september sep sept",
  "october oktober oct okt",
  "november nopember nov nop",
  "december desember dec des",
];

/**
 * The other languages, the likelier first. Croatian is none of them: its "listopad" is October, and November in Polish and
 * Czech; a month that two languages mean differently would be a guess.
 */
const LANGUAGES = (
  "ms jv vi th fil es pt fr de it nl tr ru ar ja ko zh hi bn ta te my km uk pl cs sk hu ro bg el he " +
  "sv da nb fi ca et lt lv sl ur fa sw"
).split(" ");

const months = new Map<string, number>(
  KNOWN.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

/** Languages whose names are in `months` already: they are asked for one by one, since each costs a millisecond or so. */
let learnt = 0;

const plain = (name: string): string => folded(name).replaceAll(".", "").trim();

/** 1 to 12; `null` for what is no month's name. `monthNumber("Agustus")` and `monthNumber("août")` are both 8. */
export function monthNumber(name: string): number | null {
  const wanted = plain(name);
  for (;;) {
    const month = months.get(wanted);
    if (month !== undefined) return month;
    const language = LANGUAGES[learnt];
    if (language === undefined) return null;
    learnt += 1;
    learn(language);
  }
}

/** Beside a day a month's name may stand in another case than alone: `июля`, `июль`. */
function learn(language: string): void {
  for (const month of ["long", "short"] as const) {
    for (const day of [{ day: "numeric" } as const, {}]) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
        timeZone: "UTC",
        month,
        ...day,
      });
      for (let index = 0; index < 12; index += 1) {
        const parts = format.formatToParts(Date.UTC(2026, index, 15));
        const name = plain(parts.find(({ type }) => type === "month")?.value ?? "");
        if (name && !months.has(name)) months.set(name, index + 1);
      }
    }
  }
}
