/** The account itself. X takes the price of a user once a day for it. */
import { type JsonObject, objectOf, textOf } from "../../model/json.ts";
import { isPlatformId } from "../../model/platform-id.ts";
import { CollectFault } from "../fault.ts";
import { askX, note, type VisitTalk, type XTalk } from "./call.ts";
import { affordable, payUser, X_PRICES } from "./cost.ts";

const USER_FIELDS = ["id", "name", "username", "public_metrics"];

type XUser = { id: string; handle: string; name: string | null };

const userOf = (body: JsonObject): XUser | null => {
  const user = objectOf(body.data);
  const [id, handle] = [textOf(user.id), textOf(user.username)];
  // the id becomes a part of the next address
  if (id === null || !isPlatformId(id) || handle === null) return null;
  return { id, handle, name: textOf(user.name) };
};

/** The token's own user; for the app's token the one that it is asked for, by id or by handle. */
export async function askUser(
  talk: XTalk,
  asked: string,
): Promise<{ user: XUser; body: JsonObject }> {
  if (!talk.token.user && !isPlatformId(asked)) throw new CollectFault("unknown_account", asked);
  affordable(talk, X_PRICES.user, 1, 1);
  const place = /^\d+$/.test(asked) ? asked : `by/username/${encodeURIComponent(asked)}`;
  const body = await askX(talk, {
    path: `/2/users/${talk.token.user ? "me" : place}`,
    parameters: { "user.fields": USER_FIELDS.join(",") },
  });
  const user = userOf(body);
  if (!user) throw new CollectFault("unknown_account", asked);
  payUser(talk);
  return { user, body };
}

/** Asks for the account of a visit and notes it as `profile`. */
export async function readUser(talk: VisitTalk): Promise<XUser> {
  const { seen } = talk.visit;
  const { user, body } = await askUser(talk, seen.external_id ?? seen.handle);
  if (seen.external_id !== null && user.id !== seen.external_id) {
    throw new CollectFault("wrong_account", `@${user.handle}`);
  }
  note(talk.visit, { of: "profile", asked: USER_FIELDS, since: null, body });
  return user;
}
