/** Checks a backup file whole, then brings it in piece by piece; begun before, it goes on where it stopped. */
import { BrokenBackup, type CheckedBackup, checkedBackup } from "../../functions/model/backup.ts";
import { backupKey } from "../../functions/model/backup-seal.ts";
import { type RestoreAnswer, restoreDays, restoreWrites } from "../../functions/model/restoring.ts";
import { handOverWords } from "../language/hand-over.ts";
import { openWords } from "../language/open.ts";
import { speechOf } from "../language/speech.ts";
import type { RestoreProps } from "../screens/restore.tsx";
import { call, refusalText } from "./call.ts";
import { showOnDemand } from "./shown.ts";

/** Milliseconds before what the network lost is sent again, and how often. */
const PAUSE = 3_000;
const MOST_TRIES = 5;

class Refused extends Error {}

export default function restore(root: HTMLElement, props: RestoreProps): void {
  const form = root.querySelector("form");
  const said = root.querySelector(".said");
  const button = root.querySelector("button");
  if (!form || !said || !button) return;
  const words = handOverWords[props.language];
  const file = form.elements.namedItem("file") as HTMLInputElement;
  const passphrase = form.elements.namedItem("passphrase") as HTMLInputElement;
  const locked = form.querySelector<HTMLElement>("[data-locked]");
  const say = (text: string) => {
    said.textContent = text;
  };
  let checked: CheckedBackup | null = null;
  showOnDemand(form);

  // of a file that was chosen before, nothing is told any more
  let turns = 0;
  const check = async () => {
    const chosen = file.files?.[0];
    const turn = ++turns;
    button.disabled = true;
    checked = null;
    say(chosen ? words.checking : "");
    if (!chosen) return;
    const text = await chosen.text().catch(() => null);
    if (turn !== turns) return;
    if (text === null) return say(openWords[props.language].unreadable);
    try {
      const whole = await checkedBackup(text, props.schema);
      if (turn !== turns) return;
      checked = whole;
    } catch (error) {
      if (!(error instanceof BrokenBackup)) throw error;
      if (turn === turns) say(words.broken[error.why](error.line, error.to));
      return;
    }
    if (locked) locked.hidden = checked.head.seal === null;
    button.disabled = false;
    say(inWords(checked, props));
  };
  file.addEventListener("change", check);
  // whoever was quicker than this script, or came back to the page
  if (file.files?.length) void check();

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!checked) return;
    button.disabled = true;
    file.disabled = true;
    try {
      const done = await bring(checked, await keyOf(checked, passphrase.value, props), props, say);
      say(done ? words.done : words.waits);
      if (done) location.assign("/");
    } catch (error) {
      say((error as Error).message);
    }
    button.disabled = false;
    file.disabled = false;
  });
}

/** What it is, and how long it takes. */
function inWords({ head, rows }: CheckedBackup, props: RestoreProps): string {
  const words = handOverWords[props.language];
  const made_at = Math.floor(Date.parse(head.made_at) / 1000);
  const when = speechOf(props).moment(made_at);
  const days = restoreDays(restoreWrites(head.counts, props.writes) + props.written, props.day);
  const long = days === 1 ? words.today : words.days(days, props.day);
  return `${words.whole(head.library, when, rows)} ${long}`;
}

/** `null`: what is locked stays out. */
async function keyOf(
  { head }: CheckedBackup,
  passphrase: string,
  { language }: RestoreProps,
): Promise<string | null> {
  if (head.seal === null || passphrase === "") return null;
  const key = await backupKey(passphrase, head.seal);
  if (key === null) throw new Refused(handOverWords[language].wrong_passphrase);
  return key;
}

/** @returns `false` where the day's share is spent */
async function bring(
  { pieces }: CheckedBackup,
  key: string | null,
  { language }: RestoreProps,
  say: (text: string) => void,
): Promise<boolean> {
  const words = handOverWords[language];
  const headers: Record<string, string> = key === null ? {} : { "denyut-seal-key": key };
  let standing = await asked("GET", null, {}, language);
  while (!standing.done) {
    if (standing.waits) return false;
    if (standing.state === "deriving") {
      standing = await asked("POST", "", headers, language);
      if (!standing.done) say(words.deriving(standing.remaining));
      continue;
    }
    const before = pieces[standing.next - 1];
    const next = pieces[standing.next];
    if (!next || (standing.next > 0 && before?.sha256 !== standing.last)) {
      throw new Refused(words.other_file);
    }
    standing = await asked("POST", next.text, headers, language);
    say(words.bringing(standing.rows, standing.of));
  }
  return true;
}

async function asked(
  method: "GET" | "POST",
  body: string | null,
  headers: Record<string, string>,
  language: RestoreProps["language"],
): Promise<RestoreAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await call(method, "/api/restore", body, headers);
    if (answer.ok) return answer.json as unknown as RestoreAnswer;
    const passing = answer.status === 0 || answer.status >= 500;
    if (!passing || tries === MOST_TRIES) throw new Refused(refusalText(answer, language));
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
