/** Rows that are left out, by the reason. */
import type { SkippedRow } from "../../functions/model/import.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { faultText } from "../language/fault-text.ts";
import { importWords } from "../language/import.ts";
import { count } from "../language/speech.ts";

/** So many rows are named of each reason. */
const NAMED = 5;
/** More reasons than these are folded. */
const SHOWN = 3;

export function Skipped({ language, skipped }: { language: Language; skipped: SkippedRow[] }) {
  const words = importWords[language];
  if (skipped.length === 0) return null;
  const reasons = reasonsOf(language, skipped);
  return (
    <details class="more" open={reasons.length <= SHOWN}>
      <summary>{words.skipped(skipped.length)}</summary>
      <ul class="small reasons">
        {reasons.map(([reason, rows]) => (
          <li key={reason}>{words.reason(rows.length, rowsInWords(language, rows), reason)}</li>
        ))}
      </ul>
    </details>
  );
}

function reasonsOf(language: Language, skipped: readonly SkippedRow[]): [string, number[]][] {
  const reasons = new Map<string, number[]>();
  for (const { row, faults } of skipped) {
    const said = faults.map((one) => faultText(one, language)).join("; ");
    reasons.set(said, [...(reasons.get(said) ?? []), row]);
  }
  return [...reasons].sort(([, a], [, b]) => b.length - a.length);
}

const rowsInWords = (language: Language, rows: readonly number[]): string =>
  rows
    .slice(0, NAMED)
    .map((row) => count(language, row))
    .join(", ") + (rows.length > NAMED ? " …" : "");
