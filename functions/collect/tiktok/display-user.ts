/** Whose token it is, by the Display API. */
import { objectOf, textOf } from "../../model/json.ts";
import { ask, type DisplayTalk } from "./display-call.ts";
import type { Told } from "./talk.ts";

/** What of the profile is told with which permission. */
export const USER_FIELDS: Record<string, readonly string[]> = {
  "user.info.basic": ["open_id", "display_name"],
  "user.info.profile": ["username"],
  "user.info.stats": ["follower_count"],
};

type User = { open_id: string | null; username: string | null; name: string | null };

/** One field without its permission fails the whole call: only what the token may read is asked. */
export async function askUser(talk: DisplayTalk): Promise<{ user: User; told: Told }> {
  const { scopes } = talk.token.kept;
  const fields = Object.entries(USER_FIELDS)
    .filter(([scope]) => scopes === null || scopes.includes(scope))
    .flatMap(([, names]) => names);
  const told = await ask(talk, { path: "/v2/user/info/", fields });
  const { open_id, username, display_name } = objectOf(objectOf(told.body.data).user);
  const name = textOf(display_name);
  return { user: { open_id: textOf(open_id), username: textOf(username), name }, told };
}
