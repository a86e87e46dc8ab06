/** `monthAfter("2026-12", 1)` is `2027-01`; below 0 it is a month before. */
export function monthAfter(month: string, by: number): string {
  const number = 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}
