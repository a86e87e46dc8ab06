/** One chosen file on its way: looked at, asked about, stored piece by piece. */
import type { AskedParameter, SkippedRow } from "../../functions/model/import.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { SeenDoubt, SeenFile } from "../../functions/present/views/seen-file.ts";
import { type Answer, call } from "./call.ts";
import type { OpenedFile } from "./open-files.ts";
import { type Cut, cutFile } from "./pieces.ts";

/** What the person chose, by the parameter's name. */
export type Answers = Partial<Record<AskedParameter, string>> & { platform?: Platform };

type Stored = Record<
  "rows" | "posts_added" | "readings_added" | "readings_replaced" | "readings_unchanged",
  number
> & { skipped: SkippedRow[] };

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
};

const NOTHING: Stored = {
  rows: 0,
  posts_added: 0,
  readings_added: 0,
  readings_replaced: 0,
  readings_unchanged: 0,
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
});

type Change = (change: Partial<Bringing>) => void;

/** Milliseconds to wait before a request is sent again; after the last one it is given up. */
const WAITS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000];

/** Comes again by itself: no network, too often, written elsewhere, not just now. */
const PASSING = [0, 409, 429, 502, 503];

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const queryOf = (said: Record<string, string | number | null | undefined>): string =>
  new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) =>
      value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
    ),
  ).toString();

const aboutFile = ({ name, modified, answers }: Bringing) => ({
  name,
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
  const asks = (doubt: SeenDoubt) => doubt.ask?.parameter;
  const before = file.asked.filter((one) => !seen.doubts.some((two) => asks(one) === asks(two)));
  const asked = [...before, ...seen.doubts.filter(({ ask }) => ask !== null)];
  change({ state: "seen", cut, seen, asked });
}

/** Must something be answered before it can be stored? */
export const isOpen = ({ seen }: Bringing): boolean =>
  seen?.doubts.some(({ must, ask }) => must && ask !== null && ask.chosen === null) ?? false;

export const isStorable = (file: Bringing): boolean =>
  file.seen !== null &&
  file.cut !== null &&
  (file.state === "seen" || file.state === "broken") &&
  !isOpen(file);

/** Stores it, or goes on where it broke off. */
export async function store(file: Bringing, change: Change): Promise<void> {
  const { seen, cut } = file;
  if (!seen || !cut) return;
  const { decided, read_at_from } = seen;
  const whole = cut.pieces.length === 1;
  let { stored, pieces_stored, import: id } = file;
  change({ state: "storing", refusal: null });
  for (const { first_row, text } of cut.pieces.slice(pieces_stored)) {
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
  change({ state: "stored" });
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
    if (answer.ok || !PASSING.includes(answer.status) || answer.problems.length > 0) break;
    change({ waiting: ms / 1000 });
    await wait(ms);
    answer = await call("POST", path, body);
  }
  change({ waiting: null });
  return answer;
}
