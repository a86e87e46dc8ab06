import { textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";

/** Meta's way to write an instant: `2026-11-19T09:30:00+0000`. */
export function graphInstant(value: unknown): Instant | null {
  const at = Date.parse((textOf(value) ?? "").replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(at) ? null : Math.floor(at / 1000);
}
