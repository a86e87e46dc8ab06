/** What `npm run backup` and `npm run restore` have in common: where, by whose token, under which passphrase. */
import { SHORTEST_PASSPHRASE } from "../../functions/model/backup-seal.ts";
import { readState, stateFolder } from "./state.ts";

export type Place = { url: string; token: string; passphrase: string | null };

/**
 * @param said what was said on the command line; secrets come from the environment, where no list of processes shows them:
 * DENYUT_ADMIN_TOKEN or ADMIN_TOKEN, and BACKUP_PASSPHRASE
 */
export function placeOf(said: { url?: string | undefined }): Place {
  const { env } = process;
  const local = `http://localhost:${env.PORT || 8787}`;
  const url = said.url ?? env.DENYUT_URL ?? local;
  const known = url === local ? readState(stateFolder()).ADMIN_TOKEN : undefined;
  const token = env.DENYUT_ADMIN_TOKEN ?? env.ADMIN_TOKEN ?? known;
  if (!token) stop("An admin token is needed: DENYUT_ADMIN_TOKEN=… npm run …");
  const passphrase = env.BACKUP_PASSPHRASE || null;
  if (passphrase !== null && passphrase.length < SHORTEST_PASSPHRASE) {
    stop(`BACKUP_PASSPHRASE must have ${SHORTEST_PASSPHRASE} characters or more.`);
  }
  return { url, token, passphrase };
}

/** Milliseconds; each further pause is as much longer. */
const PAUSE = 1_000;
const MOST_TRIES = 8;

/** Asked again where the network or the database gives no answer just now; a refusal is thrown with what it says. */
export async function asked(
  { url, token }: Place,
  path: string,
  { method = "GET", body, key }: { method?: string; body?: string; key: string | null },
): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    let failure: string;
    try {
      const answer = await fetch(new URL(path, url), {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/x-ndjson",
          ...(key === null ? {} : { "denyut-seal-key": key }),
        },
        ...(body === undefined ? {} : { body }),
      });
      const text = await answer.text();
      if (answer.ok) return text;
      failure = `${method} ${new URL(path, url).pathname}: ${answer.status} ${text.slice(0, 500)}`;
      if (answer.status < 500 && answer.status !== 429) stop(failure);
    } catch (error) {
      failure = `${url} does not answer: ${(error as Error).message}`;
    }
    if (tries === MOST_TRIES) stop(failure);
    await new Promise((resolve) => setTimeout(resolve, PAUSE * tries));
  }
}

/** One line, written over, where somebody looks on. */
export function say(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`);
}

export function stop(why: string): never {
  if (process.stdout.isTTY) process.stdout.write("\r");
  console.error(why);
  process.exit(1);
}
