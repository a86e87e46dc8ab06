import { folded } from "../model/folded.ts";

/** A column's name as names are compared: without regard to case, accents, spaces and the marks that spreadsheets leave. */
export const plainName = (name: string): string =>
  folded(name.replaceAll(/[\p{Cc}\p{Cf}"']/gu, ""))
    .trim()
    .replaceAll(/\s+/g, " ");
