/** Tokens for others: view links, export addresses, push tokens. Made, listed, shown again, revoked by the admin. */
import * as z from "zod";
import { fault, Problem } from "../model/problem.ts";
import { openSealKey, seal, unseal } from "../model/seal.ts";
import { newToken, sha256 } from "../model/token.ts";
import { typedText } from "../normalise/snapshot-schema.ts";
import { qrOf } from "../present/qr.ts";
import type { LinkLine } from "../present/views/link.ts";
import type { AccountRow } from "../store/accounts.ts";
import { findLinkById, type LinkRow, listLinks, revokeLink, saveLink } from "../store/links.ts";
import { allowedAccounts } from "./access.ts";
import type { Answers } from "./addresses.ts";
import { instantOrNull, NO_STORE } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, viewPage } from "./page.ts";
import { idOf, visibleAccounts } from "./reading.ts";

export const newLinkWire = z
  .strictObject({
    kind: z.enum(["view", "push", "export"]),
    name: typedText(100).min(1).meta({ description: "What it is for", example: "Kepala dinas" }),
    expires_at: z.iso.datetime({ offset: true }).nullish(),
    accounts: z
      .array(z.int().positive())
      .min(1)
      .max(200)
      .nullish()
      .meta({ description: "The ids of the accounts that it is limited to; left out: all" }),
  })
  .meta({ id: "NewLink" });

/** Where the tokens of links are kept: sealed there, they open in no other table. */
const PLACE = "links";

export const links = {
  "GET /api/links": async (c) =>
    c.json({ links: (await linkLines(c)).map(onTheWire) }, 200, NO_STORE),

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
      created_at: c.get("now"),
      expires_at,
    });
    if (!row) throw new Error("a link that was inserted comes back");
    // a push token has no address: it is shown once more under its own name
    return c.json({ ...onTheWire(lineOf(c, row, token, known)), token }, 201, NO_STORE);
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
    const line = lineOf(c, link, await tokenOf(c, link), await visibleAccounts(c, null));
    const qr = line.url && qrOf(line.url);
    return viewPage(c, { screen: "link", chrome: chromeOf(c), link: line, qr });
  },
} satisfies Answers;

export async function linkLines(c: Ctx): Promise<LinkLine[]> {
  const rows = await listLinks(c.env.DB);
  const known = await visibleAccounts(c, null);
  return Promise.all(rows.map(async (row) => lineOf(c, row, await tokenOf(c, row), known)));
}

/** `null` without a key: then the address is shown once, and never again. */
async function sealedToken(c: Ctx, token: string): Promise<string | null> {
  const key = await openSealKey(c.env.CREDENTIALS_KEY);
  return key && seal(key, PLACE, token);
}

async function tokenOf(c: Ctx, { sealed }: LinkRow): Promise<string | null> {
  const key = sealed === null ? null : await openSealKey(c.env.CREDENTIALS_KEY);
  return key && sealed !== null ? unseal(key, PLACE, sealed) : null;
}

function lineOf(
  c: Ctx,
  row: LinkRow,
  token: string | null,
  known: readonly AccountRow[],
): LinkLine {
  const { id, kind, name, created_at, expires_at, revoked_at, last_used_on } = row;
  const url = token === null ? null : addressOf(new URL(c.req.url).origin, kind, token);
  const ids = allowedAccounts(row);
  const accounts =
    ids &&
    known
      .filter((account) => ids.includes(account.id))
      .map(({ id, platform, handle }) => ({ id, platform, handle }));
  return { id, kind, name, url, accounts, created_at, expires_at, revoked_at, last_used_on };
}

/** Where the holder goes with it; a push token goes into the cron's own settings, with the address it posts to. */
function addressOf(origin: string, kind: LinkRow["kind"], token: string): string | null {
  switch (kind) {
    case "view":
      return `${origin}/v/${token}`;
    case "export":
      return `${origin}/export/v1/${token}/`;
    case "push":
      return `${origin}/api/snapshots#${token}`;
    case "admin":
      return null;
  }
}

const onTheWire = (line: LinkLine) => ({
  ...line,
  created_at: instantOrNull(line.created_at),
  expires_at: instantOrNull(line.expires_at),
  revoked_at: instantOrNull(line.revoked_at),
});
