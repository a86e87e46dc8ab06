/** What a visit and a trial say to TikTok, whichever of its two interfaces listens. */
import type { TikTokCredentials } from "../../model/credentials.ts";
import { type JsonObject, objectOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import type { HttpAnswer } from "../http.ts";
import { type Notebook, refuse } from "../notebook.ts";
import type { TokenDesk, Visit } from "../visit.ts";
import { type Renew, renewedTikTokToken, type TikTokToken, tiktokToken } from "./token.ts";

type Desk<C extends TikTokCredentials> = TokenDesk<C> & { notebook: Notebook };

/** One talk: who asks, and the token, which may be renewed in the middle. */
export type Talk<C extends TikTokCredentials, D extends Desk<C> = Desk<C>> = {
  visit: D;
  renew: Renew<C>;
  token: TikTokToken<C>;
};
export type VisitTalk<C extends TikTokCredentials> = Talk<C, Visit<C>>;

export const openTalk = async <C extends TikTokCredentials, D extends Desk<C>>(
  visit: D,
  renew: Renew<C>,
): Promise<Talk<C, D>> => ({ visit, renew, token: await tiktokToken(visit, renew) });

/** Sends a question; a token that is refused is renewed once. TikTok may say what is wrong in an HTTP 200. */
export async function sendRenewing<C extends TikTokCredentials>(
  talk: Talk<C>,
  send: (token: string) => Promise<HttpAnswer>,
  isTokenRefused: (body: JsonObject) => boolean,
): Promise<HttpAnswer> {
  const answer = await send(talk.token.token);
  if (!isTokenRefused(objectOf(answer.body))) return answer;
  talk.token = await renewedTikTokToken({ ...talk.visit, kept: talk.token.kept }, talk.renew);
  return send(talk.token.token);
}

/** What was asked, and what came. */
export type Told = { asked: readonly string[]; body: JsonObject };

/** Leaves an answer for the normaliser. */
export const note = <C extends TikTokCredentials>(
  { visit: { notebook, seen } }: VisitTalk<C>,
  of: string,
  { asked, body }: Told,
  post: string | null = null,
) => notebook.answers.push({ of, post, asked, since: null, until: seen.now, body });

/** Is the token known to lack a permission? The run says so the first time. */
export function lacks<C extends TikTokCredentials>({ visit, token }: Talk<C>, scope: string) {
  const { scopes } = token.kept;
  if (scopes === null || scopes.includes(scope)) return false;
  refuse(visit.notebook, { what: scope, reason: "permission_missing", at: visit.http.now });
  return true;
}

/** The account that an answer or a token is of. */
export function knownId(open_id: string | null): string {
  if (open_id === null) throw new CollectFault("unexpected_answer", "no open_id");
  return open_id;
}
