/** A message to a browser: encrypted for it alone (RFC 8291), signed as ours (RFC 8292), over its push service. */
import { encryptNotification, vapidHeaders } from "@block65/webcrypto-web-push";
import { base64url } from "../../model/base64url.ts";
import type { Delivery, Letter, Reach } from "../../model/recipient.ts";
import { failed, post, type TellEnv } from "./post.ts";

/** A phone that is off for longer learns it from the dashboard. */
const TTL_SECONDS = 2 * 86_400;

export type Vapid = { publicKey: string; privateKey: string };

/** The secret VAPID_KEYS: the public key and the private one, base64url, with a dot between. `null`: none, or not that. */
export function vapidOf(secret: string | undefined): Vapid | null {
  const [publicKey, privateKey, ...more] = secret?.trim().split(".") ?? [];
  if (!publicKey || !privateKey || more.length > 0) return null;
  return { publicKey, privateKey };
}

/** As the phone shows it: what Safari reads by itself (declarative Web Push), and our service worker everywhere else. */
const pushPayload = (letter: Letter, origin: string, language: "id" | "en") => ({
  web_push: 8030,
  notification: {
    title: letter.title,
    ...(letter.body === "" ? {} : { body: letter.body }),
    navigate: new URL(letter.path, origin).href,
    lang: language,
    dir: "ltr",
    // the same message twice is shown once
    tag: letter.tag,
  },
});

export async function sendPush(
  env: TellEnv,
  reach: Extract<Reach, { way: "push" }>,
  letter: Letter,
  about: { contact: string | null; origin: string; language: "id" | "en"; short: boolean },
): Promise<Delivery> {
  const vapid = vapidOf(env.VAPID_KEYS);
  if (!vapid) return failed("no_vapid");
  if (about.contact === null) return failed("no_contact");
  const { endpoint, p256dh, auth } = reach;
  const subscription = { endpoint, expirationTime: null, keys: { p256dh, auth } };
  const said = about.short ? { ...letter, body: "" } : letter;
  const text = JSON.stringify(pushPayload(said, about.origin, about.language));
  const [{ headers }, body] = await Promise.all([
    vapidHeaders(subscription, { ...vapid, subject: `mailto:${about.contact}` }),
    // padded, so that its length tells nothing; not where it was too long before
    encryptNotification(subscription, new TextEncoder().encode(text), { pad: !about.short }),
  ]);
  return post(
    env,
    endpoint,
    {
      ...headers,
      ttl: String(TTL_SECONDS),
      urgency: "normal",
      topic: await topicOf(letter.subject),
      "content-encoding": "aes128gcm",
      "content-type": "application/octet-stream",
    },
    new Uint8Array(body),
  );
}

const TOPIC_LETTERS = 32;

/** What has not reached the phone yet is replaced by a newer one of the same subject; the push service learns no subject. */
async function topicOf(subject: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(subject));
  return base64url(new Uint8Array(digest)).slice(0, TOPIC_LETTERS);
}
