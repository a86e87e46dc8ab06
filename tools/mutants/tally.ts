/** The planted faults counted: how many were noticed of each folder and file, and which were not. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../build.ts";
import type { CannotMatter } from "./left-out.ts";

/** Percent of the planted faults that the tests must notice. */
const OF_A_FOLDER = 85;
const OF_A_FILE = 70;

type Place = { line: number; column: number };

export type Planted = {
  fileName: string;
  status: string;
  mutatorName: string;
  replacement?: string;
  location: { start: Place; end: Place };
};

type Count = { noticed: number; planted: number };

const percent = ({ noticed, planted }: Count): number =>
  planted === 0 ? 100 : (100 * noticed) / planted;

/** @returns what to print, and whether every folder and file keeps what is promised */
export function tally(
  planted: readonly Planted[],
  cannotMatter: readonly CannotMatter[],
): { lines: string[]; kept: boolean } {
  const files = new Map<string, Count>();
  const folders = new Map<string, Count>();
  const unnoticed: string[] = [];
  const excused = new Set<CannotMatter>();
  for (const fault of planted) {
    // what cannot be loaded, or was left out, is no fault that a test could notice
    if (fault.status === "Ignored" || fault.status.endsWith("Error")) continue;
    const noticed = fault.status === "Killed" || fault.status === "Timeout";
    const code = codeOf(fault);
    const instead = fault.replacement ?? "";
    const excuse = cannotMatter.find(
      (one) => one.file === fault.fileName && one.code === code && one.instead === instead,
    );
    if (excuse && !noticed) {
      excused.add(excuse);
      continue;
    }
    if (!noticed) {
      const { line } = fault.location.start;
      unnoticed.push(`${fault.fileName}:${line}  ${short(code)}  →  ${short(instead)}`);
    }
    count(files, fault.fileName, noticed);
    count(folders, dirname(fault.fileName), noticed);
  }
  const rows = [...folders].sort().flatMap(([folder, of]) => [
    { name: folder, of, least: OF_A_FOLDER },
    ...[...files]
      .filter(([file]) => dirname(file) === folder)
      .sort()
      .map(([file, of]) => ({ name: file, of, least: OF_A_FILE })),
  ]);
  const asked = new Set(planted.map(({ fileName }) => fileName));
  const stale = cannotMatter.filter((one) => asked.has(one.file) && !excused.has(one));
  const broken = rows.filter(({ of, least }) => percent(of) < least);
  return {
    lines: [
      "",
      ...unnoticed,
      "",
      ...rows.map(({ name, of, least }) => {
        const mark = percent(of) < least ? "✗" : "✓";
        const share = `${percent(of).toFixed(1)} %`.padStart(8);
        return `${mark} ${name.padEnd(44)} ${share}  ${of.noticed} of ${of.planted}`;
      }),
      ...stale.map(({ file, code }) => `✗ left out for nothing: ${file}  ${short(code)}`),
    ],
    kept: broken.length === 0 && stale.length === 0,
  };
}

function count(counts: Map<string, Count>, name: string, noticed: boolean): void {
  const of = counts.get(name) ?? { noticed: 0, planted: 0 };
  counts.set(name, { noticed: of.noticed + (noticed ? 1 : 0), planted: of.planted + 1 });
}

function codeOf({ fileName, location: { start, end } }: Planted): string {
  const lines = readFileSync(join(ROOT, fileName), "utf8").split("\n");
  const cut = lines.slice(start.line - 1, end.line);
  cut[cut.length - 1] = (cut.at(-1) ?? "").slice(0, end.column - 1);
  cut[0] = (cut[0] ?? "").slice(start.column - 1);
  return cut.join("\n");
}

const short = (code: string): string => {
  const line = code.replaceAll(/\s+/g, " ");
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
};
