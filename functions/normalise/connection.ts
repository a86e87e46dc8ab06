/** An account to be connected: what `POST /api/accounts` takes. */
import * as z from "zod";
import type { Credentials } from "../model/credentials.ts";
import { PLATFORMS, type Platform } from "../model/platform.ts";
import { FAULT_MESSAGES, fault, inWords, Problem } from "../model/problem.ts";
import { namedHandle } from "./handle.ts";
import { faultCode, faultsOf } from "./schema-faults.ts";
import { handle, identifier, typedText } from "./snapshot-schema.ts";

/** Tokens are long, and never as long as this; none holds a space. */
const secret = z.string().trim().min(1).max(5_000).regex(/^\S+$/);

const facebook = z.strictObject({ access_token: secret });
const instagram = z.strictObject({
  access_token: secret,
  login: z.enum(["facebook", "instagram"]).meta({
    description: "facebook: the page's token; instagram: a token of Instagram's own login",
  }),
});
const x = z.union([
  z.strictObject({ bearer_token: secret }),
  z.strictObject({ client_id: secret, client_secret: secret.optional(), refresh_token: secret }),
]);
const tiktok = z.union([
  z.strictObject({
    api: z.literal("business"),
    app_id: secret,
    secret,
    refresh_token: secret,
  }),
  z.strictObject({
    api: z.literal("display").optional(),
    client_key: secret,
    client_secret: secret,
    refresh_token: secret,
  }),
]);

const account = {
  external_id: identifier.nullish().meta({
    description: "The platform's id of the account; on X its handle will do; learnt where left out",
    example: "104500000000000",
  }),
  handle: handle.nullish().meta({ description: "Only for an account without credentials" }),
  name: typedText(200).nullish().meta({ description: "Shown instead of the platform's own name" }),
};

const connecting = <P extends Platform, C extends z.ZodType>(platform: P, credentials: C) =>
  z.strictObject({ platform: z.literal(platform), ...account, credentials: credentials.nullish() });

export const connectionWire = z
  .discriminatedUnion("platform", [
    connecting("facebook", facebook),
    connecting("instagram", instagram),
    connecting("x", x),
    connecting("tiktok", tiktok),
  ])
  .meta({
    id: "Connection",
    description:
      "An account to connect. Its credentials are tested at once, and never come back out.",
  });

export type Connection = {
  platform: Platform;
  external_id: string | null;
  handle: string | null;
  /** Typed by a person; `null`: the platform's own is shown. */
  name: string | null;
  /** `null`: an account that is pushed or imported. */
  credentials: Credentials | null;
};

/** An account as a person types it, which holds no spaces and is no page of Facebook's own. */
export function typedHandle(platform: Platform, text: string): string {
  const named = namedHandle(platform, text);
  if ("handle" in named && !/[\s%]|\.php$/.test(named.handle)) return named.handle;
  throw new Problem("invalid", `handle ${FAULT_MESSAGES.not_a_handle}; nothing was stored`, [
    fault("handle", "not_a_handle"),
  ]);
}

/**
 * An account's id as a person types it: what is easily taken for it is the handle. TikTok's are letters and digits, the
 * others' digits.
 */
export function typedAccountId(platform: Platform, text: string): string {
  const id = text.trim();
  if (platform === "tiktok" || /^\d+$/.test(id)) return id;
  throw new Problem("invalid", `external_id ${FAULT_MESSAGES.not_an_account_id}`, [
    fault("external_id", "not_an_account_id"),
  ]);
}

/** Throws the Problem that lists every fault. No message repeats what was sent. */
export function readConnection(body: unknown): Connection {
  const result = connectionWire.safeParse(body, { error: faultCode });
  if (!result.success) {
    const faults = faultsOf(result.error, body, []);
    const odd = !PLATFORMS.some((platform) => platform === Reflect.get(Object(body), "platform"));
    const message = odd ? `platform ${FAULT_MESSAGES.unknown_platform}` : inWords(faults);
    throw new Problem("invalid", `${message}; nothing was stored`, faults);
  }
  const { platform, external_id, handle, name, credentials } = result.data;
  return {
    platform,
    external_id: external_id?.trim() || null,
    handle: handle ? typedHandle(platform, handle) : null,
    name: name || null,
    credentials: credentials ?? null,
  };
}
