/**
 * X's API v2. Every answer is paid for by what is in it, so posts are read through the account's own timeline (the
 * cheapest price), in three stretches at their own pace, and everything else is asked only where the timeline shows a
 * reason: a post that is missing is looked up, a conversation that grew is searched.
 */
import type { XCredentials } from "../../model/credentials.ts";
import { ALL_DAYS, declare } from "../notebook.ts";
import type { VisitAccount } from "../visit.ts";
import { backFill } from "./back-fill.ts";
import type { VisitTalk, XTalk } from "./call.ts";
import { ownPostPrice, X_PRICES } from "./cost.ts";
import { lookbackOf } from "./lookback.ts";
import { memoryOf } from "./memory.ts";
import { lookUpMissing } from "./missing-posts.ts";
import { readPrivateFigures } from "./private-figures.ts";
import { readReplies } from "./replies.ts";
import { readTimeline } from "./timeline.ts";
import { xToken } from "./token.ts";
import { readUser } from "./user.ts";

/** X counts people nowhere and offers no days; how long a video was watched it tells large customers only. */
const LACKS = [...ALL_DAYS, "posts/reach", "posts/watch_seconds", "stories", "lives"];

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
