/** The pages of handing the library over: a backup put back, and another admin token. */
import { restoreStanding } from "../jobs/writing/restore.ts";
import { restoredPercent } from "../model/restoring.ts";
import { planOf } from "../model/room.ts";
import { SCHEMA } from "../model/schema.ts";
import { sha256 } from "../model/token.ts";
import type { RestoreView } from "../present/views/hand-over.ts";
import { KEPT } from "../store/backup-tables.ts";
import { findRoom } from "../store/library.ts";
import { limitGuesses } from "./access.ts";
import type { Handlers } from "./addresses.ts";
import { isAdminToken, renewAdminToken } from "./admin-token.ts";
import { formOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { logIn, sameOrigin } from "./login.ts";
import { chromeOf, viewPage } from "./page.ts";

export const handOver = {
  "GET /restore": async (c) => {
    const [{ state }, { written }] = await Promise.all([
      restoreStanding(c.env.DB),
      findRoom(c.env.DB),
    ]);
    return viewPage(c, restoreView(c, { unused: state === "unused", written }));
  },

  "GET /admin-token": (c) =>
    viewPage(c, { screen: "admin_token", chrome: chromeOf(c), token: null, wrong: false }),

  /**
   * Asked for the one that holds: else whoever finds a browser that is logged in would have the house for good, and not for the
   * thirty days that a login lasts.
   */
  "POST /admin-token": async (c) => {
    sameOrigin(c);
    const typed = ((await formOf(c)).get("token") ?? "").trim();
    if (!isAdminToken(c.get("admin"), await sha256(typed))) {
      await limitGuesses(c);
      return viewPage(
        c,
        { screen: "admin_token", chrome: chromeOf(c), token: null, wrong: true },
        400,
      );
    }
    const { token, login } = await renewAdminToken(c);
    // whoever made it is not put out by it
    await logIn(c, login, token);
    return viewPage(c, { screen: "admin_token", chrome: chromeOf(c), token, wrong: false });
  },
} satisfies Handlers;

/** Instead of whatever was asked for. */
export const restoringMessage = (c: Ctx): Promise<Response> =>
  viewPage(c, restoreView(c, { unused: false, written: 0 }), 503);

function restoreView(
  c: Ctx,
  { unused, written }: { unused: boolean; written: number },
): RestoreView {
  const restoring = c.get("restoring");
  return {
    screen: "restore",
    chrome: chromeOf(c),
    restoring: restoring && {
      library: restoring.library,
      made_at: Math.floor(Date.parse(restoring.made_at) / 1000),
      percent: restoredPercent(restoring),
      leaving: restoring.state === "leaving",
    },
    unused,
    admin: c.get("caller")?.kind === "admin",
    schema: SCHEMA,
    day: planOf(c.env.PLAN).written,
    written,
    writes: Object.fromEntries(KEPT.map(({ name, writes }) => [name, writes])),
  };
}
