/** One chosen file on its way: looked at, asked about, stored piece by piece. */
import type { AskedParameter, SkippedRow } from "../../functions/model/import.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { NO_TALLY, type Tally } from "../../functions/model/preview.ts";
import { rowsToday, WRITTEN_A_ROW } from "../../functions/model/room.ts";
import type { SeenDoubt, SeenFile } from "../../functions/present/views/seen-file.ts";
import { type Answer, call } from "./call.ts";
import type { OpenedFile } from "./open-files.ts";
import { type Cut, cutFile } from "./pieces.ts";

/** What the person chose, by the parameter's name. */
export type Answers = Partial<Record<AskedParameter, string>> & { platform?: Platform };

type Stored = Tally & { rows: number; skipped: SkippedRow[] };

export type Bringing = OpenedFile & {
  key: number;
  /** `broken`: storing it broke off, and can go on. */
  state: "looking" | "seen" | "refused" | "storing" | "broken" | "stored";
  cut: Cut | null;
  answers: Answers;
  /** What was asked so far: an answer can be changed again. */
  asked: SeenDoubt[];
  seen: SeenFile | null;
  refusal: (Answer & { ok: false }) | null;
  /** Seconds until it is tried again; `null`: nothing is waited for. */
  waiting: number | null;
  /** The import that holds what of it is stored, and how many of its pieces that are. */
  import: number | null;
  pieces_stored: number;
  stored: Stored;
  /** Is only as much of it stored today as the day has room for? */
  spread: boolean;
};

const NOTHING: Stored = {
  rows: 0,
  ...NO_TALLY,
  skipped: [],
};

export const bringing = (file: OpenedFile, key: number): Bringing => ({
  ...file,
  key,
  state: file.fault === null ? "looking" : "refused",
  cut: null,
  answers: {},
  asked: [],
  seen: null,
  refusal: null,
  waiting: null,
  import: null,
  pieces_stored: 0,
  stored: NOTHING,
  spread: true,
});

type Change = (change: Partial<Bringing>) => void;

/** Milliseconds to wait before a request is sent again; after the last one it is given up. */
const WAITS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000];

/** Comes again by itself: no network, too often, written elsewhere, not just now. */
const PASSING = [0, 409, 429, 502, 503];

/** What the library says where it is to be sent once more. */
const AGAIN = ["busy", "broken_off"];

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const queryOf = (said: Record<string, string | number | null | undefined>): string =>
  new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) =>
      value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
    ),
  ).toString();

const aboutFile = ({ name, label, modified, answers }: Bringing) => ({
  name,
  label,
  modified: new Date(modified).toISOString(),
  platform: answers.platform,
  account: answers.account,
});

/** Asks what storing the file would do. */
export async function look(file: Bringing, change: Change): Promise<void> {
  if (file.body === null) return;
  change({ state: "looking", refusal: null });
  const cut = file.cut ?? (typeof file.body === "string" ? await cutFile(file.body) : null);
  const query = queryOf({ dry_run: "true", ...aboutFile(file), ...file.answers });
  const body = cut?.looked_at.text ?? file.body;
  const answer = await persist(`/api/import?${query}`, body, change);
  if (!answer.ok) return change({ state: "refused", cut, refusal: answer });
  const seen = answer.json as unknown as SeenFile;
  change({ state: "seen", cut, seen, asked: askedSoFar(file.asked, seen.doubts) });
}

/** Each question keeps its place, so that the finger finds it where the eye saw it. */
export function askedSoFar(
  before: readonly SeenDoubt[],
  doubts: readonly SeenDoubt[],
): SeenDoubt[] {
  const same = (one: SeenDoubt, two: SeenDoubt) => one.ask?.parameter === two.ask?.parameter;
  const open = doubts.filter(({ ask }) => ask !== null);
  const again = before.map((one) => open.find((two) => same(one, two)) ?? one);
  return [...again, ...open.filter((one) => !before.some((two) => same(one, two)))];
}

type Looked = Pick<Bringing, "state" | "seen" | "cut">;

/** Must something be answered before it can be stored? What is refused asks nothing. */
export const isOpen = ({ seen, state }: Pick<Looked, "state" | "seen">): boolean =>
  state !== "refused" &&
  (seen?.doubts.some(({ must, ask }) => must && ask !== null && ask.chosen === null) ?? false);

/** Does it say nothing that could be stored? Of a large file only the first rows are known. */
export const isEmpty = ({ seen, cut }: Pick<Looked, "seen" | "cut">): boolean =>
  seen !== null &&
  cut?.looked_at.rows == null &&
  (Object.keys(NO_TALLY) as (keyof Tally)[]).every((name) => seen[name] === 0);

/** Would nothing that the screens show change? */
export const isKnown = (tally: Tally): boolean =>
  (Object.keys(NO_TALLY) as (keyof Tally)[]).every(
    (name) => name.endsWith("_unchanged") || tally[name] === 0,
  );

/** Is it no export at all, such as a sheet of notes in a workbook? */
export const isNoExport = ({ refusal }: Pick<Bringing, "refusal">): boolean =>
  refusal?.problems[0]?.code === "not_recognised";

export const isStorable = (file: Looked): boolean =>
  file.seen !== null &&
  file.cut !== null &&
  (file.state === "seen" || file.state === "broken") &&
  !isOpen(file) &&
  !isEmpty(file);

/**
 * How many rows of it the day has room for; `null`: for all.
 * @param before rows of the database that the files before it in the list will write
 */
export const rowsOfToday = (
  { seen, cut }: Pick<Looked, "seen" | "cut">,
  before: number,
): number | null =>
  seen && cut ? rowsToday(cut.rows, seen.written_today + before, seen.written_most) : null;

/** What the files before this one in the list will write today, in rows of the database. */
export function writtenBefore(
  files: readonly Pick<Bringing, "key" | "state" | "seen" | "cut" | "spread">[],
  key: number,
): number {
  let written = 0;
  for (const file of files.slice(
    0,
    Math.max(
      0,
      files.findIndex((one) => one.key === key),
    ),
  )) {
    const { state, cut, spread } = file;
    if (!cut || !["seen", "storing", "broken"].includes(state)) continue;
    const today = spread ? rowsOfToday(file, written) : null;
    written += WRITTEN_A_ROW * (today ?? cut.rows);
  }
  return written;
}

/** How many of its pieces the day has room for. */
export function piecesOfToday(
  file: Pick<Bringing, "seen" | "cut" | "spread">,
  before: number,
): number {
  const { cut, spread } = file;
  const pieces = cut?.pieces ?? [];
  let left = spread ? (rowsOfToday(file, before) ?? Infinity) : Infinity;
  const full = pieces.findIndex(({ rows }) => {
    left -= rows;
    return left < 0;
  });
  return full < 0 ? pieces.length : full;
}

/**
 * Stores it, or goes on where it broke off; what is left for another day is as if it had broken off there.
 * @param before what the files before it write today
 */
export async function store(file: Bringing, change: Change, before: number): Promise<void> {
  const { seen, cut } = file;
  if (!seen || !cut) return;
  const today = Math.max(file.pieces_stored, piecesOfToday(file, before));
  const { decided, read_at_from } = seen;
  const whole = cut.pieces.length === 1;
  let { stored, pieces_stored, import: id } = file;
  change({ state: "storing", refusal: null });
  for (const { first_row, text } of cut.pieces.slice(pieces_stored, today)) {
    const query = queryOf({
      ...decided,
      // a file that says nothing of its day is the same file tomorrow
      read_at: whole && read_at_from === "now" ? null : decided.read_at,
      ...aboutFile(file),
      import: id,
      first_row,
    });
    const answer = await persist(`/api/import?${query}`, text, change);
    if (!answer.ok) return change({ state: "broken", refusal: answer });
    id = (answer.json.import as number | null) ?? id;
    pieces_stored += 1;
    stored = added(stored, answer.json);
    change({ stored, pieces_stored, import: id });
  }
  // pressed again, all of it is meant
  change(today < cut.pieces.length ? { state: "broken", spread: false } : { state: "stored" });
}

function added(stored: Stored, answer: Record<string, unknown>): Stored {
  const sum = { ...stored, skipped: [...stored.skipped, ...(answer.skipped as SkippedRow[])] };
  for (const name of Object.keys(NOTHING) as (keyof Stored)[]) {
    if (name !== "skipped") sum[name] += Number(answer[name] ?? 0);
  }
  return sum;
}

/** Sends until it is answered, or refused for good. A piece sent twice changes nothing. */
async function persist(path: string, body: string | Blob, change: Change): Promise<Answer> {
  let answer = await call("POST", path, body);
  for (const ms of WAITS) {
    // a refusal that names its fault (a file of another account) stays one
    const named = answer.ok ? [] : answer.problems.filter(({ code }) => !AGAIN.includes(code));
    if (answer.ok || !PASSING.includes(answer.status) || named.length > 0) break;
    change({ waiting: ms / 1000 });
    await wait(ms);
    answer = await call("POST", path, body);
  }
  change({ waiting: null });
  return answer;
}
