/** Reads a backup slice by slice, and saves it as one file. */
import { newBackupSeal, SHORTEST_PASSPHRASE } from "../../functions/model/backup-seal.ts";
import {
  backupFile,
  MOST_ANEW,
  openGathering,
  takeSlice,
} from "../../functions/model/backup-slices.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { faultWords } from "../language/faults.ts";
import { handOverWords } from "../language/hand-over.ts";
import { showOnDemand } from "./shown.ts";

/** Milliseconds before what the network lost is asked for again, and how often. */
const PAUSE = 3_000;
const MOST_TRIES = 5;

export default function backup(root: HTMLElement, { language }: { language: Language }): void {
  const form = root.querySelector("form");
  const said = root.querySelector(".said");
  if (!form || !said) return;
  const words = handOverWords[language];
  const locked = form.querySelector<HTMLElement>("[data-locked]");
  const secrets = form.elements.namedItem("secrets") as HTMLInputElement;
  const passphrase = form.elements.namedItem("passphrase") as HTMLInputElement;
  const password = form.elements.namedItem("password") as HTMLInputElement;
  const button = form.querySelector("button");
  const shown = () => {
    if (locked) locked.hidden = !secrets.checked;
    for (const field of [passphrase, password]) field.required = secrets.checked;
  };
  showOnDemand(form);
  secrets.addEventListener("change", shown);
  shown();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (secrets.checked && passphrase.value.length < SHORTEST_PASSPHRASE) {
      said.textContent = words.short(SHORTEST_PASSPHRASE);
      return;
    }
    // a header takes no others, and no admin password has them
    if (secrets.checked && !/^[\x21-\x7e]+$/.test(password.value.trim())) {
      said.textContent = words.wrong_password;
      return;
    }
    if (button) button.disabled = true;
    try {
      said.textContent = await saved(
        language,
        secrets.checked ? { passphrase: passphrase.value, password: password.value.trim() } : null,
        (text) => {
          said.textContent = text;
        },
      );
    } catch (error) {
      said.textContent = (error as Error).message;
    }
    if (button) button.disabled = false;
  });
}

/** What the secrets of a backup ask for. */
type Locked = { passphrase: string; password: string };

async function saved(
  language: Language,
  locked: Locked | null,
  say: (text: string) => void,
): Promise<string> {
  const words = handOverWords[language];
  const sealed = locked && (await newBackupSeal(locked.passphrase));
  const headers: Record<string, string> =
    locked && sealed
      ? { "denyut-seal-key": sealed.key, "denyut-admin-token": locked.password }
      : {};
  const gathering = openGathering();
  let after = "";
  for (let tries = 0; ; ) {
    say(words.reading(gathering.rows));
    const text = await sliceOf(after, headers, language);
    const head = text === null ? null : takeSlice(gathering, text);
    if (!head) {
      tries += 1;
      if (tries === MOST_TRIES) throw new Error(faultWords[language].offline);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      continue;
    }
    tries = 0;
    if (head.next === null) break;
    if (gathering.anew > MOST_ANEW) throw new Error(words.moving);
    after = head.next;
  }
  const parts: string[] = [];
  for await (const piece of backupFile(gathering, sealed?.seal ?? null)) parts.push(piece);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: "application/x-ndjson" }));
  link.download = `denyut-${gathering.last?.head?.made_at.slice(0, 10) ?? ""}.ndjson`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PAUSE);
  return words.saved(gathering.rows);
}

/** `null`: the network or the database gave none just now. */
async function sliceOf(
  after: string,
  headers: Record<string, string>,
  language: Language,
): Promise<string | null> {
  try {
    const answer = await fetch(`/api/backup${after && `?after=${after}`}`, { headers });
    if (answer.ok) return await answer.text();
    if (answer.status === 403) throw new Refused(handOverWords[language].wrong_password);
    if (answer.status === 429) throw new Refused(faultWords[language].problems.rate_limited);
    if (answer.status < 500) throw new Refused(faultWords[language].problems.unauthorized);
  } catch (error) {
    if (error instanceof Refused) throw error;
  }
  return null;
}

class Refused extends Error {}
