/** Who may read what on Meta's hosts. */
import { type Incoming, scopesOf } from "./call.ts";
import { ACCOUNT_IDS } from "./credentials.ts";
import { expired, type Grant } from "./grants.ts";
import { deadToken, noPermission, refuse } from "./graph-errors.ts";
import { nowOf } from "./state.ts";

/** The call's token, if it is good. */
export function goodGrant({ grant, state }: Incoming): Grant {
  if (!grant) return refuse(deadToken(null));
  if (grant.dead !== null) refuse(deadToken(grant.dead));
  if (expired(grant, nowOf(state))) refuse(deadToken(463));
  return grant;
}

/** The Instagram account that belongs to a page. */
export const instagramOf = (page: string): string | null =>
  Object.values(ACCOUNT_IDS).find(({ facebook }) => facebook === page)?.instagram ?? null;

/** A page's token opens its Instagram account too; a person's opens all. */
export function mustOpen({ grant }: Incoming, account: string, scope: string): void {
  const own = grant?.account ?? null;
  if (own !== null && own !== account && instagramOf(own) !== account) refuse(noPermission(scope));
}

export function mustHave(call: Incoming, scope: string): void {
  if (!scopesOf(call).includes(scope)) refuse(noPermission(scope));
}

export type InstagramRight = "basic" | "manage_insights" | "manage_comments";

/** The same right to an Instagram account has another name at each door. */
export function mayRead(
  call: Incoming,
  { external_id }: { external_id: string },
  right: InstagramRight,
): void {
  const scope = `${call.door === "instagram" ? "instagram_business" : "instagram"}_${right}`;
  mustOpen(call, external_id, scope);
  mustHave(call, scope);
}

/** What a page itself may ask only of itself. */
export function mustBePage({ grant }: Incoming): void {
  if (grant?.kind === "page") return;
  refuse({
    code: 190,
    subcode: 2069032,
    message: "(#190) This method must be called with a Page Access Token",
  });
}
