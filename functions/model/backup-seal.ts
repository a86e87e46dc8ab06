/** The key that a passphrase makes. It is made where the passphrase is typed: the Worker is given the key, and has it as long as a request lasts. */
import type { BackupSeal } from "./backup.ts";
import { base64url } from "./base64url.ts";
import { openSealKey, seal, unseal } from "./seal.ts";

/** Shorter ones are found by trying. */
export const SHORTEST_PASSPHRASE = 16;

/** As OWASP asks of PBKDF2 with SHA-256: about a third of a second on a phone, for each guess too. */
const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const KEY_BITS = 256;

const PLACE = "backup";
const WORD = "denyut";

/** Where a secret lies in a file: it opens at no other place. */
export const backupPlace = (table: string, id: number | string): string =>
  `${PLACE}/${table}/${id}`;

/** base64 of 32 bytes, as `openSealKey` takes it. */
async function keyText(passphrase: string, salt: string, iterations: number): Promise<string> {
  const encoder = new TextEncoder();
  // however a keyboard composes its letters
  const typed = encoder.encode(passphrase.normalize("NFKC"));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: encoder.encode(salt), iterations },
    base,
    KEY_BITS,
  );
  return base64url(new Uint8Array(bits));
}

/** A new salt, with the key that goes with it. */
export async function newBackupSeal(
  passphrase: string,
): Promise<{ seal: BackupSeal; key: string }> {
  const salt = base64url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  const key = await keyText(passphrase, salt, ITERATIONS);
  const opened = await openSealKey(key);
  if (!opened) throw new Error("a key that was derived opens");
  const proof = await seal(opened, PLACE, WORD);
  return {
    key,
    seal: { kdf: "PBKDF2-SHA-256", iterations: ITERATIONS, salt, cipher: "AES-256-GCM", proof },
  };
}

/** `null`: it is another passphrase. */
export async function backupKey(passphrase: string, said: BackupSeal): Promise<string | null> {
  // a file that asks for less was not made here, and one that asks for hours is not waited for
  if (said.iterations < ITERATIONS || said.iterations > 20 * ITERATIONS) return null;
  const key = await keyText(passphrase, said.salt, said.iterations);
  const opened = await openSealKey(key);
  return opened && (await unseal(opened, PLACE, said.proof)) === WORD ? key : null;
}
