/** Brings files in: what each would bring is seen first, then stored, then said, a line each. */
import { render } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { PLATFORM_NAMES, PLATFORMS, type Platform } from "../../functions/model/platform.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { faultWords } from "../language/faults.ts";
import { importWords, nameInWords } from "../language/import.ts";
import { openWords } from "../language/open.ts";
import { count, speechOf } from "../language/speech.ts";
import { atName } from "../language/who.ts";
import {
  type Answers,
  type Bringing,
  bringing,
  isEmpty,
  isKnown,
  isNoExport,
  isOpen,
  isStorable,
  look,
  store,
  writtenBefore,
} from "./bring-file.ts";
import { refusalText } from "./call.ts";
import { openFile } from "./open-files.ts";
import { sayAfterReload } from "./said.ts";
import { SeenFile } from "./seen-file.tsx";
import { Skipped } from "./skipped.tsx";
import { sparing } from "./spare-taps.ts";
import { TallyFacts } from "./tally-facts.tsx";
import { answeredToo, offered, platformsOf, type Whose } from "./whose.ts";

export type ImportProps = {
  language: Language;
  time_zone: string;
  now: number;
  accounts: { platform: Platform; handle: string; name: string | null; followers: number | null }[];
};

export default function wake(root: HTMLElement, props: ImportProps): void {
  root.replaceChildren();
  render(<Import {...props} />, root);
}

function Import(props: ImportProps) {
  const { language } = props;
  const words = importWords[language];
  const [files, setFiles] = useState<Bringing[]>([]);
  const [busy, setBusy] = useState(false);
  // of files that were chosen since, an answer is told no more
  const chosen = useRef(0);
  // nor of a question that was answered again since
  const asked = useRef(new Map<number, number>());
  const waiting = useRef(0);
  const met = useRef<Whose[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const stage = stageOf(files);

  // what is said now is shorter by far: it would lie above the screen, and something else under the finger
  useLayoutEffect(() => {
    if (stage === "choosing") return;
    list.current?.focus({ preventScroll: true });
    const stored = list.current?.querySelector("[data-stored]") ?? list.current;
    stored?.scrollIntoView({ block: "start", behavior: "instant" });
  }, [stage]);

  const changed = (key: number) => (change: Partial<Bringing>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));

  async function choose(list: FileList | null): Promise<void> {
    if (!list || list.length === 0) return;
    const turn = ++chosen.current;
    setBusy(true);
    // accounts that were stored since the page came are known as well
    met.current.push(
      ...files.flatMap(({ state, seen }) => (state === "stored" ? (seen?.accounts ?? []) : [])),
    );
    setFiles([]);
    const opened = (await Promise.all([...list].map(openFile))).flat();
    if (turn !== chosen.current) return;
    const all = opened.map((file, at) => bringing(file, turn * 10_000 + at));
    setFiles(all);
    for (const file of all) {
      if (file.fault === null && turn === chosen.current) await look(file, changed(file.key));
    }
    if (turn === chosen.current) setBusy(false);
  }

  async function lookAgain(file: Bringing, said: Answers): Promise<void> {
    const answers = { ...file.answers, ...said };
    const turn = (asked.current.get(file.key) ?? 0) + 1;
    asked.current.set(file.key, turn);
    changed(file.key)({ answers });
    await look({ ...file, answers }, (change) => {
      if (asked.current.get(file.key) === turn) changed(file.key)(change);
    });
  }

  async function answer(file: Bringing, said: Answers): Promise<void> {
    const too = said.account ? answeredToo(files, file.key, said) : [];
    waiting.current += 1;
    setBusy(true);
    for (const one of [file, ...files.filter(({ key }) => too.includes(key))]) {
      await lookAgain(one, said);
    }
    waiting.current -= 1;
    if (waiting.current === 0) setBusy(false);
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await sparing(async () => {
      for (const file of files.filter(isStorable)) {
        await store(file, changed(file.key), writtenBefore(files, file.key));
      }
    });
    setBusy(false);
  }

  const storable = files.filter(isStorable).length;
  const open = files.filter(isOpen).length;
  const others = files.reduce((sum, file) => sum + file.others, 0);
  return (
    <form class="form" onSubmit={submit} aria-busy={busy}>
      <label>
        {words.files}
        <input
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.xlsx,.zip,text/csv"
          onChange={({ currentTarget }) => void choose(currentTarget.files)}
        />
      </label>
      <p class="soft small">{words.files_help}</p>
      <p class="small">
        {words.guide}{" "}
        {PLATFORMS.map((platform, at) => (
          <>
            {at > 0 && " · "}
            <a key={platform} href={`/guide/${platform}`}>
              {PLATFORM_NAMES[platform]}
            </a>
          </>
        ))}
      </p>
      {busy && files.length === 0 && <p role="status">{words.opening}</p>}
      <div class="rows" role="status" ref={list} tabIndex={-1}>
        {files
          .filter((file) => stage === "choosing" || !isNoExport(file))
          .map((file) => (
            <Row
              key={file.key}
              {...props}
              file={file}
              alone={files.length === 1}
              before={writtenBefore(files, file.key)}
              offers={
                file.seen
                  ? offered(platformsOf(file.seen), [...props.accounts, ...met.current], files)
                  : NO_OFFERS
              }
              onAnswer={(said) => void answer(file, said)}
              onSpread={(spread) => changed(file.key)({ spread })}
            />
          ))}
      </div>
      {others > 0 && stage === "choosing" && <p class="small">{words.others(others)}</p>}
      {open > 0 && (
        <p class="weak small">{storable > 0 ? words.waiting(open) : words.unanswered}</p>
      )}
      {(storable > 0 || open > 0) && (
        <button type="submit" disabled={busy || storable === 0}>
          {words.store(storable)}
        </button>
      )}
      {!busy && files.some(({ state }) => state === "stored") && (
        <Next {...props} stored={files.filter(({ state }) => state === "stored")} />
      )}
    </form>
  );
}

const NO_OFFERS: Whose[] = [];

const isBegun = ({ state }: Bringing): boolean => ["storing", "stored", "broken"].includes(state);

/** Where it stands: nothing is stored before the button is pressed. */
function stageOf(files: readonly Bringing[]): "choosing" | "storing" | "done" {
  if (files.some(({ state }) => state === "storing")) return "storing";
  return files.some(isBegun) ? "done" : "choosing";
}

type RowProps = ImportProps & {
  file: Bringing;
  /** No other one was chosen with it. */
  alone: boolean;
  before: number;
  offers: Whose[];
  onAnswer: (answers: Answers) => void;
  onSpread: (spread: boolean) => void;
};

function Row(props: RowProps) {
  const { language, file, alone } = props;
  const words = importWords[language];
  const { state, refusal, waiting, seen } = file;
  const nameOf = (path: string) => nameInWords(path, language);
  return (
    <section class="stacked file" data-stored={isBegun(file) || undefined}>
      <h3>{file.label}</h3>
      {file.fault !== null && <p class="said weak">{openWords[language][file.fault]}</p>}
      {state === "looking" && !seen && <p class="small">{words.reading}</p>}
      {seen && (state === "seen" || state === "looking" || refusal) && (
        <SeenFile {...props} seen={seen} />
      )}
      {seen && state === "seen" && !isOpen(file) && isEmpty(file) && (
        <p class="said weak">{words.nothing_to_store}</p>
      )}
      {state === "storing" && <Progress language={language} file={file} />}
      {waiting !== null && <p class="said">{faultWords[language].again(waiting)}</p>}
      {refusal && isNoExport(file) && !alone ? (
        <details class="more">
          <summary>{words.no_export}</summary>
          <p class="said weak">{refusalText(refusal, language, nameOf)}</p>
        </details>
      ) : (
        refusal && (
          <p class="said weak">
            {refusalText(refusal, language, nameOf)}
            {file.pieces_stored > 0 && `\n${words.partly}`}
          </p>
        )
      )}
      {state === "broken" && !refusal && (
        <p class="said">{words.rest(count(language, leftOf(file)))}</p>
      )}
      {state === "stored" && <Result {...props} />}
    </section>
  );
}

/** Rows that are not stored yet. */
const leftOf = ({ cut, pieces_stored }: Bringing): number =>
  (cut?.pieces ?? []).slice(pieces_stored).reduce((sum, { rows }) => sum + rows, 0);

function Progress({ language, file }: { language: Language; file: Bringing }) {
  const words = importWords[language];
  const all = file.cut?.rows ?? 0;
  const done = (file.cut?.pieces ?? [])
    .slice(0, file.pieces_stored)
    .reduce((sum, { rows }) => sum + rows, 0);
  return (
    <>
      <progress value={all ? done : undefined} max={all || undefined} />
      <p class="small">{words.sending(count(language, done), count(language, all))}</p>
    </>
  );
}

function Result(props: ImportProps & { file: Bringing }) {
  const { language, file } = props;
  const { stored } = file;
  const words = importWords[language];
  return (
    <>
      <p>
        <b>{words.stored}</b> {isKnown(stored) && words.nothing_new}
      </p>
      <dl class="pairs narrow-pairs">
        <TallyFacts language={language} tally={stored} />
      </dl>
      <Skipped language={language} skipped={stored.skipped} />
    </>
  );
}

/** What is needed next: a file of posts brings no follower counts. */
function Next({ stored, accounts, ...props }: ImportProps & { stored: Bringing[] }) {
  const words = importWords[props.language];
  const brought = stored.flatMap(({ seen }) => (seen?.followers === 0 ? seen.accounts : []));
  const uncounted = brought.filter(
    ({ platform, handle }) =>
      !accounts.some(
        (one) => one.platform === platform && one.handle === handle && one.followers !== null,
      ),
  );
  const names = [...new Set(uncounted.map(atName))];
  return (
    <>
      {names.length > 0 && (
        <div class="note">
          <p>{words.followers_next(speechOf(props).list(names))}</p>
          <button type="button" class="plain" onClick={() => openAnew("typed", words.stored)}>
            {words.followers_go}
          </button>
        </div>
      )}
      <button type="button" class="plain" onClick={() => openAnew("imports", words.stored)}>
        {words.see}
      </button>
    </>
  );
}

/** This very page, fetched anew at another place: it lists what just came in. */
function openAnew(place: string, said: string): void {
  sayAfterReload(said, document.getElementById(place), place);
  location.reload();
}
