/** Tries a token of the Business API. */
import { objectOf, textOf } from "../../model/json.ts";
import { lacking } from "../grant.ts";
import type { TryCredentials } from "../visit.ts";
import { ask, type BusinessTalk } from "./business-call.ts";
import { fieldsOf, PROFILE_FIELDS, SCOPES } from "./business-fields.ts";
import { renewBusiness } from "./business-token.ts";
import { knownId } from "./talk.ts";
import { type BusinessCredentials, renewedTikTokToken } from "./token.ts";
import { triedAs } from "./trial.ts";

export const tryTikTokBusiness: TryCredentials<BusinessCredentials> = async ({
  external_id,
  ...visit
}) => {
  // only a refresh says whose token it is
  const token = await renewedTikTokToken(visit, renewBusiness);
  const talk: BusinessTalk = { visit, renew: renewBusiness, token };
  const id = knownId(token.open_id);
  const missing = lacking(token.kept.scopes, SCOPES);
  const { body } = await ask(talk, {
    path: "/business/get/",
    parameters: { business_id: id },
    fields: fieldsOf(talk, PROFILE_FIELDS),
  });
  const { username, display_name } = objectOf(body.data);
  const owner = { id, username: textOf(username), name: textOf(display_name) };
  return triedAs(talk, external_id, owner, missing);
};
