/** Tokens for others: view links, export addresses, push tokens. Made, listed, shown again, revoked by the admin. */
import * as z from "zod";
import { fault, Problem } from "../model/problem.ts";
import { newToken, sha256 } from "../model/token.ts";
import { typedText } from "../normalise/snapshot-schema.ts";
import { toLinkJson } from "../present/json.ts";
import { qrOf } from "../present/qr.ts";
import { findLinkById, revokeLink, saveLink } from "../store/links.ts";
import type { Handlers } from "./addresses.ts";
import { NO_STORE } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import { linkLine, linkLines, sealedToken, tokenOf } from "./data-reading.ts";
import { chromeOf, viewPage } from "./page.ts";
import { idOf, visibleAccounts } from "./reading.ts";

export const newLinkWire = z
  .strictObject({
    kind: z.enum(["view", "plan", "push", "export"]),
    name: typedText(100).min(1).meta({ description: "What it is for", example: "Kepala dinas" }),
    expires_at: z.iso.datetime({ offset: true }).nullish(),
    accounts: z
      .array(z.int().positive())
      .min(1)
      .max(200)
      .nullish()
      .meta({ description: "The ids of the accounts that it is limited to; left out: all" }),
    with_dashboard: z.boolean().optional().meta({
      description: "Of an export link: it opens the dashboard too; left out: it does not",
    }),
    preview_figures: z.boolean().optional().meta({
      description:
        "Of a view link: its preview in a messenger may hold figures; left out: the library's name and the month alone",
    }),
  })
  .meta({ id: "NewLink" });

export const links = {
  "GET /api/links": async (c) =>
    c.json({ links: (await linkLines(c)).map(toLinkJson) }, 200, NO_STORE),

  "POST /api/links": async (c) => {
    const wire = checked(newLinkWire, await jsonOf(c));
    const accounts = wire.accounts ?? null;
    const known = await visibleAccounts(c, null);
    if (accounts) {
      const faults = accounts.flatMap((id, index) =>
        known.some((one) => one.id === id) ? [] : fault(`accounts[${index}]`, "unknown_account"),
      );
      if (faults.length > 0) throw new Problem("invalid", "an account is not known here", faults);
    }
    const with_dashboard = wire.with_dashboard ?? false;
    if (with_dashboard && wire.kind !== "export") {
      throw new Problem("invalid", "with_dashboard is an export link's alone", [
        fault("with_dashboard", "export_alone"),
      ]);
    }
    const preview_figures = wire.preview_figures ?? false;
    if (preview_figures && wire.kind !== "view") {
      throw new Problem("invalid", "preview_figures is a view link's alone", [
        fault("preview_figures", "view_alone"),
      ]);
    }
    const expires_at = wire.expires_at ? Math.floor(Date.parse(wire.expires_at) / 1000) : null;
    if (expires_at !== null && expires_at <= c.get("now")) {
      throw new Problem("invalid", "expires_at lies in the past", [
        fault("expires_at", "in_the_past"),
      ]);
    }
    const token = newToken();
    const row = await saveLink(c.env.DB, {
      kind: wire.kind,
      name: wire.name,
      hash: await sha256(token),
      sealed: await sealedToken(c, token),
      accounts,
      with_dashboard,
      preview_figures,
      created_at: c.get("now"),
      expires_at,
    });
    if (!row) {
      throw new Problem("invalid", "an account is not known here any more", [
        fault("accounts", "unknown_account"),
      ]);
    }
    // a push token has no address: it is shown once more under its own name
    return c.json({ ...toLinkJson(linkLine(c, row, token, known)), token }, 201, NO_STORE);
  },

  "DELETE /api/links/:id": async (c) => {
    const id = idOf(c);
    const link = await findLinkById(c.env.DB, id);
    if (!link) throw new Problem("not_found", "there is no such link");
    await revokeLink(c.env.DB, id, c.get("now")).run();
    return c.json({ id, revoked: true });
  },

  "GET /links/:id": async (c) => {
    const link = await findLinkById(c.env.DB, idOf(c));
    if (!link || link.kind === "admin") throw new Problem("not_found", "there is no such link");
    const line = linkLine(c, link, await tokenOf(c, link), await visibleAccounts(c, null));
    const qr = line.url && qrOf(line.url);
    return viewPage(c, { screen: "link", chrome: chromeOf(c), link: line, qr });
  },
} satisfies Handlers;
