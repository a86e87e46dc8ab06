/** Facebook's consent page, which opens Instagram's accounts too. */
import type { FacebookCredentials, InstagramCredentials } from "../../model/credentials.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import { addressWith, type Consent, type Offered, tokenOf } from "../consent.ts";
import { CollectFault } from "../fault.ts";
import { GRAPH_VERSION, openGraph } from "./graph.ts";
import { tried } from "./token.ts";

const SCOPES = [
  "pages_show_list",
  "pages_read_engagement",
  "read_insights",
  "pages_read_user_content",
  "instagram_basic",
  "instagram_manage_insights",
  "instagram_manage_comments",
];

/** One login opens the pages of a person and the Instagram accounts that belong to them. */
export const metaConsent: Consent = {
  address: (login, { app, redirect_uri, state }) =>
    addressWith(`${login}/${GRAPH_VERSION}/dialog/oauth`, {
      client_id: app.id,
      redirect_uri,
      state,
      response_type: "code",
      scope: SCOPES.join(),
    }),
  exchange: async (http, base, { app, redirect_uri, code }) => {
    const own = { client_id: app.id, client_secret: app.secret ?? "" };
    const url = `${base}/${GRAPH_VERSION}/oauth/access_token`;
    const short = await http.ask(url, { form: { ...own, redirect_uri, code } });
    const form = {
      ...own,
      grant_type: "fb_exchange_token",
      fb_exchange_token: tokenOf(short, "access_token"),
    };
    // the tokens of pages do not expire when the person's own lives long
    const long = tokenOf(await http.ask(url, { form }), "access_token");
    const { body, error } = await tried(openGraph(http, base, long, true), ["me", "accounts"], {
      fields: "id,name,username,access_token,instagram_business_account{id,username,name}",
      limit: "100",
    });
    if (error) throw new CollectFault("permission_missing", error.message);
    return objectsOf(body.data).flatMap((page) => offeredBy(page, http.now));
  },
};

function offeredBy(page: JsonObject, refreshed_at: number): Offered[] {
  const [id, access_token] = [textOf(page.id), textOf(page.access_token)];
  if (id === null || access_token === null) return [];
  const rest = { access: null, refreshed_at, expires_at: null, scopes: null };
  const facebook: FacebookCredentials = { access_token };
  const offered: Offered[] = [
    {
      platform: "facebook",
      external_id: id,
      handle: textOf(page.username) ?? id,
      name: textOf(page.name),
      kept: { given: facebook, ...rest },
    },
  ];
  const linked = objectOf(page.instagram_business_account);
  const account = textOf(linked.id);
  if (account === null) return offered;
  const instagram: InstagramCredentials = { access_token, login: "facebook" };
  offered.push({
    platform: "instagram",
    external_id: account,
    handle: textOf(linked.username) ?? account,
    name: textOf(linked.name),
    kept: { given: instagram, ...rest },
  });
  return offered;
}
