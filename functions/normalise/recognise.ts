import { EXPORT_KINDS, EXPORT_TITLES, type ExportKind } from "../model/import.ts";
import { listing, Problem } from "../model/problem.ts";
import { EXPORT_COLUMNS, HEADER_LANGUAGES, type HeaderLanguage, type Role } from "./columns.ts";
import { plainName } from "./plain-name.ts";

export type Recognised = {
  kind: ExportKind;
  /** Where each column stands that is known. */
  places: ReadonlyMap<Role, number>;
  /** Columns of the file that say nothing that is kept here. */
  unused: string[];
};

/** So much of a header is said back: more than any export has, less than a file that is none could fill a screen with. */
const MOST_NAMED = 40;
const MOST_UNUSED = 100;
const LONGEST_NAMED = 60;

const named = (name: string): string => name.trim().slice(0, LONGEST_NAMED);

/** Is a header row that of a known export? */
export const isRecognised = (header: readonly string[]): boolean =>
  candidatesFor(header)[0]?.missing.length === 0;

/** Which export a header row belongs to. Throws the Problem that names what the file has and what it lacks. */
export function recognise(header: readonly string[]): Recognised {
  const candidates = candidatesFor(header);
  const nearest = candidates[0];
  if (!nearest || nearest.missing.length > 0) throw unrecognised(header, candidates);
  const used = new Set(nearest.places.values());
  return {
    kind: nearest.kind,
    places: nearest.places,
    unused: header
      .filter((name, index) => name.trim() !== "" && !used.has(index))
      .slice(0, MOST_UNUSED)
      .map(named),
  };
}

/** The exports that a header may belong to, the nearest first. */
function candidatesFor(header: readonly string[]): Candidate[] {
  const wide = header.filter((name) => name.trim() !== "").length;
  const names = header.map(plainName);
  const candidates = EXPORT_KINDS.filter(
    (kind) => wide <= (EXPORT_COLUMNS[kind].most_columns ?? wide),
  ).map((kind) => ({ kind, ...placesOf(kind, names) }));
  // the first of equals stands: nearer the top of the list, not more likely
  return candidates.sort(
    (a, b) => a.missing.length - b.missing.length || b.places.size - a.places.size,
  );
}

/** The known names as names are compared: a file is held against some hundred of them, under each delimiter. */
const plainNames = new Map<string, string>();

function knownName(name: string): string {
  const plain = plainNames.get(name) ?? plainName(name);
  plainNames.set(name, plain);
  return plain;
}

/** @param names the header's, as names are compared */
function placesOf(kind: ExportKind, names: readonly string[]) {
  const { columns, required } = EXPORT_COLUMNS[kind];
  const places = new Map<Role, number>();
  for (const [role, known] of Object.entries(columns) as [
    Role,
    Record<HeaderLanguage, string[]>,
  ][]) {
    for (const language of HEADER_LANGUAGES) {
      const place = known[language]
        .map((name) => names.indexOf(knownName(name)))
        .find((at) => at >= 0);
      if (place !== undefined && !places.has(role)) places.set(role, place);
    }
  }
  return { places, missing: required.filter((role) => !places.has(role)) };
}

type Candidate = { kind: ExportKind; missing: Role[]; places: ReadonlyMap<Role, number> };

function unrecognised(header: readonly string[], candidates: readonly Candidate[]): Problem {
  const has = header
    .filter((name) => name.trim() !== "")
    .slice(0, MOST_NAMED)
    .map(named);
  return new Problem("invalid", "the file is not an export that is known here", [
    listing("", "not_recognised", has),
    ...likely(candidates).map(({ kind, missing }) =>
      listing(
        EXPORT_TITLES[kind],
        "missing_columns",
        missing.map((role) => EXPORT_COLUMNS[kind].columns[role]?.en[0] ?? role),
      ),
    ),
  ]);
}

/** The exports that the file may be meant to be: those it has most of; all, where it has nothing that one needs. */
function likely(candidates: readonly Candidate[]): readonly Candidate[] {
  const begun = candidates.filter(
    ({ kind, missing }) => missing.length < EXPORT_COLUMNS[kind].required.length,
  );
  if (begun.length === 0) return candidates;
  const most = Math.max(...begun.map(({ places }) => places.size));
  return begun.filter(({ places }) => places.size === most).slice(0, 2);
}
