/** Brings files in: what each would bring is seen first, then stored, then said, a line each. */
import { render } from "preact";
import { useRef, useState } from "preact/hooks";
import { PLATFORM_NAMES, PLATFORMS, type Platform } from "../../functions/model/platform.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { faultWords } from "../language/faults.ts";
import { importWords, nameInWords, outcomeInWords } from "../language/import.ts";
import { openWords } from "../language/open.ts";
import { count, speechOf } from "../language/speech.ts";
import {
  type Answers,
  type Bringing,
  bringing,
  isOpen,
  isStorable,
  look,
  store,
} from "./bring-file.ts";
import { refusalText } from "./call.ts";
import { openFile } from "./open-files.ts";
import { sayAfterReload } from "./said.ts";
import { SeenFile } from "./seen-file.tsx";
import { Skipped } from "./skipped.tsx";

export type ImportProps = {
  language: Language;
  time_zone: string;
  now: number;
  accounts: { platform: Platform; handle: string; followers: number | null }[];
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

  const changed = (key: number) => (change: Partial<Bringing>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));

  async function choose(list: FileList | null): Promise<void> {
    if (!list || list.length === 0) return;
    const turn = ++chosen.current;
    setBusy(true);
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

  async function answer(file: Bringing, said: Answers): Promise<void> {
    const answers = { ...file.answers, ...said };
    setBusy(true);
    changed(file.key)({ answers });
    await look({ ...file, answers }, changed(file.key));
    setBusy(false);
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    for (const file of files.filter(isStorable)) await store(file, changed(file.key));
    setBusy(false);
  }

  const storable = files.filter(isStorable).length;
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
      <div class="rows" role="status">
        {files.map((file) => (
          <Row key={file.key} {...props} file={file} busy={busy} onAnswer={answer} />
        ))}
      </div>
      {files.some(isOpen) && <p class="weak small">{words.unanswered}</p>}
      {(storable > 0 || files.some(isOpen)) && (
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

type RowProps = ImportProps & {
  file: Bringing;
  busy: boolean;
  onAnswer: (file: Bringing, answers: Answers) => void;
};

function Row(props: RowProps) {
  const { language, file, busy, onAnswer } = props;
  const words = importWords[language];
  const { state, refusal, waiting, seen } = file;
  const nameOf = (path: string) => nameInWords(path, language);
  return (
    <section class="stacked file">
      <h3>{file.label}</h3>
      {file.fault !== null && <p class="said weak">{openWords[language][file.fault]}</p>}
      {state === "looking" && !seen && <p class="small">{words.reading}</p>}
      {seen && (state === "seen" || state === "looking" || refusal) && (
        <SeenFile
          {...props}
          seen={seen}
          file={file}
          busy={busy}
          onAnswer={(answers) => onAnswer(file, answers)}
        />
      )}
      {state === "storing" && <Progress language={language} file={file} />}
      {waiting !== null && <p class="said">{faultWords[language].again(waiting)}</p>}
      {refusal && (
        <p class="said weak">
          {refusalText(refusal, language, nameOf)}
          {file.pieces_stored > 0 && `\n${words.partly}`}
        </p>
      )}
      {state === "stored" && <Result language={language} file={file} />}
    </section>
  );
}

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

function Result({ language, file: { stored } }: { language: Language; file: Bringing }) {
  const words = importWords[language];
  const news = stored.readings_added + stored.readings_replaced;
  const outcome = outcomeInWords(
    {
      rows: stored.rows,
      skipped: stored.skipped.length,
      news,
      unchanged: stored.readings_unchanged,
    },
    language,
  );
  const { posts, readings, replaced } = words.counts;
  const counts = [
    stored.posts_added > 0 && posts(stored.posts_added),
    stored.readings_added > 0 && readings(stored.readings_added),
    stored.readings_replaced > 0 && replaced(stored.readings_replaced),
  ].filter((one) => one !== false);
  return (
    <>
      <p>
        <b>{words.stored}</b>{" "}
        {outcome || (counts.length > 0 ? `${counts.join(", ")}.` : words.nothing_new)}
      </p>
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
  const names = [...new Set(uncounted.map(({ handle }) => `@${handle}`))];
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
