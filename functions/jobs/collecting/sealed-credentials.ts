/** Credentials in and out of the database: sealed under CREDENTIALS_KEY, each for its own account. */
import type { Credentials, Kept } from "../../model/credentials.ts";
import { Problem } from "../../model/problem.ts";
import { openSealKey, type SealKey, seal, unseal } from "../../model/seal.ts";

/** @throws {Problem} `unavailable` */
export async function sealKeyOf(env: { CREDENTIALS_KEY?: string | undefined }): Promise<SealKey> {
  const key = await openSealKey(env.CREDENTIALS_KEY);
  if (key) return key;
  throw new Problem(
    "unavailable",
    "CREDENTIALS_KEY is missing or not base64 of 32 bytes: credentials cannot be kept",
  );
}

/** Where an account's credentials are kept: sealed there, they open nowhere else. */
export const credentialsPlace = (account_id: number): string => `collections/${account_id}`;

export const sealKept = (key: SealKey, account_id: number, kept: Kept): Promise<string> =>
  seal(key, credentialsPlace(account_id), JSON.stringify(kept));

/** `null`: another key, or damaged. */
export async function unsealKept(
  key: SealKey,
  account_id: number,
  sealed: string,
): Promise<Kept | null> {
  const text = await unseal(key, credentialsPlace(account_id), sealed);
  return text === null ? null : (JSON.parse(text) as Kept<Credentials>);
}
