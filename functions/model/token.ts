/** Tokens: what opens a link. 256 random bits, as text that fits an address; only their SHA-256 is stored. */
import { base64url } from "./base64url.ts";

export const newToken = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Shorter ones are words that people think of, and can be guessed; those that are made here have 43 characters. */
export const SHORTEST_ADMIN_TOKEN = 32;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** SHA-256 of a text, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => HEX[byte]).join("");
}

/** What a login of the admin's is called: by a digest of the token, so that a new ADMIN_TOKEN ends every login by the old. */
export const loginName = async (adminToken: string | undefined): Promise<string> =>
  `login ${(await sha256(`login ${adminToken ?? ""}`)).slice(0, 16)}`;
