/**
 * Encrypts a text at rest: AES-GCM under CREDENTIALS_KEY. A sealed text is `key.nonce.ciphertext`, each in base64url:
 * the first eight bytes of the key's SHA-256 (so that another key is told from a damaged text), twelve random bytes,
 * and the ciphertext with its tag. It opens only in the place for which it was sealed.
 */
import { base64url } from "./base64url.ts";

export type SealKey = { key: CryptoKey; id: string };

const KEY_BYTES = 32;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

/** @param secret base64 of 32 bytes. `null` when it is missing or not that. */
export async function openSealKey(secret: string | undefined): Promise<SealKey | null> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = fromBase64(secret?.trim() ?? "");
  } catch {
    return null;
  }
  if (bytes.byteLength !== KEY_BYTES) return null;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return { key, id: base64url(digest.slice(0, KEY_ID_BYTES)) };
}

/** @param place where the text is kept, such as `collections/3`: it does not open anywhere else */
export async function seal({ key, id }: SealKey, place: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const additionalData = new TextEncoder().encode(place);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData },
    key,
    new TextEncoder().encode(text),
  );
  return [id, base64url(iv), base64url(new Uint8Array(sealed))].join(".");
}

/** `null` for a text sealed under another key, for another place, or damaged. */
export async function unseal(
  { key, id }: SealKey,
  place: string,
  sealed: string,
): Promise<string | null> {
  const [keyId, nonce, ciphertext] = sealed.split(".");
  if (keyId !== id || nonce === undefined || ciphertext === undefined) return null;
  try {
    const additionalData = new TextEncoder().encode(place);
    const text = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: fromBase64(nonce), additionalData },
      key,
      fromBase64(ciphertext),
    );
    return new TextDecoder().decode(text);
  } catch {
    return null;
  }
}
