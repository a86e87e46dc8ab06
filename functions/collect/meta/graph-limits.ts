/** How much of Meta's limits is used up, by the headers of an answer. */
import { objectOf, objectsOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";

export type Header = (name: string) => string | null;

/** Stop before the limit, in percent of it: the last calls belong to the library's other tools. */
const NEARLY_USED_UP = 90;

/** `regain_at`: when the calls come back; `null`: nothing is used up, or the platform does not say. */
type Usage = { percent: number; regain_at: Instant | null };

/** The worst of what the limit headers say. They come only once enough calls have been made. */
export function usageOf(header: Header, now: Instant): Usage {
  const app = objectOf(parsed(header("x-app-usage")));
  const cases = Object.values(objectOf(parsed(header("x-business-use-case-usage"))));
  const all = [app, ...cases.flatMap(objectsOf)];
  const numbers = (names: readonly string[]) =>
    all.flatMap((one) => names.map((name) => Number(one[name] ?? 0)));
  const percent = Math.max(0, ...numbers(["call_count", "total_time", "total_cputime"]));
  const regainMinutes = Math.max(0, ...numbers(["estimated_time_to_regain_access"]));
  const regain_at = regainMinutes > 0 ? now + Math.ceil(regainMinutes) * 60 : null;
  return { percent, regain_at };
}

/** Is so much used up that nothing more is asked? */
export const isNearlyUsedUp = ({ percent, regain_at }: Usage): boolean =>
  regain_at !== null || percent >= NEARLY_USED_UP;

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
