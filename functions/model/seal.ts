/**
 * Secrets at rest: AES-GCM (NIST SP 800-38D) under a key of 32 bytes in base64, with a fresh 96-bit nonce each time.
 * Sealed text is `1.` and base64 of nonce and ciphertext. `purpose` is bound in: what was sealed as a link's token does
 * not open as an account's credentials.
 */

const VERSION = "1.";
const NONCE_BYTES = 12;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** @returns `null` for what is not base64 of 32 bytes */
async function keyOf(base64: string | undefined): Promise<CryptoKey | null> {
  try {
    const raw = bytesOf(base64 ?? "");
    if (raw.length !== 32) return null;
    return await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  } catch {
    return null;
  }
}

const parameters = (iv: Uint8Array<ArrayBuffer>, purpose: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(purpose),
});

/** @returns `null` without a usable key: then nothing is kept */
export async function seal(
  base64Key: string | undefined,
  purpose: string,
  text: string,
): Promise<string | null> {
  const key = await keyOf(base64Key);
  if (!key) return null;
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(
    parameters(nonce, purpose),
    key,
    new TextEncoder().encode(text),
  );
  const all = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  all.set(nonce);
  all.set(new Uint8Array(sealed), NONCE_BYTES);
  return VERSION + base64Of(all);
}

/** @returns `null` when the key is missing or another one, or the text was not sealed for this purpose */
export async function unseal(
  base64Key: string | undefined,
  purpose: string,
  sealed: string | null,
): Promise<string | null> {
  const key = await keyOf(base64Key);
  if (!key || !sealed?.startsWith(VERSION)) return null;
  try {
    const all = bytesOf(sealed.slice(VERSION.length));
    const text = await crypto.subtle.decrypt(
      parameters(all.slice(0, NONCE_BYTES), purpose),
      key,
      all.slice(NONCE_BYTES),
    );
    return new TextDecoder().decode(text);
  } catch {
    return null;
  }
}
