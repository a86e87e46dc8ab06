/** Who is to be told, as a browser or a person says it. */
import * as z from "zod";
import { NOTICE_KINDS } from "../model/notice.ts";
import type { FaultCode } from "../model/problem.ts";
import {
  LONGEST_RECIPIENT_NAME,
  type NoticeKind,
  type Quiet,
  type Reach,
  spelled,
  USUAL_KINDS,
  USUAL_QUIET,
} from "../model/recipient.ts";
import { parsed } from "./parsed.ts";
import { isBlank, lineFault, tidied } from "./person-text.ts";
import { hostNameOf, publicAddressFault } from "./public-address.ts";
import { refusing } from "./snapshot-schema.ts";

/** The push services of the browsers that there are. A stranger's browser names the address, and we call it. */
const PUSH_HOSTS =
  /^(fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|([a-z0-9-]+\.)+push\.apple\.com|([a-z0-9-]+\.)+notify\.windows\.com)$/;

function pushServiceFault(text: string): FaultCode | null {
  if (publicAddressFault(text)) return "not_a_push_service";
  return PUSH_HOSTS.test(new URL(text).hostname) ? null : "not_a_push_service";
}

const onHost =
  (hosts: RegExp, path: RegExp, code: FaultCode) =>
  (text: string): FaultCode | null => {
    const wrong = publicAddressFault(text);
    if (wrong) return wrong;
    const { hostname, pathname } = new URL(text.trim());
    return hosts.test(hostNameOf(hostname)) && path.test(pathname) ? null : code;
  };

const BOT_TOKEN = /^\d{5,20}:[A-Za-z0-9_-]{20,100}$/;
const CHAT = /^(-?\d{1,20}|@[A-Za-z]\w{3,40})$/;

/** base64url of so many bytes; some browsers' libraries write the `=` too. */
const keyOf = (bytes: number) =>
  z.string().check(
    refusing((text) => {
      const letters = text.replace(/=+$/, "");
      const right = /^[\w-]+$/.test(letters) && letters.length === Math.ceil((bytes * 4) / 3);
      return right ? null : "not_push_keys";
    }),
  );

/** An uncompressed point of P-256, and a secret of 16 bytes (RFC 8291). */
const POINT_BYTES = 65;
const SECRET_BYTES = 16;

const matching = (pattern: RegExp, code: FaultCode) =>
  z.string().check(refusing((text) => (pattern.test(text.trim()) ? null : code)));

const address = (check: (text: string) => FaultCode | null) => z.string().check(refusing(check));

const name = z
  .string()
  .check(refusing((text) => (isBlank(text) ? "empty" : lineFault(LONGEST_RECIPIENT_NAME)(text))))
  .meta({ maxLength: LONGEST_RECIPIENT_NAME, example: "Grup WA Kepala" });

export const clock = matching(/^([01]\d|2[0-3]):[0-5]\d$/, "not_an_hour");

const wishes = {
  language: z.enum(["id", "en"]).optional(),
  kinds: z
    .array(z.enum(NOTICE_KINDS))
    .max(NOTICE_KINDS.length)
    .optional()
    .meta({ description: "What is told; left out: all but strong streaks" }),
  weekly: z.boolean().optional().meta({ description: "The week's message, on Friday at 15.00" }),
  quiet: z.strictObject({ from: clock, to: clock }).optional().meta({
    description: "When nothing is sent, in the library's zone; alike: never quiet",
    example: USUAL_QUIET,
  }),
};

export const newRecipientWire = z
  .discriminatedUnion("way", [
    z.strictObject({
      way: z.literal("push"),
      endpoint: address(pushServiceFault),
      keys: z.strictObject({ p256dh: keyOf(POINT_BYTES), auth: keyOf(SECRET_BYTES) }),
      name: name.optional(),
      ...wishes,
    }),
    z.strictObject({
      way: z.literal("telegram"),
      token: matching(BOT_TOKEN, "not_a_bot_token"),
      chat: z
        .string()
        .check(refusing((text) => (isBlank(text) || CHAT.test(text.trim()) ? null : "not_a_chat")))
        .optional()
        .meta({
          description: "Left out: the one chat in which somebody wrote to the bot in the last day",
          example: "-1001234567890",
        }),
      name,
      ...wishes,
    }),
    z.strictObject({
      way: z.literal("slack"),
      url: address(onHost(/^hooks\.slack(-gov)?\.com$/, /^\/\w+\/./, "not_a_slack_address")),
      name,
      ...wishes,
    }),
    z.strictObject({
      way: z.literal("discord"),
      url: address(
        onHost(/^discord(app)?\.com$/, /^\/api\/(v\d+\/)?webhooks\/./, "not_a_discord_address"),
      ),
      name,
      ...wishes,
    }),
    z.strictObject({ way: z.literal("json"), url: address(publicAddressFault), name, ...wishes }),
  ])
  .meta({ id: "NewSubscription", description: "Who is to be told, how, and of what" });

export const wishesWire = z.strictObject({ name, ...wishes });

/** What one is told, and how it is called. `name` empty: it gave none. */
export type Wishes = {
  name: string;
  language: "id" | "en" | null;
  kinds: NoticeKind[];
  weekly: boolean;
  quiet: Quiet;
};

/** Throws the Problem that lists every fault with its path. */
export function newRecipient(body: unknown): { reach: Reach; wishes: Wishes } {
  const said = parsed(newRecipientWire, body);
  return { reach: reachIn(said), wishes: wishesIn(said) };
}

/** The same without where it is reached, which stays. */
export const recipientWishes = (body: unknown): Wishes => wishesIn(parsed(wishesWire, body));

/** Where a webhook is reached, as it lay sealed elsewhere; `null`: the form would not take it. */
export function storedReach(text: string): Reach | null {
  try {
    const said = newRecipientWire.parse({ ...(JSON.parse(text) as object), name: "-" });
    return said.way === "push" ? null : reachIn(said);
  } catch {
    return null;
  }
}

function reachIn(said: z.infer<typeof newRecipientWire>): Reach {
  switch (said.way) {
    case "push": {
      const { endpoint, keys } = said;
      return { way: "push", endpoint: spelled(endpoint), p256dh: keys.p256dh, auth: keys.auth };
    }
    case "telegram":
      return { way: "telegram", token: said.token.trim(), chat: (said.chat ?? "").trim() };
    default:
      return { way: said.way, url: spelled(said.url) };
  }
}

type Said = Omit<z.infer<typeof wishesWire>, "name"> & { name?: string | undefined };

const wishesIn = ({ name: called, language, kinds, weekly, quiet }: Said): Wishes => ({
  name: tidied(called ?? ""),
  language: language ?? null,
  kinds: [...new Set(kinds ?? USUAL_KINDS)],
  weekly: weekly ?? false,
  quiet: quiet ?? USUAL_QUIET,
});
