/**
 * X's API v2. Every answer is paid for by what is in it, so posts are read through the account's own timeline (the
 * cheapest price), in three stretches at their own pace, and everything else is asked only where the timeline shows a
 * reason: a post that is missing is looked up, a conversation that grew is searched.
 */
import type { XCredentials } from "../../model/credentials.ts";
import { type JsonObject, objectOf, textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import { declare, type TryCredentials, type VisitAccount } from "../visit.ts";
import { askX, note, type VisitTalk, type XTalk } from "./call.ts";
import { affordable, ownPostPrice, payUser, X_PRICES } from "./cost.ts";
import { lookbackOf } from "./lookback.ts";
import { memoryOf } from "./memory.ts";
import { readReplies } from "./replies.ts";
import { backFill, lookUpMissing, readPrivateFigures, readTimeline } from "./timeline.ts";
import { xToken } from "./token.ts";

const USER_FIELDS = ["id", "name", "username", "public_metrics"];

/** X counts people nowhere and keeps no days; how long a video was watched it tells large customers only. */
const LACKS = [
  "days/reach",
  "days/views",
  "days/profile_views",
  "days/followers_gained",
  "days/followers_lost",
  "posts/reach",
  "posts/watch_seconds",
  "stories",
  "lives",
];

export const visitX: VisitAccount<XCredentials> = async (visit) => {
  const talk: VisitTalk = { visit, token: await xToken(visit) };
  declare(visit.notebook, "not_offered", LACKS, visit.http.now);
  if (!talk.token.user) {
    declare(visit.notebook, "needs_own_token", ["posts/clicks"], visit.http.now);
  }
  const user = await readUser(talk);
  const first = visit.notebook.cursor === "";
  const since = first ? null : lookbackOf(memoryOf(visit.notebook), visit.http.now, paceOf(talk));
  const read = await readTimeline(talk, user.id, since);
  if (talk.token.user) await readPrivateFigures(talk, user.id, since);
  if (read.whole && since !== null) await lookUpMissing(talk, read.ids, since);
  await readReplies(talk, user.handle);
  if (!first) await backFill(talk, user.id);
};

/** With the app's token a post costs five times as much: older ones are then read a fifth as often. */
const paceOf = (talk: XTalk): number => ownPostPrice(talk) / X_PRICES.own_post;

type XUser = { id: string; handle: string; name: string | null };

const userOf = (body: JsonObject): XUser | null => {
  const user = objectOf(body.data);
  const [id, handle] = [textOf(user.id), textOf(user.username)];
  return id === null || handle === null ? null : { id, handle, name: textOf(user.name) };
};

/** The token's own user; for the app's token the one that it is asked for, by id or by handle. */
async function askUser(talk: XTalk, asked: string): Promise<{ user: XUser; body: JsonObject }> {
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

async function readUser(talk: VisitTalk): Promise<XUser> {
  const { seen } = talk.visit;
  const { user, body } = await askUser(talk, seen.external_id ?? seen.handle);
  if (seen.external_id !== null && user.id !== seen.external_id) {
    throw new CollectFault("wrong_account", `@${user.handle}`);
  }
  note(talk.visit, { of: "profile", asked: USER_FIELDS, since: null, body });
  return user;
}

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
  const { scopes } = token.kept;
  const missing = scopes ? SCOPES.filter((scope) => !scopes.includes(scope)) : [];
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
