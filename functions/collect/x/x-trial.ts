/** Tries a token of X; that costs a cent, so the ceiling holds here too. */
import type { XCredentials } from "../../model/credentials.ts";
import { CollectFault } from "../fault.ts";
import { lacking } from "../grant.ts";
import type { TryCredentials } from "../visit.ts";
import type { XTalk } from "./call.ts";
import { affordable, X_PRICES } from "./cost.ts";
import { xToken } from "./token.ts";
import { askUser } from "./user.ts";

/** What a user's token must be allowed to do; without `offline.access` it dies after two hours. */
const SCOPES = ["tweet.read", "users.read", "offline.access"];

export const tryX: TryCredentials<XCredentials> = async ({ external_id, ...trial }) => {
  // before a token is renewed: the new one would be lost with the refusal
  affordable({ visit: trial }, X_PRICES.user, 1, 1);
  const token = await xToken(trial);
  const asked = external_id?.trim().replace(/^@/, "") ?? "";
  if (!token.user && asked === "") {
    throw new CollectFault("unknown_account", "the app's token opens any: say the handle");
  }
  const missing = lacking(token.kept.scopes, SCOPES);
  // without the first two not even the account's name is told
  if (missing.some((scope) => scope !== "offline.access")) {
    throw new CollectFault("permission_missing", missing.join(", "));
  }
  const talk: XTalk = { visit: trial, token };
  const { user } = await askUser(talk, asked);
  const handle = user.handle.toLowerCase();
  if (!["", user.id, handle].includes(asked.toLowerCase())) {
    throw new CollectFault("wrong_account", `@${user.handle}`);
  }
  return { external_id: user.id, handle, name: user.name, kept: talk.token.kept, missing };
};
