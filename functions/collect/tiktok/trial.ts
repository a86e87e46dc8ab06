/** What a trial of either of TikTok's interfaces comes to. */
import type { TikTokCredentials } from "../../model/credentials.ts";
import { CollectFault } from "../fault.ts";
import type { Tried } from "../visit.ts";
import type { Talk } from "./talk.ts";

/** Who a token's account turned out to be; `username` comes with a permission of its own. */
type Owner = { id: string; username: string | null; name: string | null };

/** What a trial found. @param asked the account that the person named, by its id or its handle */
export function triedAs<C extends TikTokCredentials>(
  { token }: Talk<C>,
  asked: string | null,
  { id, username, name }: Owner,
  missing: string[],
): Tried<C> {
  if (asked && asked !== id && asked !== username) {
    throw new CollectFault("wrong_account", username ?? id);
  }
  const handle = (username ?? id).toLowerCase();
  return { external_id: id, handle, name, kept: token.kept, missing };
}
