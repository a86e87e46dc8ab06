/** Where somebody is reached, sealed and opened again, and one message sent there. */
import type { Delivery, Letter, Reach } from "../../model/recipient.ts";
import { openSealKey, seal, unseal } from "../../model/seal.ts";
import type { RecipientRow } from "../../store/recipients.ts";
import { failed, type TellEnv } from "./post.ts";
import { sendPush } from "./push.ts";
import { sendWebhook } from "./webhook.ts";

/** Sealed for there, it opens in no other table. */
export const RECIPIENT_PLACE = "recipients";

/** `null`: there is no key. */
export async function sealedReach(env: TellEnv, reach: Reach): Promise<string | null> {
  const key = await openSealKey(env.CREDENTIALS_KEY);
  return key && seal(key, RECIPIENT_PLACE, JSON.stringify(reach));
}

async function reachOf(env: TellEnv, sealed: string): Promise<Reach | null> {
  const key = await openSealKey(env.CREDENTIALS_KEY);
  const text = key && (await unseal(key, RECIPIENT_PLACE, sealed));
  return text === null ? null : (JSON.parse(text) as Reach);
}

/** What of the library goes along. */
export type From = { library: string; contact: string | null };

/** @param short the title alone, since the whole was too long for it */
export async function sendTo(
  env: TellEnv,
  { sealed, origin, language }: Pick<RecipientRow, "sealed" | "origin" | "language">,
  letter: Letter,
  { library, contact }: From,
  short = false,
): Promise<Delivery> {
  const reach = await reachOf(env, sealed);
  if (!reach) return failed("no_key");
  try {
    return reach.way === "push"
      ? await sendPush(env, reach, letter, { contact, origin, language, short })
      : await sendWebhook(env, reach, short ? { ...letter, body: "" } : letter, {
          origin,
          library,
        });
  } catch (error) {
    // keys that a browser gave and that are none: nothing of it is a secret
    console.error(error);
    return failed("refused");
  }
}
