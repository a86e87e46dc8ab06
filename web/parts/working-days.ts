import type { WorkingHours } from "../../functions/model/working-hours.ts";
import type { Speech } from "../language/speech.ts";
import { workingHoursWords } from "../language/working-hours.ts";

/** `Senin–Jumat 08.00–16.00`; days that do not follow each other one by one. */
export function workingHoursInWords(speech: Speech, { days, from, to }: WorkingHours): string {
  const { weekdays } = workingHoursWords[speech.language];
  const clock = (text: string) => (speech.language === "id" ? text.replace(":", ".") : text);
  const named = days.map((day) => weekdays[day - 1] ?? "");
  const inRow = days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1);
  const span = inRow && days.length > 2 ? `${named[0]}–${named.at(-1)}` : speech.list(named);
  return `${span} ${clock(from)}–${clock(to)}`;
}
