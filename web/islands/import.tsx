/** Imports a file piece by piece, with its progress, and says row by row what was left out. */
import { render } from "preact";
import { useState } from "preact/hooks";
import type { ExportKind, SkippedRow } from "../../functions/model/import.ts";
import { PLATFORM_NAMES, type Platform } from "../../functions/model/platform.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { faultWords } from "../language/faults.ts";
import { importWords, nameInWords, type Outcome, outcomeInWords } from "../language/import.ts";
import { count } from "../language/speech.ts";
import { type Answer, call, faultText, refusalText } from "./call.ts";
import { cutFile, type Piece } from "./pieces.ts";

type Props = {
  language: Language;
  time_zone: string;
  accounts: { platform: Platform; handle: string }[];
};

export default function wake(root: HTMLElement, props: Props): void {
  root.replaceChildren();
  render(<Import {...props} />, root);
}

const COUNTS = [
  "rows",
  "posts_added",
  "readings_added",
  "readings_replaced",
  "readings_unchanged",
] as const;
type Total = Record<(typeof COUNTS)[number], number>;

type Progress = {
  state: "idle" | "reading" | "sending" | "done" | "refused";
  done: number;
  all: number;
  said: string;
  kind: ExportKind | null;
  total: Total;
  skipped: SkippedRow[];
  unused: string[];
};

const NOTHING: Progress = {
  state: "idle",
  done: 0,
  all: 0,
  said: "",
  kind: null,
  total: {
    rows: 0,
    posts_added: 0,
    readings_added: 0,
    readings_replaced: 0,
    readings_unchanged: 0,
  },
  skipped: [],
  unused: [],
};

/** Milliseconds to wait before a piece is sent again; after the last one the import gives up. */
const WAITS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000];

/** Comes again by itself: no network, too often, written elsewhere, not just now. */
const PASSING = [0, 409, 429, 502, 503];

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** `2026-11-24T08:10`, in the person's own zone: how the field wants it. */
function localMinute(at: number): string {
  const shifted = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

function Import({ language, time_zone, accounts }: Props) {
  const words = importWords[language];
  const [file, setFile] = useState<File | null>(null);
  const [madeAt, setMadeAt] = useState("");
  const [progress, setProgress] = useState<Progress>(NOTHING);
  const busy = progress.state === "reading" || progress.state === "sending";
  const nameOf = (path: string) => nameInWords(path, language);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!file || busy) return;
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    setProgress({ ...NOTHING, state: "reading" });
    const [platform = "", account = ""] = String(fields.get("account") ?? "").split("/");
    await send(file, {
      name: file.name,
      time_zone: String(fields.get("time_zone")),
      read_at: new Date(madeAt).toISOString(),
      platform,
      account,
    });
  }

  async function send(file: File, asked: Record<string, string>) {
    const cut = await cutFile(new Uint8Array(await file.arrayBuffer()));
    const pieces: { first_row: number; rows: number; body: string | Blob }[] =
      "whole" in cut
        ? [{ first_row: 2, rows: 0, body: new Blob([cut.whole]) }]
        : cut.pieces.map((piece: Piece) => ({ ...piece, body: piece.text }));
    let now: Progress = { ...NOTHING, state: "sending", all: "whole" in cut ? 0 : cut.rows };
    let id = "";
    for (const { first_row, rows, body } of pieces) {
      setProgress(now);
      const query = new URLSearchParams({ ...asked, import: id, first_row: String(first_row) });
      const answer = await persist(`/api/import?${query}`, body);
      if (!answer.ok) {
        const partly = id ? `\n${words.partly}` : "";
        setProgress({
          ...now,
          state: "refused",
          said: refusalText(answer, language, nameOf) + partly,
        });
        return;
      }
      id = String(answer.json.import ?? id);
      now = added(now, answer.json, rows);
    }
    setProgress({ ...now, state: "done" });
  }

  /** Sends a piece until it is in, or refused for good. A piece sent twice changes nothing. */
  async function persist(path: string, body: string | Blob): Promise<Answer> {
    let answer = await call("POST", path, body);
    for (const ms of WAITS) {
      // a refusal that names its fault (a file of another account) stays one
      if (answer.ok || !PASSING.includes(answer.status) || answer.problems.length > 0) break;
      setProgress((now) => ({ ...now, said: faultWords[language].again(ms / 1000) }));
      await wait(ms);
      answer = await call("POST", path, body);
    }
    return answer;
  }

  return (
    <form class="form" onSubmit={submit}>
      <label>
        {words.file}
        <input
          type="file"
          accept=".csv,text/csv"
          required
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0] ?? null;
            setFile(chosen);
            setProgress(NOTHING);
            if (chosen) setMadeAt(localMinute(chosen.lastModified));
          }}
        />
      </label>
      {file && (
        <>
          <label>
            {words.fields.read_at}
            <input
              type="datetime-local"
              required
              value={madeAt}
              onInput={({ currentTarget }) => setMadeAt(currentTarget.value)}
            />
          </label>
          <label>
            {words.fields.time_zone}
            <select name="time_zone">
              <option value={time_zone}>
                {time_zone} ({words.zone_library})
              </option>
              <option value="America/Los_Angeles">{words.zone_pacific}</option>
              <option value="UTC">UTC</option>
            </select>
          </label>
          {accounts.length > 0 && (
            <label>
              {words.account_missing}
              <select name="account">
                <option value="">{words.by_file}</option>
                {accounts.map(({ platform, handle }) => (
                  <option key={`${platform}/${handle}`} value={`${platform}/${handle}`}>
                    {PLATFORM_NAMES[platform]} @{handle}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
      <button type="submit" disabled={busy || !file}>
        {words.start}
      </button>
      <Result language={language} progress={progress} />
    </form>
  );
}

function added(now: Progress, answer: Record<string, unknown>, rows: number): Progress {
  const total = { ...now.total };
  for (const name of COUNTS) total[name] += Number(answer[name] ?? 0);
  return {
    ...now,
    said: "",
    done: now.done + rows,
    kind: answer.kind as ExportKind,
    total,
    skipped: [...now.skipped, ...(answer.skipped as SkippedRow[])],
    unused: (answer.unused as string[] | undefined) ?? [],
  };
}

const outcomeOf = ({ total, skipped }: Progress): Outcome => ({
  rows: total.rows,
  skipped: skipped.length,
  news: total.readings_added + total.readings_replaced,
  unchanged: total.readings_unchanged,
});

function Result({ language, progress }: { language: Language; progress: Progress }) {
  const words = importWords[language];
  const { state, done, all, said, kind, total, skipped, unused } = progress;
  const busy = state === "reading" || state === "sending";
  return (
    <div role="status" class="stack">
      {busy && <progress value={all ? done : undefined} max={all || undefined} />}
      {state === "reading" && <p class="small">{words.reading}</p>}
      {state === "sending" && all > 0 && (
        <p class="small">{words.sending(count(language, done), count(language, all))}</p>
      )}
      {said && <p class={state === "refused" ? "said weak" : "said"}>{said}</p>}
      {state === "done" && (
        <p>
          <b>{words.done}</b> {kind && words.kind(words.kinds[kind])}{" "}
          {outcomeInWords(outcomeOf(progress), language)}
        </p>
      )}
      {(state === "done" || done > 0) && (
        <dl class="pairs">
          {COUNTS.map((name) => (
            <>
              <dt key={name}>{words.counts[name]}</dt>
              <dd>{count(language, total[name])}</dd>
            </>
          ))}
        </dl>
      )}
      {state === "done" && unused.length > 0 && (
        <p class="small">{words.unused(unused.join(", "))}</p>
      )}
      {skipped.length > 0 && <Skipped language={language} skipped={skipped} />}
      {state === "done" && (
        <p>
          <a class="action" href="/data">
            {words.see}
          </a>
        </p>
      )}
    </div>
  );
}

function Skipped({ language, skipped }: { language: Language; skipped: SkippedRow[] }) {
  const words = importWords[language];
  return (
    <details class="more" open={skipped.length <= 20}>
      <summary>{words.skipped(skipped.length)}</summary>
      <table class="wrapped">
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {skipped.map(({ row, code, faults }) => (
            <tr key={`${row} ${code}`}>
              <th scope="row">{count(language, row)}</th>
              <td>{faults.map((one) => faultText(one, language)).join("; ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
