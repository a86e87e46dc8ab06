/** Tries a token of the Display API. */
import { lacking } from "../grant.ts";
import type { TryCredentials } from "../visit.ts";
import { renewDisplay } from "./display-token.ts";
import { askUser, USER_FIELDS } from "./display-user.ts";
import { knownId, openTalk } from "./talk.ts";
import type { DisplayCredentials } from "./token.ts";
import { triedAs } from "./trial.ts";

const SCOPES = [...Object.keys(USER_FIELDS), "video.list"];

export const tryTikTokDisplay: TryCredentials<DisplayCredentials> = async ({
  external_id,
  ...visit
}) => {
  const talk = await openTalk(visit, renewDisplay);
  const missing = lacking(talk.token.kept.scopes, SCOPES);
  const { user } = await askUser(talk);
  const id = knownId(user.open_id ?? talk.token.open_id);
  return triedAs(talk, external_id, { ...user, id }, missing);
};
