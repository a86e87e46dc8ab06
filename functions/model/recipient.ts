/** Whom Denyut tells of what there is to know: a device by Web Push, or a webhook. */
import { NOTICE_KINDS, type Notice } from "./notice.ts";
import type { Instant } from "./snapshot.ts";

/** `json`: any program that takes JSON over HTTPS. */
export const WAYS = ["push", "telegram", "slack", "discord", "json"] as const;
export type Way = (typeof WAYS)[number];
export type WebhookWay = Exclude<Way, "push">;
export const WEBHOOK_WAYS = WAYS.filter((way): way is WebhookWay => way !== "push");

export type NoticeKind = Notice["kind"];

/** What one is told of unless one says otherwise: a strong streak asks for nothing. */
export const USUAL_KINDS: readonly NoticeKind[] = NOTICE_KINDS.filter((kind) => kind !== "strong");

/**
 * Those whose end is told too, to whoever was told that they began: somebody worries until then. The others end by what a
 * person does, who needs no message of it.
 */
export const ENDS_TOLD = ["stopped", "token", "weak", "silence"] as const;

/** Clock times of the library's zone, `HH:MM`; alike: never quiet. */
export type Quiet = { from: string; to: string };
export const USUAL_QUIET: Quiet = { from: "20:00", to: "07:00" };

/** Where it is reached, as it is sealed. Telegram: the bot's token and the chat (empty where it is to be found yet); the others an address. */
export type Reach =
  | { way: "push"; endpoint: string; p256dh: string; auth: string }
  | { way: "telegram"; token: string; chat: string }
  | { way: "slack" | "discord" | "json"; url: string };

/** An address in one spelling, without what is never sent: the same place is the same recipient. */
export function spelled(address: string): string {
  const url = new URL(address.trim());
  url.hash = "";
  return url.href;
}

/** What makes one the same as before: the device, the chat, the address. */
export function reachText(reach: Reach): string {
  switch (reach.way) {
    case "push":
      return reach.endpoint;
    case "telegram":
      return `telegram ${reach.token} ${reach.chat}`;
    default:
      return reach.url;
  }
}

/** Why a message did not arrive; a screen says the code in its own language. */
export const DELIVERY_FAULTS = {
  timeout: "it did not answer in time",
  unreachable: "it could not be reached",
  busy: "it answered with an error of its own",
  throttled: "it asked for a pause",
  refused: "it refused the message",
  gone: "it is not there any more",
  too_large: "the message was too long for it",
  redirected: "it sent us elsewhere, which is not followed",
  no_key: "its address cannot be opened: CREDENTIALS_KEY is missing or another one",
  no_contact: "the settings name no e-mail address for the push services",
  no_vapid: "the secret VAPID_KEYS is missing",
} as const;
export type DeliveryFault = keyof typeof DELIVERY_FAULTS;

/** How an attempt ended. `retry_after`: the pause that it asked for, in seconds. */
export type Delivery =
  | { ok: true }
  | { ok: false; fault: DeliveryFault; retry_after: number | null };

/** So many are told at most: each costs a request of the free plan's fifty. */
export const MOST_RECIPIENTS = 100;
/** Devices by links among them: the other places are the admin's own. */
export const MOST_BY_LINKS = 80;
/** And so many devices by one link. */
export const MOST_OF_A_LINK = 20;

export const LONGEST_RECIPIENT_NAME = 100;

/** A message as somebody reads it; `path` leads to the evidence. */
export type Written = { title: string; body: string; path: string };

/** What is sent. `tag`: the same message again has the same; `subject`: a newer one of the same replaces it. */
export type Letter = Written & {
  tag: string;
  subject: string;
  kind: NoticeKind | "weekly" | "test";
  state: "opened" | "closed";
  at: Instant;
};
