/** Who is told, over HTTP: a viewer's own device, the admin's all. */
import { takeIn } from "../jobs/telling/recipients.ts";
import { fault, Problem } from "../model/problem.ts";
import { newRecipient } from "../normalise/recipient.ts";
import { toRecipientJson, toRecipientLine } from "../present/recipient-lines.ts";
import { deleteRecipient, findRecipient, findRecipientByHash } from "../store/recipients.ts";
import { limit } from "./access.ts";
import type { Handlers } from "./addresses.ts";
import { NO_STORE } from "./answer.ts";
import { jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { languageOf } from "./page.ts";
import { idOf } from "./reading.ts";
import { holderOf, isAdmin, recipientLines } from "./recipient-reading.ts";
import { withChat } from "./telegram-chat.ts";

export const subscriptions = {
  "GET /api/subscriptions": async (c) => {
    holderOf(c);
    const own = await ownDevice(c);
    // whoever asks for one device is never answered with another's
    const lines = isAdmin(c) && c.req.query("device") === undefined ? await recipientLines(c) : [];
    const shown = own ? [toRecipientLine(own)] : lines;
    return c.json({ subscriptions: shown.map(toRecipientJson) }, 200, NO_STORE);
  },

  "POST /api/subscriptions": async (c) => {
    const link = holderOf(c);
    await limit(c.env.WRITE_LIMIT, `subscribe ${link ?? "admin"}`, "at most 120 a minute");
    const { reach, wishes } = newRecipient(await jsonOf(c));
    if (reach.way !== "push" && !isAdmin(c)) {
      throw new Problem("forbidden", "a webhook is set by the admin alone");
    }
    if (reach.way === "push" && c.get("library").contact === null) {
      throw new Problem(
        "conflict",
        "push is not offered: the library's e-mail address is not set",
        [fault("", "no_push")],
      );
    }
    const row = await takeIn(c.env.DB, c.env, {
      ...{
        reach: await withChat(c.env, reach),
        ...wishes,
        language: wishes.language ?? languageOf(c),
      },
      name: wishes.name === "" ? deviceName(c) : wishes.name,
      link,
      origin: new URL(c.req.url).origin,
      now: c.get("now"),
    });
    const line = toRecipientLine({ ...row, over: 0, link_name: null });
    return c.json({ subscription: toRecipientJson(line) }, 201, NO_STORE);
  },

  "DELETE /api/subscriptions/:id": async (c) => {
    const link = holderOf(c);
    const id = idOf(c);
    const row = await findRecipient(c.env.DB, id, c.get("now"));
    const own = row !== null && row.link === link && row.hash === (c.req.query("device") ?? "");
    if (!row || !(isAdmin(c) || own))
      throw new Problem("not_found", "there is no such subscription");
    await deleteRecipient(c.env.DB, id).run();
    return c.json({ id, removed: true }, 200, NO_STORE);
  },
} satisfies Handlers;

/** `device=`: the SHA-256 of what the browser is reached by, which nobody else knows. */
async function ownDevice(c: Ctx) {
  const device = c.req.query("device") ?? "";
  if (!/^[0-9a-f]{64}$/.test(device)) return null;
  const row = await findRecipientByHash(c.env.DB, device);
  const found = row && (await findRecipient(c.env.DB, row.id, c.get("now")));
  return found && (isAdmin(c) || found.link === holderOf(c)) ? found : null;
}

/** In the order in which they are told apart: each names others too. */
const DEVICES = ["iPhone", "iPad", "Android", "CrOS", "Windows", "Macintosh", "Linux"];
const BROWSERS: readonly [sign: RegExp, name: string][] = [
  [/Edg/, "Edge"],
  [/OPR/, "Opera"],
  [/SamsungBrowser/, "Samsung"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
];

/** As the admin's list calls it until somebody gives it a name. */
function deviceName(c: Ctx): string {
  const agent = c.req.header("user-agent") ?? "";
  const device = DEVICES.find((one) => agent.includes(one));
  const [, browser] = BROWSERS.find(([sign]) => sign.test(agent)) ?? [];
  return [device, browser].filter(Boolean).join(" · ") || "Browser";
}
